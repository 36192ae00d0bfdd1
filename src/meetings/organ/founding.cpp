#include "organ/founding.h"

#include <algorithm>
#include <array>
#include <string>

#include "circumstance/place_reference.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/brought_states.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

void add_new(std::vector<catalogue::Index>& states, catalogue::Index state) {
  if (state != npos && std::find(states.begin(), states.end(), state) == states.end()) {
    states.push_back(state);
  }
}

// "|in| Lima", "left |for| Lima", in the running text.
bool leads_to_town(const Context& c, std::uint32_t t) {
  if (t == 0 || c.doc.sentences()[c.doc.sentence_of(t)].role != text::LineRole::body) return false;
  const std::string_view link = c.doc.lower(t - 1);
  return link == "in" || link == "to" || link == "for";
}

}  // namespace

Founding::Founding(const Context& context)
    : c_(context),
      organ_head_(context.cues.organ_head),
      circle_(context.cues.circle),
      officials_(context.cues.officials) {
  std::vector<catalogue::Index> states;
  for (const names::Person& person : c_.cast.people) {
    if (person.state && !person.state_from_context) add_new(states, person.state.id);
  }
  for (const names::Office& office : c_.cast.offices) add_new(states, office.state.id);
  // "the deputy ministers of Chile and Peru"
  for (const names::Mention& mention : c_.cast.mentions) {
    if (mention.kind != names::MentionKind::office) continue;
    for (const Named& state : mention.states) add_new(states, state.id);
  }
  std::vector<catalogue::Index> named;
  std::vector<catalogue::Index> any;  // named as state or nationality
  bool organisation = false;          // one of states is named
  bool international = false;         // words of meetings among states
  const lexicon::CueClass words = context.cues.international;
  for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
    const tagger::Tag* tag = c_.tags.starting(t);
    const bool running = c_.doc.sentences()[c_.doc.sentence_of(t)].role != text::LineRole::teaser;
    international = international || c_.cue(t, words) != nullptr;
    if (tag == nullptr || !running) continue;
    if (tag->label == tagger::Label::state) add_new(named, tag->id);
    if (tag->label == tagger::Label::state || tag->label == tagger::Label::nationality) {
      add_new(any, tag->id);
    }
    // "the Joint Turkmen-Kazakh Commission"
    for (std::uint32_t in = t;
         tag->label == tagger::Label::body && tag->id == npos && in < tag->tokens.end; ++in) {
      const lexicon::Match* state = c_.matches.find(in, lexicon::Channel::state);
      if (state != nullptr) add_new(any, c_.catalogue.state_names()[state->id].state);
    }
    organisation = organisation || (tag->label == tagger::Label::body && tag->id != npos);
  }
  for (const catalogue::Index state : states) add_new(any, state);
  // "Kenya's minister left for |Bujumbura|"
  for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
    const bool told = t < c_.dateline.end || (any.size() == 1 && leads_to_town(c_, t));
    const tagger::Tag* seat = told ? c_.tags.starting(t) : nullptr;
    const bool town = seat != nullptr && seat->label == tagger::Label::place && seat->id != npos;
    if (town) add_new(any, c_.catalogue.places()[seat->id].state);
  }
  two_named_ = any.size() >= 2;
  organisation_ = organisation;
  international_ = international && (organisation || !any.empty());
  among_states_ = states.size() >= 2 || named.size() >= 5 || (organisation && named.size() >= 3);
}

// Somebody in an office of which nobody says whose it is.
bool Founding::any_unplaced(const Mention& m) const {
  return std::any_of(m.people.begin(), m.people.end(), [&](std::uint32_t p) {
    const names::Person& person = c_.cast.people[p];
    const bool of_body = person.body && person.body.id != npos;
    return !person.state && !of_body && !person.offices.empty();
  });
}

// How many different states take part by the words of the mention.
std::size_t Founding::sides(const Mention& m) const {
  std::vector<catalogue::Index> states;
  for (const Named& state : m.states) add_new(states, state.id);
  std::size_t unknown = 0;
  std::vector<catalogue::Index> bodies;  // organisations, which meet as states do
  std::vector<catalogue::Index> held;    // by those of no known state
  for (const std::uint32_t p : m.people) {
    const names::Person& person = c_.cast.people[p];
    if (person.state) add_new(states, person.state.id);
    if (!person.state && person.body) add_new(bodies, person.body.id);
    if (person.state || (!person.body && person.offices.empty())) continue;
    unknown = std::max<std::size_t>(unknown, 1);
    for (const names::Office& office : person.offices) {
      // One state has no two presidents.
      if (std::find(held.begin(), held.end(), office.office) != held.end()) unknown = 2;
      held.push_back(office.office);
    }
  }
  // Somebody without a state beside somebody of an organisation is another side.
  if (!bodies.empty()) unknown = std::max(unknown, bodies.size() + (any_unplaced(m) ? 1 : 0));
  return states.size() + unknown;
}

