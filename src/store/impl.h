// The parts of Register, one file each; all work on one open connection.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "database.h"
#include "entities.h"
#include "members.h"
#include "rapporteur/record/resolver.h"
#include "rapporteur/store/register.h"

namespace rapporteur::store {

struct Touched;

// What is kept between changes. Nothing of it is more than what the register says.
struct Memory {
  Members members;
  Entities entities;
  std::unique_ptr<record::Resolver::Notes> notes;
  void clear();
};

struct Register::Impl {
  std::unique_ptr<Database> db;
  Memory memory;
  std::int64_t remembered = 0;     // the state of the register that `memory` is of
  std::string remembered_version;  // of the resolver

  // Does `work` in one transaction, then computes anew what it touched.
  Result<Receipt> change(const record::Resolver& resolver,
                         const std::function<void(Database&, Touched&, Receipt&)>& work);
  // Forgets what another connection or other rules have made untrue.
  void begin_change(const record::Resolver& resolver);
};

// What a transaction has touched so far, for settle() and for the search indexes.
struct Touched {
  std::set<std::int64_t> members;  // new ones (object ids), which the memory holds
  std::vector<Held> gone;          // those that were there
  std::set<std::string> entities;  // ids that lost a member

  // Rows that left the search indexes, which want the old words to forget them; and how far the
  // tables reached before.
  struct Words {
    std::int64_t id = 0;
    std::string first;
    std::string second;
  };
  std::vector<Words> unindexed_claims;   // value
  std::vector<Words> unindexed_reports;  // title, text
  std::set<std::int64_t> new_versions;   // that make claims now
};

// ingest.cpp. All of these work inside the caller's transaction; failures stick to `db`, among them
// bad_data (a reading with faults; where = its report).
void add_readings(Database& db, std::span<const record::Reading> readings,
                  const record::Resolver& resolver, Touched& touched, Memory& memory,
                  Receipt& receipt);
// Removes all versions of the report. False if there is none.
bool remove_report(Database& db, const std::string& key, Touched& touched, Memory& memory);

// version_members.cpp
// Makes the members of one current version. `version_id` must have its objects already.
void add_members(Database& db, std::int64_t version_id, const record::Reading& reading,
                 const record::Resolver& resolver, Touched& touched, Memory& memory);
// The same where nobody has corrected the report. `objects`: by pointer; `members`: new_members().
// What is made looks at the reading's text until the entities are computed. Returns the ids of
// those whose objects are there.
std::vector<std::int64_t> add_members(
    const std::map<std::string, std::int64_t, std::less<>>& objects, std::vector<Held> members,
    Touched& touched, Memory& memory);
// Notes what is lost with the members of a current version, and with its words in the indexes.
void take_members(Database& db, std::int64_t version_id, Touched& touched, Memory& memory);

// corrections.cpp: what people have said.
struct Judged {
  record::Reading reading;            // as the standing corrections leave it
  std::vector<std::string> silenced;  // objects of which nothing is left
};
// Writes the verdicts on a current version's claims; nothing if there are no corrections of it.
// Cost: one look, where there are none.
std::optional<Judged> judge(Database& db, std::int64_t version_id, const record::Reading& reading);
// The members of a report, by pointer, that a merge or a split holds together, and its id.
std::multimap<std::string, std::string> bound_members(Database& db, const std::string& report);
bool has_bonds(Database& db);
// What binds members of these reports (a list, see lists.h), sorted by member and correction.
std::vector<std::pair<record::MemberKey, record::Bond>> bonds_of(Database& db,
                                                                 const std::string& reports);
// Those of these reports (a list) that a standing correction speaks of.
std::set<std::string> corrected_of(Database& db, const std::string& reports);
// What a correction's id makes a block of, so that those whom it joins are looked at together.
inline constexpr std::string_view kBond = "decided by ";

// search_index.cpp: brings the full-text indexes up to date, once, at the end of a transaction.
void index_words(Database& db, const Touched& touched);

// settle.cpp: computes the entities of everything that `touched` reaches. Returns their number.
// `meanwhile` is done once, on this thread, while another one computes; it may use `db`.
std::size_t settle(Database& db, const Touched& touched, const record::Resolver& resolver,
                   Memory& memory, const std::function<void()>& meanwhile);
// Throws away and computes anew all members and entities.
std::size_t settle_all(Database& db, const record::Resolver& resolver,
                       const std::function<void()>& meanwhile);

// read.cpp
struct VersionRow {
  std::int64_t id = 0;
  std::string key;
  std::string engine;
  int schema = 0;
  bool current = false;
  record::Report report;
};
// The current versions' ids, by report key.
std::vector<std::int64_t> current_versions(Database& db);
VersionRow load_version(Database& db, std::int64_t version_id);
record::Reading load_reading(Database& db, const VersionRow& row);

}  // namespace rapporteur::store
