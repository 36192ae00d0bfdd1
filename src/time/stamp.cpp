#include "rapporteur/time/stamp.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "calendar.h"
#include "stamp_figures.h"

namespace rapporteur::time {

namespace {

using text::Shape;

// How much a kind of stamp looks like the date of publication.
constexpr float kPublished = 0.95F;
constexpr float kDateline = 0.8F;
constexpr float kOwnLine = 0.75F;
constexpr float kUpdated = 0.65F;
constexpr float kLineEnd = 0.6F;
constexpr float kAddress = 0.7F;
constexpr float kPageClock = 0.15F;

constexpr DayNumber kNearDays = 45;  // between a stamp without a year and a day that tells it
constexpr DayNumber kStale = 3;      // days by which a dateline may lie before the publication

constexpr std::uint32_t kLongLine = 26;       // tokens beside date and time
constexpr std::uint32_t kDatelineBegin = 18;  // tokens before its date
constexpr std::uint32_t kDatelineEnd = 12;    // tokens behind its date

constexpr std::array<std::string_view, 14> kPublishedWords = {
    "published", "posted",      "released", "issued",       "date",     "dated", "publicado",
    "publié",    "publication", "created",  "опубликовано", "uploaded", "filed", "veröffentlicht"};
constexpr std::array<std::string_view, 8> kUpdatedWords = {
    "updated", "modified", "update", "actualizado", "revised", "edited", "reviewed", "обновлено"};
// Lines that say when something takes place.
constexpr std::array<std::string_view, 14> kEventWords = {
    "when", "venue", "deadline", "starts",  "begins",  "from",  "until",
    "time", "photo", "photos",   "picture", "caption", "image", "pictured"};
constexpr std::array<std::string_view, 12> kPrepositions = {
    "on", "in", "by", "from", "since", "until", "of", "for", "after", "before", "to", "between"};

// What parts the pieces of a masthead.
constexpr std::array<std::string_view, 6> kSeparators = {"|", "·", "•", "›", "—", "¦"};

template <class List>
bool is_one_of(const List& list, std::string_view word) {
  if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The stretch of a line around a date, as token numbers.
struct Line {
  ByteSpan bytes;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class StampFinder {
 public:
  StampFinder(const text::Document& doc, const std::vector<Expression>& expressions)
      : doc_(doc), expressions_(expressions) {
    starts_.push_back(0);
    const std::string& text = doc.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }

  std::vector<Stamp> find() {
    std::vector<Stamp> out;
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
      const Expression& e = expressions_[i];
      if (e.kind != Kind::day || (e.basis == record::Basis::resolved && e.pattern.empty()))
        continue;
      const bool full = e.pattern.empty() && e.core_edtf.size() == 10;
      if (!full && e.pattern.empty()) continue;
      Stamp stamp = judge(i);
      if (stamp.reason.empty()) continue;
      stamp.span = e.core;
      stamp.date = e.pattern.empty() ? e.core_edtf : e.pattern;
      out.push_back(stamp);
    }
    weigh(out);
    return out;
  }

 private:
  [[nodiscard]] Line line_of(ByteSpan span) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), span.begin);
    Line line;
    line.bytes.begin = *(after - 1);
    line.bytes.end =
        after == starts_.end() ? static_cast<std::uint32_t>(doc_.text().size()) : *after - 1;
    line.begin = doc_.token_at(line.bytes.begin);
    line.end = doc_.token_at(line.bytes.end);
    return line;
  }

  [[nodiscard]] Stamp judge(std::size_t index) const {
    const Expression& e = expressions_[index];
    const Line line = line_of(e.core);
    const std::uint32_t date = doc_.token_at(e.core.begin);
    const std::uint32_t behind = e.tokens.end;
    Stamp stamp;
    if (is_dateline(line, date, behind)) return with(kDateline, "dateline");
    if (const auto word = keyword(line, date)) return *word;
    if (e.edtf.empty() && !is_short_place_line(line, date, behind)) return stamp;
    if (e.bound != Bound::none) return stamp;
    return loose(index, segment_of(line, date, behind), date, behind);
  }

