// The year that stands before a meeting ("next year's summit"), and the day right behind a name.

#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

void take_year_before(const Context& c, Mention& m) {
  constexpr std::size_t kYear = 4;  // letters of a year in EDTF
  if (m.verbal || m.kind == "visit" || m.ordinal > 0) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.trigger.begin; t >= begin + 2 && t >= m.tokens.begin; --t) {
    if (c.doc.lower(t - 1) != "'s") continue;
    const time::Expression* year = c.date_at(t - 2);
    const bool whole = year != nullptr && year->edtf.size() == kYear;
    const auto days = whole ? time::days_of(year->edtf) : std::nullopt;
    const auto today = time::days_of(c.report.published);
    if (!days || !today || (days->first <= today->last && days->last >= today->first)) return;
    m.time = c.index_of(*year);
    m.relation = days->first > today->last ? "next" : "previous";
    m.fresh = true;
    m.definite = false;
    return;
  }
}

const time::Expression* day_right_behind(const Context& c, std::uint32_t end) {
  const std::string_view link = c.lower(end);
  return c.date_at(link == "on" || link == "in" || link == "," ? end + 1 : end);
}

}  // namespace rapporteur::meetings
