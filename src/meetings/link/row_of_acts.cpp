#include "link/row_of_acts.h"

#include <array>

#include "clause/word_list.h"
#include "link/succession_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "adopted", but no treaty is "signed" here: that is a signing.
bool is_act(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kActs{"adopted",  "agreed",    "decided",
                                                         "approved", "endorsed",  "entrusted",
                                                         "resolved", "undertaken"};
  return is_one_of(word, kActs);
}

// "the |Convention| adopted in Lima in 2010", "the |Joint Vision|, adopted in Lima": a paper with a
// name is known by its place, whoever met there.
bool is_of_treaty(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back; ++back) {
    const std::uint32_t t = verb - back;
    if (c.doc.is_capital(t) && t > begin) return true;
    if (c.doc.lower(t) == ";") return false;
  }
  return false;
}

// Two months to three years before the report.
bool is_of_last(const Context& c, const time::Expression& day) {
  constexpr std::int64_t kFar = 60;
  constexpr std::int64_t kOld = 1100;
  const auto days = time::days_of(day.edtf);
  const auto today = time::days_of(c.report.published);
  return days && today && days->last + kFar <= today->first && days->first + kOld >= today->first;
}

// "in |Lima|" at `at`, or null.
const Tag* town_at(const Context& c, std::uint32_t at) {
  if (c.lower(at) != "in" && c.lower(at) != "at") return nullptr;
  const Tag* tag = c.tags.starting(at + 1);
  return tag != nullptr && tag->label == Label::place && tag->id != npos ? tag : nullptr;
}

// The day that begins at `at`, over a comma and "in" or "on"; or null.
const time::Expression* day_at(const Context& c, std::uint32_t at) {
  if (c.lower(at) == ",") ++at;
  if (c.lower(at) == "in" || c.lower(at) == "on") ++at;
  const time::Expression* day = c.date_at(at);
  return day != nullptr && day->tokens.begin == at ? day : nullptr;
}

}  // namespace

std::optional<Mention> meeting_of_act(const Context& c, std::uint32_t t) {
  if (!is_act(c.doc.lower(t))) return std::nullopt;
  const Tag* town = town_at(c, t + 1);
  const time::Expression* day = day_at(c, town != nullptr ? town->tokens.end : t + 1);
  if (day == nullptr) return std::nullopt;
  if (town == nullptr) town = town_at(c, day->tokens.end);
  if (town == nullptr || !is_of_last(c, *day) || is_of_treaty(c, t)) return std::nullopt;
  Mention m = told_by_row(c, {t, t + 1}, "previous");
  if (m.in_headline) return std::nullopt;
  m.time = c.index_of(*day);
  m.place = {town->id, c.doc.span(town->tokens)};
  return m;
}

}  // namespace rapporteur::meetings
