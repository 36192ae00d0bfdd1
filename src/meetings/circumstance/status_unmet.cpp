// A meeting that did not come about or will not, by the grammar of its clause: "were to have met",
// "will not be meeting", "no session was held", "moved from 26 May to July".

#include <algorithm>
#include <array>
#include <cstdint>

#include "circumstance/status_words.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using record::Status;

Verdict unmet(const Context& c, Status status, TokenRange words) {
  return {status, c.doc.span(words), 0.8F, "meetings/unmet"};
}

// Words of class `status` that say so, or "now", in the sentence of `token` or the next: the plan
// is not dropped but moved.
bool is_only_moved(const Context& c, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  const TokenRange next = c.sentence(s.end);
  for (std::uint32_t t = s.begin; t < std::max(s.end, next.end); ++t) {
    if (c.doc.lower(t) == "now" && t >= token) return true;
    const lexicon::Cue* cue = c.cue(t, c.cues.status);
    if (cue != nullptr && cue->value == "postponed") return true;
  }
  return false;
}

// "were to have |met|", "was to have |been held|", but "was to have been chaired by X".
bool is_of_holding(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 16> kHeld{
      "met",  "held",     "taken", "begun",     "started", "gathered", "convened",  "had",
      "seen", "received", "come",  "assembled", "sat",     "visited",  "travelled", "gone"};
  return is_one_of(c.lower(t), kHeld) || (c.lower(t) == "been" && is_one_of(c.lower(t + 1), kHeld));
}

// "|would have| met", "the highlight |would have| been a meeting": the words at `t`, or nothing.
TokenRange would_have(const Context& c, std::uint32_t t, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  if (c.doc.lower(t) != "would" || c.lower(t + 1) != "have") return {};
  const bool noun =
      c.lower(t + 2) == "been" && m.tokens.begin > t + 2 && m.tokens.begin <= t + 2 + kNear;
  return noun || is_of_holding(c, t + 2) ? TokenRange{t, t + 2} : TokenRange{};
}

// "would have met two days |ahead of| the summit", "were to have met |on the margins of| the
// summit": what stands by a plan that was lost need not be lost with it.
bool stands_by_the_lost(const Context& c, std::uint32_t plan, const Mention& m) {
  constexpr std::uint32_t kNear = 4;  // tokens of "ahead of the 12th"
  static constexpr std::array<std::string_view, 9> kBy{
      "ahead", "before", "after", "sidelines", "margins", "eve", "prior", "fringes", "preparation"};
  if (m.verbal) return false;
  for (std::uint32_t t = m.tokens.begin; t > plan + 3 && t + kNear > m.tokens.begin; --t) {
    if (is_one_of(c.doc.lower(t - 1), kBy)) return true;
  }
  return false;
}

// "|were to have| met in Lima": what did not come to pass.
std::optional<Verdict> by_lost_future(const Context& c, const Mention& m, TokenRange clause) {
  constexpr std::uint32_t kNear = 14;
  for (std::uint32_t t = clause.begin; t + 2 < clause.end; ++t) {
    const std::string_view verb = c.doc.lower(t);
    const bool lost = (verb == "was" || verb == "were") && c.doc.lower(t + 1) == "to" &&
                      c.doc.lower(t + 2) == "have" && is_of_holding(c, t + 3);
    const TokenRange words = lost ? TokenRange{t, t + 3} : would_have(c, t, m);
    if (words.empty() || gap(words, m.tokens) > kNear) continue;
    if (words.end < m.tokens.begin && stands_by_the_lost(c, t, m)) continue;
    return unmet(c, is_only_moved(c, t) ? Status::postponed : Status::cancelled, words);
  }
  return std::nullopt;
}

// "were to meet in June |but| will come together |only| in July"
std::optional<Verdict> by_later_plan(const Context& c, const Mention& m, TokenRange clause) {
  constexpr std::uint32_t kNear = 8;
  static constexpr std::array<std::string_view, 3> kLater{"only", "later", "instead"};
  for (std::uint32_t t = clause.begin; t < m.trigger.end; ++t) {
    const bool plan = (c.doc.lower(t) == "was" || c.doc.lower(t) == "were") &&
                      c.lower(t + 1) == "to" && t + kNear >= m.trigger.begin;
    if (!plan) continue;
    bool but = false;
    for (std::uint32_t b = m.trigger.end; b < clause.end; ++b) {
      but = but || c.doc.lower(b) == "but";
      if (but && is_one_of(c.doc.lower(b), kLater)) return unmet(c, Status::postponed, {t, t + 2});
    }
  }
  return std::nullopt;
}

