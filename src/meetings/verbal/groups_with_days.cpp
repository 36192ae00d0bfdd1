// Groups of which each acts on a day of its own: "the experts on Monday and the ministers on
// Friday".

#include <algorithm>

#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// The words of a group at `t`, "senior officials" or "foreign ministers"; or nothing.
TokenRange group_at(const Context& c, std::uint32_t t, lexicon::CueClass officials) {
  TokenRange words;
  if (c.cue(t, officials, &words) != nullptr) return words;
  const names::Office* office = c.cast.office_starting(t);
  if (office == nullptr || !office->plural || office->words.empty()) return {};
  return office->tokens;
}

}  // namespace

std::vector<Mention> groups_with_days(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 2;
  const lexicon::CueClass officials = c.cues.officials;
  std::vector<Mention> out;
  for (std::uint32_t t = c.sentence(verb.begin).begin; t < verb.begin; ++t) {
    const TokenRange group = group_at(c, t, officials);
    if (group.empty()) continue;
    const time::Expression* day = nullptr;
    const std::uint32_t limit = std::min(group.end + kNear, verb.begin);
    for (std::uint32_t at = group.end; at < limit && day == nullptr; ++at) day = c.time_at(at);
    if (day == nullptr || !time::is_date(day->kind) || day->edtf.empty()) continue;
    Mention m;
    m.trigger = m.tokens = group;
    m.kind = "meeting";
    m.verbal = m.group = m.fresh = true;
    m.sentence = c.doc.sentence_of(t);
    m.organ_span = c.doc.span(group);
    m.organ_words = c.words(m.organ_span);
    m.time = c.index_of(*day);
    out.push_back(std::move(m));
    t = group.end - 1;
  }
  if (out.size() < 2) out.clear();
  return out;
}

}  // namespace rapporteur::meetings
