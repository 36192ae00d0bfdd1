// One statement on a PostgreSQL server and its answer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "postgresql/bulk.h"
#include "postgresql/dialect.h"
#include "postgresql/server.h"

namespace rapporteur::store::postgresql {

class Rows : public Prepared {
 public:
  // asks: gives rows. changes: gives none.
  enum class Kind { asks, changes };
  // `keep`: prepared on the server when it is first used.
  Rows(Server& server, Translated sql, Kind kind, bool keep);
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() override { rewind(); }

  Result<void> bind_text(int index, std::string_view v) override;
  Result<void> bind_integer(int index, std::int64_t v) override;
  Result<void> bind_real(int index, double v) override;
  Result<void> bind_null(int index) override;
  Result<void> start() override;
  Result<bool> step() override;
  Result<void> run() override;
  void rewind() override;

  [[nodiscard]] int columns() const override;
  [[nodiscard]] std::string column_name(int column) const override;
  [[nodiscard]] bool is_null(int column) const override;
  [[nodiscard]] bool is_number(int column) const override;
  [[nodiscard]] std::string_view text(int column) const override;
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] double real(int column) const override;

 private:
  friend class Server;
  enum class State { fresh, streaming, cursor, ended };

  Result<void> put(int index, std::optional<std::string> value);
  // Keeps its row back, to be sent with others; false if it is no statement for that.
  Result<bool> gather();
  [[nodiscard]] bool must_prepare() const;
  void give_name();
  // Sends it, with its values; a kept one by its name.
  Result<void> send();
  Result<void> prepare_in_pipeline();
  Result<void> stream();
  // All rows at once: within writing, where questions are about single reports and entities.
  Result<void> follow();
  Result<void> take_first();
  Result<bool> next_of_stream();
  Result<void> open_cursor();
  // Takes in what is still coming.
  Result<void> park();

  Server& server_;
  Translated sql_;
  Kind kind_;
  bool keep_;
  std::string name_;     // on the server; empty: not prepared
  int generation_ = -1;  // of the name
  std::string cursor_;
  int transaction_ = 0;  // of the cursor
  std::vector<std::optional<std::string>> values_;
  std::vector<Oid> types_;  // 0: by where it stands
  std::unique_ptr<Bulk> bulk_;
  bool may_gather_;

  State state_ = State::fresh;
  Answer rows_;
  int row_ = -1;
  Answer parked_;  // what comes after rows_
};

}  // namespace rapporteur::store::postgresql