// An organ's wording that only meetings of states have: plural ministers, heads of state.
bool Founding::is_international(const Mention& m) const {
  const std::string words = catalogue::fold(m.organ_words);
  const bool of_states =
      words.find("minister") != std::string::npos || words.find("heads of ") != std::string::npos ||
      words.find("president") != std::string::npos || words.find("secretar") != std::string::npos;
  if (!of_states && !among_states_) return false;
  for (const names::Office& office : c_.cast.offices) {
    const bool beside = office.tokens.end == m.trigger.begin && !m.verbal;
    if (office.words.empty() || (!office.plural && !beside)) continue;
    const bool same = office.words.front().begin >= m.organ_span.begin &&
                      office.words.back().end <= m.organ_span.end;
    if (same) return !office.state;
  }
  return false;
}

// "The session will be preceded by |a two-day experts' meeting|", "met on Friday, after |a meeting
// of experts|"
bool Founding::goes_ahead(const Mention& m) const {
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  std::uint32_t at = m.tokens.begin;
  while (at > begin && (c_.lower(at - 1) == "a" || c_.lower(at - 1) == "an")) --at;
  if (!m.fresh || at < begin + 2) return false;
  const std::string_view link = c_.lower(at - 1);
  return link == "after" || link == "following" || (link == "by" && c_.lower(at - 2) == "preceded");
}

// "Ahead of it there will be a Ministerial Meeting on 27 February and a Senior Officials meeting":
// the levels on which two states or more meet.
bool Founding::is_level_meeting(const Mention& m) const {
  if (!two_named_ && !international_ && !organisation_) return false;
  const std::string words = catalogue::fold(m.organ_words);
  // "Senior Officials", "Senior Labour Officials"
  const bool officials =
      words.find("senior ") != std::string::npos && words.find(" official") != std::string::npos;
  // "Senior officials on Monday and ministers on Tuesday had prepared it"
  const bool told = m.group && m.time != kNobody && (m.place || m.country) && !words.empty();
  if (m.verbal) {
    return told &&
           (officials || c_.cue(c_.doc.token_at(m.organ_span.begin), officials_) != nullptr);
  }
  if (officials && (international_ || organisation_ || m.time != kNobody || m.place)) return true;
  const std::uint32_t group = c_.doc.token_at(m.organ_span.begin);
  const bool of_body = organisation_ && (m.time != kNobody || goes_ahead(m));
  if (!words.empty() && (two_named_ || of_body) && c_.cue(group, officials_) != nullptr)
    return true;
  if (!two_named_ || (m.time == kNobody && !m.place)) return false;
  const bool placed = m.time != kNobody && m.place;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) {
    const std::string_view word = c_.lower(t);
    const bool level = word == "technical" || word == "preparatory" || word == "expert";
    if (word == "ministerial" && t > 0 && c_.lower(t - 1) == "joint") return true;
    if (m.fresh && (word == "ministerial" || (level && placed))) return true;
  }
  return false;
}

// "|the two countries| had prepared the memorandum in talks in October last year", "|the two prime
// ministers| will see each other in Dhaka on 26 March"
bool Founding::is_of_the_sides(const Mention& m) const {
  const bool meet = m.verbal && m.group && m.kind == "meeting" && (m.place || m.country);
  const bool talks = m.kind == "talks" && !m.verbal;
  if ((!meet && !talks) || m.in_headline || m.time == kNobody || !two_named_) return false;
  static constexpr std::array<std::string_view, 5> kSides{"countries", "sides", "nations", "states",
                                                          "governments"};
  static constexpr std::array<std::string_view, 4> kAll{"two", "three", "both", "four"};
  const std::uint32_t end = meet ? m.trigger.begin : m.tokens.begin;
  for (std::uint32_t t = c_.sentence(m.trigger.begin).begin; t + 1 < end; ++t) {
    if (!is_one_of(c_.lower(t), kAll)) continue;
    const names::Office* office = c_.cast.office_starting(t + 1);
    const bool several = meet && office != nullptr && office->plural;
    if (several || is_one_of(c_.lower(t + 1), kSides)) return true;
  }
  return false;
}

