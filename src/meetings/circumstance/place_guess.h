// Where a meeting is held of which no place is told outright.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "a flag meeting is in progress at |Chushul|": a name in capitals that no table knows, behind
// the meeting. Without words if there is none.
Named name_behind(const Context& context, const std::vector<Mention>& mentions, const Draft& draft);

// "BRUSSELS: The ministers held talks at the alliance's headquarters": a building of that town.
bool is_in_building(const Context& context, const std::vector<Mention>& mentions,
                    const Draft& draft);

// "is on a visit to Chile. He will also travel to |Arica|": one stop more of a visit that was told.
bool is_further_stop(const Context& context, const std::vector<Mention>& mentions,
                     const Draft& draft, std::uint32_t token);

// It is still to come when the report is written: nobody is there yet.
bool is_ahead(const record::Report& report, const record::Meeting& meeting);

}  // namespace rapporteur::meetings
