#include "sqlite/file.h"

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace rapporteur::store::sqlite {
namespace {

constexpr int kStepsBetweenLooks = 10'000;

ErrorCode code_of_errno(int number) {
  switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorCode::access_denied;
    case ENOENT:
      return ErrorCode::not_found;
    default:
      return ErrorCode::io;
  }
}

}  // namespace

Result<std::unique_ptr<File>> File::open(const std::string& uri, const std::string& path, int flags,
                                         const OpenOptions& options) {
  std::unique_ptr<File> file(new File(uri, path, options));
  const int code = sqlite3_open_v2(
      uri.c_str(), &file->handle_,
      flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (file->handle_ == nullptr) return Error{ErrorCode::io, "out of memory", path};
  if (code != SQLITE_OK) return file->error_of(code);
  sqlite3_busy_timeout(file->handle_, file->wait_ms());
  return file;
}

Error File::error_of(int code) const {
  const std::string said = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::busy, "another program is writing to the register; try again later",
              path_};
    case SQLITE_FULL:
      return {ErrorCode::io, "no space is left; nothing was changed", path_};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::damaged, "the file is damaged or no register (" + said + ")", path_};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {ErrorCode::access_denied, "may not write to the register", path_};
    case SQLITE_CANTOPEN: {
      const int number = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
      return {code_of_errno(number),
              "cannot open the register" +
                  (number != 0 ? ": " + std::string(std::strerror(number)) : std::string()),
              path_};
    }
    case SQLITE_IOERR: {
      const int number = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
      return {ErrorCode::io, said + (number != 0 ? ": " + std::string(std::strerror(number)) : ""),
              path_};
    }
    case SQLITE_INTERRUPT:
      return {ErrorCode::too_large, "the question took longer than it was given", path_};
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
      return {ErrorCode::too_large, said, path_};
    default:
      return {ErrorCode::internal, said, path_};
  }
}

Result<std::unique_ptr<Prepared>> File::prepare(std::string_view sql, bool keep) {
  sqlite3_stmt* statement = keep ? nullptr : idle_->take(sql);
  if (statement == nullptr) {
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return error_of(code);
  }
  return std::unique_ptr<Prepared>(new Rows(*this, statement, keep ? nullptr : idle_));
}

Result<void> File::exec(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error_of(code);
  return {};
}

Result<void> File::begin(Work work) {
  return exec(work == Work::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

void File::give_until(Clock::time_point deadline) {
  deadline_ = deadline;
  const auto is_over = [](void* end) {
    return Clock::now() > *static_cast<const Clock::time_point*>(end) ? 1 : 0;
  };
  sqlite3_progress_handler(handle_, kStepsBetweenLooks, is_over, &deadline_);
}

Result<std::int64_t> File::number(const char* sql) {
  Result<std::unique_ptr<Prepared>> rows = prepare(sql, false);
  if (!rows) return std::move(rows).error();
  const Result<bool> more = (*rows)->step();
  if (!more) return more.error();
  return *more ? (*rows)->integer(0) : 0;
}

// Changing to WAL does not wait for others by itself.
Result<void> File::use_wal() {
  const Clock::time_point end = Clock::now() + std::chrono::milliseconds(wait_ms());
  while (true) {
    Result<std::unique_ptr<Prepared>> mode = prepare("PRAGMA journal_mode", false);
    if (!mode) return std::move(mode).error();
    const Result<bool> more = (*mode)->step();
    if (!more) return more.error();
    if (*more && (*mode)->text(0) == "wal") return {};
    mode->reset();
    Result<void> changed = exec("PRAGMA journal_mode = WAL");
    if (changed) return {};
    if (changed.error().code != ErrorCode::busy || Clock::now() >= end) return changed;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

// FULL flushes the log at every commit: what was confirmed survives a loss of power too, not only
// of the process. A commit holds many reports, so that the flush costs little of each.
Result<void> File::configure() {
  Result<void> done =
      exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = ON; PRAGMA cache_size = -65536;");
  if (!done || options_.access == Access::read) return done;
  done = use_wal();
  if (done) done = exec("PRAGMA synchronous = FULL;");
  if (!done || options_.max_bytes == 0) return done;
  const Result<std::int64_t> page = number("PRAGMA page_size");
  if (!page) return page.error();
  const std::uint64_t pages = options_.max_bytes / static_cast<std::uint64_t>(*page) + 1;
  return exec("PRAGMA max_page_count = " + std::to_string(pages));
}

}  // namespace rapporteur::store::sqlite
