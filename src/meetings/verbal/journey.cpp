#include "verbal/journey.h"

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_form.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// The town or the state whose name begins at `t`, over an article; or null.
const Tag* place_at(const Context& c, std::uint32_t t) {
  const std::uint32_t end = c.sentence(t).end;
  if (c.lower(t) == "the" || c.lower(t).starts_with("neighbo")) ++t;
  const Tag* tag = t < end ? c.tags.starting(t) : nullptr;
  const bool known = tag != nullptr && tag->id != npos &&
                     (tag->label == Label::state || tag->label == Label::place);
  return known ? tag : nullptr;
}

// The town or the state whose name ends before `end`; or null.
const Tag* place_before(const Context& c, std::uint32_t end) {
  const Tag* tag = end > c.sentence(end - 1).begin ? c.tags.covering(end - 1) : nullptr;
  const bool known = tag != nullptr && tag->tokens.end == end && tag->id != npos &&
                     (tag->label == Label::state || tag->label == Label::place);
  return known ? tag : nullptr;
}

// May stand before a day, or alone.
bool is_small(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 14> kSmall{
      "today", "also",    "now",       "then",    "early", "late", "already",
      "again", "morning", "afternoon", "evening", "night", "here", "later",
  };
  return is_one_of(c.doc.lower(t), kSmall) || c.cue(t, c.cues.adverb) != nullptr;
}

// "on Sunday|", "from Quito|", "early|", "by train|": behind a day, a way or an adverb at `t`; or
// `t`.
std::uint32_t behind_adjunct(const Context& c, std::uint32_t t, std::uint32_t end) {
  static constexpr std::array<std::string_view, 11> kLead{
      "on", "since", "this", "of", "from", "and", "until", "for", "a", "by", ","};
  static constexpr std::array<std::string_view, 6> kCarriers{"train", "plane", "car",
                                                             "air",   "road",  "helicopter"};
  if (const time::Expression* e = c.time_at(t); e != nullptr) return e->tokens.end;
  const std::string_view word = c.doc.lower(t);
  const bool leads = t + 1 < end && is_one_of(word, kLead);
  if (const time::Expression* e = leads ? c.time_at(t + 1) : nullptr; e != nullptr) {
    return e->tokens.end;
  }
  if (word == "from") {
    const Tag* origin = place_at(c, t + 1);
    return origin == nullptr ? t : origin->tokens.end;
  }
  if (word == "by" && leads && is_one_of(c.doc.lower(t + 1), kCarriers)) return t + 2;
  TokenRange words;
  if (c.cue(t, c.cues.duration, &words) != nullptr) return words.end;
  return is_small(c, t) ? t + 1 : t;
}

// Behind all of them from `t` on, up to the word `stop`.
std::uint32_t behind_adjuncts(const Context& c, std::uint32_t t, std::uint32_t end,
                              std::string_view stop = {}) {
  constexpr std::uint32_t kLongest = 14;
  const std::uint32_t limit = std::min(end, t + kLongest);
  for (std::uint32_t next = t; t < limit; t = next) {
    if (c.doc.lower(t) == stop) break;
    next = behind_adjunct(c, t, limit);
    if (next == t) break;
  }
  return t;
}

bool leads_to(std::string_view word, std::string_view frame) {
  if (frame == "in" || frame == "be" || frame == "spend") return word == "in" || word == "at";
  if (frame == "from") return word == "from";
  return word == "for" || word == "to" || word == "into";
}

// The person at `t` who holds an office and is of another state than the place; or kNobody.
std::uint32_t guest_at(const Context& c, std::uint32_t t, const Mention& m) {
  if (c.lower(t) == "the") ++t;
  const names::Mention* who = t < c.doc.size() ? c.cast.starting(t) : nullptr;
  const bool person = who != nullptr && who->person != kNobody;
  return person && is_guest_in(c, c.cast.people[who->person], m) ? who->person : kNobody;
}

void go_to(const Context& c, const Tag& tag, Mention& m) {
  Named& where = tag.label == Label::state ? m.country : m.place;
  where = Named{tag.id, c.doc.span(tag.tokens)};
}

Mention opened(const Context& c, TokenRange words) {
  Mention m;
  m.trigger = m.tokens = words;
  m.kind = "visit";
  m.trip = m.verbal = true;
  m.sentence = c.doc.sentence_of(words.begin);
  return m;
}

// The places that are listed from `t` on: "Quito|, |Lima| and |Bogotá", "Tbilisi|, Georgia".
std::vector<const Tag*> places_from(const Context& c, std::uint32_t t) {
  std::vector<const Tag*> out;
  for (const Tag* tag = place_at(c, t); tag != nullptr; tag = place_at(c, t)) {
    const bool of_last = !out.empty() && out.back()->label == Label::place &&
                         tag->label == Label::state &&
                         c.catalogue.places()[out.back()->id].state == tag->id;
    if (!of_last) out.push_back(tag);
    t = tag->tokens.end;
    if (c.lower(t) == ",") ++t;
    if (c.lower(t) == "and") ++t;
    if (t == tag->tokens.end) break;
  }
  return out;
}

// The places that are listed up to `end`.
std::vector<const Tag*> places_before(const Context& c, std::uint32_t end) {
  std::uint32_t begin = end;
  for (const Tag* tag = place_before(c, end); tag != nullptr; tag = place_before(c, end)) {
    begin = end = tag->tokens.begin;
    const std::uint32_t first = c.sentence(begin).begin;
    if (end > first && c.doc.lower(end - 1) == "the") begin = --end;
    if (end > first && c.doc.lower(end - 1) == "and") --end;
    if (end > first && c.doc.lower(end - 1) == ",") --end;
    if (end == begin) break;
  }
  return places_from(c, begin);
}

