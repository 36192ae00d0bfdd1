// Places that the words name again, or in a way of their own.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// A town that was named before, by words that mean it again.
struct TownReference {
  Named town;        // known, by its name; without words if nothing is meant
  TokenRange words;  // "in the town", "there"
};

// "in the town", "in this capital", "the session held |there|" at `token`. Cost: bounded.
TownReference town_meant(const Context& context, std::uint32_t token);

// The town in the bracket right behind the words `mention` or at their end: "summit (Brussels,
// July)", else the one between it and a date: "Council, Brussels, 17 February". Without words if
// there is none.
Named bracketed_town(const Context& context, TokenRange mention);

// "KUWAIT -", "SINGAPORE -": the state of the dateline, where it is one rather than a town.
Named dateline_state(const Context& context);

// The town of the dateline where it stands in the text, known or not; without words if it stands
// nowhere or is no town.
Named dateline_town(const Context& context);

// "from Baku |on Thursday night, where| he took part": behind the word that starts a clause about
// the place that ends at `end`; or `end`.
[[nodiscard]] std::uint32_t where_behind(const Context& context, std::uint32_t end);

// "a pipeline from Basra |to| Aqaba": where a line between two towns ends, and no meeting is.
bool is_end_of_line(const Context& context, std::uint32_t token);

// "returned |to| Nouakchott": with the preposition at `token`, the way back from a meeting.
bool is_way_home(const Context& context, std::uint32_t token);

// "leaves |for| Tashkent": with the preposition at `token`, the way to one.
bool is_way_out(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
