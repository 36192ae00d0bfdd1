// Results told in a turned sentence: "Also agreed were joint patrols", "On fishing rights agreement
// was found".

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

using catalogue::ActClass;

// "|Also agreed, too, were| joint patrols", "|Stressed was| the need for trade", at the first word.
bool StatementFinder::done_ahead(std::uint32_t t) {
  constexpr std::uint32_t kReach = 5;  // tokens from the participle to its "were"
  const std::uint32_t first = first_word();
  const bool opens = t == first || (t == first + 1 && p_.has_role(first, "adverb"));
  const lexicon::Match* match = opens && out_.empty() ? p_.act(t) : nullptr;
  if (match == nullptr || !lower(t).ends_with("ed")) return false;
  const catalogue::SpeechAct& act = c_.catalogue.speech_acts()[p_.form(*match).act];
  if (act.act_class != ActClass::outcome) return false;
  for (std::uint32_t u = match->tokens.end; u < std::min(t + kReach, s_.end); ++u) {
    const std::string_view word = lower(u);
    if (word == "was" || word == "were") {
      Statement s;
      s.act = act.id;
      s.act_class = act.act_class;
      s.voice = Voice::impersonal;
      s.verb = match->tokens;
      std::uint32_t from = u + 1;
      for (std::uint32_t end = 0; p_.has_role(from, "adverb", &end);) from = end;
      if (from >= s_.end || c_.cast.starting(from) != nullptr) return false;
      add_contents(s, from);
      return !out_.empty();
    }
    const bool small = word == "," || word == "too" || word == "on" || word == "upon" ||
                       p_.has_role(u, "adverb");
    if (!small) return false;
  }
  return false;
}

// "On joint patrols |agreement was found|": where the words of agreement begin; or the end.
std::uint32_t StatementFinder::agreement_behind(std::uint32_t begin) const {
  constexpr std::uint32_t kLongest = 24;
  const std::uint32_t end = std::min(begin + kLongest, s_.end);
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string_view word = lower(t);
    if (word == "," || word == ";" || p_.has_role(t, "relative")) return s_.end;
    const bool noun = word == "agreement" || word == "consensus" || word == "understanding";
    const std::uint32_t verb = lower(t + 1) == "has" ? t + 3 : t + 2;
    const bool be = lower(verb - 1) == "was" || lower(verb - 1) == "been";
    const std::string_view done = lower(verb);
    if (noun && be && (done == "reached" || done == "found" || done == "achieved")) return t;
  }
  return s_.end;
}

// "|On joint patrols| agreement was found."
bool StatementFinder::agreed_on_front() {
  const std::uint32_t first = first_word();
  if (lower(first) != "on" && lower(first) != "over") return false;
  if (c_.time_at(first) != nullptr || c_.time_at(first + 1) != nullptr) return false;
  const std::uint32_t agreement = agreement_behind(first + 1);
  if (agreement == s_.end || agreement <= first + 1) return false;
  const std::string_view before = lower(agreement - 1);
  const bool sized = before == "full" || before == "broad" || before == "an" || before == "some";
  Statement s;
  s.act = "agree";
  s.act_class = ActClass::outcome;
  s.voice = Voice::impersonal;
  s.verb = {agreement, agreement + 1};
  s.content = {first + 1, sized ? agreement - 1 : agreement};
  s.list = true;
  out_.push_back(s);
  return true;
}

}  // namespace rapporteur::meetings
