// The yardstick: the rows of a finished register, inserted one by one and nothing else.
#pragma once

#include <cstddef>
#include <string>

#include "rapporteur/base/result.h"
#include "times.h"

namespace rapporteur::bench {

struct BareInserts {
  std::size_t rows = 0;
  Times times;  // of inserts and commits; not of reading `source`
};

// Fills `target`, an empty register, with all rows of `source`: tables with their indexes, and the
// search indexes, the rows of each spread evenly over so many `transactions`. The settings of the
// register's own, but for foreign keys, which are not looked at. Errors: io.
Result<BareInserts> insert_bare(const std::string& source, const std::string& target,
                                std::size_t transactions);

}  // namespace rapporteur::bench
