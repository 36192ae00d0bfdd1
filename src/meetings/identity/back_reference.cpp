#include "identity/back_reference.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/number_behind.h"

namespace rapporteur::meetings {

using record::Kind;

std::size_t BackReference::target(const Mention& m, const Identity& id) const {
  const std::size_t counted = counted_by(m);
  if (counted != kNone) return counted;
  const std::size_t told = told_of(m, id);
  if (told != kNone) return told;
  const std::size_t occasion = occasion_of(m, id);
  if (occasion != kNone) return occasion;
  const std::size_t that = that_one(m, id);
  if (that != kNone) return that;
  const std::size_t presided = presided_over(m, id);
  return presided != kNone ? presided : pointed_at(m, id);
}

namespace {

// "|This came during| a meeting", "|The talks took place when| X received Y", "|The remarks were
// made in| a call": behind the words that say on which occasion, or the sentence's begin.
std::uint32_t behind_occasion(const Context& c, TokenRange s) {
  static constexpr std::array<std::string_view, 10> kWhat{
      "this",    "that",      "it",          "remarks",    "comments",
      "remarks", "statement", "discussions", "statements", "talks"};
  static constexpr std::array<std::string_view, 7> kCame{"came", "comes",    "took", "happened",
                                                         "were", "occurred", "was"};
  static constexpr std::array<std::string_view, 7> kLink{"during", "in", "at",   "as",
                                                         "when",   "on", "while"};
  std::uint32_t at = s.begin;
  if (c.lower(at) == "the" || c.lower(at) == "these" || c.lower(at) == "his") ++at;
  if (!is_one_of(c.lower(at), kWhat) || !is_one_of(c.lower(at + 1), kCame)) return s.begin;
  at += 2;
  if (c.lower(at) == "place" || c.lower(at) == "made") ++at;
  return at < s.end && is_one_of(c.lower(at), kLink) ? at + 1 : s.begin;
}

}  // namespace

// "X and Y discussed trade. |This came during a meeting between the two|": what was told right
// before.
std::size_t BackReference::occasion_of(const Mention& m, const Identity& id) const {
  constexpr std::uint32_t kNear = 2;
  constexpr std::uint32_t kReach = 10;
  const TokenRange s = c_.sentence(m.trigger.begin);
  const std::uint32_t from = behind_occasion(c_, s);
  const bool of_row = id.ordinal != 0 || id.of_body();
  if (from == s.begin || m.trigger.begin > from + kReach || of_row || out_.drafts.empty())
    return kNone;
  // "It was |in Laos that they met|", but "It was |when they met|"
  const std::string_view link = c_.lower(from - 1);
  if (m.verbal && (link == "in" || link == "at" || link == "on")) return kNone;
  const std::size_t d = out_.drafts.size() - 1;
  const Identity& told = identities_[d];
  const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
  const bool near = last.sentence < m.sentence && last.sentence + kNear >= m.sentence;
  const bool few = told.kind == Kind::talks || told.kind == id.kind;
  const bool same =
      std::includes(told.people.begin(), told.people.end(), id.people.begin(), id.people.end()) &&
      std::includes(told.sides.begin(), told.sides.end(), id.sides.begin(), id.sides.end());
  const bool visit = id.kind == Kind::visit || id.kind == Kind::summit;
  return founded_[d] && near && few && same && !visit && last.relation.empty() ? d : kNone;
}

// "X and Y met in Lima. It was |for the third time that the ministers sat down|": what was told
// right before.
std::size_t BackReference::counted_by(const Mention& m) const {
  const bool group = m.verbal && m.group && m.kind == "meeting" && m.time == kNobody;
  if (!group || out_.drafts.empty()) return kNone;
  if (in_cleft(c_, c_.sentence(m.trigger.begin)).value == 0) return kNone;
  const std::size_t d = out_.drafts.size() - 1;
  const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
  const Kind kind = identities_[d].kind;
  const bool meets = kind == Kind::talks || kind == Kind::session || kind == Kind::summit;
  return founded_[d] && meets && last.sentence + 1 == m.sentence ? d : kNone;
}

// "It was the eighth round of their consultations": what was told right before, by its number.
std::size_t BackReference::told_of(const Mention& m, const Identity& id) const {
  constexpr std::uint32_t kNear = 2;
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  if (id.ordinal == 0 || !m.relation.empty() || m.tokens.begin < begin + 2) return kNone;
  const std::string_view verb = c_.doc.lower(m.tokens.begin - 1);
  const bool future = verb == "be" && m.tokens.begin >= begin + 3;
  const std::uint32_t it_at = m.tokens.begin - (future ? 3 : 2);
  const bool says = future || verb == "was" || verb == "is" || verb == "marked" || verb == "marks";
  const std::string_view it_word = c_.doc.lower(it_at);
  const bool it = it_word == "it" || it_word == "this" || it_word == "that";
  // "the Commission sat in Gaborone; that was its 12th session"
  const bool joined =
      it_at > begin && (c_.doc.lower(it_at - 1) == ";" || c_.doc.lower(it_at - 1) == "," ||
                        c_.doc.lower(it_at - 1) == "and");
  if (!says || !it || (it_at != begin && !joined)) return kNone;
  std::size_t best = kNone;
  std::uint32_t nearest = 0;
  std::uint32_t first = m.trigger.begin;
  for (std::size_t d = oldest_draft(out_); d < out_.drafts.size(); ++d) {
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    const Identity& told = identities_[d];
    const bool near = joined ? last.sentence == m.sentence
                             : last.sentence < m.sentence && last.sentence + kNear >= m.sentence;
    const bool other = told.organisation != npos && id.organisation != npos &&
                       told.organisation != id.organisation;
    const bool numbered = told.ordinal != 0 && told.ordinal != id.ordinal;
    if (!founded_[d] || !near || other || numbered || !last.relation.empty()) continue;
    if (told.kind == Kind::visit || told.kind == Kind::call) continue;
    if (last.sentence < nearest) continue;
    if (last.sentence == nearest && last.trigger.begin >= first) continue;
    best = d;
    nearest = last.sentence;
    first = last.trigger.begin;
  }
  return best;
}

// "co-chaired |the meeting|", "presided over |the session|"
bool BackReference::is_presided_over(const Mention& m) const {
  static constexpr std::array<std::string_view, 12> kPreside{
      "chaired", "chairing", "chair",     "over",       "opened",      "open",
      "opening", "closed",   "addressed", "addressing", "inaugurated", "close"};
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  std::uint32_t at = m.trigger.begin;
  // "opened |today's| meeting"
  while (at > begin && m.trigger.begin - at < 2 &&
         (c_.doc.lower(at - 1) == "'s" || c_.time_at(at - 1) != nullptr)) {
    --at;
  }
  if (at > begin && c_.doc.lower(at - 1) == "the") --at;
  return at > begin && at < m.trigger.begin && is_one_of(c_.doc.lower(at - 1), kPreside);
}

// The draft is told of by the way, behind another in its only sentence: "since the 6th in 2020".
bool BackReference::is_aside(std::size_t d) const {
  const std::vector<std::uint32_t>& mentions = out_.drafts[d].mentions;
  const std::uint32_t first = mentions.front();
  return d > 0 && mentions.size() == 1 && first > 0 &&
         out_.mentions[first - 1].sentence == out_.mentions[first].sentence;
}

// "The Joint Commission of A and B met. X of A and Y of B |co-chaired the meeting|": the one that
// was told last, if those who preside are of its sides.
std::size_t BackReference::presided_over(const Mention& m, const Identity& id) const {
  constexpr std::uint32_t kNear = 4;  // sentences
  if (m.verbal || id.ordinal != 0 || id.of_body() || m.people.size() < 2) return kNone;
  if (!is_presided_over(m)) return kNone;
  std::size_t best = kNone;
  for (std::size_t d = out_.drafts.size(); d-- > oldest_draft(out_);) {
    const Identity& told = identities_[d];
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    if (!founded_[d] || !last.relation.empty() || last.sentence + kNear < m.sentence) continue;
    const bool meets = told.kind == Kind::session || told.kind == Kind::summit ||
                       told.kind == Kind::conference || told.kind == Kind::talks;
    if (!meets || is_aside(d)) continue;
    const bool sides = told.sides.empty() || std::includes(told.sides.begin(), told.sides.end(),
                                                           id.sides.begin(), id.sides.end());
    // Behind the one before, "the 6th was held in 2020", it is the later one.
    if (sides && (best == kNone || told.when > identities_[best].when)) best = d;
  }
  return best;
}

// "... the ninth session. |That session| took place in Lima in May": the one that was told last, in
// the sentence before, if nothing else is said of both.
std::size_t BackReference::that_one(const Mention& m, const Identity& id) const {
  const bool opens = m.tokens.begin == c_.sentence(m.trigger.begin).begin;
  const bool bare = m.tokens.begin + 1 == m.trigger.begin && m.tokens.end == m.trigger.end;
  if (m.verbal || !opens || !bare || c_.lower(m.tokens.begin) != "that" || id.of_body() ||
      id.ordinal != 0) {
    return kNone;
  }
  std::size_t best = kNone;
  for (std::size_t d = oldest_draft(out_); d < out_.drafts.size(); ++d) {
    if (best == kNone || out_.drafts[d].mentions.back() > out_.drafts[best].mentions.back())
      best = d;
  }
  if (best == kNone || !founded_[best]) return kNone;
  const Identity& told = identities_[best];
  const bool meets = (told.kind == Kind::visit) == (id.kind == Kind::visit);
  const bool other = (!told.when.empty() && !id.when.empty() && told.when != id.when) ||
                     (!told.place.empty() && !id.place.empty() && told.place != id.place);
  const bool near = out_.mentions[out_.drafts[best].mentions.back()].sentence + 1 == m.sentence;
  return meets && near && !other ? best : kNone;
}

namespace {

// "|This 26th| Meeting of the Council", "At |this, the 26th| Meeting of the Council"
bool is_pointed_at(const Context& c, const Mention& m) {
  if (c.lower(m.tokens.begin) == "this") return true;
  std::uint32_t at = m.tokens.begin;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (at > begin && c.doc.lower(at - 1) == "the") --at;
  return at > begin + 1 && c.doc.lower(at - 1) == "," && c.doc.lower(at - 2) == "this";
}

}  // namespace

// "|This 26th| Meeting of the Council": the one that was told last, if it has no other number.
std::size_t BackReference::pointed_at(const Mention& m, const Identity& id) const {
  constexpr std::uint32_t kNear = 3;
  if (id.ordinal == 0 || out_.drafts.empty() || !is_pointed_at(c_, m)) return kNone;
  for (std::size_t d = out_.drafts.size(); d-- > oldest_draft(out_);) {
    const Identity& told = identities_[d];
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    const bool same = told.organisation == npos || told.organisation == id.organisation;
    const bool meets =
        told.kind == Kind::session || told.kind == Kind::summit || told.kind == Kind::conference;
    const bool near = last.sentence + kNear >= m.sentence && last.relation.empty();
    if (founded_[d] && meets && same && near && told.ordinal == 0) return d;
  }
  return kNone;
}

}  // namespace rapporteur::meetings
