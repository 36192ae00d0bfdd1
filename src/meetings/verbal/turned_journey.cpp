// Visits told by the place, by the tour or by whoever invites: "Quito awaits X", "the tour takes X
// to Quito", "in Quito on Monday was X".

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_form.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "verbal/journey.h"
#include "verbal/journey_parts.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "Quito |awaits| Minister X", "London and Madrid |are waiting for| her"
std::vector<Mention> awaited(const Context& c, TokenRange verb) {
  const std::vector<const Tag*> places = places_before(c, verb.begin);
  if (places.empty()) return {};
  Mention m = visit_told_by(c, verb);
  go_to(c, *places.front(), m);
  const std::string_view word = c.lower(verb.end);
  const bool pronoun = word == "him" || word == "her";
  const std::uint32_t guest = pronoun ? antecedent(c, verb.end) : guest_at(c, verb.end, m);
  // "Lima awaits Minister X, Minister Y and Z": those who come to a meeting
  const names::Mention* who = pronoun ? nullptr : c.cast.starting(verb.end);
  const std::uint32_t next = who == nullptr ? verb.end : who->tokens.end + 1;
  const bool several = who != nullptr && c.cast.starting(next) != nullptr;
  if (several) return {};
  std::vector<Mention> out = visits_of(c, verb, guest, places);
  if (out.empty() && who != nullptr && who->person == kNobody) out = visit_of_office(c, m, *who);
  return out;
}

// "Quito |rolled out the red carpet| on Monday |for| Minister X"
std::vector<Mention> greeted(const Context& c, TokenRange verb) {
  const std::uint32_t end = c.sentence(verb.begin).end;
  std::uint32_t at = behind_adjuncts(c, verb.end, end, "for");
  if (c.lower(at) == "for" || c.lower(at) == "to") ++at;
  const std::vector<const Tag*> places = places_before(c, verb.begin);
  if (places.size() != 1) return {};
  Mention m = visit_told_by(c, verb);
  go_to(c, *places.front(), m);
  std::vector<Mention> out = visits_of(c, verb, guest_at(c, at, m), places);
  const names::Mention* who = c.cast.starting(c.lower(at) == "the" ? at + 1 : at);
  if (out.empty() && who != nullptr && who->person == kNobody) out = visit_of_office(c, m, *who);
  return out;
}

// "In Lima, |where he stays| until Friday, X was received": X, or whom the pronoun means.
std::vector<Mention> there(const Context& c, TokenRange words, std::uint32_t before) {
  if (words.begin == 0) return {};
  const std::uint32_t end = c.doc.lower(words.begin - 1) == "," ? words.begin - 1 : words.begin;
  const std::vector<const Tag*> places = places_before(c, end);
  const bool dated = c.time_at(words.end) != nullptr || c.time_at(words.end + 1) != nullptr;
  if (places.empty() || !dated) return {};
  const TokenRange s = c.sentence(words.begin);
  std::uint32_t guest = kNobody;
  for (std::uint32_t t = words.end; t < s.end && guest == kNobody; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr) guest = who->person;
  }
  std::vector<Mention> out = visits_of(c, words, guest, {places.back()});
  if (out.empty()) {
    guest = before != kNobody ? before : antecedent(c, words.begin);
    out = visits_of(c, words, guest, {places.back()});
  }
  for (Mention& m : out) m.trip = false;  // he stays there, whatever else he does
  return out;
}

// "Peru |has| Minister X |as its guest|"
std::vector<Mention> had_as_guest(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 5;
  const names::Mention* who = c.cast.starting(c.lower(verb.end) == "the" ? verb.end + 1 : verb.end);
  if (who == nullptr || who->person == kNobody) return {};
  const std::vector<const Tag*> places = places_before(c, verb.begin);
  const std::uint32_t end = std::min(c.sentence(verb.begin).end, who->tokens.end + kNear);
  for (std::uint32_t t = who->tokens.end; t < end; ++t) {
    const std::string_view link = c.doc.lower(t - 1);
    const bool guest = c.doc.lower(t) == "guest" || c.doc.lower(t) == "guests";
    if (guest && (link == "its" || link == "a" || link == "as")) {
      return visits_of(c, {verb.begin, t + 1}, who->person, places);
    }
  }
  return {};
}

