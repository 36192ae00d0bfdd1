// The guest of a visit whose noun stands before its clause.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// "the visit which X paid |to Georgia|".
void goes_to(const Context& c, std::uint32_t begin, Mention& m) {
  constexpr std::uint32_t kNear = 8;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.place || m.country || !m.states.empty()) return;
  for (std::uint32_t t = begin; t < std::min(begin + kNear, s.end); ++t) {
    if (c.doc.lower(t) != "to") continue;
    const std::uint32_t at = c.lower(t + 1) == "the" ? t + 2 : t + 1;
    const tagger::Tag* tag = at < s.end ? c.tags.starting(at) : nullptr;
    if (tag == nullptr) return;
    if (tag->label == tagger::Label::state) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == tagger::Label::place) m.place = {tag->id, c.doc.span(tag->tokens)};
    return;
  }
}

// "the visit |he| recently paid to China": he of whom the sentence speaks.
bool paid_by_him(const Context& c, std::uint32_t at, Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 8> kPaid{
      "paid", "made", "pays", "paying", "undertook", "undertaken", "pay", "makes"};
  const TokenRange s = c.sentence(m.trigger.begin);
  if (at >= s.end || (c.doc.lower(at) != "he" && c.doc.lower(at) != "she")) return false;
  for (std::uint32_t t = at + 1; t < std::min(at + kNear, s.end); ++t) {
    if (!is_one_of(c.doc.lower(t), kPaid)) continue;
    const std::uint32_t guest = antecedent(c, at);
    if (guest == kNobody) return false;
    m.people.push_back(guest);
    goes_to(c, t + 1, m);
    return true;
  }
  return false;
}

// "The ministers of Peru and Chile told of the visit that |they| had paid to Lima": those of the
// states whose office holders stand before.
bool paid_by_them(const Context& c, std::uint32_t at, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  if (c.lower(at) == "that" || c.lower(at) == "which") ++at;
  if (at >= s.end || c.doc.lower(at) != "they" || !m.states.empty()) return false;
  for (std::uint32_t t = s.begin; t < m.tokens.begin; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person != kNobody || who->states.empty()) continue;
    goes_to(c, at + 1, m);
    m.states = who->states;
    return m.place || m.country;
  }
  return false;
}

// "A working visit to Peru |will be paid| tomorrow, on the orders of the president, |by X|".
bool paid_by_agent(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 40;
  constexpr std::uint32_t kTitle = 2;  // tokens of "the visiting"
  static constexpr std::array<std::string_view, 16> kDone{
      "paid",     "made",    "undertaken", "begun",     "started", "conducted",
      "opened",   "ended",   "completed",  "concluded", "carried", "wound",
      "launched", "wrapped", "scheduled",  "planned"};
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t end = std::min(m.tokens.end + kReach, s.end);
  bool done = false;
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || c.cue(t, c.cues.head) != nullptr) return false;
    const std::string_view before = c.doc.lower(t - 1);
    const bool passive = before == "be" || before == "was" || before == "been" ||
                         before == "being" || before == "is";
    done = done || (passive && is_one_of(word, kDone));
    if (!done || word != "by") continue;
    for (std::uint32_t at = t + 1; at <= t + 1 + kTitle && at < end; ++at) {
      const names::Mention* who = c.cast.starting(at);
      if (who == nullptr || who->person == kNobody) continue;
      m.people.push_back(who->person);
      return true;
    }
  }
  return false;
}

}  // namespace

bool visitor_of_clause(const Context& c, Mention& m) {
  // "|X| will attend the summit and visit Peru"
  constexpr std::uint32_t kReach = 8;
  const TokenRange s = c.sentence(m.trigger.begin);
  const bool joined = m.trigger.begin > s.begin && c.doc.lower(m.trigger.begin) == "visit" &&
                      c.doc.lower(m.trigger.begin - 1) == "and";
  if (joined && m.trigger.end < s.end && c.tags.starting(m.trigger.end) != nullptr) {
    const std::uint32_t guest = person_opening(c, {s.begin, m.trigger.begin});
    if (guest != kNobody) m.people.push_back(guest);
    return guest != kNobody;
  }
  if (m.tokens.begin > s.begin && c.doc.lower(m.tokens.begin - 1) == "whose") {
    for (std::uint32_t t = m.tokens.begin - 1; t > s.begin && m.tokens.begin - t < kReach; --t) {
      const names::Mention* who = c.cast.covering(t - 1);
      if (who == nullptr || who->person == kNobody) continue;
      m.people.push_back(who->person);
      return true;
    }
    return false;
  }
  const lexicon::CueClass paid = c.cues.visit_paid;
  TokenRange words;
  const bool led = c.cue(m.tokens.end, paid, &words) != nullptr;
  if (paid_by_them(c, m.tokens.end, m)) return true;
  if (paid_by_him(c, led ? words.end : m.tokens.end, m)) return true;
  if (!led) return paid_by_agent(c, m);
  for (std::uint32_t t = words.end; t < std::min(words.end + kReach, s.end); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr) continue;
    if (who->person == kNobody) return false;
    m.people.push_back(who->person);
    goes_to(c, who->tokens.end, m);
    return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
