#include "schema.h"

#include <iterator>
#include <string>

namespace rapporteur::store {
namespace {

struct Migration {
  const char* name;
  const char* sql;
};
constexpr Migration kMigrations[] = {
#include "schema.inc"
};

int integer_of(Database& db, const char* pragma) {
  Statement statement(db, pragma);
  return statement.step() ? static_cast<int>(statement.integer(0)) : 0;
}

bool is_empty(Database& db) {
  Statement statement(db, "SELECT 1 FROM sqlite_schema LIMIT 1");
  return !statement.step();
}

// All in one transaction, so that whoever is killed here leaves the old schema or the new one.
bool apply_missing(Database& db, int wanted) {
  Transaction transaction(db, Transaction::Kind::write);
  // Another process may have been faster.
  for (int version = integer_of(db, "PRAGMA user_version"); version < wanted; ++version) {
    if (!db.exec(kMigrations[version].sql)) return false;
  }
  const std::string header = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                             "; PRAGMA user_version = " + std::to_string(wanted);
  return db.exec(header.c_str()) && transaction.commit();
}

}  // namespace

int schema_version() { return static_cast<int>(std::size(kMigrations)); }

Result<void> inspect(Database& db) {
  const int version = integer_of(db, "PRAGMA user_version");
  const int application = integer_of(db, "PRAGMA application_id");
  const bool empty = version == 0 && is_empty(db);
  if (Result<void> r = db.take_error(); !r) return r;
  if (!empty && application != kApplicationId) {
    return Error{ErrorCode::unsupported, "this SQLite file is no register", db.path()};
  }
  if (version > schema_version()) {
    return Error{ErrorCode::unsupported,
                 "the register has schema " + std::to_string(version) +
                     ", this program knows up to " + std::to_string(schema_version()) +
                     "; use a newer version of the program",
                 db.path()};
  }
  return {};
}

Result<void> migrate(Database& db, bool may_write, int wanted) {
  const int version = integer_of(db, "PRAGMA user_version");
  if (Result<void> r = db.take_error(); !r) return r;
  if (version >= wanted) return {};
  if (!may_write) {
    return Error{ErrorCode::unsupported,
                 version == 0 ? "the file holds no register yet"
                              : "the register has an older schema; open it once for writing",
                 db.path()};
  }
  apply_missing(db, wanted);
  return db.take_error();
}

}  // namespace rapporteur::store
