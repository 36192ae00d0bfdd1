// What the register asks of whoever knows which members are the same thing.
//
// The register keeps claims and must not know the rules; the rules must not know the register.
// rapporteur::resolve implements this.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/record/claim.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/record/register.h"

namespace rapporteur::record {

// What new members make of an entity of which they change nothing but counts.
struct Growth {
  struct Newcomer {
    std::size_t place = 0;  // among those that were asked about
    MemberKey merged_with;  // who stood in the entity already
  };
  struct Count {
    std::string property;
    int rank = 0;
    int support = 0;
    float confidence = 0;
  };
  std::string entity;
  std::vector<Newcomer> newcomers;
  std::vector<Count> counts;  // those that are others now
  std::string rule;           // of all these merges
  double score = 0;
};

// Pure functions: thread-safe, no state, the same answer in every process.
class Resolver {
 public:
  virtual ~Resolver() = default;

  // Changes whenever members_of or resolve could answer otherwise (rules, tables).
  [[nodiscard]] virtual std::string version() const = 0;

  // The members of one reading, `statements` among them; they look at its text, which must outlive
  // them. `claims`: of the reading. Cost: O(size of the reading).
  [[nodiscard]] virtual std::vector<Member> members_of(const Reading& reading,
                                                       std::span<const Claim> claims) const = 0;
  [[nodiscard]] std::vector<Member> members_of(const Reading& reading) const {
    return members_of(reading, claims_of(reading));
  }

  // For each of `others` whether anything could link it directly with one of `from`, whatever else
  // is known: its own rules look at both of a pair at once. Members that share no block cannot.
  // Cost: a comparison for each two different ones that share a block.
  [[nodiscard]] virtual std::vector<bool> neighbours(std::span<const Member* const> from,
                                                     std::span<const Member* const> others) const {
    return std::vector<bool>(others.size(), !from.empty());
  }

  // What one thread keeps between calls, to save work: it never changes an answer.
  class Notes {
   public:
    virtual ~Notes() = default;
    // Whether members of this group need no text any more.
    [[nodiscard]] virtual bool knows(std::string_view group) const = 0;
    // That entity changes by other ways than grow().
    virtual void forget(const std::string& entity) = 0;
  };
  [[nodiscard]] virtual std::unique_ptr<Notes> notes() const { return nullptr; }

  // Those of `more` that only add to entities which resolve() made with these notes: what it would
  // make of all members together is what it made, with these counts and merges. The others are to
  // be resolved; so are all whose neighbours are resolved. `more`: have stood in no entity yet, and
  // nobody has decided anything about them. `notes` take the growth for granted.
  // Cost: O(texts of an entity) for each of its newcomers, a glance for each text.
  [[nodiscard]] virtual std::vector<Growth> grow(std::span<const Member* const> /*more*/,
                                                 Notes* /*notes*/) const {
    return {};
  }

  // The entities of `members`, in any order, sorted by id. Every member is in exactly one.
  // Near-copies among the texts of one entity's members count as one group.
  // REQUIRES: every neighbour of one of `members` is among them.
  // Then resolve(a + b) is resolve(a) + resolve(b) wherever nobody of a has a neighbour in b.
  // `notes`: of this resolver, or null; what they know of texts when this begins, they know until
  // it ends.
  [[nodiscard]] virtual std::vector<Entity> resolve(std::span<const Member* const> members,
                                                    Notes* notes) const = 0;
  [[nodiscard]] std::vector<Entity> resolve(const std::vector<Member>& members) const {
    std::vector<const Member*> pointers;
    pointers.reserve(members.size());
    for (const Member& m : members) pointers.push_back(&m);
    return resolve(pointers, nullptr);
  }
};

}  // namespace rapporteur::record
