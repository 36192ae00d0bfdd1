#include "rapporteur/store/cursor.h"

#include <chrono>
#include <utility>

#include "impl.h"

namespace rapporteur::store {
namespace {

using Clock = std::chrono::steady_clock;

struct Deadline {
  Clock::time_point end;
};

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

int is_late(void* deadline) {
  return Clock::now() > static_cast<const Deadline*>(deadline)->end ? 1 : 0;
}

constexpr int kStepsBetweenLooks = 10'000;
constexpr int kMaxValueBytes = 64 << 20;

void restrict_to_reading(sqlite3* db, Deadline* deadline) {
  sqlite3_set_authorizer(db, allow, nullptr);
  sqlite3_progress_handler(db, kStepsBetweenLooks, is_late, deadline);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

bool is_blank(std::string_view sql) {
  return sql.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

void bind(sqlite3_stmt* statement, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto copy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
    sqlite3_bind_text64(statement, index, text->c_str(), text->size(), copy, SQLITE_UTF8);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, index, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement, index, *real);
  } else {
    sqlite3_bind_null(statement, index);
  }
}

}  // namespace

struct Cursor::Impl {
  Database* db = nullptr;
  std::unique_ptr<Database> own;  // of a stranger's question
  std::unique_ptr<Deadline> deadline;
  sqlite3_stmt* statement = nullptr;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { sqlite3_finalize(statement); }
};

Cursor::Cursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

Result<bool> Cursor::next() {
  const int code = sqlite3_step(impl_->statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  Error error = impl_->db->error_of(code);
  if (impl_->own != nullptr && error.code == ErrorCode::internal) error.code = ErrorCode::usage;
  return error;
}

int Cursor::columns() const { return sqlite3_column_count(impl_->statement); }

std::string Cursor::column_name(int column) const {
  const char* name = sqlite3_column_name(impl_->statement, column);
  return name == nullptr ? "" : name;
}

bool Cursor::is_null(int column) const {
  return sqlite3_column_type(impl_->statement, column) == SQLITE_NULL;
}

bool Cursor::is_number(int column) const {
  const int type = sqlite3_column_type(impl_->statement, column);
  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

std::string_view Cursor::text(int column) const {
  const void* bytes = sqlite3_column_text(impl_->statement, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(impl_->statement, column))};
}

std::int64_t Cursor::integer(int column) const {
  return sqlite3_column_int64(impl_->statement, column);
}

double Cursor::real(int column) const { return sqlite3_column_double(impl_->statement, column); }

Result<Cursor> Register::ask(std::string_view sql, const std::vector<Value>& parameters) const {
  auto cursor = std::make_unique<Cursor::Impl>();
  cursor->db = impl_->db.get();
  const int code = sqlite3_prepare_v2(cursor->db->handle(), sql.data(),
                                      static_cast<int>(sql.size()), &cursor->statement, nullptr);
  if (code != SQLITE_OK) return cursor->db->error_of(code);
  int index = 0;
  for (const Value& value : parameters) bind(cursor->statement, ++index, value);
  return Cursor(std::move(cursor));
}

void Register::give_time(std::chrono::milliseconds time) const {
  impl_->deadline = Clock::now() + time;
  const auto is_over = [](void* end) {
    return Clock::now() > *static_cast<const Clock::time_point*>(end) ? 1 : 0;
  };
  sqlite3_progress_handler(impl_->db->handle(), kStepsBetweenLooks, is_over, &impl_->deadline);
}

Result<Cursor> Register::ask_stranger(std::string_view sql, int time_limit_ms) const {
  Result<std::unique_ptr<Database>> own =
      Database::open(impl_->uri, path(), SQLITE_OPEN_READONLY, impl_->options.busy_timeout_ms);
  if (!own) return own.error();
  auto cursor = std::make_unique<Cursor::Impl>();
  cursor->own = std::move(*own);
  cursor->db = cursor->own.get();
  cursor->deadline =
      std::make_unique<Deadline>(Clock::now() + std::chrono::milliseconds(time_limit_ms));
  sqlite3* handle = cursor->db->handle();
  // Views and full-text tables must be known before the authorizer forbids to set them up.
  Statement(*cursor->db, "SELECT count(*) FROM claim_fts WHERE claim_fts MATCH 'x'").run();
  Statement(*cursor->db, "SELECT count(*) FROM report_fts WHERE report_fts MATCH 'x'").run();
  if (Result<void> r = cursor->db->take_error(); !r) return r.error();
  restrict_to_reading(handle, cursor->deadline.get());
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()),
                                      &cursor->statement, &rest);
  if ((code & 0xff) == SQLITE_AUTH) {
    return Error{ErrorCode::usage,
                 "the statement would do more than read the register (" +
                     std::string(sqlite3_errmsg(handle)) + ")",
                 path()};
  }
  if (code != SQLITE_OK) {
    return Error{ErrorCode::usage, sqlite3_errmsg(handle), path()};
  }
  const std::string_view tail = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (cursor->statement == nullptr || !is_blank(tail)) {
    return Error{ErrorCode::usage, "give one SQL statement", path()};
  }
  if (sqlite3_stmt_readonly(cursor->statement) == 0) {
    return Error{ErrorCode::usage, "the statement would write", path()};
  }
  return Cursor(std::move(cursor));
}

}  // namespace rapporteur::store
