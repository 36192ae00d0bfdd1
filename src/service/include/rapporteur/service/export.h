// The register in the forms of others: one document, or a table for each kind of record.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

struct ExportCount {
  std::uint64_t records = 0;
  std::uint64_t left_out = 0;  // what the form cannot say
};

// Takes the bytes of a document piece by piece; returns false to stop.
using ByteSink = std::function<bool(std::string_view)>;

struct DocumentExport {
  std::string_view name;     // what --format takes
  std::string_view summary;  // one line
  bool needs_catalogue;
  Result<ExportCount> (*write)(const store::Register& reg, const catalogue::Catalogue* catalogue,
                               const ByteSink& sink);
};

// Sorted by name. docs/formats/export.md explains each. All stream, without a limit.
std::span<const DocumentExport> document_exports();

// The whole register as CSV, `TYPE.csv` for each type of record, its header always there: into the
// folder `path`, which is made, or, if the name ends in ".zip", into that file.
// Errors: those of output::open_file_set and query::export_records.
Result<ExportCount> write_tables(const store::Register& reg, const std::string& path);

}  // namespace rapporteur::service
