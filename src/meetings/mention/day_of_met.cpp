#include "mention/day_of_met.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// The last day between the start of the sentence and the verb; or kNobody.
std::uint32_t day_in_front(const Context& c, std::uint32_t verb) {
  std::uint32_t out = kNobody;
  for (const time::Expression& e : c.times_in({c.sentence(verb).begin, verb})) {
    if (time::is_date(e.kind) && !e.edtf.empty() && !c.in_dateline(e)) out = c.index_of(e);
  }
  return out;
}

// Somebody is named there, or his office with his state.
bool is_somebody(const names::Mention* who) {
  return who != nullptr && (who->person != kNobody || !who->states.empty());
}

// The first behind the verb of `m` for whom `is_it` holds, or null.
template <typename Test>
const names::Mention* behind_verb(const Context& c, const Mention& m, Test is_it) {
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (is_somebody(who) && is_it(*who)) return who;
  }
  return nullptr;
}

// "sees A, |on Tuesday| B", "and, |on Tuesday|, B": the day right before the mention, where a joint
// stands before it; or null.
const time::Expression* day_right_before(const Context& c, const names::Mention& who) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t begin = c.sentence(who.tokens.begin).begin;
  std::uint32_t end = who.tokens.begin;
  while (end > begin && (c.doc.lower(end - 1) == "the" || c.doc.lower(end - 1) == "," ||
                         c.doc.lower(end - 1) == "with")) {
    --end;
  }
  for (std::uint32_t t = end; t > begin + 1 && end - t < kLongest; --t) {
    const time::Expression* day = c.date_at(t - 1);
    if (day == nullptr || day->tokens.end != end || day->edtf.empty()) continue;
    const std::uint32_t on = c.doc.lower(t - 2) == "on" ? t - 2 : t - 1;
    const std::string_view joint = on > begin ? c.doc.lower(on - 1) : std::string_view();
    return joint == "," || joint == ";" || joint == "and" ? day : nullptr;
  }
  return nullptr;
}

// "On Monday he sees A, |on Tuesday| B": somebody but the first has his day in front.
bool have_days_in_front(const Context& c, const Mention& m, const names::Mention& first) {
  for (std::uint32_t t = first.tokens.end; t < m.tokens.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (is_somebody(who) && day_right_before(c, *who) != nullptr) return true;
  }
  return false;
}

// The day of those who stand from `begin` to `last`, as the sentence sets its days.
std::uint32_t own_day(const Context& c, const Mention& m, const names::Mention& begin,
                      const names::Mention& last) {
  const names::Mention* first = behind_verb(c, m, [](const names::Mention&) { return true; });
  const time::Expression* behind = day_right_behind(c, last.tokens.end);
  const bool front = first != nullptr && have_days_in_front(c, m, *first);
  if (!front) return behind != nullptr ? c.index_of(*behind) : m.time;
  const time::Expression* day = day_right_before(c, begin);
  if (day != nullptr) return c.index_of(*day);
  if (&begin != first) return m.time;
  const std::uint32_t of_verb = day_in_front(c, m.trigger.begin);
  if (of_verb != kNobody) return of_verb;
  return behind != nullptr ? c.index_of(*behind) : m.time;
}

}  // namespace

std::uint32_t day_of_met(const Context& c, const Mention& m,
                         const std::vector<std::uint32_t>& met) {
  const auto mention_of = [&](std::uint32_t person) {
    return behind_verb(c, m, [&](const names::Mention& who) { return who.person == person; });
  };
  const names::Mention* first = mention_of(met.front());
  const names::Mention* last = mention_of(met.back());
  return first != nullptr && last != nullptr ? own_day(c, m, *first, *last) : m.time;
}

std::uint32_t day_of_unnamed(const Context& c, const Mention& m, const Named& state) {
  const names::Mention* who = behind_verb(c, m, [&](const names::Mention& mention) {
    return mention.person == kNobody && mention.states.front().id == state.id;
  });
  return who != nullptr ? own_day(c, m, *who, *who) : m.time;
}

std::uint32_t before_adverb(const Context& c, std::uint32_t end) {
  static constexpr std::array<std::string_view, 4> kThen{"then", "later", "afterwards", "finally"};
  static constexpr std::array<std::string_view, 4> kParts{"morning", "afternoon", "evening",
                                                          "night"};
  const std::string_view word = c.lower(end - 1);
  if (is_one_of(word, kThen)) return end - 1;
  const time::Expression* day = c.time_at(end - 1);
  std::uint32_t at = end;
  if (day != nullptr && day->tokens.end == end) {
    at = day->tokens.begin;
  } else if (is_one_of(word, kParts) && c.lower(end - 2) == "the") {
    at = end - 2;
  }
  const bool link = at < end && (c.lower(at - 1) == "on" || c.lower(at - 1) == "in");
  return link ? at - 1 : at;
}

bool are_met_in_turn(const Context& c, const Mention& m) {
  if (m.objects.size() < 2) return false;
  bool named = false;
  bool dated = false;
  for (std::uint32_t t = m.trigger.end; t < m.tokens.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    // "A on Monday and B |a day later|"
    const bool day = is_somebody(who) && day_right_behind(c, who->tokens.end) != nullptr;
    if (day && dated) return true;
    dated = dated || day;
    const bool starts = c.doc.lower(t) == "with" || is_somebody(who);
    if (starts && named) {
      const std::uint32_t at = before_adverb(c, t);
      const std::string_view joint = at < t ? c.lower(at - 1) : std::string_view();
      if (joint == "," || joint == "and" || joint == ";") return true;
    }
    named = named || is_somebody(who);
  }
  return false;
}

bool is_day_of_next_clause(const Context& c, const Mention& m, const time::Expression& day) {
  if (!m.verbal) return false;
  for (std::uint32_t t = m.trigger.end; t + 1 < day.tokens.begin; ++t) {
    if (c.doc.lower(t) != "and") continue;
    if (c.cue(t + 1, c.cues.future) == nullptr && c.cue(t + 1, c.cues.verb) == nullptr) continue;
    if (c.time_at(t + 1) == nullptr) return true;
  }
  return false;
}

bool is_owner_of_noun(const Context& c, const Mention& m, const time::Expression& e) {
  const std::string_view mark = c.lower(e.tokens.end);
  if (mark != "'s" && mark != "’s") return false;
  const std::uint32_t noun = e.tokens.end + 1;
  return noun != m.trigger.begin && noun < c.doc.size() && c.cue(noun, c.cues.head) != nullptr;
}

}  // namespace rapporteur::meetings
