// Persons of different states who speak or deal with each other have met, whatever the verb.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "rapporteur/catalogue/fold.h"
#include "verbal/discussed_by.h"
#include "verbal/group_place.h"
#include "verbal/seated_mention.h"
#include "verbal/verb_judge.h"
#include "verbal/verb_manner.h"

namespace rapporteur::meetings {

namespace {

// "welcomed X |at the palace|, |on Monday|", but "welcomed X |'s plan|", "|as| chair".
bool is_somewhere_behind(const Context& c, std::uint32_t end) {
  const std::string_view next = c.lower(end);
  return next == "at" || next == "in" || next == "to" || next == "on" || next == "here" ||
         c.time_at(end) != nullptr;
}

// "had X and Y |with him|": they sat together; "had X |as his guest|". Behind the names, of which
// "with her" may be taken for a part.
bool is_with_him(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 3;  // "as her guest"
  static constexpr std::array<std::string_view, 7> kHim{"him",     "her", "them", "himself",
                                                        "herself", "his", "their"};
  const auto belongs = [&](std::string_view word) {
    return word == "with" || word == "as" || word.starts_with("guest") || is_one_of(word, kHim);
  };
  std::uint32_t at = end;
  while (at > 0 && end - at < kLongest && belongs(c.lower(at - 1))) --at;
  if (c.lower(at) == "with") return is_one_of(c.lower(at + 1), kHim);
  const std::string_view whose = c.lower(at + 1);
  const bool his = whose == "his" || whose == "her" || whose == "a" || whose == "their";
  return c.lower(at) == "as" && his && c.lower(at + 2).starts_with("guest");
}

// "told X |in Lima on Monday| that": face to face, in a town that is named right behind the other.
bool is_in_town(const Context& c, const Mention& m) {
  const std::string_view link = c.lower(m.tokens.end);
  const std::string_view last = c.lower(m.tokens.end - 1);
  if (link != "in" && link != "at" && last != "in" && c.time_at(m.tokens.end) == nullptr &&
      link != "on") {
    return false;
  }
  Mention beside = m;
  place_beside(c, beside);
  return beside.place && beside.place.id != npos && time_beside(c, beside) != kNobody;
}

// "|Environment ministers| of the Union were in Accra": the organ is those who sit in it.
bool names_several(const Mention& m) {
  const std::string words = catalogue::fold(m.organ_words);
  return words.ends_with("ministers") || words.ends_with("officials") || words.ends_with("heads");
}

// "briefed X |over the phone|", "had X |on the line|": right behind whom it was told.
bool is_told_by_telephone(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "phone" || word == "telephone") return true;
    if (word == "line" && c.lower(t - 1) == "the" && c.lower(t - 2) == "on") return true;
    if (c.doc.is_punctuation(t) || c.cast.covering(t) != nullptr) return false;
  }
  return false;
}

// "briefed X on the war. |The meeting| took place in Lima": the next sentence calls it one.
bool leads_to_meeting(const Context& c, const Mention& m) {
  if (m.sentence + 1 >= c.doc.sentences().size()) return false;
  const text::Sentence& next = c.doc.sentences()[m.sentence + 1];
  std::uint32_t at = next.tokens.begin;
  if (next.role != text::LineRole::body) return false;
  if (c.lower(at) == "during" || c.lower(at) == "at") ++at;
  const std::string_view noun = c.lower(at + 1);
  const bool meets = noun == "meeting" || noun == "talks" || noun == "encounter";
  return c.lower(at) == "the" && meets && at + 2 < next.tokens.end;
}

// "EU foreign ministers discussed sanctions in Luxembourg on Monday": a group of an organisation
// that deals with something on a day and in a town, where no noun tells of their meeting.
// `works`: the verb is one of preparing papers, so that any officials or committee may be meant.
bool is_group_somewhere(const Context& c, const Mention& m, bool works) {
  constexpr std::uint32_t kLongest = 60;
  const bool known = is_known_council(c, m);
  const bool group =
      (m.group || names_several(m)) && m.organisation && (!m.organ_words.empty() || m.top_level);
  if (!known && !group && (!works || m.organ_words.empty())) return false;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < std::min(s.end, s.begin + kLongest); ++t) {
    if (c.cue(t, c.cues.head) == nullptr && c.cue(t, c.cues.verb) == nullptr) continue;
    if (t >= m.trigger.begin && t < m.trigger.end) continue;  // "|spoke with| one voice"
    if (works && t >= m.trigger.end && t <= m.trigger.end + 6)
      continue;                                                         // "prepared |the meeting|"
    if (c.doc.lower(t) == "call" && c.lower(t + 1) == "for") continue;  // "adopted a call for"
    if (is_stretch_of_talks(c, t)) continue;
    const tagger::Tag* tag = c.tags.covering(t);
    if (tag == nullptr || tag->label != tagger::Label::body) return false;
  }
  Mention beside = m;
  // "the ministers of the Union |are in| Arica this week"
  if (c.doc.lower(m.trigger.end - 1) == "in") --beside.tokens.end;
  place_beside(c, beside);
  const std::uint32_t day = time_beside(c, beside);
  if (day == kNobody) return false;
  return works || beside.place || beside.country || is_placed_before(c, m) ||
         (known && is_of_these_days(c, c.times[day]));
}

