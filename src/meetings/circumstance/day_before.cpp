#include "circumstance/day_before.h"

#include <algorithm>
#include <charconv>

#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

constexpr float kConfidence = 0.5F;

// So many days before what stands behind `words`.
struct Distance {
  TokenRange words;
  int days = 0;  // 0: none
};

// Where the words end that count back from what follows: "two days |ahead of|"; or `t`.
std::uint32_t behind_link(const Context& c, std::uint32_t t) {
  const std::string_view word = c.lower(t);
  if (word == "before") return t + 1;
  const std::string_view next = c.lower(t + 1);
  return (word == "ahead" && next == "of") || (word == "prior" && next == "to") ? t + 2 : t;
}

// "on the |eve of|", "the |day before|", "|two days before|": `t` at "eve", "day" or "days".
Distance distance_at(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kLongest = 3;  // tokens of a count
  const std::string_view word = c.lower(t);
  if (word == "eve" && c.lower(t + 1) == "of") return {{t, t + 2}, 1};
  const std::uint32_t end = behind_link(c, t + 1);
  if (end == t + 1) return {};
  if (word == "day") return {{t, end}, 1};
  const std::uint32_t begin = c.sentence(t).begin;
  for (std::uint32_t back = 1; word == "days" && back <= kLongest && t >= begin + back; ++back) {
    TokenRange counted;
    const lexicon::Cue* count = c.cue(t - back, c.cues.duration, &counted);
    if (count == nullptr || counted.end != t + 1) continue;
    Distance out{{t - back, end}, 0};
    std::from_chars(count->value.data(), count->value.data() + count->value.size(), out.days);
    return out;
  }
  return {};
}

Distance distance_in(const Context& c, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (const Distance found = distance_at(c, t); found.days > 0) return found;
  }
  return {};
}

// The draft that the words right behind name; or null.
const Draft* named_behind(const Drafts& drafts, std::uint32_t token) {
  for (const Draft& draft : drafts.drafts) {
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      const bool right = m.tokens.begin == token || m.tokens.begin == token + 1;
      if (right && !m.verbal) return &draft;
    }
  }
  return nullptr;
}

}  // namespace

void add_days_before(const Context& c, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    if (draft.meeting.when) continue;
    for (const std::uint32_t i : draft.mentions) {
      const Distance distance = distance_in(c, c.sentence(drafts.mentions[i].trigger.begin));
      const Draft* later = distance.days > 0 ? named_behind(drafts, distance.words.end) : nullptr;
      if (later == nullptr || later == &draft || !later->meeting.when) continue;
      const auto days = time::days_of(*later->meeting.when);
      constexpr time::DayNumber kFortnight = 14;  // what is longer is no day
      if (!days || days->last - days->first > kFortnight) continue;
      const time::DayNumber day = days->first - distance.days;
      draft.meeting.when.set(time::edtf_of({day, day}), {c.doc.span(distance.words)}, kConfidence,
                             "meetings/when-before");
      draft.meeting.when_basis = record::Basis::resolved;
      break;
    }
  }
}

}  // namespace rapporteur::meetings
