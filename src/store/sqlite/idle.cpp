#include "sqlite/file.h"

namespace rapporteur::store::sqlite {
namespace {

constexpr std::size_t kMost = 64;       // some ten KB each
constexpr std::size_t kLongest = 4096;  // longer ones are put together for once

// Settings are read when their statement is prepared.
bool is_worth_it(std::string_view sql) {
  return sql.size() <= kLongest && !sql.starts_with("PRAGMA");
}

}  // namespace

sqlite3_stmt* Idle::take(std::string_view sql) {
  if (!is_worth_it(sql)) return nullptr;
  const auto known = statements_.find(std::string(sql));
  if (known == statements_.end() || known->second.empty()) return nullptr;
  sqlite3_stmt* out = known->second.back();
  known->second.pop_back();
  --count_;
  return out;
}

void Idle::give_back(sqlite3_stmt* statement) {
  const char* sql = sqlite3_sql(statement);
  if (closed_ || sql == nullptr || !is_worth_it(sql)) {
    sqlite3_finalize(statement);
    return;
  }
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  if (count_ >= kMost) {
    close();
    closed_ = false;
  }
  statements_[sql].push_back(statement);
  ++count_;
}

void Idle::close() {
  for (auto& [sql, list] : statements_) {
    for (sqlite3_stmt* statement : list) sqlite3_finalize(statement);
  }
  statements_.clear();
  count_ = 0;
  closed_ = true;
}

}  // namespace rapporteur::store::sqlite
