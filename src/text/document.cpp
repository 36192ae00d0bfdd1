// One pass cuts tokens; a second one cuts sentences along the lines that layout.h tells apart.

#include "rapporteur/text/document.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "abbreviations.h"
#include "characters.h"
#include "rapporteur/text/layout.h"

namespace rapporteur::text {

namespace {

struct Tokens {
  std::vector<ByteSpan>& spans;
  std::vector<ByteSpan>& lowers;
  std::vector<Shape>& shapes;
  std::vector<char>& spaces;
  std::vector<char>& capitals;
  std::string& lower_text;
};

class Tokeniser {
 public:
  Tokeniser(std::string_view text, Tokens out) : text_(text), out_(out) {}

  void run() {
    bool space = true;
    std::size_t at = 0;
    while (at < text_.size()) {
      const Character c = character_at(text_, at);
      const CharacterClass kind = class_of(c.code);
      if (kind == CharacterClass::space || kind == CharacterClass::line_end) {
        space = true;
        at += c.size;
        continue;
      }
      const std::size_t end =
          kind == CharacterClass::punctuation ? punctuation_end(at, c) : word_end(at);
      add(at, end, space);
      space = false;
      at = end;
    }
  }

 private:
  static bool in_word(CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::mark;
  }

  [[nodiscard]] bool letter_at(std::size_t at) const {
    return at < text_.size() && class_of(character_at(text_, at).code) == CharacterClass::letter;
  }

  // "'s" after a word or "(ABC)" is one token; any other punctuation character stands alone.
  [[nodiscard]] std::size_t punctuation_end(std::size_t at, Character c) const {
    const std::size_t next = at + c.size;
    const bool genitive = is_apostrophe(c.code) && at > 0 && after_word(at) &&
                          next < text_.size() && (text_[next] == 's' || text_[next] == 'S') &&
                          !letter_at(next + 1);
    return genitive ? next + 1 : next;
  }

  [[nodiscard]] bool after_word(std::size_t at) const {
    return !out_.spans.empty() && out_.spans.back().end == at &&
           (out_.shapes.back() != Shape::punctuation || text_[at - 1] == ')');
  }

  [[nodiscard]] std::size_t word_end(std::size_t begin) const {
    std::size_t at = begin;
    std::size_t letters = 0;
    while (at < text_.size()) {
      const Character c = character_at(text_, at);
      if (in_word(class_of(c.code))) {
        letters += class_of(c.code) == CharacterClass::letter ? 1 : 0;
        at += c.size;
      } else if (is_apostrophe(c.code) && at > begin && letter_at(at + c.size) &&
                 !is_genitive(at + c.size)) {
        at += c.size;  // O'Brien, Xi'an, don't
      } else {
        break;
      }
    }
    return at < text_.size() && text_[at] == '.' ? with_stop(begin, at, letters) : at;
  }

  // The "s" of a genitive, not of "O'sullivan".
  [[nodiscard]] bool is_genitive(std::size_t at) const {
    return (text_[at] == 's' || text_[at] == 'S') && !letter_at(at + 1);
  }

  // The end of the word with its stop(s), if it keeps them.
  [[nodiscard]] std::size_t with_stop(std::size_t begin, std::size_t stop,
                                      std::size_t letters) const {
    const std::string_view word = text_.substr(begin, stop - begin);
    const bool numbered = word.back() >= '0' && word.back() <= '9';  // "W33", "C5"
    if (letters == 1 && word.size() <= 4 && !numbered &&
        class_of(character_at(word, 0).code) == CharacterClass::letter) {
      std::size_t end = initials_end(stop);
      const bool upper = is_upper(character_at(word, 0).code);
      if (end > stop + 1 || upper) return end;
      return stop;
    }
    std::string lower;
    for (std::size_t i = 0; i < word.size();) {
      const Character c = character_at(word, i);
      append_lower(c.code, lower);
      i += c.size;
    }
    const bool upper = is_upper(character_at(word, 0).code);
    if (is_title_abbreviation(lower)) return upper ? stop + 1 : stop;
    if (upper && is_long_initial(lower) && name_follows(stop + 1)) return stop + 1;
    // "No. 5", "Aug. 22"; a lower-case "no." ends a sentence.
    if (is_other_abbreviation(lower)) return upper || lower == "etc" ? stop + 1 : stop;
    return stop;
  }

  // Behind "Zh." comes, perhaps over a space, a capital that begins no sentence.
  [[nodiscard]] bool name_follows(std::size_t at) const {
    if (at < text_.size() && text_[at] == ' ') ++at;
    if (!letter_at(at) || !is_upper(character_at(text_, at).code)) return false;
    std::string word;
    for (std::size_t i = at; letter_at(i);) {
      const Character c = character_at(text_, i);
      append_lower(c.code, word);
      i += c.size;
    }
    return !starts_sentences(word);
  }

