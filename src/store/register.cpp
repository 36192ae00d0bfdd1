#include "rapporteur/store/register.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include "impl.h"
#include "rapporteur/base/file.h"
#include "schema.h"

namespace rapporteur::store {
namespace {

// SQLite takes options in the address of a file, so its special characters are escaped.
std::string uri_of(const std::string& path, std::string_view options) {
  std::string out = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr char kHex[] = "0123456789abcdef";
      out += {'%', kHex[c >> 4], kHex[c & 15]};
    } else {
      out += c;
    }
  }
  return out + std::string(options);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Result<void> may(const std::string& path, int rights) {
  if (faccessat(AT_FDCWD, path.c_str(), rights, AT_EACCESS) != 0) return io_error("open", path);
  return {};
}

// SQLite says "cannot open" to everything; this says why.
Result<void> look(const std::string& path, Access access) {
  struct stat status{};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (!exists && (errno != ENOENT || access != Access::create)) return io_error("open", path);
  if (!exists) return may(folder_of(path), W_OK | X_OK);
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::io, "not a regular file", path};
  if (access == Access::read) return may(path, R_OK);
  if (Result<void> r = may(path, R_OK | W_OK); !r) return r;
  // The log is written beside the file.
  return may(folder_of(path), W_OK | X_OK);
}

bool is_wal(Database& db) {
  Statement mode(db, "PRAGMA journal_mode");
  return mode.step() && mode.text(0) == "wal";
}

