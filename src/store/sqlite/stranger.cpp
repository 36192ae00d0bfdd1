// A stranger's question: on a connection of its own, that can only look, for so long.
#include "sqlite/file.h"

namespace rapporteur::store::sqlite {
namespace {

// Only looking: no other files, no settings, no extensions.
int allow(void*, int action, const char* what, const char* function, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return std::string_view(function) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: {
      const std::string_view name = what == nullptr ? "" : what;
      const bool shows = name == "table_info" || name == "table_xinfo" || name == "table_list" ||
                         name == "foreign_key_list" || name == "index_list" ||
                         name == "index_info" || name == "data_version";
      return shows ? SQLITE_OK : SQLITE_DENY;
    }
    default:
      return SQLITE_DENY;
  }
}

constexpr int kMaxValueBytes = 64 << 20;

void restrict_to_reading(File& file, Clock::time_point deadline) {
  sqlite3* db = file.handle();
  sqlite3_set_authorizer(db, allow, nullptr);
  file.give_until(deadline);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

bool is_blank(std::string_view sql) {
  return sql.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

// The connection goes with the answer.
struct OwnFile {
  std::unique_ptr<File> file;
};
class StrangersRows : private OwnFile, public Rows {
 public:
  StrangersRows(std::unique_ptr<File> own, sqlite3_stmt* statement)
      : OwnFile{std::move(own)}, Rows(*file, statement) {}
  Result<bool> step() override {
    Result<bool> more = Rows::step();
    if (more || more.error().code != ErrorCode::internal) return more;
    return Error{ErrorCode::usage, more.error().message, more.error().where};
  }
};

}  // namespace

Result<std::unique_ptr<Prepared>> File::prepare_stranger(std::string_view sql, int time_limit_ms) {
  Result<std::unique_ptr<File>> own = File::open(uri_, path_, SQLITE_OPEN_READONLY, options_);
  if (!own) return std::move(own).error();
  const Clock::time_point deadline = Clock::now() + std::chrono::milliseconds(time_limit_ms);
  sqlite3* handle = (*own)->handle();
  // Views and full-text tables must be known before the authorizer forbids to set them up.
  for (const char* const first : {"SELECT count(*) FROM claim_fts WHERE claim_fts MATCH 'x'",
                                  "SELECT count(*) FROM report_fts WHERE report_fts MATCH 'x'"}) {
    if (Result<void> r = (*own)->exec(first); !r) return std::move(r).error();
  }
  restrict_to_reading(**own, deadline);
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code =
      sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement, &rest);
  if ((code & 0xff) == SQLITE_AUTH) {
    return Error{ErrorCode::usage,
                 "the statement would do more than read the register (" +
                     std::string(sqlite3_errmsg(handle)) + ")",
                 path_};
  }
  if (code != SQLITE_OK) return Error{ErrorCode::usage, sqlite3_errmsg(handle), path_};
  auto rows = std::make_unique<StrangersRows>(*std::move(own), statement);
  const std::string_view tail = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (statement == nullptr || !is_blank(tail)) {
    return Error{ErrorCode::usage, "give one SQL statement", path_};
  }
  if (sqlite3_stmt_readonly(statement) == 0) {
    return Error{ErrorCode::usage, "the statement would write", path_};
  }
  return std::unique_ptr<Prepared>(std::move(rows));
}

}  // namespace rapporteur::store::sqlite
