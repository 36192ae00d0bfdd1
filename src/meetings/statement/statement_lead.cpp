// What a sentence leaves to the items of a list, and results told without a verb of saying.

#include "content/outcome_judge.h"
#include "statement/statement_finder.h"

namespace rapporteur::meetings {

namespace {

using catalogue::ActClass;
using catalogue::VerbForm;
using lexicon::Match;

}  // namespace

// What the items below this sentence take over from it.
std::optional<Lead> StatementFinder::lead() {
  std::uint32_t end = s_.end;
  while (end > s_.begin && doc_.is_punctuation(end - 1)) --end;
  for (std::uint32_t t = s_.begin; t < end; ++t) {
    const std::optional<Verb> v = verb_at(t);
    if (!v || v->act_class != ActClass::outcome || !opens_list(v->tokens.end, end)) continue;
    const bool nobody = v->settlement || (v->passive && v->form == VerbForm::past);
    const Subject who = nobody ? Subject{Voice::impersonal, {}} : subject_of(*v);
    if (who.voice != Voice::nobody) {
      Lead out{who.voice, who.tokens, v->act, v->act_class};
      out.future = v->future;
      return out;
    }
  }
  if (const std::optional<Verb> v = paper_lead(end)) {
    return Lead{Voice::impersonal, {}, v->act, v->act_class};
  }
  if (const std::optional<Verb> v = bare_verb(end)) {
    return Lead{Voice::impersonal, {}, v->act, v->act_class};
  }
  // "The results:", "Decisions"
  if (end > s_.begin &&
      ((end - s_.begin <= kLongestLabel && has_value(end - 1, "result")) || names_results(end))) {
    Lead out{Voice::impersonal, {}, "decide", ActClass::outcome};
    out.heading = true;
    return out;
  }
  Lead out;
  while (end > s_.begin &&
         (p_.has_role(end - 1, "aux") || p_.has_role(end - 1, "adverb") ||
          is_prospect(lower(end - 1)) || lower(end - 1) == "to" || doc_.is_punctuation(end - 1))) {
    out.future = out.future || is_future(lower(end - 1)) || is_prospect(lower(end - 1));
    --end;
  }
  // "Having heard the report, the Council:" who stands behind the last comma, if anybody.
  std::uint32_t behind = end;
  while (behind > s_.begin && lower(behind - 1) != ",") --behind;
  Subject who = behind > s_.begin ? judge(behind, end) : Subject{};
  if (who.voice == Voice::nobody) {
    who = judge(std::max(p_.subject_begin(end, s_.begin), first_word()), end);
  }
  if (who.voice == Voice::nobody) return std::nullopt;
  out.voice = who.voice;
  out.subject = who.tokens;
  return out;
}

// "Among the documents signed are:", "The approved papers include:"
std::optional<Verb> StatementFinder::paper_lead(std::uint32_t end) const {
  if (lower(s_.end - 1) != ":") return std::nullopt;
  std::optional<Verb> done;
  bool papers = false;
  for (std::uint32_t t = first_word(); t < end; ++t) {
    const Match* match = p_.act(t);
    TokenRange paper;
    if (match != nullptr && lower(t).ends_with("ed") && !done) {
      const catalogue::SpeechAct& known = c_.catalogue.speech_acts()[p_.form(*match).act];
      if (!is_documentary(known.id)) return std::nullopt;
      done = Verb{.tokens = match->tokens, .begin = t, .act = known.id};
    } else if (c_.cue(t, c_.cues.instrument, &paper) != nullptr) {
      papers = true;
      t = paper.end - 1;
    } else if (lower(t) == "documents" || lower(t) == "papers") {
      papers = true;
    } else if (!is_be(lower(t)) && !p_.has_role(t, "preposition") && lower(t) != "among" &&
               !p_.has_role(t, "determiner") && !p_.has_role(t, "contain")) {
      return std::nullopt;
    }
  }
  return papers ? done : std::nullopt;
}

// "Some of the decisions and recommendations |of the 24th meeting of the Council|:"
bool StatementFinder::names_results(std::uint32_t end) const {
  if (lower(s_.end - 1) != ":" || end - s_.begin > kLongestAdverbial + kLongestLabel) return false;
  std::uint32_t t = first_word();
  while (t < end && (p_.has_role(t, "determiner") || p_.has_role(t, "preposition") ||
                     p_.has_role(t, "empty") || lower(t) == "some" || lower(t) == "most")) {
    ++t;
  }
  if (!has_value(t, "result") || p_.is_finite_act(t)) return false;
  bool of = false;
  for (; t < end; ++t) {
    if (p_.has_role(t, "aux") || p_.has_role(t, "relative")) return false;
    of = of || lower(t) == "of" || lower(t) == "from" || lower(t) == "at";
  }
  return of;
}

// "Agreed all the same:", "What was decided?": a verb of agreement that only adverbs surround.
std::optional<Verb> StatementFinder::bare_verb(std::uint32_t end) const {
  const std::uint32_t first = first_word();
  std::uint32_t t = first;
  if (lower(t) == "what") {
    ++t;
    while (t < end && (p_.has_role(t, "aux") || is_be(lower(t)) || lower(t) == "been")) ++t;
  }
  if (t >= end || end - t > kLongestLabel) return std::nullopt;
  const Match* match = p_.act(t);
  if (match == nullptr) return std::nullopt;
  const catalogue::SpeechAct& known = c_.catalogue.speech_acts()[p_.form(*match).act];
  const bool settled = known.id == "agree" || known.id == "decide" || known.id == "adopt" ||
                       known.id == "approve" || known.id == "settle";
  const bool past = lower(t).size() > 2 && lower(t).substr(lower(t).size() - 1) == "d";
  if (!settled || !past) return std::nullopt;
  for (std::uint32_t u = match->tokens.end; u < end; ++u) {
    const names::Mention* who = p_.mention_at(u);
    const bool named = who != nullptr && who->kind != names::MentionKind::collective;
    if (doc_.is_capital(u) || named || lower(u) == "by") return std::nullopt;
  }
  Verb v;
  v.tokens = match->tokens;
  v.act = known.id;
  v.act_class = known.act_class;
  v.begin = t;
  return v;
}

// "AGREED: the treaty to be signed; the seat in Istanbul"
bool StatementFinder::say_labelled() {
  std::uint32_t colon = first_word();
  while (colon < std::min(s_.end, s_.begin + kLongestLabel) && lower(colon) != ":") ++colon;
  if (lower(colon) != ":" || colon + 2 >= s_.end) return false;
  const std::optional<Verb> v = bare_verb(colon);
  if (!v || v->begin != first_word()) return false;
  Statement s;
  s.act = v->act;
  s.act_class = v->act_class;
  s.voice = Voice::impersonal;
  s.verb = v->tokens;
  return add_listed(s, colon + 1);
}

// Only words that point at the list stand between the verb and its end: "agreed as follows".
bool StatementFinder::opens_list(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    std::uint32_t after = t + 1;
    if (p_.has_role(t, "preposition") || p_.has_role(t, "determiner") ||
        p_.has_role(t, "adverb", &after) || p_.has_role(t, "empty") || has_value(t, "result") ||
        has_value(t, "pointer", &after) || lower(t) == "that" || lower(t) == "to" ||
        doc_.is_punctuation(t)) {
      t = after - 1;
      continue;
    }
    return false;
  }
  return true;
}

