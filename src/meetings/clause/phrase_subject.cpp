// Where the subject of a verb begins.

#include <algorithm>
#include <array>

#include "clause/phrase.h"
#include "clause/word_form.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Match;

constexpr std::uint32_t kLongestSubject = 60;  // tokens

}  // namespace

bool Phrases::is_saying(std::uint32_t token) const {
  const Match* m = is_finite_act(token) ? act(token) : nullptr;
  return m != nullptr && m->tokens.end == token + 1 &&
         c_.catalogue.speech_acts()[form(*m).act].act_class == catalogue::ActClass::announce;
}

// "a communiqué |issued after| the talks": it describes the noun before it.
bool Phrases::is_bare_participle(std::uint32_t token) const {
  const Match* m = act(token);
  if (m == nullptr || m->tokens.size() > 1 || token == 0 || has_role(token - 1, "pronoun")) {
    return false;
  }
  const std::string_view id = c_.catalogue.speech_acts()[form(*m).act].id;
  const bool paper = id == "sign" || id == "adopt" || id == "issue" || id == "approve";
  return paper && (has_role(token + 1, "preposition") || has_role(token + 1, "stop") ||
                   starts_time(token + 1));
}

// "of |previously reached| agreements": a participle in front of its noun.
bool Phrases::qualifies(std::uint32_t token) const {
  if (token < 2) return false;
  return has_role(token - 1, "preposition") ||
         (has_role(token - 1, "adverb") && has_role(token - 2, "preposition"));
}

// "dealt with |the| crisis", "reviewed |their| ties": a verb of talk in front of its object.
bool Phrases::is_talking(std::uint32_t token) const {
  TokenRange cue;
  const lexicon::Cue* found = c_.cue(token, c_.cues.agenda, &cue);
  if (found == nullptr || (found->value != "verb" && found->value != "soft")) return false;
  const std::string_view verb = c_.lower(token);
  const bool past = verb.size() > 3 && (verb.substr(verb.size() - 2) == "ed" || verb == "dealt");
  return past && !c_.doc.is_capital(token) && (cue.size() > 1 || has_role(cue.end, "determiner"));
}

// A comma that parts, unlike that of "2,223".
bool Phrases::is_comma(std::uint32_t token) const {
  return c_.lower(token) == "," && (token + 1 >= c_.doc.size() || c_.doc.space_before(token + 1) ||
                                    c_.doc.shape(token + 1) != text::Shape::number);
}

// "At the end of the session |a protocol| was signed": where a new noun opens behind the adverbial
// that begins at `begin` and ends without a comma; or `begin`.
std::uint32_t Phrases::behind_adverbial(std::uint32_t begin, std::uint32_t verb) const {
  static constexpr std::array<std::string_view, 6> kJoins{"and", "or", "of", "to", "than", "but"};
  static constexpr std::array<std::string_view, 4> kInside{"preposition", "determiner", "adverb",
                                                           "stop"};
  for (std::uint32_t t = begin + 2; t + 1 < verb; ++t) {
    if (!has_role(t, "determiner") || starts_time(t)) continue;
    if (c_.doc.is_punctuation(t - 1) || is_one_of(c_.lower(t - 1), kJoins)) continue;
    const bool inside = std::any_of(kInside.begin(), kInside.end(),
                                    [&](std::string_view role) { return has_role(t - 1, role); });
    if (!inside) return t;
  }
  return begin;
}

// A verb of its own before the subject: its clause is another one.
bool Phrases::is_verb_before(std::uint32_t token) const {
  if (has_role(token, "aux") || is_talking(token)) return true;
  return is_finite_act(token) && !has_role(token - 1, "determiner") && !is_bare_participle(token) &&
         !qualifies(token);
}

// "the ships |which| Kiev had used", "the market|, which| is being built, and roads figure": where
// the relative clause begins to which the verb at `token` belongs, so that both are of the subject
// of `verb`; or `verb`.
std::uint32_t Phrases::relative_around(std::uint32_t token, std::uint32_t verb,
                                       std::uint32_t floor) const {
  constexpr std::uint32_t kReach = 6;  // tokens from the relative to its verb
  std::uint32_t back = token;
  for (std::uint32_t n = 0; n < kReach && back > floor; ++n) {
    --back;
    if (c_.lower(back) == ",") return verb;
    if (!opens_subordinate(back) || back == floor) continue;
    if (c_.lower(back - 1) != ",") return back;
    return behind_relative(back, verb) == back ? verb : back - 1;
  }
  return verb;
}

