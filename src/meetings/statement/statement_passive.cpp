// What was done, where nobody is named: "a protocol was signed".

#include <array>

#include "clause/word_list.h"
#include "statement/statement_finder.h"

namespace rapporteur::meetings {

namespace {

using catalogue::ActClass;

}  // namespace

// "The talks|, it is noted,| will turn on trade": of who writes, not of those who met.
bool StatementFinder::is_reporters(const Verb& v) const {
  return v.begin >= s_.begin + 3 && lower(v.begin - 1) == "it" && lower(v.begin - 2) == "," &&
         lower(v.begin) == "is" && lower(v.tokens.end) == ",";
}

// "It was agreed that X"; "X was signed".
bool StatementFinder::say_passive(const Verb& v, Statement s) {
  std::uint32_t begin = std::max(p_.subject_begin(v.begin, s_.begin), first_word());
  if (v.begin > begin && lower(v.begin - 1) == "it") begin = v.begin - 1;
  s.passive = true;
  s.voice = Voice::impersonal;
  if (inside_result(v) || is_reporters(v)) return false;
  if (say_that(v, s)) return true;
  if (is_past_day(v)) return false;
  if (is_denied(begin, v.tokens.begin)) return say_nothing(v, s, begin);
  if (v.act == "elect" && lower(v.tokens.begin) == "named") return false;
  if (is_thought(v)) return false;
  if (v.act == "welcome" && c_.cast.covering(v.begin - 1) != nullptr) return false;  // a guest
  if (trails_it(v, s, begin)) return true;
  if (const std::uint32_t which = which_before(v); which != s_.end) return say_which(v, s, which);
  if (say_around(v, s, begin)) return true;
  if (begin + 1 == v.begin && lower(begin) == "it") return say_it(v, s);
  if (begin >= v.begin || lower(begin) == "there") return false;
  if (const std::uint32_t stance = stance_of(v, begin); stance != v.begin) {
    return say_thing(v, s, {stance, v.begin});
  }
  if (lower(v.tokens.begin) == "provided" || lower(v.tokens.begin) == "given") return false;
  return say_this(s, begin) || say_of_subject(v, s, begin);
}

// "|That integration should go on| was stressed."
bool StatementFinder::say_that(const Verb& v, Statement s) {
  const std::uint32_t first = first_word();
  if (lower(first) != "that" || !out_.empty() || v.act_class != ActClass::outcome || v.future ||
      !has_auxiliary(first + 1, v.begin)) {
    return false;
  }
  s.passive = false;
  s.content = p_.trim_end({first + 1, v.begin}, false);
  out_.push_back(s);
  return true;
}

// "It was in 1984 that the body was set up."
bool StatementFinder::is_past_day(const Verb& v) const {
  const std::uint32_t first = first_word();
  return lower(first) == "it" && is_be(lower(first + 1)) && v.begin > first + 1 &&
         (lower(first + 2) == "in" || lower(first + 2) == "on" || lower(first + 2) == "at");
}

// "The border will open|, it was agreed|."
bool StatementFinder::trails_it(const Verb& v, Statement s, std::uint32_t begin) {
  const bool ends = v.tokens.end >= s_.end || lower(v.tokens.end) == ".";
  if (begin + 1 != v.begin || lower(begin) != "it" || begin <= s_.begin + 2 ||
      lower(begin - 1) != "," || !ends) {
    return false;
  }
  s.passive = false;
  s.content = {s_.begin, begin - 1};
  out_.push_back(s);
  return true;
}

// "There is now a charter, |which| was adopted on Friday", "|which| are both to be signed"; or the
// end of the sentence.
std::uint32_t StatementFinder::which_before(const Verb& v) const {
  std::uint32_t at = v.begin;
  while (at > s_.begin + 2 && (is_be(lower(at - 1)) || lower(at - 1) == "both" ||
                               lower(at - 1) == "all" || lower(at - 1) == "also")) {
    --at;
  }
  return at > s_.begin + 2 && lower(at - 1) == "which" ? at - 1 : s_.end;
}

// What was done to the thing before `which`.
bool StatementFinder::say_which(const Verb& v, Statement s, std::uint32_t which) {
  const bool apart = lower(which - 1) == ",";
  const std::uint32_t end = apart ? which - 1 : which;
  const std::uint32_t floor = end > s_.begin + 12 ? end - 12 : s_.begin;
  const std::uint32_t from = paper_begin(floor, end);
  if (from == floor && !starts_with_paper(floor, end)) {
    // "Togo offered to be host, |which was accepted|."
    const bool whole = v.act == "admit" || v.act == "agree";
    if (!whole || !apart || !out_.empty()) return false;
    s.passive = false;
    s.act = "agree";
    s.content = {first_word(), end};
    out_.push_back(s);
    return true;
  }
  s.content = {from, end};
  s.list = true;
  out_.push_back(s);
  return true;
}

// "The border|, it was agreed,| will open."
bool StatementFinder::say_around(const Verb& v, Statement s, std::uint32_t begin) {
  const bool points = lower(begin) == "it" || lower(begin) == "this" || lower(begin) == "so";
  if (begin + 1 != v.begin || !points || begin <= s_.begin + 1 || lower(begin - 1) != "," ||
      lower(v.tokens.end) != ",") {
    return false;
  }
  s.passive = false;
  s.opening = {s_.begin, begin - 1};
  add_contents(s, v.tokens.end + 1);
  return true;
}

// "|It was agreed as well| that X", "|It was reaffirmed by the ministers| that X"
bool StatementFinder::say_it(const Verb& v, Statement s) {
  std::uint32_t after = v.tokens.end;
  for (std::uint32_t end = 0; p_.has_role(after, "adverb", &end);) after = end;
  const bool clause = lower(after) == "that" || lower(after) == "to";
  const std::uint32_t behind = behind_circumstance(after);
  const std::uint32_t that = clause || behind != after ? s_.end : that_behind(after);
  const std::uint32_t from = clause ? after + 1 : behind != after ? behind : that;
  if (from >= s_.end) return false;
  s.passive = false;
  add_contents(s, from);
  return true;
}

// "the two sides' |commitment to peace| was confirmed"; or the verb.
std::uint32_t StatementFinder::stance_of(const Verb& v, std::uint32_t begin) const {
  static constexpr std::array<std::string_view, 5> kOwners{"'", "’", "'s", "’s", "s"};
  if (v.act_class != ActClass::outcome) return v.begin;
  for (std::uint32_t t = begin + 1; t < v.begin; ++t) {
    if (!is_one_of(lower(t - 1), kOwners)) continue;
    if (has_value(t, "stance") || has_value(t, "need") || has_value(t, "feeling")) return t;
  }
  return v.begin;
}

// "X will go on; |this, too, was agreed|." "Ghana offered to host it|, and this was accepted|."
bool StatementFinder::say_this(Statement s, std::uint32_t begin) {
  const bool joined = lower(begin - 1) == "and" && lower(begin - 2) == ",";
  if (lower(begin) != "this" || begin <= s_.begin + 3 || (lower(begin - 1) != ";" && !joined)) {
    return false;
  }
  s.passive = false;
  s.content = {s_.begin, joined ? begin - 2 : begin - 1};
  out_.push_back(s);
  return true;
}

// "a working group was |set up|": something is founded rather than found out.
bool StatementFinder::names_founded(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (has_value(t, "founded")) return true;
  }
  return false;
}

