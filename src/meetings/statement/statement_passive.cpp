// What was done, where nobody is named: "a protocol was signed".

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
  // "|That integration should go on| was stressed."
  const std::uint32_t first = first_word();
  if (lower(first) == "that" && out_.empty() && v.act_class == ActClass::outcome && !v.future &&
      has_auxiliary(first + 1, v.begin)) {
    s.passive = false;
    s.content = p_.trim_end({first + 1, v.begin}, false);
    out_.push_back(s);
    return true;
  }
  // "It was in 1984 that the body was set up."
  if (lower(first) == "it" && is_be(lower(first + 1)) && v.begin > first + 1 &&
      (lower(first + 2) == "in" || lower(first + 2) == "on" || lower(first + 2) == "at")) {
    return false;
  }
  if (is_denied(begin, v.tokens.begin)) return say_nothing(v, s, begin);
  if (v.act == "elect" && lower(v.tokens.begin) == "named") return false;
  if (is_thought(v)) return false;
  if (v.act == "welcome" && c_.cast.covering(v.begin - 1) != nullptr) return false;  // a guest
  // "The border will open, it was agreed."
  const bool ends = v.tokens.end >= s_.end || lower(v.tokens.end) == ".";
  if (begin + 1 == v.begin && lower(begin) == "it" && begin > s_.begin + 2 &&
      lower(begin - 1) == "," && ends) {
    s.passive = false;
    s.content = {s_.begin, begin - 1};
    out_.push_back(s);
    return true;
  }
  // "There is now a charter, which was adopted on Friday", "which are both to be signed"
  std::uint32_t which = v.begin;
  while (which > s_.begin + 2 && (is_be(lower(which - 1)) || lower(which - 1) == "both" ||
                                  lower(which - 1) == "all" || lower(which - 1) == "also")) {
    --which;
  }
  if (which > s_.begin + 2 && lower(which - 1) == "which") {
    const std::uint32_t end = lower(which - 2) == "," ? which - 2 : which - 1;
    const std::uint32_t floor = end > s_.begin + 12 ? end - 12 : s_.begin;
    const std::uint32_t from = paper_begin(floor, end);
    if (from == floor && !starts_with_paper(floor, end)) {
      // "Togo offered to be host, |which was accepted|."
      const bool whole = v.act == "admit" || v.act == "agree";
      if (!whole || lower(which - 2) != "," || !out_.empty()) return false;
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
  // "The border, it was agreed, will open."
  const bool points = lower(begin) == "it" || lower(begin) == "this" || lower(begin) == "so";
  if (begin + 1 == v.begin && points && begin > s_.begin + 1 && lower(begin - 1) == "," &&
      lower(v.tokens.end) == ",") {
    s.passive = false;
    s.opening = {s_.begin, begin - 1};
    add_contents(s, v.tokens.end + 1);
    return true;
  }
  if (begin + 1 == v.begin && lower(begin) == "it") {
    std::uint32_t after = v.tokens.end;  // "It was agreed |as well| that X"
    for (std::uint32_t end = 0; p_.has_role(after, "adverb", &end);) after = end;
    const bool clause = lower(after) == "that" || lower(after) == "to";
    // "It was reaffirmed |by the ministers| that X"
    const std::uint32_t behind = behind_circumstance(after);
    const std::uint32_t that = clause || behind != after ? s_.end : that_behind(after);
    const std::uint32_t from = clause ? after + 1 : behind != after ? behind : that;
    if (from >= s_.end) return false;
    s.passive = false;
    add_contents(s, from);
    return true;
  }
  if (begin >= v.begin || lower(begin) == "there") return false;
  // "the two sides' |commitment to peace| was confirmed"
  for (std::uint32_t t = begin + 1; t < v.begin && v.act_class == ActClass::outcome; ++t) {
    const std::string_view before = lower(t - 1);
    const bool of =
        before == "'" || before == "’" || before == "'s" || before == "’s" || before == "s";
    if (!of || !(has_value(t, "stance") || has_value(t, "need") || has_value(t, "feeling")))
      continue;
    return say_thing(v, s, {t, v.begin});
  }
  if (lower(v.tokens.begin) == "provided" || lower(v.tokens.begin) == "given") return false;
  // "X will go on; this, too, was agreed." "Ghana offered to host it, and this was accepted."
  const bool joined = lower(begin - 1) == "and" && lower(begin - 2) == ",";
  if (lower(begin) == "this" && begin > s_.begin + 3 && (lower(begin - 1) == ";" || joined)) {
    s.passive = false;
    s.content = {s_.begin, joined ? begin - 2 : begin - 1};
    out_.push_back(s);
    return true;
  }
  // "were agreed that it is important": a group's predicate rather than a passive.
  const std::uint32_t end = p_.before_aside(begin, v.begin);
  const bool paper = paper_begin(begin, end) != begin || starts_with_paper(begin, end);
  bool founded = false;  // "a working group was set up"
  for (std::uint32_t t = begin; t < v.begin; ++t) founded = founded || has_value(t, "founded");
  if (v.act == "establish" && !founded && !v.future) return false;
  const bool thing = paper || (founded && v.act == "establish");
  const Subject who = thing ? Subject{} : judge(begin, noun_end(begin, v.begin));
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

// "Decides that the forum |be convened|"
bool StatementFinder::inside_result(const Verb& v) const {
  if (out_.empty()) return false;
  const Statement& outer = out_.back();
  const bool joint = outer.voice != Voice::single && outer.voice != Voice::apart;
  return joint && outer.act_class == ActClass::outcome && !outer.list &&
         v.begin > outer.content.begin && v.begin < outer.content.end;
}

}  // namespace rapporteur::meetings
