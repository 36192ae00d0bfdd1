#include "sqlite.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace rapporteur::store {
namespace {

ErrorCode code_of_errno(int number) {
  switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorCode::access_denied;
    case ENOENT:
      return ErrorCode::not_found;
    default:
      return ErrorCode::io;
  }
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& uri, const std::string& path,
                                                 int flags, int busy_timeout_ms) {
  std::unique_ptr<Database> db(new Database(path));
  const int code = sqlite3_open_v2(
      uri.c_str(), &db->handle_,
      flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (db->handle_ == nullptr) return Error{ErrorCode::io, "out of memory", path};
  if (code != SQLITE_OK) return db->error_of(code);
  sqlite3_busy_timeout(db->handle_, busy_timeout_ms);
  return db;
}

Database::~Database() {
  for (auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close_v2(handle_);
}

bool Database::exec(const char* sql) {
  if (failed()) return false;
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
  return code == SQLITE_OK;
}

void Database::fail(int code) {
  if (!error_) error_ = error_of(code);
}

void Database::fail(Error error) {
  if (!error_) error_ = std::move(error);
}

Result<void> Database::take_error() {
  if (!error_) return {};
  return *std::exchange(error_, std::nullopt);
}

Error Database::error_of(int code) const {
  const std::string said = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::busy, "another program is writing to the register; try again later",
              path_};
    case SQLITE_FULL:
      return {ErrorCode::io, "no space is left; nothing was changed", path_};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::damaged, "the file is damaged or no register (" + said + ")", path_};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {ErrorCode::access_denied, "may not write to the register", path_};
    case SQLITE_CANTOPEN: {
      const int number = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
      return {code_of_errno(number),
              "cannot open the register" +
                  (number != 0 ? ": " + std::string(std::strerror(number)) : std::string()),
              path_};
    }
    case SQLITE_IOERR: {
      const int number = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
      return {ErrorCode::io, said + (number != 0 ? ": " + std::string(std::strerror(number)) : ""),
              path_};
    }
    case SQLITE_INTERRUPT:
      return {ErrorCode::too_large, "the question took longer than it was given", path_};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
      return {ErrorCode::too_large, said, path_};
    default:
      return {ErrorCode::internal, said, path_};
  }
}

sqlite3_stmt* Database::borrow(const char* sql) {
  if (failed()) return nullptr;
  std::vector<sqlite3_stmt*>& idle = idle_[sql];
  if (!idle.empty()) {
    sqlite3_stmt* statement = idle.back();
    idle.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return statement;
}

void Database::give_back(const char* sql, sqlite3_stmt* statement) {
  if (statement == nullptr) return;
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  idle_[sql].push_back(statement);
}

bool Statement::step() {
  if (stmt_ == nullptr || db_.failed()) return false;
  const int code = sqlite3_step(stmt_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) db_.fail(code);
  return false;
}

bool Statement::run() {
  while (step()) {
  }
  return !db_.failed();
}

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_text(stmt_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(stmt_, column))};
}

void Statement::reset() {
  if (stmt_ != nullptr) sqlite3_reset(stmt_);
}

void Statement::bind_at(int index, std::string_view v) {
  if (stmt_ == nullptr) return;
  // Not null even where the view is empty: SQLite would bind NULL. The copy is on purpose:
  // SQLITE_TRANSIENT lets callers pass temporaries.
  const char* data = v.data() != nullptr ? v.data() : "";
  const auto copy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
  const int code = sqlite3_bind_text64(stmt_, index, data, v.size(), copy, SQLITE_UTF8);
  if (code != SQLITE_OK) db_.fail(code);
}

void Statement::bind_at(int index, double v) {
  if (stmt_ != nullptr) sqlite3_bind_double(stmt_, index, v);
}

void Statement::bind_at(int index, std::nullptr_t) {
  if (stmt_ != nullptr) sqlite3_bind_null(stmt_, index);
}

void Statement::bind_integer(int index, sqlite3_int64 v) {
  if (stmt_ != nullptr) sqlite3_bind_int64(stmt_, index, v);
}

Transaction::Transaction(Database& db, Kind kind) : db_(db) {
  open_ = db_.exec(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::commit() {
  if (!open_ || !db_.exec("COMMIT")) return false;
  open_ = false;
  return true;
}

}  // namespace rapporteur::store
