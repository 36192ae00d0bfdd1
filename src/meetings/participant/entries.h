// The entries of those who take part: who they are, for whom they come and whether they do.
#pragma once

#include <string>

#include "draft.h"

namespace rapporteur::meetings {

// Writes participants into a meeting, each once. Cheap to copy; `context` outlives it.
class Entries {
 public:
  explicit Entries(const Context& context) : c_(context) {}

  // `where`: the words that tell of the person there, beside which absence is told.
  void add_person(Draft& draft, std::uint32_t person, TokenRange where, float confidence) const;
  // `office`: that of somebody of that state who is not named; or null.
  void add_state(Draft& draft, const Named& state, const names::Office* office, TokenRange where,
                 float confidence) const;
  // An organisation that sends somebody who is not named, or whose `office` alone is told.
  void add_body(Draft& draft, const Named& body, const names::Office* office, TokenRange where,
                float confidence) const;
  // An official without a name of the state of `side`, which takes part by name or alone.
  void add_beside(Draft& draft, const record::Participant& side, const names::Office& office,
                  TokenRange where) const;
  // "for President A": whom a participant of the meeting represents is absent.
  void add_represented(Draft& draft, const names::StandIn& who) const;
  // "the foreign ministers", of states that are not said.
  void add_group(Draft& draft, const names::Office& office) const;
  // "Ministers" in general, where those of single states are listed.
  static void drop_told_groups(record::Meeting& meeting);
  // Takes somebody of one meeting into another.
  void join(record::Participant who, Draft& draft) const;
  // A state without a name is the person who is known to come from there.
  static void drop_represented(record::Meeting& meeting);
  // A spokesperson or the like, who tells of meetings and is in none.
  [[nodiscard]] bool only_speaks(std::uint32_t person) const;

 private:
  [[nodiscard]] bool chairs_as_minister(const names::Person& p) const;
  [[nodiscard]] std::string organisation_of(const Named& body) const;
  static record::Attendance usual(const record::Meeting& meeting);
  static ByteSpan status_words(const record::Meeting& meeting, ByteSpan fallback);
  static void absorb_unnamed(record::Meeting& meeting, const record::Participant& named);
  void set_offices(const names::Person& p, record::Participant& out) const;
  void set_side(const names::Person& p, record::Participant& out) const;
  void mark_absence(record::Participant& p, TokenRange where) const;

  const Context& c_;
};

}  // namespace rapporteur::meetings
