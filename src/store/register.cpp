#include "rapporteur/store/register.h"

#include <utility>

#include "impl.h"
#include "migrate.h"
#include "postgresql/address.h"
#include "postgresql/open.h"
#include "sqlite/file.h"

namespace rapporteur::store {
namespace {

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

// Entities and search indexes after a change of claims: of what was touched; all entities if the
// rules have changed.
std::size_t settle_and_index(Database& db, const Touched& touched, const record::Resolver& resolver,
                             Memory& memory) {
  const auto index = [&] { index_words(db, touched); };
  const std::string known = setting(db, "resolver");
  if (known == resolver.version()) return settle(db, touched, resolver, memory, index);
  set_setting(db, "resolver", resolver.version());
  if (known.empty()) return settle(db, touched, resolver, memory, index);
  memory.clear();
  return settle_all(db, resolver, index);
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

const std::string& Register::path() const { return impl_->db->path(); }

Result<Register> Register::open(const std::string& path, const OpenOptions& options) {
  Result<std::unique_ptr<Connection>> connection =
      postgresql::is_address(path) ? postgresql::open(path, options) : sqlite::open(path, options);
  if (!connection) return std::move(connection).error();
  auto impl = std::make_unique<Impl>();
  impl->db = std::make_unique<Database>(*std::move(connection));
  // Not before the file is known to be ours: a stranger's is left as it is.
  if (Result<void> r = inspect(*impl->db); !r) return r.error();
  if (Result<void> r = impl->db->connection().configure(); !r) return r.error();
  if (Result<void> r = migrate(*impl->db, options.access != Access::read); !r) return r.error();
  return Register(std::move(impl));
}

Result<std::int64_t> Register::changes() const { return impl_->db->connection().changes(); }

Result<void> Register::backup(const std::string& target) const {
  return impl_->db->connection().copy_to(target);
}

Result<Receipt> Register::Impl::change(
    const record::Resolver& resolver,
    const std::function<void(Database&, Touched&, Receipt&)>& work) {
  Receipt receipt;
  Touched touched;
  bool done = false;
  {
    Transaction transaction(*db, Work::write);
    begin_change(resolver);
    work(*db, touched, receipt);
    receipt.entities = settle_and_index(*db, touched, resolver, memory);
    done = transaction.commit();
  }
  if (done) {
    memory.members.make_room();
    memory.entities.make_room();
  } else {
    memory.clear();
  }
  if (Result<void> r = db->take_error(); !r) return r.error();
  return receipt;
}

void Register::Impl::begin_change(const record::Resolver& resolver) {
  if (db->failed()) return;
  const Result<std::int64_t> changes = db->connection().changes();
  if (!changes) return db->fail(changes.error());
  if (*changes != remembered || remembered_version != resolver.version()) memory.clear();
  remembered = db->connection().changes_after(*changes);
  remembered_version = resolver.version();
  memory.members.begin();
  memory.entities.begin();
}

Result<Receipt> Register::ingest(std::span<const record::Reading> readings,
                                 const record::Resolver& resolver) {
  Result<Receipt> done =
      impl_->change(resolver, [&](Database& db, Touched& touched, Receipt& receipt) {
        add_readings(db, readings, resolver, touched, impl_->memory, receipt);
      });
  // What the engine cannot keep is known of a single reading only to be of that one.
  if (!done && done.error().code == ErrorCode::bad_data && readings.size() == 1) {
    return Error{ErrorCode::bad_data, done.error().message, report_key(readings.front().report)};
  }
  return done;
}

Result<Receipt> Register::forget(std::span<const std::string> report_keys,
                                 const record::Resolver& resolver) {
  return impl_->change(resolver, [&](Database& db, Touched& touched, Receipt& receipt) {
    for (const std::string& key : report_keys) {
      if (!remove_report(db, key, touched, impl_->memory)) {
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
    Transaction transaction(db, Work::write);
    set_setting(db, "resolver", resolver.version());
    receipt.entities = settle_all(db, resolver, [] {});
    transaction.commit();
  }
  impl_->memory.clear();
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
