#include "nominal/own_clause.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

std::uint32_t behind_own_clause(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kLongest = 20;
  const std::uint32_t first = c.lower(token) == "," ? token + 1 : token;
  if (c.lower(first) != "that" && c.lower(first) != "which") return token;
  const std::uint32_t end = std::min(first + kLongest, c.sentence(first).end);
  for (std::uint32_t t = first + 1; t < end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.doc.lower(t) == ";") return token;
    if (c.cue(t, c.cues.stretch) != nullptr) return t;
  }
  return token;
}

namespace {

// The person by name at `token`, or behind a title or two; or `limit`.
std::uint32_t person_at(const Context& c, std::uint32_t token, std::uint32_t limit) {
  constexpr std::uint32_t kTitle = 2;  // tokens of "both the"
  for (std::uint32_t t = token; t <= token + kTitle && t < limit; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return t;
  }
  return limit;
}

// "which X |had| in Lima", "which X |had| with Y": the full verb, not "had called".
bool is_had(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 3> kHave{"had", "has", "have"};
  static constexpr std::array<std::string_view, 8> kBehind{"with", "in",    "at",        "on",
                                                           "here", "today", "yesterday", "earlier"};
  if (!is_one_of(c.lower(token), kHave)) return false;
  return is_one_of(c.lower(token + 1), kBehind) || c.time_at(token + 1) != nullptr;
}

// "the summit |which| X and Y |will hold| in Lima": where they begin, or `token`.
std::uint32_t those_holding(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kReach = 30;
  static constexpr std::array<std::string_view, 4> kHold{"hold", "held", "attend", "attended"};
  const std::uint32_t end = c.sentence(token).end;
  const std::uint32_t who = person_at(c, token + 1, end);
  for (std::uint32_t t = who; t < std::min(token + kReach, end); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || c.cue(t, c.cues.head) != nullptr) return token;
    if (is_one_of(word, kHold) || is_had(c, t)) return who;
  }
  return token;
}

}  // namespace

std::uint32_t behind_holding(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kReach = 14;
  static constexpr std::array<std::string_view, 4> kHold{"held", "holds", "hold", "holding"};
  static constexpr std::array<std::string_view, 7> kBefore{",",    "will",  "has", "had",
                                                           "have", "would", "also"};
  if (token >= c.doc.size()) return token;
  const std::uint32_t end = c.sentence(token).end;
  std::uint32_t verb = token;
  while (verb < end && !is_had(c, verb) && is_one_of(c.lower(verb), kBefore)) ++verb;
  if (!is_had(c, verb) && !is_one_of(c.lower(verb), kHold)) return token;
  for (std::uint32_t t = verb + 1; t < std::min(verb + kReach, end); ++t) {
    const std::string_view word = c.lower(t);
    if (word == "with") return t + 1;
    if (word == ";" || word == ",") return token;
    if (c.cast.covering(t) != nullptr || c.cue(t, c.cues.head) != nullptr) return token;
  }
  return token;
}

bool is_name_holding(const Context& c, std::uint32_t token) {
  const names::Mention* who = c.cast.starting(token);
  if (who == nullptr || who->person == kNobody) return false;
  return behind_holding(c, who->tokens.end) > who->tokens.end;
}

std::uint32_t pronoun_holding(const Context& c, std::uint32_t token) {
  const std::string_view first = c.lower(token);
  const std::uint32_t he = first == "that" || first == "which" ? token + 1 : token;
  if (c.lower(he) != "he" && c.lower(he) != "she") return 0;
  return behind_holding(c, he + 1) > he + 1 ? he : 0;
}

std::uint32_t those_gathered(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kAhead = 7;  // tokens of "which is now soon to bring together"
  static constexpr std::array<std::string_view, 9> kUnites{"unite",    "unites",   "united",
                                                           "uniting",  "reunite",  "reunites",
                                                           "reunited", "gathered", "together"};
  const TokenRange s = c.sentence(token);
  const std::string_view first = c.lower(token);
  const bool relative = first == "that" || first == "which";
  if (!relative && first != "bringing" && first != "uniting") return token;
  if (relative && person_at(c, token + 1, s.end) < s.end) return those_holding(c, token);
  for (std::uint32_t t = token; t < std::min(token + kAhead, s.end); ++t) {
    if (c.doc.is_punctuation(t) || c.cast.covering(t) != nullptr) return token;
    if (!is_one_of(c.doc.lower(t), kUnites)) continue;
    if (c.doc.lower(t) == "together" && !c.doc.lower(t - 1).starts_with("br")) return token;
    const std::uint32_t who = person_at(c, t + 1, s.end);
    return who < s.end ? who : token;
  }
  return token;
}

}  // namespace rapporteur::meetings
