#include <charconv>

#include "migrate.h"
#include "postgresql/dialect.h"
#include "postgresql/server.h"

namespace rapporteur::store::postgresql {
namespace {

// The first migrations in one, as PostgreSQL takes them; later ones of its own, where translating
// is not enough.
struct Own {
  int version;  // that it leads to
  const char* sql;
};
constexpr Own kOwn[] = {
#include "postgresql.inc"
};

const Own* own(int version) {
  for (const Own& o : kOwn) {
    if (o.version == version) return &o;
  }
  return nullptr;
}

constexpr const char* kFound =
    "SELECT CASE WHEN to_regclass('setting') IS NOT NULL AND to_regclass('claim') IS NOT NULL "
    "THEN 'register' WHEN EXISTS (SELECT 1 FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p', "
    "'f') "
    "AND relnamespace = current_schema()::regnamespace) THEN 'other' ELSE '' END";

}  // namespace

Result<int> Server::look() {
  const Result<std::string> found = word(kFound);
  if (!found) return found.error();
  if (found->empty()) return 0;
  Result<std::string> version = std::string();
  if (*found == "register") version = word("SELECT value FROM setting WHERE name = 'schema'");
  if (!version) return version.error();
  int out = 0;
  std::from_chars(version->data(), version->data() + version->size(), out);
  if (out > 0) return out;
  return Error{ErrorCode::unsupported,
               "the database holds other tables and no register; give it a database or a schema "
               "of its own",
               path_};
}

Result<void> Server::upgrade(int from, int to) {
  int version = from;
  if (from == 0) {
    version = kOwn[0].version;
    if (Result<void> r = exec(kOwn[0].sql); !r) return r;
  }
  for (; version < to; ++version) {
    const Own* const sql = own(version + 1);
    Result<void> r = exec(sql != nullptr ? sql->sql : translate_schema(migration(version)));
    if (!r) return r;
  }
  return exec(
      "INSERT INTO setting (name, value) VALUES ('changes', '0') ON CONFLICT DO NOTHING; "
      "INSERT INTO setting (name, value) VALUES ('schema', '" +
      std::to_string(to) + "') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
}

// Says at once what would fail in the middle of the work.
Result<void> Server::configure() {
  if (options_.access == Access::read) return {};
  const Result<std::string> may = word(
      "SELECT CASE WHEN to_regclass('claim') IS NULL THEN 't' "
      "ELSE has_table_privilege('claim', 'INSERT')::text END");
  if (!may) return may.error();
  if (may->starts_with('t')) return {};
  const char* const role = PQuser(handle_.get());
  return Error{
      ErrorCode::access_denied,
      "may not write to the register: the role '" + std::string(role) + "' may only read it",
      path_};
}

Result<std::int64_t> Server::changes() {
  const Result<std::string> word = this->word("SELECT value FROM setting WHERE name = 'changes'");
  if (!word) return word.error();
  std::int64_t out = 0;
  std::from_chars(word->data(), word->data() + word->size(), out);
  return out;
}

// What the search finds must be what stands.
Result<std::vector<Finding>> Server::search_faults() {
  std::vector<Finding> out;
  for (const char* const sql :
       {"SELECT count(*) FROM searchable_claim AS c FULL JOIN claim_words AS w ON w.id = c.id "
        "WHERE w.words IS DISTINCT FROM register_words(c.value)",
        "SELECT count(*) FROM searchable_report AS r FULL JOIN (SELECT DISTINCT id FROM "
        "report_words) AS w ON w.id = r.id WHERE r.id IS NULL OR w.id IS NULL"}) {
    const Result<std::string> wrong = word(sql);
    if (!wrong) return wrong.error();
    if (*wrong != "0") out.push_back({"full-text index", *wrong + " entries are not what stands"});
  }
  return out;
}

}  // namespace rapporteur::store::postgresql
