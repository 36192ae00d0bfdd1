#include "content/content_owner.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace rapporteur::meetings {

namespace {

constexpr std::size_t kDay = 10;  // characters of "2022-08-19"
// What a mention costs that stands behind the cue, or only places another: more than any distance.
constexpr std::uint32_t kBehind = 1000;
constexpr std::uint32_t kAside = 2000;
constexpr std::uint32_t kPairReach = 40;  // tokens behind the cue

// Where the words begin that may name who acts at `token`.
std::uint32_t near_begin(std::uint32_t token) {
  constexpr std::uint32_t kReach = 60;  // tokens
  return token > kReach ? token - kReach : 0;
}

// Between a few: talks, a call, a reception.
bool is_talk(const record::Meeting& meeting) {
  return meeting.kind &&
         (*meeting.kind == record::Kind::talks || *meeting.kind == record::Kind::call ||
          *meeting.kind == record::Kind::reception);
}

// Two people take part, no more.
bool is_of_two(const record::Meeting& meeting) {
  return std::count_if(meeting.participants.begin(), meeting.participants.end(),
                       [](const record::Participant& p) { return bool(p.person); }) == 2;
}

// The talks in which somebody takes part.
struct TalksOf {
  std::size_t last = Attribution::kNone;
  std::size_t last_of_two = Attribution::kNone;
  std::uint32_t all = 0;
  std::uint32_t of_two = 0;

  void add(std::size_t draft, bool two) {
    if (last == draft) return;
    last = draft;
    ++all;
    if (!two) return;
    last_of_two = draft;
    ++of_two;
  }
  // The only ones, or the only ones between two; else kNone.
  [[nodiscard]] std::size_t one() const {
    if (all == 1) return last;
    return of_two == 1 ? last_of_two : Attribution::kNone;
  }
};

}  // namespace

ContentOwner::ContentOwner(const Context& context, const Drafts& drafts)
    : c_(context),
      drafts_(drafts),
      attribution_(context, drafts),
      level_(context.cues.group_level) {
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      const Mention& m = drafts.mentions[i];
      places_.push_back({m.sentence, i, d});
      add_acronym(m, d);
      TokenRange cue;
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
        const lexicon::Cue* found = context.cue(t, level_, &cue);
        if (found == nullptr) continue;
        levels_.push_back({d, found->value});
        t = cue.end - 1;
      }
    }
    const auto& kind = drafts.drafts[d].meeting.kind;
    if (kind && *kind == record::Kind::summit) levels_.push_back({d, "leaders"});
  }
  std::unordered_set<std::string_view> told;
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    const auto& organ = drafts.drafts[d].meeting.organ;
    if (!organ || organ.evidence.empty()) continue;
    const std::string_view name = context.doc.slice(organ.evidence.front());
    if (told.insert(name).second) organs_.push_back({name, d});
  }
  std::sort(levels_.begin(), levels_.end());
  std::sort(places_.begin(), places_.end());
  std::map<std::string_view, TalksOf> of_name;
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    if (!is_talk(drafts.drafts[d].meeting)) continue;
    for (const record::Participant& p : drafts.drafts[d].meeting.participants) {
      if (p.person) of_name[*p.person].add(d, is_of_two(drafts.drafts[d].meeting));
    }
  }
  for (std::uint32_t k = 0; k < context.cast.people.size(); ++k) {
    const auto at = of_name.find(context.cast.people[k].name);
    if (at != of_name.end()) draft_of_[k] = at->second.one();
  }
}

// "the 12th Policy Consultation Dialogue |(PCD)|"
void ContentOwner::add_acronym(const Mention& mention, std::size_t draft) {
  constexpr std::uint32_t kBehind = 2;  // tokens behind the mention
  const std::uint32_t end = std::min(mention.tokens.end + kBehind, c_.doc.size());
  for (std::uint32_t t = mention.trigger.begin + 1; t < end; ++t) {
    if (c_.doc.lower(t - 1) != "(" || c_.doc.shape(t) != text::Shape::upper) continue;
    // "summit of the Southern African Development Community |(SADC)|": who meets, not the meeting.
    const tagger::Tag* tag = c_.tags.covering(t);
    const bool known = tag != nullptr && tag->id != catalogue::npos;
    const std::uint32_t named = c_.doc.span(t - 2).begin;
    const auto within = [&](ByteSpan words) { return words.begin <= named && named < words.end; };
    if (known || within(mention.organisation.words) || within(mention.owner)) continue;
    const auto [at, first] = acronym_.try_emplace(c_.doc.word(t), draft);
    if (!first && at->second != draft) at->second = Attribution::kNone;
  }
}

