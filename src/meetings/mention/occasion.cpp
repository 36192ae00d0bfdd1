#include "mention/occasion.h"

#include <algorithm>

namespace rapporteur::meetings {

bool is_occasion(const Context& c, const Mention& setting) {
  constexpr std::uint32_t kNear = 6;
  if (setting.verbal) return false;
  const std::uint32_t begin = c.sentence(setting.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && setting.tokens.begin >= begin + back; ++back) {
    const lexicon::Cue* link = c.cue(setting.tokens.begin - back, c.cues.link);
    if (link != nullptr && link->value == "sidelines") return true;
  }
  return false;
}

namespace {

// "|In May|, on the sidelines of the Council, they met": a day tells when both were, a month too
// where it opens the sentence.
bool is_time_of_both(const Context& c, const Mention& m, const Mention& setting) {
  constexpr std::size_t kDay = 10;  // letters in EDTF
  if (setting.time == kNobody) return false;
  const time::Expression& day = c.times[setting.time];
  return day.edtf.size() == kDay ||
         (day.tokens.end <= setting.tokens.begin && day.tokens.end <= m.trigger.begin);
}

void share(const Context& c, const Mention& setting, Mention& m) {
  const bool several = m.people.size() >= 2 || (m.group && setting.tokens.end <= m.trigger.begin);
  const bool beside = m.verbal && several && m.sentence == setting.sentence;
  if (!beside || !is_occasion(c, setting)) return;
  if (m.time == kNobody && is_time_of_both(c, m, setting)) m.time = setting.time;
  if (m.place || m.country) return;
  m.place = setting.place;
  m.country = setting.country;
}

}  // namespace

void share_occasion(const Context& c, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    Mention& m = mentions[i];
    Mention& next = mentions[i + 1];
    if (next.tokens.begin >= m.trigger.end) share(c, next, m);
    if (m.tokens.end <= next.trigger.begin) share(c, m, next);
  }
}

}  // namespace rapporteur::meetings
