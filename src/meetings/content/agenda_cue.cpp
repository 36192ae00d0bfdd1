// On which side of a cue the subjects stand, and of which time it tells.

#include <algorithm>
#include <array>

#include "clause/word_form.h"
#include "clause/word_list.h"
#include "content/agenda_finder.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Match;

constexpr std::uint32_t kLongestReach = 14;  // tokens from "exchanged views" to its "on"
constexpr std::uint32_t kShortSubject = 4;   // tokens of "a number of steps"
constexpr std::uint32_t kLongestFront = 60;  // tokens of a list in front of its last part
constexpr std::uint32_t kColonReach = 8;     // tokens from "were discussed" to its colon

}  // namespace

// "discussed" is past, "will be discussed", "were to be discussed" prospective.
Tense AgendaFinder::tense_of(TokenRange cue, TokenRange sentence) const {
  const std::string_view verb = c_.lower(cue.begin);
  for (std::uint32_t back = 1; back <= 4 && cue.begin >= sentence.begin + back; ++back) {
    const std::string_view word = c_.lower(cue.begin - back);
    if (word == "will" || word == "shall" || word == "expected") return Tense::prospective;
    const bool to_come = word == "to" && cue.begin > sentence.begin + back &&
                         phrases_.has_role(cue.begin - back - 1, "aux");
    if (to_come) return Tense::prospective;
    if (word == "be" || word == "to" || word == "is" || word == "are") {
      if (word != "be") return Tense::open;
    }
  }
  const bool past = verb.size() > 3 && verb.substr(verb.size() - 2) == "ed";
  return past ? Tense::past : Tense::open;
}

// "were" tells of the past, "are", "were to be" do not.
Tense AgendaFinder::tense_of_copula(std::uint32_t token, TokenRange sentence) const {
  const std::string_view word = c_.lower(token);
  const bool to_come = token + 1 < sentence.end && c_.lower(token + 1) == "to";
  if (word == "be" || word == "will" || to_come) return Tense::prospective;
  return word == "was" || word == "were" || word == "included" || word == "covered" ? Tense::past
                                                                                    : Tense::open;
}

// Takes what the cue says; false where it says nothing.
bool AgendaFinder::handle(std::string_view value, TokenRange cue, TokenRange sentence) {
  if (inside_name(cue.begin)) return false;
  if (value == "verb" || value == "soft") return verb(value == "soft", cue, sentence);
  if (value == "after") return after(cue, sentence);
  if (value == "on") return after_on(cue, sentence);
  if (value == "speak") return group_acts(cue.begin, sentence) && after_on(cue, sentence);
  if (value == "before") return before(cue, sentence);
  if (value == "apart") return apart(cue, sentence);
  if (value == "await") return behind_colon(cue.end, cue.end + kColonReach, sentence);
  if (value == "goal") return goal(cue, sentence);
  if (value == "topic") return topic(cue, sentence);
  if (value == "object") return object(cue, sentence);
  if (value == "brings") return brings(cue, sentence);
  return false;
}

// "|The war| brought the ministers together": what they came for.
bool AgendaFinder::brings(TokenRange cue, TokenRange sentence) {
  for (std::uint32_t t = cue.end + 1; t < std::min(cue.end + kLongestReach, sentence.end); ++t) {
    if (c_.doc.is_punctuation(t) || phrases_.has_role(t, "aux")) return false;
    if (c_.lower(t) == "together") return before(cue, sentence);
  }
  return false;
}

bool AgendaFinder::inside_name(std::uint32_t token) const {
  const tagger::Tag* tag = c_.tags.covering(token);
  return tag != nullptr && tag->label == tagger::Label::body && tag->tokens.size() > 1;
}

// The form of "to be" right before `token`, adverbs apart; sentence.end if there is none, and for
// "are discussing".
std::uint32_t AgendaFinder::passive(std::uint32_t token, TokenRange sentence) const {
  if (c_.lower(token).ends_with("ing")) return sentence.end;
  std::uint32_t t = token;
  for (int steps = 0; t > sentence.begin && steps < 4; ++steps) {
    --t;
    const std::string_view word = c_.lower(t);
    if (word == "was" || word == "were" || word == "is" || word == "are" || word == "be" ||
        word == "been" || word == "being") {
      return t;
    }
    if (!phrases_.has_role(t, "adverb") && word != "too" && !word.ends_with("ly")) break;
  }
  return sentence.end;
}

