// Entering reports into a register: read on several threads, stored in transactions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "rapporteur/base/result.h"
#include "rapporteur/record/resolver.h"
#include "rapporteur/service/batch.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

struct IngestOptions {
  BatchOptions batch;
  // A transaction ends with whichever comes first.
  std::size_t reports_per_transaction = 2000;
  std::uint64_t bytes_per_transaction = 32U << 20;
};

struct Ingested {
  Statistics statistics;  // of what is safe on disk
  store::Receipt receipt;
};

// added, changed, kept, unchanged, failed, claims
output::Row row_of(const Ingested& ingested);

// What a caller wants to hear while it goes on, and whether it should; all may be empty.
struct IngestEvents {
  std::function<void(const Error& error)> failed;           // a document that was left out
  std::function<void(const Statistics& so_far)> committed;  // after each transaction
  std::function<bool()> stopped = {};                       // then: whether to end with it
};

// Enters all that `from` has. A document that cannot be read or stored is left out and reported;
// the rest goes on. What was committed stays, whatever happens after.
// Errors: those of Register::ingest that concern the register and not one report.
Result<Ingested> ingest(const reader::Reader& reader, source::Source& from, store::Register& reg,
                        const record::Resolver& resolver, const IngestOptions& options,
                        const IngestEvents& events);

// The same of readings that are there already: those of `next`, until it has no more.
Result<Ingested> ingest_outcomes(const std::function<std::optional<Outcome>()>& next,
                                 store::Register& reg, const record::Resolver& resolver,
                                 const IngestOptions& options, const IngestEvents& events);

}  // namespace rapporteur::service
