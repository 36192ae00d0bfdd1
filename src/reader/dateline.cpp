#include "dateline.h"

#include <algorithm>
#include <optional>
#include <string>

#include "rapporteur/time/edtf.h"

namespace rapporteur::reader {

namespace {

using tagger::Label;
using tagger::Tag;
using text::LineRole;
using text::Shape;
using text::TokenRange;

constexpr std::uint32_t kLongest = 24;    // tokens of a dateline
constexpr std::uint32_t kParagraphs = 3;  // among the first of which it stands
constexpr std::size_t kDay = 10;          // "2014-10-01"

bool is_break(std::string_view word) { return word == ":" || word == "-"; }

bool names_place(const Tag* tag) {
  return tag != nullptr && (tag->label == Label::place || tag->label == Label::state);
}

class Finder {
 public:
  Finder(const text::Document& doc, const tagger::Tags& tags,
         const std::vector<time::Expression>& expressions)
      : doc_(doc), tags_(tags), expressions_(expressions) {}

  // The tokens of the dateline and the tag of its place, or nothing.
  struct Found {
    TokenRange tokens;
    const Tag* place = nullptr;
  };

  [[nodiscard]] std::optional<Found> find() const {
    std::uint32_t seen = 0;
    const auto& sentences = doc_.sentences();
    for (std::size_t i = 0; i < sentences.size() && seen < kParagraphs; ++i) {
      const text::Sentence& s = sentences[i];
      const bool first = i == 0 || sentences[i - 1].paragraph != s.paragraph;
      if (!first || (s.role != LineRole::body && s.role != LineRole::stamp)) continue;
      if (s.role == LineRole::body) ++seen;
      const Tag* place = place_of(s);
      if (place == nullptr) continue;
      const auto end = s.role == LineRole::stamp ? stamp_end(*place, s.tokens)
                                                 : end_of(*place, s.tokens, follows_agency(i));
      if (!end) continue;
      const bool day = *end == s.tokens.end && is_day(i + 1, s.paragraph);
      return Found{{s.tokens.begin, day ? sentences[i + 1].tokens.end : *end}, place};
    }
    return std::nullopt;
  }

  // "Monday, December 11, 2023 — The 74th Meeting ...": a whole day and no place before the first
  // sentence, or "Dec 12: The meeting took place on 11 December" with another one in it; or
  // nothing.
  [[nodiscard]] TokenRange find_day() const {
    for (const text::Sentence& s : doc_.sentences()) {
      if (s.role != LineRole::body) continue;
      const time::Expression* e = day_at(s.tokens.begin);
      const std::uint32_t end = e == nullptr ? s.tokens.begin : e->tokens.end;
      const bool parted = end + 1 < s.tokens.end && is_break(doc_.lower(end)) &&
                          (doc_.lower(end) == ":" || doc_.space_before(end));
      const bool whole =
          e != nullptr && e->basis == record::Basis::stated && e->edtf.size() == kDay;
      const bool day = e != nullptr && (whole || tells_other_day(end, s.tokens.end));
      return parted && day ? TokenRange{s.tokens.begin, end + 1} : TokenRange{};
    }
    return {};
  }

 private:
  [[nodiscard]] bool tells_other_day(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (day_at(t) != nullptr) return true;
    }
    return false;
  }

  // The place with which the line starts, behind a bracket or inside one: "(AGENCY) |DOHA|, Nov
  // 20", "(|Port Louis|, 5 May) -".
  [[nodiscard]] const Tag* place_of(const text::Sentence& s) const {
    std::uint32_t at = behind_day(s.tokens.begin, s.tokens.end);
    if (at < s.tokens.end && doc_.lower(at) == "(") {
      const std::uint32_t behind = behind_brackets(s.tokens);
      const bool agency = behind < s.tokens.end && names_place(tags_.starting(behind));
      const std::uint32_t inside = behind_day(at + 1, s.tokens.end);
      if (!agency && names_place(tags_.starting(inside))) return tags_.starting(inside);
      at = behind;
    }
    return at < s.tokens.end && names_place(tags_.starting(at)) ? tags_.starting(at) : nullptr;
  }

  // Where the line goes on behind a day and a comma that begin it.
  [[nodiscard]] std::uint32_t behind_day(std::uint32_t at, std::uint32_t limit) const {
    const time::Expression* e = day_at(at);
    if (e == nullptr || e->tokens.end >= limit) return at;
    return doc_.lower(e->tokens.end) == "," ? e->tokens.end + 1 : e->tokens.end;
  }

  [[nodiscard]] std::uint32_t behind_brackets(TokenRange s) const {
    int open = 0;
    for (std::uint32_t t = s.begin; t < std::min(s.end, s.begin + kLongest); ++t) {
      if (doc_.lower(t) == "(") ++open;
      if (doc_.lower(t) == ")" && --open == 0) return t + 1;
    }
    return s.end;
  }

