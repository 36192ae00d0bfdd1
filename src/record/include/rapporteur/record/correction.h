// Corrections: what a person has said about claims and entities, kept apart from both.
//
// A correction names what it is about by what a report says, never by a number of the register: so
// it holds when the report is read again, forgotten and entered anew, or not there yet. Which
// corrections of one thing count does not depend on the order in which they came: the latest
// (made, id) that has not been undone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/base/result.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/record/register.h"

namespace rapporteur::record {

enum class Verdict {
  accept,   // the claim is right: its value outranks what nobody has confirmed
  reject,   // the claim is wrong: it counts no more
  correct,  // the words mean another value
  merge,    // the members are one entity
  split,    // `members` are one entity, and none of `others` is of it
};

std::string_view to_string(Verdict v);
std::optional<Verdict> verdict_from(std::string_view name);
// accept, reject, correct
bool is_of_claim(Verdict v);

// Who did something, when and why.
struct Act {
  std::string who;
  std::string when;  // "2026-03-01T09:30:00.000Z"; empty: it was not done
  std::string why;
  friend auto operator<=>(const Act&, const Act&) = default;
};

struct Correction {
  Verdict verdict = Verdict::accept;
  // Of a claim: all claims of the report with this property, value and quote...
  std::string report;  // key
  std::string property;
  std::string value;
  std::string quote;        // quote_of the claim; may be empty
  std::string subject;      // ...and on an object of this subject_of; empty: on any
  std::string replacement;  // correct: the right value
  // Of members: sorted.
  std::vector<MemberKey> members;
  std::vector<MemberKey> others;
  Act made;
  Act undone;
  [[nodiscard]] bool stands() const { return undone.when.empty(); }
  friend bool operator==(const Correction&, const Correction&) = default;
};

// "c-" and 16 hexadecimal digits of all that it says, who made it and when; not of its undoing.
std::string correction_id(const Correction& correction);

// Nothing, or what keeps a correction from being one. Errors: bad_data (where: "").
Result<void> inspect(const Correction& correction);

// The words of a claim: its spans of `text` with " ... " between them.
std::string quote_of(const std::vector<ByteSpan>& evidence, std::string_view text);

// What an object is called by its own claims: a person, a name, a text, else an office, an
// organisation, a state; empty: none of them. `claims` are those of one object.
std::string_view subject_of(const std::vector<const Claim*>& claims);

inline constexpr std::size_t kUndecided = static_cast<std::size_t>(-1);

// For each of a reading's `claims` the index in `corrections` of the one that decides it, or
// kUndecided. Corrections that were undone, are not of claims, or whose replacement the fact cannot
// have, decide nothing. REQUIRES: all corrections are of this report; `claims` in their order.
std::vector<std::size_t> decide(const std::vector<Claim>& claims, std::string_view text,
                                const std::vector<Correction>& corrections);

// The claims as `decided` leaves them, all objects in their places: rejected ones are gone,
// corrected ones have their new value. `silenced` gets the pointers of objects of which nothing is
// left that a person could reject.
std::vector<Claim> corrected(const std::vector<Claim>& claims,
                             const std::vector<std::size_t>& decided,
                             const std::vector<Correction>& corrections,
                             std::vector<std::string>& silenced);

}  // namespace rapporteur::record
