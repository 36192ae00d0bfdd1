// Whom a verb of meeting has as its object, before it ("X, whom Y received") or behind it.

#include <algorithm>
#include <array>

#include "circumstance/speech_time.h"
#include "clause/clause.h"
#include "clause/group_words.h"
#include "clause/named_of_group.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using names::MentionKind;
using tagger::Label;
using tagger::Tag;

// Words between a verb and its object that name nobody, at most.
constexpr std::uint32_t kSkipped = 6;

bool joins_objects(std::string_view word) {
  static constexpr std::array<std::string_view, 19> kWords{
      ",",     "and", "the",  "with",       "his",  "her",  "its", "their", "also",     "host",
      "guest", "as",  "well", "separately", "both", "from", "to",  "by",    "colleague"};
  return is_one_of(word, kWords);
}

}  // namespace

bool Clause::stops_object(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 26> kWords{
      "on",  "about", "in",   "at",    "during",    "after",      "before", "when", "while",
      "who", "which", "that", "for",   "over",      "regarding",  "to",     "but",  ";",
      ":",   "(",     ".",    "where", "following", "concerning", "ahead",  "as"};
  return is_one_of(c_.doc.lower(token), kWords) || c_.cue(token, c_.cues.verb) != nullptr ||
         c_.cue(token, c_.cues.head) != nullptr;
}

std::uint32_t Clause::group_of_body(std::uint32_t token) const {
  constexpr std::uint32_t kNear = 6;
  if (!m_.verbal || token == s_.begin) return token;
  if (c_.doc.lower(token - 1) != "the" || m_.organisation || m_.organ) return token;
  const lexicon::Match* organ = c_.matches.find(token, lexicon::Channel::organ);
  const names::Office* office = c_.cast.office_starting(token);
  const bool several = office != nullptr && office->plural;
  if (!several && (organ == nullptr || !c_.lower(token).ends_with("s"))) return token;
  const std::uint32_t end = organ != nullptr ? organ->tokens.end : office->tokens.end;
  for (std::uint32_t t = token; t < std::min(end + kNear, s_.end); ++t) {
    const Tag* tag = c_.tags.starting(t);
    if (c_.doc.is_punctuation(t)) break;
    if (tag == nullptr || tag->label != Label::body || tag->id == npos) continue;
    if (names_organ(c_, *tag)) continue;
    return std::max(end, tag->tokens.end);
  }
  return token;
}

// A group at `o.at`: "the heads of delegations", "his colleagues of the Union".
bool Clause::object_group(Object& o) {
  const bool receives = m_.kind == "talks" || m_.kind == "meeting" || m_.kind == "reception";
  TokenRange words;
  if (receives && c_.cue(o.at, c_.cues.delegation_heads, &words) != nullptr) {
    m_.kind = "reception";
    m_.received_group = true;
    o.at = words.end;
    return true;
  }
  const Tag* peers = receives && m_.kind != "reception" ? body_of_peers(c_, o.at) : nullptr;
  if (peers != nullptr) {
    take(*peers);
    o.at = peers->tokens.end;
    o.any = m_.group = true;
    return true;
  }
  const std::uint32_t group = o.any || m_.kind != "reception" ? o.at : group_of_body(o.at);
  if (group <= o.at) return false;
  m_.group = m_.received_group = true;
  o.at = group;
  return true;
}

// "met with |A presiding|", "with |A as chairman|": no other side.
bool Clause::presides(const names::Mention& who) const {
  static constexpr std::array<std::string_view, 8> kChairs{"chair",       "chairman",  "chairwoman",
                                                           "chairperson", "president", "moderator",
                                                           "host",        "hostess"};
  const std::string_view next = c_.lower(who.tokens.end);
  if (next == "presiding" || next == "chairing" || next == "moderating") return true;
  const std::uint32_t noun =
      who.tokens.end +
      (c_.lower(who.tokens.end + 1) == "its" || c_.lower(who.tokens.end + 1) == "the" ? 2 : 1);
  return next == "as" && is_one_of(c_.lower(noun), kChairs);
}