// "Trade officials |from Japan and Chile| discussed fish in Lima on Friday", "|Japanese and
// Chilean| officials": groups of two states or more that deal with something somewhere, some day.
// Two or three states by themselves do so only in a town and on a day that are told.
bool is_of_states(const Context& c, const Mention& m) {
  constexpr std::size_t kFew = 3;
  if (m.states.size() < 2 || !m.people.empty() || m.organisation) return false;
  if (!m.group && m.states.size() > kFew) return false;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) return false;
  }
  Mention beside = m;
  // "officials of Peru and Chile |are in| Arica this week"
  const bool there = c.doc.lower(m.trigger.end - 1) == "in";
  if (there) --beside.tokens.end;
  place_beside(c, beside);
  const bool day = time_beside(c, beside) != kNobody;
  if (there || !m.group) return beside.place && beside.place.id != npos && day;
  return beside.place || beside.country || day;
}

// "|The Joint Border Commission| of Peru and Chile": a body rather than those who were sent.
bool names_body(const Context& c, const Mention& m) {
  if (m.organ_words.empty()) return false;
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c.doc.token_at(m.organ_span.begin); t < end; ++t) {
    if (c.doc.is_capital(t) && c.cue(t, c.cues.organ_head) != nullptr) return true;
  }
  return false;
}

// "X discussed visas with |A of Peru, B of Chile and C of Ghana|": one in front and many behind,
// each of another state and in an office.
bool are_of_many_sides(const Context& c, const std::vector<std::uint32_t>& people) {
  constexpr std::size_t kMost = 12;
  if (people.size() < 3 || people.size() > kMost) return false;
  std::vector<catalogue::Index> states;
  for (const std::uint32_t p : people) {
    const names::Person& person = c.cast.people[p];
    if (person.offices.empty() || (p != people.front() && !person.state)) return false;
    if (person.state) states.push_back(person.state.id);
  }
  std::sort(states.begin(), states.end());
  return std::adjacent_find(states.begin(), states.end()) == states.end();
}

// The states of the group before the verb, "experts of Peru and Chile", where no office tells them.
void add_states_of_group(const Context& c, Mention& m) {
  constexpr std::uint32_t kFront = 24;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const lexicon::CueClass officials = c.cues.officials;
  const std::uint32_t from = m.trigger.begin > begin + kFront ? m.trigger.begin - kFront : begin;
  std::vector<Named> states;
  bool group = false;
  for (std::uint32_t t = from; t < m.trigger.begin; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || word == ":") return;
    const names::Office* office = c.cast.office_starting(t);
    group = group || (office != nullptr && office->plural) || c.cue(t, officials) != nullptr ||
            c.cue(t, c.cues.delegate) != nullptr;
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag == nullptr) continue;
    if (tag->label != tagger::Label::state && tag->label != tagger::Label::nationality) continue;
    const bool known =
        std::any_of(states.begin(), states.end(), [&](const Named& n) { return n.id == tag->id; });
    if (!known) states.push_back({tag->id, c.doc.span(tag->tokens)});
  }
  if (!group || states.size() < 2) return;
  m.group = true;
  if (m.states.size() < 2) m.states = std::move(states);
}

// "|Senior officials| chaired by X and Y have been at work": those who lead them are none of their
// own.
bool opens_with_group(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t t = s.begin;
  while (c.lower(t) == "the" || c.doc.is_punctuation(t)) ++t;
  TokenRange words;
  const names::Office* office = c.cast.office_starting(t);
  if (office != nullptr && office->plural) words = office->tokens;
  if (words.empty() && c.cue(t, c.cues.officials, &words) == nullptr) return false;
  const std::string_view behind = c.lower(words.end);
  const std::string_view next = c.lower(words.end + 1);
  const auto leads = [](std::string_view w) {
    return w == "chaired" || w == "led" || w == "headed" || w == "co-chaired" || w == "under";
  };
  return leads(behind) || (behind == "," && leads(next));
}

