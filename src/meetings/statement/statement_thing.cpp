// What was done to a thing or to somebody, where nobody is named who did it: a paper that was
// signed, a body that was charged, a person who was elected.

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

using catalogue::ActClass;

// What was done to `thing`, with what the words behind the verb add to it.
bool StatementFinder::say_thing(const Verb& v, Statement s, TokenRange thing) {
  const std::string_view after = lower(v.tokens.end);
  if (v.act == "hand_over") {
    s.passive = false;
    s.content = {thing.begin, p_.clause_end(v.tokens.end, s_.end, false)};
    out_.push_back(s);
    return true;
  }
  // "a decision was taken |to help| them", "an agreement was signed |on trade|"
  const bool paper = starts_with_paper(thing.begin, thing.end);
  if (paper && after == "to" && !p_.has_role(v.tokens.end + 1, "determiner")) {
    s.passive = false;
    s.act = "agree";
    add_contents(s, v.tokens.end + 1);
    return true;
  }
  // "a group was set up |to draft the treaty|"
  if (after == "to" && v.act == "establish") {
    s.verb.end =
        std::min(p_.clause_end(v.tokens.end, s_.end, true), v.tokens.end + kLongestAdverbial);
  }
  s.content = thing;
  s.list = true;
  out_.push_back(s);
  // "The mandate was approved, as was |the position|."
  const std::uint32_t as = v.tokens.end;
  const bool also = lower(as) == "," && (lower(as + 1) == "as" || lower(as + 1) == "and");
  const std::uint32_t be = lower(as + 1) == "and" && lower(as + 2) == "so" ? as + 3 : as + 2;
  if (also && is_be(lower(be)) && (be == as + 3 || lower(as + 1) == "as")) {
    s.content = {be + 1, p_.clause_end(be + 1, s_.end, true)};
    if (!s.content.empty()) out_.push_back(s);
    return true;
  }
  // "six accords were signed, |including| an agreement on visas and a memorandum"
  std::uint32_t next = v.tokens.end;
  if (lower(next) == "," || lower(next) == ":" || lower(next) == "-") ++next;
  std::uint32_t from = next;
  const bool parts = p_.has_role(next, "narrow", &from) || lower(next - 1) == ":";
  if (next > v.tokens.end && parts) {
    s.content = {from, p_.clause_end(from, s_.end, true)};
    s.passive = false;
    if (!s.content.empty()) out_.push_back(s);
  }
  return true;
}

// "|The Commission| was invited |to supply an assessment|."
bool StatementFinder::say_charged(const Verb& v, Statement s, std::uint32_t begin) {
  const std::string_view verb = lower(v.tokens.begin);
  const bool charges =
      v.act == "instruct" || has_value(v.tokens.begin, "charge") || verb == "asked";
  const bool deed = lower(v.tokens.end) == "to" && !p_.has_role(v.tokens.end + 1, "determiner");
  if (!charges || v.future || !deed) return false;
  const names::Mention* who = p_.mention_before(v.begin, v.begin - 1);
  if (who != nullptr && who->kind != names::MentionKind::office) return false;
  s.passive = false;
  s.act = "instruct";
  s.act_class = ActClass::outcome;
  s.opening = {begin, v.begin};
  s.content = {v.tokens.end, p_.clause_end(v.tokens.end, s_.end, false)};
  out_.push_back(s);
  return true;
}

