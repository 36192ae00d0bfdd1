// Attitudes that a light verb utters, with whatever adjectives stand between the two.

#include <array>

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

namespace {

// A value of outcome.tsv, and the act that such a noun stands for.
struct Attitude {
  std::string_view value;
  std::string_view act;
};
constexpr std::array<Attitude, 3> kAttitudes = {
    Attitude{"stance", "support"}, {"need", "emphasise"}, {"feeling", "express_concern"}};

constexpr std::uint32_t kReach = 8;  // tokens from the verb to its noun

}  // namespace

// "|expressed| a common |desire to| expand trade", "|voiced| the |need| to act".
std::optional<Verb> StatementFinder::attitude_at(std::uint32_t t) const {
  if (!has_value(t, "utter") || !utters(t)) return std::nullopt;
  std::string_view act;
  TokenRange noun;
  bool kept = false;  // the noun is part of what is said
  for (std::uint32_t u = t + 1; u < std::min(t + kReach, s_.end); ++u) {
    std::uint32_t end = 0;
    for (const Attitude& a : kAttitudes) {
      if (!has_value(u, a.value, &end)) continue;
      act = a.act;
      noun = {u, end};
      kept = a.value == "need";
    }
    if (noun.end > u) {
      u = noun.end - 1;
      continue;
    }
    const bool joined = lower(u) == "and" || lower(u) == "as" || lower(u) == "well";
    if ((doc_.is_punctuation(u) && lower(u) != "-" && lower(u) != "\"" && lower(u) != "“") ||
        p_.has_role(u, "aux") || lower(u) == "to" || lower(u) == "that" ||
        (p_.has_role(u, "preposition") && !joined)) {
      break;
    }
  }
  if (noun.empty()) return std::nullopt;
  const std::string_view next = lower(noun.end);
  const bool clause = next == "to" || next == "that";
  if (!clause && !p_.has_role(noun.end, "preposition")) return std::nullopt;
  Verb v;
  v.act = act;
  v.tokens = {t, noun.end};
  if (kept) v.tokens.end = noun.begin;
  if (!kept && !clause && !has_value(noun.begin, "kernel")) ++v.tokens.end;
  v.begin = auxiliaries_before(v);
  if (v.passive) return std::nullopt;
  return v;
}

// A finite form: "expressed"; "express" right behind its subject, ", expressing" behind a verb.
bool StatementFinder::utters(std::uint32_t t) const {
  const std::string_view word = lower(t);
  if (doc_.is_capital(t) && !headline_) return false;
  if (word.ends_with("ed") || word == "shown") return true;
  if (word.ends_with("ing")) {
    const std::string_view before = t > s_.begin ? lower(t - 1) : std::string_view();
    return !out_.empty() && (before == "," || before == "while" || before == "and");
  }
  return subject_ends_at(t);
}

}  // namespace rapporteur::meetings
