#include "reports.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace rapporteur::bench {

namespace {

std::size_t words_of(const std::string& text) {
  std::istringstream stream(text);
  return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(stream), {}));
}

Corpus load() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(RAPPORTEUR_SOURCE_DIR "/examples/reports")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) {
    std::fputs("bench: examples/reports/ holds no text\n", stderr);
    std::exit(1);
  }
  Corpus corpus;
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    corpus.texts.emplace_back(std::istreambuf_iterator<char>(file),
                              std::istreambuf_iterator<char>());
    corpus.bytes += corpus.texts.back().size();
    corpus.words += words_of(corpus.texts.back());
  }
  return corpus;
}

}  // namespace

const Corpus& example_reports() {
  static const Corpus corpus = load();
  return corpus;
}

void count_corpus(benchmark::State& state, const Corpus& corpus) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * corpus.bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * corpus.words));
}

}  // namespace rapporteur::bench