// "|Ann Li|, a judge, was |elected chair|"; "|Samoa| was |admitted as a member|".
bool StatementFinder::say_appointed(const Verb& v, Statement s, std::uint32_t begin) {
  const bool appoints = v.act == "elect" || v.act == "admit" || v.act == "approve";
  if (!appoints || v.future) return false;
  std::uint32_t end = v.tokens.end;
  while (end < s_.end && (!doc_.is_punctuation(end) || lower(end) == "-") && lower(end) != "by" &&
         lower(end) != "at" && lower(end) != "with" && !p_.starts_time(end) &&
         !p_.has_role(end, "aux") && !p_.has_role(end, "stop")) {
    ++end;
  }
  std::uint32_t name_end = begin;
  while (name_end < v.begin && (lower(name_end) != "," || v.act != "elect")) ++name_end;
  s.opening = {begin, name_end};
  // "the one person nominated, |Ann Li|, was approved"
  const names::Mention* close =
      v.begin > s_.begin ? p_.mention_before(v.begin, v.begin - 2) : nullptr;
  if (s.opening.empty() && close != nullptr) s.opening = close->tokens;
  if (s.opening.empty()) return false;
  s.content = p_.trim_end({v.tokens.begin, end}, true);
  // "Ann Li (Samoa) was elected by acclamation."
  const bool person =
      p_.mention_at(begin) != nullptr && p_.mention_at(begin)->kind == names::MentionKind::name;
  if (s.content.size() <= v.tokens.size() && v.act == "elect" && !person) return false;
  s.passive = false;
  out_.push_back(s);
  return true;
}

// "The summit closed with |a declaration on trade|."
bool StatementFinder::closes_with(std::uint32_t t) {
  std::uint32_t end = 0;
  if (!has_value(t, "closing", &end) || end >= s_.end || is_denied(s_.begin, t)) return false;
  for (std::uint32_t u = end; u < std::min(end + kLongestLabel, s_.end); ++u) {
    if (noun_at(u)) return false;  // "with the adoption of a declaration"
  }
  if (!starts_with_paper(end, std::min(s_.end, end + kLongestLabel))) return false;
  Statement s;
  s.act = "adopt";
  s.voice = Voice::impersonal;
  s.verb = {t, end};
  s.content = {end, p_.clause_end(end, s_.end, true)};
  s.list = true;
  if (!s.content.empty()) out_.push_back(s);
  return true;
}

// "Other decisions of the session include |a ban on nets|."
bool StatementFinder::lists_results(std::uint32_t t) {
  std::uint32_t end = 0;
  if (!has_value(t, "result", &end) || t > first_word() + kLongestFront) return false;
  for (std::uint32_t u = first_word(); u < t; ++u) {
    if (p_.has_role(u, "preposition") || p_.has_role(u, "aux") || doc_.is_punctuation(u)) {
      return false;
    }
  }
  for (std::uint32_t u = end; u + 1 < std::min(end + kColonReach, s_.end); ++u) {
    if (doc_.is_punctuation(u)) return false;
    const bool lists = p_.has_role(u, "contain") || (is_be(lower(u)) && opens_thing(u + 1));
    if (!lists) {
      if (p_.has_role(u, "aux")) return false;
      continue;
    }
    Statement s;
    s.act = "decide";
    s.voice = Voice::impersonal;
    s.verb = {t, end};
    s.content = {u + 1, p_.clause_end(u + 1, s_.end, true)};
    s.list = true;
    if (!s.content.empty()) out_.push_back(s);
    return true;
  }
  return false;
}

// "|a ban|", "|three funds|"
bool StatementFinder::opens_thing(std::uint32_t t) const {
  const std::string_view word = lower(t);
  return word == "a" || word == "an" || doc_.shape(t) == text::Shape::number;
}

bool StatementFinder::starts_with_paper(std::uint32_t begin, std::uint32_t end) const {
  const lexicon::CueClass instrument = c_.cues.instrument;
  for (std::uint32_t t = begin; t < std::min(end, begin + 6); ++t) {
    if (c_.cue(t, instrument) != nullptr) return true;
  }
  return false;
}

// The start of the noun phrase around the first paper in [begin, end); `begin` if there is none.
std::uint32_t StatementFinder::paper_begin(std::uint32_t begin, std::uint32_t end) const {
  const lexicon::CueClass instrument = c_.cues.instrument;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (c_.cue(t, instrument) == nullptr) continue;
    std::uint32_t from = t;
    while (from > begin && !p_.has_role(from - 1, "preposition") && lower(from - 1) != "as" &&
           !p_.has_role(from - 1, "relative") && !p_.has_role(from - 1, "pronoun") &&
           !doc_.is_punctuation(from - 1)) {
      --from;
    }
    return from;
  }
  return begin;
}

}  // namespace rapporteur::meetings
