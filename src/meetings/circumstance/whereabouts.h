// Words that lead to the name of a place, and names that are no town.
#pragma once

#include <cstdint>
#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

// Where the phrase of the town named at `token` begins: "the southern port city of" before
// "Busan", "the Saudi city of" before "Mecca"; `token` itself where nothing of the kind precedes.
std::uint32_t town_phrase_before(const Context& context, std::uint32_t token);

// Where the town is named whose phrase begins at `token`, behind "in": the inverse.
std::uint32_t town_named_behind(const Context& context, std::uint32_t token);

// "will |not be held in Lima, but| online": what is denied before `token` is so in another place or
// way.
bool is_denied_for_other(const Context& context, std::uint32_t token);

// Where the state begins that owns the place at `token`: "Finland's" before "Helsinki"; `token`
// itself where none does.
std::uint32_t owner_before(const Context& context, std::uint32_t token);

// "in |Antigua|, Guatemala": a town of the state behind it which is called like another state.
// Without words if `tag` names none.
Named town_like_state(const Context& context, const tagger::Tag& tag);

// "the Tunisian capital" with its nationality at `token`: the town, by the words "Tunisian
// capital". Without words if it is none.
Named capital_at(const Context& context, std::uint32_t token);

// "to |neighbouring| Azerbaijan"
bool is_neighbour(std::string_view word);

// A sea, a peninsula, "the Western Balkans": nothing in which a meeting is held.
bool is_area(const Context& context, const Named& place);

// A building or a street: by its own words ("Palace of Carthage", "Berners Street") or by the noun
// behind it ("the Sipopo conference centre").
bool is_venue(const Context& context, const Named& place);

// "the situation |in| Yemen", "the embassy |in| Abuja": with that preposition at `token`, what
// follows says where something else is.
bool is_elsewhere(const Context& context, std::uint32_t token);

// "approach to the Corona Virus", "at the Avaza": of an unknown name with an article, or one that
// stands behind "to", nothing says that it is a place; nor is a part of the world or a compass
// point one.
bool may_be_town(const Context& context, const Named& named);

// "in the |Luanda| Process": a part of a name in capitals that is of no building and no meeting.
[[nodiscard]] bool is_in_title(const Context& context, const tagger::Tag& place);

// The town is the subject of a verb or the noun behind it that makes it the place: "Kinshasa saw
// the first summit", "Colombo was on July 8-9 the venue of the meeting".
bool is_scene(const Context& context, const tagger::Tag& town);
// "the venue of the meeting will be |Maseru|": with the town's phrase at `town`.
bool is_told_scene(const Context& context, std::uint32_t town);

// "will meet in June, a spokesman said |in Lima|": with that preposition at `token`, where somebody
// told of what is still to come.
bool is_place_of_speech(const Context& context, std::uint32_t token);

// The token stands in what is read as text.
bool is_told(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
