#include "rapporteur/service/reread.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "rapporteur/base/ordered_pool.h"

namespace rapporteur::service {
namespace {

using Clock = std::chrono::steady_clock;
using Stored = store::Register::StoredReport;
using Read = Result<record::Reading>;

// One of the doors at which exceptions of others end.
Read read_one(const reader::Reader& reader, const reader::Options& options,
              const record::Report& report, Scratch& scratch) {
  const auto failed = [&report](const std::string& why) {
    return Error{ErrorCode::internal, "reading failed" + why, report_key(report)};
  };
  try {
    scratch.reset();
    return reader.read(report, scratch, options);
  } catch (const std::exception& e) {
    return failed(std::string(": ") + e.what());
  } catch (...) {
    return failed("");
  }
}

std::vector<Read> read_all(const reader::Reader& reader, const BatchOptions& options,
                           std::vector<record::Report> reports) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  OrderedPool<record::Report, Read> pool(options.threads == 0 ? cores : options.threads, [&] {
    return [&, scratch = std::make_shared<Scratch>()](record::Report&& report) {
      return read_one(reader, options.reading, report, *scratch);
    };
  });
  std::vector<Read> out;
  out.reserve(reports.size());
  for (record::Report& report : reports) pool.submit(std::move(report));
  while (pool.size() > 0) out.push_back(pool.take());
  return out;
}

class Rereading {
 public:
  Rereading(const reader::Reader& reader, store::Register& reg, const record::Resolver& resolver,
            const IngestOptions& options, const IngestEvents& events)
      : reader_(reader), reg_(reg), resolver_(resolver), options_(options), events_(events) {}

  Result<Ingested> run() {
    const Clock::time_point start = Clock::now();
    for (std::string after;;) {
      Result<std::vector<Stored>> page = reg_.reports(after, options_.reports_per_transaction);
      if (!page) return page.error();
      if (page->empty()) break;
      after = report_key(page->back().report);
      if (Result<void> done = take(*std::move(page)); !done) return done.error();
      if (events_.stopped && events_.stopped()) break;
    }
    ingested_.statistics.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return ingested_;
  }

 private:
  Result<void> take(std::vector<Stored> page) {
    std::vector<record::Report> reports;
    for (Stored& stored : page) {
      if (stored.engine == reader_.engine()) {
        ++ingested_.receipt.unchanged;
      } else {
        reports.push_back(std::move(stored.report));
      }
    }
    std::vector<record::Reading> readings;
    for (Read& reading : read_all(reader_, options_.batch, std::move(reports))) {
      if (reading) {
        readings.push_back(*std::move(reading));
      } else {
        ++ingested_.statistics.errors;
        if (events_.failed) events_.failed(reading.error());
      }
    }
    if (readings.empty()) return {};
    const Result<store::Receipt> receipt = reg_.ingest(readings, resolver_);
    if (!receipt) return receipt.error();
    ingested_.receipt += *receipt;
    for (const record::Reading& reading : readings) {
      ++ingested_.statistics.reports;
      ingested_.statistics.bytes += reading.report.text.size();
      ingested_.statistics.facts += count_facts(reading);
      ingested_.statistics.unread += reader::is_read(reading.report) ? 0 : 1;
    }
    if (events_.committed) events_.committed(ingested_.statistics);
    return {};
  }

  const reader::Reader& reader_;
  store::Register& reg_;
  const record::Resolver& resolver_;
  const IngestOptions& options_;
  const IngestEvents& events_;
  Ingested ingested_;
};

}  // namespace

Result<Ingested> reread(const reader::Reader& reader, store::Register& reg,
                        const record::Resolver& resolver, const IngestOptions& options,
                        const IngestEvents& events) {
  return Rereading(reader, reg, resolver, options, events).run();
}

}  // namespace rapporteur::service