// "X |pays| Georgia a state |visit|", "the |visit| which X |pays| Georgia"
std::vector<Mention> paid(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 12;
  const TokenRange s = c.sentence(verb.begin);
  const std::vector<const Tag*> places = places_from(c, verb.end);
  if (places.size() != 1) return {};
  bool visit = false;
  const std::uint32_t from = verb.begin > s.begin + kNear ? verb.begin - kNear : s.begin;
  for (std::uint32_t t = from; t < std::min(s.end, verb.end + kNear); ++t) {
    visit = visit || c.doc.lower(t) == "visit" || c.doc.lower(t) == "visits";
  }
  Mention told = visit_told_by(c, verb);
  Clause clause(c, told);
  const bool known = visit && (clause.subject(verb.begin) || clause.pronoun(verb.begin));
  if (!known || told.people.size() != 1) return {};
  return visits_of(c, verb, told.people.front(), places);
}

// "X |follows an invitation| by Minister Y |to| Georgia"
std::vector<Mention> accepted(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kReach = 16;
  const std::uint32_t end = std::min(c.sentence(verb.begin).end, verb.end + kReach);
  std::vector<const Tag*> places;
  for (std::uint32_t t = verb.end; t < end && places.empty(); ++t) {
    if (c.doc.lower(t) == "to") places = places_from(c, t + 1);
  }
  Mention told = visit_told_by(c, verb);
  Clause clause(c, told);
  const bool known = !places.empty() && (clause.subject(verb.begin) || clause.pronoun(verb.begin));
  if (!known || told.people.size() != 1) return {};
  return visits_of(c, verb, told.people.front(), places);
}

// "X of Peru met Y of Chile. Y invited |her colleague| to Santiago": X, the only one of these
// sentences who is not at home there; or kNobody.
std::uint32_t colleague_from_elsewhere(const Context& c, std::uint32_t token,
                                       const std::vector<const Tag*>& places) {
  const std::uint32_t sentence = c.doc.sentence_of(token);
  if (places.empty() || sentence == 0) return kNobody;
  Mention m = visit_told_by(c, {token, token + 1});
  go_to(c, *places.front(), m);
  std::uint32_t one = kNobody;
  const TokenRange here = c.sentence(token);
  for (std::uint32_t t = c.doc.sentences()[sentence - 1].tokens.begin; t < here.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person == kNobody || who->person == one) continue;
    const names::Person& person = c.cast.people[who->person];
    if (!person.state || !is_guest_in(c, person, m)) continue;
    if (one != kNobody) return kNobody;
    one = who->person;
  }
  return one;
}

// "takes |Minister X| on Friday to |Quito|", "the stay of |Minister X| in |Quito|", "has invited
// |Minister X| to |Quito|"
std::vector<Mention> carried(const Context& c, TokenRange verb, bool is_noun) {
  constexpr std::uint32_t kFront = 4;  // tokens of "her Peruvian colleague"
  const std::string_view word = c.lower(verb.end);
  const names::Mention* who = nullptr;
  for (std::uint32_t t = verb.end; who == nullptr && t < verb.end + kFront; ++t) {
    if (c.lower(t) == "," || c.lower(t) == "to") break;
    who = c.cast.starting(t);
  }
  TokenRange peer;
  const bool owned = word == "his" || word == "her";
  const bool colleague =
      who == nullptr && owned && c.cue(verb.end + 1, c.cues.counterpart, &peer) != nullptr;
  const bool pronoun = who == nullptr && !colleague && (word == "him" || word == "her");
  if (!pronoun && !colleague && (who == nullptr || who->person == kNobody)) return {};
  std::uint32_t end = colleague ? peer.end : pronoun ? verb.end + 1 : who->tokens.end;
  // "brought Peru's President, X|,| to Quito"
  if (who != nullptr && c.lower(end) == ",") ++end;
  const std::uint32_t to = behind_adjuncts(c, end, c.sentence(verb.begin).end, {});
  if (c.lower(to) != (is_noun ? "in" : "to")) return {};
  const std::vector<const Tag*> places = places_from(c, to + 1);
  const std::uint32_t guest = colleague ? colleague_from_elsewhere(c, verb.begin, places)
                              : pronoun ? antecedent(c, verb.end)
                                        : who->person;
  std::vector<Mention> out = visits_of(c, verb, guest, places);
  // "invited him to Lima |for the next round|": the meeting is told there
  const bool purpose = !out.empty() && c.lower(out.back().tokens.end) == "for";
  return purpose ? std::vector<Mention>{} : out;
}

