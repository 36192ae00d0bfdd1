// What the register asks of whoever knows which members are the same thing.
//
// The register keeps claims and must not know the rules; the rules must not know the register.
// rapporteur::resolve implements this.
#pragma once

#include <string>
#include <vector>

#include "rapporteur/record/reading.h"
#include "rapporteur/record/register.h"

namespace rapporteur::record {

// Pure functions: thread-safe, no state, the same answer in every process.
class Resolver {
 public:
  virtual ~Resolver() = default;

  // Changes whenever members_of or resolve could answer otherwise (rules, tables).
  [[nodiscard]] virtual std::string version() const = 0;

  // The members of one reading, `statements` among them; they look at its text, which must outlive
  // them. Cost: O(size of the reading).
  [[nodiscard]] virtual std::vector<Member> members_of(const Reading& reading) const = 0;

  // The entities of `members`, in any order, sorted by id. Every member is in exactly one.
  // Near-copies among the texts of one entity's members count as one group.
  // REQUIRES: every member that shares a block with one of `members` is among them.
  // Then resolve(a + b) is resolve(a) + resolve(b) wherever a and b share no block.
  [[nodiscard]] virtual std::vector<Entity> resolve(std::vector<Member> members) const = 0;
};

}  // namespace rapporteur::record
