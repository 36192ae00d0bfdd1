#include "identity/private_talks.h"

#include <algorithm>
#include <array>
#include <vector>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

bool is_private(const Context& c, const Mention& m) {
  constexpr std::uint32_t kBehind = 3;
  const lexicon::Cue* verb = m.verbal ? c.cue(m.trigger.begin, c.cues.joint_verb) : nullptr;
  if (verb != nullptr && verb->value == "alone") return true;
  const std::uint32_t end = std::min(m.tokens.end + kBehind, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.begin; t < end; ++t) {
    if (c.cue(t, c.cues.private_talk) != nullptr) return true;
  }
  return false;
}

namespace {

// "|The two ministers| also had", "|They| had": before the words, and nobody by name.
bool is_of_those_told(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 4> kPair{"two", "both", "they", "pair"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  bool told = false;
  for (std::uint32_t t = begin; t < m.trigger.begin; ++t) {
    if (c.doc.lower(t) == ";") told = false;
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return false;
    told = told || is_one_of(c.doc.lower(t), kPair);
  }
  return told;
}

// Those whom the sentence names, each once.
std::vector<std::uint32_t> people_in(const Context& c, TokenRange s) {
  std::vector<std::uint32_t> out;
  for (const names::Mention& who : c.cast.mentions) {
    const bool inside = who.tokens.begin >= s.begin && who.tokens.begin < s.end;
    if (!inside || who.person == kNobody) continue;
    if (std::find(out.begin(), out.end(), who.person) == out.end()) out.push_back(who.person);
  }
  return out;
}

}  // namespace

bool take_pair_told(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 12;  // sentences
  const bool talks = m.kind == "talks" || m.kind == "meeting";
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ;
  if (!talks || !bare || m.in_headline || m.ordinal > 0 || !m.relation.empty()) return false;
  if (m.definite || !is_private(c, m) || !is_of_those_told(c, m)) return false;
  for (std::uint32_t back = 1; back <= kNear && back <= m.sentence; ++back) {
    const text::Sentence& before = c.doc.sentences()[m.sentence - back];
    if (before.role != text::LineRole::body) continue;
    const std::vector<std::uint32_t> people = people_in(c, before.tokens);
    if (people.size() != 2 || !are_of_two_sides(c, people)) continue;
    m.people = people;
    m.organ_words.clear();
    m.fresh = true;
    return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
