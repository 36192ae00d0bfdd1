#include "link/row_since.h"

#include <algorithm>

#include "circumstance/whereabouts.h"
#include "link/succession_words.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far before "since" its "first" stands, in tokens.
constexpr std::uint32_t kNear = 14;

bool is_visit(std::string_view word) { return word == "visit" || word == "trip"; }

// Meetings of a row: no visits, no calls.
bool may_be_of_row(const Mention& m) {
  return m.kind != "visit" && m.kind != "call" && m.kind != "reception" && m.kind != "signing";
}

}  // namespace

std::optional<Mention> RowSince::at(std::uint32_t t) const {
  if (c_.doc.lower(t) != "since") return std::nullopt;
  const Tag* town = c_.tags.starting(town_behind(t));
  const time::Expression* day = c_.time_at(t);
  const bool last = day != nullptr && is_day_of_last(c_, *day);
  if (last && is_told_behind(*day)) return std::nullopt;
  const bool row = is_told_near(t) && (says_first(t) || (last && !is_of_visit(t)));
  if (!row && !is_dated_town(town)) return std::nullopt;
  Mention m = told_by_row(c_, {t, t + 1}, "previous");
  if (last) {
    m.time = c_.index_of(*day);
    if (tells_of_last(day->tokens.end)) beside_.add_place(m, day->tokens.end);
  } else if (town != nullptr && town->label == Label::place) {
    m.place = {town->id, c_.doc.span(town->tokens)};
    beside_.add_time(m);
  }
  if (m.time == kNobody) return std::nullopt;
  return m;
}

// "since 2014, when |the sides met|": its own words tell of it.
bool RowSince::is_told_behind(const time::Expression& day) const {
  if (!is_day_of_when_clause(c_, day)) return false;
  const TokenRange s = c_.sentence(day.tokens.begin);
  return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
    return m.trigger.begin >= day.tokens.end && m.trigger.begin < s.end &&
           !says_first(day.tokens.begin);
  });
}

// "since |Lima|", "since the one in |Lima|", "since that in the port city of |Lima|"
std::uint32_t RowSince::town_behind(std::uint32_t since) const {
  std::uint32_t at = since + 1;
  if (c_.lower(at) == "the" && c_.lower(at + 1) == "one") ++at;
  const bool one = c_.lower(at) == "one" || c_.lower(at) == "that";
  const std::string_view link = c_.lower(at + 1);
  if (!one || (link != "in" && link != "at" && link != "of")) return since + 1;
  return town_named_behind(c_, c_.lower(at + 2) == "the" ? at + 3 : at + 2);
}

// "the first since 2014|, when| the sides met in Accra", "the first since 2014 |in| Accra", but
// "the first since 2014|, took place| in Accra".
bool RowSince::tells_of_last(std::uint32_t at) const {
  const std::string_view word = c_.lower(c_.lower(at) == "," ? at + 1 : at);
  return word == "when" || word == "in" || word == "at" || word == "(";
}

// "since |Lima, in May|", "since |Lima (May 2014)|": a town by which its meeting is called.
bool RowSince::is_dated_town(const Tag* town) const {
  if (town == nullptr || town->label != Label::place || town->id == npos) return false;
  std::uint32_t at = town->tokens.end;
  if (c_.lower(at) == "," || c_.lower(at) == "(") ++at;
  if (c_.lower(at) == "in" || c_.lower(at) == "on") ++at;
  const time::Expression* day = c_.date_at(at);
  return at > town->tokens.end && day != nullptr && day->tokens.begin == at;
}

// "its first |visit| to Peru since"
bool RowSince::is_of_visit(std::uint32_t since) const {
  const std::uint32_t begin = c_.sentence(since).begin;
  for (std::uint32_t back = 1; back <= kNear && since >= begin + back; ++back) {
    if (is_visit(c_.doc.lower(since - back))) return true;
  }
  return false;
}

// "the |first| since"
bool RowSince::says_first(std::uint32_t since) const {
  const std::uint32_t begin = c_.sentence(since).begin;
  for (std::uint32_t back = 1; back <= kNear && since >= begin + back; ++back) {
    const std::string_view word = c_.doc.lower(since - back);
    if (word == ";" || is_visit(word)) return false;
    if (word == "first" || word == "only") return true;
  }
  return false;
}

// In a sentence that tells of a session or talks or right behind one.
bool RowSince::is_told_near(std::uint32_t since) const {
  const std::uint32_t sentence = c_.doc.sentence_of(since);
  return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
    const bool near = m.sentence == sentence || m.sentence + 1 == sentence;
    return near && may_be_of_row(m);
  });
}

}  // namespace rapporteur::meetings
