#include "migrate.h"

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

// All in one transaction, so that whoever is killed here leaves the old schema or the new one.
Result<void> apply_missing(Database& db, int wanted) {
  Transaction transaction(db, Work::write);
  if (Result<void> r = db.take_error(); !r) return r;
  // Another process may have been faster.
  const Result<int> version = db.connection().look();
  if (!version) return version.error();
  if (*version < wanted) db.check(db.connection().upgrade(*version, wanted));
  transaction.commit();
  return db.take_error();
}

}  // namespace

int schema_version() { return static_cast<int>(std::size(kMigrations)); }

std::string_view migration(int version) { return kMigrations[version].sql; }

Result<void> inspect(Database& db) {
  const Result<int> version = db.connection().look();
  if (!version) return version.error();
  if (*version > schema_version()) {
    return Error{ErrorCode::unsupported,
                 "the register has schema " + std::to_string(*version) +
                     ", this program knows up to " + std::to_string(schema_version()) +
                     "; use a newer version of the program",
                 db.path()};
  }
  return {};
}

Result<void> migrate(Database& db, bool may_write, int wanted) {
  const Result<int> version = db.connection().look();
  if (!version) return version.error();
  if (*version >= wanted) return {};
  if (!may_write) {
    return Error{ErrorCode::unsupported,
                 *version == 0 ? "it holds no register yet"
                               : "the register has an older schema; open it once for writing",
                 db.path()};
  }
  return apply_missing(db, wanted);
}

}  // namespace rapporteur::store