  // "U.S." from its first stop: letter, stop, letter, stop...
  [[nodiscard]] std::size_t initials_end(std::size_t stop) const {
    std::size_t end = stop + 1;
    while (letter_at(end)) {
      const std::size_t next = end + character_at(text_, end).size;
      if (next >= text_.size() || text_[next] != '.') break;
      end = next + 1;
    }
    return end;
  }

  // What a token is made of.
  struct Letters {
    std::size_t letters = 0, uppers = 0, lowers = 0, digits = 0;
    bool first_upper = false;
  };

  // Appends the token in lower case, which is of ASCII, as nearly all are; else nothing.
  std::optional<Letters> add_ascii(std::string_view token) {
    std::string& out = out_.lower_text;
    const std::size_t begin = out.size();
    out.append(token);
    Letters made;
    for (std::size_t i = begin; i < out.size(); ++i) {
      const auto c = static_cast<unsigned char>(out[i]);
      if (c >= 128) {
        out.resize(begin);
        return std::nullopt;
      }
      const bool upper = ascii::is_upper(c);
      made.uppers += upper ? 1 : 0;
      made.lowers += ascii::is_lower(c) ? 1 : 0;
      made.digits += c >= '0' && c <= '9' ? 1 : 0;
      out[i] = static_cast<char>(upper ? c + ('a' - 'A') : c);
    }
    made.letters = made.uppers + made.lowers;
    made.first_upper = ascii::is_upper(static_cast<unsigned char>(token.front()));
    return made;
  }

  Letters add_any(std::string_view token) {
    Letters made;
    for (std::size_t i = 0; i < token.size();) {
      const Character c = character_at(token, i);
      const CharacterClass kind = class_of(c.code);
      if (kind == CharacterClass::letter) {
        ++made.letters;
        if (is_upper(c.code)) ++made.uppers;
        if (is_lower(c.code)) ++made.lowers;
      }
      if (kind == CharacterClass::digit) ++made.digits;
      if (i == 0) made.first_upper = is_upper(c.code);
      append_lower(c.code, out_.lower_text);
      i += c.size;
    }
    return made;
  }

  void add(std::size_t begin, std::size_t end, bool space) {
    const auto lower_begin = static_cast<std::uint32_t>(out_.lower_text.size());
    const std::string_view token = text_.substr(begin, end - begin);
    const std::optional<Letters> plain = add_ascii(token);
    const Letters made = plain ? *plain : add_any(token);
    out_.spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    out_.lowers.push_back({lower_begin, static_cast<std::uint32_t>(out_.lower_text.size())});
    const Shape shape = shape_of(made);
    const bool capital = shape == Shape::capitalised || shape == Shape::upper ||
                         (shape == Shape::mixed && made.first_upper);
    out_.shapes.push_back(shape);
    out_.spaces.push_back(space ? 1 : 0);
    out_.capitals.push_back(capital ? 1 : 0);
  }

  static Shape shape_of(const Letters& made) {
    if (made.letters == 0) return made.digits > 0 ? Shape::number : Shape::punctuation;
    if (made.digits > 0) return Shape::mixed;
    if (made.uppers == 0 && made.lowers == 0) return Shape::other;
    if (made.uppers == 0) return Shape::lower;
    if (made.lowers == 0 && made.uppers >= 2) return Shape::upper;
    return made.first_upper ? Shape::capitalised : Shape::mixed;
  }

