// A visit to a feed that is followed: what is new or has changed since the last visit, as
// documents.
//
// An entry whose whole text stands in the feed is taken from there; of any other the page that it
// names is fetched. A sitemap's entries are pages, those of an index of sitemaps are further feeds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/source/fetcher.h"
#include "rapporteur/source/source.h"

namespace rapporteur::source {

// What one visit leaves for the next.
struct EntryMemory {
  std::string key;   // its address, else its id
  std::string mark;  // of what the feed said of it when it was last had; empty: it never was
  Validators validators;
  int failures = 0;      // visits in a row on which its page could not be had
  bool is_feed = false;  // a further sitemap
};
struct FeedMemory {
  Validators validators;  // empty unless all that the feed named was had
  std::vector<EntryMemory> entries;
};

// Fetcher::get, or what stands in for it.
using Get = std::function<Result<Answer>(const std::string& address, const Validators& known)>;

struct VisitOptions {
  Options documents;               // how what is found is opened
  std::size_t most_entries = 200;  // new ones that are taken on one visit; the rest on the next
  std::function<bool()> stopped = nullptr;  // true: end soon, with nothing half done
};

// Entries of one feed that are kept in memory, and further sitemaps that are followed of an index:
// those that changed last.
inline constexpr std::size_t kMostEntries = 50'000;
inline constexpr std::size_t kMostSitemaps = 10;
// Visits on which a page is asked for again that its host could not give.
inline constexpr int kMostFailures = 5;

// Errors of next(): those of the fetch, of the feed (bad_data, where = "address:line"; what came
// before is taken) and of documents; unsupported (an entry that leads to a feed).
// Not thread-safe. Bounded: one feed of at most Options::report_limit bytes, most_entries requests.
class FeedVisit : public Source {
 public:
  // `asked`: pages that were had already, by any visit of this round; grows. It and `get` outlive
  // the visit.
  FeedVisit(std::string address, FeedMemory known, VisitOptions options, const Get& get,
            std::unordered_set<std::string>& asked);
  ~FeedVisit() override;

  std::optional<Result<Found>> next() override;

  // After the end:
  // The feed as such could not be had or read to its end; it should be left alone for a while.
  [[nodiscard]] bool failed() const;
  // The feed's host answered: false for one that failed before that, or was stopped.
  [[nodiscard]] bool answered() const;
  // The feed has not changed since the last visit.
  [[nodiscard]] bool unchanged() const;
  // Entries that were new or had changed.
  [[nodiscard]] std::size_t fresh() const;
  // For the next visit; what was known before if the feed could not be had.
  [[nodiscard]] const FeedMemory& learnt() const;
  // Addresses of further sitemaps.
  [[nodiscard]] std::vector<std::string> further() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::source
