// What the sequence models see of a token. Of names: hashed features of the word, its neighbours,
// the run of capitals around it, and what the tables say of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/text/document.h"

namespace rapporteur::tagger {

// Changes with the templates below: a model fits only the features it was trained with.
inline constexpr std::uint32_t kFeatureVersion = 3;

using Feature = std::uint32_t;

// Groups of features, which training may leave out to see what they are worth.
enum class FeatureGroup : std::uint8_t { word, affix, shape, gazetteer, word_class, run };

// Hash of a lower-case word, as features and the table of word classes have it.
std::uint32_t word_hash(std::string_view lower);

// Words that are no names by themselves; views into `pack`. Errors: not_found, damaged.
Result<std::unordered_set<std::string_view>> load_common_words(const Pack& pack);

// The classes of a word, each numbered from 1; 0: unknown.
struct WordClass {
  std::uint16_t fine = 0;     // words of like meaning, by vectors learned from much text
  std::uint8_t coarse = 0;    // the same in fewer classes
  std::uint8_t exchange = 0;  // words that occur in like company in the training texts
  friend bool operator==(const WordClass&, const WordClass&) = default;
};

// The classes of words, by hash.
class WordClasses {
 public:
  struct Entry {
    std::uint32_t hash = 0;
    WordClass classes;
  };
  WordClasses() = default;
  // Sorted by hash; must outlive *this. Cost: O(words).
  explicit WordClasses(std::span<const Entry> sorted);
  // Cost: O(1), as hashes are spread evenly.
  [[nodiscard]] WordClass of(std::uint32_t word_hash) const;
  // Sets `classes` of all words by their `lower`. The table is larger than the near caches: memory
  // is asked for some words ahead.
  template <class Word>
  void look_up(std::vector<Word>& words) const {
    constexpr std::size_t kAhead = 8;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i + 2 * kAhead < words.size()) expect_start(words[i + 2 * kAhead].lower);
      if (i + kAhead < words.size()) expect_entry(words[i + kAhead].lower);
      words[i].classes = of(words[i].lower);
    }
  }

 private:
  static constexpr unsigned kFrontBits = 16;
  void expect_start(std::uint32_t word_hash) const {
    if (starts_ != nullptr) __builtin_prefetch(&(*starts_)[word_hash >> kFrontBits]);
  }
  void expect_entry(std::uint32_t word_hash) const {
    if (starts_ == nullptr) return;
    __builtin_prefetch(sorted_.data() + (*starts_)[word_hash >> kFrontBits]);
  }

  std::span<const Entry> sorted_;
  // Of each front half of a hash: where its entries begin. Shared by all copies.
  std::shared_ptr<const std::vector<std::uint32_t>> starts_;
};

// What the features are made from besides the text. Immutable, so shareable between threads.
struct FeatureSources {
  // REQUIRES: all outlive *this.
  FeatureSources(const catalogue::Catalogue& names, const lexicon::Lexicon& phrases,
                 const std::unordered_set<std::string_view>& common_words);

  const catalogue::Catalogue* catalogue;
  const lexicon::Lexicon* lexicon;
  const std::unordered_set<std::string_view>* common;
  WordClasses classes;
  // Cue classes whose words say something of the name beside them; the position is the bit.
  std::vector<lexicon::CueClass> cues;
};

// A feature that all words of a stretch have.
struct SharedFeature {
  Feature feature = 0;
  text::TokenRange tokens;
};

// Makes the features of a document's tokens: those of one word, and those that the words of a
// sentence share, which are looked up once for all of them.
class TokenFeatures {
 public:
  TokenFeatures() = default;
  virtual ~TokenFeatures() = default;
  TokenFeatures(const TokenFeatures&) = delete;
  TokenFeatures& operator=(const TokenFeatures&) = delete;

  // False where nothing can be that the model looks for. Cost: O(1).
  [[nodiscard]] virtual bool may_count(std::uint32_t token) const = 0;
  // Adds the features of `token` itself to `features`, and the group of each to `groups`, unless
  // null.
  virtual void add_own(std::uint32_t token, std::vector<Feature>& features,
                       std::vector<FeatureGroup>* groups) const = 0;
  // Adds what words of `sentence` share; the stretches lie within it.
  virtual void add_shared(text::TokenRange sentence, std::vector<SharedFeature>& features) const;
  // Replaces `features` by all of `token`, its own and the shared ones, with the group of each.
  // Cost: O(words of the sentence); decoding asks for the parts.
  void of(std::uint32_t token, text::TokenRange sentence, std::vector<Feature>& features,
          std::vector<FeatureGroup>& groups) const;
};

class TokenFacts;

// The features of names.
class Features final : public TokenFeatures {
 public:
  // REQUIRES: all outlive *this. Cost: O(tokens).
  Features(const FeatureSources& sources, const text::Document& doc,
           const lexicon::Matches& matches);
  ~Features() override;

  // False where no name can be: no capital stands there or beside it.
  [[nodiscard]] bool may_count(std::uint32_t token) const override;
  void add_own(std::uint32_t token, std::vector<Feature>& features,
               std::vector<FeatureGroup>* groups) const override;

 private:
  std::unique_ptr<TokenFacts> facts_;
};

}  // namespace rapporteur::tagger
