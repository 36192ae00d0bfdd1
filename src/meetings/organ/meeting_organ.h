// Which organ a meeting is of, by the names that its mentions give it.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// The organ that the mentions name best, in the text rather than in a headline.
void add_organ(const Context& context, const Drafts& drafts, Draft& draft);

// "the second meeting on |Trilateral Cooperation on Maritime Security|": the matter names the row.
void add_row_by_matter(const Context& context, const Drafts& drafts, Draft& draft);

// "the |International Conference on Glaciers|": a conference of nobody's is called by its name.
void add_conference(const Context& context, const Drafts& drafts, Draft& draft);

// Ministers of a few states who meet without a number, an organisation or a name of their meeting
// hold talks, and are no organ.
void drop_groups(const Context& context, const Drafts& drafts, Draft& draft);

// "at the Twenty-Eighth |Inter-Sessional Meeting|": a name that the organisation's own table gives
// to one of its organs, now that the organisation is known.
void name_organ_of_organisation(const Context& context, record::Meeting& meeting);

// Takes out an organ that is a part of a state, of nobody, or another name of its organisation.
void drop_what_is_no_organ(const Context& context, record::Meeting& meeting);

// Takes out an organ that is the organisation itself.
void drop_organisation_as_organ(record::Meeting& meeting);

}  // namespace rapporteur::meetings
