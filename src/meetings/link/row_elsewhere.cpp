#include "link/row_elsewhere.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "link/succession_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

bool is_place(const Tag* tag) {
  return tag != nullptr && tag->label == Label::place && tag->id != npos;
}

// "Niamey|,|", "Niamey |and|", but "the Niamey |accord|", "Niamey|'s|".
bool ends_name(const Context& c, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kEnds{",", ".", ";", ":", "(", ")", "and", "in"};
  return at >= c.doc.size() || is_one_of(c.doc.lower(at), kEnds) || c.time_at(at) != nullptr;
}

}  // namespace

RowElsewhere::RowElsewhere(const Context& context, const SuccessionFacts& beside,
                           const std::vector<bool>& mentioned)
    : c_(context),
      beside_(beside),
      mentioned_(mentioned),
      turn_(context.lexicon.cue_class("turn")) {}

std::optional<Mention> RowElsewhere::at(std::uint32_t t) const {
  const std::string_view word = c_.doc.lower(t);
  if (word == "after") {
    std::optional<Mention> m = after_town(t);
    return m ? m : after_edition(t);
  }
  const bool stay = word == "were" || (word == "will" && c_.lower(t + 1) == "be");
  if (word == "had" || stay || body_met(t)) return group_there(t);
  if (word == "left" || word == "remain" || word == "remains") return left_for(t);
  if (word == "'s" || word == "’s") return of_year(t);
  if (std::optional<Mention> m = group_to_come(t); m) return m;
  return one_before(t);
}

// "|It met| in Lima a year ago": the body of which was told.
bool RowElsewhere::body_met(std::uint32_t t) const {
  static constexpr std::array<std::string_view, 6> kMet{"met",      "sat",       "convened",
                                                        "gathered", "assembled", "congregated"};
  return t > c_.sentence(t).begin && c_.doc.lower(t - 1) == "it" &&
         is_one_of(c_.doc.lower(t), kMet);
}

// "|three years| after", "|a year| after", "and |two| after" behind years.
bool RowElsewhere::is_some_time_before(std::uint32_t after) const {
  static constexpr std::array<std::string_view, 6> kUnits{"year",   "years", "month",
                                                          "months", "week",  "weeks"};
  const std::uint32_t begin = c_.sentence(after).begin;
  if (after < begin + 2) return false;
  if (is_one_of(c_.doc.lower(after - 1), kUnits)) return true;
  if (c_.cue(after - 1, c_.cues.count) == nullptr) return false;
  for (std::uint32_t t = begin; t + 1 < after; ++t) {
    if (is_one_of(c_.doc.lower(t), kUnits) && c_.lower(t + 1) == "after") return true;
  }
  return false;
}

// "a year |after| Niamey": the one before, in that town.
std::optional<Mention> RowElsewhere::after_town(std::uint32_t after) const {
  const Tag* town = c_.tags.starting(after + 1);
  if (!is_place(town) || !ends_name(c_, town->tokens.end) || !is_some_time_before(after)) {
    return std::nullopt;
  }
  Mention m = told_by_row(c_, {after, town->tokens.end}, "previous");
  m.place = {town->id, c_.doc.span(town->tokens)};
  const std::uint32_t at = town->tokens.end;
  const bool bracket = c_.lower(at) == "(" || c_.lower(at) == "in" || c_.lower(at) == ",";
  const time::Expression* day = c_.date_at(bracket ? at + 1 : at);
  if (day != nullptr) m.time = c_.index_of(*day);
  return m;
}

