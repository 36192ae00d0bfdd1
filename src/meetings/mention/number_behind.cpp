// The number of a meeting that stands behind it: "held its annual session in Abuja, the 34th",
// "was the 34th", "for the 34th time", "number 34".

#include "mention/number_behind.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "link/succession_words.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

Ordinal in_cleft(const Context& c, TokenRange s) {
  const std::string_view subject = c.lower(s.begin);
  const std::string_view verb = c.lower(s.begin + 1);
  const bool counts = (subject == "it" || subject == "this") && (verb == "is" || verb == "was");
  const std::uint32_t the = c.lower(s.begin + 2) == "for" ? s.begin + 3 : s.begin + 2;
  if (!counts || c.lower(the) != "the") return {};
  const Ordinal o = number_at(c, the + 1, s.end);
  const bool time = c.lower(o.tokens.end) == "time" && c.lower(o.tokens.end + 1) == "that";
  return o.value > 1 && time ? o : Ordinal{};
}

bool is_stretch(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kLongest = 5;
  static constexpr std::array<std::string_view, 10> kUnits{
      "days", "weeks", "months", "years", "decades", "week", "month", "year", "decade", "hours"};
  if (c.lower(token) == "as") return true;
  for (std::uint32_t t = token; t < token + kLongest; ++t) {
    if (is_one_of(c.lower(t), kUnits)) return true;
  }
  return false;
}

namespace {

constexpr std::uint32_t kReach = 18;  // tokens from the meeting to its number

bool is_determiner_of_number(std::string_view word) {
  return word == "the" || word == "its" || word == "their";
}

// "|in the series|", "|of its kind|", "|of its sessions|"
bool names_row(const Context& c, std::uint32_t at) {
  static constexpr std::array<std::string_view, 14> kRows{
      "series", "row",    "kind",     "sort",     "sequence", "type",    "name",
      "line",   "format", "sessions", "meetings", "rounds",   "summits", "gatherings"};
  const std::string_view which = c.lower(at + 1);
  return is_one_of(c.lower(at + 2), kRows) &&
         (which == "the" || which == "a" || which == "this" || which == "its" || which == "their");
}

// "the 38th |since 1967|": of the whole row; but "the third since May".
bool is_since_year(const Context& c, std::uint32_t at) {
  constexpr std::size_t kFigures = 4;
  return c.lower(at) == "since" && c.lower(at + 1).size() == kFigures &&
         c.doc.shape(at + 1) == text::Shape::number;
}

// "the 34th|.|", "the seventh |in the series|", "the 26th |to be held|", but "the third |this
// year|".
bool closes(const Context& c, std::uint32_t at, std::uint32_t limit) {
  if (at >= limit || is_since_year(c, at) || names_row(c, at)) return true;
  const std::string_view word = c.doc.lower(at);
  const std::string_view next = c.lower(at + 1);
  if (word == "to") return next == "date" || next == "be";
  if (word == "so") return next == "far";
  if (word == "edition" || word == "one") return closes(c, at + 1, limit);
  if (word == "such") return true;
  return c.doc.is_punctuation(at) && word != "-" && word != "'" && word != "'s" && word != "/";
}

// "on Monday, |the 3rd|": a day.
bool may_be_day(const Context& c, std::uint32_t comma, const Ordinal& o) {
  constexpr int kDays = 31;
  if (c.time_at(o.tokens.begin) != nullptr) return true;
  const auto before = c.times_in({comma > 0 ? comma - 1 : comma, comma + 1});
  const bool figure = c.doc.slice(c.doc.span(o.tokens)).front() <= '9';
  return !before.empty() && figure && o.value <= kDays;
}

// ", |the 34th|", ", |now in its 34th edition|", ", |thirty-fourth of its kind|" behind the mark at
// `mark`.
Ordinal in_aside(const Context& c, std::uint32_t mark, TokenRange s) {
  std::uint32_t at = mark + 1;
  if (c.lower(at) == "now" || c.lower(at) == "already") ++at;
  const bool within = c.lower(at) == "in" || c.lower(at) == "at";
  if (within) ++at;
  const bool article = is_determiner_of_number(c.lower(at));
  if (article) ++at;
  const Ordinal o = number_at(c, at, s.end);
  if (o.value < 2 || !closes(c, o.tokens.end, s.end) || may_be_day(c, mark, o)) return {};
  if (within && c.lower(o.tokens.end) != "edition") return {};
  const bool row = names_row(c, o.tokens.end);
  return article || row ? o : Ordinal{};
}

// "the summit in Arusha |was the 38th|"
Ordinal in_predicate(const Context& c, std::uint32_t verb, TokenRange s) {
  static constexpr std::array<std::string_view, 5> kBe{"was", "is", "were", "are", "became"};
  if (!is_one_of(c.lower(verb), kBe) || !is_determiner_of_number(c.lower(verb + 1))) return {};
  const Ordinal o = number_at(c, verb + 2, s.end);
  return o.value > 1 && closes(c, o.tokens.end, s.end) ? o : Ordinal{};
}

// "number 38", "No. 38", "no 38"
Ordinal in_figures(const Context& c, std::uint32_t at) {
  constexpr std::size_t kMost = 3;
  if (c.lower(at) != "number" && c.lower(at) != "no" && c.lower(at) != "no.") return {};
  std::uint32_t figure = at + 1;
  if (c.lower(figure) == ".") ++figure;
  if (figure >= c.doc.size() || c.doc.shape(figure) != text::Shape::number) return {};
  int value = 0;
  for (const char digit : c.doc.lower(figure)) {
    if (digit < '0' || digit > '9') return {};
    value = 10 * value + (digit - '0');
  }
  const bool short_number = c.doc.lower(figure).size() <= kMost;
  return short_number ? Ordinal{value, {at, figure + 1}} : Ordinal{};
}

// "|for the 38th time|", but "for the third time this year", "for the second time since May".
Ordinal in_times(const Context& c, std::uint32_t at, TokenRange s) {
  static constexpr std::array<std::string_view, 5> kOnlyCount{"this", "in", "within", "after",
                                                              "during"};
  if (c.lower(at) != "for" || c.lower(at + 1) != "the") return {};
  const Ordinal o = number_at(c, at + 2, s.end);
  const std::uint32_t behind = o.tokens.end + 1;
  if (o.value > 1 && names_row(c, o.tokens.end)) return o;
  if (o.value < 2 || c.lower(o.tokens.end) != "time") return {};
  const std::string_view word = c.lower(behind);
  if (word == "since" && !is_since_year(c, behind)) return {};
  const bool counted = is_one_of(word, kOnlyCount) &&
                       (c.time_at(behind + 1) != nullptr || is_stretch(c, behind + 1));
  constexpr std::size_t kDay = 10;
  const time::Expression* when = c.time_at(behind);
  const bool day = when == nullptr || when->edtf.size() == kDay;  // "for the 55th time tomorrow"
  return counted || !day ? Ordinal{} : o;
}

// The number in front of those who meet: "For the 38th time the Council met".
Ordinal in_front(const Context& c, const Mention& m, TokenRange s) {
  if (const Ordinal o = in_cleft(c, s); o.value > 0) return o;
  for (std::uint32_t t = s.begin; t + 4 < m.trigger.begin; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return {};
    const Ordinal o = in_times(c, t, s);
    if (o.value > 0) return m.trigger.begin - t <= kReach + kReach ? o : Ordinal{};
  }
  return {};
}

// "The summit |has been held| for the ninth time", but "was held in Lima for the second time".
bool is_held_behind(const Context& c, const Mention& m, std::uint32_t end) {
  static constexpr std::array<std::string_view, 6> kHeld{"held",     "convened", "convenes",
                                                         "gathered", "opened",   "organised"};
  bool held = false;
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    const tagger::Tag* tag = c.tags.covering(t);
    if (tag != nullptr || c.doc.lower(t) == "and") return false;
    held = held || is_one_of(c.doc.lower(t), kHeld) ||
           (c.doc.lower(t) == "place" && c.doc.lower(t - 1).starts_with("t"));
  }
  return held;
}

