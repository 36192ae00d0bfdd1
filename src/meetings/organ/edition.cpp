#include "organ/edition.h"

#include <algorithm>
#include <string_view>

#include "mention/mention_parts.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

using catalogue::BodyKind;
using catalogue::MeetingKind;
using text::Shape;

constexpr int kHighest = 250;  // no row is older; above stand years and quantities

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Two capitals and more, and at most one small letter among them: "COP", "CoP", "UNCTAD".
bool is_acronym(std::string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  return capitals >= 2 && word.size() <= 8 && capitals + 1 >= static_cast<long>(word.size());
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c) || value > kHighest) return 0;
    value = 10 * value + (c - '0');
  }
  return value <= kHighest ? value : 0;
}

// "VI", and the single "V" that is no word behind an acronym.
int roman_at(const text::Document& doc, std::uint32_t token) {
  const std::string_view word = doc.word(token);
  if (word == "I") return 1;
  if (word == "V") return 5;
  if (word == "X") return 10;
  return doc.shape(token) == Shape::upper ? ordinal_before(doc, token + 1, token).value : 0;
}

std::string upper_of(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// Rows, of which each meeting has a number; an organisation has none.
bool is_row(const catalogue::Body& body) {
  return body.kind != BodyKind::organisation && body.meeting != MeetingKind::unknown;
}

}  // namespace

Editions::Editions(const Context& context) : c_(context) {
  for (const tagger::Tag& tag : c_.tags.all()) {
    if (tag.label == tagger::Label::body && tag.id != npos) ++named_[tag.id];
  }
}

// "FFMM24" in a report of 2024.
bool Editions::is_year(int value) const {
  const std::string& day = c_.report.published;
  return day.size() >= 4 && is_digit(day[2]) && is_digit(day[3]) &&
         value == 10 * (day[2] - '0') + (day[3] - '0');
}

Editions::Name Editions::name_at(std::uint32_t t) const {
  if (t >= c_.doc.size() || !c_.doc.is_capital(t)) return {};
  const std::string_view word = c_.doc.word(t);
  const std::uint32_t end = c_.sentence(t).end;
  const auto digits =
      static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
  const tagger::Tag* tag = c_.tags.covering(t);
  const ByteSpan span = c_.doc.span({t, t + 1});
  // "NB8" is a name by itself
  if (digits < word.size() && tag != nullptr && tag->id != npos) return {};
  if (digits < word.size()) {  // "COP16"
    const int value = is_acronym(word.substr(0, digits)) ? number_of(word.substr(digits)) : 0;
    if (value == 0 || is_year(value)) return {};
    const auto begin = static_cast<std::uint32_t>(span.begin + digits);
    return {{t, t + 1}, upper_of(word.substr(0, digits)), value, {begin, span.end}};
  }
  if (!is_acronym(word)) return {};
  const std::uint32_t at = c_.lower(t + 1) == "-" ? t + 2 : t + 1;  // "MC-13"
  if (at >= end) return {};
  const int value =
      c_.doc.shape(at) == Shape::number ? number_of(c_.doc.word(at)) : roman_at(c_.doc, at);
  if (value == 0) return {};
  return {{t, at + 1}, upper_of(word), value, c_.doc.span({at, at + 1})};
}

Editions::Name Editions::name_ending(std::uint32_t end) const {
  for (std::uint32_t back = 1; back <= 3 && end >= back; ++back) {
    Name name = name_at(end - back);
    if (name.tokens.end == end && !name.tokens.empty()) return name;
  }
  return {};
}

Editions::Name Editions::name_in_bracket(const Mention& m) const {
  const std::uint32_t end = std::min(m.tokens.end + 2, c_.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    if (c_.doc.lower(t) != "(") continue;
    Name name = name_at(t + 1);
    if (!name.tokens.empty() && c_.lower(name.tokens.end) == ")") return name;
  }
  return {};
}

