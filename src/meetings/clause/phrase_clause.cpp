// What opens a clause: a subject with its verb.

#include <algorithm>

#include "clause/phrase.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Match;

constexpr std::uint32_t kLongestAside = 14;  // tokens

}  // namespace

bool Phrases::starts_clause(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t t = token;
  std::uint32_t end = 0;
  while (t < limit && has_role(t, "adverb", &end)) t = end;
  if (t >= limit) return false;
  std::uint32_t after = 0;
  if (has_role(t, "pronoun", &end)) {
    after = end;
  } else {
    const names::Mention* m = mention_at(t);
    if (m == nullptr && has_role(t, "determiner", &end)) m = mention_at(end);
    const tagger::Tag* tag = m == nullptr ? c_.tags.starting(t) : nullptr;
    if (m == nullptr && tag == nullptr && has_role(t, "determiner", &end)) {
      tag = end < c_.doc.size() ? c_.tags.starting(end) : nullptr;
    }
    if (m != nullptr) after = m->tokens.end;
    if (m == nullptr && tag != nullptr) after = tag->tokens.end;
  }
  // "both sides agreed", "the parties will"
  std::uint32_t group = t;
  while (group < limit && has_role(group, "determiner", &end)) group = end;
  const bool pointed = group > token || (token > 0 && has_role(token - 1, "determiner"));
  const lexicon::Cue* cue =
      after == 0 && pointed && group < limit ? c_.cue(group, outcome_) : nullptr;
  if (cue != nullptr && cue->value == "group") after = group + 1;
  if (after == 0) {
    // "the announcement said", "Lu said", "a spokesperson for the ministry added"
    const Match* next_act = act(t + 1);  // "officials said"
    const bool bare =
        next_act != nullptr && is_finite_act(t + 1) &&
        c_.catalogue.speech_acts()[form(*next_act).act].act_class == catalogue::ActClass::announce;
    if (!bare && !has_role(t, "determiner") && !c_.doc.is_capital(t)) return false;
    for (std::uint32_t u = t + 1; u < std::min(t + 6, limit); ++u) {
      if (c_.doc.is_punctuation(u) || has_role(u, "relative") || has_role(u, "aux")) return false;
      const Match* m = act(u);
      if (m == nullptr || form(*m).form != catalogue::VerbForm::past) continue;
      const catalogue::Index index = form(*m).act;
      return c_.catalogue.speech_acts()[index].act_class == catalogue::ActClass::announce;
    }
    return false;
  }
  while (after < limit && has_role(after, "adverb", &end)) after = end;
  if (after >= limit) return false;
  if (has_role(after, "aux") || is_finite_act(after)) return true;
  const Match* m = act(after);
  return m != nullptr && form(*m).form != catalogue::VerbForm::gerund && has_role(token, "pronoun");
}

// ", and |the importance of trade was| stressed": a noun phrase with its verb.
bool Phrases::clause_follows(std::uint32_t begin, std::uint32_t limit) const {
  if (!has_role(begin, "determiner")) return false;
  for (std::uint32_t t = begin + 1; t < std::min(limit, begin + kLongestAside); ++t) {
    if (c_.doc.is_punctuation(t) || opens_subordinate(t)) return false;
    if (has_role(t, "aux")) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