  // A masthead puts date, page and menu side by side: the part of `line` that holds the date.
  [[nodiscard]] Line segment_of(const Line& line, std::uint32_t date, std::uint32_t behind) const {
    Line segment = line;
    for (std::uint32_t t = line.begin; t < line.end; ++t) {
      const bool sign = is_one_of(kSeparators, doc_.word(t));
      if (t < date && sign) segment.begin = t + 1;
      if (t < date && is_gap(t)) segment.begin = t + 1;
      if (t >= behind && sign) {
        segment.end = t;
        break;
      }
      if (t + 1 >= behind && t + 1 < line.end && is_gap(t)) {
        segment.end = t + 1;
        break;
      }
    }
    return segment;
  }

  // More than one space stands behind the token.
  [[nodiscard]] bool is_gap(std::uint32_t token) const {
    return doc_.span(token + 1).begin - doc_.span(token).end > 1;
  }

  static Stamp with(float score, std::string_view reason) { return {{}, {}, score, reason}; }

  // "Published on: ", "Last updated 10:42 IST ", "date ": up to five tokens before the date.
  [[nodiscard]] std::optional<Stamp> keyword(const Line& line, std::uint32_t date) const {
    const Line part = segment_of(line, date, date + 1);
    const std::uint32_t first = date - part.begin > 12 ? date : part.begin;
    std::uint32_t steps = 0;
    for (std::uint32_t t = date; t > first && steps < 9; --t, ++steps) {
      const std::string_view word = doc_.lower(t - 1);
      if (is_one_of(kUpdatedWords, word)) return with(kUpdated, "updated");
      if (is_one_of(kPublishedWords, word)) {
        const bool loose = t - 1 != line.begin && doc_.lower(t) != ":" && word == "date";
        if (!loose) return with(kPublished, "published");
      }
    }
    return std::nullopt;
  }

  // "New Delhi, May 17" as a line of its own.
  [[nodiscard]] bool is_short_place_line(const Line& line, std::uint32_t date,
                                         std::uint32_t behind) const {
    return behind == line.end && date > line.begin && date - line.begin <= 6 &&
           all_names(line.begin, date);
  }

