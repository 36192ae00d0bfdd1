// What the benchmarks read: the texts of examples/reports/, in order of their names.
#pragma once

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace rapporteur::bench {

struct Corpus {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  std::size_t words = 0;  // separated by white space, as `wc -w` counts them
};

// Read once; stops the program if there are no examples.
const Corpus& example_reports();

// Notes that one iteration went through the whole corpus: bytes and words a second in the output.
void count_corpus(benchmark::State& state, const Corpus& corpus);

}  // namespace rapporteur::bench
