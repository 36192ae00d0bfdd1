#include "organ/brought_states.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

// "observers from Tonga and Samoa": at what others hold.
bool looks_on(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kGuests{"observers", "guests", "visitors",
                                                           "participants"};
  return is_one_of(word, kGuests);
}

// "|Peru and Chile|", "|the delegations from Peru and Chile|" at `t`: empty if fewer than two.
TokenRange states_at(const Context& c, std::uint32_t t) {
  const names::Mention* who = c.cast.starting(t);
  if (who != nullptr && who->person == kNobody && who->states.size() > 1) return who->tokens;
  const auto is_state = [&](std::uint32_t at) {
    const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
    return tag != nullptr && tag->label == tagger::Label::state;
  };
  if (who != nullptr || !is_state(t)) return {};
  std::uint32_t next = c.tags.starting(t)->tokens.end;
  const std::uint32_t end = next;
  while (c.lower(next) == "," || c.lower(next) == "and" || c.lower(next) == "the") ++next;
  return next > end && is_state(next) ? TokenRange{t, end} : TokenRange{};
}

// "attended by |experts from Peru and Chile|", "|experts from Peru and Chile| took part".
bool attend(const Context& c, TokenRange who) {
  constexpr std::uint32_t kLongestCue = 6;
  if (c.cue(who.end, c.cues.attend, "subject") != nullptr) return true;
  const std::uint32_t begin = c.sentence(who.begin).begin;
  std::uint32_t end = who.begin;
  if (end > begin && c.doc.lower(end - 1) == "the") --end;
  for (std::uint32_t back = 1; back <= kLongestCue && end >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(end - back, c.cues.attend, "object", &words);
    if (cue != nullptr && words.end == end) return true;
  }
  return false;
}

}  // namespace

bool brings_states(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const bool meets = m.kind != "signing" && m.kind != "visit" && m.kind != "event";
  if (m.in_headline || m.verbal || !meets) return false;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const TokenRange who = states_at(c, t);
    if (who.empty() || looks_on(c.lower(t))) continue;
    if (attend(c, who)) return true;
    t = who.end - 1;
  }
  return false;
}

}  // namespace rapporteur::meetings
