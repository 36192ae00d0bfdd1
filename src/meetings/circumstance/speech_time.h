// When somebody spoke of a meeting, or what years a plan has, rather than when the meeting was.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "announced on Wednesday", "said on Monday": when somebody spoke, not when they met.
bool is_time_of_speech(const Context& context, const time::Expression& expression);

// "|on Monday| indefinitely postponed", "was called off |on Friday|": when it was decided.
bool is_day_of_decision(const Context& context, const time::Expression& day);

// "postponed to |5 December|", "rescheduled for |Monday|": the day to which a meeting was moved.
bool is_day_put_off(const Context& context, const time::Expression& day);

// "a meeting of the ministers, |the Foreign Ministry of Peru| said": whoever is named at `begin`
// tells of it. Cost: O(1).
[[nodiscard]] bool is_speaker(const Context& context, std::uint32_t begin);

// "to restore the assembly |by October 28|": until when something is done, where nothing is said to
// be held by then.
[[nodiscard]] bool is_deadline(const Context& context, const time::Expression& day);

// "agreed |to hold| a summit", with "hold" at `verb`. Cost: O(1).
[[nodiscard]] bool is_agreed_on(const Context& context, std::uint32_t verb);

// What the mention names is still to come: "the session |will| be held", "a meeting |planned| for".
[[nodiscard]] bool is_told_to_come(const Context& context, const Mention& mention);

// "talked |on Tuesday| and discussed the next summit", "agreed |today| that the session will be
// held in Lima", "agreed |on Friday| to hold a session": a day that is over before what is still to
// come.
[[nodiscard]] bool is_before_what_comes(const Context& context, const Mention& mention,
                                        const time::Expression& day);

// The same of what the sentence of the day says of a draft.
[[nodiscard]] bool is_before_what_comes(const Context& context, const Drafts& drafts,
                                        const Draft& draft, const time::Expression& day);

// "the spokesman |told the Post on Monday|"
[[nodiscard]] bool is_told_to_paper(const Context& context, const time::Expression& day);
// "the |Programme and Budget| for 2010-2011", "the |work plan| 2024-2026": the years of a plan.
bool is_time_of_plan(const Context& context, const time::Expression& years);

}  // namespace rapporteur::meetings
