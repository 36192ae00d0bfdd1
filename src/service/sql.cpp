#include "rapporteur/service/sql.h"

#include <set>
#include <string>

#include "rapporteur/output/printable.h"

namespace rapporteur::service {

namespace {

using output::Row;

// The names of the columns, each once.
Row names_of(const store::Cursor& cursor) {
  Row out;
  std::set<std::string> taken;
  for (int i = 0; i < cursor.columns(); ++i) {
    const std::string name = output::readable(cursor.column_name(i));
    std::string own = name;
    for (int n = 2; !taken.insert(own).second; ++n) own = name + "_" + std::to_string(n);
    out.cells.push_back({own, nullptr});
  }
  return out;
}

Row::Value value_of(const store::Cursor& cursor, int column) {
  if (cursor.is_null(column)) return nullptr;
  if (cursor.is_number(column)) {
    // "12" is an integer, "12.0", "1.2e+30" and "Inf" are none.
    const std::string_view digits = cursor.text(column);
    const bool whole = digits.find_first_not_of("-0123456789") == std::string_view::npos;
    if (whole) return cursor.integer(column);
    return cursor.real(column);
  }
  return output::readable(cursor.text(column));
}

}  // namespace

Result<SqlAnswer> ask_sql(const store::Register& reg, std::string_view statement,
                          const SqlLimits& limits,
                          const std::function<void(const output::Row& names)>& columns,
                          const std::function<bool(const output::Row&)>& row) {
  Result<store::Cursor> cursor = reg.ask_stranger(statement, limits.time_ms);
  if (!cursor) return cursor.error();
  Row line = names_of(*cursor);
  columns(line);
  SqlAnswer answer;
  while (true) {
    Result<bool> more = cursor->next();
    if (!more) return more.error();
    if (!*more) return answer;
    answer.more = limits.rows > 0 && answer.rows == limits.rows;
    if (answer.more) return answer;
    for (int i = 0; i < cursor->columns(); ++i) {
      line.cells[static_cast<std::size_t>(i)].value = value_of(*cursor, i);
    }
    if (!row(line)) return answer;
    ++answer.rows;
  }
}

}  // namespace rapporteur::service
