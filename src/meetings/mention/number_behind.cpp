// The number of a meeting that stands behind it: "held its annual session in Abuja, the 34th".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "link/succession_words.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// "the 34th|.|", "the seventh |in the series|", but "the third |this year|".
bool closes(const Context& c, std::uint32_t at, std::uint32_t limit) {
  if (at >= limit) return true;
  const std::string_view word = c.doc.lower(at);
  if (word == "in" || word == "of") {
    const std::string_view which = c.lower(at + 1);
    const std::string_view what = c.lower(at + 2);
    const bool row = what == "series" || what == "row" || what == "kind" || what == "sequence";
    return row && (which == "the" || which == "a" || which == "this" || which == "its");
  }
  return c.doc.is_punctuation(at) && word != "-" && word != "'" && word != "'s" && word != "/";
}

// "on Monday, |the 3rd|": a day.
bool may_be_day(const Context& c, std::uint32_t comma, const Ordinal& o) {
  constexpr int kDays = 31;
  if (c.time_at(o.tokens.begin) != nullptr) return true;
  const auto before = c.times_in({comma - 1, comma + 1});
  const bool figure = c.doc.slice(c.doc.span(o.tokens)).front() <= '9';
  return !before.empty() && figure && o.value <= kDays;
}

}  // namespace

void take_number_behind(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 18;
  static constexpr std::array<std::string_view, 3> kWhose{"the", "its", "their"};
  if (m.ordinal > 0 || m.kind == "visit" || m.kind == "call" || m.kind == "signing") return;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t limit = std::min(m.tokens.end + kReach, s.end);
  for (std::uint32_t t = m.tokens.end; t + 2 < limit; ++t) {
    const std::string_view mark = c.doc.lower(t);
    if (mark == ";" || c.cue(t, c.cues.head) != nullptr) return;
    if (mark != "," && mark != "–" && mark != "—" && mark != "(") continue;
    if (!is_one_of(c.doc.lower(t + 1), kWhose)) continue;
    const Ordinal o = number_at(c, t + 2, limit);
    if (o.value < 2) continue;
    if (!closes(c, o.tokens.end, s.end) || may_be_day(c, t, o)) return;
    m.ordinal = o.value;
    m.ordinal_span = c.doc.span(o.tokens);
    return;
  }
}

}  // namespace rapporteur::meetings