// "During |the PCD| they went over trade": the meeting so called, where no mention stands before.
std::size_t ContentOwner::by_acronym(std::uint32_t cue, Tense tense) const {
  for (std::uint32_t t = near_begin(cue); !acronym_.empty() && t < cue; ++t) {
    if (t < c_.sentence(cue).begin || c_.doc.shape(t) != text::Shape::upper) continue;
    const auto at = acronym_.find(c_.doc.word(t));
    if (at == acronym_.end() || at->second == Attribution::kNone) continue;
    if (may_own(at->second, tense)) return at->second;
  }
  return Attribution::kNone;
}

// "The |Joint Commission| was set up in 1984. Its aim is trade": the session of the body that the
// cue's sentence or the one before names.
std::size_t ContentOwner::by_organ(std::uint32_t cue) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  const auto& all = c_.doc.sentences();
  const bool goes_on = sentence > 0 && all[sentence - 1].paragraph == all[sentence].paragraph;
  const std::uint32_t first = goes_on ? sentence - 1 : sentence;
  const TokenRange words{c_.doc.sentences()[first].tokens.begin, c_.sentence(cue).end};
  const std::string_view text = c_.doc.slice(c_.doc.span(words));
  for (const auto& [name, draft] : organs_) {
    if (text.find(name) != std::string_view::npos) return draft;
  }
  return Attribution::kNone;
}

// "|With Ann Li| she talked about trade", "|Li| called for calm": the talks with her, where
// there are no others with her.
std::size_t ContentOwner::of_guest(std::uint32_t cue, std::size_t found) const {
  const std::uint32_t first = c_.sentence(cue).begin;
  const bool with = c_.lower(first) == "with" || c_.lower(first) == "to";
  if (!with && !is_talk(drafts_.drafts[found].meeting)) return found;
  for (std::uint32_t t = std::max(first, near_begin(cue)); t < cue; ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who == nullptr || who->kind != names::MentionKind::name) continue;
    const auto at = draft_of_.find(who->person);
    if (at != draft_of_.end() && at->second != Attribution::kNone) return at->second;
  }
  return found;
}

// "Trade will be a subject |for A and B|": the talks of these two, where the sentence names nobody
// else.
std::size_t ContentOwner::of_pair(std::uint32_t cue, Tense tense) const {
  const TokenRange s = c_.sentence(cue);
  std::vector<std::string_view> names;
  for (std::uint32_t t = std::max(s.begin, near_begin(cue)); t < std::min(s.end, cue + kPairReach);
       ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who == nullptr || who->person == kNobody) continue;
    const std::string_view name = c_.cast.people[who->person].name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    if (names.size() > 2) return Attribution::kNone;
  }
  if (names.size() != 2) return Attribution::kNone;
  const auto at = draft_of_pair_.find(std::minmax(names[0], names[1]));
  const bool one = at != draft_of_pair_.end() && at->second != Attribution::kNone;
  return one && may_own(at->second, tense) ? at->second : Attribution::kNone;
}

bool ContentOwner::has_level(std::size_t draft, std::string_view level) const {
  return std::binary_search(levels_.begin(), levels_.end(), std::pair{draft, level});
}

// "|the ministers| went through", "await |the ministers|": the level of the group that the cue's
// sentence names beside it; empty where there is none.
std::string_view ContentOwner::level_said(std::uint32_t cue) const {
  constexpr std::uint32_t kBeside = 4;  // tokens behind the cue
  const TokenRange sentence = c_.sentence(cue);
  const std::uint32_t limit = std::min(cue + kBeside, sentence.end);
  for (std::uint32_t t = std::max(sentence.begin, near_begin(cue)) + 1; t < limit; ++t) {
    TokenRange words;
    const lexicon::Cue* found = c_.cue(t, level_, &words);
    if (found == nullptr) continue;
    const std::string_view before = c_.lower(t - 1);
    const bool in_name = std::any_of(attribution_.in(c_.doc.sentence_of(cue)).begin(),
                                     attribution_.in(c_.doc.sentence_of(cue)).end(),
                                     [&](const Attribution::Place& p) {
                                       const TokenRange m = drafts_.mentions[p.mention].tokens;
                                       return m.begin <= t && t < m.end;
                                     });
    if (before == "the" && !in_name) return found->value;
    t = words.end - 1;
  }
  return {};
}

