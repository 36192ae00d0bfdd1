#include "mention/day_of_met.h"

#include <algorithm>
#include <string_view>

#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// The last day between the start of the sentence and the verb; or kNobody.
std::uint32_t day_in_front(const Context& c, std::uint32_t verb) {
  std::uint32_t out = kNobody;
  for (const time::Expression& e : c.times_in({c.sentence(verb).begin, verb})) {
    if (time::is_date(e.kind) && !e.edtf.empty() && !c.in_dateline(e)) out = c.index_of(e);
  }
  return out;
}

// The mention of that person behind the verb of `m`, or null.
const names::Mention* met_behind(const Context& c, const Mention& m, std::uint32_t person) {
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person == person) return who;
  }
  return nullptr;
}

// "sees A, |on Tuesday| B", "and, |on Tuesday|, B": the day right before the mention, where a joint
// stands before it; or null.
const time::Expression* day_right_before(const Context& c, const names::Mention& who) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t begin = c.sentence(who.tokens.begin).begin;
  std::uint32_t end = who.tokens.begin;
  while (end > begin && (c.doc.lower(end - 1) == "the" || c.doc.lower(end - 1) == ",")) --end;
  for (std::uint32_t t = end; t > begin + 1 && end - t < kLongest; --t) {
    const time::Expression* day = c.date_at(t - 1);
    if (day == nullptr || day->tokens.end != end || day->edtf.empty()) continue;
    const std::uint32_t on = c.doc.lower(t - 2) == "on" ? t - 2 : t - 1;
    const std::string_view joint = on > begin ? c.doc.lower(on - 1) : std::string_view();
    return joint == "," || joint == ";" || joint == "and" ? day : nullptr;
  }
  return nullptr;
}

// "On Monday he sees A, |on Tuesday| B": somebody but the first has his day in front.
bool have_days_in_front(const Context& c, const Mention& m) {
  return std::any_of(m.objects.begin() + 1, m.objects.end(), [&](std::uint32_t p) {
    const names::Mention* who = met_behind(c, m, p);
    return who != nullptr && day_right_before(c, *who) != nullptr;
  });
}

}  // namespace

std::uint32_t day_of_met(const Context& c, const Mention& m,
                         const std::vector<std::uint32_t>& met) {
  if (have_days_in_front(c, m)) {
    const names::Mention* who = met_behind(c, m, met.front());
    const time::Expression* day = who != nullptr ? day_right_before(c, *who) : nullptr;
    if (day != nullptr) return c.index_of(*day);
    return met.front() == m.objects.front() ? day_in_front(c, m.trigger.begin) : m.time;
  }
  const names::Mention* who = met_behind(c, m, met.back());
  const time::Expression* day = who != nullptr ? day_right_behind(c, who->tokens.end) : nullptr;
  return day != nullptr ? c.index_of(*day) : m.time;
}

}  // namespace rapporteur::meetings