// "The Council: (i) takes note of the report; (ii) decides to meet again": items in one sentence.
bool StatementFinder::run_in_list() {
  std::uint32_t colon = s_.begin;
  while (colon < s_.end && lower(colon) != ":") ++colon;
  const std::uint32_t first = colon + 1;
  const bool marked = lower(first) == "(" || is_enumerator(first) || lower(first + 1) == ")";
  if (first + 2 >= s_.end || !marked) return false;
  const std::optional<Lead> above = StatementFinder(c_, p_, TokenRange{s_.begin, first}).lead();
  if (!above) return false;
  std::uint32_t from = first;
  for (std::uint32_t t = first; t <= s_.end; ++t) {
    if (t < s_.end && lower(t) != ";") continue;
    if (lower(from) == "and") ++from;
    std::vector<Statement> part = StatementFinder(c_, p_, TokenRange{from, t}).run(&*above);
    out_.insert(out_.end(), part.begin(), part.end());
    from = t + 1;
  }
  return !out_.empty();
}

// An item below `lead`; false where its words do not go on with it.
bool StatementFinder::follow(const Lead& lead) {
  const std::uint32_t first = first_word();
  if (first >= s_.end) return false;
  Statement s;
  s.voice = lead.voice;
  s.subject = lead.subject;
  s.future = lead.future;
  if (!lead.act.empty()) {
    s.act = lead.act;
    s.act_class = lead.act_class;
    s.verb = {first, first};
    // "the move to Lome; a smaller staff": all in one paragraph
    for (std::uint32_t t = first; t + 1 < s_.end; ++t) {
      if (lower(t) == ";") return add_listed(s, first);
    }
    add_contents(s, content_begin(first));
    return !out_.empty();
  }
  std::uint32_t t = first;
  std::uint32_t end = 0;
  while (t < s_.end && p_.has_role(t, "adverb", &end)) t = end;
  const Match* match = p_.act(t);
  if (match == nullptr || p_.form(*match).form == VerbForm::gerund) return false;
  const catalogue::SpeechAct& known = c_.catalogue.speech_acts()[p_.form(*match).act];
  s.act = known.id;
  s.act_class = known.act_class;
  s.verb = match->tokens;
  const std::uint32_t begin = content_begin(match->tokens.end);
  if (begin >= s_.end || doc_.is_punctuation(begin)) return false;
  add_contents(s, begin);
  return true;
}

