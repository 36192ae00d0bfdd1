#include "rapporteur/service/watch.h"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_set>
#include <utility>

namespace rapporteur::service {

namespace {

// Indexes name sitemaps, which may be indexes again; of one list at most so many sitemaps.
constexpr std::size_t kDeepest = 2;
constexpr std::size_t kMostFurther = 100;

source::FeedMemory memory_of(const store::Feed& feed) {
  source::FeedMemory out;
  out.validators = {feed.etag, feed.last_modified};
  for (const store::FeedEntry& e : feed.entries) {
    out.entries.push_back({e.key, e.mark, {e.etag, e.last_modified}, e.failures, e.is_feed});
  }
  return out;
}

void take_over(const source::FeedMemory& memory, store::Feed& feed) {
  feed.etag = memory.validators.etag;
  feed.last_modified = memory.validators.last_modified;
  feed.entries.clear();
  for (const source::EntryMemory& e : memory.entries) {
    feed.entries.push_back(
        {e.key, e.mark, e.validators.etag, e.validators.last_modified, e.failures, e.is_feed});
  }
}

// Half a pause early: rounds do not begin on the second.
std::int64_t next_try(std::int64_t now, std::chrono::seconds every, int failures) {
  const std::int64_t longest = std::chrono::seconds(kLongestWait).count();
  std::int64_t wait = every.count();
  for (int i = 1; i < failures && wait < longest; ++i) wait *= 2;
  return now + std::min(wait, longest) - every.count() / 2;
}

void add(Ingested& sum, const Ingested& part) {
  output::Statistics& s = sum.statistics;
  s.reports += part.statistics.reports;
  s.bytes += part.statistics.bytes;
  s.seconds += part.statistics.seconds;
  s.facts += part.statistics.facts;
  s.errors += part.statistics.errors;
  sum.receipt += part.receipt;
}

class Visitor {
 public:
  Visitor(const reader::Reader& reader, store::Register& reg, const record::Resolver& resolver,
          const source::Get& get, std::int64_t now, const WatchOptions& options,
          const IngestEvents& events)
      : reader_(reader),
        reg_(reg),
        resolver_(resolver),
        get_(get),
        now_(now),
        options_(options),
        events_(events) {}

  Result<Round> visit_all(const std::vector<source::Subscription>& feeds) {
    for (const source::Subscription& feed : feeds) {
      further_ = 0;
      if (Result<void> done = visit_with_further(feed.address); !done) return done.error();
    }
    return round_;
  }

 private:
  struct Place {
    std::string address;
    std::size_t depth = 0;
  };

  [[nodiscard]] bool stopped() const { return options_.visit.stopped && options_.visit.stopped(); }

  Result<void> visit_with_further(const std::string& address) {
    std::deque<Place> open = {{address, 0}};
    while (!open.empty() && !stopped()) {
      const Place place = std::move(open.front());
      open.pop_front();
      // Also what names itself, or is named twice.
      if (!visited_.insert(place.address).second) continue;
      Result<std::vector<std::string>> further = visit(place.address);
      if (!further) return further.error();
      for (std::string& next : *further) {
        if (place.depth >= kDeepest || further_ >= kMostFurther) break;
        ++further_;
        open.push_back({std::move(next), place.depth + 1});
      }
    }
    return {};
  }

  // The further sitemaps of a feed, which was asked unless it must wait.
  Result<std::vector<std::string>> visit(const std::string& address) {
    Result<store::Feed> feed = reg_.feed(address);
    if (!feed) return feed.error();
    if (feed->not_before > now_) {
      ++round_.waiting;
      return std::vector<std::string>();
    }
    source::FeedVisit from(address, memory_of(*feed), options_.visit, get_, asked_);
    const Result<Ingested> ingested =
        ingest(reader_, from, reg_, resolver_, options_.ingest, events_);
    if (!ingested) return ingested.error();
    count(from, *ingested);
    if (!from.failed() && !from.answered()) return std::vector<std::string>();  // it was stopped
    const bool is_news = from.failed() || !from.unchanged() || feed->failures > 0;
    feed->failures = from.failed() ? feed->failures + 1 : 0;
    feed->not_before = from.failed() ? next_try(now_, options_.every, feed->failures) : 0;
    take_over(from.learnt(), *feed);
    if (is_news) {
      if (Result<void> kept = reg_.remember(*feed); !kept) return kept.error();
    }
    return from.further();
  }

  void count(const source::FeedVisit& from, const Ingested& ingested) {
    ++round_.feeds;
    if (from.unchanged()) ++round_.unchanged;
    if (from.failed()) ++round_.failed;
    round_.fresh += from.fresh();
    add(round_.ingested, ingested);
  }

  const reader::Reader& reader_;
  store::Register& reg_;
  const record::Resolver& resolver_;
  const source::Get& get_;
  std::int64_t now_;
  const WatchOptions& options_;
  const IngestEvents& events_;
  std::unordered_set<std::string> asked_;    // pages
  std::unordered_set<std::string> visited_;  // feeds
  std::size_t further_ = 0;                  // sitemaps of the list's feed at hand
  Round round_;
};

}  // namespace

Result<Round> watch_once(const reader::Reader& reader,
                         const std::vector<source::Subscription>& feeds, store::Register& reg,
                         const record::Resolver& resolver, const source::Get& get, std::int64_t now,
                         const WatchOptions& options, const IngestEvents& events) {
  return Visitor(reader, reg, resolver, get, now, options, events).visit_all(feeds);
}

}  // namespace rapporteur::service
