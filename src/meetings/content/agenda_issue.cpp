// Sentences that say outright what the subjects are: "Further items were X", "X was among the
// issues", "X was what they talked about".

#include <algorithm>

#include "content/agenda_finder.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kLongestName = 5;   // tokens before the noun: "the second of the main"
constexpr std::uint32_t kLongestTail = 6;   // tokens behind it: "for discussion at the meeting"
constexpr std::uint32_t kLongestCleft = 9;  // tokens from "what" to its verb

bool is_copula(std::string_view word) {
  return word == "is" || word == "are" || word == "was" || word == "were";
}

}  // namespace

void AgendaFinder::issues(TokenRange sentence) {
  if (issues_first(sentence)) return;
  for (std::uint32_t t = sentence.begin + 1; t < sentence.end; ++t) {
    if (c_.lower(t) == "be" ? c_.lower(t - 1) != "will" : !is_copula(c_.lower(t))) continue;
    if (issues_last(t, sentence)) return;
  }
}

void AgendaFinder::clefts(TokenRange sentence) {
  for (std::uint32_t t = sentence.begin + 1; t + 1 < sentence.end; ++t) {
    if (c_.lower(t + 1) == "what" && is_copula(c_.lower(t)) && cleft(t, sentence)) return;
  }
}

// "Further items were |the budget and the dam|."
bool AgendaFinder::issues_first(TokenRange sentence) {
  std::uint32_t t = sentence.begin;
  while (t < sentence.end && c_.doc.is_punctuation(t)) ++t;
  const std::uint32_t limit = std::min(t + kLongestName, sentence.end);
  bool marked = false;  // "further", "among the": of several
  for (; t < limit && !phrases_.has_role(t, "issue"); ++t) {
    if (c_.doc.is_punctuation(t) || phrases_.has_role(t, "pronoun") ||
        phrases_.mention_at(t) != nullptr || phrases_.has_role(t, "aux")) {
      return false;
    }
    marked = marked || has_value(t, "ordering");
  }
  if (t >= limit || !marked) return false;
  ++t;
  // "Another issue |that the leaders may examine| is the lake."
  const bool clause = phrases_.has_role(t, "relative");
  const std::uint32_t reach =
      std::min(t + (clause ? 2 * kLongestTail : kLongestTail), sentence.end);
  while (t < reach && !phrases_.has_role(t, "contain") && !is_copula(c_.lower(t)) &&
         c_.lower(t) != "be") {
    if (c_.doc.is_punctuation(t)) return false;
    ++t;
  }
  if (t >= reach) return false;
  cue_ = t;
  tense_ = c_.lower(t) == "be" ? Tense::prospective : tense_of_copula(t, sentence);
  std::uint32_t next = t + 1;
  while (next < sentence.end && phrases_.has_role(next, "adverb")) ++next;
  return !tells_deed(next) && take_after(next, sentence, 0.65F);
}

// "were |discussed|", "is |that| X", "is |to| find Y": no list of things.
bool AgendaFinder::tells_deed(std::uint32_t t) const {
  const std::string_view word = c_.lower(t);
  return word.ends_with("ed") || word == "that" || word == "to" || word == "not" ||
         word == "taken" || word == "given" || word == "put" || word == "left" ||
         phrases_.act(t) != nullptr || has_value(t, "verb") || has_value(t, "soft");
}

// "|Floods and the dam| were among the further issues", "was also a subject of discussion"
bool AgendaFinder::issues_last(std::uint32_t copula, TokenRange sentence) {
  std::uint32_t t = copula + 1;
  while (t < sentence.end && phrases_.has_role(t, "adverb")) ++t;
  const bool among = c_.lower(t) == "among" || (c_.lower(t + 1) == "of" && c_.lower(t) != "a");
  const std::uint32_t limit = std::min(t + kLongestName + 1, sentence.end);
  bool marked = false;
  while (t < limit && !phrases_.has_role(t, "issue")) {
    if (c_.doc.is_punctuation(t)) return false;
    marked = marked || has_value(t, "ordering");
    ++t;
  }
  if (t >= limit) return false;
  const std::uint32_t tail = std::min(t + kLongestTail, sentence.end);
  bool talk = false;  // "of discussion", "discussed"
  for (std::uint32_t u = t + 1; u < tail && !c_.doc.is_punctuation(u); ++u) {
    talk = talk || has_value(u, "talk") || has_value(u, "verb") || c_.lower(u) == "agenda" ||
           names_meeting(u, u + 1);
  }
  const bool ends = t + 1 >= sentence.end || c_.doc.is_punctuation(t + 1);
  if (!(among && (talk || (marked && ends))) && !(talk && marked) &&
      !(talk && c_.lower(t + 1) == "of")) {
    return false;
  }
  return take_subject(copula, sentence);
}

// "|Cooperation in mining| was what they talked about."
bool AgendaFinder::cleft(std::uint32_t copula, TokenRange sentence) {
  const std::uint32_t limit = std::min(copula + kLongestCleft, sentence.end);
  for (std::uint32_t t = copula + 2; t < limit; ++t) {
    TokenRange cue;
    const bool talk = has_value(t, "verb", &cue) || has_value(t, "soft", &cue);
    if (!talk) continue;
    const bool some = take_subject(copula, sentence);
    used_ = std::max(used_, cue.end);
    return some;
  }
  return false;
}

// "|Preparations| for the summit", "the |results| of the last session"
bool AgendaFinder::is_work_on_meeting(std::uint32_t begin) const {
  while (phrases_.has_role(begin, "determiner")) ++begin;
  return has_value(begin, "work");
}

// What stands before "were", "will be".
bool AgendaFinder::take_subject(std::uint32_t copula, TokenRange sentence) {
  cue_ = copula;
  tense_ = c_.lower(copula) == "be" ? Tense::prospective : tense_of_copula(copula, sentence);
  std::uint32_t end = copula;
  while (end > sentence.begin && phrases_.has_role(end - 1, "aux")) --end;
  const std::uint32_t begin = own_clause(phrases_.subject_begin(end, sentence.begin), end);
  if (begin >= end || is_somebody(begin, end)) return false;
  if (names_meeting(begin, end) && !is_work_on_meeting(begin)) return false;
  if (phrases_.has_role(begin, "pronoun")) return false;
  return take(begin, end, 0.65F);
}

}  // namespace rapporteur::meetings
