#include "nominal/meeting_number.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// "Lima", "the Peruvian capital", but not "two weeks" or "a year".
bool names_place(const Context& c, std::uint32_t at) {
  if (c.lower(at) == "the") ++at;
  const tagger::Tag* tag = c.tags.covering(at);
  return tag != nullptr && tag->label != tagger::Label::person;
}

// "Lima hosted the first session |in May 2019|", but not "the first session in 2019", of the year.
bool names_month(const Context& c, std::uint32_t at) {
  const time::Expression* day = c.time_at(at);
  if (day == nullptr) day = c.time_at(at + 1);
  return day != nullptr && (day->kind == time::Kind::month || day->kind == time::Kind::day);
}

}  // namespace

Ordinal bare_number(const Context& c, std::uint32_t noun) {
  static constexpr std::array<std::string_view, 5> kNouns{"session", "sitting", "meeting", "round",
                                                          "edition"};
  constexpr std::size_t kFigures = 3;  // no year
  if (noun < 2 || !is_one_of(c.lower(noun), kNouns) || c.doc.lower(noun - 2) != "the") return {};
  const std::string_view word = c.doc.lower(noun - 1);
  int value = 0;
  for (const char digit : word) {
    if (digit < '0' || digit > '9' || word.size() > kFigures) return {};
    value = 10 * value + (digit - '0');
  }
  const bool of = c.lower(noun + 1) == "of";
  return of && value > 1 ? Ordinal{value, {noun - 1, noun}} : Ordinal{};
}

namespace {

// "It was |the first session led by| Minister A", "It was the first session of the Council in Peru
// since the ninth": what was told of is counted, not named.
bool is_told_of(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 10;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::string_view subject = c.lower(s.begin);
  const std::string_view verb = c.lower(s.begin + 1);
  const bool told = (subject == "it" || subject == "this" || subject == "that") &&
                    (verb == "was" || verb == "is" || verb == "marked") &&
                    c.lower(s.begin + 2) == "the" && m.tokens.begin <= s.begin + 3;
  if (!told) return false;
  const std::string_view after = c.lower(m.trigger.end);
  if (after == "led" || after == "for" || after == "chaired" || after == "attended") return true;
  for (std::uint32_t t = m.trigger.end; t < std::min(m.trigger.end + kNear, s.end); ++t) {
    if (c.lower(t) == "since") return true;
  }
  return false;
}

// "the second |plenary session|", whosever it is: a part of a meeting.
bool is_sitting(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 8> kParts{
      "plenary", "working", "thematic", "business", "closed", "technical", "parallel", "breakout"};
  const std::uint32_t noun = m.trigger.end - 1;
  return !m.organ && m.organ_words.empty() && !m.organisation && c.lower(noun) == "session" &&
         noun > 0 && is_one_of(c.lower(noun - 1), kParts);
}

// "|The first event| was the 47th session of the College": one of those of which was told.
bool is_one_of_several(const Context& c, const Mention& m) {
  const bool bare = !m.organ && m.organ_words.empty() && !m.organisation && m.ordinal < 10;
  const std::string_view verb = c.lower(m.tokens.end);
  return bare && m.kind == "event" && m.tokens.end == m.trigger.end &&
         (verb == "was" || verb == "is");
}

// "|a second conversation| was between X and Y": beside others, of no row.
bool is_one_more(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 8> kTalks{"encounter",  "conversation", "exchange",
                                                          "talk",       "contact",      "chat",
                                                          "discussion", "tête-à-tête"};
  const std::uint32_t number = c.doc.token_at(m.ordinal_span.begin);
  if (number == c.sentence(number).begin) return false;
  const std::string_view article = c.lower(number - 1);
  return (article == "a" || article == "an") && is_one_of(c.lower(m.trigger.begin), kTalks);
}

// "|the first face-to-face| gathering", "the first visit of a minister |in ten years|": again after
// a while.
bool is_first_again(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 14;
  static constexpr std::array<std::string_view, 3> kManner{"face", "person", "physical"};
  static constexpr std::array<std::string_view, 5> kWhile{"years", "months", "decades", "decade",
                                                          "weeks"};
  if (m.ordinal != 1) return false;
  for (std::uint32_t t = c.doc.token_at(m.ordinal_span.end); t < m.trigger.begin; ++t) {
    if (is_one_of(c.doc.lower(t), kManner)) return true;
  }
  const std::uint32_t end = std::min(m.tokens.end + kReach, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.end; t + 2 < end && !c.doc.is_punctuation(t); ++t) {
    const std::string_view link = c.doc.lower(t);
    const bool span = is_one_of(c.doc.lower(t + 2), kWhile) ||
                      (t + 4 < end && is_one_of(c.doc.lower(t + 4), kWhile));
    if ((link == "in" || link == "for") && span) return true;
  }
  return false;
}

}  // namespace

