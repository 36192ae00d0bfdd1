#include "verbal/verb_of_noun.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "identity/signing.h"
#include "mention/meals.h"
#include "mention/mention_parts.h"
#include "mention/take_body.h"
#include "nominal/nominal_words.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

// How far behind a verb the occasion may stand, in tokens.
constexpr std::uint32_t kOccasionReach = 40;

// "met on Monday |to prepare for| the 28th summit": two.
bool is_prepared_by(const Context& c, const Mention& said, const Mention& noun) {
  for (std::uint32_t t = said.trigger.end; t < noun.tokens.begin; ++t) {
    const lexicon::Cue* link = c.cue(t, c.cues.link);
    if (link != nullptr && link->value == "prepares") return true;
  }
  return false;
}

// "met in Rome on Tuesday |before travelling to| Milan for the session": another one, elsewhere.
bool goes_on_to(const Context& c, const Mention& said, const Mention& noun) {
  static constexpr std::array<std::string_view, 9> kGoes{"travelling", "traveling", "leaving",
                                                         "departing",  "flying",    "travelled",
                                                         "traveled",   "left",      "flew"};
  for (std::uint32_t t = said.trigger.end; t < noun.tokens.begin; ++t) {
    if (is_one_of(c.doc.lower(t), kGoes)) return true;
  }
  return false;
}

// "sat across the table today for the 23rd round of talks"
bool is_met_for(const Context& c, const Mention& said, const Mention& noun) {
  if (said.kind != "meeting" || !noun.relation.empty() || said.tokens.end > noun.tokens.begin) {
    return false;
  }
  if (is_prepared_by(c, said, noun) || goes_on_to(c, said, noun)) return false;
  const std::string_view link = c.doc.lower(noun.tokens.begin - 1);
  const std::uint32_t gap = noun.tokens.begin - said.tokens.end;
  if ((link == "for" || link == "in") && gap <= kFarReach) return true;
  // "sat side by side at the first session of the Saudi-Qatari Council": of those two states
  const bool of_pair = noun.states.size() == 2 && !noun.organisation && !noun.organ_words.empty();
  if (link == "at" && of_pair && said.people.size() >= 2 && gap <= kFarReach) return true;
  // "met in Loja on the occasion of the Fourth Meeting of Presidents"
  const std::string_view word = c.doc.lower(noun.tokens.begin - 2);
  const bool occasion = link == "of" && (word == "occasion" || word == "framework");
  return occasion && gap <= kOccasionReach && !noun.organisation && !noun.organ &&
         (noun.ordinal > 0 || !noun.organ_words.empty());
}

// The meeting has a name, a number or a level of its own.
bool is_known_meeting(const Mention& noun) {
  return noun.organisation || noun.organ || !noun.organ_words.empty() || noun.ordinal > 0 ||
         noun.kind == "summit" || noun.kind == "conference";
}

// "received the leaders in Lima on Friday |for the summit|": to sit in it; but not "received X, who
// had come for the summit".
bool is_received_for(const Context& c, const Mention& said, const Mention& noun) {
  const bool guests = said.kind == "reception" || said.kind == "talks";
  if (!guests || !noun.relation.empty() || !is_known_meeting(noun)) return false;
  if (said.tokens.end >= noun.tokens.begin || c.doc.lower(noun.tokens.begin - 1) != "for") {
    return false;
  }
  if (is_prepared_by(c, said, noun)) return false;
  if (noun.tokens.begin - said.tokens.end > kFarReach) return false;
  for (std::uint32_t t = said.tokens.end; t < noun.tokens.begin; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (c.doc.is_punctuation(t) || word == "who" || word == "ahead" || word == "before") {
      return false;
    }
  }
  return true;
}

// All that the same verb tells ("received |A of Peru| and |B of Chile|") is told of the noun.
void gather_guests(std::vector<Mention>& told, Mention& noun) {
  const TokenRange verb = told.back().trigger;
  while (!told.empty() && told.back().verbal && told.back().trigger == verb) {
    const Mention& said = told.back();
    if (noun.time == kNobody) noun.time = said.time;
    if (!noun.place) noun.place = said.place;
    if (!noun.country) noun.country = said.country;
    for (const std::uint32_t person : said.people) {
      const bool known =
          std::find(noun.people.begin(), noun.people.end(), person) != noun.people.end();
      if (!known) noun.people.push_back(person);
    }
    told.pop_back();
  }
}

// "|convened|", "|is to reconvene|"
bool says_convene(const Context& c, TokenRange verb) {
  for (std::uint32_t t = verb.begin; t < verb.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word.starts_with("conven") || word.starts_with("reconven")) return true;
  }
  return false;
}

