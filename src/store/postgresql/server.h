// A register on a PostgreSQL server.
//
// One question runs at a time on a connection, so:
//  - what changes something is sent without waiting for its answer (libpq's pipeline), rows of one
//    table that come in masses many at a time (bulk.h); answers are
//    collected before the next question and before the transaction ends, where a failure shows;
//  - questions of the register itself are about single reports and entities: within writing they
//    follow what was queued, and all their rows are taken at once; else they are streamed, and when
//    another is asked meanwhile, the rest of the first one's rows is taken into memory;
//  - questions of the layers above are cursors within their transaction, read in batches.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connection.h"
#include "postgresql/bulk.h"

namespace rapporteur::store::postgresql {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* answer) const { PQclear(answer); }
};
using Handle = std::unique_ptr<PGconn, Finish>;
using Answer = std::unique_ptr<PGresult, Clear>;

class Rows;

// Registers may share a database, each in a schema of its own: the lock of writers is of both.
inline constexpr int kLock = 0x52505254;  // "RPRT"
inline constexpr int kWaitMs = 60'000;    // for other writers, whom the server lets in in turn

class Server : public Connection {
 public:
  // Errors: as Register::open; not_found (no such database), io (no server answers).
  static Result<std::unique_ptr<Server>> open(const std::string& address,
                                              const OpenOptions& options);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() override = default;

  [[nodiscard]] const std::string& path() const override { return path_; }
  Result<std::unique_ptr<Prepared>> prepare(std::string_view sql, bool keep) override;
  Result<void> exec(const std::string& sql) override;
  Result<void> begin(Work work) override;
  Result<void> commit() override;
  void roll_back() override;
  void give_until(Clock::time_point deadline) override { deadline_ = deadline; }

  Result<int> look() override;
  Result<void> upgrade(int from, int to) override;
  Result<void> configure() override;
  Result<std::int64_t> changes() override;
  [[nodiscard]] std::int64_t changes_after(std::int64_t before) const override {
    return before + 1;
  }
  [[nodiscard]] const WordStatements& word_statements() const override;
  [[nodiscard]] std::string_view schema_name() const override { return schema_; }
  [[nodiscard]] std::string_view temporary_name() const override { return "pg_temp"; }
  Result<std::vector<Finding>> faults() override { return std::vector<Finding>{}; }
  Result<std::vector<Finding>> search_faults() override;
  Result<void> copy_to(const std::string& target) override;
  Result<std::unique_ptr<Prepared>> prepare_stranger(std::string_view sql,
                                                     int time_limit_ms) override;

 private:
  friend class Rows;
  Server(std::string address, std::string path, const OpenOptions& options)
      : address_(std::move(address)), path_(std::move(path)), options_(options) {}

  Result<void> connect();
  Result<void> greet();
  // Runs SQL of ours as it is. The rows of its last statement.
  Result<Answer> ask(const std::string& sql);
  Result<std::string> word(const std::string& sql);  // the first column of the first row; ""

  // What the server says next; null: no more of this statement. Waits no longer than is given.
  Result<Answer> receive();
  Result<void> wait();
  // Reads the answers to all that was sent in a pipeline, and leaves it: the last rows, or the
  // first failure.
  Result<Answer> collect();
  // Makes the connection free for another question.
  Result<void> settle();
  // Queues all rows that were kept back, in an order that satisfies references.
  Result<void> send_gathered();
  // Of this schema; asked for once.
  Result<const ColumnTypes*> column_types();
  Result<void> sent(int accepted);

  [[nodiscard]] Error error_of(const PGresult* answer) const;
  [[nodiscard]] Error broken() const;

  std::string address_;  // with its password
  std::string path_;
  OpenOptions options_;
  Handle handle_;
  std::string schema_;
  std::optional<Clock::time_point> deadline_;
  Rows* active_ = nullptr;       // whose rows are still coming
  std::vector<Bulk*> gathered_;  // that hold rows
  std::optional<ColumnTypes> column_types_;
  int queued_ = 0;  // statements whose answers nobody has read yet
  bool in_transaction_ = false;
  bool writing_ = false;
  int transactions_ = 0;              // so far
  std::vector<std::string> closing_;  // cursors that nobody reads any more
  int names_ = 0;
  int generation_ = 0;  // grows when prepared statements may be lost
};

// What a code of the server (SQLSTATE) means to our callers.
ErrorCode code_of(std::string_view state);
// The first line of a message, without what stands before it.
std::string line_of(std::string_view message);

}  // namespace rapporteur::store::postgresql
