// Whom "he" or "she" means.

#include <algorithm>

#include "clause/clause.h"

namespace rapporteur::meetings {

namespace {

// "- his talks with Y" in a list: the first person of the sentence that leads to it, or kNobody.
std::uint32_t person_of_lead(const Context& c, std::uint32_t sentence) {
  const auto& sentences = c.doc.sentences();
  if (sentences[sentence].role != text::LineRole::item) return kNobody;
  std::uint32_t lead = sentence;
  while (lead > 0 && (sentences[lead].role == text::LineRole::item ||
                      sentences[lead].role == text::LineRole::blank)) {
    --lead;
  }
  if (sentences[lead].role != text::LineRole::body) return kNobody;
  const TokenRange words = sentences[lead].tokens;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return who->person;
  }
  return kNobody;
}

// "|At the invitation of X|, Y arrived in Lima": who invites is not who acts.
bool invites(const Context& c, const names::Mention& who) {
  constexpr std::uint32_t kReach = 12;
  const std::uint32_t begin = c.sentence(who.tokens.begin).begin;
  for (std::uint32_t back = 1; back <= kReach && who.tokens.begin >= begin + back; ++back) {
    TokenRange words;
    const std::uint32_t at = who.tokens.begin - back;
    if (c.cue(at, c.cues.inviter, &words) != nullptr) return words.end <= who.tokens.begin;
    if (c.doc.lower(at) == "," || c.cast.covering(at) != nullptr) return false;
  }
  return false;
}

// "|With X|, he went over the plans": an aside before the clause, not who acts in it.
bool is_fronted(const Context& c, const names::Mention& who) {
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t begin = c.doc.sentences()[c.doc.sentence_of(who.tokens.begin)].tokens.begin;
  const std::string_view first = c.doc.lower(begin);
  const bool aside = first == "with" || first == "to" || first == "besides" || first == "beside";
  const bool adverb = c.lower(begin + 1) == ",";  // "Besides, Minister X was there"
  return aside && !adverb && who.tokens.begin <= begin + kNear;
}

// "|He| also met X", "the Minister talked |with| X": whom somebody else met, rather than who acts.
bool is_met(const Context& c, const names::Mention& who) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.doc.sentences()[c.doc.sentence_of(who.tokens.begin)].tokens.begin;
  for (std::uint32_t back = 1; back <= kNear && who.tokens.begin >= begin + back + 3; ++back) {
    const std::string_view word = c.doc.lower(who.tokens.begin - back);
    if (word == "," || word == ";") break;
    if (word == "with" || word == "met") return true;
  }
  for (std::uint32_t t = begin; t < std::min(begin + kNear, who.tokens.begin); ++t) {
    if (c.doc.lower(t) == "he" || c.doc.lower(t) == "she") return true;
  }
  return false;
}

// "|He| will meet X and Y. On Tuesday |he| is received by Z": the same pronoun, where the sentence
// before begins with it and nobody is named since the begin of this one; or `token`.
std::uint32_t first_of_chain(const Context& c, std::uint32_t token) {
  constexpr int kMost = 3;             // sentences
  constexpr std::uint32_t kFront = 6;  // tokens of "During the two-day visit,"
  const std::string_view word = c.lower(token);
  if (word != "he" && word != "she") return token;
  for (int step = 0; step < kMost; ++step) {
    const std::uint32_t here = c.doc.sentence_of(token);
    const auto& sentences = c.doc.sentences();
    if (here == 0 || sentences[here - 1].role != text::LineRole::body) return token;
    for (std::uint32_t t = sentences[here].tokens.begin; t < token; ++t) {
      const names::Mention* who = c.cast.starting(t);
      if (who != nullptr && who->person != kNobody) return token;
    }
    const TokenRange before = sentences[here - 1].tokens;
    std::uint32_t at = before.begin;
    const std::uint32_t end = std::min(before.begin + kFront, before.end);
    while (at < end && c.doc.lower(at) != word && c.cast.starting(at) == nullptr) ++at;
    if (at == end || c.doc.lower(at) != word) return token;
    token = at;
  }
  return token;
}

}  // namespace

std::uint32_t antecedent(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kSentences = 3;
  token = first_of_chain(c, token);
  const std::uint32_t here = c.doc.sentence_of(token);
  if (const std::uint32_t led = person_of_lead(c, here); led != kNobody) return led;
  const auto& mentions = c.cast.mentions;
  const auto last =
      std::lower_bound(mentions.begin(), mentions.end(), token,
                       [](const names::Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  std::vector<std::size_t> counts(c.cast.people.size(), 0);
  for (auto m = mentions.begin(); m != last; ++m) {
    if (m->person != kNobody) ++counts[m->person];
  }
  std::uint32_t best = kNobody;
  std::size_t best_score = 0;
  std::uint32_t last_sentence = here + 1;  // of the mention before
  for (auto m = mentions.begin(); m != last; ++m) {
    if (m->person == kNobody) continue;
    const std::uint32_t sentence = c.doc.sentence_of(m->tokens.begin);
    const bool byline = c.doc.sentences()[sentence].role == text::LineRole::stamp;
    if (sentence + kSentences < here || byline || invites(c, *m)) continue;
    const bool first = sentence != last_sentence;
    last_sentence = sentence;
    if (is_fronted(c, *m)) continue;
    const bool beside = sentence + 1 == here;
    const bool acts = beside && first && !is_met(c, *m);
    const std::size_t near = sentence == here ? 4 : acts ? 2 : beside && !first ? 1 : 0;
    const std::size_t score = std::min<std::size_t>(counts[m->person], 4) + near;
    if (score <= best_score) continue;
    best = m->person;
    best_score = score;
  }
  return best;
}

}  // namespace rapporteur::meetings
