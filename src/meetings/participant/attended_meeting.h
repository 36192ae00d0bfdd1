// Which meeting those attended of whom a sentence tells that names none.
#pragma once

#include "draft.h"
#include "identity/attribution.h"

namespace rapporteur::meetings {

// "The ministers met to prepare the summit in June. [...] The meeting was attended by A and B":
// people who have come were not at a meeting that is still to be, and those who will come are not
// expected at one that is over. The meeting of which the words at `token` speak or, where their
// tense does not suit it, the one named last before them that it suits; or Attribution::kNone.
// REQUIRES: the status of meetings is known; all outlive it. Cost: O(sentence + mentions).
class AttendedMeeting {
 public:
  AttendedMeeting(const Context& context, const Drafts& drafts, const Attribution& attribution)
      : c_(context), drafts_(drafts), attribution_(attribution) {}

  [[nodiscard]] std::size_t at(std::uint32_t token) const;

 private:
  enum class Time : std::uint8_t { unsaid, past, to_come };

  [[nodiscard]] bool is_named(std::uint32_t sentence) const;
  [[nodiscard]] Time time_of(std::uint32_t sentence) const;
  [[nodiscard]] Time time_of_cue(TokenRange words) const;
  [[nodiscard]] bool suits(std::size_t draft, Time time) const;

  const Context& c_;
  const Drafts& drafts_;
  const Attribution& attribution_;
};

// The sentence before that at `token` tells of the meeting. Cost: O(log sentences of `draft`).
[[nodiscard]] bool is_right_behind(const Context& context, const Draft& draft, std::uint32_t token);

}  // namespace rapporteur::meetings
