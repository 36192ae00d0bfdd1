// The words of time: which code each token of a text gets.
// Source: sections "lexicon/time/*" of the data pack.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar.h"
#include "codes.h"
#include "feasts.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/text/document.h"

namespace rapporteur::time {

class Vocabulary {
 public:
  // Errors: not_found (no section "lexicon/time/..."), bad_data (where = section:line).
  static Result<Vocabulary> load(const Pack& pack);

  // One Item per token; an Item of a phrase stands at its first token.
  // REQUIRES: items.size() == doc.size(). Cost: O(tokens).
  void classify(const text::Document& doc, std::span<Item> items) const;

  // The day of feast number `feast` in `year`, as `country` keeps it; nothing if no row says which
  // ("Independence Day" of a country that is not known).
  [[nodiscard]] std::optional<DayNumber> feast_day(int feast, int year,
                                                   std::string_view country) const {
    return time::feast_day(feasts_[feast], year, country);
  }
  [[nodiscard]] const std::string& era(int number) const { return eras_[number]; }

 private:
  struct Word {
    std::string text;
    Item item;                // meaningful if is_word
    Item small;               // what it means with a small letter, where `capital`
    bool is_word = false;     // has a meaning alone
    bool capital = false;     // only with a capital letter
    std::uint32_t first = 0;  // its phrases: phrases_[first, last), longest first
    std::uint32_t last = 0;
  };
  struct Phrase {
    std::vector<std::string> words;
    std::uint32_t second = 0;  // the hash of the second word
    Item item;
  };

  Result<void> add_table(const Table& table, std::string_view section);
  Result<Item> item_of(const Table& table, std::size_t row, std::string_view section);
  void build();
  [[nodiscard]] const Word* find(std::string_view word) const;
  [[nodiscard]] Item word_item(const text::Document& doc, std::uint32_t token) const;
  [[nodiscard]] Item glued_date(std::string_view lower) const;
  [[nodiscard]] Item phrase_item(const text::Document& doc, std::uint32_t token,
                                 const Word& word) const;

  std::array<Item, 128> signs_{};  // of ASCII characters that start no phrase
  std::array<bool, 128> is_sign_{};
  std::vector<Phrase> phrases_;
  std::vector<Word> words_;
  struct Slot {
    std::uint16_t word = 0;  // its position + 1; 0: free
    std::uint16_t mark = 0;  // of its hash: another mark, another word
  };
  std::vector<Slot> slots_;                               // open addressing
  std::unordered_map<std::string, std::uint32_t> index_;  // while loading
  std::vector<std::vector<FeastRule>> feasts_;
  std::vector<std::string> eras_;
  std::size_t longest_ = 0;  // word, in bytes
};

}  // namespace rapporteur::time