// Somebody who is named at `o.at`, or a state, a body, a nationality.
bool Clause::object_name(Object& o) {
  const names::Mention* who = c_.cast.starting(o.at);
  if (who != nullptr && presides(*who)) return false;
  const Tag* tag = c_.tags.starting(o.at);
  if (who != nullptr && who->kind == MentionKind::office && is_master(*who)) {
    o.at = who->tokens.end + 1;
  } else if (who != nullptr && who->kind != MentionKind::collective) {
    take(*who);
    o.at = o.last = who->tokens.end;
    o.any = true;
  } else if (tag != nullptr && (tag->label == Label::state || m_.kind == "visit")) {
    take(*tag);
    o.at = tag->tokens.end;
    o.any = true;
  } else if (tag != nullptr && tag->label == Label::nationality) {
    o.nationality = tag;
    o.at = tag->tokens.end;
  } else if (tag != nullptr && tag->label == Label::body &&
             c_.cast.starting(tag->tokens.end) != nullptr) {
    o.at = tag->tokens.end;  // "Chairwoman of the National Assembly X"
  } else {
    return false;
  }
  return true;
}

// Words at `o.at` that stand between the verb and its object, or between two of those who are met.
bool Clause::object_word(Object& o) {
  TokenRange words;
  if (const std::uint32_t shared = behind_shared_office(o.at); o.any && shared > o.at) {
    o.at = shared;
  } else if (c_.cue(o.at, c_.cues.adverb, &words) != nullptr) {
    o.at = words.end;
  } else if (const std::uint32_t of = behind_those_who(o.at); of > o.at) {
    o.at = of;
  } else if (const std::uint32_t behind = behind_branch(o.at); !o.any && behind > o.at) {
    o.at = behind;
  } else if (o.any && is_led(o.at)) {
    o.at += 2;  // "a delegation from Peru |led by| X"
  } else if (o.any && (calls_on_another(o.at) || goes_on_behind(o.at))) {
    ++o.at;
  } else if (o.any && m_.states.size() < 2 && c_.doc.lower(o.at) == "including") {
    ++o.at;  // "with Peruvian leaders, |including| A"
  } else if (joins_objects(c_.doc.lower(o.at)) || (o.any && is_name_bracket(o.at))) {
    ++o.at;
  } else if (!o.any && c_.doc.lower(o.at) == ":" && c_.lower(o.at - 1) == "excellencies") {
    ++o.at;  // "met with Their Excellencies|:| A, Minister of X; ..."
  } else if (!o.any && o.skipped < kSkipped && !stops_object(o.at)) {
    ++o.skipped;
    ++o.at;
  } else {
    return false;
  }
  return true;
}

bool Clause::object(std::uint32_t begin) {
  if (c_.lower(begin) == ":") ++begin;  // "met with: X; Y; and Z"
  begin = behind_among_others(c_, begin);
  Object o{begin, begin};
  while (o.at < s_.end && o.at - o.last < kSubjectReach) {
    // "met Y, |a ministry| said"
    if (o.any && c_.lower(o.at - 1) == "," && is_speaker(c_, o.at)) break;
    if (!object_group(o) && !object_name(o) && !object_word(o)) break;
  }
  if (!o.any && o.nationality != nullptr) {
    take_state(*o.nationality);
    o.any = true;
  }
  if (o.any) m_.tokens.end = std::max(o.at, m_.tokens.end);
  return o.any || m_.received_group;
}

// "met |the Peruvian President|'s envoy X": not the one who is met.
bool Clause::is_master(const names::Mention& who) const {
  const std::uint32_t behind = who.tokens.end + 1;
  if (c_.lower(who.tokens.end) != "'s" || behind >= s_.end) return false;
  const names::Mention* met = c_.cast.starting(behind);
  return met != nullptr && met->person != kNobody;
}

