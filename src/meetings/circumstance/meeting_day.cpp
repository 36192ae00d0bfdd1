#include "circumstance/meeting_day.h"

#include <string>

#include "circumstance/speech_time.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// A bound names the last day that it leaves: "by the end of June" is `../2009-06-30`.
std::string value_of(const Context& c, const time::Expression& e) {
  if (is_day_of_last(c, e)) return e.core_edtf;
  if (e.bound != time::Bound::until) return e.edtf;
  const std::optional<time::Days> days = time::days_of(e.edtf);
  return days ? time::edtf_of({time::kOpenBegin, days->last}) : e.edtf;
}

// "departs on November 29 and |returns on December 2|": the day on which a guest leaves for home,
// behind that of the arrival, or null.
const time::Expression* day_of_return(const Context& c, const time::Expression& e) {
  constexpr std::int64_t kLongest = 15;  // days
  const TokenRange s = c.sentence(e.tokens.begin);
  for (const time::Expression& next : c.times_in({e.tokens.end, s.end})) {
    if (next.tokens.begin < e.tokens.end || next.edtf.empty() || !time::is_date(next.kind))
      continue;
    const auto first = time::days_of(e.edtf);
    const auto last = time::days_of(next.edtf);
    if (time::length(e.edtf) != 1 || time::length(next.edtf) != 1 || !first || !last)
      return nullptr;
    const time::DayNumber days = last->first - first->first;
    if (days < 1 || days > kLongest || !is_day_of_journey(c, next)) return nullptr;
    return &next;
  }
  return nullptr;
}

// "on Monday |and yesterday|": the day behind `e` that goes on with it, or null.
const time::Expression* day_joined(const Context& c, const time::Expression& e) {
  std::uint32_t at = e.tokens.end;
  if (c.lower(at) != "and" || time::length(e.edtf) != 1) return nullptr;
  if (c.lower(++at) == "on") ++at;
  const time::Expression* next = c.time_at(at);
  if (next == nullptr || next->tokens.begin != at || next->edtf.empty()) return nullptr;
  if (!time::is_date(next->kind) || time::length(next->edtf) != 1) return nullptr;
  const auto first = time::days_of(e.edtf);
  const auto second = time::days_of(next->edtf);
  return first && second && second->first == first->last + 1 ? next : nullptr;
}

}  // namespace

void set_when(const Context& c, Draft& draft, const time::Expression& e, float confidence) {
  draft.meeting.when.set(value_of(c, e), {e.span}, confidence, "meetings/when-nearest");
  draft.meeting.when_basis = e.basis;
  const bool visit = draft.meeting.kind && *draft.meeting.kind == record::Kind::visit;
  const time::Expression* second = day_joined(c, e);
  if (second == nullptr && visit) second = day_of_return(c, e);
  if (second != nullptr) {
    const auto first = time::days_of(e.edtf);
    const auto last = time::days_of(second->edtf);
    draft.meeting.when.set(time::edtf_of({first->first, last->last}), {e.span, second->span},
                           confidence, "meetings/when-nearest");
    draft.meeting.when_basis = second->basis;
  }
}

}  // namespace rapporteur::meetings