  // Every word from `first` to `last` starts with a capital letter.
  [[nodiscard]] bool all_names(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const bool small = doc_.shape(t) == Shape::lower;
      if (small && doc_.lower(t) != "of" && doc_.lower(t) != "and" && doc_.lower(t) != "de" &&
          doc_.lower(t) != "the") {
        return false;
      }
    }
    return true;
  }

  // "ISLAMABAD, Aug 22 (APP):", "TASHKENT, August 18. /TASS/.", "Lima, 24 Jun (EFE).- ", "Jalingo,
  // Oct. 28, 2019 (NAN) The", "Ashgabat, April 11. At", "16 May 2023, 18:20, Budapest. The".
  [[nodiscard]] bool is_dateline(const Line& line, std::uint32_t date, std::uint32_t behind) const {
    if (date - line.begin > kDatelineBegin || behind >= line.end) return false;
    if (date > line.begin && !doc_.is_capital(line.begin)) return false;
    if (!all_names(line.begin, date)) return false;
    if (line.end - behind < 4) return false;  // nothing of a report follows
    bool bracket = false;
    for (std::uint32_t t = behind; t < line.end && t - behind < kDatelineEnd; ++t) {
      const std::string_view sign = doc_.lower(t);
      const bool clock = sign == ":" && t > behind && doc_.shape(t - 1) == Shape::number &&
                         doc_.shape(t + 1) == Shape::number && !doc_.space_before(t + 1);
      if (clock) continue;
      if (sign == ":" || sign == "-" || sign == "—") {
        const bool place_leads = date > line.begin;
        // "Jan 27, 2016- The sides"
        const bool opens = doc_.shape(behind - 1) == Shape::number && doc_.is_capital(t + 1) &&
                           doc_.word(behind - 1).size() == 4 && doc_.space_before(t + 1);
        if (t == behind) return place_leads || doc_.space_before(t) || opens;
        return place_leads || bracket;
      }
      if (sign == ")" || sign == "/" || sign == "]") bracket = true;
      if (t == behind && sign == "." && doc_.is_capital(t + 1)) return date > line.begin;
      const bool names_follow = date == line.begin && doc_.lower(behind) == ",";
      if (names_follow && sign == "." && doc_.is_capital(t + 1)) return true;
      if (doc_.shape(t) == Shape::lower) return bracket && date > line.begin;
      if (bracket && sign == ".") return date > line.begin;
    }
    return false;
  }

  // A short line that is mostly date, or that ends or begins with it.
  [[nodiscard]] Stamp loose(std::size_t index, const Line& line, std::uint32_t date,
                            std::uint32_t behind) const {
    const std::uint32_t words = (date - line.begin) + (line.end - behind);
    if (words > kLongLine) return {};
    const bool leads = date == line.begin && behind < doc_.size() && doc_.lower(behind) == "|";
    if (ends_as_sentence(line) && words > 3 && !leads) return {};
    if (date > line.begin && governed(line, date)) return {};
    for (std::uint32_t t = line.begin; t < line.end; ++t) {
      if (t == line.begin && is_one_of(kEventWords, doc_.lower(t))) return {};
    }
    if (has_seconds(index, line)) return with(kPageClock, "page clock");
    constexpr std::uint32_t kStampLine = 16;
    const bool stamp = doc_.sentences()[doc_.sentence_of(date)].role == text::LineRole::stamp;
    const bool own = words <= 10 || (stamp && words <= kStampLine);
    if (own) return with(kOwnLine, "line of its own");
    return date == line.begin || behind == line.end ? with(kLineEnd, "end of a line") : Stamp{};
  }

  // A preposition before the date binds it to the words of the line, save in a byline and behind
  // the time: "6:41 am |on| 15 June 2017".
  [[nodiscard]] bool governed(const Line& line, std::uint32_t date) const {
    if (!is_one_of(kPrepositions, doc_.lower(date - 1))) return false;
    const std::string_view first = doc_.lower(line.begin);
    const bool clock = doc_.shape(line.begin) == Shape::number && doc_.lower(line.begin + 1) == ":";
    if (clock && doc_.lower(date - 1) == "on" && date - line.begin <= 6) return false;
    return !(first == "by" || first == "posted" || date - line.begin == 1);
  }

  [[nodiscard]] bool ends_as_sentence(const Line& line) const {
    if (line.end <= line.begin) return false;
    const std::string_view last = doc_.lower(line.end - 1);
    return last == "." || last == "!" || last == "?";
  }

  // The line also holds a time with seconds.
  [[nodiscard]] bool has_seconds(std::size_t index, const Line& line) const {
    for (const std::size_t other : {index - 1, index + 1}) {
      if (other >= expressions_.size()) continue;
      const Expression& e = expressions_[other];
      if (e.kind != Kind::time_of_day || !line.bytes.contains(e.span)) continue;
      const std::string_view words = doc_.slice(e.span);
      if (std::count(words.begin(), words.end(), ':') == 2) return true;
    }
    return false;
  }

  // What `next` heads is no longer under `stamp`; "published" holds for the whole page, and a date
  // with its year is not undone by one without.
  static bool ends_reach(const Stamp& stamp, const Stamp& next) {
    const bool weaker = stamp.date.front() != 'X' && next.date.front() == 'X';
    return next.date != stamp.date && next.reason != "updated" && !weaker &&
           (stamp.reason != "published" || next.reason == "published");
  }

  // The stamp that the most text follows is likeliest; one that others repeat is likelier.
  void weigh(std::vector<Stamp>& stamps) const {
    const auto size = static_cast<std::uint32_t>(doc_.text().size());
    std::vector<std::uint32_t> follows(stamps.size(), 0);
    std::uint32_t next = size;
    std::uint32_t most = 1;
    for (std::size_t i = stamps.size(); i-- > 0;) {
      const bool cut = i + 1 < stamps.size() && ends_reach(stamps[i], stamps[i + 1]);
      if (cut) next = stamps[i + 1].span.begin;
      follows[i] = next - std::min(next, stamps[i].span.end);
      most = std::max(most, follows[i]);
    }
    for (std::size_t i = 0; i < stamps.size(); ++i) {
      const float share = static_cast<float>(follows[i]) / static_cast<float>(most);
      stamps[i].score *= 0.3F + 0.7F * share;
      if (share < 0.05F && stamps[i].reason == "line of its own") stamps[i].reason = "signature";
    }
  }

  const text::Document& doc_;
  const std::vector<Expression>& expressions_;
  std::vector<std::uint32_t> starts_;  // of lines, in bytes
};

