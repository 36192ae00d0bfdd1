#include "database.h"

#include <utility>

namespace rapporteur::store {
namespace {

constexpr std::array kGreatestIds = {
    "SELECT coalesce(max(id), 0) FROM report",  "SELECT coalesce(max(id), 0) FROM text",
    "SELECT coalesce(max(id), 0) FROM version", "SELECT coalesce(max(id), 0) FROM left_out",
    "SELECT coalesce(max(id), 0) FROM warning", "SELECT coalesce(max(id), 0) FROM object",
    "SELECT coalesce(max(id), 0) FROM claim",   "SELECT coalesce(max(id), 0) FROM feed",
};

}  // namespace

bool Database::exec(const std::string& sql) { return !failed() && check(connection_->exec(sql)); }

std::int64_t Database::next_id(Numbered table) {
  const auto at = static_cast<std::size_t>(table);
  std::int64_t& last = last_ids_.at(at);
  if (last == 0) {
    Statement greatest(*this, kGreatestIds.at(at));
    if (greatest.step()) last = greatest.integer(0);
  }
  return ++last;
}

void Database::fail(Error error) {
  if (!error_) error_ = std::move(error);
}

bool Database::check(Result<void> result) {
  if (!result) fail(std::move(result).error());
  return !failed();
}

Result<void> Database::take_error() {
  if (!error_) return {};
  return *std::exchange(error_, std::nullopt);
}

std::unique_ptr<Prepared> Database::borrow(const char* sql) {
  if (failed()) return nullptr;
  std::vector<std::unique_ptr<Prepared>>& idle = idle_[sql];
  if (!idle.empty()) {
    std::unique_ptr<Prepared> statement = std::move(idle.back());
    idle.pop_back();
    return statement;
  }
  Result<std::unique_ptr<Prepared>> statement = connection_->prepare(sql, true);
  if (statement) return *std::move(statement);
  fail(std::move(statement).error());
  return nullptr;
}

void Database::give_back(const char* sql, std::unique_ptr<Prepared> statement) {
  if (statement == nullptr) return;
  statement->rewind();
  idle_[sql].push_back(std::move(statement));
}

bool Statement::step() {
  if (prepared_ == nullptr || db_.failed()) return false;
  Result<bool> more = prepared_->step();
  if (more) return *more;
  db_.fail(std::move(more).error());
  return false;
}

bool Statement::run() {
  return prepared_ != nullptr && !db_.failed() && db_.check(prepared_->run());
}

Transaction::Transaction(Database& db, Work work) : db_(db) {
  if (db_.failed()) return;
  outermost_ = db_.open_ == 0;
  if (outermost_) {
    db_.last_ids_ = {};
    open_ = db_.check(db_.connection_->begin(work));
  } else {
    open_ = true;
  }
  db_.open_ += open_ ? 1 : 0;
}

Transaction::~Transaction() {
  if (!open_) return;
  --db_.open_;
  if (outermost_) db_.connection_->roll_back();
}

bool Transaction::commit() {
  if (!open_ || db_.failed()) return false;
  if (outermost_ && !db_.check(db_.connection_->commit())) return false;
  open_ = false;
  --db_.open_;
  return true;
}

}  // namespace rapporteur::store
