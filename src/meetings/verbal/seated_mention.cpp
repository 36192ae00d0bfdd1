#include "verbal/seated_mention.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

std::optional<Mention> seated_mention(const Context& c, Clause& clause, Mention& m) {
  if (m.trigger.begin != c.sentence(m.trigger.begin).begin) return std::nullopt;
  Mention beside = m;
  place_beside(c, beside);
  const bool dated = (beside.place || beside.country) && time_beside(c, beside) != kNobody;
  if (!dated || !clause.subject_behind(m.trigger.end)) return std::nullopt;
  if (m.states.size() < 2 && !are_of_two_sides(c, m.people)) return std::nullopt;
  m.tokens = m.trigger;   // beside which place and day stand
  m.organ_words.clear();  // "the foreign ministers of"
  return std::move(m);
}

std::optional<Mention> joined_mention(const Context& c, Clause& clause, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) return std::nullopt;
  }
  Mention beside = m;
  place_beside(c, beside);
  const bool dated = (beside.place || beside.country) && time_beside(c, beside) != kNobody;
  if (!dated || !clause.subject(m.trigger.begin)) return std::nullopt;
  if (m.people.empty() || m.organisation || m.organ) return std::nullopt;
  if (!clause.object_behind(m.trigger.end, "by")) return std::nullopt;
  std::vector<catalogue::Index> states;
  for (const std::uint32_t p : m.people) {
    const Named& state = c.cast.people[p].state;
    if (state && std::find(states.begin(), states.end(), state.id) == states.end()) {
      states.push_back(state.id);
    }
  }
  if (states.size() < 2) return std::nullopt;
  m.organ_words.clear();  // "Foreign ministers A and B"
  m.tokens = m.trigger;   // beside which place and day stand
  return std::move(m);
}

bool welcomes_group(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 10> kSmall{"in",  "at",    "on",   "here",  "the",
                                                           "his", "their", "both", "other", "her"};
  constexpr std::uint32_t kNear = 8;
  if (m.states.empty() || !m.objects.empty()) return false;
  for (std::uint32_t t = m.trigger.end; t < m.tokens.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr) {
      // "his peers from Peru, |A|, and Chile, |B|"
      const std::uint32_t end = std::min(who->tokens.end + kNear, c.sentence(t).end);
      for (std::uint32_t at = who->tokens.end; at < end; ++at) {
        const names::Mention* named = c.cast.starting(at);
        if (named != nullptr && named->person != kNobody) return false;
      }
      return who->kind == names::MentionKind::office && !who->states.empty() &&
             c.cast.offices[who->office].plural;
    }
    const tagger::Tag* tag = c.tags.covering(t);
    const bool place = tag != nullptr && tag->label == tagger::Label::place;
    if (!place && c.time_at(t) == nullptr && !is_one_of(c.lower(t), kSmall)) return false;
  }
  return false;
}

}  // namespace rapporteur::meetings
