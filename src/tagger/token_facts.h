// What is known of each token of a text before features are made of it: how it is written, what the
// tables say of it, and the run of capitals that it stands in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features.h"

namespace rapporteur::tagger {

inline constexpr std::uint32_t kNoWord = 0x9E3779B9U;  // beyond the sentence

struct Known {
  std::uint32_t lower = kNoWord;
  std::uint32_t shape = 0;
  std::uint32_t names = 0;   // bits: what the tables of names and common words say
  std::uint32_t tables = 0;  // bits: channels and cues that cover the token
  WordClass classes;
};

struct Run {  // of capitals, and of what joins them
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t summary = 0;  // bits: what its words have in common
};

// Immutable, so shareable between threads.
class TokenFacts {
 public:
  // REQUIRES: all outlive *this. Cost: O(tokens).
  TokenFacts(const FeatureSources& sources, const text::Document& doc,
             const lexicon::Matches& matches);

  [[nodiscard]] const text::Document& doc() const { return doc_; }
  [[nodiscard]] const Known& of(std::uint32_t t) const { return known_[t]; }
  // The token `offset` words on in the same sentence.
  [[nodiscard]] const Known& at(std::uint32_t t, int offset) const {
    static const Known kNone;
    const text::TokenRange s = doc_.sentences()[doc_.sentence_of(t)].tokens;
    const std::int64_t to = static_cast<std::int64_t>(t) + offset;
    return to < s.begin || to >= s.end ? kNone : known_[static_cast<std::size_t>(to)];
  }
  // The run of capitals around `t`: `t` alone where it is none and joins none.
  [[nodiscard]] const Run& run(std::uint32_t t) const { return runs_[t]; }
  // The sentence of `t` is set in capitals, as headlines are.
  [[nodiscard]] bool shouted(std::uint32_t t) const { return shouted_[doc_.sentence_of(t)]; }
  [[nodiscard]] bool starts_sentence(std::uint32_t t) const {
    const std::uint32_t first = doc_.sentences()[doc_.sentence_of(t)].tokens.begin;
    return t == first || (t == first + 1 && doc_.is_punctuation(first));
  }
  // False where no name can be: no capital stands there or beside it.
  [[nodiscard]] bool may_name(std::uint32_t t) const {
    const bool before = t > 0 && doc_.is_capital(t - 1);
    const bool behind = t + 1 < doc_.size() && doc_.is_capital(t + 1);
    return doc_.is_capital(t) || before || behind || runs_[t].end - runs_[t].begin > 1 ||
           opens_hyphenated(t);
  }
  // "|al|-Jazeera"
  [[nodiscard]] bool opens_hyphenated(std::uint32_t t) const {
    return t + 2 < doc_.size() && doc_.is_capital(t + 2) && doc_.lower(t + 1) == "-" &&
           !doc_.space_before(t + 1) && !doc_.space_before(t + 2) &&
           (sources_.catalogue->name_bits(doc_.lower(t)) & catalogue::kParticle) != 0;
  }

 private:
  void count_cases();
  void fold_capitals();
  void look_at(std::uint32_t t);
  void look_up(const lexicon::Matches& matches);
  void look_up_cities();
  void find_runs();
  [[nodiscard]] bool joins(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t summary_of(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_shouted(const text::Sentence& s) const;

  const FeatureSources& sources_;
  const text::Document& doc_;
  std::vector<Known> known_;
  std::vector<Run> runs_;
  std::vector<std::string> folded_;  // capitals only
  std::vector<bool> shouted_;        // per sentence
  // Words that are written so anywhere, with capitals inside a sentence; sorted.
  std::vector<std::uint32_t> small_, capital_;
};

}  // namespace rapporteur::tagger
