#include "rapporteur/service/ingest.h"

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace rapporteur::service {

namespace {

// Gathers readings and enters them, many at a time.
class Entry {
 public:
  Entry(store::Register& reg, const record::Resolver& resolver, const IngestOptions& options,
        const IngestEvents& events)
      : reg_(reg), resolver_(resolver), options_(options), events_(events) {}

  // False once the register takes no more, or the caller wants no more.
  bool take(Outcome&& outcome) {
    if (!outcome.reading) {
      fail(outcome.reading.error());
      return true;
    }
    bytes_ += outcome.size;
    facts_.push_back(outcome.facts);
    sizes_.push_back(outcome.size);
    readings_.push_back(*std::move(outcome.reading));
    const bool full = readings_.size() >= options_.reports_per_transaction ||
                      bytes_ >= options_.bytes_per_transaction;
    return !full || commit();
  }

  bool commit() {
    if (readings_.empty()) return true;
    const Result<store::Receipt> receipt = reg_.ingest(readings_, resolver_);
    if (receipt) {
      ingested_.receipt += *receipt;
      for (std::size_t i = 0; i < readings_.size(); ++i) count(i);
    } else if (receipt.error().code == ErrorCode::bad_data) {
      commit_one_by_one();
    } else {
      broken_ = receipt.error();
    }
    readings_.clear();
    facts_.clear();
    sizes_.clear();
    bytes_ = 0;
    if (events_.committed) events_.committed(ingested_.statistics);
    return !broken_ && !(events_.stopped && events_.stopped());
  }

  [[nodiscard]] const std::optional<Error>& broken() const { return broken_; }
  [[nodiscard]] const Ingested& ingested() const { return ingested_; }

 private:
  // One reading spoils the transaction of all: the others must not suffer.
  void commit_one_by_one() {
    for (std::size_t i = 0; i < readings_.size() && !broken_; ++i) {
      const Result<store::Receipt> receipt = reg_.ingest({&readings_[i], 1}, resolver_);
      if (receipt) {
        ingested_.receipt += *receipt;
        count(i);
      } else if (receipt.error().code == ErrorCode::bad_data) {
        fail(receipt.error());
      } else {
        broken_ = receipt.error();
      }
    }
  }

  void count(std::size_t i) {
    ++ingested_.statistics.reports;
    ingested_.statistics.facts += facts_[i];
    ingested_.statistics.bytes += sizes_[i];
  }

  void fail(const Error& error) {
    ++ingested_.statistics.errors;
    if (events_.failed) events_.failed(error);
  }

  store::Register& reg_;
  const record::Resolver& resolver_;
  const IngestOptions& options_;
  const IngestEvents& events_;
  std::vector<record::Reading> readings_;
  std::vector<std::uint64_t> facts_;
  std::vector<std::uint64_t> sizes_;
  std::uint64_t bytes_ = 0;
  Ingested ingested_;
  std::optional<Error> broken_;
};

}  // namespace

Result<Ingested> ingest(const reader::Reader& reader, source::Source& from, store::Register& reg,
                        const record::Resolver& resolver, const IngestOptions& options,
                        const IngestEvents& events) {
  Entry entry(reg, resolver, options, events);
  const Sink sink = [&entry](Outcome&& outcome) { return entry.take(std::move(outcome)); };
  const Statistics read = read_all(reader, from, options.batch, nullptr, sink);
  if (!entry.broken()) entry.commit();
  if (entry.broken()) return *entry.broken();
  Ingested ingested = entry.ingested();
  ingested.statistics.seconds = read.seconds;
  return ingested;
}

Result<Ingested> ingest_outcomes(const std::function<std::optional<Outcome>()>& next,
                                 store::Register& reg, const record::Resolver& resolver,
                                 const IngestOptions& options, const IngestEvents& events) {
  const auto start = std::chrono::steady_clock::now();
  Entry entry(reg, resolver, options, events);
  while (std::optional<Outcome> outcome = next()) {
    if (!entry.take(*std::move(outcome))) break;
  }
  if (!entry.broken()) entry.commit();
  if (entry.broken()) return *entry.broken();
  Ingested ingested = entry.ingested();
  ingested.statistics.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return ingested;
}

output::Row row_of(const Ingested& ingested) {
  const store::Receipt& r = ingested.receipt;
  output::Row out;
  const auto count = [&out](const char* name, std::uint64_t n) {
    out.integer(name, static_cast<std::int64_t>(n));
  };
  count("added", r.added);
  count("changed", r.changed);
  count("kept", r.kept);
  count("unchanged", r.unchanged);
  count("failed", ingested.statistics.errors);
  count("claims", r.claims);
  return out;
}

}  // namespace rapporteur::service