// "political consultations with Bolivia next week", "conferred with the prime minister of Peru in
// Lima": one side is told, in a report of two states; the other is left to the report.
bool Founding::is_with_other(const Mention& m, const Identity& id) const {
  if (is_of_the_sides(m)) return true;
  const bool few = id.kind == Kind::talks && !m.in_headline && m.organ_words.empty();
  const bool own = m.fresh && m.trigger.size() > 1 && !m.verbal;  // "a bilateral meeting"
  const bool dated = m.time != kNobody || m.place || m.country;
  if (!few || !two_named_ || (!dated && !own)) return false;
  std::vector<std::uint32_t> met = m.objects;
  for (std::uint32_t t = m.trigger.end; !m.verbal && met.empty() && t < m.tokens.end; ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who != nullptr && who->person != kNobody) met.push_back(who->person);
  }
  if (!m.states.empty()) return m.kind == "talks" || !m.fresh;
  return std::any_of(met.begin(), met.end(), [&](std::uint32_t p) {
    const names::Person& person = c_.cast.people[p];
    return person.state && !person.state_from_context;
  });
}

// "The President met |Prime Minister X of Peru|", in a report that says of no other whose he is.
bool Founding::is_guest_of_unnamed(const Mention& m) const {
  return m.unnamed && std::any_of(m.objects.begin(), m.objects.end(), [&](std::uint32_t p) {
           const names::Person& person = c_.cast.people[p];
           return person.state && !person.state_from_context && !person.offices.empty() &&
                  person.state.id != dateline_state(c_).id;
         });
}

// "the 30th annual border meeting": one of a row, in a report of two states.
bool Founding::is_numbered_among_few(const Mention& m) const {
  const bool meets = m.kind == "meeting" || m.kind == "session" || m.kind == "talks";
  const bool dated = m.time != kNobody || m.place || m.country;
  if (!meets || !two_named_ || m.ordinal <= 1 || !dated || m.in_headline) return false;
  const std::uint32_t begin = c_.doc.token_at(m.organ_span.begin);
  const std::uint32_t end = m.organ_words.empty() ? begin : c_.doc.token_at(m.organ_span.end - 1);
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "national" || word == "federal" || word == "district" || word == "city") {
      return false;
    }
  }
  return true;
}

// Two who are named and not known to be of one state.
bool Founding::may_be_two_sides(const Mention& m) const {
  for (std::size_t i = 1; i < m.people.size(); ++i) {
    const names::Person& a = c_.cast.people[m.people.front()];
    const names::Person& b = c_.cast.people[m.people[i]];
    if (!a.state || !b.state || a.state.id != b.state.id) return true;
  }
  return false;
}

// Where people of several states speak, a meeting that has a name, a number, or a place and a day
// is theirs.
bool Founding::founds_among_states(const Mention& m, const Identity& id) const {
  if (m.kind == "event" || id.kind == Kind::visit) return false;
  if (m.ordinal > 0 || !m.organ_words.empty() || m.organ) return true;
  // "The Prime Minister of Chad met the heads of Chad's embassies"
  const bool at_home = m.people.size() + m.states.size() >= 2 && sides(m) == 1 &&
                       m.kind == "meeting" && !m.top_level;
  if (may_be_two_sides(m) && !at_home) return true;
  if (at_home && m.verbal) return false;
  const bool somewhere = m.place || m.country;
  const bool named = m.definite && m.tokens.size() == 1;  // "Summit noted"
  if ((m.kind == "summit" || m.kind == "conference") && !named) {
    return somewhere || m.time != kNobody;
  }
  const bool own = m.fresh || m.verbal;
  return own ? somewhere || m.time != kNobody : somewhere && m.time != kNobody;
}

// "arrived |here| on Monday on a three-day visit"
bool Founding::is_here(const Mention& m) const {
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    if (c_.doc.lower(m.tokens.begin - back) == "here") return true;
  }
  return false;
}

