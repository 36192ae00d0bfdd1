#include "verbal/told_guests.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kNear = 7;  // tokens of "the three visiting foreign ministers were later"

bool names_group(std::string_view word) {
  static constexpr std::array<std::string_view, 15> kGroups{
      "guests",          "visitors",  "delegates",   "delegations", "ministers",
      "participants",    "envoys",    "speakers",    "chiefs",      "secretaries",
      "representatives", "diplomats", "negotiators", "guest",       "visitor"};
  return is_one_of(word, kGroups);
}

// "the |three| for lunch", "the |three| were": a number without its noun.
bool stands_alone(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 13> kBehind{
      "for", "to", "at", "in", "on", "were", "also", "later", "then", "paid", "called", ",", "."};
  return is_one_of(c.lower(token + 1), kBehind);
}

// "the guests", "the guest", "the three foreign ministers", "them" at `token`; not "the ministers
// of Peru".
bool is_group_at(const Context& c, std::uint32_t token, std::uint32_t end) {
  const std::string_view word = c.lower(token);
  if (word == "them" || word == "they") return true;
  if (word != "the" && word != "both" && word != "all") return false;
  const std::uint32_t limit = std::min(token + 5, end);
  for (std::uint32_t t = token + 1; t < limit; ++t) {
    const std::string_view next = c.lower(t);
    if (c.cue(t, c.cues.count) != nullptr && stands_alone(c, t)) return true;
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

bool take_told_guests(const ToldSoFar& told, Mention& m) {
  constexpr std::uint32_t kFar = 6;  // sentences
  constexpr std::size_t kMost = 5;   // of more the report says so
  const std::vector<Draft>& drafts = told.drafts.drafts;
  for (std::size_t d = drafts.size(); d-- > oldest_draft(told.drafts);) {
    const Mention& last = told.drafts.mentions[drafts[d].mentions.back()];
    const Identity& id = told.identities[d];
    const bool near = told.founded[d] && last.sentence + kFar >= m.sentence;
    if (!near || id.kind == record::Kind::call) continue;
    const bool host =
        std::find(id.people.begin(), id.people.end(), m.people.front()) != id.people.end();
    const std::vector<std::uint32_t>& guests =
        told.drafts.mentions[drafts[d].mentions.front()].people;
    const bool visit = id.kind == record::Kind::visit && !guests.empty() && !id.of_body();
    if (visit && guests.front() != m.people.front()) {  // "received |the guest|"
      m.fresh = true;
      m.people.push_back(guests.front());
      return true;
    }
    if (host || (id.people.size() < 2 && !id.of_body())) continue;
    m.fresh = true;
    if (id.people.size() >= 2 && id.people.size() <= kMost) {
      m.people.insert(m.people.end(), id.people.begin(), id.people.end());
    } else {
      m.received_group = true;
    }
    return true;
  }
  return m.received_group || m.people.size() >= 2;
}

bool is_with_guest(const ToldSoFar& told, const Mention& m, const Identity& id) {
  constexpr std::size_t kLast = 3;  // drafts
  const bool meets = id.kind == record::Kind::talks || id.kind == record::Kind::reception;
  const std::vector<Draft>& drafts = told.drafts.drafts;
  if (!meets || !m.verbal || m.people.size() < 2 || m.in_headline) return false;
  for (std::size_t d = drafts.size(); d-- > 0 && drafts.size() - d <= kLast;) {
    const Identity& visit = told.identities[d];
    if (!told.founded[d] || visit.kind != record::Kind::visit || visit.people.size() != 1) continue;
    const auto& guests = told.drafts.mentions[drafts[d].mentions.front()].people;
    if (guests.empty()) continue;
    if (std::find(m.people.begin(), m.people.end(), guests.front()) != m.people.end()) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
