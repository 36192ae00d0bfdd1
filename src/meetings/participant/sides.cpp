#include "participant/sides.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

// "will", "have", "on Monday" between a subject and its verb.
bool is_before_verb(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 8> kAuxiliaries{"have", "has", "had",  "will",
                                                                "also", "on",  "here", "jointly"};
  return c.time_at(t) != nullptr || is_one_of(c.lower(t), kAuxiliaries);
}

// A verb of saying or agreeing stands at `t`, over auxiliaries and a day; to sign is told apart.
bool acts(const Context& c, std::uint32_t t, std::uint32_t limit) {
  while (t < limit && is_before_verb(c, t)) ++t;
  if (t >= limit || c.doc.shape(t) != text::Shape::lower) return false;
  const auto matches = c.matches.at(t);
  return std::any_of(matches.begin(), matches.end(), [&](const lexicon::Match& match) {
    if (match.channel != lexicon::Channel::act) return false;
    const catalogue::SpeechActForm& form = c.catalogue.speech_act_forms()[match.id];
    return c.catalogue.speech_acts()[form.act].id != "sign";
  });
}

// The list of states that starts at `t`, and where it ends.
std::vector<Named> list_of_states(const Context& c, std::uint32_t* t) {
  std::vector<Named> out;
  for (std::uint32_t at = *t;;) {
    if (c.lower(at) == "the") ++at;
    const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
    if (tag == nullptr || tag->label != tagger::Label::state) return out;
    out.push_back({tag->id, c.doc.span(tag->tokens)});
    at = *t = tag->tokens.end;
    if (c.lower(at) != "," && c.lower(at) != "and") return out;
    while (c.lower(at) == "," || c.lower(at) == "and") ++at;
  }
}

}  // namespace

void take_states_acting(const Context& c, Mention& m) {
  constexpr std::size_t kFew = 3;
  static constexpr std::array<std::string_view, 5> kLinks{"at", "during", "in", "after",
                                                          "following"};
  const bool few = m.kind == "meeting" || m.kind == "talks";
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    m.organ_words.empty() && m.owner.empty() && m.ordinal == 0;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (!few || !bare || m.definite || m.verbal || m.in_headline || !m.relation.empty()) return;
  if (m.tokens.begin == s.begin || !is_one_of(c.doc.lower(m.tokens.begin - 1), kLinks)) return;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const bool opens = t == s.begin || t == c.dateline.end || c.doc.lower(t - 1) == ",";
    std::uint32_t end = t;
    std::vector<Named> states = opens ? list_of_states(c, &end) : std::vector<Named>();
    if (states.size() < 2) continue;
    if (states.size() <= kFew && acts(c, end, s.end)) {
      m.states = std::move(states);
      m.kind = "talks";
    }
    return;
  }
}

std::vector<Named> states_of_sentence(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::vector<Named> out;
  for (std::uint32_t t = s.begin; t < m.trigger.begin; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->label != tagger::Label::state) continue;
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Named& n) { return n.id == tag->id; });
    if (!known) out.push_back({tag->id, c.doc.span(tag->tokens)});
  }
  if (out.size() < 2) out.clear();
  return out;
}

std::vector<std::uint32_t> two_sides(const Context& c) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < c.cast.people.size() && out.size() < 2; ++p) {
    const names::Person& person = c.cast.people[p];
    if (!person.state || person.offices.empty()) continue;
    const bool new_side = out.empty() || c.cast.people[out.front()].state.id != person.state.id;
    if (new_side) out.push_back(p);
  }
  if (out.size() < 2) out.clear();
  return out;
}

}  // namespace rapporteur::meetings