// "did not meet |as planned|", "will not meet |after all|"
bool is_against_plan(const Context& c, TokenRange clause) {
  static constexpr std::array<std::string_view, 6> kPlanned{"planned",  "hoped",     "expected",
                                                            "foreseen", "scheduled", "intended"};
  for (std::uint32_t t = clause.begin; t + 1 < clause.end; ++t) {
    if (c.doc.lower(t) == "after" && c.doc.lower(t + 1) == "all") return true;
    const bool as = c.doc.lower(t) == "as";
    for (std::uint32_t b = t + 1; as && b < std::min(t + 4, clause.end); ++b) {
      if (is_one_of(c.doc.lower(b), kPlanned)) return true;
    }
  }
  return false;
}

// "will visit |neither| Lima nor Quito", "met |neither| the President nor the Minister"
std::optional<Verdict> by_neither(const Context& c, const Mention& m, TokenRange clause) {
  const std::uint32_t at = m.trigger.end;
  if (!m.verbal || c.lower(at) != "neither") return std::nullopt;
  for (std::uint32_t t = at + 1; t < clause.end; ++t) {
    if (c.doc.lower(t) == "nor") return unmet(c, Status::cancelled, {at, at + 1});
  }
  return std::nullopt;
}

// "|will not| be meeting", "|are not| to meet", "|did not| meet as planned"
std::optional<Verdict> by_denied_verb(const Context& c, const Mention& m, TokenRange clause) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 6> kAhead{"will", "would", "is",
                                                          "are",  "shall", "can"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (!m.verbal) return std::nullopt;
  for (std::uint32_t t = m.trigger.begin; t < m.trigger.end; ++t) {  // "|will not come to| Lima"
    const std::string_view word = c.doc.lower(t);
    const bool denied = word == "not" || word == "longer" || word == "n't" || word == "won't";
    if (!denied || m.kind != "visit") continue;
    return unmet(c, is_only_moved(c, t) ? Status::postponed : Status::cancelled, m.trigger);
  }
  for (std::uint32_t back = 1; back <= kNear && m.trigger.begin > begin + back; ++back) {
    const std::uint32_t t = m.trigger.begin - back;
    if (c.doc.lower(t) != "not") continue;
    const std::string_view next = c.lower(t + 1);
    if (next == "only" || next == "yet" || next == "just") return std::nullopt;
    const bool ahead = is_one_of(c.doc.lower(t - 1), kAhead) && m.trigger.begin - t < 3;
    if (!ahead && !is_against_plan(c, clause)) return std::nullopt;
    return unmet(c, is_only_moved(c, t) ? Status::postponed : Status::cancelled, {t - 1, t + 1});
  }
  return std::nullopt;
}

// "There will be |no| summit of the Union in May", "|no| session took place in Lima"
std::optional<Verdict> by_no(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || m.tokens.begin == begin || c.doc.lower(m.tokens.begin - 1) != "no") {
    return std::nullopt;
  }
  const Status status = is_only_moved(c, m.trigger.begin) ? Status::postponed : Status::cancelled;
  return unmet(c, status, {m.tokens.begin - 1, m.tokens.begin});
}

bool is_verb_of_moving(std::string_view word) {
  return word.starts_with("mov") || word.starts_with("shift") || word.starts_with("resched") ||
         word.starts_with("push") || word.starts_with("transfer");
}

// "have |moved| their session |from| 26 May to July"; "in July |instead of| on 26 May"
std::optional<Verdict> by_moved_day(const Context& c, TokenRange clause) {
  std::uint32_t verb = clause.end;
  for (std::uint32_t t = clause.begin; t + 1 < clause.end; ++t) {
    if (is_verb_of_moving(c.doc.lower(t))) verb = t;
    const bool instead = c.doc.lower(t) == "instead" && c.doc.lower(t + 1) == "of";
    const bool from = c.doc.lower(t) == "from" && verb < t;
    const std::uint32_t at = instead ? t + 2 : t + 1;
    const std::uint32_t day = c.lower(at) == "on" || c.lower(at) == "in" ? at + 1 : at;
    if ((instead || from) && c.date_at(day) != nullptr) {
      return unmet(c, Status::postponed,
                   instead ? TokenRange{t, t + 2} : TokenRange{verb, verb + 1});
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Verdict> status_unmet(const Context& c, const Mention& m) {
  const TokenRange clause = clause_around(c, m);
  std::optional<Verdict> out = by_lost_future(c, m, clause);
  if (!out) out = by_later_plan(c, m, clause);
  if (!out) out = by_denied_verb(c, m, clause);
  if (!out) out = by_neither(c, m, clause);
  if (!out) out = by_no(c, m);
  if (!out) out = by_moved_day(c, clause);
  return out;
}

}  // namespace rapporteur::meetings