bool only_counts(const Context& c, const Mention& m) {
  if (is_first_again(c, m)) return true;
  if (is_sitting(c, m) || is_one_more(c, m) || is_one_of_several(c, m)) return true;
  if (m.ordinal > 9 || c.doc.slice(m.ordinal_span).front() < 'A') return false;
  if (is_told_of(c, m)) return true;
  const std::string_view after = c.lower(m.tokens.end);
  if (after == "in") return !names_place(c, m.tokens.end + 1) && !names_month(c, m.tokens.end);
  if (after == "since" || after == "after" || after == "this" || after == "under") return true;
  // "the fifth meeting at this level this year"
  constexpr std::uint32_t kNear = 7;
  const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    if (c.doc.lower(t) == "this" && c.lower(t + 1) == "year") return is_between_few(m);
  }
  return false;
}

Ordinal number_in_front(const Context& c, TokenRange name) {
  constexpr std::uint32_t kLongest = 3;  // tokens of a number
  for (std::uint32_t length = kLongest; length >= 1; --length) {
    if (name.begin + length >= name.end) continue;
    const Ordinal o = ordinal_before(c.doc, name.begin + length, name.begin);
    if (o.value == 0 || o.tokens.begin != name.begin) continue;
    // "First Secretaries", "Third Committee", "First Ministers"
    const std::string_view noun = c.lower(o.tokens.end);
    const bool named = noun == "committee" || noun == "commission" || noun == "party" ||
                       noun == "deputy" || noun.starts_with("secretar") || noun == "vice" ||
                       noun == "lady" || noun == "ladies" || noun == "world" ||
                       (o.value == 1 && noun.starts_with("minister"));
    return named ? Ordinal{} : o;
  }
  return {};
}

void take_out_number(const Context& c, Mention& m) {
  if (m.organ_words.empty() || m.organ_span.begin >= m.organ_span.end) return;
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  const Ordinal o = number_in_front(c, {c.doc.token_at(m.organ_span.begin), end});
  if (o.value == 0 || (m.ordinal != 0 && m.ordinal != o.value)) return;
  m.ordinal = o.value;
  m.ordinal_span = c.doc.span(o.tokens);
  m.organ_span = c.doc.span({o.tokens.end, end});
  m.organ_words = c.words(m.organ_span);
}

Ordinal ordinal_of_name(const Context& c, std::uint32_t name) {
  const std::uint32_t begin = c.sentence(name).begin;
  const Ordinal ordinal = ordinal_before(c.doc, name, begin);
  if (ordinal.value > 0) return ordinal;
  constexpr std::uint32_t kLongest = 3;  // tokens of "extra-ordinary"
  for (std::uint32_t back = 1; back <= kLongest && name >= begin + back; ++back) {
    TokenRange words;
    if (c.cue(name - back, c.cues.adjective, &words) == nullptr || words.end != name) continue;
    name = words.begin;
    back = 0;
  }
  return ordinal_before(c.doc, name, begin);
}

}  // namespace rapporteur::meetings
