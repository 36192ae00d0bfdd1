#include "participant/sides.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"

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

// What leads to the occasion on which somebody acts.
constexpr std::array<std::string_view, 5> kLinks{"at", "during", "in", "after", "following"};

// A meeting of which nothing is said yet.
bool is_bare(const Mention& m) {
  const bool few = m.kind == "meeting" || m.kind == "talks";
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    m.organ_words.empty() && m.owner.empty() && m.ordinal == 0;
  return few && bare && !m.definite && !m.verbal && !m.in_headline && m.relation.empty();
}

// The same where somebody acts |at| it, |during| it and the like.
bool is_bare_occasion(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (!is_bare(m) || m.tokens.begin <= begin) return false;
  std::uint32_t at = m.tokens.begin - 1;  // "After |nuclear| talks"
  const bool word = c.doc.shape(at) == text::Shape::lower && c.tags.covering(at) == nullptr;
  if (word && at > begin && !is_one_of(c.doc.lower(at), kLinks)) --at;
  return is_one_of(c.doc.lower(at), kLinks);
}

// A clause of the sentence may begin at `t`.
bool opens_clause(const Context& c, TokenRange s, std::uint32_t t) {
  return t == s.begin || t == c.dateline.end || c.doc.lower(t - 1) == ",";
}

// "At talks in Lima on Saturday |Peru and Chile| agreed": the subject may begin at `t`, right
// behind the day or the town of what opens the sentence.
bool follows_adjunct(const Context& c, TokenRange s, std::uint32_t t) {
  if (t <= s.begin + 1 || !is_one_of(c.doc.lower(s.begin), kLinks)) return false;
  const tagger::Tag* before = c.tags.covering(t - 1);
  const bool town = before != nullptr && before->label == tagger::Label::place;
  return town || c.time_at(t - 1) != nullptr;
}

// "|The ministers of Peru and Chile| adopted": officials of several states whom nobody names.
bool opens_subject(const Context& c, TokenRange s, const names::Mention& who) {
  const bool officials = who.person == kNobody && who.kind == names::MentionKind::office;
  const std::uint32_t begin = who.tokens.begin;
  const bool article = begin > s.begin && c.doc.lower(begin - 1) == "the";
  return officials && opens_clause(c, s, article ? begin - 1 : begin) && who.tokens.end < s.end &&
         c.doc.shape(who.tokens.end) == text::Shape::lower;
}

// Behind people and their states who are joined, and who start at `t`: "A of Peru and B, of Chile".
std::uint32_t behind_people(const Context& c, std::uint32_t t, std::uint32_t limit) {
  static constexpr std::array<std::string_view, 8> kJoints{",",  "and", "of",  "the",
                                                           "'s", "his", "her", "as"};
  std::uint32_t end = t;
  while (t < limit) {
    const names::Mention* who = c.cast.starting(t);
    const tagger::Tag* tag = c.tags.starting(t);
    const bool state = tag != nullptr && (tag->label == tagger::Label::state ||
                                          tag->label == tagger::Label::nationality);
    if (who != nullptr && who->person != kNobody) {
      t = end = who->tokens.end;
    } else if (state) {
      t = end = tag->tokens.end;
    } else if (is_one_of(c.doc.lower(t), kJoints)) {
      ++t;
    } else {
      break;
    }
  }
  return end;
}

// The people who end at `end` and are of two sides become those who meet.
bool take_people_before(const Context& c, Mention& m, std::uint32_t end) {
  Mention grown;
  grown.tokens = grown.trigger = m.trigger;
  grown.kind = m.kind;
  if (!Clause(c, grown).subject(end) || grown.organisation || !are_of_two_sides(c, grown.people)) {
    return false;
  }
  m.people = std::move(grown.people);
  m.kind = "talks";
  return true;
}

}  // namespace

