// Reading the reports of a register again, from what it holds of them.
#pragma once

#include "rapporteur/reader/reader.h"
#include "rapporteur/service/ingest.h"

namespace rapporteur::service {

// Reads every stored report that another engine has read, all its versions, and replaces what it
// claims; corrections hold. What was committed stays, whatever happens after; asked again, it takes
// up the rest. `statistics` counts the reports that were read; `receipt.unchanged` those that this
// engine had read already.
// Errors: those of Register::reports and Register::ingest. Memory: a page of reports.
Result<Ingested> reread(const reader::Reader& reader, store::Register& reg,
                        const record::Resolver& resolver, const IngestOptions& options,
                        const IngestEvents& events);

}  // namespace rapporteur::service
