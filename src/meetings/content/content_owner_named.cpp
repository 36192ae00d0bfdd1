// Of which meeting content speaks by those who are named with it: a guest, a level, the two sides,
// an organ, a short form.

#include <algorithm>

#include "content/content_owner.h"

namespace rapporteur::meetings {

namespace {

// Where the words begin that may name who acts at `token`.
std::uint32_t near_begin(std::uint32_t token) {
  constexpr std::uint32_t kReach = 60;  // tokens
  return token > kReach ? token - kReach : 0;
}

}  // namespace

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

// "The |Joint Commission| was set up in 1984. Its aim is trade": the session of the body that is
// named before the cue in its sentence or the one before; behind it, of the main meeting's alone.
std::size_t ContentOwner::by_organ(std::uint32_t cue) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  const auto& all = c_.doc.sentences();
  const bool goes_on = sentence > 0 && all[sentence - 1].paragraph == all[sentence].paragraph;
  const std::uint32_t first = goes_on ? sentence - 1 : sentence;
  const ByteSpan words = c_.doc.span(TokenRange{all[first].tokens.begin, c_.sentence(cue).end});
  const std::string_view text = c_.doc.slice(words);
  const std::size_t before = c_.doc.span(cue).begin - words.begin;
  for (const auto& [name, draft] : organs_) {
    const std::size_t at = text.find(name);
    if (at < before || (at != std::string_view::npos && draft == drafts_.main)) return draft;
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

bool ContentOwner::has_level(std::size_t draft, std::string_view level) const {
  return std::binary_search(levels_.begin(), levels_.end(), std::pair{draft, level});
}

// "|the ministers| went through", "await |the ministers|", "|Ministers| adopted": the level of the
// group that the cue's sentence names beside it; empty where there is none.
std::string_view ContentOwner::level_said(std::uint32_t cue) const {
  constexpr std::uint32_t kBeside = 4;  // tokens behind the cue
  const TokenRange sentence = c_.sentence(cue);
  const std::uint32_t limit = std::min(cue + kBeside, sentence.end);
  for (std::uint32_t t = std::max(sentence.begin, near_begin(cue)); t < limit; ++t) {
    TokenRange words;
    const lexicon::Cue* found = c_.cue(t, level_, &words);
    if (found == nullptr) continue;
    const bool opens = t == sentence.begin;
    const std::string_view before = opens ? std::string_view("the") : c_.lower(t - 1);
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

}  // namespace rapporteur::meetings
