#include "rapporteur/service/batch.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "rapporteur/base/ordered_pool.h"

namespace rapporteur::service {

namespace {

using Clock = std::chrono::steady_clock;

// The pool's slots per thread: enough that no thread waits for a long report before it.
constexpr std::size_t kSlotsPerThread = 16;

Result<record::Reading> read_one(const reader::Reader& reader, const reader::Options& options,
                                 const source::Found& found, Scratch& scratch) {
  Result<record::Report> report = source::make_report(found);
  if (!report) return report.error();
  scratch.reset();
  return reader.read(*report, scratch, options);
}

// One thread's work: documents to outcomes.
class Worker {
 public:
  Worker(const reader::Reader& reader, const BatchOptions& options, const Render& render)
      : reader_(reader),
        options_(options),
        render_(render),
        scratch_(std::make_shared<Scratch>()) {}

  // One of the four doors at which exceptions of others end.
  Outcome operator()(source::Found&& found) const {
    const auto failed = [&](std::string message) {
      Outcome outcome{Error{ErrorCode::internal, std::move(message), found.where}, {}, 0, 0};
      outcome.size = found.size;
      return outcome;
    };
    try {
      return outcome_of(found);
    } catch (const std::exception& e) {
      return failed(std::string("reading failed: ") + e.what());
    } catch (...) {
      return failed("reading failed");
    }
  }

 private:
  [[nodiscard]] Outcome outcome_of(const source::Found& found) const {
    Outcome outcome{
        read_one(reader_, options_.reading, found, *scratch_), {}, found.size, 0, false};
    if (outcome.reading) {
      outcome.unread = !reader::is_read(outcome.reading->report);
      outcome.facts = count_facts(*outcome.reading);
      if (render_) render_(*outcome.reading, outcome.rendered);
    }
    return outcome;
  }

  const reader::Reader& reader_;
  const BatchOptions& options_;
  const Render& render_;
  std::shared_ptr<Scratch> scratch_;
};

// Counts outcomes and hands them on.
class Delivery {
 public:
  explicit Delivery(const Sink& sink) : sink_(sink) {}

  void deliver(Outcome&& outcome) {
    statistics_.bytes += outcome.size;
    if (outcome.reading) {
      ++statistics_.reports;
      statistics_.facts += outcome.facts;
      statistics_.unread += outcome.unread ? 1 : 0;
    } else {
      ++statistics_.errors;
    }
    stopped_ = !sink_(std::move(outcome)) || stopped_;
  }

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] const Statistics& statistics() const { return statistics_; }

 private:
  const Sink& sink_;
  Statistics statistics_;
  bool stopped_ = false;
};

void read_here(source::Source& from, const Worker& worker, Delivery& delivery) {
  while (!delivery.stopped()) {
    std::optional<Result<source::Found>> found = from.next();
    if (!found) return;
    delivery.deliver(*found ? worker(**std::move(found))
                            : Outcome{found->error(), {}, 0, 0, false});
  }
}

// Documents and the errors between them, in their order, through the pool.
using Item = Result<source::Found>;

void read_on_threads(source::Source& from, unsigned threads, const BatchOptions& options,
                     const std::function<Worker()>& make_worker, Delivery& delivery) {
  OrderedPool<Item, Outcome> pool(threads, [&make_worker] {
    return [worker = make_worker()](Item&& item) {
      return item ? worker(*std::move(item)) : Outcome{item.error(), {}, 0, 0, false};
    };
  });
  std::uint64_t in_flight = 0;
  const auto take = [&] {
    Outcome outcome = pool.take();
    in_flight -= std::min(in_flight, outcome.size);
    delivery.deliver(std::move(outcome));
  };
  while (!delivery.stopped()) {
    std::optional<Item> item = from.next();
    if (!item) break;
    in_flight += *item ? (*item)->size : 0;
    pool.submit(*std::move(item));
    while (pool.size() > 0 && !delivery.stopped() &&
           (pool.size() >= threads * kSlotsPerThread || in_flight > options.bytes_in_flight)) {
      take();
    }
  }
  while (pool.size() > 0 && !delivery.stopped()) take();
}

template <class T>
std::uint64_t one(const record::Fact<T>& fact) {
  return fact && !fact.evidence.empty() ? 1 : 0;
}
template <class... Facts>
std::uint64_t sum(const Facts&... facts) {
  return (one(facts) + ...);
}

std::uint64_t count_meeting(const record::Meeting& m) {
  std::uint64_t n = sum(m.name, m.organisation, m.organ, m.kind, m.mode, m.ordinal, m.status,
                        m.when, m.rescheduled_to, m.place, m.country, m.venue, m.chair,
                        m.chair_person, m.host, m.inviter);
  for (const auto& p : m.participants) {
    n += sum(p.person, p.offices, p.state, p.organisation, p.attendance);
  }
  for (const auto& item : m.agenda) n += one(item.text);
  for (const auto& outcome : m.outcomes) n += one(outcome.text);
  for (const auto& instrument : m.instruments) n += one(instrument.name);
  for (const auto& link : m.links) n += one(link.relation);
  return n;
}

}  // namespace

Statistics read_all(const reader::Reader& reader, source::Source& from, const BatchOptions& options,
                    const Render& render, const Sink& sink) {
  const Clock::time_point start = Clock::now();
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned threads = options.threads == 0 ? cores : options.threads;
  const auto make_worker = [&] { return Worker(reader, options, render); };
  Delivery delivery(sink);
  if (threads == 1) {
    read_here(from, make_worker(), delivery);
  } else {
    read_on_threads(from, threads, options, make_worker, delivery);
  }
  Statistics statistics = delivery.statistics();
  statistics.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return statistics;
}

std::uint64_t count_facts(const record::Reading& reading) {
  std::uint64_t n = 0;
  for (const auto& meeting : reading.meetings) n += count_meeting(meeting);
  for (const auto& h : reading.holdings) n += sum(h.person, h.office, h.state, h.organisation);
  for (const auto& position : reading.positions) n += one(position.text);
  return n;
}

}  // namespace rapporteur::service
