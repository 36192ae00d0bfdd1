// The schema's versions: schema/NNNN-name.sql, applied in order, what is missing in one
// transaction.
#pragma once

#include "rapporteur/base/result.h"
#include "sqlite.h"

namespace rapporteur::store {

// In the file's header: says that a SQLite file is a register. "RPRT".
inline constexpr int kApplicationId = 0x52505254;

// How many migrations this program knows; PRAGMA user_version of an up-to-date register.
int schema_version();

// Looks whether an open file is a register (or empty) that this program knows; writes nothing.
// Errors: unsupported (newer, no register); those of the statements, damaged among them.
Result<void> inspect(Database& db);

// Then, if `may_write`, applies what is missing (all of it for an empty file).
// Errors: unsupported (older and not may_write); those of the statements.
// `version`: how far; less than all of it is for tests of migrations.
Result<void> migrate(Database& db, bool may_write, int version = schema_version());

}  // namespace rapporteur::store
