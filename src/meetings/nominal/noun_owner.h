// Whose a meeting is that is named by its noun: a person's, a body's, a group's.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "his talks with X".
void person_owning(const Context& context, Mention& mention);

// "the Committee ... shall hold its fifth meeting".
void body_owning(const Context& context, Mention& mention);

// "|OPEC| is to host a technical meeting", "|OPEC| held an experts' meeting": the organisation
// whose meeting it is.
void body_hosting(const Context& context, Mention& mention);

// Whose meeting it is where only the clause says so: "|OPEC ministers| agreed at an online
// meeting", "|SADC ministers|, meeting in Lusaka, said", "meeting in Lusaka, |SADC ministers|
// said".
void group_of_clause(const Context& context, Mention& mention);

// The group of office holders or the body whose name begins at `token` is whose meeting it is;
// false: neither begins there.
bool take_who_meets(const Context& context, std::uint32_t token, Mention& mention);

// "Meeting in Lusaka, |SADC ministers| said": the group or body that opens the clause behind the
// next comma.
void take_behind_comma(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
