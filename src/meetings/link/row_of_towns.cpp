#include "link/row_of_towns.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "link/succession_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

bool is_town(const Tag* tag) {
  return tag != nullptr && tag->label == Label::place && tag->id != npos;
}

// "unlike |that of| Lima in 2014", "|those in| Lima in May".
bool is_told_by_pronoun(const Context& c, std::uint32_t town) {
  if (town < c.sentence(town).begin + 2) return false;
  const std::string_view link = c.doc.lower(town - 1);
  const std::string_view pronoun = c.doc.lower(town - 2);
  return (pronoun == "those" || pronoun == "that") &&
         (link == "of" || link == "in" || link == "at");
}

// The town stands for its meeting: "|Lima| in 2014 and ...", "before it came |Lima|", but "in
// |Lima| in 2014".
bool stands_for_meeting(const Context& c, std::uint32_t town) {
  static constexpr std::array<std::string_view, 6> kBefore{"came",      "were",     "was",
                                                           "following", "preceded", "by"};
  const TokenRange s = c.sentence(town);
  if (town == s.begin || c.doc.lower(town - 1) == ";") return true;
  const std::string_view before = c.doc.lower(town - 1);
  if (before == "both" || before == "neither") return town == s.begin + 1;
  return is_one_of(before, kBefore);
}

// "Lima in 2014", "Lima (May 2014)", "Lima, in May": the town at `t` with the day beside it.
std::optional<Mention> town_with_day(const Context& c, const std::vector<bool>& mentioned,
                                     std::uint32_t t) {
  static constexpr std::array<std::string_view, 4> kLinks{",", "(", "in", "on"};
  constexpr std::uint32_t kLinked = 2;
  const Tag* town = c.tags.starting(t);
  if (!is_town(town) || mentioned[t]) return std::nullopt;
  std::uint32_t at = town->tokens.end;
  for (std::uint32_t n = 0; n < kLinked && is_one_of(c.lower(at), kLinks); ++n) ++at;
  const time::Expression* day = c.date_at(at);
  if (day == nullptr || day->tokens.begin != at || day->edtf.empty()) return std::nullopt;
  const auto days = time::days_of(day->edtf);
  const auto today = time::days_of(c.report.published);
  if (!days || !today || time::overlap(day->edtf, c.report.published)) return std::nullopt;
  const bool over = days->last < today->first;
  Mention m = told_by_row(c, {t, day->tokens.end}, over ? "previous" : "next");
  m.trigger = town->tokens;
  m.time = c.index_of(*day);
  m.place = {town->id, c.doc.span(town->tokens)};
  return m;
}

// Where the next item begins behind `at`, over "and", "then that of"; or the end of the sentence.
std::uint32_t next_item(const Context& c, std::uint32_t at) {
  static constexpr std::array<std::string_view, 10> kJoints{
      ",", ")", "and", "then", "of", "by", "that", "finally", "followed", "later"};
  const std::uint32_t end = c.sentence(at).end;
  while (at < end && is_one_of(c.doc.lower(at), kJoints)) ++at;
  return at;
}

}  // namespace

std::vector<Mention> towns_in_row(const Context& c, const std::vector<bool>& mentioned,
                                  std::uint32_t t) {
  std::vector<Mention> out;
  if (!is_town(c.tags.starting(t))) return out;
  const bool pronoun = is_told_by_pronoun(c, t);
  if (!pronoun && !stands_for_meeting(c, t)) return out;
  for (std::uint32_t at = t; at < c.sentence(t).end;) {
    std::optional<Mention> item = town_with_day(c, mentioned, at);
    if (!item || item->in_headline) break;
    at = next_item(c, item->tokens.end);
    out.push_back(std::move(*item));
  }
  if (out.size() < (pronoun ? 1 : 2)) out.clear();
  return out;
}

}  // namespace rapporteur::meetings
