// The public JSON of a reading (docs/formats/reading.md), shared by the formats that hold it.
#pragma once

#include <vector>

#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output {

void write_reading(const record::Reading& reading, const Options& options, Json& json);
// The object at "report".
void write_report(const record::Report& report, Json& json);
void write_left_out(const std::vector<record::LeftOut>& left_out, Json& json);
// An array of strings.
void write_strings(const std::vector<std::string>& strings, Json& json);

}  // namespace rapporteur::output
