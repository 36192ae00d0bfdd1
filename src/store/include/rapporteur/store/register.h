// The register on disk: the claims of all reports, and the entities that they are about.
//
// One SQLite file, or a PostgreSQL database (docs/formats/register.md), with the same tables and
// views. What stands in it is a function of the set of reports, never of their order.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/record/correction.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/record/resolver.h"
#include "rapporteur/store/cursor.h"
#include "rapporteur/store/feeds.h"

namespace rapporteur::store {

enum class Access {
  read,    // the file must exist
  write,   // the file must exist
  create,  // an absent or empty file becomes an empty register
};

struct OpenOptions {
  Access access = Access::create;
  // How long to wait for another writer; else 5 seconds for a file, a minute for a server.
  std::optional<int> busy_timeout_ms = std::nullopt;
  std::uint64_t max_bytes = 0;  // refuse to let a file grow beyond; 0: no limit
};

// What an ingest or a forget did.
struct Receipt {
  std::size_t added = 0;      // reports that were not known
  std::size_t changed = 0;    // reports with a new current version, or read by another engine
  std::size_t kept = 0;       // versions kept beside a current one that outranks them
  std::size_t unchanged = 0;  // known already
  std::size_t forgotten = 0;
  std::size_t corrections = 0;  // that were not known, or not known to be undone
  std::size_t claims = 0;       // claims written
  std::size_t entities = 0;     // entities computed anew
  friend bool operator==(const Receipt&, const Receipt&) = default;
  Receipt& operator+=(const Receipt& more);
};

struct Finding {
  std::string where;    // report and pointer, entity id, table
  std::string message;  // what is wrong
  friend bool operator==(const Finding&, const Finding&) = default;
};

// What is wrong with the digest and the spans of a reading, for which a register would not take it;
// empty: nothing. Cost: O(text + claims).
std::vector<std::string> faults_of(const record::Reading& reading);

class Register;

// While it lives, all questions see one state of the register, whoever writes meanwhile. May be
// nested. Must not outlive its Register; a failure shows again in the questions that follow.
class View {
 public:
  explicit View(const Register& reg);
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  ~View();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// One connection: used by one thread at a time. Any number of processes may read one file while
// one writes. Errors of all functions name the file in `where`: busy (another writer held it for
// longer than the timeout), io (a full disk among them), damaged, access_denied.
class Register {
 public:
  // Opens `path`, a file or the address of a database (postgresql://...), brings an older schema up
  // to date (unless only reading). Errors besides: not_found (file or its folder); unsupported
  // (made by a newer version of the program; a SQLite file that is no register; an older schema
  // opened for reading); damaged (not a SQLite file).
  static Result<Register> open(const std::string& path, const OpenOptions& options = {});
  Register(Register&&) noexcept;
  Register& operator=(Register&&) noexcept;
  ~Register();

  // What errors name: the file, or the address without its password.
  [[nodiscard]] const std::string& path() const;

  // Enters readings: all of them or none, in one transaction; returns once it is safe on disk.
  //  - A report that is known in this version, read by this engine: nothing changes.
  //  - The same version read by another engine: its claims are replaced.
  //  - Another version of a known report: of all its versions the one with the greatest
  //    version_key is current and makes claims; the others keep their text and claim nothing.
  // Then computes the touched entities anew: those that share a block, at any remove, with a
  // claim that came or went. Hand over many readings at once: cost is O(claims of the readings +
  // members of the touched components) and one flush to disk.
  // Errors besides: bad_data (a span outside the text or inside a character, a digest that is not
  // that of the text; where = the report's key).
  Result<Receipt> ingest(std::span<const record::Reading> readings,
                         const record::Resolver& resolver);

  // Removes reports by key: all versions, their claims, and what only they supported.
  // Errors besides: not_found (no such report; then nothing is removed).
  Result<Receipt> forget(std::span<const std::string> report_keys,
                         const record::Resolver& resolver);

  // Enters what people have said, or taken back (Correction::undone). It counts from now on: for
  // claims and members that are there, and for those that come. Taking it back leaves the entities
  // as if it had never been said; that it was said stays on record. What is known already changes
  // nothing; of two undoings of one correction the earlier stays. Cost: O(claims of the reports
  // that are spoken of + members of the touched components).
  // Errors besides: bad_data (a correction that says nothing; where = its id).
  Result<Receipt> correct(std::span<const record::Correction> corrections,
                          const record::Resolver& resolver);
  // All that was ever entered, by time and id.
  Result<std::vector<record::Correction>> corrections() const;
  // The members of the entity with this id, sorted; none if there is no such entity.
  Result<std::vector<record::MemberKey>> members(const std::string& entity) const;

  // Computes all members and entities anew. Cost: O(n log n) in the members, all in memory.
  Result<Receipt> refresh(const record::Resolver& resolver);

  // Looks for damage: SQLite's own check, foreign keys, full-text index, digests of texts, every
  // evidence span; with a resolver (or null) also that the entities are those it would compute.
  // An intact register has no findings. Cost: reads the whole file.
  Result<std::vector<Finding>> check(const record::Resolver* resolver) const;

  // A consistent copy while others write. Errors besides: not_found (no such folder).
  Result<void> backup(const std::string& target) const;

  // Differs from what it was whenever another connection has changed the register since. Cost: a
  // look at a counter.
  [[nodiscard]] Result<std::int64_t> changes() const;

  // The current reading of a report, text included; mentions are not kept.
  // Errors besides: not_found; damaged.
  Result<record::Reading> reading(const std::string& report_key) const;

  // The stored reports of all versions, as (key, is current), sorted; for re-reading.
  struct StoredReport {
    record::Report report;
    std::string engine;
    bool current = false;
  };
  // Those with key > `after`, at most `limit`, by key and version, so that a caller can page.
  Result<std::vector<StoredReport>> reports(const std::string& after, std::size_t limit) const;

  // The id of the entity that `id` (its own or that of any member) leads to.
  // Errors besides: not_found.
  Result<std::string> entity_of(const std::string& id) const;

  // What is remembered of a feed that is followed; of one that is not known, its address alone.
  [[nodiscard]] Result<Feed> feed(const std::string& address) const;
  // Takes the place of what was remembered of that feed. Cost: O(entries) and one flush to disk.
  Result<void> remember(const Feed& feed);

  // Asks our own question; `parameters` fill its '?' in order.
  Result<Cursor> ask(std::string_view sql, const std::vector<Value>& parameters = {}) const;
  // From now on, for so long, our own questions are answered; after it they fail with too_large
  // until time is given anew. Without a call there is no limit.
  void give_time(std::chrono::milliseconds time) const;
  // Asks a stranger's question: one statement that only reads, no other files, at most
  // `time_limit_ms`. Errors besides: usage (no such statement, or it would write; the message says
  // what the database said).
  Result<Cursor> ask_stranger(std::string_view sql, int time_limit_ms) const;

 private:
  friend class View;
  struct Impl;
  explicit Register(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::store
