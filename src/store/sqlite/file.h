// A register in one SQLite file.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "connection.h"

namespace rapporteur::store::sqlite {

// In the file's header: says that a SQLite file is a register. "RPRT".
inline constexpr int kApplicationId = 0x52505254;

inline constexpr int kWaitMs = 5000;  // for another writer

class File;

// Statements that were asked and are done with: pages ask the same for each of their rows, and to
// prepare a question takes longer than to answer it.
class Idle {
 public:
  Idle() = default;
  Idle(const Idle&) = delete;
  Idle& operator=(const Idle&) = delete;
  ~Idle() { close(); }

  // One of this text, ready to begin; null: none.
  sqlite3_stmt* take(std::string_view sql);
  // Keeps it or finalizes it.
  void give_back(sqlite3_stmt* statement);
  // From now on nothing is kept.
  void close();

 private:
  std::unordered_map<std::string, std::vector<sqlite3_stmt*>> statements_;
  std::size_t count_ = 0;
  bool closed_ = false;
};

class Rows : public Prepared {
 public:
  // With `idle` the statement goes there in the end.
  Rows(const File& file, sqlite3_stmt* statement, std::shared_ptr<Idle> idle = nullptr)
      : file_(file), statement_(statement), idle_(std::move(idle)) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() override {
    if (idle_ != nullptr) {
      idle_->give_back(statement_);
    } else {
      sqlite3_finalize(statement_);
    }
  }

  Result<void> bind_text(int index, std::string_view v) override;
  Result<void> lend_text(int index, std::string_view v) override;
  Result<void> bind_integer(int index, std::int64_t v) override;
  Result<void> bind_real(int index, double v) override;
  Result<void> bind_null(int index) override;
  Result<void> start() override { return {}; }
  Result<bool> step() override;
  Result<void> run() override;
  void rewind() override;

  [[nodiscard]] int columns() const override { return sqlite3_column_count(statement_); }
  [[nodiscard]] std::string column_name(int column) const override;
  [[nodiscard]] bool is_null(int column) const override;
  [[nodiscard]] bool is_number(int column) const override;
  [[nodiscard]] std::string_view text(int column) const override;
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] double real(int column) const override;

 private:
  const File& file_;
  sqlite3_stmt* statement_;
  std::shared_ptr<Idle> idle_;
};

class File : public Connection {
 public:
  // `uri` is a file: URI; `path` is what errors name.
  static Result<std::unique_ptr<File>> open(const std::string& uri, const std::string& path,
                                            int flags, const OpenOptions& options);
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() override {
    idle_->close();
    sqlite3_close_v2(handle_);
  }

  [[nodiscard]] sqlite3* handle() const { return handle_; }
  // What `code`, as SQLite returned it just now, means to our callers.
  [[nodiscard]] Error error_of(int code) const;

  [[nodiscard]] const std::string& path() const override { return path_; }
  Result<std::unique_ptr<Prepared>> prepare(std::string_view sql, bool keep) override;
  Result<void> exec(const std::string& sql) override;
  Result<void> begin(Work work) override;
  Result<void> commit() override { return exec("COMMIT"); }
  void roll_back() override { sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr); }
  void give_until(Clock::time_point deadline) override;

  Result<int> look() override;
  Result<void> upgrade(int from, int to) override;
  Result<void> configure() override;
  Result<std::int64_t> changes() override { return number("PRAGMA data_version"); }
  [[nodiscard]] std::int64_t changes_after(std::int64_t before) const override { return before; }
  [[nodiscard]] const WordStatements& word_statements() const override;
  [[nodiscard]] std::string_view schema_name() const override { return "main"; }
  [[nodiscard]] std::string_view temporary_name() const override { return "temp"; }
  Result<std::vector<Finding>> faults() override;
  Result<std::vector<Finding>> search_faults() override;
  Result<void> copy_to(const std::string& target) override;
  Result<std::unique_ptr<Prepared>> prepare_stranger(std::string_view sql,
                                                     int time_limit_ms) override;

 private:
  File(std::string uri, std::string path, const OpenOptions& options)
      : uri_(std::move(uri)), path_(std::move(path)), options_(options) {}

  [[nodiscard]] int wait_ms() const { return options_.busy_timeout_ms.value_or(kWaitMs); }
  Result<void> use_wal();
  // The first column of the first row; 0 if there is none.
  Result<std::int64_t> number(const char* sql);

  std::string uri_;  // for further connections to the same file
  std::string path_;
  OpenOptions options_;
  sqlite3* handle_ = nullptr;
  std::shared_ptr<Idle> idle_ = std::make_shared<Idle>();
  Clock::time_point deadline_;
};

// Opens the file as `options` say. Errors: those of Register::open.
Result<std::unique_ptr<Connection>> open(const std::string& path, const OpenOptions& options);

}  // namespace rapporteur::store::sqlite
