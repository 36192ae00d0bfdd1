// What a register is to enter, as far as a reading alone says it: made on a second thread while the
// readings before it are written.
//
//   readings -> [faults, claims, members: another thread] -> rows: this one
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "members.h"
#include "rapporteur/base/ordered_pool.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/record/resolver.h"

namespace rapporteur::store {

// Of one reading.
struct Entry {
  std::vector<std::string> faults;  // see faults_of()
  // Empty unless they were wanted.
  std::vector<record::Claim> claims;
  std::vector<std::string> evidence;  // of each claim, as its row has it
  std::vector<Held> members;          // they look at the reading's text
};

// Those of readings, in their order. `is_wanted`: whether a reading's claims will be; asked on the
// caller's thread, some readings ahead. Memory: some readings' claims, however many follow.
class Entries {
 public:
  using Wanted = std::function<bool(const record::Reading&)>;

  // All of these outlive it.
  Entries(std::span<const record::Reading> readings, const record::Resolver& resolver,
          Wanted is_wanted);

  // The next reading's. REQUIRES: there is one. Throws what making it threw.
  Entry next();

 private:
  struct Order {
    const record::Reading* reading;
    bool with_claims;
  };
  struct Made {
    Entry entry;
    std::exception_ptr thrown;
  };
  static Made make(const Order& order, const record::Resolver& resolver);
  void look_ahead();

  std::span<const record::Reading> readings_;
  Wanted is_wanted_;
  std::size_t ordered_ = 0;
  OrderedPool<Order, Made> pool_;
};

// The members that a reading makes; they look at its text.
std::vector<Held> new_members(const record::Reading& reading, std::span<const record::Claim> claims,
                              const record::Resolver& resolver);

}  // namespace rapporteur::store
