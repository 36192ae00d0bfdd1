// What the model of contents sees of a token: the word, its neighbours, the words that stand before
// and behind it in the sentence whatever their distance, near ones and far ones apart, and where in
// a list it stands.
#pragma once

#include <cstdint>
#include <vector>

#include "features.h"
#include "rapporteur/text/document.h"

namespace rapporteur::tagger {

// Changes with the templates: a model fits only the features it was trained with.
inline constexpr std::uint32_t kContentVersion = 1002;

// Contents are told in running text and in lists.
bool may_hold_content(const text::Sentence& sentence);

class ContentFeatures final : public TokenFeatures {
 public:
  // REQUIRES: both outlive *this. Cost: O(tokens).
  ContentFeatures(const WordClasses& classes, const text::Document& doc);

  [[nodiscard]] bool may_count(std::uint32_t) const override { return true; }
  void add_own(std::uint32_t token, std::vector<Feature>& features,
               std::vector<FeatureGroup>* groups) const override;
  void add_shared(text::TokenRange sentence, std::vector<SharedFeature>& features) const override;

 private:
  struct Word {
    std::uint32_t lower = 0;
    std::uint32_t stem = 0;
    std::uint32_t shape = 0;
    WordClass classes;
    bool quoted = false;          // an odd number of quotation marks stands before it
    std::uint32_t segment = 0;    // the token behind the last comma, semicolon or colon
    std::uint32_t separator = 0;  // the hash of that mark; 0: the sentence starts there
  };
  // The token `offset` words on in the same sentence.
  [[nodiscard]] const Word& at(std::uint32_t t, int offset) const;
  void look_at(const text::Sentence& sentence);

  const text::Document& doc_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> above_;  // per sentence: how the one before it ends, and its own role
};

}  // namespace rapporteur::tagger