// "The summit is in May. |The ministers discussed trade|": at the meeting of ministers.
std::size_t ContentOwner::of_level(std::uint32_t cue, std::size_t found, Tense tense) const {
  if (found == drafts_.main) return found;
  const std::string_view level = level_said(cue);
  const auto first = std::lower_bound(levels_.begin(), levels_.end(),
                                      std::pair<std::size_t, std::string_view>{found, {}});
  const bool other = first != levels_.end() && first->first == found;
  if (level.empty() || !other || has_level(found, level)) return found;
  if (has_level(drafts_.main, level) && may_own(drafts_.main, tense)) return drafts_.main;
  std::size_t best = found;
  for (std::size_t d = oldest_draft(drafts_); d < drafts_.drafts.size(); ++d) {
    if (!has_level(d, level) || !may_own(d, tense)) continue;
    if (best != found) return found;
    best = d;
  }
  return best;
}

// Words between the content and a mention behind it that part the two.
bool ContentOwner::another_clause(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "and" || word == "," || word == ";" || word == "that" || word == "which") {
      return true;
    }
  }
  return false;
}

bool ContentOwner::may_own(std::size_t draft, Tense tense) const {
  const record::Fact<record::Status>& status = drafts_.drafts[draft].meeting.status;
  if (!status || tense == Tense::open) return true;
  const bool came_about = *status == record::Status::held || *status == record::Status::ongoing ||
                          (*status == record::Status::announced && lies_behind(draft));
  if (tense == Tense::past) return came_about;
  return *status != record::Status::held;
}

// Its day is over when the report appears.
bool ContentOwner::lies_behind(std::size_t draft) const {
  const auto& when = drafts_.drafts[draft].meeting.when;
  if (!when || c_.report.published.size() < kDay) return false;
  const std::string_view first = std::string_view(*when).substr(0, kDay);
  return first.size() == kDay && first.find('/') == std::string_view::npos &&
         first <= std::string_view(c_.report.published).substr(0, kDay);
}

// All mentions of that draft in the sentence before the cue's are background.
bool ContentOwner::only_background(std::size_t draft, std::uint32_t cue) const {
  if (draft == drafts_.main) return false;
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  if (sentence == 0) return false;
  bool some = false;
  auto place = std::lower_bound(places_.begin(), places_.end(), Place{sentence - 1, 0, 0});
  for (; place != places_.end() && place->sentence < sentence; ++place) {
    if (place->draft != draft) continue;
    if (!attribution_.is_background(place->mention)) return false;
    some = true;
  }
  return some;
}

// The report names it only as the one before or after another.
bool ContentOwner::is_neighbour(std::size_t draft) const {
  const std::vector<std::uint32_t>& mentions = drafts_.drafts[draft].mentions;
  return draft != drafts_.main &&
         std::all_of(mentions.begin(), mentions.end(),
                     [&](std::uint32_t m) { return !drafts_.mentions[m].relation.empty(); });
}

// The draft named last before the cue, of those that the tense allows.
std::size_t ContentOwner::last_before(std::uint32_t cue, Tense tense) const {
  const Place* best = nullptr;
  std::uint32_t best_begin = 0;
  for (auto place = behind(cue); place != places_.begin();) {
    --place;
    if (best != nullptr && place->sentence < best->sentence) break;
    const std::uint32_t begin = drafts_.mentions[place->mention].tokens.begin;
    if (begin > cue || drafts_.mentions[place->mention].in_headline) continue;
    if (best != nullptr && begin < best_begin) continue;
    if (!may_own(place->draft, tense) || is_neighbour(place->draft) ||
        is_aside(c_, drafts_, place->mention)) {
      continue;
    }
    best = &*place;
    best_begin = begin;
  }
  return best == nullptr ? Attribution::kNone : best->draft;
}

// What is said during a visit is said at its talks, where the report has spoken of some.
std::size_t ContentOwner::talks_of_visit(std::size_t visit, std::uint32_t cue) const {
  const auto is_kind = [&](std::size_t d, record::Kind kind) {
    const auto& fact = drafts_.drafts[d].meeting.kind;
    return fact && *fact == kind;
  };
  if (!is_kind(visit, record::Kind::visit)) return visit;
  if (const std::size_t body = by_organ(cue); body != Attribution::kNone) return body;
  for (auto place = behind(cue); place != places_.begin();) {
    --place;
    if (drafts_.mentions[place->mention].tokens.begin > cue) continue;
    if (is_kind(place->draft, record::Kind::talks) && may_own(place->draft, Tense::past)) {
      return place->draft;
    }
  }
  // Those named later in the same paragraph.
  const auto& sentences = c_.doc.sentences();
  const std::uint32_t paragraph = sentences[c_.doc.sentence_of(cue)].paragraph;
  for (auto place = behind(cue); place != places_.end(); ++place) {
    if (sentences[place->sentence].paragraph != paragraph) break;
    if (is_kind(place->draft, record::Kind::talks)) return place->draft;
  }
  return visit;
}

