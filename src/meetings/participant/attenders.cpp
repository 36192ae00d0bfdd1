#include "participant/attenders.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/clause.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

// The verb of attending right before the phrase at `phrase`, over "the work of"; or empty.
TokenRange verb_before(const Context& c, std::uint32_t phrase) {
  constexpr std::uint32_t kNear = 5;
  static constexpr std::array<std::string_view, 10> kVerbs{
      "attended", "attend",       "attends",     "attending", "addressed",
      "address",  "participated", "participate", "joined",    "part"};
  const std::uint32_t begin = c.sentence(phrase).begin;
  for (std::uint32_t t = phrase; t > begin && phrase - t < kNear; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (c.doc.is_punctuation(t - 1) || c.cast.covering(t - 1) != nullptr) return {};
    if (!is_one_of(word, kVerbs)) continue;
    if (word != "part") return {t - 1, t};
    const std::string_view take = t > begin + 1 ? c.doc.lower(t - 2) : std::string_view();
    return take.starts_with("t") ? TokenRange{t - 2, t} : TokenRange{};  // "take", "taken", "took"
  }
  return {};
}

// Before the auxiliaries that stand before the verb at `verb`.
std::uint32_t before_auxiliaries(const Context& c, std::uint32_t verb) {
  static constexpr std::array<std::string_view, 14> kWords{
      "will", "also",  "is",  "to",  "has",      "had",     "would",
      "then", "later", "was", "due", "expected", "earlier", "have"};
  const std::uint32_t begin = c.sentence(verb).begin;
  while (verb > begin && is_one_of(c.doc.lower(verb - 1), kWords)) --verb;
  return verb;
}

// Who does what the verb at `verb` says, by "he", "she" or "who"; or kNobody.
std::uint32_t subject_of(const Context& c, std::uint32_t verb) {
  const std::uint32_t end = before_auxiliaries(c, verb);
  const std::uint32_t begin = c.sentence(verb).begin;
  if (end == begin) return kNobody;
  const std::string_view word = c.doc.lower(end - 1);
  if (word == "he" || word == "she") return antecedent(c, end - 1);
  if (word != "who" || end < begin + 2) return kNobody;
  const std::uint32_t name = c.doc.lower(end - 2) == "," ? end - 2 : end - 1;
  const names::Mention* who = c.cast.ending(name);
  return who != nullptr ? who->person : kNobody;
}

}  // namespace

void add_attenders(const Context& c, Entries& entries, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    if (draft.bilateral) continue;
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      if (m.verbal || m.in_headline || !m.relation.empty() || m.states.size() > 1) continue;
      const TokenRange verb = verb_before(c, m.tokens.begin);
      const std::uint32_t person = verb.empty() ? kNobody : subject_of(c, verb.begin);
      if (person == kNobody || entries.only_speaks(person)) continue;
      entries.add_person(draft, person, m.tokens, 0.7F);
    }
  }
}

}  // namespace rapporteur::meetings