// "the 44th summit of the Union|, due to convene| on Tuesday"
bool is_said_of(const Context& c, const Mention& noun, TokenRange verb) {
  constexpr std::uint32_t kReach = 5;
  static constexpr std::array<std::string_view, 5> kDue{"due", "set", "scheduled", "expected",
                                                        "which"};
  const std::uint32_t comma = noun.tokens.end;
  return verb.begin > comma && verb.begin <= comma + kReach && c.lower(comma) == "," &&
         is_one_of(c.lower(comma + 1), kDue);
}

}  // namespace

void take_over_verb(const Context& c, std::vector<Mention>& told, Mention& noun) {
  if (told.empty() || !told.back().verbal || told.back().sentence != noun.sentence) return;
  const TokenRange verb = light_verb_before(c, noun);
  Mention& said = told.back();
  if (is_signed_at(c, said, noun)) {
    noun.people = said.people;
    noun.states = said.states;
    told.pop_back();
    return;
  }
  if (is_received_for(c, said, noun)) return gather_guests(told, noun);
  const bool light =
      verb.size() > 0 && verb.begin < said.trigger.end && said.trigger.begin < verb.end;
  if (!light && !is_met_for(c, said, noun)) return;
  const bool bare = !noun.organisation && !noun.organ && noun.organ_words.empty();
  if (bare) take_body(said, noun);
  if (!noun.organisation && !noun.organ && noun.states.empty()) {
    noun.organisation = said.organisation;
  }
  if (noun.time == kNobody) noun.time = said.time;
  if (!noun.place) noun.place = said.place;
  if (!noun.country) noun.country = said.country;
  if (noun.people.empty()) noun.people = said.people;
  if (noun.states.empty()) noun.states = said.states;
  told.pop_back();
}

bool is_verb_of_noun(const Context& c, const std::vector<Mention>& told, TokenRange verb) {
  constexpr std::uint32_t kReach = 16;
  if (!says_convene(c, verb)) return false;
  if (told.empty() || told.back().verbal) return false;
  const Mention& noun = told.back();
  if (noun.sentence != c.doc.sentence_of(verb.begin) || noun.trigger.end > verb.begin) return false;
  if (is_said_of(c, noun, verb)) return true;
  if (verb.begin - noun.trigger.end > kReach) return false;
  const std::uint32_t begin = behind_dateline(c, noun.trigger.begin).begin;
  if (noun.tokens.begin > begin + 2) return false;
  for (std::uint32_t t = noun.trigger.end; t < verb.begin; ++t) {
    const bool acts = t + 1 < verb.begin && c.cue(t, c.cues.past) != nullptr;
    if (c.doc.lower(t) == "," || acts) return false;
  }
  return true;
}

bool is_meal_before(const Context& c, const Mention& meal, const Mention& m) {
  const bool opens = !meal.verbal && meal.sentence == m.sentence && meal.people.empty() &&
                     meal.states.empty() && meal.tokens.end <= m.trigger.begin;
  if (!opens || !is_meal(c.lower(meal.trigger.end - 1))) return false;
  const std::uint32_t begin = c.sentence(meal.trigger.begin).begin;
  const std::string_view first = c.doc.lower(begin);
  return meal.tokens.begin <= begin + 1 && (first == "at" || first == "over" || first == "during");
}

bool is_verbal_noun(const Context& c, std::uint32_t t) {
  if (c.doc.lower(t) == "sitting" && t > c.sentence(t).begin) {
    return ordinal_before(c.doc, t, c.sentence(t).begin).value > 0 ||
           is_determiner(c.doc.lower(t - 1)) || c.cue(t - 1, c.cues.adjective) != nullptr;
  }
  if (c.doc.lower(t) == "visits") return c.lower(t + 1) == "to" || c.lower(t + 1) == "by";
  if (c.doc.lower(t) != "meeting" || t == c.sentence(t).begin) return false;
  const std::string_view before = c.doc.lower(t - 1);
  if (before == "a" || before == "the" || before == "day" || before == "'" || before == "'s")
    return true;
  // "will co-chair |the virtual meeting with| the minister"
  const std::uint32_t front = t - 1;
  const std::string_view which = c.doc.lower(front);  // "the tripartite meeting": no one told of
  const bool sides = which.ends_with("lateral") || which.ends_with("partite");
  const bool described = !sides && front > c.sentence(t).begin &&
                         is_determiner(c.doc.lower(front - 1)) &&
                         c.cue(front, c.cues.adjective) != nullptr;
  if (described) return true;
  const names::Office* office = c.cast.office_ending(t);
  if (office != nullptr && office->plural) return true;
  // "the 12th Joint Military Cooperation Committee |meeting with| the Secretary General"
  const tagger::Tag* tag = c.tags.covering(t - 1);
  const bool body = tag != nullptr && tag->label == tagger::Label::body && tag->tokens.end == t;
  return body || (c.doc.is_capital(t - 1) && c.cue(t - 1, c.cues.body_head) != nullptr) ||
         ordinal_before(c.doc, t, c.sentence(t).begin).value > 0;
}

}  // namespace rapporteur::meetings
