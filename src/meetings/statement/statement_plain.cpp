// Results told without a word of agreement: what will be done, behind a sentence of what was
// agreed.

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

// "|An electronic document will replace the paper one|." Not what people or meetings will do.
std::optional<Statement> StatementFinder::plain(bool joint) const {
  const std::uint32_t first = behind_topic(first_word());
  if (joint && !names_both(first)) return std::nullopt;
  if (p_.has_role(first, "preposition") || lower(first) == "this") return std::nullopt;
  const std::uint32_t limit = std::min(first + kLongestAdverbial, s_.end);
  const bool they = lower(first) == "they";
  for (std::uint32_t t = first; t < limit; ++t) {
    if (c_.cue(t, c_.cues.head) != nullptr || p_.has_role(t, "relative") ||
        (p_.has_role(t, "pronoun") && !joint && !they) || doc_.is_punctuation(t)) {
      return std::nullopt;
    }
    const bool modal = is_promise(t);
    if (p_.has_role(t, "aux") && !modal) return std::nullopt;
    if (!modal) continue;
    if (t == first || is_denied(first, s_.end) || !is_deed(t)) return std::nullopt;
    const Subject who = judge(first, t);
    const bool some = who.voice == Voice::group && (joint || lower(first) != "the");
    if (who.voice != Voice::nobody && !some) return std::nullopt;
    Statement s;
    s.act = "agree";
    s.voice = Voice::document;
    s.verb = {t, t + 1};
    s.content = {joint || they ? behind_promise(t) : first, p_.clause_end(t, s_.end, false)};
    if (s.content.empty()) return std::nullopt;
    return s;
  }
  return std::nullopt;
}

// "As for trade, |Ghana and Togo| will": behind the comma of a topic in front; `t` where there is
// none.
std::uint32_t StatementFinder::behind_topic(std::uint32_t t) const {
  const lexicon::Cue* front = c_.cue(t, c_.cues.agenda);
  if (front == nullptr || front->value != "front") return t;
  for (std::uint32_t u = t + 1; u + 1 < std::min(t + kLongestAdverbial, s_.end); ++u) {
    if (lower(u) == ",") return names_both(u + 1) ? u + 1 : t;
    if (p_.has_role(u, "aux")) return t;
  }
  return t;
}

// "The two sides", "both governments", "Ghana and Togo".
bool StatementFinder::names_both(std::uint32_t first) const {
  const std::uint32_t noun = lower(first) == "the" ? first + 1 : first;
  const std::string_view word = lower(noun);
  if (word == "two" || word == "both" || word == "three" || word == "sides" || word == "parties") {
    return true;
  }
  const tagger::Tag* one = c_.tags.starting(noun);
  const tagger::Tag* other = one != nullptr && lower(one->tokens.end) == "and"
                                 ? c_.tags.starting(one->tokens.end + 1)
                                 : nullptr;
  return other != nullptr && one->label == tagger::Label::state &&
         other->label == tagger::Label::state;
}

// Behind "will", "are to", "are going to".
std::uint32_t StatementFinder::behind_promise(std::uint32_t t) const {
  std::uint32_t next = t + 1;
  while (lower(next) == "to" || lower(next) == "going" || lower(next) == "be" ||
         p_.has_role(next, "adverb")) {
    ++next;
  }
  return std::min(next, s_.end);
}

// "|A single envelope| found broad support."
bool StatementFinder::wins(std::uint32_t t) {
  std::uint32_t end = 0;
  if (!has_value(t, "wins", &end)) return false;
  std::uint32_t verb = t;
  while (verb > s_.begin && p_.has_role(verb - 1, "aux")) --verb;
  const std::uint32_t begin = std::max(p_.subject_begin(verb, s_.begin), first_word());
  if (begin >= verb || is_denied(begin, verb) || judge(begin, verb).voice != Voice::nobody) {
    return false;
  }
  Statement s;
  s.act = "approve";
  s.voice = Voice::impersonal;
  s.verb = {t, end};
  s.content = {begin, verb};
  s.passive = true;
  s.list = true;
  out_.push_back(s);
  return true;
}

