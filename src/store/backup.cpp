#include <unistd.h>

#include <cstdio>

#include "impl.h"
#include "rapporteur/base/file.h"

namespace rapporteur::store {
namespace {

// Copies all pages at once: readers and writers of the source go on meanwhile (WAL).
Result<void> copy(const Database& from, const std::string& target) {
  Result<std::unique_ptr<Database>> to =
      Database::open(target, target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0);
  if (!to) return to.error();
  sqlite3_backup* backup = sqlite3_backup_init((*to)->handle(), "main", from.handle(), "main");
  if (backup == nullptr) return (*to)->error_of(sqlite3_errcode((*to)->handle()));
  const int code = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) return (*to)->error_of(code);
  // One file, complete in itself.
  (*to)->exec("PRAGMA journal_mode = DELETE");
  return (*to)->take_error();
}

}  // namespace

Result<void> Register::backup(const std::string& target) const {
  const std::string unfinished = target + ".unfinished";
  unlink(unfinished.c_str());
  Result<void> copied = copy(*impl_->db, unfinished);
  if (copied && std::rename(unfinished.c_str(), target.c_str()) != 0) {
    copied = io_error("rename", target);
  }
  if (!copied) unlink(unfinished.c_str());
  return copied;
}

}  // namespace rapporteur::store