  // "NEW DELHI, MARCH 29, 2023": a line of its own.
  [[nodiscard]] std::optional<std::uint32_t> stamp_end(const Tag& place, TokenRange s) const {
    const bool stamp = place.tokens.begin == s.begin && place.tokens.end < doc_.size() &&
                       doc_.lower(place.tokens.end) == ",";
    return stamp ? std::optional(s.end) : std::nullopt;
  }

  // The end of the dateline of `s`, or nothing: a place, then after at most some words in brackets,
  // dates or commas a colon or a dash; or a day and no more ("Abuja, 17th December 2019. The").
  [[nodiscard]] std::optional<std::uint32_t> end_of(const Tag& place, TokenRange s,
                                                    bool agency) const {
    if (const std::uint32_t end = end_of_brackets(place, s); end > 0) return end;
    int brackets =
        place.tokens.begin > s.begin && doc_.lower(place.tokens.begin - 1) == "(" ? 1 : 0;
    const bool shouted = doc_.shape(place.tokens.begin) == Shape::upper;
    const std::uint32_t stop = place.tokens.end;
    if (shouted && stop + 1 < s.end && doc_.lower(stop) == "." && doc_.is_capital(stop + 1)) {
      return stop + 1;  // "MUNICH. The ministers"
    }
    std::uint32_t dated = 0;  // the end of the day behind place and comma
    bool inside = false;      // a day stands in brackets
    std::uint32_t open = 0;   // where they open
    for (std::uint32_t t = place.tokens.end; t < std::min(s.end, s.begin + kLongest); ++t) {
      if (const time::Expression* e = day_at(t); e != nullptr) {
        if (brackets == 0) dated = e->tokens.end;
        inside = brackets > 0;
        t = std::max(t, e->tokens.end - 1);
        continue;
      }
      const std::string_view word = doc_.lower(t);
      if (word == "(" && ++brackets == 1) open = t;
      if (word == ")") --brackets;
      // "Havana, Oct 21 |(Prensa Latina)| The session"
      if (word == ")" && brackets == 0 && dated > 0 && open == dated) dated = t + 1;
      // "BRUSSELS (Agency - 3rd October, 2019) |The| ministers"
      const bool closes = word == ")" && brackets == 0 && inside && doc_.lower(stop) == "(";
      if (closes && t + 1 < s.end && doc_.is_capital(t + 1)) return t + 1;
      if (brackets == 0 && is_break(word) && ends_dateline(place, t, s.end)) return t + 1;
      if (brackets == 0 && doc_.shape(t) == Shape::lower) return before_sentence(dated, t);
    }
    const bool whole = s.size() < kLongest && doc_.lower(s.end - 1) == ".";
    const bool alone = s.end == place.tokens.end + 1;
    return whole && (dated > 0 || (alone && (agency || shouted))) ? std::optional(s.end)
                                                                  : std::nullopt;
  }

  // "(May 5, Port Louis, Island Post) |The| ministers": day and place in brackets before the
  // sentence; or 0.
  [[nodiscard]] std::uint32_t end_of_brackets(const Tag& place, TokenRange s) const {
    if (doc_.lower(s.begin) != "(") return 0;
    const std::uint32_t behind = behind_brackets(s);
    if (place.tokens.begin >= behind || behind >= s.end || !doc_.is_capital(behind)) return 0;
    for (std::uint32_t t = s.begin + 1; t < behind; ++t) {
      if (day_at(t) != nullptr) return behind;
    }
    return 0;
  }

  // A dash or colon with space before it, or behind it where no name can go on ("Maldives- Sri").
  [[nodiscard]] bool ends_dateline(const Tag& place, std::uint32_t at, std::uint32_t limit) const {
    if (doc_.space_before(at)) return true;
    if (doc_.lower(at) == ":" && doc_.lower(at - 1) == ")")
      return true;  // "(AGENCY):The ministers"
    if (at + 1 >= limit || !doc_.space_before(at + 1)) return false;
    return at > place.tokens.end || doc_.lower(at) == ":" ||
           doc_.shape(place.tokens.begin) == Shape::upper;
  }

  // "New Delhi, Jan 9 |Defence Minister said": the sentence starts behind the day, without a sign.
  [[nodiscard]] std::optional<std::uint32_t> before_sentence(std::uint32_t dated,
                                                             std::uint32_t lower) const {
    if (dated == 0 || dated == lower) return std::nullopt;
    const bool sentence = doc_.is_capital(dated) && doc_.shape(lower) == Shape::lower;
    return sentence ? std::optional(dated) : std::nullopt;
  }