// The one whom the sentence names beside the words, or whom its pronoun means; or kNobody.
std::uint32_t one_beside(const Context& c, TokenRange words) {
  const TokenRange s = c.sentence(words.begin);
  std::uint32_t one = kNobody;
  std::uint32_t pronoun = s.end;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "his" || word == "her" || word == "he" || word == "she") pronoun = t;
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person == kNobody || who->person == one) continue;
    if (one != kNobody) return kNobody;
    one = who->person;
  }
  return one == kNobody && pronoun < s.end ? antecedent(c, pronoun) : one;
}

// "|Pristina|, in Kosovo, is next": where the name ends that such an aside follows; or `end`.
std::uint32_t behind_name(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 9;  // tokens of ", in the Federated States of Micronesia,"
  if (end == 0 || c.doc.lower(end - 1) != ",") return end;
  const std::uint32_t begin = c.sentence(end - 1).begin;
  for (std::uint32_t back = 2; back <= kLongest && end > begin + back; ++back) {
    const std::uint32_t t = end - back;
    if (c.doc.lower(t) == ",") return c.lower(t + 1) == "in" ? t : end;
  }
  return end;
}

// "Lima is |the next stop| of Minister X", "|next on his itinerary| is Lima"
std::vector<Mention> stops(const Context& c, TokenRange words) {
  constexpr std::uint32_t kReach =
      14;  // tokens of "of the Minister of Foreign Affairs of Peru, X, is"
  const TokenRange s = c.sentence(words.begin);
  std::vector<const Tag*> places;
  std::uint32_t be = words.begin;
  if (be > s.begin && c.doc.lower(be - 1) == "the") --be;
  if (be > s.begin && c.doc.lower(be - 1) == "on") --be;
  if (be > s.begin && is_be(c.doc.lower(be - 1))) places = places_before(c, behind_name(c, be - 1));
  for (std::uint32_t t = words.end; places.empty() && t < std::min(s.end, words.end + kReach);
       ++t) {
    if (c.doc.lower(t) == ";") break;
    const bool will_be = c.doc.lower(t) == "be" && c.doc.lower(t - 1) == "will";
    if (!is_be(c.doc.lower(t)) && !will_be) continue;
    places = places_from(c, t + 1);
    break;
  }
  return places.empty() ? std::vector<Mention>{}
                        : visits_of(c, words, one_beside(c, words), places);
}

// "Quito |is where| Minister X will be on Friday"
std::vector<Mention> whereabouts(const Context& c, TokenRange words) {
  const std::vector<const Tag*> places = places_before(c, words.begin);
  if (places.empty()) return {};
  Mention m = visit_told_by(c, words);
  go_to(c, *places.front(), m);
  return visits_of(c, words, guest_at(c, words.end, m), places);
}

// "was |the guest of| the United States"
std::vector<Mention> guest_of_state(const Context& c, TokenRange words) {
  const Tag* host = place_named_at(c, words.end);
  if (host == nullptr || host->label != Label::state) return {};
  Mention told = visit_told_by(c, words);
  Clause clause(c, told);
  const bool known = clause.subject(words.begin) || clause.pronoun(words.begin);
  if (!known || told.people.size() != 1) return {};
  return visits_of(c, words, told.people.front(), {host});
}

// "The tour |covers| Kenya and Ethiopia": the one who is on it, where the noun of a journey stands
// before the verb.
std::vector<Mention> covered(const Context& c, TokenRange verb, std::uint32_t before) {
  static constexpr std::array<std::string_view, 8> kNouns{
      "tour", "trip", "visit", "mission", "journey", "itinerary", "programme", "stay"};
  bool noun = false;
  for (std::uint32_t t = c.sentence(verb.begin).begin; t < verb.begin; ++t) {
    noun = noun || is_one_of(c.doc.lower(t), kNouns);
  }
  if (!noun) return {};
  std::uint32_t guest = one_beside(c, verb);
  if (guest == kNobody) guest = before != kNobody ? before : antecedent(c, verb.begin);
  return visits_of(c, verb, guest, places_from(c, verb.end));
}

