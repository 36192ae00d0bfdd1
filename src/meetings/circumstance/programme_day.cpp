#include "circumstance/programme_day.h"

#include <algorithm>

#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "rapporteur/text/layout.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// "Thursday: the Council meets in Geneva. EU-Canada summit in Ottawa.": the day that opens the
// paragraph or the item, if it is all that stands before the colon; or kNobody.
std::uint32_t day_of_diary(const Context& c, const Mention& m) {
  constexpr std::uint32_t kMostSentences = 40;
  const auto& sentences = c.doc.sentences();
  std::uint32_t first = m.sentence;
  while (first > 0 && m.sentence - first < kMostSentences &&
         sentences[first - 1].paragraph == sentences[m.sentence].paragraph) {
    --first;
  }
  const TokenRange s = sentences[first].tokens;
  std::uint32_t at = s.begin;
  while (at < s.end && c.doc.is_punctuation(at)) ++at;
  const time::Expression* day = c.date_at(at);
  if (day == nullptr) return kNobody;
  const std::string_view behind = c.lower(day->tokens.end);
  return day->tokens.begin == at && behind == ":" ? c.index_of(*day) : kNobody;
}

// "Tuesday, 13 February", "Thursday and Friday, 17-18 May": a line that is a day and nothing else.
const time::Expression* day_line(const Context& c, std::uint32_t sentence) {
  constexpr std::int64_t kLongWeek = 7;
  const text::Sentence& s = c.doc.sentences()[sentence];
  bool named = false;  // a month or a day of the week; "22.04.2024" stamps an item of news
  const time::Expression* day = nullptr;
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end;) {
    if (day != nullptr && text::opens_line(c.doc, t)) break;
    named = named || c.doc.is_capital(t);
    const time::Expression* e = c.time_at(t);
    if (e == nullptr) {
      if (!c.doc.is_punctuation(t) && c.lower(t) != "and") return nullptr;
      ++t;
      continue;
    }
    if (!time::is_date(e->kind)) return nullptr;
    if (!e->edtf.empty()) day = e;
    t = std::max(e->tokens.end, t + 1);
  }
  if (day == nullptr || !named || time::length(day->edtf) > kLongWeek) return nullptr;
  return s.role == text::LineRole::stamp && day->edtf == c.report.published ? nullptr : day;
}

// The day of the heading above, in a programme of more than one; or kNobody.
std::uint32_t day_of_heading(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFar = 40;  // sentences
  const auto count = static_cast<std::uint32_t>(c.doc.sentences().size());
  const std::uint32_t floor = m.sentence > kFar ? m.sentence - kFar : 0;
  std::uint32_t at = m.sentence;
  const time::Expression* day = nullptr;
  while (at > floor && day == nullptr) day = day_line(c, --at);
  if (day == nullptr) return kNobody;
  for (std::uint32_t s = at > kFar ? at - kFar : 0; s < std::min(at + kFar, count); ++s) {
    const time::Expression* other = s == at ? nullptr : day_line(c, s);
    if (other != nullptr && other->edtf != day->edtf) return c.index_of(*day);
  }
  return kNobody;
}

}  // namespace

std::uint32_t day_of_programme(const Context& c, const Mention& m) {
  const std::uint32_t day = day_of_diary(c, m);
  return day != kNobody ? day : day_of_heading(c, m);
}

}  // namespace rapporteur::meetings