// What follows is a verb, a preposition or the end of the clause.
bool Editions::stands_alone(const Name& name) const {
  const std::uint32_t next = name.tokens.end;
  if (name.tokens.begin > 0 && c_.doc.lower(name.tokens.begin - 1) == "(") return false;
  if (next >= c_.sentence(name.tokens.begin).end) return true;
  const std::string_view word = c_.doc.lower(next);
  if (c_.doc.is_punctuation(next)) return word != "-" && word != "/" && word != "%" && word != "'s";
  static constexpr std::string_view kBehind[] = {
      "in",  "at", "on",  "and",   "or",   "to",   "from", "which", "as",   "by",
      "for", "of", "was", "where", "that", "with", "held", "under", "next", "this"};
  if (std::find(std::begin(kBehind), std::end(kBehind), word) != std::end(kBehind)) return true;
  return word.ends_with("ed") || c_.time_at(next) != nullptr ||
         c_.cue(next, c_.cues.past) != nullptr || c_.cue(next, c_.cues.future) != nullptr ||
         c_.cue(next, c_.cues.planned) != nullptr || c_.cue(next, c_.cues.past_verb) != nullptr ||
         c_.cue(next, c_.cues.light_verb) != nullptr || c_.cue(next, c_.cues.status) != nullptr;
}

// How often the report names the row or what it belongs to.
int Editions::times_named(catalogue::Index row) const {
  const auto times = [&](catalogue::Index body) {
    const auto found = named_.find(body);
    return found == named_.end() ? 0 : found->second;
  };
  const catalogue::Index whole = c_.catalogue.bodies()[row].parent;
  return times(row) + (whole == npos ? 0 : times(whole));
}

// The row of the catalogue with that acronym; of several (each convention has its COP) the one
// that the report names; npos if it names none.
catalogue::Index Editions::row_named(const std::string& acronym) const {
  std::vector<catalogue::Index> rows;
  for (const catalogue::Index body : c_.catalogue.find_bodies_named(acronym)) {
    if (is_row(c_.catalogue.bodies()[body])) rows.push_back(body);
  }
  if (rows.size() == 1) return rows.front();
  catalogue::Index best = npos;
  int most = 0;
  for (const catalogue::Index row : rows) {
    const int times = times_named(row);
    if (times <= most) continue;
    best = row;
    most = times;
  }
  return best;
}

// Gives `m` the row of `name`. False: no row is known by that acronym.
bool Editions::set_row(const Name& name, Mention& m) const {
  const ByteSpan words = c_.doc.span(name.tokens);
  if (const auto told = explained_.find(name.acronym); told != explained_.end()) {
    const Mention& full = told->second;
    if (!m.organisation) m.organisation = full.organisation;
    if (!m.organ) m.organ = full.organ;
    if (m.organ_words.empty()) {
      m.organ_words = full.organ_words;
      m.organ_span = full.organ_span;
    }
    return true;
  }
  if (const catalogue::Index row = row_named(name.acronym); row != npos) {
    if (!m.organ) m.organ = {row, words};
    return true;
  }
  const auto same = c_.catalogue.find_bodies_named(name.acronym);
  const bool of_rows = std::any_of(same.begin(), same.end(), [&](catalogue::Index body) {
    return is_row(c_.catalogue.bodies()[body]);
  });
  if (of_rows && m.organ_words.empty()) {
    m.organ_span = words;
    m.organ_words = name.acronym;
  }
  return of_rows;
}

std::optional<Mention> Editions::at(std::uint32_t t) const {
  const Name name = name_at(t);
  if (name.tokens.empty() || !stands_alone(name)) return std::nullopt;
  Mention m;
  if (!set_row(name, m)) return std::nullopt;
  m.tokens = name.tokens;
  m.trigger = name.tokens;
  m.sentence = c_.doc.sentence_of(t);
  m.in_headline = c_.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.kind = "conference";
  const auto told = explained_.find(name.acronym);
  if (told != explained_.end()) m.kind = told->second.kind;
  m.ordinal = name.number;
  m.ordinal_span = name.digits;
  return m;
}

void Editions::complete(Mention& m) {
  const Name before = name_ending(m.trigger.begin);
  if (!before.tokens.empty() && m.ordinal == 0 && set_row(before, m)) {
    m.ordinal = before.number;
    m.ordinal_span = before.digits;
    m.tokens.begin = std::min(m.tokens.begin, before.tokens.begin);
  }
  const Name behind = name_in_bracket(m);
  if (behind.tokens.empty() || (m.ordinal != 0 && m.ordinal != behind.number)) return;
  const bool named = m.organisation || m.organ || !m.organ_words.empty();
  if (!named && !set_row(behind, m)) return;
  if (m.ordinal == 0) {
    m.ordinal = behind.number;
    m.ordinal_span = behind.digits;
  }
  explained_.try_emplace(behind.acronym, m);
}

}  // namespace rapporteur::meetings
