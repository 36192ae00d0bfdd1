// Document: a text cut into tokens, sentences, lines and paragraphs.
//
//   "Gen. Li met U.S. envoys on 15-16 May. They agreed."
//    |--| || |-| |--| |----| || ||||| |-|. |--| |----|.
//    sentence 0 ----------------------------  sentence 1 -
//
// Tokens are maximal runs of letters, digits and marks ("17th", "C5"), or one other character.
// Always cut: hyphens and dashes ("Kassym", "-", "Jomart"), digits at punctuation ("06", ".",
// "04"), the genitive ("China", "'s"; "Ministers", "'"). Kept whole: abbreviations and initials
// with their stop ("Gen.", "N.", "U.S."), names with an inner apostrophe ("O'Brien", "Xi'an").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"

namespace rapporteur::text {

enum class Shape : std::uint8_t {
  lower,        // "meeting"
  capitalised,  // "Minister", "McDonald", "N."
  upper,        // "SCO", "U.S." (two letters and more)
  number,       // digits only
  mixed,        // letters and digits: "17th", "C5"; or "iPhone"
  punctuation,  // one character that is neither letter nor digit
  other,        // letters without case: "中国"
};

// What a line is for. Only `headline`, `stamp`, `body`, `item`, `teaser` and `caption` are read.
enum class LineRole : std::uint8_t {
  blank,
  headline,     // title or heading inside the text
  stamp,        // publication date, publisher, byline: a short line that says when or by whom
  body,         // running text
  item,         // item of a list
  caption,      // of a picture
  teaser,       // "Read also" and what follows it
  boilerplate,  // share lines, cookie notices, navigation
};

struct TokenRange {  // half-open
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
  TokenRange tokens;
  ByteSpan span;
  std::uint32_t paragraph = 0;
  LineRole role = LineRole::body;
};

// Immutable, so shareable between threads. Views into it live as long as it does (not moved-from).
class Document {
 public:
  // REQUIRES: `text` is valid UTF-8 (text::normalise makes it so) and below 4 GiB.
  // Total: any such text gives a Document. Cost: O(bytes).
  explicit Document(std::string text);
  // The same, without sentences: for lists of phrases, where a tokenised line is all that counts.
  static Document of_phrases(std::string text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string_view slice(ByteSpan span) const { return span.of(text_); }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(spans_.size()); }
  [[nodiscard]] ByteSpan span(std::uint32_t token) const { return spans_[token]; }
  // Bytes from the first token's begin to the last one's end. REQUIRES: !range.empty()
  [[nodiscard]] ByteSpan span(TokenRange range) const {
    return {spans_[range.begin].begin, spans_[range.end - 1].end};
  }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return slice(spans_[token]); }
  // Lower case; typographic quotes and dashes as ASCII ("'", "-").
  [[nodiscard]] std::string_view lower(std::uint32_t token) const {
    return lowers_[token].of(lower_text_);
  }
  [[nodiscard]] Shape shape(std::uint32_t token) const { return shapes_[token]; }
  // White space (or the start of the text) stands before the token.
  [[nodiscard]] bool space_before(std::uint32_t token) const { return spaces_[token] != 0; }
  // The token is a word that starts with a capital letter.
  [[nodiscard]] bool is_capital(std::uint32_t token) const { return capitals_[token] != 0; }
  [[nodiscard]] bool is_punctuation(std::uint32_t token) const {
    return shapes_[token] == Shape::punctuation;
  }

  // In order; every token is in exactly one sentence; none crosses a paragraph.
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const { return sentence_of_[token]; }
  // The first token that ends after `byte`; size() if there is none. Cost: O(log tokens).
  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;

 private:
  struct TokensAlone {};
  Document(std::string text, TokensAlone);
  void cut_sentences();
  [[nodiscard]] bool belongs_to_figure(std::uint32_t stop, std::uint32_t next) const;

  std::string text_;
  std::string lower_text_;
  std::vector<ByteSpan> spans_;
  std::vector<ByteSpan> lowers_;
  std::vector<Shape> shapes_;
  std::vector<char> spaces_;  // truth values, quicker to add than bits
  std::vector<char> capitals_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<Sentence> sentences_;
};

}  // namespace rapporteur::text