// "The presidency |passes to Belarus|": the chair itself is the subject.
bool StatementFinder::chair_passes(std::uint32_t t) {
  std::uint32_t end = 0;
  if (!has_value(t, "chairmanship", &end)) return false;
  std::uint32_t verb = end;
  // "The chair, |held by Ann Li|, goes to Samoa."
  if (lower(end) == ",") {
    std::uint32_t comma = end + 1;
    while (comma < std::min(end + kLongestAdverbial, s_.end) && lower(comma) != ",") ++comma;
    if (lower(comma) == ",") verb = comma + 1;
  }
  const std::uint32_t limit = std::min(verb + kChairReach, s_.end);
  while (verb < limit && !has_value(verb, "passes")) {
    if (doc_.is_punctuation(verb)) return false;
    ++verb;
  }
  if (!has_value(verb, "passes", &end) || verb >= s_.end) return false;
  Statement s;
  s.act = "hand_over";
  s.voice = Voice::group;
  s.verb = {verb, end};
  s.content = {t, p_.clause_end(end, s_.end, false)};
  out_.push_back(s);
  return true;
}

// "will |hand the rotating presidency of the bloc over to| Lima"
std::optional<Verb> StatementFinder::hands_chair(std::uint32_t t) const {
  if (!has_value(t, "hands")) return std::nullopt;
  bool chair = false;
  for (std::uint32_t u = t + 1; u < std::min(t + kColonReach + 2, s_.end); ++u) {
    std::uint32_t end = 0;
    if (doc_.is_punctuation(u) || p_.has_role(u, "aux")) break;
    if (has_value(u, "chairmanship", &end) && u <= t + 4) {
      chair = true;
      u = end - 1;
      continue;
    }
    if (!chair || lower(u) != "to") continue;
    Verb v;
    v.tokens = {t, u + 1};
    v.act = "hand_over";
    v.whole = true;
    v.begin = auxiliaries_before(v);
    return v;
  }
  return std::nullopt;
}

// "Under the deal, |two crossings will reopen|."
void StatementFinder::say_terms() {
  const std::uint32_t first = first_word();
  std::uint32_t end = 0;
  if (!has_value(first, "terms", &end)) return;
  while (end < s_.end && lower(end) != ",") {
    if (p_.has_role(end, "aux") || end > first + kLongestAdverbial) return;
    ++end;
  }
  const std::uint32_t begin = end + 1;
  bool modal = false;
  for (std::uint32_t t = begin; t < s_.end && !modal; ++t) {
    modal = is_future(lower(t)) || (is_be(lower(t)) && lower(t + 1) == "to");
  }
  if (!modal) return;
  Statement s;
  s.act = "agree";
  s.voice = Voice::document;
  s.verb = {first, first};
  std::uint32_t from = begin;
  for (std::uint32_t t = begin; t <= s_.end; ++t) {
    const bool parts = t == s_.end || (lower(t) == "and" && p_.starts_clause(t + 1, s_.end));
    if (!parts) continue;
    s.content = {from, p_.clause_end(from, t, false)};
    if (!s.content.empty()) out_.push_back(s);
    from = t + 1;
  }
}

// The colon behind words that only point at a list, or the end of the sentence.
std::uint32_t StatementFinder::colon_behind(std::uint32_t begin) const {
  for (std::uint32_t t = begin; t < std::min(begin + kColonReach, s_.end); ++t) {
    if (lower(t) == ":" && t + 1 < s_.end) return opens_list(begin, t) ? t : s_.end;
  }
  return s_.end;
}

// "agreed the following: 1) to open the border; 2) to hold patrols"
bool StatementFinder::add_listed(Statement s, std::uint32_t begin) {
  std::uint32_t from = begin;
  for (std::uint32_t t = begin; t <= s_.end; ++t) {
    if (t < s_.end && lower(t) != ";") continue;
    while (from < t && (doc_.is_punctuation(from) || is_enumerator(from) ||
                        (doc_.shape(from) == text::Shape::number && lower(from + 1) == ")") ||
                        lower(from) == "and")) {
      ++from;
    }
    from = content_begin(from);
    if (from < t) {
      s.content = {from, p_.clause_end(from, t, false)};
      if (!s.content.empty()) out_.push_back(s);
    }
    from = t + 1;
  }
  return true;
}

}  // namespace rapporteur::meetings
