// A connection as the register uses it: statements that are constants, errors that stick.
//
// After the first failure every statement of the connection does nothing and yields no rows, until
// take_error() hands the error out. So a chain of statements is checked once.
#pragma once

#include <array>
#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "connection.h"

namespace rapporteur::store {

// Tables whose rows are numbered.
enum class Numbered { report, text, version, left_out, warning, object, claim, feed };

class Database {
 public:
  explicit Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Connection& connection() const { return *connection_; }
  [[nodiscard]] const std::string& path() const { return connection_->path(); }

  // Runs statements that give no rows. False on failure.
  bool exec(const std::string& sql);

  // One more than the greatest id so far. Ids are given here, not by the engine, so that what hangs
  // on a row can be sent after it without waiting. REQUIRES: a transaction for writing.
  std::int64_t next_id(Numbered table);

  [[nodiscard]] bool failed() const { return error_.has_value(); }
  void fail(Error error);
  // Takes over the failure, if there is one. True if there is none.
  bool check(Result<void> result);
  // The first failure since the last call, if any.
  Result<void> take_error();

 private:
  friend class Statement;
  friend class Transaction;

  // A prepared statement that nobody uses; null on failure. Prepared ones are kept for reuse.
  std::unique_ptr<Prepared> borrow(const char* sql);
  void give_back(const char* sql, std::unique_ptr<Prepared> statement);

  std::unique_ptr<Connection> connection_;
  std::optional<Error> error_;
  // By address: every statement of ours is a constant.
  std::unordered_map<const char*, std::vector<std::unique_ptr<Prepared>>> idle_;
  std::array<std::int64_t, 8> last_ids_{};  // 0: not known yet
  int open_ = 0;                            // transactions, one inside the other
};

class Statement {
 public:
  // `sql` must be a constant of the program.
  Statement(Database& db, const char* sql) : db_(db), sql_(sql), prepared_(db.borrow(sql)) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { db_.give_back(sql_, std::move(prepared_)); }

  // Binds all parameters in order and makes ready to step.
  template <class... Values>
  Statement& bind(const Values&... values) {
    if (prepared_ == nullptr) return *this;
    prepared_->rewind();
    int index = 0;
    (db_.check(bind_at(++index, values)), ...);
    return *this;
  }

  // Runs it with these values, and is ready for the next. False on failure.
  template <class... Values>
  bool put(const Values&... values) {
    if (prepared_ == nullptr) return false;
    lends_ = true;
    bind(values...);
    lends_ = false;
    const bool done = run();
    prepared_->rewind();
    return done;
  }

  // True: there is a row. False: the end, or a failure.
  bool step();
  // Runs to the end. False on failure.
  bool run();

  // As Prepared says. REQUIRES: step() was true.
  [[nodiscard]] bool is_null(int column) const { return prepared_->is_null(column); }
  [[nodiscard]] std::string_view text(int column) const { return prepared_->text(column); }
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] std::int64_t integer(int column) const { return prepared_->integer(column); }
  [[nodiscard]] double real(int column) const { return prepared_->real(column); }

 private:
  Result<void> bind_at(int index, std::string_view v) {
    return lends_ ? prepared_->lend_text(index, v) : prepared_->bind_text(index, v);
  }
  Result<void> bind_at(int index, double v) { return prepared_->bind_real(index, v); }
  Result<void> bind_at(int index, std::nullptr_t) { return prepared_->bind_null(index); }
  template <std::integral T>
  Result<void> bind_at(int index, T v) {
    return prepared_->bind_integer(index, static_cast<std::int64_t>(v));
  }
  template <class T>
  Result<void> bind_at(int index, const std::optional<T>& v) {
    return v ? bind_at(index, *v) : bind_at(index, nullptr);
  }

  Database& db_;
  const char* sql_;
  std::unique_ptr<Prepared> prepared_;
  bool lends_ = false;  // while put() binds
};

// Binds "" as NULL.
inline std::optional<std::string_view> null_if_empty(std::string_view v) {
  return v.empty() ? std::nullopt : std::optional(v);
}

// Rolls back unless commit() succeeded. Inside another one it is a part of that.
class Transaction {
 public:
  Transaction(Database& db, Work work);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  bool commit();

 private:
  Database& db_;
  bool open_ = false;
  bool outermost_ = false;
};

}  // namespace rapporteur::store
