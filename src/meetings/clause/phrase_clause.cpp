// Where a clause and its subject begin and end.

#include <algorithm>
#include <array>

#include "clause/phrase.h"
#include "clause/word_form.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Match;

constexpr std::uint32_t kLongestSubject = 60;  // tokens
constexpr std::uint32_t kLongestAside = 14;    // tokens

}  // namespace

bool Phrases::starts_clause(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t t = token;
  std::uint32_t end = 0;
  while (t < limit && has_role(t, "adverb", &end)) t = end;
  if (t >= limit) return false;
  std::uint32_t after = 0;
  if (has_role(t, "pronoun", &end)) {
    after = end;
  } else {
    const names::Mention* m = mention_at(t);
    if (m == nullptr && has_role(t, "determiner", &end)) m = mention_at(end);
    const tagger::Tag* tag = m == nullptr ? c_.tags.starting(t) : nullptr;
    if (m == nullptr && tag == nullptr && has_role(t, "determiner", &end)) {
      tag = end < c_.doc.size() ? c_.tags.starting(end) : nullptr;
    }
    if (m != nullptr) after = m->tokens.end;
    if (m == nullptr && tag != nullptr) after = tag->tokens.end;
  }
  // "both sides agreed", "the parties will"
  std::uint32_t group = t;
  while (group < limit && has_role(group, "determiner", &end)) group = end;
  const bool pointed = group > token || (token > 0 && has_role(token - 1, "determiner"));
  const lexicon::Cue* cue =
      after == 0 && pointed && group < limit ? c_.cue(group, outcome_) : nullptr;
  if (cue != nullptr && cue->value == "group") after = group + 1;
  if (after == 0) {
    // "the announcement said", "Lu said", "a spokesperson for the ministry added"
    const Match* next_act = act(t + 1);  // "officials said"
    const bool bare =
        next_act != nullptr && is_finite_act(t + 1) &&
        c_.catalogue.speech_acts()[form(*next_act).act].act_class == catalogue::ActClass::announce;
    if (!bare && !has_role(t, "determiner") && !c_.doc.is_capital(t)) return false;
    for (std::uint32_t u = t + 1; u < std::min(t + 6, limit); ++u) {
      if (c_.doc.is_punctuation(u) || has_role(u, "relative") || has_role(u, "aux")) return false;
      const Match* m = act(u);
      if (m == nullptr || form(*m).form != catalogue::VerbForm::past) continue;
      const catalogue::Index index = form(*m).act;
      return c_.catalogue.speech_acts()[index].act_class == catalogue::ActClass::announce;
    }
    return false;
  }
  while (after < limit && has_role(after, "adverb", &end)) after = end;
  if (after >= limit) return false;
  if (has_role(after, "aux") || is_finite_act(after)) return true;
  const Match* m = act(after);
  return m != nullptr && form(*m).form != catalogue::VerbForm::gerund && has_role(token, "pronoun");
}