// Changing to WAL does not wait for others by itself.
void use_wal(Database& db, int busy_timeout_ms) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + std::chrono::milliseconds(busy_timeout_ms);
  while (!db.failed() && !is_wal(db)) {
    if (db.exec("PRAGMA journal_mode = WAL")) return;
    const Result<void> failed = db.take_error();
    if (failed.error().code != ErrorCode::busy || Clock::now() >= end) {
      db.fail(failed.error());
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

void limit_size(Database& db, std::uint64_t max_bytes) {
  std::uint64_t page = 4096;
  {
    Statement size(db, "PRAGMA page_size");
    if (size.step()) page = static_cast<std::uint64_t>(size.integer(0));
  }
  const std::string sql = "PRAGMA max_page_count = " + std::to_string(max_bytes / page + 1);
  db.exec(sql.c_str());
}

// FULL flushes the log at every commit: what was confirmed survives a loss of power too, not only
// of the process. A commit holds many reports, so that the flush costs little of each.
void configure(Database& db, const OpenOptions& options) {
  db.exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = ON; PRAGMA cache_size = -65536;");
  if (options.access == Access::read) return;
  use_wal(db, options.busy_timeout_ms);
  db.exec("PRAGMA synchronous = FULL;");
  if (options.max_bytes > 0) limit_size(db, options.max_bytes);
}

// A register at rest in a folder that we may not write cannot have its log shared; but without a
// log nobody writes, so that the file can be taken as it lies.
bool is_at_rest(const std::string& path) {
  struct stat status{};
  return stat((path + "-wal").c_str(), &status) != 0 || status.st_size == 0;
}

Result<std::unique_ptr<Database>> open_for_reading(const std::string& path, int timeout_ms,
                                                   std::string& uri) {
  uri = uri_of(path, "?mode=ro");
  Result<std::unique_ptr<Database>> db =
      Database::open(uri, path, SQLITE_OPEN_READONLY, timeout_ms);
  if (!db) return db;
  Statement(**db, "SELECT count(*) FROM sqlite_schema").run();
  const Result<void> readable = (*db)->take_error();
  if (readable || !is_at_rest(path)) return readable ? std::move(db) : readable.error();
  if (readable.error().code == ErrorCode::damaged) return readable.error();
  uri = uri_of(path, "?mode=ro&immutable=1");
  return Database::open(uri, path, SQLITE_OPEN_READONLY, timeout_ms);
}

std::string setting(Database& db, const char* name) {
  Statement find(db, "SELECT value FROM setting WHERE name = ?");
  return find.bind(std::string_view(name)).step() ? find.string(0) : "";
}

void set_setting(Database& db, const char* name, const std::string& value) {
  Statement(db,
            "INSERT INTO setting (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
      .bind(std::string_view(name), value)
      .run();
}

// Entities after a change of claims: of what was touched, or all if the rules have changed.
std::size_t settle_or_refresh(Database& db, const Touched& touched,
                              const record::Resolver& resolver) {
  const std::string known = setting(db, "resolver");
  if (known == resolver.version()) return settle(db, touched, resolver);
  set_setting(db, "resolver", resolver.version());
  return known.empty() ? settle(db, touched, resolver) : settle_all(db, resolver);
}

}  // namespace

Receipt& Receipt::operator+=(const Receipt& more) {
  added += more.added;
  changed += more.changed;
  kept += more.kept;
  unchanged += more.unchanged;
  forgotten += more.forgotten;
  corrections += more.corrections;
  claims += more.claims;
  entities += more.entities;
  return *this;
}

Register::Register(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

const std::string& Register::path() const { return impl_->path; }

Result<Register> Register::open(const std::string& path, const OpenOptions& options) {
  if (Result<void> r = look(path, options.access); !r) return r.error();
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->options = options;
  const bool reads = options.access == Access::read;
  const int flags =
      SQLITE_OPEN_READWRITE | (options.access == Access::create ? SQLITE_OPEN_CREATE : 0);
  impl->uri = uri_of(path, "");
  Result<std::unique_ptr<Database>> db =
      reads ? open_for_reading(path, options.busy_timeout_ms, impl->uri)
            : Database::open(impl->uri, path, flags, options.busy_timeout_ms);
  if (!db) return db.error();
  impl->db = std::move(*db);
  // Not before the file is known to be ours: a stranger's is left as it is.
  if (Result<void> r = inspect(*impl->db); !r) return r.error();
  configure(*impl->db, options);
  if (Result<void> r = impl->db->take_error(); !r) return r.error();
  if (Result<void> r = migrate(*impl->db, !reads); !r) return r.error();
  return Register(std::move(impl));
}

Result<Receipt> Register::Impl::change(
    const record::Resolver& resolver,
    const std::function<void(Database&, Touched&, Receipt&)>& work) {
  Receipt receipt;
  Touched touched;
  {
    Transaction transaction(*db, Transaction::Kind::write);
    work(*db, touched, receipt);
    receipt.entities = settle_or_refresh(*db, touched, resolver);
    index_words(*db, touched);
    transaction.commit();
  }
  if (Result<void> r = db->take_error(); !r) return r.error();
  return receipt;
}

Result<Receipt> Register::ingest(std::span<const record::Reading> readings,
                                 const record::Resolver& resolver) {
  for (const record::Reading& reading : readings) {
    const std::vector<std::string> faults = faults_of(reading);
    if (!faults.empty()) {
      return Error{ErrorCode::bad_data, faults.front(), report_key(reading.report)};
    }
  }
  return impl_->change(resolver, [&](Database& db, Touched& touched, Receipt& receipt) {
    for (const record::Reading& reading : readings) {
      if (db.failed()) break;
      add_reading(db, reading, resolver, touched, receipt);
    }
  });
}

Result<Receipt> Register::forget(std::span<const std::string> report_keys,
                                 const record::Resolver& resolver) {
  return impl_->change(resolver, [&](Database& db, Touched& touched, Receipt& receipt) {
    for (const std::string& key : report_keys) {
      if (!remove_report(db, key, touched)) {
        db.fail(Error{ErrorCode::not_found, "no such report: " + key, path()});
        break;
      }
      ++receipt.forgotten;
    }
  });
}

Result<Receipt> Register::refresh(const record::Resolver& resolver) {
  Database& db = *impl_->db;
  Receipt receipt;
  {
    Transaction transaction(db, Transaction::Kind::write);
    set_setting(db, "resolver", resolver.version());
    receipt.entities = settle_all(db, resolver);
    transaction.commit();
  }
  if (Result<void> r = db.take_error(); !r) return r.error();
  return receipt;
}

Result<std::string> Register::entity_of(const std::string& id) const {
  Database& db = *impl_->db;
  Statement find(db, "SELECT coalesce(meeting_id, person_id) FROM member WHERE own_id = ?");
  const bool found = find.bind(id).step();
  if (Result<void> r = db.take_error(); !r) return r.error();
  if (!found) return Error{ErrorCode::not_found, "no such meeting or person: " + id, path()};
  return find.string(0);
}

}  // namespace rapporteur::store