// What was done to the subject between `begin` and the verb.
bool StatementFinder::say_of_subject(const Verb& v, Statement s, std::uint32_t begin) {
  const std::uint32_t end = p_.before_aside(begin, v.begin);
  const bool paper = paper_begin(begin, end) != begin || starts_with_paper(begin, end);
  const bool founded = v.act == "establish" && names_founded(begin, v.begin);
  if (v.act == "establish" && !founded && !v.future) return false;
  const Subject who = paper || founded ? Subject{} : judge(begin, noun_end(begin, v.begin));
  // "were agreed that it is important": a group's predicate rather than a passive.
  if (lower(v.tokens.end) == "that" && who.voice == Voice::group) {
    s.passive = false;
    s.voice = who.voice;
    s.subject = who.tokens;
    add_contents(s, v.tokens.end + 1);
    return true;
  }
  if (who.voice == Voice::group || who.voice == Voice::single || who.voice == Voice::apart) {
    // "the ministers were urged" is no outcome
    return say_charged(v, s, begin) || say_appointed(v, s, begin);
  }
  if (say_charged(v, s, begin)) return true;
  // What is put off or passed on is more than its paper: "|consideration of the treaty| was".
  const bool signs = v.act_class == ActClass::outcome &&
                     (v.act == "sign" || v.act == "adopt" || v.act == "approve" ||
                      v.act == "issue" || v.act == "exchange");
  return say_thing(v, s, {signs ? paper_begin(begin, end) : begin, end});
}

// "It was agreed |in the talks of the two days that| X": behind the "that" of a prepositional
// phrase, or the end of the sentence.
std::uint32_t StatementFinder::that_behind(std::uint32_t begin) const {
  constexpr std::uint32_t kReach = 14;  // tokens
  if (!p_.has_role(begin, "preposition")) return s_.end;
  for (std::uint32_t t = begin + 1; t < std::min(begin + kReach, s_.end); ++t) {
    if (lower(t) == "that") return t + 1;
    if (doc_.is_punctuation(t) && lower(t) != "-") return s_.end;
    if (p_.has_role(t, "aux")) return s_.end;
  }
  return s_.end;
}

// "flights that |might be| opened": no more than a thought.
bool StatementFinder::is_thought(const Verb& v) const {
  for (std::uint32_t t = v.begin; t < v.tokens.begin; ++t) {
    if (lower(t) == "might" || lower(t) == "could" || lower(t) == "may") return true;
  }
  return false;
}

// "|No agreement was reached on fisheries|", "|The fee was not changed|": that nothing came of it.
bool StatementFinder::say_nothing(const Verb& v, Statement s, std::uint32_t begin) {
  const bool none = lower(begin) == "no";
  const bool unchanged = lower(v.tokens.begin - 1) == "not" && is_be(lower(v.tokens.begin - 2));
  if (v.future || (!none && !unchanged) || v.act_class != ActClass::outcome) return false;
  if (none && !v.settlement && v.act != "agree" && v.act != "decide") return false;
  if (!none && v.act != "change" && v.act != "settle" && v.act != "approve") return false;
  s.act = "disagree";
  s.passive = false;
  s.content = {begin, none ? p_.clause_end(v.tokens.end, s_.end, false) : v.tokens.end};
  out_.push_back(s);
  return true;
}

// "Decides that the forum |be convened|"
bool StatementFinder::inside_result(const Verb& v) const {
  if (out_.empty()) return false;
  const Statement& outer = out_.back();
  const bool joint = outer.voice != Voice::single && outer.voice != Voice::apart;
  return joint && outer.act_class == ActClass::outcome && !outer.list &&
         v.begin > outer.content.begin && v.begin < outer.content.end;
}

}  // namespace rapporteur::meetings
