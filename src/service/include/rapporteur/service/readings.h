// Ready readings: what was read elsewhere, as JSON lines in the shape that `read` prints.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"
#include "rapporteur/service/ingest.h"

namespace rapporteur::service {

inline constexpr std::size_t kReadingLimit = std::size_t{64} << 20;  // bytes of one line

// The reading that `json` spells out. Absent fields and null are fields without a value; unknown
// fields are skipped; rules and mentions are not in it. Spans are checked by the register.
// Errors: bad_data (no JSON, a field of another type or with a value that is none of its own);
// unsupported (another number of `schema`). Cost: O(bytes).
Result<record::Reading> parse_reading(std::string_view json, const std::string& where);

// Enters the readings of `lines`, one a line, as ingest() enters what it reads. A line that is no
// reading, or is too long (too_large), is left out and reported as "NAME:LINE"; the rest goes on.
// Errors: those of Register::ingest that concern the register and not one report.
Result<Ingested> ingest_readings(std::istream& lines, const std::string& name, store::Register& reg,
                                 const record::Resolver& resolver, const IngestOptions& options,
                                 const IngestEvents& events);

}  // namespace rapporteur::service
