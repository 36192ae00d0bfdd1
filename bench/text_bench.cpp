// The layer text beside a plain word segmentation by ICU over the same reports.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdlib>
#include <memory>

#include "rapporteur/text/document.h"
#include "rapporteur/text/normalise.h"
#include "reports.h"

namespace rapporteur::bench {
namespace {

// The yardstick: word boundaries and nothing else.
void icu_words(benchmark::State& state) {
  const Corpus& corpus = example_reports();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) std::abort();
  for (auto _ : state) {
    std::int64_t boundaries = 0;
    for (const std::string& text : corpus.texts) {
      UText view = UTEXT_INITIALIZER;
      utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
      words->setText(&view, status);
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
      utext_close(&view);
    }
    benchmark::DoNotOptimize(boundaries);
  }
  count_corpus(state, corpus);
}
BENCHMARK(icu_words)->Unit(benchmark::kMillisecond);

void normalise(benchmark::State& state) {
  const Corpus& corpus = example_reports();
  for (auto _ : state) {
    for (const std::string& text : corpus.texts) {
      benchmark::DoNotOptimize(text::normalise(text, "bench"));
    }
  }
  count_corpus(state, corpus);
}
BENCHMARK(normalise)->Unit(benchmark::kMillisecond);

// Tokens, lower case, shapes, sentences, lines and their roles.
void document(benchmark::State& state) {
  const Corpus& corpus = example_reports();
  for (auto _ : state) {
    for (const std::string& text : corpus.texts) {
      const text::Document document(text);
      benchmark::DoNotOptimize(document.size());
    }
  }
  count_corpus(state, corpus);
}
BENCHMARK(document)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapporteur::bench
