// Whether words say that states or an organisation meet, or leave it open: "the 71st session of the
// Cocoa Council" in a report in which ministers of five states speak, against a board or a cabinet.
#pragma once

#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// Binds to one report. Cost: O(its people) when made, then O(the people of a mention).
class Founding {
 public:
  explicit Founding(const Context& context);

  // The mention itself says that states or an organisation meet. REQUIRES: `id` is identity_of
  // `mention`.
  [[nodiscard]] bool founds(const Mention& mention, const Identity& id) const;

  // The words of its organ hold the noun of a body: "Joint Technical Committee".
  [[nodiscard]] bool is_further_session(const Mention& m) const;
  [[nodiscard]] bool is_headed(const Mention& mention) const;
  // People of two states or more act in the report.
  [[nodiscard]] bool among_states() const { return among_states_; }

 private:
  [[nodiscard]] std::size_t sides(const Mention& mention) const;
  [[nodiscard]] bool any_unplaced(const Mention& mention) const;
  [[nodiscard]] bool is_international(const Mention& mention) const;
  [[nodiscard]] bool founds_among_states(const Mention& mention, const Identity& id) const;
  [[nodiscard]] bool is_of_joint_body(const Mention& mention) const;
  [[nodiscard]] bool is_numbered_session(const Mention& mention) const;
  [[nodiscard]] bool is_committee_at_work(const Mention& mention) const;
  [[nodiscard]] bool is_placed_session(const Mention& mention) const;
  [[nodiscard]] bool is_regional_body(const Mention& mention) const;
  [[nodiscard]] bool is_owned_by_states(const Mention& mention) const;
  [[nodiscard]] bool goes_ahead(const Mention& mention) const;
  [[nodiscard]] bool is_named_talks(const Mention& mention) const;
  [[nodiscard]] bool is_level_meeting(const Mention& mention) const;
  [[nodiscard]] bool is_of_the_sides(const Mention& m) const;
  [[nodiscard]] bool is_here(const Mention& m) const;
  [[nodiscard]] bool is_with_region(const Mention& m) const;
  [[nodiscard]] bool is_worldwide(const Mention& m) const;
  [[nodiscard]] bool names_region(const Mention& mention) const;
  [[nodiscard]] bool is_of_region(const Mention& mention) const;
  [[nodiscard]] bool is_of_comers(const Mention& mention) const;
  [[nodiscard]] bool prepares_row(const Mention& mention) const;
  [[nodiscard]] bool names_circle(std::uint32_t token) const;
  [[nodiscard]] bool comes_to(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_of_circle(const Mention& mention) const;
  [[nodiscard]] bool is_of_many_countries(const Mention& mention) const;
  [[nodiscard]] bool is_with_other(const Mention& mention, const Identity& id) const;
  [[nodiscard]] bool is_guest_of_unnamed(const Mention& mention) const;
  [[nodiscard]] bool is_numbered_among_few(const Mention& mention) const;
  [[nodiscard]] bool may_be_two_sides(const Mention& mention) const;

  const Context& c_;
  lexicon::CueClass organ_head_;
  lexicon::CueClass circle_;
  lexicon::CueClass officials_;
  bool organisation_ = false;   // the report names an organisation of states
  bool international_ = false;  // the report has words of meetings among states, and names one
  bool two_named_ = false;      // the report names two states or more
  bool among_states_ = false;   // people of two states or more act in the report
};

// "|an extraordinary session|", "a special meeting": of the body of which the report speaks.
[[nodiscard]] bool is_sort_of_session(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