// "the |Russia-Africa| ministerial conference": a state and a part of the world.
bool Founding::is_with_region(const Mention& m) const {
  const bool few = m.verbal || m.tokens.size() < 4;
  for (std::uint32_t t = m.tokens.begin + 1; !few && t + 1 < m.trigger.end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word != "-" && word != "–" && word != "/") continue;
    const tagger::Tag* left = c_.tags.covering(t - 1);
    const tagger::Tag* right = c_.tags.covering(t + 1);
    if (left == nullptr || right == nullptr) continue;
    const auto acts = [](const tagger::Tag& tag) {
      return tag.label == tagger::Label::state || tag.label == tagger::Label::nationality;
    };
    const auto is_region = [](const tagger::Tag& tag) {
      return tag.label == tagger::Label::place && tag.id == npos;
    };
    if ((acts(*left) && is_region(*right)) || (is_region(*left) && acts(*right))) return true;
  }
  return false;
}

bool Founding::founds(const Mention& m, const Identity& id) const {
  // "the Council of Ministers of the Inland Waters Cooperation Organisation"
  const bool dated = m.time != kNobody && (m.place || m.country);
  if (is_owned_by_states(m) && (!m.organ_words.empty() || m.organ || m.ordinal > 0 || dated)) {
    return true;
  }
  if (m.organ && m.organ.id != npos &&
      c_.catalogue.bodies()[m.organ.id].kind == catalogue::BodyKind::series) {
    return true;
  }
  if (id.organisation != npos || is_of_many_countries(m) || brings_states(c_, m)) return true;
  // "|a meeting| on the preparations for the 5th summit was held in Lima on Tuesday"
  if (!m.ahead.empty() && (m.time != kNobody || m.place || m.country)) return true;
  const std::size_t states = sides(m);
  if (states >= 2 || (m.received_group && (among_states_ || m.group) && !m.people.empty())) {
    return true;
  }
  if (id.kind == Kind::visit) {
    const bool official = m.trigger.size() > 1 && !m.verbal;  // "state visit", "working visit"
    const std::string_view first = c_.lower(m.tokens.begin);
    const bool owned = among_states_ && (first == "his" || first == "her");
    const bool here = is_here(m) && !c_.dateline.empty();
    return states >= 1 && (m.country || m.place || !m.states.empty() || official || owned || here);
  }
  if (m.top_level && m.ordinal > 0) return true;
  // "the foreign ministers of the two countries, X and Y, had talked by phone"
  if (m.verbal && m.group && two_named_ && m.people.size() >= 2) return true;
  // "COP27": the acronym of a row that a table knows
  const ByteSpan noun = c_.doc.span(m.trigger);
  const bool edition = m.ordinal > 0 && !m.verbal && m.kind == "conference" &&
                       m.ordinal_span.begin > noun.begin && m.ordinal_span.end <= noun.end;
  // "the 29th Conference of the Parties"
  const bool of_parties = m.ordinal > 0 && m.kind == "conference" && m.trigger.size() > 1;
  if (edition || of_parties || is_with_region(m) || is_worldwide(m)) return true;
  // "Read also: Wydad meet FAR"
  const bool aside = c_.doc.sentences()[m.sentence].role == text::LineRole::teaser;
  if (!aside && among_states_ && founds_among_states(m, id)) return true;
  if (is_of_joint_body(m) || is_numbered_session(m) || is_level_meeting(m) || is_of_region(m) ||
      is_named_talks(m) || is_committee_at_work(m) || is_placed_session(m) || is_regional_body(m) ||
      is_further_session(m)) {
    return true;
  }
  // "The conference on A was attended by B's minister and sixty others": of several states
  if (m.kind == "conference" && dated && two_named_ && international_ && !m.in_headline)
    return true;
  if (is_with_other(m, id) || is_numbered_among_few(m) || is_guest_of_unnamed(m)) return true;
  // "the governors hold a summit in Mombasa", in a report of one state
  const bool named = m.ordinal > 1 && m.organ_words.ends_with("ummit");
  if (m.kind == "summit" && !named && !two_named_ && !organisation_ && !international_) {
    return false;
  }
  if (m.kind == "summit") {
    const bool dated_only = m.time != kNobody && organisation_ && m.fresh && !m.in_headline;
    return m.place || m.country || !m.organ_words.empty() || m.ordinal > 0 || dated_only;
  }
  if (id.kind == Kind::signing) {  // "signed in Belgrade in 2007", whoever did
    return m.fresh && m.verbal && !m.apart && m.time != kNobody && (m.place || m.country);
  }
  if (id.kind == Kind::call || id.kind == Kind::reception) return states >= 1;
  return !m.organ_words.empty() && is_international(m);
}

}  // namespace rapporteur::meetings