// "|The two sides| went over trade", in a paragraph of its own: the talks named last, where the
// main meeting is none of two.
std::size_t ContentOwner::of_sides(std::uint32_t cue, std::size_t found, Tense tense) const {
  const auto sides = [&](std::size_t d) {
    const auto& all = drafts_.drafts[d].meeting.participants;
    return std::count_if(all.begin(), all.end(),
                         [](const record::Participant& p) { return p.person || p.state; });
  };
  if (found != drafts_.main || sides(found) > 1) return found;
  std::uint32_t t = c_.sentence(cue).begin;
  if (c_.lower(t) == "the") ++t;
  const bool two = c_.lower(t) == "both" || c_.lower(t) == "two" || c_.lower(t) == "sides";
  if (!two) return found;
  const std::size_t last = last_before(cue, tense);
  return last != Attribution::kNone && is_talk(drafts_.drafts[last].meeting) && sides(last) == 2
             ? last
             : found;
}

// The first place behind the cue's sentence.
std::vector<ContentOwner::Place>::const_iterator ContentOwner::behind(std::uint32_t cue) const {
  return std::lower_bound(places_.begin(), places_.end(), Place{c_.doc.sentence_of(cue) + 1, 0, 0});
}

// The draft that a mention in the cue's sentence, outside the content, names.
std::size_t ContentOwner::named(std::uint32_t cue, TokenRange content, Tense tense) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  std::size_t best = Attribution::kNone;
  std::uint32_t best_cost = 0;
  auto place = std::lower_bound(places_.begin(), places_.end(), Place{sentence, 0, 0});
  for (; place != places_.end() && place->sentence == sentence; ++place) {
    if (!may_own(place->draft, tense)) continue;
    const bool aside =
        attribution_.is_background(place->mention) || is_aside(c_, drafts_, place->mention);
    if (aside && place->draft != drafts_.main) continue;
    const Mention& m = drafts_.mentions[place->mention];
    const std::uint32_t begin = m.tokens.begin;
    // "signed a protocol" is a meeting by what is done there.
    const bool signing = m.verbal && m.kind == "signing";
    if (!signing && begin >= content.begin && begin < content.end) continue;
    if (!signing && begin > cue && another_clause(std::max(cue, content.end), begin)) continue;
    const std::uint32_t cost =
        (begin <= cue ? cue - begin : kBehind + begin - cue) + (aside ? kAside : 0);
    if (best != Attribution::kNone && cost >= best_cost) continue;
    best = place->draft;
    best_cost = cost;
  }
  return best;
}

std::size_t ContentOwner::of(std::uint32_t cue, TokenRange content, Tense tense) const {
  const std::size_t found = spoken_of(cue, content, tense);
  return found == Attribution::kNone ? found : of_level(cue, found, tense);
}

std::size_t ContentOwner::spoken_of(std::uint32_t cue, TokenRange content, Tense tense) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  std::size_t found = Attribution::kNone;
  if (!attribution_.named_in(sentence)) {
    if (const std::size_t called = by_acronym(cue, tense); called != Attribution::kNone) {
      return called;
    }
    found = attribution_.at(cue);
    if (found == Attribution::kNone) return found;
    if (const std::size_t two = of_pair(cue, tense); two != Attribution::kNone) return two;
    const std::size_t guest = of_guest(cue, found);
    if (guest != found && may_own(guest, tense)) return guest;
    const std::size_t both = of_sides(cue, found, tense);
    if (both != found) return both;
    // "They went over what came of the last meeting. |They agreed| on X": not there.
    if (is_neighbour(found) && may_own(drafts_.main, tense)) found = drafts_.main;
  } else {
    found = named(cue, content, tense);
    if (found != Attribution::kNone) return found;
    const auto& sentences = c_.doc.sentences();
    const bool goes_on =
        sentence > 0 && sentences[sentence - 1].paragraph == sentences[sentence].paragraph;
    if (goes_on) found = attribution_.at(sentences[sentence - 1].tokens.end - 1);
  }
  if (found == Attribution::kNone || only_background(found, cue)) found = drafts_.main;
  if (!may_own(found, tense)) {
    const std::size_t other = last_before(cue, tense);
    if (other != Attribution::kNone) {
      found = other;
    } else if (may_own(drafts_.main, tense) || tense == Tense::past) {
      found = drafts_.main;
    }
  }
  return talks_of_visit(found, cue);
}

}  // namespace rapporteur::meetings