// "|Experts| of the two countries had prepared": the officials before the verb, if none were taken.
void add_officials(const Context& c, Mention& m) {
  constexpr std::uint32_t kFront = 14;
  if (!m.organ_words.empty() || m.organ || !m.people.empty()) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::uint32_t reach = opens_with_group(c, m) ? m.trigger.begin - begin : kFront;
  for (std::uint32_t back = 1; back <= reach && m.trigger.begin >= begin + back; ++back) {
    const std::uint32_t t = m.trigger.begin - back;
    const names::Office* office = c.cast.office_starting(t);
    TokenRange words;
    // "A group of |experts| had worked on the drafts"
    if (office == nullptr && c.cue(t, c.cues.officials, &words) != nullptr) {
      m.group = true;
      m.organ_span = c.doc.span(words);
      m.organ_words = c.words(m.organ_span);
      return;
    }
    if (office == nullptr) continue;
    if (!office->plural || office->words.empty()) return;
    m.group = true;
    m.organ_words = office->text;
    m.organ_span = join(office->words.front(), office->words.back());
    return;
  }
}

// "Co-chaired by X and Y, |the session| discussed fish": the meeting does, not those who are named
// before it.
bool is_done_by_meeting(const Context& c, std::uint32_t verb) {
  static constexpr std::array<std::string_view, 10> kLeads{
      "at", "in", "during", "of", "after", "before", "following", "on", "for", "with"};
  const std::uint32_t begin = c.sentence(verb).begin;
  std::uint32_t end = verb;
  while (end > begin && (c.doc.lower(end - 1).ends_with("ly") || c.doc.lower(end - 1) == "also")) {
    --end;
  }
  for (std::uint32_t t = end; t-- > begin + 1 && end - t <= 2;) {
    TokenRange words;
    if (c.cue(t, c.cues.head, &words) == nullptr || words.end != end) continue;
    const std::string_view article = c.doc.lower(t - 1);
    const bool named = article == "the" || article == "this" || article == "their";
    return named && (t < begin + 2 || !is_one_of(c.doc.lower(t - 2), kLeads));
  }
  return false;
}

// "welcomed |the delegates| to his office", but "welcomed the participants and opened the meeting".
bool welcomes_delegates(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kNear = 6;  // tokens of "to lunch at the presidential palace"
  TokenRange guests{token, token};
  while (c.lower(guests.end) == "the" || c.lower(guests.end) == "visiting") ++guests.end;
  const bool all = c.cue(token, c.cues.delegation_heads, &guests) != nullptr;
  if (!all && c.cue(guests.end++, c.cues.delegate) == nullptr) return false;
  const std::string_view link = c.lower(guests.end);
  if (link != "to" && link != "at" && link != "in") return false;
  const std::uint32_t end = std::min(guests.end + kNear, c.sentence(token).end);
  for (std::uint32_t t = guests.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word.ends_with("airport")) return false;
    const bool own = word == "office" || word == "lunch" || word == "dinner" || word == "tea";
    if (own || c.cue(t, c.cues.venue) != nullptr) return true;
  }
  return false;
}

// "X, with whom she |discussed| fish": who is left to be judged.
std::optional<Mention> told_in_aside(const Context& c, Mention& m, const lexicon::Cue& cue) {
  if (cue.value == "group" || cue.value == "there" || !are_of_two_sides(c, m.people)) {
    return std::nullopt;
  }
  if (cue.value == "company" && !is_with_him(c, m.trigger.end)) return std::nullopt;
  if (cue.value == "receive") m.kind = "reception";
  m.dealt = true;
  if (is_on_telephone(c, m)) m.kind = "call";
  return std::move(m);
}

}  // namespace

bool are_of_two_sides(const Context& c, const std::vector<std::uint32_t>& people) {
  if (people.size() < 2 || people.size() > 3) return false;
  const auto by = [&](std::uint32_t p) -> const names::Person& { return c.cast.people[p]; };
  const auto of_body = [&](const names::Person& p) { return p.body && p.body.id != npos; };
  const auto known = std::find_if(people.begin(), people.end(),
                                  [&](std::uint32_t p) { return by(p).state || of_body(by(p)); });
  if (known == people.end()) return false;
  const names::Person& one = by(*known);
  return std::any_of(people.begin(), people.end(), [&](std::uint32_t p) {
    const names::Person& other = by(p);
    if (p == *known) return false;
    if (one.state && other.state) return other.state.id != one.state.id;
    if (of_body(one) && of_body(other)) return other.body.id != one.body.id;
    return other.state || of_body(other) || !other.offices.empty();
  });
}

