// Questions in SQL from whoever uses the program: they read one register and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "rapporteur/base/result.h"
#include "rapporteur/output/subjects.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

struct SqlLimits {
  int time_ms = 10'000;       // from the moment of asking to the last row
  std::uint64_t rows = 1000;  // 0: no limit
};

struct SqlAnswer {
  std::uint64_t rows = 0;
  bool more = false;  // there are rows beyond the limit
};

// Asks one statement on a connection of its own, opened read-only, behind an authorizer that lets
// nothing but reading through. Columns of one name get numbers ("id", "id_2"); bytes that are no
// UTF-8 are escaped. `columns` hears the names once, before any row; `row` returns false to stop.
// Errors: those of Register::ask_stranger, and those of its rows.
Result<SqlAnswer> ask_sql(const store::Register& reg, std::string_view statement,
                          const SqlLimits& limits,
                          const std::function<void(const output::Row& names)>& columns,
                          const std::function<bool(const output::Row&)>& row);

}  // namespace rapporteur::service
