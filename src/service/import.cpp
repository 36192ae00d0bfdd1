#include "rapporteur/service/import.h"

#include <utility>
#include <vector>

#include "import_corrections.h"
#include "import_reading.h"
#include "rapporteur/base/file.h"

namespace rapporteur::service {

namespace {

// Enters readings, many in one transaction.
class Entry {
 public:
  Entry(store::Register& reg, const record::Resolver& resolver, const ImportOptions& options)
      : reg_(reg), resolver_(resolver), options_(options) {}

  // The versions of one report.
  Result<void> take(std::vector<record::Reading> versions) {
    for (record::Reading& reading : versions) {
      bytes_ += reading.report.text.size();
      waiting_.push_back(std::move(reading));
    }
    const bool full = waiting_.size() >= options_.reports_per_transaction ||
                      bytes_ >= options_.bytes_per_transaction;
    return full ? commit() : Result<void>();
  }

  Result<void> commit() {
    const Result<store::Receipt> receipt = reg_.ingest(waiting_, resolver_);
    if (!receipt) return receipt.error();
    receipt_ += *receipt;
    waiting_.clear();
    bytes_ = 0;
    return {};
  }

  [[nodiscard]] const store::Receipt& receipt() const { return receipt_; }

 private:
  store::Register& reg_;
  const record::Resolver& resolver_;
  const ImportOptions& options_;
  std::vector<record::Reading> waiting_;
  std::uint64_t bytes_ = 0;
  store::Receipt receipt_;
};

// How many reports are not whole.
std::uint64_t look_through(const ImportIndex& index, ImportReadings& readings,
                           const std::function<void(const Error&)>& failed) {
  std::uint64_t out = 0;
  for (const ReportLines& lines : index.reports) {
    const Result<std::vector<record::Reading>> versions = readings.of(lines);
    if (versions) continue;
    ++out;
    failed(versions.error());
  }
  return out;
}

}  // namespace

Result<Imported> import_lines(const std::string& path, store::Register& reg,
                              const record::Resolver& resolver, const ImportOptions& options,
                              const std::function<void(const Error&)>& failed) {
  const Result<FileMap> file = FileMap::open(path);
  if (!file) return file.error();
  const std::string& name = options.name.empty() ? path : options.name;
  const ImportIndex index = index_of(file->bytes(), name, failed);
  ImportReadings readings(file->bytes(), name);
  Imported out;
  out.lines = index.lines;
  out.damaged = index.damaged;
  const std::vector<record::Correction> corrections =
      corrections_in(file->bytes(), name, index.corrections, [&](const Error& error) {
        ++out.damaged;
        failed(error);
      });
  if (options.all_or_nothing) {
    out.left_out = look_through(index, readings, failed);
    if (out.damaged + out.left_out > 0) return out;
  }
  // Before the reports, which they then decide as they come.
  Result<store::Receipt> said = reg.correct(corrections, resolver);
  if (!said) return said.error();
  Entry entry(reg, resolver, options);
  for (const ReportLines& lines : index.reports) {
    Result<std::vector<record::Reading>> versions = readings.of(lines);
    if (!versions) {
      ++out.left_out;
      failed(versions.error());
      continue;
    }
    if (Result<void> r = entry.take(*std::move(versions)); !r) return r.error();
  }
  if (Result<void> r = entry.commit(); !r) return r.error();
  out.receipt = entry.receipt();
  out.receipt += *said;
  return out;
}

}  // namespace rapporteur::service
