// A sentence that ends in a colon may open a list of those who were met, one an item.

#include <algorithm>

#include "clause/clause.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// How far from the front of an item the one who was met stands, in tokens.
constexpr std::uint32_t kFront = 6;

bool opens_list(const Context& c, const Mention& m) {
  const bool few =
      m.kind == "talks" || m.kind == "meeting" || m.kind == "call" || m.kind == "reception";
  const TokenRange s = c.sentence(m.trigger.begin);
  return few && s.size() > 1 && c.doc.lower(s.end - 1) == ":" && m.objects.size() < 2;
}

// The mention of a person at the front of the sentence, or null.
const names::Mention* person_in_front(const Context& c, TokenRange s) {
  for (std::uint32_t t = s.begin; t < std::min(s.end, s.begin + kFront); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr) return who->person == kNobody ? nullptr : who;
    if (c.cue(t, c.cues.verb) != nullptr) return nullptr;
  }
  return nullptr;
}

}  // namespace

std::vector<Mention> listed(const Context& c, const Mention& m) {
  std::vector<Mention> out;
  if (!opens_list(c, m)) return out;
  const auto& sentences = c.doc.sentences();
  for (std::uint32_t s = m.sentence + 1; s < sentences.size(); ++s) {
    if (sentences[s].role == text::LineRole::blank) continue;
    if (sentences[s].role != text::LineRole::item) break;
    const names::Mention* who = person_in_front(c, sentences[s].tokens);
    if (who == nullptr) continue;
    Mention one = m;
    one.fresh = true;
    one.verbal = true;
    one.sentence = s;
    one.tokens = {who->tokens.begin, who->tokens.begin + 1};
    one.trigger = one.tokens;
    if (one.kind == "meeting") one.kind = "talks";
    Clause clause(c, one);
    clause.object(who->tokens.begin);
    one.objects = {who->person};
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace rapporteur::meetings
