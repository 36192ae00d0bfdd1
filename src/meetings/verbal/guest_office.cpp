#include "verbal/guest_office.h"

#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

// May stand between a subject and its verb.
bool is_auxiliary(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 14> kWords{
      "has", "have", "had",       "is",       "are", "was",  "were",
      "to",  "due",  "scheduled", "expected", "set", "will", "both"};
  return is_one_of(c.doc.lower(token), kWords) || c.cue(token, c.cues.adverb) != nullptr ||
         c.cue(token, c.cues.future) != nullptr;
}

}  // namespace

bool is_guest_office(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kMost = 5;
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  std::uint32_t at = verb.begin;
  while (at > begin && verb.begin - at < kMost && is_auxiliary(c, at - 1)) --at;
  const names::Mention* who = c.cast.ending(at);
  return who != nullptr && who->kind == names::MentionKind::office && who->person == kNobody &&
         !who->states.empty();
}

bool take_destination(const Context& c, Mention& visit, std::size_t own) {
  if (visit.states.size() > own) {
    if (!visit.country) visit.country = visit.states[own];
    visit.states.resize(own);
  }
  catalogue::Index there = visit.country ? visit.country.id : npos;
  if (there == npos && visit.place && visit.place.id != npos) {
    there = c.catalogue.places()[visit.place.id].state;
  }
  return there != npos && (own > 1 || visit.states.front().id != there);
}

}  // namespace rapporteur::meetings