// "eight years |after| the first".
std::optional<Mention> RowElsewhere::after_edition(std::uint32_t after) const {
  const TokenRange s = c_.sentence(after);
  const std::uint32_t at = after + 2;
  if (c_.lower(after + 1) != "the" || at >= s.end || !is_some_time_before(after)) {
    return std::nullopt;
  }
  const std::string_view word = c_.doc.lower(at);
  const Ordinal number = number_at(c_, at, s.end);
  const bool last = word == "last" || word == "previous";
  const std::uint32_t end = number.value > 0 ? number.tokens.end : at + 1;
  if ((number.value == 0 && !last) || !ends_name(c_, c_.lower(end) == "one" ? end + 1 : end)) {
    return std::nullopt;
  }
  Mention m = told_by_row(c_, {after, end}, "previous");
  m.ordinal = number.value;
  if (m.ordinal > 0) m.ordinal_span = c_.doc.span(number.tokens);
  beside_.add_place(m, end);
  return m;
}

// "the |round before| was in Lima", "its |predecessor| in Lima", "a |follow-up| is due in Lima".
std::optional<Mention> RowElsewhere::one_before(std::uint32_t t) const {
  const TokenRange s = c_.sentence(t);
  if (t == s.begin || !is_determiner_of_row(c_.doc.lower(t - 1))) return std::nullopt;
  const std::string_view word = c_.doc.lower(t);
  const bool sequel = word == "follow" && c_.lower(t + 1) == "-" && c_.lower(t + 2) == "up";
  const bool follows = word == "successor" || sequel;
  const bool kin = word == "predecessor" || follows;
  const bool noun = c_.cue(t, c_.cues.edition) != nullptr && c_.lower(t + 1) == "before";
  if (!kin && !noun) return std::nullopt;
  const std::uint32_t end = sequel ? t + 3 : kin ? t + 1 : t + 2;
  if (!ends_phrase(c_, end, s.end)) return std::nullopt;
  Mention m = told_by_row(c_, {t, end}, follows ? "next" : "previous");
  beside_.add_time(m);
  beside_.add_place(m, end);
  if (m.time == kNobody && !m.place && !m.country) return std::nullopt;
  return m;
}

TokenRange RowElsewhere::clause_around(std::uint32_t t) const {
  const TokenRange s = c_.sentence(t);
  // "had been in Lima in May |and will| be in Quito in June"
  const auto turns = [&](std::uint32_t at) {
    return c_.doc.lower(at) == ";" || c_.doc.lower(at) == ":" ||
           (c_.doc.lower(at) == "and" && c_.cue(at + 1, c_.cues.future) != nullptr);
  };
  TokenRange out{t, t + 1};
  while (out.begin > s.begin && !turns(out.begin - 1)) --out.begin;
  while (out.end < s.end && !turns(out.end)) ++out.end;
  return out;
}

bool RowElsewhere::is_untold(TokenRange clause) const {
  // "they had spoken |on the margins of the summit in Lima|": what is told there is another's
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const lexicon::Cue* link = c_.cue(t, c_.cues.link);
    if (link != nullptr && link->value == "sidelines") clause.end = t;
  }
  return std::none_of(mentioned_.begin() + clause.begin, mentioned_.begin() + clause.end,
                      [](bool told) { return told; });
}

// "it met |for the nineteenth time|"
void RowElsewhere::take_times(Mention& m) const {
  const std::uint32_t at = m.trigger.end;
  if (c_.lower(at) != "for" || c_.lower(at + 1) != "the") return;
  const Ordinal number = number_at(c_, at + 2, c_.sentence(m.trigger.begin).end);
  if (number.value == 0 || c_.lower(number.tokens.end) != "time") return;
  m.ordinal = number.value;
  m.ordinal_span = c_.doc.span(number.tokens);
}

