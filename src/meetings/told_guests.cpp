#include "told_guests.h"

#include <array>

#include "word_list.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kNear = 7;  // tokens of "the three visiting foreign ministers were later"

bool counts(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kNumbers{"two", "three", "four",  "five",
                                                            "six", "seven", "eight", "ten"};
  return is_one_of(word, kNumbers);
}

bool names_group(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kGroups{
      "guests",          "visitors",  "delegates",  "delegations", "ministers",
      "participants",    "envoys",    "speakers",   "chiefs",      "secretaries",
      "representatives", "diplomats", "negotiators"};
  return is_one_of(word, kGroups);
}

// "the |three| for lunch", "the |three| were": a number without its noun.
bool stands_alone(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 13> kBehind{
      "for", "to", "at", "in", "on", "were", "also", "later", "then", "paid", "called", ",", "."};
  return is_one_of(c.lower(token + 1), kBehind);
}

// "the guests", "the three foreign ministers", "them" at `token`; not "the ministers of Peru".
bool is_group_at(const Context& c, std::uint32_t token, std::uint32_t end) {
  const std::string_view word = c.lower(token);
  if (word == "them" || word == "they") return true;
  if (word != "the" && word != "both" && word != "all") return false;
  const std::uint32_t limit = std::min(token + 5, end);
  for (std::uint32_t t = token + 1; t < limit; ++t) {
    const std::string_view next = c.lower(t);
    if (counts(next) && stands_alone(c, t)) return true;
    if (names_group(next)) return c.lower(t + 1) != "of" && c.lower(t + 1) != "from";
    if (c.doc.is_capital(t) || c.doc.is_punctuation(t)) return false;
  }
  return false;
}

}  // namespace

bool receives_those_told(const Context& c, const Mention& m) {
  if (m.kind != "reception" || !m.verbal || m.in_headline || m.people.size() != 1) return false;
  if (!m.states.empty() || m.organisation || m.organ) return false;
  if (m.received_group) return true;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t from = m.trigger.begin > s.begin + kNear ? m.trigger.begin - kNear : s.begin;
  for (std::uint32_t t = from; t < m.trigger.begin; ++t) {
    if (is_group_at(c, t, m.trigger.begin)) return true;
  }
  const std::uint32_t end = std::min(m.trigger.end + kNear, s.end);
  return m.trigger.end < end && is_group_at(c, m.trigger.end, end);
}

}  // namespace rapporteur::meetings
