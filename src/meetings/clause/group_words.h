// The words for a group of officials who meet.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "|foreign and defence ministers|": the words of the group with the portfolios that share its
// head. REQUIRES: office.words is not empty.
ByteSpan words_of_group(const Context& context, const names::Office& office);

// "the |Visegrad Group| foreign and defence ministers": the body whose `group` it is, or nothing.
Named body_before_group(const Context& context, ByteSpan group);

// "finance ministers |and| central bank governors": nothing else stands between the two.
bool is_joined_group(const Context& context, ByteSpan first, ByteSpan second);

// "between |the three coastal states,| Iceland, Norway and Greenland": where the names begin behind
// what they are; or `begin`. `end`: of the sentence.
[[nodiscard]] std::uint32_t behind_apposition(const Context& context, std::uint32_t begin,
                                              std::uint32_t end);

// "A and his |guest from the Republic of Peru, |President B": behind what B is to the other; or
// `begin`.
[[nodiscard]] std::uint32_t behind_guest(const Context& context, std::uint32_t begin,
                                         std::uint32_t end);

// "the presidents of Peru, A, and |of Chile, |B": behind the state of who is named next; or
// `begin`.
[[nodiscard]] std::uint32_t behind_state_of_next(const Context& context, std::uint32_t begin);

// "met |the three prime ministers| of Peru, Chile and Ghana": so many of them at once.
[[nodiscard]] bool names_counted_group(const Context& context, TokenRange words);

// "two meetings, |one| with X": the first of several, at `token` before "with".
[[nodiscard]] bool opens_first_of_them(const Context& context, std::uint32_t token);

// "one with X, the |other| with Y": the next of several, at `token` before "with".
[[nodiscard]] bool opens_next_of_them(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