void take_people_acting(const Context& c, Mention& m) {
  // "a meeting |of| the chamber of commerce"
  if (!is_bare_occasion(c, m) || c.lower(m.trigger.end) == "of") return;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->states.size() > 1 && opens_subject(c, s, *who)) {
      m.states = who->states;
      m.kind = "talks";
      return;
    }
    if (who == nullptr || who->person == kNobody) continue;
    std::uint32_t first = t;
    const bool owned = first > s.begin && c.doc.lower(first - 1) == "'s";
    const tagger::Tag* owner = owned ? c.tags.covering(first - 2) : nullptr;
    if (owner != nullptr) first = owner->tokens.begin;
    const bool agent = first > s.begin && c.doc.lower(first - 1) == "by";
    const std::uint32_t end = behind_people(c, t, s.end);
    // "The presidents of Peru and Chile, |A and B,| adopted"
    const bool apposed = first > s.begin && c.doc.lower(first - 1) == "," && c.lower(end) == ",";
    const std::uint32_t verb = apposed ? end + 1 : end;
    const bool subject = verb < s.end && c.doc.shape(verb) == text::Shape::lower;
    if (subject && (agent || opens_clause(c, s, first)) && take_people_before(c, m, end)) return;
    if (opens_clause(c, s, first)) return;
    t = end;
  }
}

void take_people_holding(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 16;  // tokens of "was held in Lima on the second day by"
  const TokenRange s = c.sentence(m.trigger.begin);
  if (!is_bare(m)) return;
  bool held = false;
  for (std::uint32_t t = m.trigger.end; t + 1 < std::min(s.end, m.trigger.end + kReach); ++t) {
    held = held || c.doc.lower(t) == "held";
    if (!held || c.doc.lower(t) != "by") continue;
    std::uint32_t first = t + 1;
    while (c.lower(first) == "the") ++first;
    const std::uint32_t end = behind_people(c, first, s.end);
    if (end > first) take_people_before(c, m, end);
    return;
  }
}

void take_states_acting(const Context& c, Mention& m) {
  constexpr std::size_t kFew = 3;
  if (!is_bare_occasion(c, m)) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    std::uint32_t end = t;
    std::vector<Named> states = opens_clause(c, s, t) || follows_adjunct(c, s, t)
                                    ? list_of_states(c, &end)
                                    : std::vector<Named>();
    if (states.size() < 2) continue;
    if (states.size() <= kFew && acts(c, end, s.end)) {
      m.states = std::move(states);
      m.kind = "talks";
    }
    return;
  }
}

namespace {

// The state that the tag names, or in which the town lies.
Named state_of(const Context& c, const tagger::Tag& tag) {
  const ByteSpan words = c.doc.span(tag.tokens);
  if (tag.id == npos) return {};
  if (tag.label == tagger::Label::place) return {c.catalogue.places()[tag.id].state, words};
  const bool state = tag.label == tagger::Label::state || tag.label == tagger::Label::nationality;
  return state ? Named{tag.id, words} : Named{};
}

// The only state besides `known` that the sentence names, by towns or not by towns; none.
Named other_in_sentence(const Context& c, TokenRange s, catalogue::Index known, bool by_town) {
  Named out;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag == nullptr || (tag->label == tagger::Label::place) != by_town) continue;
    const Named state = state_of(c, *tag);
    if (!state || state.id == npos || state.id == known) continue;
    if (out && out.id != state.id) return {};
    out = state;
  }
  return out;
}

// The report says more of the state than a town in it.
bool is_named(const Context& c, catalogue::Index state) {
  for (std::uint32_t t = 0; t < c.doc.size(); ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    const bool other = tag != nullptr && tag->label != tagger::Label::place;
    if (other && state_of(c, *tag) && tag->id == state) return true;
  }
  return false;
}

}  // namespace

void take_other_side(const Context& c, Mention& m) {
  const bool few = m.kind == "meeting" || m.kind == "talks" || m.kind == "session";
  const bool one = m.states.size() == 1 && m.people.empty() && !m.organisation && !m.organ;
  const bool several = c.doc.lower(m.trigger.end - 1) == "meetings";  // "regular meetings with"
  if (!few || !one || several || m.verbal || m.in_headline) return;
  const std::uint32_t at = c.doc.token_at(m.states.front().words.begin);
  if (at <= m.trigger.begin || c.doc.lower(at - (c.doc.lower(at - 1) == "the" ? 2 : 1)) != "with") {
    return;
  }
  const TokenRange s = c.sentence(m.trigger.begin);
  Named other = other_in_sentence(c, s, m.states.front().id, false);
  if (!other) other = other_in_sentence(c, s, m.states.front().id, true);
  if (other && is_named(c, other.id)) m.states.push_back(other);
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
