#include "prospect.h"

#include <algorithm>
#include <array>

#include "word_list.h"

namespace rapporteur::meetings {

Prospect prospect_of(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 3;
  static constexpr std::array<std::string_view, 8> kAhead{"will", "to",     "shall", "would",
                                                          "due",  "should", "may",   "might"};
  static constexpr std::array<std::string_view, 8> kDone{"met",    "held", "saw",    "spoke",
                                                         "talked", "sat",  "hosted", "received"};
  if (!m.verbal || m.people.size() != 2 || !m.relation.empty()) return Prospect::untold;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::uint32_t from = m.trigger.begin > begin + kNear ? m.trigger.begin - kNear : begin;
  bool did = false;
  for (std::uint32_t t = from; t < m.trigger.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (is_one_of(word, kAhead) || c.cue(t, c.cues.future) != nullptr) return Prospect::to_come;
    did = did || word == "did";
  }
  return did || is_one_of(c.doc.lower(m.trigger.begin), kDone) ? Prospect::done : Prospect::untold;
}

}  // namespace rapporteur::meetings
