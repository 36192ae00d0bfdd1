// The body for which a pronoun stands before a verb of meeting.
#pragma once

#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

// "The Council is the second body of the Union. |It| met in Lima": the council or organisation of
// which the sentence, or the one before, told becomes the mention's. False: none.
bool take_told_body(const Context& context, std::uint32_t verb, Mention& mention);

// "The Border Commission met in Lima. |The commission| will meet": the body that one of the two
// sentences before told of by a name that holds the noun. False: another subject, or no such body.
bool take_body_of_noun(const Context& context, std::uint32_t verb, Mention& mention);

// "X has the chair of the Union. |Its| Assembly met": the organisation whose organ it is.
void take_told_owner(const Context& context, Mention& mention);

// "Transport ministers |of the bloc| met", "|the Union's| transport ministers": the organisation
// for which the noun stands, told in the sentences before.
void take_told_whole(const Context& context, Mention& mention);

// "bloc", "Union": what an organisation is called when it was named before.
bool stands_for_organisation(std::string_view word);

// "a meeting of |its| foreign ministers", "of |the bloc's| foreign ministers", "|The Union| decided
// it at a meeting of foreign ministers": the organisation whose office holders meet.
void take_whole_of_group(const Context& context, Mention& mention);
// "|Its leaders| will meet in May": the same, before the verb.
void take_whole_of_leaders(const Context& context, std::uint32_t verb, Mention& mention);

}  // namespace rapporteur::meetings
