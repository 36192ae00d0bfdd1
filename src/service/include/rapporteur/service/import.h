// An exported register, taken into another one.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "rapporteur/base/result.h"
#include "rapporteur/record/resolver.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

struct ImportOptions {
  std::string name;  // what errors call the file; empty: its path
  bool all_or_nothing =
      false;  // look at the whole file first; enter nothing if anything is damaged
  // A transaction ends with whichever comes first.
  std::size_t reports_per_transaction = 2000;
  std::uint64_t bytes_per_transaction = 32U << 20;
};

struct Imported {
  store::Receipt receipt;
  std::uint64_t lines = 0;     // of the file
  std::uint64_t damaged = 0;   // lines that are no record of an export
  std::uint64_t left_out = 0;  // reports that are not whole
};

// Takes in the file `path`, which `export --format jsonl` wrote: reports, what was left out of them
// and their claims, and what people have said of them. Entities, series and conflicts are computed
// anew. Lines may come in any order, but for the claims of a report and what was left out of it,
// which stand in theirs. A line that is no record is named
// (`failed`, "NAME:LINE") and passed over. A report is entered whole or left out and named: each
// says how many claims it makes, so that a line that is damaged or lacks is seen.
// Errors: those of FileMap::open, and those of Register::ingest that concern the register.
// Cost: two readings of the file; memory for the keys of the reports and for one transaction.
Result<Imported> import_lines(const std::string& path, store::Register& reg,
                              const record::Resolver& resolver, const ImportOptions& options,
                              const std::function<void(const Error&)>& failed);

}  // namespace rapporteur::service
