// Content: which words say what was talked about, and which what came of it.
//
// A trained sequence model (models/content) over the words alone: it knows no meetings and no
// people. The meetings layer decides what becomes of its findings.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/text/document.h"

namespace rapporteur::tagger {

enum class ContentKind : std::uint8_t { agenda, outcome };

struct Content {
  text::TokenRange tokens;  // within one sentence
  ContentKind kind = ContentKind::agenda;
  friend bool operator==(const Content&, const Content&) = default;
};

// Immutable once loaded, so shareable between threads.
class ContentTagger {
 public:
  // REQUIRES: `pack` outlives *this. Errors: not_found, damaged, unsupported.
  static Result<ContentTagger> load(const Pack& pack);
  ContentTagger(ContentTagger&&) noexcept;
  ContentTagger& operator=(ContentTagger&&) noexcept;
  ~ContentTagger();

  // In the order of the text, never overlapping. Cost: O(tokens).
  [[nodiscard]] std::vector<Content> find(const text::Document& doc) const;

  struct Impl;  // private to the layer

 private:
  explicit ContentTagger(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::tagger
