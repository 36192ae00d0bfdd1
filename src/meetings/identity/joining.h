// Which of the meetings that were told so far a mention tells of again.
#pragma once

#include <cstddef>
#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// Sees the drafts of one report while they are put together. REQUIRES: all outlive *this.
class Joining {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Joining(const Context& context, const Drafts& drafts, const std::vector<Identity>& identities,
          const std::vector<bool>& founded)
      : c_(context), out_(drafts), identities_(identities), founded_(founded) {}

  // The draft with which the mention agrees most and that it does not contradict, or kNone.
  // REQUIRES: `id` is identity_of `mention`. Cost: O(drafts), bounded.
  [[nodiscard]] std::size_t best(const Mention& mention, const Identity& id) const;

  // "the 7th session ... the decisions of |the 6th session|": the next number was told before.
  [[nodiscard]] bool is_earlier_edition(std::size_t d) const;

 private:
  struct Sought;  // a mention by what decides, whatever the draft

  [[nodiscard]] bool may_tell_of(const Sought& sought, std::size_t d) const;
  [[nodiscard]] bool tells_of_another(const Sought& sought, std::size_t d, int agreed) const;
  [[nodiscard]] int score(const Sought& sought, std::size_t d) const;
  [[nodiscard]] bool is_ahead(const Mention& m) const;
  [[nodiscard]] const Mention& first_of(std::size_t d) const;
  [[nodiscard]] const Mention& last_of(std::size_t d) const;
  [[nodiscard]] bool is_only_headline(std::size_t d) const;
  [[nodiscard]] bool is_told_in_text() const;
  [[nodiscard]] bool is_told_right_before(const Mention& m, std::size_t d) const;
  [[nodiscard]] bool is_at_other_time(const Mention& m, std::size_t d) const;
  [[nodiscard]] bool is_still_to_come(const Mention& m, const Identity& id, std::size_t d) const;
  [[nodiscard]] bool is_long_past(const Identity& id, std::size_t d) const;
  [[nodiscard]] bool is_of_headline(std::size_t d, const Mention& m, const Identity& id) const;
  [[nodiscard]] bool follows(const Identity& id) const;
  [[nodiscard]] bool is_to_come(std::size_t d, const Identity& id, const Mention& m) const;
  [[nodiscard]] bool is_announced(std::size_t d) const;
  [[nodiscard]] int refers_back(const Mention& m, const Identity& id, std::size_t d) const;
  [[nodiscard]] bool is_of_today(const Mention& m) const;
  [[nodiscard]] bool is_by_the_way(const Mention& m, std::size_t d) const;
  [[nodiscard]] bool is_bygone(const Mention& m, std::size_t d) const;
  [[nodiscard]] bool is_only_aimed_at(std::size_t d) const;
  [[nodiscard]] bool goes_before(const Mention& m) const;

  const Context& c_;
  const Drafts& out_;
  const std::vector<Identity>& identities_;
  const std::vector<bool>& founded_;
};

}  // namespace rapporteur::meetings
