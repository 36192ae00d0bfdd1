#include "content/content_owner.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unordered_set>

namespace rapporteur::meetings {

namespace {

constexpr std::size_t kDay = 10;  // characters of "2022-08-19"
// What a mention costs that stands behind the cue, or only places another: more than any distance.
constexpr std::uint32_t kBehind = 1000;
constexpr std::uint32_t kAside = 2000;

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

// Between a few: talks, a call, a reception.
bool ContentOwner::is_talk(const record::Meeting& meeting) {
  return meeting.kind &&
         (*meeting.kind == record::Kind::talks || *meeting.kind == record::Kind::call ||
          *meeting.kind == record::Kind::reception);
}

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

// The report names it only as the one before or after another; of the main meeting's row, it is the
// one before or after by its number.
bool ContentOwner::is_neighbour(std::size_t draft) const {
  const std::vector<std::uint32_t>& mentions = drafts_.drafts[draft].mentions;
  if (draft == drafts_.main) return false;
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  const record::Meeting& other = drafts_.drafts[draft].meeting;
  const bool numbered = main.ordinal && other.ordinal && main.organ && other.organ;
  if (numbered && *main.organ == *other.organ) {
    if (std::abs(*main.ordinal - *other.ordinal) == 1) return true;
  }
  return std::all_of(mentions.begin(), mentions.end(),
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
