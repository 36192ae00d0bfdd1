// Who sends a letter, a message or greetings by somebody else is not there.

#include <algorithm>
#include <vector>

#include "mention/mention_parts.h"
#include "participant/bystander.h"

namespace rapporteur::meetings {

namespace {

// "a message |from| President A", "the greetings |of| King B"
bool is_sender_at(const Context& c, const names::Mention& who) {
  const std::uint32_t begin = c.sentence(who.tokens.begin).begin;
  std::uint32_t at = who.tokens.begin;
  while (at > begin && (c.doc.lower(at - 1) == "the" || c.doc.lower(at - 1) == "his")) --at;
  const std::string_view link = at > begin ? c.doc.lower(at - 1) : std::string_view();
  return (link == "from" || link == "of") && is_spoken_of(c, who.tokens);
}

// All that the sentence of the mention says of the person is that he sends something.
bool only_sends(const Context& c, const Mention& m, std::uint32_t person) {
  const TokenRange s = c.doc.sentences()[m.sentence].tokens;
  bool sends = false;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person != person) continue;
    if (!is_sender_at(c, *who)) return false;
    sends = true;
  }
  return sends;
}

}  // namespace

void drop_senders(const Context& c, std::vector<Mention>& mentions) {
  std::erase_if(mentions, [&](Mention& m) {
    if (m.in_headline || m.people.size() < 2) return false;
    const auto sends = [&](std::uint32_t person) { return only_sends(c, m, person); };
    if (std::erase_if(m.people, sends) == 0) return false;
    std::erase_if(m.objects, sends);
    // "X, who |handed him a letter from| President A"
    return m.dealt && m.people.size() < 2;
  });
}

}  // namespace rapporteur::meetings