// "agreed to discuss", "called for considering": that is an outcome.
bool AgendaFinder::promised(std::uint32_t token, TokenRange sentence) const {
  if (token < sentence.begin + 2 || c_.lower(token - 1) != "to") return false;
  for (std::uint32_t back = 2; back <= 4 && token >= sentence.begin + back; ++back) {
    const Match* m = phrases_.act(token - back);
    if (m == nullptr || m->tokens.end + 2 < token) continue;
    const catalogue::ActClass what = c_.catalogue.speech_acts()[phrases_.form(*m).act].act_class;
    return what == catalogue::ActClass::outcome;
  }
  return false;
}

// "on the sidelines", "on its way": where or how, no subject.
bool AgendaFinder::is_circumstance(std::uint32_t token) const {
  if (phrases_.has_role(token, "determiner")) ++token;
  return phrases_.has_role(token, "circumstance");
}

// "agreed to maintain consultations on X": to come, and an outcome.
bool AgendaFinder::agreed(std::uint32_t token, TokenRange sentence) const {
  for (std::uint32_t back = 1; back <= 8 && token >= sentence.begin + back; ++back) {
    const std::uint32_t t = token - back;
    if (c_.doc.is_punctuation(t)) return false;
    if (c_.lower(t) != "to" || t == sentence.begin) continue;
    const Match* m = phrases_.act(t - 1);
    return m != nullptr && c_.catalogue.speech_acts()[phrases_.form(*m).act].act_class ==
                               catalogue::ActClass::outcome;
  }
  return false;
}

// Where the subject of the verb at `verb` starts, which may be a list with semicolons: "more trade,
// also by sea; better roads; and visas were discussed".
std::uint32_t AgendaFinder::list_begin(std::uint32_t verb, TokenRange sentence) const {
  const std::uint32_t begin = phrases_.subject_begin(verb, sentence.begin);
  const bool goes_on = begin > sentence.begin && begin < verb && c_.lower(begin - 1) == ";" &&
                       begin - sentence.begin < kLongestFront &&
                       !names_meeting(sentence.begin, begin);
  // "Building a bridge, opening a post and |drawing a map| were discussed."
  const bool deeds = begin > sentence.begin && begin < verb && is_gerund(c_.lower(begin)) &&
                     is_gerund(c_.lower(sentence.begin)) && begin - sentence.begin < kLongestFront;
  return (goes_on || deeds) && !has_verb({sentence.begin, begin}) ? sentence.begin : begin;
}

// "did |not| discuss", "was |not| discussed"
bool AgendaFinder::is_denied(std::uint32_t token, TokenRange sentence) const {
  for (std::uint32_t back = 1; back <= 2 && token >= sentence.begin + back; ++back) {
    const std::string_view word = c_.lower(token - back);
    if (word == "not" || word == "never" || word == "n't") return true;
    if (!phrases_.has_role(token - back, "aux") && !phrases_.has_role(token - back, "adverb") &&
        word != "be" && word != "been") {
      return false;
    }
  }
  return false;
}

// "What both do to |counter smuggling| was discussed": behind "to", or `end`.
std::uint32_t AgendaFinder::behind_deed(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin + 2; t + 1 < end; ++t) {
    if (c_.lower(t) == "to" && !phrases_.has_role(t + 1, "determiner") &&
        !c_.doc.is_capital(t + 1)) {
      return t + 1;
    }
  }
  return end;
}