std::uint32_t Phrases::clause_end(std::uint32_t begin, std::uint32_t limit, bool list) const {
  std::uint32_t separator = 0;  // the last comma or "and" passed
  std::uint32_t question = begin;
  while (question < limit &&
         (has_role(question, "preposition") || has_role(question, "determiner"))) {
    ++question;
  }
  const bool asks =
      has_role(question, "relative") || c_.lower(question) == "how" || c_.lower(question) == "what";
  bool verbs = false;    // a finite auxiliary was passed
  bool between = false;  // "relations between A |and| B"
  bool subordinate = asks;
  for (std::uint32_t t = begin; t < limit; ++t) {
    const std::string_view word = c_.lower(t);
    std::uint32_t end = 0;
    // "issues |in the context of| trade" names them.
    const bool names = t > begin && has_role(t - 1, "issue") && has_role(t, "of");
    // "touched upon the border and |upon| the dam"
    const bool again = begin > 0 && t > begin && word == c_.lower(begin - 1);
    // "recovery |after the pandemic| and tourism"
    const bool kept = has_role(t, "kept");
    if (t > begin && !names && !again && !kept && has_role(t, "stop") &&
        (list || c_.doc.is_punctuation(t - 1))) {
      return t;
    }
    if (word == ";" && list) {
      separator = t;
      subordinate = false;
      continue;
    }
    // "6.5 billion", "2,223 prisoners"
    if ((word == "." || word == ",") && t > begin && !c_.doc.space_before(t) && t + 1 < limit &&
        !c_.doc.space_before(t + 1) && c_.doc.shape(t + 1) == text::Shape::number) {
      continue;
    }
    if (word == ";" || word == "." || word == "?" || word == "!" || (word == ":" && t > begin)) {
      return t;
    }
    if (word == "-" && t > begin && c_.doc.space_before(t) && t + 1 < limit &&
        c_.doc.space_before(t + 1) && !has_role(t - 1, "narrow")) {
      return t;
    }
    if (word == "(") {
      std::uint32_t close = t;
      while (close < limit && c_.lower(close) != ")") ++close;
      if (close < limit) t = close;
      continue;
    }
    const bool comma = word == ",";
    if (comma && t > begin) {
      const std::uint32_t behind = behind_aside(t, limit);
      if (behind != t) {
        if (list) return t;
        t = behind - 1;
        continue;
      }
    }
    const bool joined = word == "and" || word == "but" || word == "or";
    if (word == "between") between = true;
    if (between && word == "and" && !verbs && t + 1 < limit && c_.doc.is_capital(t + 1) &&
        c_.doc.is_capital(t - 1)) {
      between = false;
      continue;
    }
    if ((comma || joined) && t > begin) {
      std::uint32_t next = t + 1;
      // "discussed trade," the ministry said
      const std::string_view quote = next < limit ? c_.lower(next) : std::string_view();
      const bool closing = quote == "”" || (quote == "\"" && !c_.doc.space_before(next));
      if (comma && closing && starts_clause(next + 1, limit)) return t;
      if (comma && names_source(next, limit)) return t;
      if (comma && (c_.lower(next) == "and" || c_.lower(next) == "but")) ++next;
      // "and, in this context, discussed", "and “discussed ways"
      if (joined && c_.lower(next) == "," && has_role(next + 1, "adverb", &end) &&
          c_.lower(end) == ",") {
        next = end + 1;
      }
      if (joined && (c_.lower(next) == "“" || c_.lower(next) == "\"")) ++next;
      while (next < limit && has_role(next, "adverb", &end) && !has_role(next, "join")) next = end;
      const bool joins = has_role(next, "join");
      // "X, as follows"; but "X, as well as Y" goes on.
      if (comma && !joins && c_.lower(next) == "as") return t;
      if (comma && !joins && opens_subordinate(next) && c_.lower(next) != "that") {
        const std::uint32_t behind = list ? behind_relative(next, limit) : next;
        if (behind == next) return t;
        t = behind - 1;
        continue;
      }
      // "supplies, light and heavy, will go on": the verb that the content still lacks.
      const bool lacks_verb = !list && comma && !verbs && has_role(next, "aux");
      if (!lacks_verb &&
          (has_role(next, "aux") || starts_clause(next, limit) || is_finite_act(next))) {
        // ", as were regional developments" goes on with the list elsewhere.
        return t;
      }
      if (list && comma && next > t + 1 && clause_follows(next, limit)) return t;
      if (opens_action(next, !joined && next == t + 1)) return t;
      const bool and_next = joined || (comma && next > t + 1);
      if ((list || !verbs) && and_next && opens_deed(next, limit)) return t;
      if (list && c_.lower(next) == "to" && act(next + 1) != nullptr) return t;
      if (joined && !list && (c_.lower(next) == "to" || c_.lower(next) == "that")) return t;
      const Match* verb = act(next);
      if (comma && verb != nullptr && form(*verb).form == catalogue::VerbForm::gerund &&
          c_.lower(t + 1) != "and" && c_.lower(verb->tokens.end) != "of") {
        return t;
      }
      separator = t;
      subordinate = asks;
      continue;
    }
    verbs = verbs || has_role(t, "aux");
    if (!list) continue;
    if (opens_subordinate(t) && t > begin) subordinate = true;
    if (has_role(t, "aux") && !subordinate && t > begin) {
      // "views on trade and |on transit| will be exchanged": no new subject.
      const bool same = separator > begin && has_role(separator + 1, "preposition");
      if (!bare_relative(t, begin)) return separator > begin && !same ? separator : t;
      subordinate = true;
    }
    if (t > begin && word == "by" && is_gerund(c_.lower(t + 1))) return t;  // "by stressing X"
    if (t > begin && (word == "on" || word == "at" || word == "with")) {
      if (word == "with") {
        std::uint32_t next = t + 1;
        while (has_role(next, "determiner", &end)) next = end;
        const names::Mention* m = mention_at(next);
        if (m != nullptr && m->kind == names::MentionKind::name) return t;
      }
      if (word == "on" && (starts_time(t) || starts_time(t + 1))) return t;
      for (std::uint32_t next = t + 1; word == "at" && next < std::min(t + 4, limit); ++next) {
        if (c_.lexicon.cue_at(c_.matches, next, meeting_head_) != nullptr) return t;
      }
    }
  }
  return limit;
}

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

