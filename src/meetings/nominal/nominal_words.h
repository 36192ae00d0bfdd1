// The small words and runs of words around the noun of a meeting.
#pragma once

#include <cstdint>
#include <string_view>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// No more than a day, a place or an adverb stands in `words`.
bool is_adjunct(const Context& context, TokenRange words);
bool is_determiner(std::string_view word);
// Joins the noun with those whose meeting it is: "of", "between".
bool is_preposition(std::string_view word);
// "was represented at |the talks| by X": the noun at `noun` stands between a verb and who acts.
[[nodiscard]] bool is_within_verb(const Context& context, std::uint32_t noun);
// "the |preparatory| meeting for the summit": one that prepares another says so.
[[nodiscard]] bool is_preparatory(const Context& context, TokenRange words);

// How many tokens may stand between "round of" and the noun: a determiner, or whose round it is.
inline constexpr std::uint32_t kDeterminer = 1;
inline constexpr std::uint32_t kPossessor = 6;

// Where "|2-day| meeting", "secretary |level| meeting", "secretary|-level| talks" begins that ends
// at `at`; `at` for none.
[[nodiscard]] std::uint32_t measure_before(const Context& c, std::uint32_t at, std::uint32_t floor);

// "Bishkek (AGENCY) - |Session of the Council| opened": the sentence of `token` without its
// dateline.
TokenRange behind_dateline(const Context& context, std::uint32_t token);

// "the |Strategic Dialogue| meeting", "session of the |Political Consultations|": talks with a name
// of their own, from `begin` on or up to `end`; empty if there are none.
TokenRange row_of_talks(const Context& context, std::uint32_t begin);
TokenRange row_of_talks_before(const Context& context, std::uint32_t end, std::uint32_t floor);

// "|foreign secretary-level| Joint Commission": before the level that ends at `end`, or `end`.
std::uint32_t level_before(const Context& context, std::uint32_t end, std::uint32_t floor);

// "of the |ministerial-level| Joint Rivers Commission": behind the level from `at`, or `at`.
std::uint32_t behind_level(const Context& context, std::uint32_t at, std::uint32_t end);

// "the 25th Round of Boundary Talks" with the talks at `at`, "the eighth round of the three
// countries' consultations": where "round of" begins, or `at`.
std::uint32_t round_before(const Context& context, std::uint32_t at, std::uint32_t reach);

// An organisation of states that no table knows, by the noun that heads its name: "Inland Waters
// Cooperation |Organisation|".
[[nodiscard]] bool names_unknown_organisation(const Context& context, const tagger::Tag& tag);

// "joint", "bilateral", "intergovernmental": what a body of a few states is called.
[[nodiscard]] bool is_joint_word(std::string_view word);

// "the |Coral Coast Council|'s Steering Committee": a body of several words at `name` that may have
// organs of its own: none of two states, none that any organisation has.
[[nodiscard]] bool may_own_organs(const Context& context, TokenRange name);

// "and" at `at` between two states, bodies or persons: "India and Pakistan talks".
bool joins_names(const Context& context, std::uint32_t at);

// "Border Administrators |and| Commissioners Meeting": plural nouns in capitals on both sides of
// the word before `at`, in a sentence that begins at `begin`.
[[nodiscard]] bool joins_plurals(const Context& context, std::uint32_t begin, std::uint32_t at);

// "the summit of the AU, |ministerial meeting| of the ECO": another meeting is named at `at`.
[[nodiscard]] bool opens_meeting(const Context& context, std::uint32_t at);

// Behind a bracket of a few words at `open` ("(COP-5)"), or `open`.
std::uint32_t after_bracket(const Context& context, std::uint32_t open);

// Where a bracket of a few words that ends at `end` opens, or `end`.
std::uint32_t bracket_before(const Context& context, std::uint32_t end);

// "a visit |of three days|" with "of" at `at`: behind the duration, or `at`.
std::uint32_t duration_behind(const Context& context, std::uint32_t at);

// A line in capitals throughout, which tell no names. Looks at its first words only.
bool is_shouted(const Context& context, TokenRange sentence);

// "the |guarantor states| of the Process": those who belong to an organisation; or nothing.
[[nodiscard]] TokenRange members_at(const Context& context, std::uint32_t at);

// "in the |NB8| format", "within the framework of the |Quad|": the body as whose meeting it is
// told.
struct Format {
  const tagger::Tag* body = nullptr;  // null: none
  std::uint32_t end = 0;              // behind it
};
[[nodiscard]] Format format_behind(const Context& context, std::uint32_t at);

// Behind a run of capitals at `at` that nobody knows: the name of a series ("Consultative Meeting
// of ...") or of an organ ("Troika of the Organ on Politics, Defence and Security"); or `at`.
std::uint32_t capitals_behind(const Context& context, std::uint32_t at);

// The name with the words before it that belong to its head: "|Joint| Commission".
[[nodiscard]] TokenRange with_front(const Context& c, TokenRange name);

// "|counterparts of the Bucharest Nine| format" at `at`: the organisation whose they are, or null.
[[nodiscard]] const tagger::Tag* body_of_peers(const Context& context, std::uint32_t at);

// "between |the foreign ministries of| Peru and Chile": where before `end` the states stand whose
// they are; or `begin`.
[[nodiscard]] std::uint32_t behind_institutions(const Context& context, std::uint32_t begin,
                                                std::uint32_t end);

// "a meeting |planned| with X", with the word at `token`.
[[nodiscard]] bool is_arranged(const Context& context, const Mention& mention, std::uint32_t token);

}  // namespace rapporteur::meetings
