// A mention that names what was told right before by its number: "it was the eighth round", "this
// 26th meeting"; or by the occasion on which it was said: "this came during a meeting".
#pragma once

#include <cstddef>
#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// Sees the drafts of one report while they are put together. REQUIRES: all outlive *this.
class BackReference {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  BackReference(const Context& context, const Drafts& drafts,
                const std::vector<Identity>& identities, const std::vector<bool>& founded)
      : c_(context), out_(drafts), identities_(identities), founded_(founded) {}

  // The draft that the mention names again, or kNone. REQUIRES: `id` is identity_of `mention`.
  [[nodiscard]] std::size_t target(const Mention& mention, const Identity& id) const;

 private:
  [[nodiscard]] std::size_t counted_by(const Mention& mention) const;
  [[nodiscard]] std::size_t told_of(const Mention& m, const Identity& id) const;
  [[nodiscard]] std::size_t occasion_of(const Mention& m, const Identity& id) const;
  [[nodiscard]] std::size_t that_one(const Mention& m, const Identity& id) const;
  [[nodiscard]] bool is_presided_over(const Mention& m) const;
  [[nodiscard]] bool is_aside(std::size_t draft) const;
  [[nodiscard]] std::size_t presided_over(const Mention& mention, const Identity& id) const;
  [[nodiscard]] std::size_t pointed_at(const Mention& m, const Identity& id) const;

  const Context& c_;
  const Drafts& out_;
  const std::vector<Identity>& identities_;
  const std::vector<bool>& founded_;
};

}  // namespace rapporteur::meetings