// "|they| had", "|the ministers| had", "|the Commission| had".
bool RowElsewhere::take_group(Mention& m) const {
  constexpr std::uint32_t kFar = 20;
  std::uint32_t end = m.trigger.begin;
  // "|They| had been in Lima and will be in Quito"
  const std::uint32_t begin = c_.sentence(end).begin;
  if (end > begin && c_.doc.lower(end - 1) == "and") {
    const std::uint32_t floor = end > begin + kFar ? end - kFar : begin;
    while (end > floor && c_.doc.lower(end) != "had" && c_.doc.lower(end) != "were") --end;
  }
  const names::Mention* who = c_.cast.ending(end);
  const bool body = body_met(m.trigger.begin);
  if (body) take_times(m);
  if (body || (who != nullptr && who->kind == names::MentionKind::collective)) {
    m.group = true;
    return true;
  }
  const names::Office* office = c_.cast.office_ending(end);
  if (office != nullptr && is_owned(office->tokens.begin)) return false;
  if (office != nullptr && office->plural && !office->words.empty()) {
    m.group = true;
    m.organ_words = office->text;
    m.organ_span = join(office->words.front(), office->words.back());
    return true;
  }
  if (end == 0 || !beside_.is_body_noun(end - 1)) return false;
  m.group = true;
  return beside_.own_body(m);
}

// "in Lima, in 2020", "in 2020 in Lima": the place with its day right beside it.
bool RowElsewhere::take_spot(Mention& m, TokenRange clause) const {
  for (std::uint32_t t = clause.begin + 1; t < clause.end; ++t) {
    const Tag* town = c_.tags.starting(t);
    const std::string_view link = c_.doc.lower(t - 1);
    if (!is_place(town) || (link != "in" && link != "at")) continue;
    std::uint32_t behind = town->tokens.end;
    const Tag* state = c_.lower(behind) == "," ? c_.tags.starting(behind + 1) : nullptr;
    if (state != nullptr && state->label == Label::state) behind = state->tokens.end;
    while (behind < clause.end && (c_.doc.lower(behind) == "," || c_.doc.lower(behind) == "in" ||
                                   c_.doc.lower(behind) == "on")) {
      ++behind;
    }
    const time::Expression* day = c_.date_at(behind);
    std::uint32_t before = t - 1;
    if (before > clause.begin && c_.doc.lower(before - 1) == ",") --before;
    if (day == nullptr && before > clause.begin) day = c_.date_at(before - 1);
    if (day == nullptr) continue;
    m.place = {town->id, c_.doc.span(town->tokens)};
    m.time = c_.index_of(*day);
    return true;
  }
  return false;
}

// "In March they had |been in Lima|", "had |agreed in Lima|", "they were |in Lima| in March": the
// only day of the clause, and the town right behind.
bool RowElsewhere::take_stay(Mention& m, TokenRange clause) const {
  static constexpr std::array<std::string_view, 14> kDone{
      "been",     "be",     "agreed", "decided", "talked", "conferred",  "debated",
      "promised", "parted", "spoken", "begun",   "asked",  "quarrelled", "quarreled"};
  std::uint32_t at = m.trigger.end;
  const bool done = is_one_of(c_.lower(at), kDone);
  if (done) ++at;
  if (!done && c_.lower(m.trigger.begin) != "were") return false;
  const Tag* town = c_.tags.starting(at + 1);
  const std::string_view link = c_.lower(at);
  if (!is_place(town) || (link != "in" && link != "at")) return false;
  for (const time::Expression& e : c_.times_in(clause)) {
    if (!time::is_date(e.kind) || e.edtf.empty()) continue;
    if (m.time != kNobody) return false;
    m.time = c_.index_of(e);
  }
  m.place = {town->id, c_.doc.span(town->tokens)};
  return m.time != kNobody;
}

// "In Lima in 2020 they |had| asked for a study": they met there, on another day than the one told
// of (see Completion::tell_other_time).
std::optional<Mention> RowElsewhere::group_there(std::uint32_t had) const {
  const TokenRange clause = clause_around(had);
  Mention m = told_by_row(c_, {had, had + 1}, {});
  m.verbal = true;
  if (m.in_headline || !is_untold(clause) || !take_group(m)) return std::nullopt;
  const bool past = c_.doc.lower(had) == "had" || body_met(had);
  const bool there = take_stay(m, clause) || (past && take_spot(m, clause));
  return there ? std::optional<Mention>(m) : std::nullopt;
}

