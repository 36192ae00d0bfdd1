// New members that add to an entity only what it has, so that the entity need not be computed anew.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "impl.h"
#include "member_writer.h"

namespace rapporteur::store {

class Growing {
 public:
  // Asks the resolver about the new members.
  Growing(Database& db, const Touched& touched, const record::Resolver& resolver, Memory& memory);

  [[nodiscard]] bool holds(std::int64_t id) const { return ids_.contains(id); }
  // Leaves out entities whose members are computed anew after all.
  void leave_out(const std::vector<Reached>& reached);
  // The number of entities that grow.
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  // Writes all but the rows of members, and gives these to `writer`.
  void write(MemberWriter& writer);
  // What was written is not needed any more.
  void done();

 private:
  struct Newcomer {
    std::int64_t id = 0;
    std::string merged_with;  // own id
  };
  struct Grown {
    record::Growth growth;
    std::vector<Newcomer> newcomers;
  };

  void write_counts(const Grown& g);

  Database& db_;
  Memory& memory_;
  std::vector<Grown> all_;
  std::unordered_set<std::int64_t> ids_;
};

}  // namespace rapporteur::store
