// What the store asks of an engine: a connection to one register, and its prepared statements.
//
// SQL is written once, in what both engines understand; postgresql/dialect.h says what is
// translated on the way. Used by one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/store/register.h"

namespace rapporteur::store {

using Clock = std::chrono::steady_clock;

// One statement with its parameters ('?' or '?1', counted from 1) and the row that it stands on.
// Views of a row live until the next step.
class Prepared {
 public:
  virtual ~Prepared() = default;
  virtual Result<void> bind_text(int index, std::string_view v) = 0;
  // `v` outlives the next step, after which the statement is rewound.
  virtual Result<void> lend_text(int index, std::string_view v) { return bind_text(index, v); }
  virtual Result<void> bind_integer(int index, std::int64_t v) = 0;
  virtual Result<void> bind_real(int index, double v) = 0;
  virtual Result<void> bind_null(int index) = 0;

  // Runs until its columns are known.
  virtual Result<void> start() = 0;
  // True: there is a row. False: the end.
  virtual Result<bool> step() = 0;
  // Runs a statement whose rows nobody wants. May fail as late as when its transaction commits.
  virtual Result<void> run() = 0;
  // Ready to begin again, with nothing bound.
  virtual void rewind() = 0;

  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual std::string column_name(int column) const = 0;
  // NULL is "", 0 and 0.0; true and false are 1 and 0.
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual bool is_number(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
};

// read: one view of the register, whoever writes meanwhile. write: the only writer, at once.
// scratch: as read, and temporary tables may be made; never committed.
enum class Work { read, write, scratch };

// How the full-text index is kept, which no standard says.
struct WordStatements {
  const char* forget_claim;   // id, value
  const char* forget_report;  // id of the version, title, text
  const char* enter_claims;   // ids of versions, a list
  const char* enter_reports;  // the same
};

class Connection {
 public:
  virtual ~Connection() = default;
  // The file, or the address without its password: what errors name.
  [[nodiscard]] virtual const std::string& path() const = 0;

  // `keep`: it will be used again.
  virtual Result<std::unique_ptr<Prepared>> prepare(std::string_view sql, bool keep) = 0;
  // Runs statements that give no rows.
  virtual Result<void> exec(const std::string& sql) = 0;

  virtual Result<void> begin(Work work) = 0;
  virtual Result<void> commit() = 0;
  virtual void roll_back() = 0;

  // After it statements fail with too_large.
  virtual void give_until(Clock::time_point deadline) = 0;

  // The version of the schema of what lies there; 0: nothing. Errors: unsupported (something else).
  virtual Result<int> look() = 0;
  // Within a transaction for writing: from one version of the schema to a later one.
  virtual Result<void> upgrade(int from, int to) = 0;
  // Gets ready for work, once what lies there is known to be a register, or nothing.
  virtual Result<void> configure() = 0;

  // Differs from what it was whenever another connection has changed the register since.
  virtual Result<std::int64_t> changes() = 0;
  // What changes() says after the transaction for writing that is open, if nobody else writes.
  [[nodiscard]] virtual std::int64_t changes_after(std::int64_t before) const = 0;

  [[nodiscard]] virtual const WordStatements& word_statements() const = 0;

  // What a temporary table of the same name hides is still found by this qualifier.
  [[nodiscard]] virtual std::string_view schema_name() const = 0;
  [[nodiscard]] virtual std::string_view temporary_name() const = 0;
  // What the engine itself finds wrong, within a transaction; then what it finds wrong with what
  // search stands on, for which it may write.
  virtual Result<std::vector<Finding>> faults() = 0;
  virtual Result<std::vector<Finding>> search_faults() = 0;

  // Errors besides: unsupported (the engine's own tools copy it).
  virtual Result<void> copy_to(const std::string& target) = 0;
  // See Register::ask_stranger.
  virtual Result<std::unique_ptr<Prepared>> prepare_stranger(std::string_view sql,
                                                             int time_limit_ms) = 0;
};

}  // namespace rapporteur::store
