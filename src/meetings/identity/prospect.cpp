#include "identity/prospect.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// "the yearly meetings, |which will| take place in May"
bool will_be(const Context& c, std::uint32_t token) {
  if (c.lower(token) == ",") ++token;
  const bool relative = c.lower(token) == "which" || c.lower(token) == "that";
  return relative && (c.lower(token + 1) == "will" ||
                      (c.lower(token + 1) == "is" && c.lower(token + 2) == "to"));
}

// "are about to hold a summit", "will hold a session" | a day that is over: of what a noun names.
Prospect prospect_of_noun(const Context& c, const Mention& m) {
  if (m.relation.empty() && will_be(c, m.tokens.end)) return Prospect::to_come;
  const bool meets = m.kind == "summit" || m.kind == "session" || m.kind == "conference";
  if (!meets || m.in_headline || !m.relation.empty()) return Prospect::untold;
  if (m.time != kNobody) {
    const std::optional<time::Days> days = time::days_of(c.times[m.time].edtf);
    const std::optional<time::Days> today = time::days_of(c.report.published);
    const bool over = days && today && days->last < today->first;
    return over ? Prospect::done : Prospect::untold;
  }
  constexpr std::uint32_t kReach = 8;
  static constexpr std::array<std::string_view, 12> kMeans{
      "about", "is",      "are",    "agreed", "decided",  "plan",
      "plans", "planned", "intend", "hope",   "resolved", "proposed"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kReach && m.trigger.begin >= begin + back + 2; ++back) {
    const std::uint32_t verb = m.trigger.begin - back;
    if (c.doc.is_punctuation(verb)) break;
    if (c.cue(verb, c.cues.light_verb) == nullptr) continue;
    const std::string_view before = c.doc.lower(verb - 1);
    const std::string_view first = c.doc.lower(verb - 2);
    const bool is_to = before == "to" && is_one_of(first, kMeans);
    return before == "will" || is_to ? Prospect::to_come : Prospect::untold;
  }
  return Prospect::untold;
}

}  // namespace

Prospect prospect_of(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 3;
  static constexpr std::array<std::string_view, 8> kAhead{"will", "to",     "shall", "would",
                                                          "due",  "should", "may",   "might"};
  static constexpr std::array<std::string_view, 8> kDone{"met",    "held", "saw",    "spoke",
                                                         "talked", "sat",  "hosted", "received"};
  if (!m.verbal) return prospect_of_noun(c, m);
  const bool told = m.people.size() == 2 || m.states.size() >= 2 || m.group;
  if (!told || !m.relation.empty()) return Prospect::untold;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::uint32_t from = m.trigger.begin > begin + kNear ? m.trigger.begin - kNear : begin;
  bool did = false;
  // "A and B |agreed| to meet in Lima": they have agreed
  const std::uint32_t end = m.dealt ? m.trigger.begin : m.trigger.end;
  for (std::uint32_t t = from; t < end; ++t) {
    const tagger::Tag* tag = c.tags.covering(t);
    if (tag != nullptr && tag->label == tagger::Label::person) continue;  // "Theresa |May| met"
    const std::string_view word = c.doc.lower(t);
    if (is_one_of(word, kAhead) || c.cue(t, c.cues.future) != nullptr) return Prospect::to_come;
    did = did || word == "did";
  }
  return did || is_one_of(c.doc.lower(m.trigger.begin), kDone) ? Prospect::done : Prospect::untold;
}

}  // namespace rapporteur::meetings