bool AgendaFinder::verb(bool soft, TokenRange cue, TokenRange sentence) {
  if (is_denied(cue.begin, sentence)) return false;
  // "Considered were trade and transport.", "Also gone into were"
  std::uint32_t front = cue.begin;
  while (front > sentence.begin && phrases_.has_role(front - 1, "adverb")) --front;
  if (front == sentence.begin && (c_.lower(cue.end) == "were" || c_.lower(cue.end) == "was")) {
    return take_after(cue.end + 1, sentence, 0.7F);
  }
  const std::uint32_t be = passive(cue.begin, sentence);
  if (be != sentence.end) {
    // "a fact that is considered |a| sign": no talk.
    const bool complement = phrases_.has_role(cue.end, "determiner") || c_.lower(cue.end) == "as";
    if (complement && c_.lower(cue.begin) == "considered") return false;
    std::uint32_t auxiliary = be;
    while (auxiliary > sentence.begin &&
           (phrases_.has_role(auxiliary - 1, "aux") || c_.lower(auxiliary - 1) == "to" ||
            c_.lower(auxiliary - 1) == "been" || phrases_.has_role(auxiliary - 1, "adverb") ||
            (c_.lower(auxiliary) == "to" && phrases_.has_role(auxiliary - 1, "prospect")))) {
      --auxiliary;
    }
    if (const std::uint32_t behind = inverted(auxiliary, cue, sentence); behind != sentence.end) {
      return take_after(behind, sentence, 0.7F);
    }
    // "was addressed by the Secretary-General" is no matter of the agenda.
    std::uint32_t begin = own_clause(list_begin(auxiliary, sentence), auxiliary);
    // "|How the border should be marked| was discussed."
    const std::string_view opens = c_.lower(sentence.begin);
    if (opens == "how" || opens == "whether") begin = sentence.begin;
    if (opens == "what") begin = behind_deed(sentence.begin, auxiliary);
    if (begin >= auxiliary) return false;
    // "Further steps were discussed to |dredge the river|."
    if (c_.lower(cue.end) == "to" && auxiliary - begin <= kShortSubject &&
        (has_value(auxiliary - 1, "means") || phrases_.has_role(auxiliary - 1, "issue"))) {
      return take_after(cue.end + 1, sentence, 0.65F);
    }
    // "15 issues were considered |on| trade and transport."
    const std::string_view link = c_.lower(cue.end);
    const bool matter = link == "on" || link == "concerning" || link == "regarding";
    if (matter && phrases_.has_role(auxiliary - 1, "issue") && auxiliary - begin <= kShortSubject &&
        !phrases_.starts_time(cue.end + 1)) {
      return take_after(cue.end + 1, sentence, 0.65F);
    }
    // "It was discussed |how| to dredge the river."
    if (c_.lower(auxiliary - 1) == "it") {
      const std::string_view asks = c_.lower(cue.end);
      return (asks == "how" || asks == "whether") && take_after(cue.end, sentence, 0.65F);
    }
    const std::uint32_t head = std::min(begin + kShortSubject, auxiliary);
    if (soft && (is_somebody(begin, auxiliary) || names_meeting(begin, head))) return false;
    const std::uint32_t stop = opens == "how" ? phrases_.clause_end(begin, auxiliary, true)
                                              : phrases_.before_aside(begin, auxiliary);
    take(begin, stop, soft ? 0.6F : 0.75F);
    behind_colon(cue.end, cue.end + kColonReach, sentence);
    examples(cue.end, sentence);
    return also(cue.end, sentence);
  }
  if (promised(cue.begin, sentence)) return false;
  if (c_.lower(cue.end) == "by" && phrases_.has_role(cue.begin - 1, "issue")) {
    return discussed_by(cue.end, sentence);
  }
  if (soft && !group_acts(cue.begin, sentence)) return false;
  // "considered |and adopted| the report"
  const bool two = c_.lower(cue.end) == "and" && c_.lower(cue.end + 1).ends_with("ed") &&
                   phrases_.has_role(cue.end + 2, "determiner");
  return take_after(two ? cue.end + 2 : cue.end, sentence, soft ? 0.6F : 0.75F);
}

bool AgendaFinder::after(TokenRange cue, TokenRange sentence) {
  if (agreed(cue.begin, sentence) || is_circumstance(cue.end)) return false;
  // "a monument |dedicated to| the fallen": no talk.
  const std::string_view first = c_.lower(cue.begin);
  if ((first == "dedicated" || first == "devoted") && !names_meeting(sentence.begin, cue.begin)) {
    const std::uint32_t floor = std::max(sentence.begin + 4, cue.begin) - 4;
    bool talk = phrases_.has_role(cue.begin - 1, "aux");
    for (std::uint32_t t = floor; t < cue.begin; ++t) talk = talk || has_value(t, "talk");
    if (!talk) return false;
  }
  // "ranged from trade to culture"
  if (c_.lower(cue.end - 1) == "from") {
    for (std::uint32_t t = cue.end + 1; t < std::min(cue.end + 10, sentence.end); ++t) {
      if (c_.lower(t) != "to") continue;
      take(cue.end, t, 0.7F);
      return take_after(t + 1, sentence, 0.7F);
    }
  }
  // "talks on Monday" tells when.
  if (phrases_.starts_time(cue.end) || phrases_.starts_time(cue.end + 1)) return false;
  // "a briefing on |the summit|", but "talks |focused on the coming summit|"
  const bool focus = first.starts_with("focus") || first.starts_with("concentrat") ||
                     first.starts_with("cent") || first.starts_with("revolv");
  if (!focus && c_.lower(cue.end) == "the" && names_meeting(cue.end, cue.end + 2)) return false;
  return take_after(cue.end, sentence, 0.75F);
}