// "The Commission |met|": told by a verb or by the body alone, not by the noun of a meeting.
bool acts(const Context& c, const Mention& m) {
  return m.verbal || c.cue(m.trigger.begin, c.cues.head) == nullptr;
}

Ordinal behind(const Context& c, const Mention& m, TokenRange s) {
  const std::uint32_t limit = std::min(m.tokens.end + kReach, s.end);
  if (const Ordinal o = in_figures(c, m.trigger.end); o.value > 0) return o;
  for (std::uint32_t t = m.trigger.end; t + 2 < limit; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || c.cue(t, c.cues.head) != nullptr) return {};
    const bool mark = word == "," || word == "–" || word == "—" || word == "(";
    Ordinal o = mark ? in_aside(c, t, s) : in_predicate(c, t, s);
    if (mark && o.value == 0) o = in_figures(c, t + 1);
    if (o.value == 0 && (acts(c, m) || is_held_behind(c, m, t))) o = in_times(c, t, s);
    if (o.value > 0) return o;
  }
  return {};
}

// "A summit brought the three together in Lima. |It was the fourth of its kind|.": the sentence
// behind counts the meeting that was told last.
Ordinal by_pronoun(const Context& c, const Mention& m, TokenRange s) {
  for (std::uint32_t t = m.tokens.end; t < s.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return {};
  }
  const TokenRange next = c.sentence(s.end);
  if (const Ordinal o = in_cleft(c, next); o.value > 0 && !m.verbal) return o;
  if (next.size() < 4 || (c.lower(next.begin) != "it" && c.lower(next.begin) != "this")) return {};
  if (const Ordinal o = in_predicate(c, next.begin + 1, next); o.value > 0) return o;
  for (std::uint32_t t = next.begin + 1; t + 2 < next.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return {};
    const Ordinal o = c.doc.lower(t) == "," ? in_aside(c, t, next) : Ordinal{};
    if (o.value > 0) return names_row(c, o.tokens.end) ? o : Ordinal{};
  }
  return {};
}

// A row has numbers, what two persons have together has not.
bool may_have_number(const Mention& m) {
  const bool event = m.kind == "visit" || m.kind == "call" || m.kind == "signing";
  const bool body = m.organisation || m.organ || !m.organ_words.empty() || !m.owner.empty();
  return m.ordinal == 0 && !event && (body || !m.verbal);
}

}  // namespace

void take_number_behind(const Context& c, Mention& m) {
  if (!may_have_number(m)) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  Ordinal o = behind(c, m, s);
  const bool held = acts(c, m) || is_held_behind(c, m, std::min(m.tokens.end + 4, s.end));
  if (o.value == 0 && held) o = in_front(c, m, s);
  if (o.value == 0 && !m.in_headline) o = by_pronoun(c, m, s);
  if (o.value == 0) return;
  m.ordinal = o.value;
  m.ordinal_span = c.doc.span(o.tokens);
}

}  // namespace rapporteur::meetings