// "met X and |the defence ministers of| Peru and Chile, Y and Z": behind the office that those have
// who are named next; or `token`.
std::uint32_t Clause::behind_shared_office(std::uint32_t token) const {
  if (const std::uint32_t at = behind_state_of_next(c_, token); at > token) return at;
  const names::Office* office = c_.cast.office_starting(token);
  if (office == nullptr || !office->plural || c_.cast.starting(token) != nullptr) return token;
  return c_.lower(office->tokens.end) == "of" ? office->tokens.end + 1 : office->tokens.end;
}

// "met |those who head the diplomacies of| Peru and Ghana": behind the words, or `token`.
std::uint32_t Clause::behind_those_who(std::uint32_t token) const {
  constexpr std::uint32_t kNear = 8;
  if (c_.doc.lower(token) != "those" || c_.lower(token + 1) != "who") return token;
  for (std::uint32_t t = token + 2; t < std::min(token + kNear, s_.end); ++t) {
    if (c_.doc.lower(t) == "of" || c_.doc.lower(t) == "for") return t + 1;
  }
  return token;
}

// "Secretary |(East)| X": behind the branch of an office in brackets, or `token`.
std::uint32_t Clause::behind_branch(std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 5;
  if (c_.doc.lower(token) != "(") return token;
  const std::uint32_t behind = after_bracket(c_, token);
  const names::Mention* who = behind < s_.end ? c_.cast.starting(behind) : nullptr;
  return who != nullptr && behind <= token + kLongest ? behind : token;
}

// "paid calls on X and |on| Y"
bool Clause::calls_on_another(std::uint32_t token) const {
  const std::string_view before = c_.doc.lower(token - 1);
  return m_.kind == "reception" && c_.doc.lower(token) == "on" &&
         (before == "and" || before == ",") && c_.time_at(token) == nullptr;
}

// "from Peru |(|A|)|, Chile (B) and Ghana (C)": the bracket around somebody's name.
bool Clause::is_name_bracket(std::uint32_t token) const {
  const bool opens = c_.doc.lower(token) == "(";
  if (!opens && c_.doc.lower(token) != ")") return false;
  const names::Mention* who = opens ? c_.cast.starting(token + 1) : c_.cast.covering(token - 1);
  if (who == nullptr || who->person == kNobody) return false;
  const std::uint32_t before = who->tokens.begin;
  return before > s_.begin && c_.doc.lower(before - 1) == "(" && c_.lower(who->tokens.end) == ")";
}

bool Clause::is_led(std::uint32_t token) const {
  const std::string_view word = c_.doc.lower(token);
  return (word == "led" || word == "headed") && c_.lower(token + 1) == "by";
}

// "with X|;| with Y", "Nicaragua, X|;| Honduras, Y; and Panama, Z": a list goes on.
bool Clause::goes_on_behind(std::uint32_t semicolon) const {
  if (c_.doc.lower(semicolon) != ";") return false;
  std::uint32_t next = semicolon + 1;
  while (next < s_.end && (c_.doc.lower(next) == "and" || c_.doc.lower(next) == "of" ||
                           c_.doc.lower(next) == "the")) {
    ++next;
  }
  if (c_.lower(next) == "with") return true;
  // "A, Minister of X; |B, Minister of Y|"
  const names::Mention* who = next < s_.end ? c_.cast.starting(next) : nullptr;
  const bool meets = m_.kind != "meeting" || c_.doc.lower(m_.trigger.begin).starts_with("me");
  if (meets && who != nullptr && who->person != kNobody) {
    const std::string_view behind = c_.lower(who->tokens.end);
    return behind == "," || behind == ";" || behind == "." || behind == "(" || behind == "of" ||
           behind == "and";
  }
  const Tag* state = c_.tags.starting(next);
  if (state == nullptr || state->label != Label::state) return false;
  const std::uint32_t comma = state->tokens.end;
  return c_.lower(comma) == "," && c_.cast.starting(comma + 1) != nullptr;
}

