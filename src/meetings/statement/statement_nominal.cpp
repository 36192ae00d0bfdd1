// What is said by a noun, or by words of which nobody is the subject: "the adoption of a treaty",
// "agreement was reached on X".

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

using lexicon::Match;

// "The summit saw |the adoption of| a treaty and a plan."
bool StatementFinder::say_noun(const Verb& v, Statement s) {
  // "called for |the creation of a fund|": the content has it.
  if (inside_result(v)) return false;
  // "The minister announced the opening of an embassy": one side's own deed.
  const Match* said = p_.act(v.carrier);
  if (said != nullptr && c_.catalogue.speech_acts()[p_.form(*said).act].id != "attend") {
    const Voice voice = judge(p_.subject_begin(v.carrier, s_.begin), v.carrier).voice;
    if (voice == Voice::single || voice == Voice::apart) return false;
  }
  s.voice = Voice::impersonal;
  s.list = true;
  s.content = {v.tokens.end, p_.clause_end(v.tokens.end, s_.end, true)};
  if (s.content.empty()) return false;
  // "|the handover of the chair| to Fiji"
  if (v.act == "hand_over") {
    s.list = false;
    s.content.begin = v.tokens.begin;
  }
  out_.push_back(s);
  return true;
}

// "|Agreement was reached on| the border."
bool StatementFinder::say_settlement(const Verb& v, Statement s) {
  s.voice = Voice::impersonal;
  std::uint32_t begin = content_begin(v.tokens.end);
  // "It was the understanding of |the Committee that| X"
  if (lower(v.tokens.end - 1) == "of") {
    while (begin < s_.end && lower(begin) != "that" && !doc_.is_punctuation(begin)) ++begin;
    if (lower(begin) != "that") return false;
    ++begin;
  }
  add_contents(s, begin);
  return true;
}

// The verb belongs to what came of it: "|took over the chair|".
bool StatementFinder::say_whole(const Verb& v, Statement s) {
  const Subject who = subject_of(v);
  const std::string_view relative = v.begin > s_.begin ? lower(v.begin - 1) : "";
  if (relative == "which" || relative == "who") return false;
  s.voice = Voice::group;
  s.subject = who.tokens;
  // "|Laos| took over the chair"
  if (who.voice == Voice::single && who.tokens.size() <= kChairReach) s.opening = who.tokens;
  s.content = {v.tokens.begin, p_.clause_end(v.tokens.end, s_.end, true)};
  out_.push_back(s);
  return true;
}

// "ended |by signing| a treaty", "|the signing of| a treaty is expected"
bool StatementFinder::say_nominal(const Verb& v, Statement s) {
  s.voice = Voice::impersonal;
  std::uint32_t limit = v.tokens.end + 1;
  while (limit < s_.end && (!p_.has_role(limit, "determiner") || in_phrase(limit))) ++limit;
  s.content = {v.tokens.end, p_.clause_end(v.tokens.end, limit, true)};
  if (s.content.empty()) return false;
  // "the signing of a treaty |is expected|"
  const std::uint32_t next = s.content.end;
  s.future = s.future || is_future(lower(next)) ||
             (is_be(lower(next)) && (is_prospect(lower(next + 1)) || lower(next + 1) == "to"));
  out_.push_back(s);
  return true;
}

}  // namespace rapporteur::meetings
