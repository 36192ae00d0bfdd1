#include <cstdint>

#include "sqlite/file.h"

namespace rapporteur::store::sqlite {

Result<void> Rows::bind_text(int index, std::string_view v) {
  // Not null even where the view is empty: SQLite would bind NULL. The copy is on purpose:
  // SQLITE_TRANSIENT lets callers pass temporaries.
  const char* data = v.data() != nullptr ? v.data() : "";
  const auto copy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
  const int code = sqlite3_bind_text64(statement_, index, data, v.size(), copy, SQLITE_UTF8);
  if (code != SQLITE_OK) return file_.error_of(code);
  return {};
}

Result<void> Rows::lend_text(int index, std::string_view v) {
  const char* data = v.data() != nullptr ? v.data() : "";
  const int code = sqlite3_bind_text64(statement_, index, data, v.size(), nullptr, SQLITE_UTF8);
  if (code != SQLITE_OK) return file_.error_of(code);
  return {};
}

Result<void> Rows::bind_integer(int index, std::int64_t v) {
  sqlite3_bind_int64(statement_, index, v);
  return {};
}

Result<void> Rows::bind_real(int index, double v) {
  sqlite3_bind_double(statement_, index, v);
  return {};
}

Result<void> Rows::bind_null(int index) {
  sqlite3_bind_null(statement_, index);
  return {};
}

Result<bool> Rows::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return file_.error_of(code);
}

Result<void> Rows::run() {
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = sqlite3_step(statement_);
  if (code != SQLITE_DONE) return file_.error_of(code);
  return {};
}

void Rows::rewind() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

std::string Rows::column_name(int column) const {
  const char* name = sqlite3_column_name(statement_, column);
  return name == nullptr ? "" : name;
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

bool Rows::is_number(int column) const {
  const int type = sqlite3_column_type(statement_, column);
  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

std::string_view Rows::text(int column) const {
  const void* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Rows::real(int column) const { return sqlite3_column_double(statement_, column); }

}  // namespace rapporteur::store::sqlite
