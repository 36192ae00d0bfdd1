#include "nominal/front_subject.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "participant/sides.h"

namespace rapporteur::meetings {

namespace {

// Talks with one person, of whom alone the phrase tells, by name or by office and state.
bool is_with_one(const Context& c, const Mention& m) {
  const bool few = m.kind != "visit" && (is_between_few(m) || m.kind == "meeting");
  const bool body = m.organisation || m.organ || !m.organ_words.empty();
  const bool one = m.people.size() + m.states.size() == 1;
  return few && !body && !m.in_headline && one && c.lower(m.trigger.end) == "with";
}

// The person behind the comma that closes the front, before a verb; or null.
const names::Mention* behind_front(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 10;
  const std::uint32_t end = std::min(m.tokens.end + kReach, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.end; t + 1 < end; ++t) {
    if (c.cue(t, c.cues.verb) != nullptr || c.cue(t, c.cues.head) != nullptr) return nullptr;
    const names::Mention* who = c.doc.lower(t) == "," ? c.cast.starting(t + 1) : nullptr;
    if (who == nullptr || who->person == kNobody) continue;
    const std::uint32_t verb = who->tokens.end;
    const bool acts = verb < c.sentence(t).end && c.doc.shape(verb) == text::Shape::lower &&
                      c.doc.lower(verb) != "and" && c.doc.lower(verb) != "of";
    return acts ? who : nullptr;
  }
  return nullptr;
}

// They are not known to be of one state.
bool may_meet(const Context& c, std::uint32_t one, std::uint32_t other) {
  const Named& a = c.cast.people[one].state;
  const Named& b = c.cast.people[other].state;
  return one != other && (!a || !b || a.id != b.id);
}

// The person is not known to be of the state of the one whom the phrase tells of.
bool may_meet_other(const Context& c, std::uint32_t person, const Mention& m) {
  if (!m.people.empty()) return may_meet(c, person, m.people.front());
  const Named& own = c.cast.people[person].state;  // "with his |Kazakh| counterpart"
  return own && own.id != m.states.front().id;
}

// The person who opens the sentence, before any meeting is named; or kNobody.
std::uint32_t before_first_meeting(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::uint32_t end = begin;
  while (end < m.tokens.begin && c.cue(end, c.cues.head) == nullptr) ++end;
  return person_opening(c, {begin, end});
}

void take_subject(Mention& m, std::uint32_t person) {
  m.objects = m.people;
  m.people.insert(m.people.begin(), person);
}

// A form of a verb that a subject has right behind it.
bool is_verb(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 7> kAuxiliaries{"will", "would", "has", "had",
                                                                "is",   "was",   "also"};
  const std::string_view word = c.doc.lower(token);
  return c.cue(token, c.cues.verb) != nullptr || c.cue(token, c.cues.past_verb) != nullptr ||
         c.cue(token, c.cues.light_verb) != nullptr || word.ends_with("ed") ||
         is_one_of(word, kAuxiliaries);
}

}  // namespace

bool opens_front(const Context& c, std::uint32_t phrase) {
  constexpr std::uint32_t kNear = 3;
  static constexpr std::array<std::string_view, 9> kFronts{
      "after", "following", "before", "during", "in", "at", "besides", "on", "ahead"};
  const std::uint32_t begin = std::max(c.sentence(phrase).begin, c.dateline.end);
  for (std::uint32_t t = begin; t < std::min(begin + kNear, phrase); ++t) {
    if (is_one_of(c.doc.lower(t), kFronts)) return true;
  }
  return false;
}

namespace {

// "for the session of the Assembly, |the Union held| its summit": a body with its verb, which
// closes no list.
bool is_acting_body(const Context& c, std::uint32_t name) {
  const tagger::Tag* tag = name < c.doc.size() ? c.tags.starting(name) : nullptr;
  const std::uint32_t comma = c.lower(name - 1) == "the" ? name - 2 : name - 1;
  if (tag == nullptr || tag->label != tagger::Label::body || c.lower(comma) != ",") return false;
  const std::uint32_t verb = tag->tokens.end;
  return verb < c.sentence(name).end && c.doc.shape(verb) == text::Shape::lower && is_verb(c, verb);
}

}  // namespace

bool opens_main_clause(const Context& c, std::uint32_t phrase, std::uint32_t name) {
  if (is_acting_body(c, name)) return true;
  const names::Mention* who = c.cast.starting(name);
  if (who == nullptr || c.lower(name - 1) != ",") return false;
  // "On the sidelines of the Assembly, |ministers of the Union| met"
  if (who->person == kNobody) {
    const names::Office* group = c.cast.office_starting(name);
    return group != nullptr && group->plural && opens_front(c, phrase);
  }
  const std::uint32_t verb = who->tokens.end;
  if (verb >= c.sentence(name).end || c.doc.shape(verb) != text::Shape::lower) return false;
  return is_verb(c, verb) && opens_front(c, phrase);
}

bool meets_also(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  const bool one = m.verbal && m.people.size() == 2 && m.objects.size() == 1;
  const bool few = m.kind == "meeting" || m.kind == "talks";
  if (!one || !few || m.organisation || m.organ || m.in_headline) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::uint32_t from = m.trigger.begin > begin + kNear ? m.trigger.begin - kNear : begin;
  for (std::uint32_t t = from; t < m.trigger.end; ++t) {
    if (c.doc.lower(t) == "also") return true;
  }
  return false;
}

bool follows_another(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::uint32_t at = m.tokens.begin;
  while (at > begin && (c.doc.lower(at - 1) == "a" || c.doc.lower(at - 1) == "an")) --at;
  if (m.verbal || at < begin + 2 || c.doc.lower(at - 1) != "by") return false;
  const std::string_view verb = c.doc.lower(at - 2);
  return verb == "followed" || verb == "preceded";
}

bool subject_of_other_clause(const Context& c, Mention& m) {
  if (!is_with_one(c, m)) return false;
  if (follows_another(c, m)) {
    const std::uint32_t person = before_first_meeting(c, m);
    if (person != kNobody && may_meet_other(c, person, m)) take_subject(m, person);
    return true;
  }
  const names::Mention* who = opens_front(c, m.tokens.begin) ? behind_front(c, m) : nullptr;
  if (who == nullptr || !may_meet_other(c, who->person, m)) return false;
  take_subject(m, who->person);
  return true;
}

bool those_before_their(const Context& c, Mention& m) {
  static constexpr std::array<std::string_view, 4> kLinks{"at", "during", "in", "after"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    m.organ_words.empty() && m.ordinal == 0 && !m.in_headline;
  if (!bare || c.doc.lower(m.tokens.begin) != "their" || m.tokens.begin == begin) return false;
  if (!is_one_of(c.doc.lower(m.tokens.begin - 1), kLinks)) return false;
  std::vector<std::uint32_t> named;
  for (std::uint32_t t = begin; t < m.tokens.begin; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person == kNobody) continue;
    if (std::find(named.begin(), named.end(), who->person) == named.end()) {
      named.push_back(who->person);
    }
  }
  if (named.size() != 2 || !are_of_two_sides(c, named)) return false;
  m.people = std::move(named);
  return true;
}

}  // namespace rapporteur::meetings
