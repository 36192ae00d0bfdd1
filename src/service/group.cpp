#include "rapporteur/service/group.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "rapporteur/base/ordered_pool.h"

namespace rapporteur::service {

namespace {

using Clock = std::chrono::steady_clock;
using Item = Result<source::Found>;
using Made = Result<copies::Piece>;

constexpr std::size_t kSlotsPerThread = 16;

// As for batches, exceptions of others end here.
Made piece_of(const Item& item) {
  if (!item) return item.error();
  try {
    const Result<record::Report> report = source::make_report(*item);
    if (!report) return report.error();
    return copies::piece_of(*report);
  } catch (const std::exception& e) {
    return Error{ErrorCode::internal, std::string("reading failed: ") + e.what(), item->where};
  }
}

class Collection {
 public:
  explicit Collection(const GroupEvents& events) : events_(events) {}

  void count(const Item& item) { statistics_.bytes += item ? item->size : 0; }
  void take(Made&& made) {
    if (made) {
      ++statistics_.reports;
      grouper_.add(*std::move(made));
    } else {
      ++statistics_.errors;
      if (events_.failed) events_.failed(made.error());
    }
    if (events_.progress) events_.progress(statistics_);
  }
  [[nodiscard]] Grouped grouped() const { return {grouper_.groups(), statistics_}; }

 private:
  const GroupEvents& events_;
  copies::Grouper grouper_;
  Statistics statistics_;
};

void collect(source::Source& from, unsigned threads, Collection& out) {
  OrderedPool<Item, Made> pool(threads, [] { return [](Item&& item) { return piece_of(item); }; });
  while (std::optional<Item> item = from.next()) {
    out.count(*item);
    pool.submit(*std::move(item));
    if (pool.size() >= threads * kSlotsPerThread) out.take(pool.take());
  }
  while (pool.size() > 0) out.take(pool.take());
}

}  // namespace

Grouped group(source::Source& from, unsigned threads, const GroupEvents& events) {
  const Clock::time_point start = Clock::now();
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  Collection collection(events);
  collect(from, threads == 0 ? cores : threads, collection);
  Grouped out = collection.grouped();
  out.statistics.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return out;
}

}  // namespace rapporteur::service
