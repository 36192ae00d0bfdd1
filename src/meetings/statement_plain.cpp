// Results told without a word of agreement: what will be done, behind a sentence of what was
// agreed.

#include "statement_finder.h"

namespace rapporteur::meetings {

// "|An electronic document will replace the paper one|." Not what people or meetings will do.
std::optional<Statement> StatementFinder::plain() const {
  const std::uint32_t first = first_word();
  if (p_.has_role(first, "preposition") || lower(first) == "this") return std::nullopt;
  const std::uint32_t limit = std::min(first + kLongestAdverbial, s_.end);
  for (std::uint32_t t = first; t < limit; ++t) {
    if (c_.cue(t, c_.cues.head) != nullptr || p_.has_role(t, "relative") ||
        p_.has_role(t, "pronoun") || doc_.is_punctuation(t)) {
      return std::nullopt;
    }
    const bool modal = is_promise(t);
    if (p_.has_role(t, "aux") && !modal) return std::nullopt;
    if (!modal) continue;
    if (t == first || is_denied(first, s_.end) || !is_deed(t)) return std::nullopt;
    const Subject who = judge(first, t);
    const bool some = who.voice == Voice::group && lower(first) != "the";
    if (who.voice != Voice::nobody && !some) return std::nullopt;
    Statement s;
    s.act = "agree";
    s.voice = Voice::document;
    s.verb = {t, t + 1};
    s.content = {first, p_.clause_end(t, s_.end, false)};
    return s;
  }
  return std::nullopt;
}

// "will", "shall", "are to"
bool StatementFinder::is_promise(std::uint32_t t) const {
  const std::string_view word = lower(t);
  return word == "will" || word == "shall" ||
         ((word == "is" || word == "are") && lower(t + 1) == "to");
}

// Behind the modal at `t` stands no verb of meeting, coming or speaking, and nobody is quoted.
bool StatementFinder::is_deed(std::uint32_t t) const {
  for (std::uint32_t u = t + 1; u < std::min(t + 6, s_.end); ++u) {
    if (lower(u) == "venue") return false;
    const bool meets = c_.cue(u, c_.cues.verb) != nullptr || c_.cue(u, c_.cues.attend) != nullptr ||
                       c_.cue(u, c_.cues.host) != nullptr || c_.cue(u, c_.cues.head) != nullptr ||
                       c_.cue(u, c_.cues.light_verb) != nullptr;
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
