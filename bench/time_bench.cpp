// The layer time over the same reports, and over hostile text of nothing but figures and dashes.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "rapporteur/base/file.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"
#include "reports.h"

namespace rapporteur::bench {
namespace {

const time::Recogniser& recogniser() {
  static const time::Recogniser instance = [] {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/data/lexicon/time/en.tsv";
    const auto tsv = read_file(path);
    if (!tsv) std::abort();
    const auto table = encode_table(*tsv, path);
    if (!table) std::abort();
    const auto pack = Pack::from_bytes(encode_pack({{"lexicon/time/en", *table}}));
    if (!pack) std::abort();
    auto loaded = time::Recogniser::load(*pack);
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return instance;
}

void run(benchmark::State& state, const std::vector<text::Document>& documents) {
  Scratch scratch;
  std::vector<time::Expression> expressions;
  for (auto _ : state) {
    for (const text::Document& document : documents) {
      expressions.clear();
      scratch.reset();
      recogniser().find(document, {"2022-08-17", ""}, scratch, expressions);
      benchmark::DoNotOptimize(expressions.size());
    }
  }
}

// Expressions of time in documents that are cut already.
void time_expressions(benchmark::State& state) {
  const Corpus& corpus = example_reports();
  std::vector<text::Document> documents;
  documents.reserve(corpus.texts.size());
  for (const std::string& text : corpus.texts) documents.emplace_back(text);
  run(state, documents);
  count_corpus(state, corpus);
}
BENCHMARK(time_expressions)->Unit(benchmark::kMillisecond);

// Nothing but `words`, again and again. The argument is the size in KiB: ten times the text must
// cost ten times the time.
void hostile(benchmark::State& state, const std::string& words) {
  const std::size_t size = static_cast<std::size_t>(state.range(0)) * 1024;
  std::string text;
  while (text.size() < size) text += words;
  std::vector<text::Document> documents;
  documents.emplace_back(std::move(text));
  run(state, documents);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * size));
}

void time_of_figures_and_dashes(benchmark::State& state) {
  hostile(state, "12-5, 2014-3 to 1/2-19.4-May-");
}
void time_of_a_chain_of_days(benchmark::State& state) { hostile(state, "1-"); }
void time_of_names_of_months(benchmark::State& state) { hostile(state, "May, June and "); }

BENCHMARK(time_of_figures_and_dashes)
    ->RangeMultiplier(10)
    ->Range(100, 10000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(time_of_a_chain_of_days)
    ->RangeMultiplier(10)
    ->Range(100, 10000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(time_of_names_of_months)
    ->RangeMultiplier(10)
    ->Range(100, 10000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapporteur::bench
