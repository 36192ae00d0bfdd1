#include "rapporteur/query/words.h"

#include <array>
#include <charconv>

#include "rapporteur/query/derived.h"

namespace rapporteur::query {
namespace {

constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};

// One date of EDTF, level 0, with "~" or "?" behind it.
struct Date {
  int year = 0;
  int month = 0;  // 0: not said
  int day = 0;    // 0: not said
  bool rough = false;
};

std::optional<int> number_of(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

std::optional<Date> date_of(std::string_view text) {
  Date out;
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    out.rough = true;
    text.remove_suffix(1);
  }
  const bool shaped = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                      (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shaped) return std::nullopt;
  const std::optional<int> year = number_of(text.substr(0, 4));
  if (!year) return std::nullopt;
  out.year = *year;
  if (text.size() >= 7) out.month = number_of(text.substr(5, 2)).value_or(-1);
  if (text.size() == 10) out.day = number_of(text.substr(8, 2)).value_or(-1);
  if (out.month < 0 || out.month > 12 || out.day < 0) return std::nullopt;
  return out;
}

std::string words_of(const Date& date, bool with_month = true, bool with_year = true) {
  std::string out = date.rough ? "about " : "";
  if (date.day > 0) out += std::to_string(date.day);
  if (date.month > 0 && with_month) {
    out +=
        (date.day > 0 ? " " : "") + std::string(kMonths[static_cast<std::size_t>(date.month) - 1]);
  }
  if (with_year) out += (date.month > 0 ? " " : "") + std::to_string(date.year);
  return out;
}

std::string words_between(const Date& from, const Date& to) {
  const bool one_year = from.year == to.year;
  const bool one_month = one_year && from.month == to.month;
  if (from.day > 0 && to.day > 0 && one_month) {
    return words_of(from, false, false) + "–" + words_of(to);
  }
  if (from.month > 0 && to.month > 0 && one_year) {
    return words_of(from, true, false) + " – " + words_of(to);
  }
  return words_of(from) + " – " + words_of(to);
}

}  // namespace

std::string date_words(std::string_view edtf) {
  const std::size_t cut = edtf.find('/');
  if (cut == std::string_view::npos) {
    const std::optional<Date> date = date_of(edtf);
    return date ? words_of(*date) : std::string(edtf);
  }
  const std::string_view first = edtf.substr(0, cut);
  const std::string_view last = edtf.substr(cut + 1);
  const std::optional<Date> from = date_of(first);
  const std::optional<Date> to = date_of(last);
  if (from && to) return words_between(*from, *to);
  if (from && (last.empty() || last == "..")) return "from " + words_of(*from);
  if (to && (first.empty() || first == "..")) return "until " + words_of(*to);
  return std::string(edtf);
}

std::string ordinal_words(int ordinal) {
  const int tens = ordinal % 100;
  const bool is_teen = tens >= 11 && tens <= 13;
  std::string end = "th";
  if (!is_teen && ordinal % 10 == 1) end = "st";
  if (!is_teen && ordinal % 10 == 2) end = "nd";
  if (!is_teen && ordinal % 10 == 3) end = "rd";
  return std::to_string(ordinal) + end;
}

std::string state_words(std::string_view code, const catalogue::Catalogue* catalogue) {
  if (catalogue == nullptr || code.size() != 2) return std::string(code);
  const catalogue::Index index = catalogue->find_state(code);
  return std::string(index == catalogue::npos ? code : catalogue->states()[index].name);
}

std::string session_words(const MeetingRow& m) {
  if (m.ordinal) {
    return ordinal_words(*m.ordinal) + (m.kind.empty() ? " session" : " " + m.kind);
  }
  if (!m.name.empty()) return m.name;
  if (!m.organ.empty()) return m.organ;
  return m.kind.empty() ? "meeting" : m.kind;
}

std::string due_words(const Due& due) {
  const std::string kind = due.kind.empty() ? "session" : due.kind;
  return (due.ordinal ? ordinal_words(*due.ordinal) : "next") + " " + kind;
}

std::string place_words(const MeetingRow& m, const catalogue::Catalogue* catalogue) {
  std::string out = m.place;
  const std::string state = state_words(m.country, catalogue);
  if (state.empty() || state == out) return out;
  return out.empty() ? state : out + ", " + state;
}

std::string count_words(std::size_t n) {
  constexpr std::array kWords = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                 "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return n < kWords.size() ? kWords[n] : std::to_string(n);
}

}  // namespace rapporteur::query