  std::string_view text_;
  Tokens out_;
};

bool is_closer(std::string_view lower) {
  return lower == "\"" || lower == "'" || lower == ")" || lower == "]";
}

bool is_opener(std::string_view lower) {
  return lower == "\"" || lower == "'" || lower == "(" || lower == "[";
}

// Lines of one paragraph are set in a narrow column when they end in mid-sentence.
bool continues(std::string_view text, const Line& above, const Line& below) {
  if (above.role != LineRole::body && above.role != LineRole::item) return false;
  if (below.role != LineRole::body || above.span.empty() || below.span.empty()) return false;
  const char last = text[above.span.end - 1];
  const Character first = character_at(text, below.span.begin);
  if (is_lower(first.code)) return last != '.' && last != '!' && last != '?';
  const std::string_view line = above.span.of(text);
  const bool open = class_of(static_cast<unsigned char>(last)) == CharacterClass::letter ||
                    last == ',' || last == '-' || line.ends_with("–") || line.ends_with("—");
  return open && above.span.size() >= 40 && above.span.size() < 120;
}

// "met in |Delhi.The| delegation", "about |fish.Lima|": the stop at `stop` ends a sentence though
// no space follows, but not in "Day.Az" or "News.Com".
bool ends_unspaced(const Document& doc, std::uint32_t stop) {
  constexpr std::size_t kShortest = 3;  // letters
  if (stop == 0 || stop + 1 >= doc.size() || doc.space_before(stop)) return false;
  const std::string_view next = doc.lower(stop + 1);
  if (doc.shape(stop + 1) != Shape::capitalised || next == "com" || next == "net") return false;
  if (next == "org" || next == "gov" || next == "info") return false;
  const Shape before = doc.shape(stop - 1);
  const bool figure = before == Shape::number && doc.lower(stop - 1).size() >= kShortest;
  const bool word = (before == Shape::lower || before == Shape::capitalised) &&
                    doc.lower(stop - 1).size() >= kShortest;
  return starts_sentences(next) ? word || figure : word && next.size() >= kShortest;
}

}  // namespace

Document::Document(std::string text) : Document(std::move(text), TokensAlone{}) { cut_sentences(); }

Document Document::of_phrases(std::string text) { return {std::move(text), TokensAlone{}}; }

Document::Document(std::string text, TokensAlone) : text_(std::move(text)) {
  lower_text_.reserve(text_.size());
  const std::size_t tokens = text_.size() / 5;  // nearly always as many, or fewer
  spans_.reserve(tokens);
  lowers_.reserve(tokens);
  shapes_.reserve(tokens);
  spaces_.reserve(tokens);
  capitals_.reserve(tokens);
  Tokeniser(text_, {spans_, lowers_, shapes_, spaces_, capitals_, lower_text_}).run();
}

void Document::cut_sentences() {
  sentence_of_.resize(spans_.size());
  const std::vector<Line> lines = lines_of(text_);
  std::uint32_t token = 0;
  std::uint32_t paragraph = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < lines.size() && continues(text_, lines[last], lines[last + 1])) ++last;
    const std::uint32_t end_byte = last + 1 < lines.size()
                                       ? lines[last + 1].span.begin
                                       : static_cast<std::uint32_t>(text_.size());
    const std::uint32_t first = token;
    while (token < spans_.size() && spans_[token].begin < end_byte) ++token;
    if (first < token) {
      const auto close = [&](std::uint32_t from, std::uint32_t to) {
        const auto number = static_cast<std::uint32_t>(sentences_.size());
        sentences_.push_back({{from, to}, span({from, to}), paragraph, lines[i].role});
        std::fill(sentence_of_.begin() + from, sentence_of_.begin() + to, number);
      };
      std::uint32_t from = first;
      for (std::uint32_t t = first; t < token; ++t) {
        const std::string_view lower = this->lower(t);
        const bool stop = lower == "." || lower == "!" || lower == "?" || lower == "…";
        const bool abbreviation = !stop && lower.size() > 2 && lower.back() == '.';
        if (!stop && !abbreviation) continue;
        if (stop && t > first && this->lower(t - 1) == lower) continue;           // a row of dots
        if (stop && t == first + 1 && shapes_[first] == Shape::number) continue;  // "1. Opening"
        std::uint32_t end = t + 1;
        while (end < token && is_closer(this->lower(end)) && spaces_[end] == 0) ++end;
        if (end == token) continue;
        if (spaces_[end] == 0 && !(end == t + 1 && stop && ends_unspaced(*this, t))) continue;
        std::uint32_t next = end;
        while (next < token && is_opener(this->lower(next))) ++next;
        if (next == token) continue;
        if (abbreviation) {
          if (is_title_abbreviation(lower.substr(0, lower.size() - 1))) continue;
          if (!is_capital(next) || !starts_sentences(this->lower(next))) continue;
        } else if (shapes_[next] == Shape::lower || belongs_to_figure(t, next)) {
          continue;
        }
        close(from, end);
        from = end;
        t = end - 1;
      }
      if (from < token) close(from, token);
      ++paragraph;
    }
    i = last;
  }
}

// The stop between "no." and "5", "ca." and "1650", "16." and "September" ends no sentence.
bool Document::belongs_to_figure(std::uint32_t stop, std::uint32_t next) const {
  if (lower(stop) != "." || stop == 0 || spaces_[stop] != 0) return false;
  const std::string_view before = lower(stop - 1);
  const auto figures = [&](std::uint32_t t, std::size_t most) {
    return t < size() && shapes_[t] == Shape::number && lower(t).size() <= most;
  };
  if (figures(stop - 1, 2) && figures(next, 4)) {  // "5. 6. 2014"
    const bool first = figures(next, 2) && next + 2 < size() && lower(next + 1) == "." &&
                       spaces_[next + 1] == 0 && figures(next + 2, 4) &&
                       lower(next + 2).size() == 4;
    const bool second =
        lower(next).size() == 4 && stop >= 3 && lower(stop - 2) == "." && figures(stop - 3, 2);
    return first || second;
  }
  if (shapes_[next] == Shape::number) return is_abbreviation_before_figures(before);
  return shapes_[stop - 1] == Shape::number && before.size() <= 2 && is_month(lower(next));
}

std::uint32_t Document::token_at(std::uint32_t byte) const {
  const auto it = std::upper_bound(spans_.begin(), spans_.end(), byte,
                                   [](std::uint32_t b, const ByteSpan& s) { return b < s.end; });
  return static_cast<std::uint32_t>(it - spans_.begin());
}

}  // namespace rapporteur::text