// "met, |on the sidelines of the Arab summit,| with X": behind the words of the occasion; or
// `token`.
std::uint32_t Clause::behind_occasion(std::uint32_t token) const {
  TokenRange words;
  const lexicon::Cue* link = c_.cue(token, c_.cues.link, &words);
  if (link == nullptr || link->value != "sidelines") return token;
  const std::uint32_t end = std::min(words.end + kFarReach, s_.end);
  for (std::uint32_t t = words.end; t < end; ++t) {
    const std::string_view word = c_.doc.lower(t);
    if (word == ";" || c_.cue(t, c_.cues.verb) != nullptr) return token;
    if (word == "," || word == "with") return t;
  }
  return token;
}

bool Clause::object_behind(std::uint32_t begin, std::string_view word) {
  const std::uint32_t verb = begin;
  for (std::uint32_t t = begin; t < std::min(begin + kFarReach, s_.end); ++t) {
    if (const std::uint32_t occasion = t > verb ? behind_occasion(t) : t; occasion > t) {
      t = occasion;
      begin = occasion;
    }
    const bool noun = c_.cue(t, c_.cues.head) != nullptr && !is_means(c_, {t, t + 1});
    if (c_.doc.lower(t) == ";" || noun) return false;
    if (c_.doc.lower(t) == word) return object(t + 1);
  }
  return false;
}

bool Clause::object_across(std::uint32_t begin) {
  for (std::uint32_t t = begin; t < std::min(begin + kFarReach, s_.end); ++t) {
    const std::string_view word = c_.doc.lower(t);
    const bool border = word == ";" || word == ":" || word == "(" || word == "who" ||
                        word == "which" || word == "that" || word == "where" || word == "while";
    if (border || c_.cue(t, c_.cues.verb) != nullptr) return false;
    const names::Mention* who = c_.cast.starting(t);
    if (who == nullptr || who->kind == MentionKind::collective) continue;
    const std::string_view before = c_.doc.lower(t - 1);
    const bool owner = before == "of" || before == "," || c_.lower(who->tokens.end) == "'s";
    if (!owner) return object(t);
    t = who->tokens.end - 1;
  }
  return false;
}

// "met in Geneva on 2 March |the Foreign Minister of Peru|": over days and places alone.
bool Clause::object_behind_adjuncts(std::uint32_t begin) {
  bool adjunct = false;
  std::uint32_t t = begin;
  for (; t < std::min(begin + kFarReach, s_.end); ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who != nullptr && who->kind != MentionKind::collective) break;
    const std::string_view word = c_.doc.lower(t);
    const Tag* tag = c_.tags.covering(t);
    const bool place = tag != nullptr && (tag->label == Label::place || tag->label == Label::state);
    const bool small = word == "in" || word == "at" || word == "on" || word == "here" ||
                       word == "the" || word == "his" || word == "her" || word == "office" ||
                       word == "home";
    const bool venue = c_.cue(t, c_.cues.venue) != nullptr || c_.doc.is_capital(t);
    const bool nationality = tag != nullptr && tag->label == Label::nationality;
    adjunct = adjunct || place || c_.time_at(t) != nullptr;
    if (!place && !small && !venue && !nationality && c_.time_at(t) == nullptr) return false;
  }
  if (!adjunct || t >= s_.end || c_.cast.starting(t) == nullptr) return false;
  const std::string_view before = c_.doc.lower(t - 1);
  return before != "in" && before != "at" && before != "on" && object(t);
}