std::optional<Mention> joint_mention(const Context& context, TokenRange verb,
                                     const lexicon::Cue& cue) {
  Mention m;
  m.trigger = verb;
  m.tokens = verb;
  m.kind = "talks";
  m.verbal = true;
  m.sentence = context.doc.sentence_of(verb.begin);
  m.in_headline = context.doc.sentences()[m.sentence].role == text::LineRole::headline;
  if (m.in_headline) return std::nullopt;
  if (is_done_by_meeting(context, verb.begin)) return std::nullopt;
  // "whom he has |yet| to meet"
  if (verb.begin > 0 && context.doc.lower(verb.begin - 1) == "yet") return std::nullopt;
  Clause clause(context, m);
  if (cue.value == "by") return discussed_by(context, clause, m);
  if (cue.value == "turned") return seated_mention(context, clause, m);
  if (cue.value == "joined") return joined_mention(context, clause, m);
  // "X, |whom| she saw in Lima", "X, |with whom| she discussed fish"
  if (clause.relative(verb.begin)) return told_in_aside(context, m, cue);
  if (!clause.subject(verb.begin)) clause.pronoun(verb.begin);
  if (cue.value == "group" && opens_with_group(context, m)) {
    m.people.clear();
    m.organisation = {};
  }
  const std::vector<std::uint32_t> subjects = m.people;
  if (cue.value == "see" && subjects.empty()) return std::nullopt;  // as a verb of meeting
  if (cue.value == "group") add_officials(context, m);
  if (subjects.empty() && is_group_somewhere(context, m, cue.value == "group")) {
    m.kind = "meeting";
    if (context.doc.lower(verb.end - 1) == "in") --m.tokens.end;
    return m;
  }
  if (subjects.empty() && !m.organ) {
    add_states_of_group(context, m);
    if (is_of_states(context, m)) {
      if (names_body(context, m)) {
        m.kind = "meeting";  // "the Joint Commission of" those states
      } else {
        m.organ_words.clear();  // "the veterinary officers of" those states
      }
      if (context.doc.lower(verb.end - 1) == "in") --m.tokens.end;
      return m;
    }
  }
  if (cue.value == "alone" && subjects.empty()) return m;  // "|the two| talked for an hour"
  if (cue.value == "group" || cue.value == "there" || subjects.empty() || m.organisation ||
      m.organ || !m.organ_words.empty())
    return std::nullopt;
  const bool receives = cue.value == "receive";
  const bool company = cue.value == "company";
  const bool face = cue.value == "face";
  const bool direct = receives || company || face || cue.value == "object" || cue.value == "see";
  if (direct && context.lower(verb.end) == "off") return std::nullopt;  // "to see off"
  if (receives && subjects.size() == 1 && welcomes_delegates(context, verb.end)) {
    m.kind = "reception";
    m.received_group = true;
    return m;
  }
  const bool with = direct ? clause.object(verb.end) ||
                                 (receives && clause.object_behind_adjuncts(verb.end)) ||
                                 (receives && clause.object_pronoun(verb.end))
                           : clause.object_behind(verb.end, "with");
  const bool both = cue.value == "both" || cue.value == "alone";
  if (!with && !both && (direct || subjects.size() != 2)) return std::nullopt;
  if (cue.value == "see" && !is_only_seen(context, m)) return std::nullopt;
  if (receives && welcomes_group(context, m)) {
    m.organ_words.clear();  // "the foreign ministers of"
    return m;
  }
  m.states.clear();  // of what they spoke
  const bool sides = are_of_two_sides(context, m.people) ||
                     (with && cue.value == "with" && are_of_many_sides(context, m.people));
  if (!sides) return std::nullopt;
  for (const std::uint32_t p : m.people) {
    if (std::find(subjects.begin(), subjects.end(), p) == subjects.end()) m.objects.push_back(p);
  }
  if (with && m.objects.empty()) return std::nullopt;
  if (company && !is_with_him(context, m.tokens.end) && !is_told_by_telephone(context, m)) {
    return std::nullopt;
  }
  if (face && !is_in_town(context, m) && !is_told_by_telephone(context, m) &&
      !leads_to_meeting(context, m)) {
    return std::nullopt;
  }
  if (company) m.objects.clear();  // all at once
  m.dealt = true;
  if (is_on_telephone(context, m) || (direct && is_told_by_telephone(context, m))) m.kind = "call";
  if (receives) {
    // "welcomed |at her office today| X"
    const bool somewhere =
        is_somewhere_behind(context, m.tokens.end) || is_somewhere_behind(context, verb.end);
    if (!somewhere || at_airport(context, m)) return std::nullopt;
    m.kind = "reception";
  }
  return m;
}

}  // namespace rapporteur::meetings