// One visit of `guest` for each of the places in which he is no host.
std::vector<Mention> visits_of(const Context& c, TokenRange words, std::uint32_t guest,
                               const std::vector<const Tag*>& places) {
  std::vector<Mention> out;
  for (const Tag* tag : places) {
    Mention m = opened(c, words);
    go_to(c, *tag, m);
    if (guest == kNobody || !is_guest_in(c, c.cast.people[guest], m)) continue;
    m.people = {guest};
    m.tokens = {std::min(words.begin, tag->tokens.begin), std::max(words.end, tag->tokens.end)};
    m.fresh = places.size() > 1;
    out.push_back(std::move(m));
  }
  return out;
}

// "Quito |awaits| Minister X", "London and Madrid |are waiting for| her"
std::vector<Mention> awaited(const Context& c, TokenRange verb) {
  const std::vector<const Tag*> places = places_before(c, verb.begin);
  if (places.empty()) return {};
  Mention m = opened(c, verb);
  go_to(c, *places.front(), m);
  const std::string_view word = c.lower(verb.end);
  const bool pronoun = word == "him" || word == "her";
  const std::uint32_t guest = pronoun ? antecedent(c, verb.end) : guest_at(c, verb.end, m);
  // "Lima awaits Minister X, Minister Y and Z": those who come to a meeting
  const names::Mention* who = pronoun ? nullptr : c.cast.starting(verb.end);
  const std::uint32_t next = who == nullptr ? verb.end : who->tokens.end + 1;
  const bool several = who != nullptr && c.cast.starting(next) != nullptr;
  return several ? std::vector<Mention>{} : visits_of(c, verb, guest, places);
}

// "takes |Minister X| on Friday to |Quito|", "has invited |Minister X| to |Quito|"
std::vector<Mention> carried(const Context& c, TokenRange verb) {
  const names::Mention* who = c.cast.starting(c.lower(verb.end) == "the" ? verb.end + 1 : verb.end);
  const std::string_view word = c.lower(verb.end);
  const bool pronoun = word == "him" || word == "her";
  if (!pronoun && (who == nullptr || who->person == kNobody)) return {};
  const std::uint32_t end = pronoun ? verb.end + 1 : who->tokens.end;
  const std::uint32_t to = behind_adjuncts(c, end, c.sentence(verb.begin).end);
  if (c.lower(to) != "to") return {};
  const std::uint32_t guest = pronoun ? antecedent(c, verb.end) : who->person;
  std::vector<Mention> out = visits_of(c, verb, guest, places_from(c, to + 1));
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

// "Lima is |the next stop| of Minister X", "|next on his itinerary| is Lima"
std::vector<Mention> stops(const Context& c, TokenRange words) {
  constexpr std::uint32_t kReach =
      14;  // tokens of "of the Minister of Foreign Affairs of Peru, X, is"
  const TokenRange s = c.sentence(words.begin);
  std::vector<const Tag*> places;
  std::uint32_t be = words.begin;
  if (be > s.begin && c.doc.lower(be - 1) == "the") --be;
  if (be > s.begin && is_be(c.doc.lower(be - 1))) places = places_before(c, be - 1);
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
  Mention m = opened(c, words);
  go_to(c, *places.front(), m);
  return visits_of(c, words, guest_at(c, words.end, m), places);
}

// "was |the guest of| the United States"
std::vector<Mention> guest_of_state(const Context& c, TokenRange words) {
  const Tag* host = place_at(c, words.end);
  if (host == nullptr || host->label != Label::state) return {};
  Mention told = opened(c, words);
  Clause clause(c, told);
  const bool known = clause.subject(words.begin) || clause.pronoun(words.begin);
  if (!known || told.people.size() != 1) return {};
  return visits_of(c, words, told.people.front(), {host});
}

}  // namespace

TokenRange journey_verb(const Context& c, std::uint32_t token) {
  TokenRange verb;
  const lexicon::Cue* cue = c.cue(token, c.cues.stay, &verb);
  if (cue == nullptr) return {};
  if (cue->value.empty()) return verb;
  if (cue->value == "at") return place_at(c, verb.end) != nullptr ? verb : TokenRange{};
  const std::uint32_t end = c.sentence(token).end;
  // "Minister back from Lima" above a report: of a meeting as often as of a visit
  const bool body = c.doc.sentences()[c.doc.sentence_of(token)].role == text::LineRole::body;
  if (cue->value == "from" && !body) return {};
  std::uint32_t at = verb.end;
  if (cue->value == "leave") {
    if (const Tag* origin = place_at(c, at); origin != nullptr) at = origin->tokens.end;
  }
  const std::uint32_t behind =
      behind_adjuncts(c, at, end, cue->value == "from" ? "from" : std::string_view());
  const bool bare = behind == verb.end;  // "is in", "spent in"
  if (bare && (cue->value == "be" || cue->value == "spend")) return {};
  return behind < end && leads_to(c.lower(behind), cue->value) ? TokenRange{token, behind + 1}
                                                               : TokenRange{};
}

std::vector<Mention> turned_journey(const Context& c, std::uint32_t token) {
  TokenRange words;
  const lexicon::Cue* cue = c.cue(token, c.cues.stay, &words);
  if (cue == nullptr) return {};
  if (cue->value == "awaits") return awaited(c, words);
  if (cue->value == "carries" || cue->value == "invites") return carried(c, words);
  if (cue->value == "stop") return stops(c, words);
  if (cue->value == "where") return whereabouts(c, words);
  if (cue->value == "guest") return guest_of_state(c, words);
  return {};
}

}  // namespace rapporteur::meetings
