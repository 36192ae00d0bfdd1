// What stands before the meeting and says what became of it: what it left behind, a lead and its
// colon.

#include <array>

#include "circumstance/status_words.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

using record::Status;

bool is_known_by_product(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 11> kProducts{
      "report",      "reports",   "outcome",         "outcomes",    "results", "minutes",
      "resolutions", "decisions", "recommendations", "conclusions", "record"};
  static constexpr std::array<std::string_view, 5> kAhead{"draft", "expected", "possible",
                                                          "desired", "future"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || m.ordinal == 0 || m.tokens.begin < begin + 2) return false;
  const std::string_view link = c.doc.lower(m.tokens.begin - 1);
  if (link != "of" && link != "from" && link != "by") return false;
  const std::uint32_t product = m.tokens.begin - 2;
  if (!is_one_of(c.doc.lower(product), kProducts)) return false;
  return product == begin || !is_one_of(c.doc.lower(product - 1), kAhead);
}

std::optional<Verdict> status_by_product(const Context& c, const Mention& m) {
  if (!is_known_by_product(c, m)) return std::nullopt;
  return Verdict{Status::held, c.doc.span({m.tokens.begin - 2, m.tokens.end}), 0.75F,
                 "meetings/status-of-product"};
}

std::optional<Verdict> status_by_lead(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t colon = m.tokens.begin;
  while (colon > s.begin && c.doc.lower(colon) != ":") --colon;
  if (colon == s.begin) return std::nullopt;
  for (std::uint32_t t = s.begin; t < colon; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
    if (cue == nullptr || (cue->value != "postponed" && cue->value != "cancelled")) continue;
    return Verdict{*record::from_string<Status>(cue->value), c.doc.span(words), 0.75F,
                   "meetings/status-word"};
  }
  return std::nullopt;
}

}  // namespace rapporteur::meetings