bool AgendaFinder::after_on(TokenRange cue, TokenRange sentence) {
  const std::uint32_t limit = std::min(sentence.end, cue.end + kLongestReach);
  for (std::uint32_t t = cue.end; t < limit; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == ";" || word == "." || word == ":") return false;
    if (word == "," && phrases_.has_role(t + 1, "stop")) return false;
    // "conferred and settled on a date": another verb.
    if (word == "and" && t + 1 < limit && !c_.doc.is_capital(t + 1) &&
        !phrases_.has_role(t + 1, "determiner")) {
      return false;
    }
    const bool link = word == "on" || word == "about" || word == "regarding" || word == "of" ||
                      word == "concerning" || word == "over";
    if (!link || (word == "about" && c_.lower(t + 1) == "to")) continue;
    const bool date = phrases_.starts_time(t) || phrases_.starts_time(t + 1);
    const bool joined = t == cue.end || phrases_.has_role(t - 1, "adverb") ||
                        (t > cue.end + 1 && phrases_.has_role(t - 2, "adverb"));
    if (date || is_circumstance(t + 1) || (word == "of" && !joined)) continue;
    return take_after(t + 1, sentence, 0.75F);
  }
  return false;
}

bool AgendaFinder::before(TokenRange cue, TokenRange sentence) {
  // "Three things occupied us: water, roads and schools."
  if (c_.lower(cue.end) == ":") return take_after(cue.end + 1, sentence, 0.65F);
  std::uint32_t begin = own_clause(list_begin(cue.begin, sentence), cue.begin);
  const std::string_view opens = c_.lower(sentence.begin);
  if (opens == "how" || opens == "whether") begin = sentence.begin;
  if (opens == "what") begin = behind_deed(sentence.begin, cue.begin);
  // "It was |the plans for the road| that took up most of the day."
  const bool cleft = opens == "it" && phrases_.has_role(sentence.begin + 1, "aux") &&
                     c_.lower(cue.begin - 1) == "that";
  if (cleft) return take(sentence.begin + 2, cue.begin - 1, 0.6F);
  if (begin >= cue.begin || is_somebody(begin, cue.begin)) return false;
  if (names_meeting(begin, cue.begin)) return false;
  take(begin, cue.begin, 0.6F);
  // "Water came first, followed by roads and schools."
  if (c_.lower(cue.end) == "," && c_.lower(cue.end + 1) == "followed" &&
      c_.lower(cue.end + 2) == "by") {
    take_after(cue.end + 3, sentence, 0.6F);
  }
  return also(cue.end, sentence);
}

// "The talks |aim at| closer ties": what the meeting itself is for.
bool AgendaFinder::goal(TokenRange cue, TokenRange sentence) {
  std::uint32_t verb = cue.begin;
  while (verb > sentence.begin && phrases_.has_role(verb - 1, "aux")) --verb;
  const std::uint32_t begin = phrases_.subject_begin(verb, sentence.begin);
  if (begin >= verb || is_somebody(begin, verb)) return false;
  const bool talk = has_value(verb - 1, "talk") || c_.lower(verb - 1) == "it";
  if (!talk && !names_meeting(begin, verb)) return false;
  const std::uint32_t task = behind_task(cue.end, sentence.end);
  return take_after(c_.lower(cue.end - 1) == "to" ? task : cue.end, sentence, 0.6F);
}

// The words [begin, end) are a person or a group rather than a subject of talks.
bool AgendaFinder::is_somebody(std::uint32_t begin, std::uint32_t end) const {
  const names::Mention* who = phrases_.mention_before(end, end - 1);
  if (who != nullptr && who->tokens.begin <= begin + 1) return true;
  const names::Mention* first = phrases_.mention_at(begin);
  return first != nullptr && first->kind == names::MentionKind::name;
}

