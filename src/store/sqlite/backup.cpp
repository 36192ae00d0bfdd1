#include <unistd.h>

#include <cstdio>

#include "rapporteur/base/file.h"
#include "sqlite/file.h"

namespace rapporteur::store::sqlite {
namespace {

// Copies all pages at once: readers and writers of the source go on meanwhile (WAL).
Result<void> copy(const File& from, const std::string& target) {
  Result<std::unique_ptr<File>> to = File::open(
      target, target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, {.busy_timeout_ms = 0});
  if (!to) return std::move(to).error();
  sqlite3_backup* backup = sqlite3_backup_init((*to)->handle(), "main", from.handle(), "main");
  if (backup == nullptr) return (*to)->error_of(sqlite3_errcode((*to)->handle()));
  const int code = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) return (*to)->error_of(code);
  // One file, complete in itself.
  return (*to)->exec("PRAGMA journal_mode = DELETE");
}

}  // namespace

Result<void> File::copy_to(const std::string& target) {
  const std::string unfinished = target + ".unfinished";
  unlink(unfinished.c_str());
  Result<void> copied = copy(*this, unfinished);
  if (copied && std::rename(unfinished.c_str(), target.c_str()) != 0) {
    copied = io_error("rename", target);
  }
  if (!copied) unlink(unfinished.c_str());
  return copied;
}

}  // namespace rapporteur::store::sqlite