// A year for "XXXX-08-22" that brings it nearest to `day`.
std::string complete(std::string_view pattern, DayNumber day) {
  const int month = digits_at(pattern, 5, 2);
  const int number = digits_at(pattern, 8, 2);
  const int year = to_date(day).year;
  std::string best;
  DayNumber distance = INT32_MAX;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    if (!is_valid(candidate, month, number)) continue;
    const DayNumber gap = std::abs(to_days(candidate, month, number) - day);
    if (gap >= distance) continue;
    distance = gap;
    best = day_edtf(candidate, month, number);
  }
  return best;
}

bool has_year(const Stamp& stamp) { return !stamp.date.starts_with('X'); }

// The latest day that the text states whole, where no later year is named: it tells the year of a
// stamp without one.
std::optional<DayNumber> latest_day(const std::vector<Expression>& expressions) {
  std::optional<DayNumber> latest;
  DayNumber any = INT32_MIN;
  for (const Expression& e : expressions) {
    if (e.basis != record::Basis::stated || e.core_edtf.empty() || !e.pattern.empty()) continue;
    const auto days = days_of(e.core_edtf);
    if (!days || days->first == kOpenBegin || days->last == kOpenEnd) continue;
    any = std::max(any, days->first);
    const bool day = days->last - days->first <= 31 && e.core_edtf.size() >= 10;
    if (day && (!latest || days->first > *latest)) latest = days->first;
  }
  if (latest && to_date(any).year > to_date(*latest).year) return std::nullopt;
  return latest;
}

}  // namespace

std::vector<Stamp> stamps(const text::Document& doc, const std::vector<Expression>& expressions) {
  std::vector<Stamp> out = StampFinder(doc, expressions).find();
  for (Stamp& stamp : lines_of_figures(doc.text(), kOwnLine)) out.push_back(std::move(stamp));
  std::stable_sort(out.begin(), out.end(),
                   [](const Stamp& a, const Stamp& b) { return a.span.begin < b.span.begin; });
  return out;
}

std::optional<Stamp> date_in_address(std::string_view address) {
  for (std::size_t at = 0; at + 8 <= address.size(); ++at) {
    if (std::string date = date_at(address, at); !date.empty()) {
      return Stamp{{}, std::move(date), kAddress, "address"};
    }
  }
  return std::nullopt;
}

std::optional<Stamp> publication_date(const text::Document& doc,
                                      const std::vector<Expression>& expressions,
                                      std::string_view address) {
  std::vector<Stamp> all = stamps(doc, expressions);
  const std::optional<Stamp> from_address = date_in_address(address);
  std::optional<DayNumber> known;
  if (from_address) known = days_of(from_address->date)->first;
  for (const Stamp& stamp : all) {
    if (!known && has_year(stamp)) known = days_of(stamp.date)->first;
  }
  // "Lima, Feb. 8." above and "2/8/2019" below, which alone may be of either month
  constexpr std::size_t kTried = 3;  // stamps without a year, each a pass over the text
  std::size_t tried = 0;
  for (const Stamp& stamp : all) {
    if (known || has_year(stamp) || ++tried > kTried) break;
    const int month = digits_at(stamp.date, 5, 2);
    const int day = digits_at(stamp.date, 8, 2);
    const int year = year_in_figures(doc.text(), month, day);
    if (year != 0 && is_valid(year, month, day)) known = to_days(year, month, day);
  }
  const bool stamped = known.has_value();
  if (!known) known = latest_day(expressions);
  std::optional<Stamp> best;
  for (Stamp& stamp : all) {
    if (!has_year(stamp)) {
      if (!known) continue;
      stamp.date = complete(stamp.date, *known);
      if (stamp.date.empty()) continue;
      const DayNumber gap = *known - days_of(stamp.date)->first;
      if (!stamped && std::abs(gap) > kNearDays) continue;
      // A newspaper's own date stands above datelines of the days before.
      if (stamped && gap > 0 && gap <= kStale) stamp.score *= 0.8F;
    }
    if (from_address) {
      const DayNumber gap =
          std::abs(days_of(stamp.date)->first - days_of(from_address->date)->first);
      if (gap <= 2) stamp.score += 0.3F;
    }
    if (!best || stamp.score > best->score) best = stamp;
  }
  if (from_address && (!best || best->score < kAddress * 0.75F)) best = from_address;
  if (best) best->score = std::min(best->score, 1.0F);
  return best;
}

}  // namespace rapporteur::time