// "X and Y are on the agenda"; "On the agenda are X and Y"; "topics include X"; "themes: X".
bool AgendaFinder::topic(TokenRange cue, TokenRange sentence) {
  std::uint32_t back = cue.begin;
  while (back > sentence.begin &&
         (phrases_.has_role(back - 1, "adverb") || phrases_.has_role(back - 1, "determiner") ||
          phrases_.has_role(back - 1, "empty"))) {
    --back;
  }
  if (back > sentence.begin + 1 && c_.lower(back - 1) == "up") --back;  // "high up on the list"
  if (back > sentence.begin + 1 && c_.lower(back - 1) == "high") --back;
  const bool copula_before =
      back > sentence.begin && (phrases_.has_role(back - 1, "aux") || c_.lower(back - 1) == "be");
  if (copula_before && topic_before(back - 1, sentence)) {
    behind_colon(cue.end, cue.end + kColonReach, sentence);
    examples(cue.end, sentence);
    return also(cue.end, sentence);
  }
  return brought_along(back, sentence) || topic_behind(cue.end, sentence);
}

// "|X and Y| are on the agenda", with the last auxiliary at `copula`.
bool AgendaFinder::topic_before(std::uint32_t copula, TokenRange sentence) {
  tense_ = tense_of_copula(copula, sentence);
  std::uint32_t auxiliary = copula;
  while (auxiliary > sentence.begin &&
         (phrases_.has_role(auxiliary - 1, "aux") || c_.lower(auxiliary - 1) == "to" ||
          (c_.lower(auxiliary) == "to" && phrases_.has_role(auxiliary - 1, "prospect")))) {
    --auxiliary;
  }
  std::uint32_t begin = list_begin(auxiliary, sentence);
  // "|How trade may grow| was among the topics."
  const bool asks = c_.lower(sentence.begin) == "how" || c_.lower(sentence.begin) == "whether";
  begin = asks ? sentence.begin : own_clause(begin, auxiliary);
  if (c_.lower(sentence.begin) == "what") begin = behind_deed(sentence.begin, auxiliary);
  // "|Preparations for the summit| were the main topic"; "|talks with the host| are planned".
  const bool itself =
      (names_meeting(begin, auxiliary) || has_value(begin, "talk")) && !is_work_on_meeting(begin);
  if (begin >= auxiliary || itself) return false;
  take(begin, auxiliary, 0.7F);
  return true;
}

// "On the agenda are |X and Y|", "topics include |X|", "themes: |X|": behind the cue that ends at
// `end`.
bool AgendaFinder::topic_behind(std::uint32_t end, TokenRange sentence) {
  const std::uint32_t from = behind_remark(end, sentence);
  const std::uint32_t limit = std::min(sentence.end, from + kLongestReach);
  for (std::uint32_t t = from; t < limit; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "," || word == ";" || word == ".") return false;
    const bool copula = phrases_.has_role(t, "aux") || phrases_.has_role(t, "contain") ||
                        phrases_.has_role(t, "posture") || word == ":" || word == "be";
    if (!copula) continue;
    // "the agenda needs to |be| settled"
    if (word == "be" && c_.lower(t - 1) == "to" && !phrases_.has_role(t - 2, "aux")) return false;
    tense_ = tense_of_copula(t, sentence);
    const std::uint32_t next = behind_copula(t + 1, sentence.end);
    // "The items on the agenda were |considered|": no list.
    const bool done =
        c_.lower(next).ends_with("ed") &&
        (has_value(next, "verb") || has_value(next, "soft") || next + 1 >= sentence.end ||
         c_.doc.is_punctuation(next + 1) || phrases_.has_role(next + 1, "preposition"));
    return !done && take_after(next, sentence, 0.7F) && also(next, sentence);
  }
  return false;
}

// "will |also be about| trade": behind the words at `t` that only lead on.
std::uint32_t AgendaFinder::behind_copula(std::uint32_t t, std::uint32_t end) const {
  static constexpr std::array<std::string_view, 6> kWords{"be", "to", "been", "of", "on", "about"};
  while (t < end && (phrases_.has_role(t, "aux") || phrases_.has_role(t, "contain") ||
                     phrases_.has_role(t, "adverb") || is_one_of(c_.lower(t), kWords))) {
    ++t;
  }
  return t;
}

}  // namespace rapporteur::meetings