std::uint32_t Phrases::subject_begin(std::uint32_t verb, std::uint32_t floor) const {
  if (verb > floor + kLongestSubject) floor = verb - kLongestSubject;
  if (has_role(verb, "aux")) verb = before_aside(floor, verb);
  std::uint32_t at = verb;  // where the subject may begin, going backward
  while (at > floor) {
    const std::uint32_t t = at - 1;
    const std::string_view word = c_.lower(t);
    const bool apart = c_.doc.space_before(t) || (t > floor && c_.lower(t - 1) == "-");
    const bool dash = word == "-" && apart && c_.doc.space_before(t + 1);
    if (word == ";" || word == ":" || dash) return subject_in_front(at, verb, false);
    if (!is_verb_before(t)) {
      at = t;
      continue;
    }
    const std::uint32_t relative = relative_around(t, verb, floor);
    if (relative == verb) return subject_behind(at, verb, floor);
    at = relative;
  }
  return subject_in_front(at, verb, true);
}

// The subject where nothing but adverbials stands between the start of its clause at `at` and it;
// `sentence`: the clause is the first that was looked at.
std::uint32_t Phrases::subject_in_front(std::uint32_t at, std::uint32_t verb, bool sentence) const {
  std::uint32_t t = at;
  for (std::uint32_t end = 0; t < verb && has_role(t, "adverb", &end) && c_.lower(t) != "both";) {
    t = end;
  }
  if (t < verb && c_.lower(t) == ",") return t + 1;
  // "Recalling the visit, the talks and the treaty, |both sides| agreed"
  if (sentence && is_gerund(c_.lower(t))) {
    for (std::uint32_t u = verb; u-- > t + 1;) {
      if (is_comma(u)) return u + 1;
    }
  }
  // "At the meeting, X was discussed": an adverbial before the first comma is no subject.
  const bool adverbial = has_role(t, "preposition") || has_role(t, "stop") ||
                         has_role(t, "relative") || c_.lower(t) == "as";
  if (!adverbial) return t;
  for (std::uint32_t u = t; u < verb; ++u) {
    if (is_comma(u)) return u + 1;
  }
  return behind_adverbial(t, verb);
}

// "pointed out that |the two sides| reviewed", "told reporters on Tuesday that |fish and debt| top
// the agenda": behind the "that" of a verb of saying; or `verb`.
std::uint32_t Phrases::behind_that(std::uint32_t at, std::uint32_t verb,
                                   std::uint32_t floor) const {
  for (std::uint32_t t = verb; t-- > at;) {
    const bool clause = c_.lower(t) == "that" && t + 1 < verb && !has_role(t - 1, "preposition");
    if (clause && t > floor && (act(t - 1) != nullptr || (t > 1 && act(t - 2) != nullptr))) {
      return t + 1;
    }
  }
  constexpr std::uint32_t kHearers = 10;  // tokens of those to whom it is said
  for (std::uint32_t t = at; is_saying(at - 1) && t + 1 < std::min(verb, at + kHearers); ++t) {
    if (c_.lower(t) == "that") return t + 1;
    if (is_comma(t)) break;
  }
  return verb;
}

// The subject behind another verb, which ends right before `at`.
std::uint32_t Phrases::subject_behind(std::uint32_t at, std::uint32_t verb,
                                      std::uint32_t floor) const {
  // "That is why |the ministers| agreed"
  if (c_.lower(at) == "why" && at + 1 < verb) return at + 1;
  if (const std::uint32_t that = behind_that(at, verb, floor); that != verb) return that;
  // "said |the delegations| agreed": what is said begins right behind the verb of saying.
  if (is_saying(at - 1) && at + 1 < verb) return c_.lower(at) == "that" ? at + 1 : at;
  // The verb before belongs to another clause, which ends at the last ", and" or at the next
  // separator.
  for (std::uint32_t t = verb; t-- > at + 1;) {
    const bool joined = c_.lower(t) == "and" || c_.lower(t) == "but";
    if (joined && c_.lower(t - 1) == "," && t + 1 < verb && has_role(t + 1, "determiner")) {
      return t + 1;
    }
  }
  for (std::uint32_t t = at; t < verb; ++t) {
    const std::string_view word = c_.lower(t);
    if (!is_comma(t) && word != ";" && word != ":" && word != "and" && word != "but") continue;
    std::uint32_t next = t + 1;
    while (c_.lower(next) == "and" || c_.lower(next) == "but" || c_.lower(next) == ",") ++next;
    return std::min(next, verb);
  }
  return verb;
}

}  // namespace rapporteur::meetings
