// Meetings of a row that are still to come, told by a level with its day, by a year alone or by
// what was left for them.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "link/row_elsewhere.h"
#include "link/succession_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

// "the election |of the ministers| will be held in Lima": of something else.
bool RowElsewhere::is_owned(std::uint32_t office) const {
  const std::uint32_t begin = c_.sentence(office).begin;
  const std::uint32_t front =
      office > begin && c_.doc.lower(office - 1) == "the" ? office - 1 : office;
  return front > begin && c_.doc.lower(front - 1) == "of";
}

bool RowElsewhere::names_somebody(TokenRange clause) const {
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return true;
  }
  return false;
}

// Its day is still to come when the report is written.
bool RowElsewhere::is_far_ahead(const Mention& m) const {
  constexpr time::DayNumber kFar = 7;
  if (m.time == kNobody) return false;
  const auto days = time::days_of(c_.times[m.time].edtf);
  const auto today = time::days_of(c_.report.published);
  return days && today && days->first > today->last + kFar;
}

// "On 3 June in Lima |the heads of state| will have the last word": those of a level, beside a
// place and a day to come.
std::optional<Mention> RowElsewhere::group_to_come(std::uint32_t t) const {
  constexpr std::uint32_t kLongest = 40;
  const names::Office* office = c_.cast.office_starting(t);
  if (office == nullptr || !office->plural || office->words.empty()) return std::nullopt;
  const names::Mention* who = c_.cast.covering(t);
  if (who != nullptr && (who->person != kNobody || !who->states.empty())) return std::nullopt;
  const TokenRange clause = clause_around(t);
  if (is_owned(t)) return std::nullopt;
  const bool body = c_.doc.sentences()[c_.doc.sentence_of(t)].role == text::LineRole::body;
  if (!body || clause.size() > kLongest || !is_untold(clause)) return std::nullopt;
  Mention m = told_by_row(c_, office->tokens, {});
  m.kind = "meeting";  // of a level of its own
  m.group = m.verbal = true;
  m.organ_words = office->text;
  m.organ_span = join(office->words.front(), office->words.back());
  if (names_somebody(clause)) return std::nullopt;
  if (!take_spot(m, clause) && !take_day_alone(m, clause)) return std::nullopt;
  return is_far_ahead(m) ? std::optional<Mention>(m) : std::nullopt;
}

// "Chiefs of staff meet in Bamako; |ministers next June|": no more than a level and its day.
bool RowElsewhere::take_day_alone(Mention& m, TokenRange clause) const {
  constexpr std::uint32_t kLongest = 8;
  if (clause.size() > kLongest || clause.begin == c_.sentence(clause.begin).begin) return false;
  for (const time::Expression& e : c_.times_in(clause)) {
    if (!time::is_date(e.kind) || e.edtf.empty() || e.tokens.begin < m.tokens.end) continue;
    m.time = c_.index_of(e);
    return true;
  }
  return false;
}

// "|Next year's| is to be in Lima", "this |year's|, on 14 October, is a jubilee".
std::optional<Mention> RowElsewhere::of_year(std::uint32_t owner) const {
  static constexpr std::array<std::string_view, 10> kBehind{"is",    "was",  "will", "has", "had",
                                                            "takes", "took", "in",   "on",  ","};
  const time::Expression* year = owner > 0 ? c_.date_at(owner - 1) : nullptr;
  constexpr std::size_t kDay = 10;  // letters of a day in EDTF
  if (year == nullptr || year->edtf.empty() || year->edtf.size() >= kDay) return std::nullopt;
  if (!is_one_of(c_.lower(owner + 1), kBehind)) return std::nullopt;
  const TokenRange s = c_.sentence(owner);
  std::uint32_t begin = year->tokens.begin;
  if (begin > s.begin && c_.doc.lower(begin - 1) == "and") --begin;
  const bool opens = begin == s.begin || c_.doc.is_punctuation(begin - 1);
  if (!opens || mentioned_[owner - 1]) return std::nullopt;
  Mention m = told_by_row(c_, {year->tokens.begin, owner + 1}, {});
  m.time = c_.index_of(*year);
  for (const time::Expression& e : c_.times_in({owner + 1, s.end})) {
    const bool finer = time::is_date(e.kind) && e.edtf.size() > year->edtf.size();
    if (!finer || !time::overlap(e.edtf, year->edtf)) continue;
    m.time = c_.index_of(e);
    break;
  }
  m.relation = relation_of_year(c_.times[m.time]);
  beside_.add_place(m, owner + 1);
  return m;
}

// A year or month that is not that of the report.
std::string_view RowElsewhere::relation_of_year(const time::Expression& e) const {
  const auto days = time::days_of(e.edtf);
  const auto today = time::days_of(c_.report.published);
  if (!days || !today) return {};
  if (days->first > today->last) return "next";
  return days->last < today->first ? "previous" : std::string_view();
}

// "Seven chapters were |left for| Quito in December": the next one, in that town.
std::optional<Mention> RowElsewhere::left_for(std::uint32_t left) const {
  static constexpr std::array<std::string_view, 4> kLinks{"for", "to", "until", "till"};
  const TokenRange clause = clause_around(left);
  const Tag* town = c_.tags.starting(left + 2);
  if (!is_one_of(c_.lower(left + 1), kLinks) || town == nullptr || town->label != Label::place ||
      town->id == npos)
    return std::nullopt;
  if (!is_untold(clause) || names_somebody(clause)) return std::nullopt;
  const std::uint32_t behind = town->tokens.end;
  const bool link = c_.lower(behind) == "in" || c_.lower(behind) == "on" || c_.lower(behind) == ",";
  const time::Expression* day = c_.date_at(link ? behind + 1 : behind);
  if (day == nullptr) return std::nullopt;
  Mention m = told_by_row(c_, {left, left + 2}, "next");
  m.place = {town->id, c_.doc.span(town->tokens)};
  m.time = c_.index_of(*day);
  return is_far_ahead(m) ? std::optional<Mention>(m) : std::nullopt;
}

}  // namespace rapporteur::meetings