// ", and |the importance of trade was| stressed": a noun phrase with its verb.
bool Phrases::clause_follows(std::uint32_t begin, std::uint32_t limit) const {
  if (!has_role(begin, "determiner")) return false;
  for (std::uint32_t t = begin + 1; t < std::min(limit, begin + kLongestAside); ++t) {
    if (c_.doc.is_punctuation(t) || opens_subordinate(t)) return false;
    if (has_role(t, "aux")) return true;
  }
  return false;
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

namespace {

// "At the end of the session |a protocol| was signed": where a new noun opens behind the adverbial
// that begins at `begin` and ends without a comma; or `begin`.
std::uint32_t behind_adverbial(const Context& c, const Phrases& phrases, std::uint32_t begin,
                               std::uint32_t verb) {
  static constexpr std::array<std::string_view, 6> kJoins{"and", "or", "of", "to", "than", "but"};
  static constexpr std::array<std::string_view, 4> kInside{"preposition", "determiner", "adverb",
                                                           "stop"};
  for (std::uint32_t t = begin + 2; t + 1 < verb; ++t) {
    if (!phrases.has_role(t, "determiner") || phrases.starts_time(t)) continue;
    if (c.doc.is_punctuation(t - 1) || is_one_of(c.lower(t - 1), kJoins)) continue;
    const bool inside = std::any_of(kInside.begin(), kInside.end(), [&](std::string_view role) {
      return phrases.has_role(t - 1, role);
    });
    if (!inside) return t;
  }
  return begin;
}

}  // namespace

std::uint32_t Phrases::subject_begin(std::uint32_t verb, std::uint32_t floor) const {
  if (verb > floor + kLongestSubject) floor = verb - kLongestSubject;
  if (has_role(verb, "aux")) verb = before_aside(floor, verb);
  std::uint32_t at = verb;  // where the subject may begin, going backward
  bool hard = false;        // it begins after a semicolon or colon
  while (at > floor) {
    const std::uint32_t t = at - 1;
    const std::string_view word = c_.lower(t);
    const bool apart = c_.doc.space_before(t) || (t > floor && c_.lower(t - 1) == "-");
    const bool dash = word == "-" && apart && c_.doc.space_before(t + 1);
    if (word == ";" || word == ":" || dash) {
      hard = true;
      break;
    }
    const bool finite = (is_finite_act(t) && !has_role(t - 1, "determiner") &&
                         !is_bare_participle(t) && !qualifies(t)) ||
                        is_talking(t);
    if (has_role(t, "aux") || finite) {
      // A verb inside a relative clause belongs to the subject: "the ships which Kiev had used".
      std::uint32_t back = t;
      bool relative = false;
      for (std::uint32_t n = 0; n < 6 && back > floor && !relative; ++n) {
        --back;
        if (c_.lower(back) == ",") break;
        relative = opens_subordinate(back) && back > floor;
      }
      if (!relative) break;
      // "the market, which is being built, and roads figure"
      if (c_.lower(back - 1) == ",") {
        if (behind_relative(back, verb) == back) break;
        --back;
      }
      at = back;
      continue;
    }
    at = t;
  }
  if (at == floor || hard) {
    // "At the meeting, X was discussed": an adverbial before the first comma is no subject.
    std::uint32_t end = 0;
    std::uint32_t t = at;
    while (t < verb && has_role(t, "adverb", &end) && c_.lower(t) != "both") t = end;
    const bool adverbial = has_role(t, "preposition") || has_role(t, "stop") ||
                           has_role(t, "relative") || c_.lower(t) == "as";
    if (t < verb && c_.lower(t) == ",") return t + 1;
    // "Recalling the visit, the talks and the treaty, |both sides| agreed"
    if (at == floor && is_gerund(c_.lower(t))) {
      for (std::uint32_t u = verb; u-- > t + 1;) {
        if (is_comma(u)) return u + 1;
      }
    }
    if (adverbial) {
      for (std::uint32_t u = t; u < verb; ++u) {
        if (is_comma(u)) return u + 1;
      }
      return behind_adverbial(c_, *this, t, verb);
    }
    return t;
  }
  // "That is why |the ministers| agreed"
  if (c_.lower(at) == "why" && at + 1 < verb) return at + 1;
  // "pointed out that |the two sides| reviewed"
  for (std::uint32_t t = verb; t-- > at;) {
    const bool clause = c_.lower(t) == "that" && t + 1 < verb && !has_role(t - 1, "preposition");
    if (clause && t > floor && (act(t - 1) != nullptr || (t > 1 && act(t - 2) != nullptr)))
      return t + 1;
  }
  // "told reporters on Tuesday that |fish and debt| top the agenda": behind the hearers.
  constexpr std::uint32_t kHearers = 10;
  for (std::uint32_t t = at; is_saying(at - 1) && t + 1 < std::min(verb, at + kHearers); ++t) {
    if (c_.lower(t) == "that") return t + 1;
    if (is_comma(t)) break;
  }
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
    if (is_comma(t) || word == ";" || word == ":" || word == "and" || word == "but") {
      std::uint32_t next = t + 1;
      while (c_.lower(next) == "and" || c_.lower(next) == "but" || c_.lower(next) == ",") ++next;
      return next < verb ? next : verb;
    }
  }
  return verb;
}

}  // namespace rapporteur::meetings
