#include "circumstance/place_facts.h"

#include "circumstance/address.h"
#include "circumstance/whereabouts.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr float kOfHouse = 0.55F;  // the town that is named in the name of a house

}  // namespace

void PlaceFacts::set_place(Draft& draft, const Named& place, float confidence) {
  record::Meeting& m = draft.meeting;
  // "in |the Kursaal|": a house or a quarter, no town
  const std::uint32_t at = c_.doc.token_at(place.words.begin);
  const std::uint32_t end = c_.doc.token_at(place.words.end);
  const bool house = behind_district(c_, end) == end;  // "the Kakheti |region|" is none
  if (place.id == npos && at > 0 && c_.lower(at - 1) == "the" && house) return;
  const catalogue::Place* known = place.id == npos ? nullptr : &c_.catalogue.places()[place.id];
  // "in Langkawi, Malaysia": the state that follows decides between towns of one name.
  const Named after = state_behind(c_, end, known != nullptr);
  const bool state_follows = after.words.size() > 0;
  // A large town of another state than the one that is told: "a visit to Turkey via Dubai".
  constexpr std::uint32_t kLarge = 100000;
  const bool elsewhere = known != nullptr && known->state != npos && m.country &&
                         known->population >= kLarge && !state_follows &&
                         *m.country != c_.catalogue.states()[known->state].code;
  if (elsewhere && m.country.confidence > confidence) return;
  if (is_area(c_, place)) return;
  if (const Named state = state_in_part(place); state) return set_country(draft, state, confidence);
  if (is_venue(c_, place)) {
    if (!m.venue) m.venue.set(c_.words(place.words), {place.words}, confidence, "meetings/venue");
    if (known != nullptr) set_state(m, known->state, place.words, confidence);
    if (const Named town = town_in_name(c_, place); town && !m.place) {
      m.place.set(c_.words(town.words), {town.words}, kOfHouse, "meetings/place-of-venue");
    }
    return;
  }
  if (last_word(place) == "capital") return set_capital(draft, place, confidence);
  m.place.set(c_.words(place.words), {place.words}, confidence, "meetings/place");
  if (state_follows) {
    set_country(draft, after, confidence);
  } else if (const Named said = state_of_phrase(place); said) {
    set_country(draft, said, confidence);
  } else if (known != nullptr) {
    if (m.country && known->state != npos &&
        *m.country != c_.catalogue.states()[known->state].code) {
      return;
    }
    set_state(m, known->state, place.words, confidence);
  }
}

void PlaceFacts::set_country(Draft& draft, const Named& state, float confidence) {
  if (draft.meeting.place && draft.meeting.country.confidence >= confidence) return;
  draft.meeting.country.set(std::string(c_.catalogue.states()[state.id].code), {state.words},
                            confidence, "meetings/country");
}

// "in |western Poland|": the state of a part that has no name of its own; or nothing.
Named PlaceFacts::state_in_part(const Named& place) const {
  if (place.id != npos || place.words.size() == 0) return {};
  const std::uint32_t first = c_.doc.token_at(place.words.begin);
  const std::uint32_t end = c_.doc.token_at(place.words.end - 1) + 1;
  if (c_.doc.shape(first) != text::Shape::lower || first + 1 >= end) return {};
  const lexicon::Match* state = c_.matches.find(first + 1, lexicon::Channel::state);
  if (state == nullptr || state->tokens.end != end) return {};
  return {c_.catalogue.state_names()[state->id].state, c_.doc.span(state->tokens)};
}

// Luxembourg, Singapore, Monaco: the state is its town.
void PlaceFacts::add_city_state(Draft& draft, const Named& state) {
  const catalogue::State& s = c_.catalogue.states()[state.id];
  if (s.capital != s.name || draft.meeting.place) return;
  draft.meeting.place.set(c_.words(state.words), {state.words}, 0.7F, "meetings/city-state");
}

// "the |Tajik| city of Guliston": whose town it is, whatever other towns have its name.
Named PlaceFacts::state_of_phrase(const Named& place) const {
  const std::uint32_t town = c_.doc.token_at(place.words.begin);
  for (std::uint32_t t = town_phrase_before(c_, town); t < town; ++t) {
    const Tag* tag = c_.tags.starting(t);
    if (tag != nullptr && tag->label == Label::nationality) {
      return {tag->id, c_.doc.span(tag->tokens)};
    }
  }
  return {};
}

// "the Tunisian capital": the town where the report names it somewhere, else its state alone.
void PlaceFacts::set_capital(Draft& draft, const Named& place, float confidence) {
  const catalogue::Place& town = c_.catalogue.places()[place.id];
  for (const Tag& tag : c_.tags.all()) {
    if (tag.label != Label::place || tag.id != place.id) continue;
    const ByteSpan named = c_.doc.span(tag.tokens);
    draft.meeting.place.set(c_.words(named), {named, place.words}, confidence,
                            "meetings/place-capital");
    break;
  }
  set_state(draft.meeting, town.state, place.words, confidence);
}

std::string_view PlaceFacts::last_word(const Named& place) const {
  return place.id == npos ? std::string_view() : c_.doc.lower(c_.doc.token_at(place.words.end - 1));
}

void PlaceFacts::set_state(record::Meeting& m, catalogue::Index state, ByteSpan words,
                           float confidence) {
  if (state == npos) return;
  m.country.set(std::string(c_.catalogue.states()[state].code), {words}, confidence,
                "meetings/country-of-place");
}

}  // namespace rapporteur::meetings