// The same town on another day.
Mention RowElsewhere::again(const Mention& m, const time::Expression& day) const {
  Mention out = told_by_row(c_, day.tokens, {});
  out.place = m.place;
  out.country = m.country;
  return out;
}

// "|Johannesburg| was the scene in 2015, |Beijing| in 2018": the towns or states of the clause,
// each with the day behind it or, if there is but one town, wherever it stands; empty where one has
// none, or somebody is named beside them.
std::vector<Mention> RowElsewhere::hosts_in(TokenRange clause, TokenRange words) const {
  std::vector<Mention> out;
  const time::Expression* free = nullptr;  // a day that stands before all towns
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    const time::Expression* day = c_.date_at(t);
    if (day != nullptr && day->tokens.begin == t && !day->edtf.empty()) {
      if (out.empty() && free != nullptr) return {};
      // "Accra was host in 2019 and will be again |in 2023|"
      if (!out.empty() && out.back().time != kNobody) out.push_back(again(out.back(), *day));
      if (out.empty())
        free = day;
      else
        out.back().time = c_.index_of(*day);
    }
    const Tag* tag = c_.tags.starting(t);
    if (tag == nullptr) continue;
    if (tag->label == Label::person || tag->label == Label::body) return {};
    const bool state = tag->label == Label::state;
    if (!is_place(tag) && !state) continue;
    const bool same = state && out.size() == 1 && !out.back().country && c_.lower(t - 1) == ",";
    if (!same) out.push_back(told_by_row(c_, out.empty() ? words : tag->tokens, {}));
    const Named host{tag->id, c_.doc.span(tag->tokens)};
    (state ? out.back().country : out.back().place) = host;
  }
  if (out.size() == 1 && out.front().time == kNobody && free != nullptr) {
    out.front().time = c_.index_of(*free);
    free = nullptr;
  }
  // "Cuba was the host in 1980, and |Havana| the venue then as well": one
  if (out.size() == 2 && out.front().country && !out.front().place && out.back().place &&
      out.back().time == kNobody) {
    out.front().place = out.back().place;
    out.pop_back();
  }
  // "Dakar follows in 2022, after which it will go to |Benin|", but "|Chile| follows what Peru did"
  const bool undated = !out.empty() && out.front().time == kNobody &&
                       (out.size() == 1 || out[1].tokens.begin > words.begin);
  if (free != nullptr || undated) return {};
  std::erase_if(out, [](const Mention& m) { return m.time == kNobody; });
  return out;
}

// By its day, which is far enough from that of the report not to be the meeting that it is about.
std::string_view RowElsewhere::relation_by_day(const Mention& m) const {
  constexpr time::DayNumber kFar = 60;
  const auto days = time::days_of(c_.times[m.time].edtf);
  const auto today = time::days_of(c_.report.published);
  if (!days || !today) return {};
  if (days->first > today->last + kFar) return "next";
  return days->last + kFar < today->first ? "previous" : std::string_view();
}

// "In 2022 Accra will be |the venue|", "it will be Accra's |turn| in 2022", "Lima was |the scene|
// in 2015, Quito in 2018".
std::vector<Mention> RowElsewhere::turns_of_hosts(std::uint32_t noun) const {
  constexpr std::uint32_t kLongest = 32;
  TokenRange words;
  if (c_.cue(noun, turn_, &words) == nullptr) return {};
  const TokenRange clause = clause_around(noun);
  if (clause.size() > kLongest || !is_untold(clause)) return {};
  // "Lima |opened the series| in 2015, Quito |followed in| 2018": told at the first
  for (std::uint32_t t = clause.begin; t < noun; ++t) {
    if (c_.cue(t, turn_) != nullptr) return {};
  }
  std::vector<Mention> out = hosts_in(clause, words);
  for (Mention& m : out) {
    m.relation = relation_by_day(m);
    if (m.in_headline || m.relation.empty()) return {};
  }
  return out;
}

}  // namespace rapporteur::meetings
