// What somebody says or does.

#include "content/outcome_judge.h"
#include "statement/statement_finder.h"

namespace rapporteur::meetings {

namespace {

using catalogue::ActClass;
using catalogue::VerbForm;
using lexicon::Match;

}  // namespace

bool StatementFinder::say(const Verb& v) {
  Statement s;
  s.act = v.act;
  s.act_class = v.act_class;
  s.verb = v.tokens;
  s.future = v.future;
  const std::uint32_t near = v.begin > s_.begin + 2 ? v.begin - 2 : s_.begin;
  if (v.settlement && !v.noun && v.begin > s_.begin && lower(v.begin - 1) == "no") {
    s.voice = Voice::impersonal;
    return say_nothing(v, s, v.begin - 1);
  }
  if (is_denied(near, v.tokens.begin) && !v.passive) return false;
  if (v.form == VerbForm::third && v.tokens.begin == first_word() &&
      doc_.is_capital(v.tokens.begin)) {
    s.voice = Voice::document;
    add_contents(s, content_begin(v.tokens.end));
    return true;
  }
  if (v.noun) return say_noun(v, s);
  if (v.settlement) return say_settlement(v, s);
  if (v.whole) return say_whole(v, s);
  const bool stance = v.act == "commit" && is_parted(v);
  if (v.passive && v.form == VerbForm::past && !stance) return say_passive(v, s);
  const std::string_view before = v.begin > s_.begin ? lower(v.begin - 1) : std::string_view();
  const bool nominal = lower(v.tokens.begin) == "the";
  // "recalling the signing of the treaty": no deed of this day.
  if (nominal && v.tokens.begin != first_word() && before != "and" && before != ",") return false;
  const bool closing = v.form == VerbForm::gerund && (before == "by" || is_closing(v.begin));
  if (closing || nominal) return say_nominal(v, s);
  return say_of(active_subject(v), v, s);
}

// "They are committed|, the communiqué says,| to peace."
bool StatementFinder::is_parted(const Verb& v) const {
  return behind_adverbial(v.tokens.end) != v.tokens.end;
}

// Who says or does it, as far as the words around the verb change what its subject tells.
StatementFinder::Subject StatementFinder::active_subject(const Verb& v) const {
  Subject who = subject_of(v);
  // "had three papers signed: a convention, ..."
  if (who.voice == Voice::nobody && lower(v.tokens.end) == ":" && !out_.empty()) {
    who = {out_.back().voice, out_.back().subject};
  }
  // "In a joint communiqué, Malawi reiterated its support."
  if (who.voice == Voice::single && has_value(first_word(), "paper")) who.voice = Voice::document;
  // "It is planned to sign a protocol."
  if (lower(who.tokens.begin) == "it" && is_be(lower(v.begin)) && is_prospect(lower(v.begin + 1))) {
    who = {Voice::impersonal, {}};
  }
  // "We agreed to open the border", a minister said.
  const bool joint = v.act == "agree" || v.act == "decide" || is_documentary(v.act);
  if (joint && !who.tokens.empty() && lower(who.tokens.end - 1) == "we") who.voice = Voice::group;
  return who;
}

// What `who` says or does.
bool StatementFinder::say_of(const Subject& who, const Verb& v, Statement s) {
  if (who.voice == Voice::nobody) return false;
  last_ = who;
  s.voice = who.voice;
  s.subject = who.tokens;
  if (v.act == "hand_over" && takes_chair(v, s)) return true;
  if (lower(v.tokens.begin).starts_with("assum")) return false;  // "assumes significance"
  if (nested(v, s)) return false;
  if (trails(v, s)) return true;
  // "|noted| and appreciated the efforts": the second verb has the content.
  const Match* pair = lower(v.tokens.end) == "and" ? p_.act(v.tokens.end + 1) : nullptr;
  if (pair != nullptr && !doc_.is_capital(v.tokens.end + 1)) {
    if (v.form != VerbForm::base) return false;
    add_contents(s, content_begin(pair->tokens.end));
    return true;
  }
  // "They |came to no conclusion on fish|": the words that deny belong to it.
  if (v.act == "disagree") {
    add_contents(s, v.tokens.begin);
    return true;
  }
  if (is_hollow(v) || is_thought_of(who, v) || lacks_clause(v)) return false;
  return say_content(v, s);
}

// The talks themselves act rather than settle something.
bool StatementFinder::is_hollow(const Verb& v) const {
  // "The talks |ended on| Monday", "|concluded with| a lunch", "|concluded after| a vote": of
  // itself.
  const bool closes = v.act == "end" || lower(v.tokens.begin).substr(0, 7) == "conclud";
  const std::string_view next = lower(v.tokens.end);
  if (closes && (p_.has_role(v.tokens.end, "preposition") || next == "after")) return true;
  std::uint32_t what = v.tokens.end;
  while (p_.has_role(what, "determiner")) ++what;
  if (closes && v.act == "sign" && c_.cue(what, c_.cues.head) != nullptr) return true;
  if (has_value(v.tokens.end, "hollow") || pays_call(v)) return true;
  // "The Authority convened its 42nd session": of itself.
  if (lower(v.tokens.begin).substr(0, 6) == "conven") return true;
  // "welcomed |to| Lima the delegates"
  return v.act == "welcome" && lower(v.tokens.end) == "to";
}

// A clause in which somebody thinks of what others do.
bool StatementFinder::is_thought_of(const Subject& who, const Verb& v) const {
  // "hope |that| others will contribute"
  std::uint32_t clause = who.tokens.begin;
  while (clause > s_.begin && p_.has_role(clause - 1, "determiner") &&
         lower(clause - 1) != "that") {
    --clause;
  }
  const bool foreseen = lower(first_word()) == "it" && is_be(lower(first_word() + 1)) &&
                        p_.has_role(first_word() + 2, "foreseen");
  if (v.future && !foreseen && clause > s_.begin && lower(clause - 1) == "that") return true;
  // ", |as| the Council seeks to grow"
  return v.act == "plan" && clause > s_.begin && lower(clause - 1) == "as";
}

// The verb is used in another sense than that of saying what will be.
bool StatementFinder::lacks_clause(const Verb& v) const {
  const std::string_view next = lower(v.tokens.end);
  if (wants_clause(v) && !is_parted(v) && next != "to" && next != "that") return true;
  return v.act == "want" && !is_wish(v.tokens.end);
}

bool StatementFinder::say_content(const Verb& v, Statement s) {
  const bool papers = lower(v.tokens.end) == ":";
  std::uint32_t begin = content_begin(v.tokens.end + (papers ? 1 : 0));
  begin = behind_addressee(v, begin);
  const bool ends = v.tokens.end >= s_.end || doc_.is_punctuation(v.tokens.end);
  if (v.act == "express_concern" && ends) return say_on_topic(s);
  begin = kernel_of(v, begin);
  if (begin >= s_.end) return false;
  const std::uint32_t colon = colon_behind(v.tokens.end);
  if (colon != s_.end) return add_listed(s, colon + 1);
  begin = behind_adverbial(begin);
  if (v.act_class == ActClass::outcome) begin = behind_insertions(begin);
  if (doc_.is_punctuation(begin) && !opens_quote_or_sum(begin)) return false;
  // "agreed |in Tokyo on Monday| to open a line"
  if (v.act_class == ActClass::outcome) begin = behind_circumstance(begin);
  // "signed |at least| fourteen agreements"
  if (is_documentary(v.act) && lower(begin) == "at" && lower(begin + 1) == "least") begin += 2;
  if (is_elsewhere(v, begin)) return false;
  add_contents(s, begin);
  return true;
}

// "told them |that| X", "assured her |of| Y": where X begins.
std::uint32_t StatementFinder::behind_addressee(const Verb& v, std::uint32_t begin) const {
  const bool addressed = v.act == "inform" || v.act == "say" || v.act == "reaffirm";
  for (std::uint32_t t = begin; addressed && t < std::min(begin + 8, s_.end); ++t) {
    if (doc_.is_punctuation(t)) break;
    if (lower(t) != "that" && (lower(t) != "of" || v.act != "reaffirm")) continue;
    const bool object = p_.mention_at(begin) != nullptr || p_.has_role(begin, "pronoun") ||
                        lower(begin) == "them" || lower(begin) == "him" || lower(begin) == "her";
    return object && t + 1 < s_.end ? content_begin(t + 1) : begin;
  }
  return begin;
}

// "expressed their |support for X|": where the content that opens at `begin` says what is uttered.
std::uint32_t StatementFinder::kernel_of(const Verb& v, std::uint32_t begin) const {
  for (std::uint32_t t = v.tokens.begin + 1; t < v.tokens.end; ++t) {
    if (has_value(t, "kernel") && begin < s_.end && begin == v.tokens.end) begin = t;
  }
  return begin;
}

// "agreed at their meeting", "recommended today in Vienna": the content stands elsewhere.
bool StatementFinder::is_elsewhere(const Verb& v, std::uint32_t begin) const {
  const std::string_view first = lower(begin);
  return first == "at" || first == "in" || first == "during" || first == "by" || first == "from" ||
         first == "here" || (first == "for" && v.act_class != ActClass::outcome);
}

// "|Congo assumes the chairmanship|": who presides from now on.
bool StatementFinder::takes_chair(const Verb& v, Statement s) {
  std::uint32_t t = v.tokens.end;
  while (p_.has_role(t, "determiner") || p_.has_role(t, "empty") || lower(t) == "rotating") ++t;
  const bool chair = has_value(t, "chairmanship") || has_value(t + 1, "chairmanship");
  if (!chair || s.voice != Voice::single || v.begin == s_.begin) return false;
  // "As of 1 July |the Republic of Congo| assumes"
  const tagger::Tag* state = c_.tags.covering(v.begin - 1);
  if (state != nullptr && state->tokens.end == v.begin) {
    s.subject = state->tokens;
    while (s.subject.begin > s_.begin && p_.has_role(s.subject.begin - 1, "determiner")) {
      --s.subject.begin;
    }
  }
  if (s.subject.size() > kChairReach) return false;
  s.voice = Voice::group;
  s.opening = s.subject;
  s.content = {v.tokens.begin, p_.clause_end(v.tokens.end, s_.end, true)};
  out_.push_back(s);
  return true;
}

// "|On Mali|, where a war goes on, they voiced |concern|."
bool StatementFinder::say_on_topic(Statement s) {
  constexpr std::uint32_t kFront = 12;  // tokens from the comma to the subject
  const std::uint32_t first = first_word();
  const lexicon::Cue* front = c_.cue(first, c_.cues.agenda);
  if (front == nullptr || front->value != "front") return false;
  std::uint32_t end = s.subject.begin;
  const std::uint32_t floor = std::max(first, end > kFront ? end - kFront : 0);
  while (end > floor && lower(end - 1) != ",") --end;
  if (end < first + 3 || end == floor) return false;
  s.opening = {s.verb.end - 1, s.verb.end};
  s.content = {first + 1, end - 1};
  out_.push_back(s);
  return true;
}

// "He |called on| the President": a visit, where nothing is asked.
bool StatementFinder::pays_call(const Verb& v) const {
  if (v.act != "call_for" || (lower(v.tokens.end - 1) != "on" && lower(v.tokens.end - 1) != "upon"))
    return false;
  std::uint32_t t = v.tokens.end;
  while (p_.has_role(t, "determiner")) ++t;
  const names::Mention* who = p_.mention_at(t);
  if (who == nullptr) return false;
  for (std::uint32_t u = who->tokens.end; u < std::min(who->tokens.end + kLongestAdverbial, s_.end);
       ++u) {
    if (lower(u) == "to" || lower(u) == "that" || lower(u) == "for") return false;
  }
  return true;
}

// "X, the ministers affirmed." "X is what they asked for." The content stands before.
bool StatementFinder::trails(const Verb& v, Statement s) {
  if (s.subject.empty() || s.subject.begin < s_.begin + 2) return false;
  std::uint32_t what = s.subject.begin;
  while (what > s_.begin + 2 && p_.has_role(what - 1, "determiner")) --what;
  if (lower(what - 1) == "what" && is_be(lower(what - 2)) && out_.empty()) {
    s.content = {first_word(), what - 2};
    if (s.content.empty()) return false;
    out_.push_back(s);
    return true;
  }
  const std::string_view after = lower(v.tokens.end);
  const bool ends = v.tokens.end >= s_.end || after == "." || after == ";" || after == ",";
  std::uint32_t who = s.subject.begin;
  while (who > s_.begin + 1 &&
         (p_.has_role(who - 1, "determiner") || p_.has_role(who - 1, "empty"))) {
    --who;
  }
  if (!ends || who < s_.begin + 2 || lower(who - 1) != "," || !takes_clause(v)) return false;
  TokenRange before{s_.begin, who - 1};
  if (!out_.empty()) before.begin = std::max(before.begin, out_.back().verb.end);
  if (before.empty()) return false;
  // "Africa, both believe, ought to speak with one voice."
  const bool goes_on = after == "," && p_.has_role(v.tokens.end + 1, "aux");
  const bool modal = after == "," && (lower(v.tokens.end + 1) == "ought" || goes_on);
  if (modal) {
    s.opening = before;
    add_contents(s, v.tokens.end + 1);
    return true;
  }
  // "Patrols will go on: |that is what| they agreed."
  if (before.size() > 3 && lower(before.end - 1) == "what") before.end -= 3;
  s.content = before;
  out_.push_back(s);
  return true;
}

// Verbs that report a clause which may stand before them.
bool StatementFinder::takes_clause(const Verb& v) {
  return v.act_class == ActClass::announce || v.act == "agree" || v.act == "emphasise" ||
         v.act == "note" || v.act == "reaffirm" || v.act == "confirm" || v.act == "instruct" ||
         v.act == "decide";
}

// Verbs that are common in other senses: "planned for Thursday", "a government committed to".
bool StatementFinder::wants_clause(const Verb& v) const {
  if (v.act == "plan" || v.act == "hope") return true;
  return v.act == "commit" && c_.lower(v.tokens.begin).substr(0, 6) == "commit" &&
         lower(v.tokens.end) != "themselves";
}

// "want |the banks to lend|", "would like to see |the treaty ratified|", not "want peace".
bool StatementFinder::is_wish(std::uint32_t begin) const {
  for (std::uint32_t t = begin; t < std::min(begin + 12, s_.end); ++t) {
    if (doc_.is_punctuation(t) && lower(t) != ",") return false;
    const Match* verb = p_.act(t);
    if (t > begin && (lower(t) == "to" || verb != nullptr)) return true;
    if (lower(t) == "to") return false;
  }
  return false;
}

// A verb inside the content of what a group says is part of that content.
bool StatementFinder::nested(const Verb& v, const Statement& s) const {
  if (out_.empty()) return false;
  const Statement& outer = out_.back();
  if (v.begin <= outer.content.begin || v.begin >= outer.content.end) return false;
  return outer.voice != Voice::apart && outer.voice != Voice::single &&
         outer.act_class != ActClass::announce && s.subject.begin != outer.subject.begin;
}

}  // namespace rapporteur::meetings