// "Among the papers signed |were a protocol and a plan|", "Also adopted was |a roadmap|", "The
// documents signed include |an agreement on visas|".
bool StatementFinder::papers_behind(std::uint32_t t) {
  constexpr std::uint32_t kReach = 8;  // tokens from the participle to its "were"
  const lexicon::Match* match = p_.act(t);
  if (match == nullptr || !out_.empty() || t > first_word() + kReach) return false;
  const catalogue::SpeechAct& act = c_.catalogue.speech_acts()[p_.form(*match).act];
  const bool done = act.id == "sign" || act.id == "adopt" || act.id == "approve" ||
                    act.id == "exchange" || act.id == "issue";
  if (!done || !lower(t).ends_with("ed")) return false;
  const std::string_view opens = lower(s_.begin);
  const bool among = opens == "among";
  const bool inverted = t == s_.begin || (opens == "also" && t == s_.begin + 1);
  const bool noun = t > s_.begin + 1 && starts_with_paper(t - 1, t);
  for (std::uint32_t u = t + 1; u < std::min(t + kReach, s_.end); ++u) {
    const bool be = is_be(lower(u)) && lower(u) != "be";
    const bool contains = noun && p_.has_role(u, "contain");
    if (doc_.is_punctuation(u) || (!be && p_.has_role(u, "aux"))) return false;
    if (!(be && (among || inverted)) && !contains) continue;
    Statement s;
    s.act = act.id;
    s.act_class = act.act_class;
    s.voice = Voice::impersonal;
    s.verb = {t, t + 1};
    s.content = {u + 1, p_.clause_end(u + 1, s_.end, true)};
    s.list = true;
    if (s.content.empty()) return false;
    out_.push_back(s);
    return true;
  }
  return false;
}

// "|An immediate truce| is what the Council asked for."
bool StatementFinder::cleft(std::uint32_t t) {
  constexpr std::uint32_t kReach = 24;
  if (!is_be(lower(t)) || lower(t + 1) != "what") return false;
  const std::uint32_t first = first_word();
  if (t <= first) return false;
  for (std::uint32_t u = t + 2; u < std::min(t + kReach, s_.end); ++u) {
    const lexicon::Match* match = p_.act(u);
    if (match == nullptr || match->tokens.end > s_.end) continue;
    const catalogue::SpeechAct& act = c_.catalogue.speech_acts()[p_.form(*match).act];
    const bool result = act.act_class == catalogue::ActClass::outcome || act.id == "ask";
    std::uint32_t end = u;
    while (end > t + 2 && (p_.has_role(end - 1, "aux") || p_.has_role(end - 1, "adverb"))) --end;
    const Subject who = judge(t + 2, end);
    if (!result || (who.voice != Voice::group && who.voice != Voice::single)) continue;
    Statement s;
    s.act = act.id;
    s.act_class = act.act_class;
    s.voice = Voice::group;
    s.subject = who.tokens;
    s.verb = match->tokens;
    s.content = p_.trim_end({first, t}, true);
    if (s.content.empty()) return false;
    out_.push_back(s);
    return true;
  }
  return false;
}

// "will", "shall", "are to"
bool StatementFinder::is_promise(std::uint32_t t) const {
  const std::string_view word = lower(t);
  return word == "will" || word == "shall" ||
         ((word == "is" || word == "are") &&
          (lower(t + 1) == "to" || (lower(t + 1) == "going" && lower(t + 2) == "to")));
}

// Behind the modal at `t` stands no verb of meeting, coming or speaking, and nobody is quoted.
bool StatementFinder::is_deed(std::uint32_t t) const {
  const std::string_view first = lower(behind_promise(t));
  if (first == "continue" || first == "keep") return true;  // whatever they do already
  for (std::uint32_t u = t + 1; u < std::min(t + 6, s_.end); ++u) {
    if (lower(u) == "venue") return false;
    const bool meets = c_.cue(u, c_.cues.verb) != nullptr || c_.cue(u, c_.cues.attend) != nullptr ||
                       c_.cue(u, c_.cues.host) != nullptr || c_.cue(u, c_.cues.head) != nullptr ||
                       c_.cue(u, c_.cues.light_verb) != nullptr || opens_talk(c_, u);
    if (meets) return false;
  }
  for (std::uint32_t u = t + 1; u < s_.end; ++u) {
    const std::string_view word = lower(u);
    if (word == "\"" || word == "“" || word == "”" || c_.cue(u, c_.cues.person_verb) != nullptr) {
      return false;
    }
  }
  return true;
}

}  // namespace rapporteur::meetings