bool Clause::object_pronoun(std::uint32_t begin) {
  const std::uint32_t at = c_.lower(begin) == "with" ? begin + 1 : begin;
  const std::string_view word = at < s_.end ? c_.doc.lower(at) : std::string_view();
  if ((word != "him" && word != "her") || m_.people.empty()) return false;
  // "received |her counterpart|"
  const std::uint32_t next = at + 1;
  const bool whose = word == "her" && next < s_.end && !c_.doc.is_punctuation(next) &&
                     !stops_object(next) && c_.time_at(next) == nullptr &&
                     c_.cue(next, c_.cues.adverb) == nullptr;
  if (whose) return false;
  // "His counterpart X is the first; then the president will receive |him|": of whom was told
  // before
  bool counterpart = false;
  for (std::uint32_t t = s_.begin; t < m_.trigger.begin; ++t) {
    counterpart = counterpart || c_.doc.lower(t) == "counterpart";
  }
  for (const std::uint32_t before : {counterpart ? s_.begin : m_.tokens.begin, s_.begin}) {
    const std::uint32_t person = antecedent(c_, before);
    const bool acts = std::find(m_.people.begin(), m_.people.end(), person) != m_.people.end();
    if (person == kNobody || acts) continue;
    // of another state than the host
    const Named& host = c_.cast.people[m_.people.back()].state;
    const Named& guest = c_.cast.people[person].state;
    if (host && guest && host.id == guest.id && m_.kind == "reception") continue;
    m_.people.push_back(person);
    m_.tokens.end = std::max(m_.tokens.end, next);
    return true;
  }
  return false;
}

bool Clause::relative(std::uint32_t end) {
  constexpr std::uint32_t kNear = 16;  // tokens of who acts: "the Deputy Prime Minister of Peru X"
  std::uint32_t whom = end;
  for (std::uint32_t back = 1; back <= kNear && end >= s_.begin + back; ++back) {
    const std::string_view word = c_.doc.lower(end - back);
    if (word == ";" || word == ",") break;
    if (word == "whom") whom = end - back;
  }
  if (whom == end || whom < s_.begin + 2) return false;
  std::uint32_t before = whom;
  const std::string_view link = c_.doc.lower(before - 1);
  const bool calls = m_.kind == "reception" || m_.kind == "ring";  // "to whom X paid a call"
  if (link == "with" || link == "by") --before;
  if (calls && (link == "on" || link == "upon" || link == "to")) --before;
  if (c_.doc.lower(before - 1) == ",") --before;
  const names::Mention* object = c_.cast.ending(before);
  if (object == nullptr || object->person == kNobody) return false;
  const std::string_view actor = c_.lower(whom + 1);
  if (actor == "he" || actor == "she") pronoun(whom + 2);
  for (std::uint32_t t = whom + 1; m_.people.empty() && t < end; ++t) {
    if (const names::Mention* who = c_.cast.starting(t); who != nullptr) {
      if (take(*who)) break;
    }
  }
  const std::uint32_t end_of_front = std::min(object->tokens.begin, s_.begin + kSubjectReach);
  for (std::uint32_t t = s_.begin; m_.people.empty() && t < end_of_front; ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who != nullptr && who->person != kNobody && who->person != object->person) take(*who);
  }
  if (m_.people.empty()) return false;
  take(*object);
  m_.objects = {object->person};
  return true;
}

bool Clause::late_subject(std::uint32_t begin) {
  bool comma = false;
  for (std::uint32_t t = begin; t < s_.end && t - begin < kSubjectReach; ++t) {
    comma = comma || c_.doc.lower(t) == "," || c_.doc.lower(t - 1) == ",";
    if (!comma) continue;
    const std::string_view word = c_.doc.lower(t);
    if (word == "he" || word == "she") return pronoun(t + 1);
    const names::Mention* who = c_.cast.starting(t);
    if (who == nullptr || who->person == kNobody) continue;
    const std::string_view verb = c_.lower(who->tokens.end);
    if (verb.ends_with("ed") || c_.cue(who->tokens.end, c_.cues.person_verb) != nullptr) {
      take(*who);
      return true;
    }
    t = who->tokens.end - 1;
  }
  return false;
}

}  // namespace rapporteur::meetings
