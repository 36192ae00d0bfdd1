// The schema's versions: schema/NNNN-name.sql, applied in order, what is missing in one
// transaction.
#pragma once

#include <string_view>

#include "database.h"
#include "rapporteur/base/result.h"

namespace rapporteur::store {

// How many migrations this program knows.
int schema_version();
// What leads from `version` to the next, as SQLite takes it. REQUIRES: version < schema_version().
std::string_view migration(int version);

// Looks whether what lies there is a register (or nothing) that this program knows; writes nothing.
// Errors: unsupported (newer, no register); those of the statements, damaged among them.
Result<void> inspect(Database& db);

// Then, if `may_write`, applies what is missing (all of it where there is nothing).
// Errors: unsupported (older and not may_write); those of the statements.
// `version`: how far; less than all of it is for tests of migrations.
Result<void> migrate(Database& db, bool may_write, int version = schema_version());

}  // namespace rapporteur::store
