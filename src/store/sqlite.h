// The thin wrap around SQLite: a connection, its prepared statements, its errors as ours.
//
// Failures stick: after the first one every statement of the connection does nothing and yields no
// rows, until take_error() hands the error out. So a chain of statements is checked once.
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::store {

class Database {
 public:
  // `uri` is a file: URI; `path` is what errors name.
  static Result<std::unique_ptr<Database>> open(const std::string& uri, const std::string& path,
                                                int flags, int busy_timeout_ms);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  // Runs statements that give no rows. False on failure.
  bool exec(const char* sql);

  [[nodiscard]] bool failed() const { return error_.has_value(); }
  void fail(int code);
  void fail(Error error);
  // The first failure since the last call, if any.
  Result<void> take_error();
  // What `code`, as SQLite returned it just now, means to our callers.
  [[nodiscard]] Error error_of(int code) const;

 private:
  friend class Statement;
  explicit Database(std::string path) : path_(std::move(path)) {}

  // A prepared statement that nobody uses; null on failure. Prepared ones are kept for reuse.
  sqlite3_stmt* borrow(const char* sql);
  void give_back(const char* sql, sqlite3_stmt* statement);

  std::string path_;
  sqlite3* handle_ = nullptr;
  std::optional<Error> error_;
  // By address: every statement of ours is a constant.
  std::unordered_map<const char*, std::vector<sqlite3_stmt*>> idle_;
};

class Statement {
 public:
  // `sql` must be a constant of the program.
  Statement(Database& db, const char* sql) : db_(db), sql_(sql), stmt_(db.borrow(sql)) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { db_.give_back(sql_, stmt_); }

  // Binds all parameters in order and makes ready to step.
  template <class... Values>
  Statement& bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_at(++index, values), ...);
    return *this;
  }

  // True: there is a row. False: the end, or a failure.
  bool step();
  // Runs to the end. False on failure.
  bool run();

  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(stmt_, column) == SQLITE_NULL;
  }
  // Valid until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] sqlite3_int64 integer(int column) const {
    return sqlite3_column_int64(stmt_, column);
  }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(stmt_, column); }

 private:
  void reset();
  void bind_at(int index, std::string_view v);
  void bind_at(int index, double v);
  void bind_at(int index, std::nullptr_t);
  template <std::integral T>
  void bind_at(int index, T v) {
    bind_integer(index, static_cast<sqlite3_int64>(v));
  }
  template <class T>
  void bind_at(int index, const std::optional<T>& v) {
    if (v) {
      bind_at(index, *v);
    } else {
      bind_at(index, nullptr);
    }
  }
  void bind_integer(int index, sqlite3_int64 v);

  Database& db_;
  const char* sql_;
  sqlite3_stmt* stmt_;
};

// Binds "" as NULL.
inline std::optional<std::string_view> null_if_empty(std::string_view v) {
  return v.empty() ? std::nullopt : std::optional(v);
}

// Begins at once as the writer (or, for reading, one view of the file); rolls back unless commit()
// succeeded.
class Transaction {
 public:
  enum class Kind { read, write };
  Transaction(Database& db, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  bool commit();

 private:
  Database& db_;
  bool open_ = false;
};

}  // namespace rapporteur::store
