// What looks like a verb of meeting and tells of none.
#pragma once

#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

// "X |called| Y on Monday", but "called X a friend", "called Y's bluff".
[[nodiscard]] bool is_rung(const Context& context, const Mention& mention);
// "President X, |on whom| Y called", but "whom Y called".
[[nodiscard]] bool is_on_whom(const Context& context, std::uint32_t verb);
// "|saw| the Minister of Peru", "will |see| his colleagues", but "saw trade grow".
[[nodiscard]] bool sees_somebody(const Context& context, TokenRange verb);
// "saw Minister X |on Monday|", but "saw Minister X |sworn in|".
[[nodiscard]] bool is_only_seen(const Context& context, const Mention& mention);
// "Sunday |saw| the minister at the palace": nobody sees him.
[[nodiscard]] bool is_day_that_saw(const Context& context, const Mention& mention);
// "the decision to |confer| associate membership"
[[nodiscard]] bool bestows(const Context& context, TokenRange verb);

// "|speak with| one voice": nobody who is met.
[[nodiscard]] bool is_saying(const Context& context, TokenRange verb);
// "|received| a report of the Executive Secretary": a thing, no guest.
[[nodiscard]] bool is_handed(const Context& context, TokenRange verb);
// "mandated the committee |to consult with| experts": nobody who is named, nor any day.
[[nodiscard]] bool is_task(const Context& context, const Mention& mention);
// "Across the table |sat| X": who else was there, at the meeting that was told of.
[[nodiscard]] bool only_seats(const Context& context, TokenRange verb);
// "the Force |to meet| the challenges": no one.
[[nodiscard]] bool fulfils(const Context& context, TokenRange verb);
// "His letter |went to| the ministers", "the prize |goes to| Chad": a thing goes, or not to a
// place.
[[nodiscard]] bool is_sent(const Context& context, TokenRange verb);
bool is_only_meant(const Context& context, const Mention& mention);
// "would |meet annually|", "are to meet |every year|", "will convene |once a year|": no particular
// one, unless a day is told.
[[nodiscard]] bool is_habit(const Context& context, const Mention& mention);
// "|call on| the parties |to| lay down their arms": nobody is visited.
[[nodiscard]] bool urges(const Context& context, const Mention& mention);
// "|called on| the minister X on Monday to discuss trade": a visit, no demand.
[[nodiscard]] bool is_courtesy_call(const Context& context, TokenRange verb);
// "the Council will |next| assemble", "had |last| gathered", "|the last time| they met": next or
// previous, or nothing.
[[nodiscard]] std::string_view relation_of(const Context& context, TokenRange verb);
// "shook hands with X, whom he received": the reception says once more what `before` told.
[[nodiscard]] bool says_again(const Mention& before, const Mention& mention);

}  // namespace rapporteur::meetings
