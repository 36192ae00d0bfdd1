// How fast ready readings enter a register, against bare inserts of the same rows in the same run,
// and how fast the grown register answers.
//
//   register_bench PACK FOLDER COUNT...    a line of JSON for each COUNT of readings
//
// FOLDER holds two registers while it runs: 20 KB a reading in all.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bare_inserts.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/query.h"
#include "rapporteur/resolve/knowledge.h"
#include "rapporteur/resolve/resolver.h"
#include "rapporteur/store/register.h"
#include "register_readings.h"
#include "times.h"

namespace rapporteur::bench {
namespace {

constexpr std::size_t kBatch = 2000;
constexpr int kQuestions = 21;

template <class T>
T take(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().text().c_str());
  std::exit(1);
}

Times times_of(const std::function<void()>& work) {
  const Times start = Times::now();
  work();
  return Times::now() - start;
}

// The median of asking different things.
double median_ms(const std::function<void(std::size_t)>& ask) {
  std::vector<double> times;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    times.push_back(1000 * times_of([&] { ask(i); }).cpu);
  }
  std::nth_element(times.begin(), times.begin() + kQuestions / 2, times.end());
  return times[kQuestions / 2];
}

Times ingest(store::Register& reg, const RegisterReadings& readings, std::size_t count,
             const record::Resolver& resolver) {
  Times times;
  for (std::size_t at = 0; at < count; at += kBatch) {
    std::vector<record::Reading> batch;
    for (std::size_t i = at; i < std::min(count, at + kBatch); ++i) batch.push_back(readings.at(i));
    times += times_of([&] { take(reg.ingest(batch, resolver)); });
  }
  return times;
}

void measure(const std::string& folder, std::size_t count, const record::Resolver& resolver,
             const catalogue::Catalogue& catalogue) {
  const RegisterReadings readings(count);
  const std::string path = folder + "/register.db";
  const std::string bare_path = folder + "/bare.db";
  for (const std::string& file : {path, bare_path}) {
    for (const char* const ending : {"", "-wal", "-shm"}) std::filesystem::remove(file + ending);
  }
  store::Register reg = take(store::Register::open(path));
  const Times own = ingest(reg, readings, count, resolver);
  take(store::Register::open(bare_path));
  const BareInserts bare = take(insert_bare(path, bare_path, (count + kBatch - 1) / kBatch));

  const std::vector<query::MeetingRow> some = take(query::list_meetings(reg, {})).meetings;
  const auto nth = [&](std::size_t i) -> const query::MeetingRow& {
    return some[some.size() / kQuestions * i];
  };
  const double show = median_ms([&](std::size_t i) { take(query::show_meeting(reg, nth(i).id)); });
  const double meetings = median_ms([&](std::size_t i) {
    query::MeetingFilter filter;
    filter.body = nth(i).organisation;
    take(query::list_meetings(reg, filter, &catalogue));
  });
  const double search = median_ms([&](std::size_t i) {
    query::SearchFilter filter;
    filter.words = nth(i).place;
    take(query::search(reg, filter, &catalogue));
  });
  const double common = median_ms([&](std::size_t) {
    query::SearchFilter filter;
    filter.words = "terrorism";
    take(query::search(reg, filter, &catalogue));
  });
  std::printf(
      "{\"readings\": %zu, \"meetings\": %zu, \"rows\": %zu, \"seconds\": %.2f, "
      "\"bare_seconds\": %.2f, \"cpu_seconds\": %.2f, \"bare_cpu_seconds\": %.2f, "
      "\"megabytes\": %.0f, \"show_ms\": %.2f, \"meetings_ms\": %.2f, "
      "\"search_ms\": %.2f, \"search_common_ms\": %.2f}\n",
      count, some.size(), bare.rows, own.wall, bare.times.wall, own.cpu, bare.times.cpu,
      static_cast<double>(std::filesystem::file_size(path)) / 1e6, show, meetings, search, common);
  std::fflush(stdout);
}

}  // namespace
}  // namespace rapporteur::bench

int main(int argc, char** argv) {
  using namespace rapporteur;
  if (argc < 4) {
    std::fprintf(stderr, "usage: register_bench PACK FOLDER COUNT...\n");
    return 2;
  }
  const Pack pack = bench::take(Pack::open(argv[1]));
  const catalogue::Catalogue catalogue = bench::take(catalogue::Catalogue::load(pack));
  const auto knowledge = resolve::catalogue_knowledge(catalogue, pack.fingerprint());
  const auto resolver = resolve::make_resolver(*knowledge);
  for (int i = 3; i < argc; ++i) {
    const std::size_t count = std::strtoull(argv[i], nullptr, 10);
    if (count == 0) return 2;
    bench::measure(argv[2], count, *resolver, catalogue);
  }
  return 0;
}