  // "BISHKEK. |KAZINFORM| The ministers": capitals begin what follows the sentence.
  [[nodiscard]] bool follows_agency(std::size_t sentence) const {
    constexpr std::size_t kShortest = 3;  // letters
    const auto& sentences = doc_.sentences();
    if (sentence + 1 >= sentences.size()) return false;
    const text::Sentence& next = sentences[sentence + 1];
    if (next.paragraph != sentences[sentence].paragraph || next.tokens.empty()) return false;
    if (is_day(sentence + 1, next.paragraph)) return true;
    const std::uint32_t at = next.tokens.begin;
    return doc_.lower(at) == "/" ||
           (doc_.shape(at) == Shape::upper && doc_.word(at).size() >= kShortest);
  }

  // "Belmopan. |December 7, 2018.|": a day and no more.
  [[nodiscard]] bool is_day(std::size_t sentence, std::uint32_t paragraph) const {
    if (sentence >= doc_.sentences().size()) return false;
    const text::Sentence& s = doc_.sentences()[sentence];
    if (s.paragraph != paragraph || s.tokens.empty()) return false;
    const time::Expression* e = day_at(s.tokens.begin);
    return e != nullptr && e->tokens.end + 1 >= s.tokens.end;
  }

  [[nodiscard]] const time::Expression* day_at(std::uint32_t token) const {
    const auto after =
        std::partition_point(expressions_.begin(), expressions_.end(),
                             [&](const time::Expression& e) { return e.tokens.begin < token; });
    const bool here = after != expressions_.end() && after->tokens.begin == token;
    return here && after->kind == time::Kind::day ? &*after : nullptr;
  }

  const text::Document& doc_;
  const tagger::Tags& tags_;
  const std::vector<time::Expression>& expressions_;
};

// The day of the dateline; a coarser date where none is whole.
std::string date_in(TokenRange tokens, const std::vector<time::Expression>& expressions) {
  std::string out;
  for (const time::Expression& e : expressions) {
    const bool here = e.tokens.begin >= tokens.begin && e.tokens.end <= tokens.end;
    if (!here || !time::is_date(e.kind)) continue;
    if (e.edtf.size() == kDay) return e.edtf;
    if (out.empty()) out = e.edtf;
  }
  return out;
}

// "XXXX-08-10" in the year of `published`, or in the one before; a whole day as it is.
std::string in_year_of(const time::Expression& e, const std::string& published) {
  constexpr std::size_t kYear = 4;
  if (e.pattern.size() != kDay) return e.core_edtf.size() == kDay ? e.core_edtf : std::string();
  const std::string day = published.substr(0, kYear) + e.pattern.substr(kYear);
  if (day <= published) return day;
  const int year = std::stoi(published.substr(0, kYear)) - 1;
  return year < 1000 ? std::string() : std::to_string(year) + e.pattern.substr(kYear);
}

}  // namespace

std::string day_of_writing(const TokenRange& dateline,
                           const std::vector<time::Expression>& expressions,
                           const std::string& published) {
  constexpr time::DayNumber kLate = 3;  // days from a wire's copy to the page that prints it
  const std::optional<time::Days> page = time::days_of(published);
  if (!page || published.size() != kDay) return published;
  for (const time::Expression& e : expressions) {
    if (e.tokens.begin < dateline.begin || e.tokens.end > dateline.end) continue;
    if (e.kind != time::Kind::day) continue;
    const std::string day = in_year_of(e, published);
    const std::optional<time::Days> told = time::days_of(day);
    if (told && told->last < page->first && page->first - told->first <= kLate) return day;
    if (told) break;
  }
  return published;
}

TokenRange add_dateline(const text::Document& doc, const tagger::Tags& tags,
                        const catalogue::Catalogue& catalogue,
                        const std::vector<time::Expression>& expressions, record::Report& report) {
  if (!report.dateline.place.empty()) return {};
  const Finder finder(doc, tags, expressions);
  const auto found = finder.find();
  if (!found) {
    const TokenRange day = finder.find_day();
    report.dateline.date = date_in(day, expressions);
    return day;
  }
  const Tag& place = *found->place;
  report.dateline.place = doc.slice(doc.span(place.tokens));
  const catalogue::Index state =
      place.label == Label::state
          ? place.id
          : (place.id == catalogue::npos ? place.id : catalogue.places()[place.id].state);
  if (state != catalogue::npos) report.dateline.country = catalogue.states()[state].code;
  report.dateline.date = date_in(found->tokens, expressions);
  // A line of its own may also be where and when they met: "Siem Reap, 27-28 November 2003".
  const bool line = doc.sentences()[doc.sentence_of(place.tokens.begin)].role == LineRole::stamp;
  return line ? TokenRange{} : found->tokens;
}

}  // namespace rapporteur::reader
