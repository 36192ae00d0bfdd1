// The whole reading of a report, on one core and on all, and what comes before the first one.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "rapporteur/reader/reader.h"
#include "rapporteur/source/found.h"
#include "reports.h"

namespace rapporteur::bench {
namespace {

template <class T>
T or_stop(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "bench: %s\n", result.error().text().c_str());
    std::exit(1);
  }
  return *std::move(result);
}

const Pack& the_pack() {
  static const Pack pack = or_stop(Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack"));
  return pack;
}

const reader::Reader& the_reader() {
  static const reader::Reader reader = or_stop(reader::Reader::load(the_pack()));
  return reader;
}

source::Found found_of(const std::string& text) {
  source::Found found;
  found.where = "bench";
  found.id = "bench";
  found.bytes = text;
  return found;
}

// Bytes to Reading, as `rapporteur read` does it, without writing it out.
void read(benchmark::State& state) {
  const Corpus& corpus = example_reports();
  const reader::Reader& reader = the_reader();
  Scratch scratch;
  for (auto _ : state) {
    for (const std::string& text : corpus.texts) {
      const record::Report report = or_stop(source::make_report(found_of(text)));
      benchmark::DoNotOptimize(reader.read(report, scratch));
      scratch.reset();
    }
  }
  count_corpus(state, corpus);
}
BENCHMARK(read)->Unit(benchmark::kMillisecond);
BENCHMARK(read)
    ->Name("read_on_every_core")
    ->ThreadPerCpu()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void make_reports(benchmark::State& state) {
  const Corpus& corpus = example_reports();
  for (auto _ : state) {
    for (const std::string& text : corpus.texts) {
      benchmark::DoNotOptimize(source::make_report(found_of(text)));
    }
  }
  count_corpus(state, corpus);
}
BENCHMARK(make_reports)->Unit(benchmark::kMillisecond);

// Before the first report: mapping the pack and binding the reader to it.
void start(benchmark::State& state) {
  for (auto _ : state) {
    const Pack pack = or_stop(Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack"));
    benchmark::DoNotOptimize(or_stop(reader::Reader::load(pack)));
  }
}
BENCHMARK(start)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapporteur::bench