// "|In Quito| on Monday |was| Minister X", "|To Quito and Lima| Minister X |will come|": the place
// opens the sentence.
std::vector<Mention> fronted_places(const Context& c, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  const std::string_view link = c.doc.lower(token);
  if ((link != "in" && link != "to") || behind_dateline(c, token).begin != token) return {};
  const std::vector<const Tag*> places = places_from(c, token + 1);
  if (places.empty()) return {};
  std::uint32_t at = behind_adjuncts(c, places.back()->tokens.end, s.end, {});
  if (c.lower(at) == ",") ++at;
  const bool was = link == "in" && at < s.end && is_be(c.doc.lower(at));
  if (was) ++at;
  Mention m = visit_told_by(c, {token, places.back()->tokens.end});
  go_to(c, *places.front(), m);
  const std::uint32_t guest = guest_at(c, at, m);
  if (guest == kNobody) return {};
  const names::Mention* who = c.cast.covering(c.lower(at) == "the" ? at + 1 : at);
  const lexicon::Cue* verb = c.cue(who->tokens.end, c.cues.stay);
  const bool goes = link == "to" && verb != nullptr && verb->value == "to";
  return was || goes ? visits_of(c, m.trigger, guest, places) : std::vector<Mention>{};
}

// More than journeys, whatever else is told of them; "Lima, Peru's neighbour": the town has a
// state.
std::vector<Mention> paid(const Context& c, std::vector<Mention> visits) {
  for (Mention& m : visits) {
    m.trip = false;
    if (m.place) m.country = {c.catalogue.places()[m.place.id].state, m.place.words};
  }
  return visits;
}

// "|Visiting| Lima on Monday, Minister X met": a participle that opens the sentence, whose clause
// names the guest first.
std::vector<Mention> visiting(const Context& c, TokenRange words) {
  constexpr std::uint32_t kReach = 14;  // tokens of "on the second day of his tour,"
  const TokenRange s = c.sentence(words.begin);
  const Tag* place = words.begin == s.begin ? place_named_at(c, words.end) : nullptr;
  if (place == nullptr) return {};
  std::uint32_t comma = place->tokens.end;
  const std::uint32_t limit = std::min(s.end, comma + kReach);
  while (comma < limit && c.doc.lower(comma) != ",") ++comma;
  for (std::uint32_t t = comma + 1; comma < limit && t < s.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr) return paid(c, visits_of(c, words, who->person, {place}));
    const Tag* whose = c.tags.covering(t);
    const bool owner =
        whose != nullptr && (whose->label == Label::state || whose->label == Label::nationality);
    if (!owner && c.doc.lower(t) != "the" && c.doc.lower(t) != "'s") break;
  }
  return {};
}

}  // namespace

std::vector<Mention> turned_journey(const Context& c, std::uint32_t token, std::uint32_t before) {
  TokenRange words;
  const lexicon::Cue* cue = c.cue(token, c.cues.stay, &words);
  if (cue == nullptr) return fronted_places(c, token);
  if (cue->value == "awaits") return awaited(c, words);
  if (cue->value == "carries" || cue->value == "invites") return carried(c, words, false);
  if (cue->value == "noun") return carried(c, words, true);
  if (cue->value == "greets") return greeted(c, words);
  if (cue->value == "there") return there(c, words, before);
  if (cue->value == "has") return had_as_guest(c, words);
  if (cue->value == "pays") return paid(c, words);
  if (cue->value == "accepts") return accepted(c, words);
  if (cue->value == "covers") return covered(c, words, before);
  if (cue->value == "stop") return stops(c, words);
  if (cue->value == "where") return whereabouts(c, words);
  if (cue->value == "guest") return guest_of_state(c, words);
  if (cue->value == "visiting") return visiting(c, words);
  return {};
}

}  // namespace rapporteur::meetings
