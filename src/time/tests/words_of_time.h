// The recogniser over the repository's own tables, for tests.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/base/file.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::time {

// A pack whose only section is "lexicon/time/en", made of `tsv`.
inline Result<Pack> pack_of_words(const std::string& tsv) {
  auto table = encode_table(tsv, "en.tsv");
  if (!table) return table.error();
  return Pack::from_bytes(encode_pack({{"lexicon/time/en", *table}}));
}

inline const Recogniser& recogniser() {
  static const Recogniser instance = [] {
    const auto tsv = read_file(RAPPORTEUR_SOURCE_DIR "/data/lexicon/time/en.tsv");
    if (!tsv) throw std::runtime_error(tsv.error().text());
    const auto pack = pack_of_words(*tsv);
    if (!pack) throw std::runtime_error(pack.error().text());
    auto loaded = Recogniser::load(*pack);
    if (!loaded) throw std::runtime_error(loaded.error().text());
    return std::move(*loaded);
  }();
  return instance;
}

inline std::vector<Expression> find(const text::Document& document, const Anchor& anchor = {}) {
  Scratch scratch;
  std::vector<Expression> out;
  recogniser().find(document, anchor, scratch, out);
  return out;
}

inline std::vector<Expression> find(const std::string& text, const Anchor& anchor = {}) {
  return find(text::Document(text), anchor);
}

}  // namespace rapporteur::time
