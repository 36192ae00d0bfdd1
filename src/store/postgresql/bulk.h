// Rows that are inserted one after the other, sent as one statement with a list for each column.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::store::postgresql {

class Rows;
class Server;

// The types of the schema's columns: "claim.value" -> "text".
using ColumnTypes = std::map<std::string, std::string, std::less<>>;

class Bulk {
 public:
  // Of "INSERT INTO t (a, b) VALUES ($1, $2)" and whatever follows, where t is one of the tables
  // that are filled in masses; null for any other statement.
  static std::unique_ptr<Bulk> of(Server& server, std::string_view sql, const ColumnTypes& types);
  Bulk(const Bulk&) = delete;
  Bulk& operator=(const Bulk&) = delete;
  ~Bulk();

  void add(const std::vector<std::optional<std::string>>& values);
  [[nodiscard]] bool is_empty() const { return rows_ == 0; }
  // Whether it should be sent soon.
  [[nodiscard]] bool is_full() const;
  // Tables whose rows refer to others come after those.
  [[nodiscard]] std::size_t rank() const { return rank_; }
  // Queues all rows.
  Result<void> send();
  void drop();

 private:
  Bulk(std::size_t rank, std::size_t columns, std::unique_ptr<Rows> statement);

  std::size_t rank_;
  std::vector<std::string> lists_;
  std::size_t rows_ = 0;
  std::size_t bytes_ = 0;
  std::unique_ptr<Rows> statement_;
};

}  // namespace rapporteur::store::postgresql
