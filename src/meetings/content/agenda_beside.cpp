// What stands around the words of a cue: asides in front of the verb, examples behind it, a
// preposition apart from its verb.

#include <algorithm>

#include "content/agenda_finder.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kLongestReach = 14;  // tokens from the cue to what belongs to it

}  // namespace

// "Also expected to be discussed at the summit are |trade and water|": where the subjects start, or
// sentence.end.
std::uint32_t AgendaFinder::inverted(std::uint32_t auxiliary, TokenRange cue,
                                     TokenRange sentence) const {
  for (std::uint32_t t = sentence.begin; t < auxiliary; ++t) {
    const std::string_view word = c_.lower(t);
    const bool prospect = word == "likely" || word == "expected" || word == "due" ||
                          word == "set" || word == "scheduled" || word == "to" || word == "among" ||
                          word == "those";
    if (!prospect && !phrases_.has_role(t, "adverb")) return sentence.end;
  }
  for (std::uint32_t t = cue.end; t + 1 < std::min(cue.end + kLongestReach, sentence.end); ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "," || word == ";") break;
    if (word == "are" || word == "is" || word == "were" || word == "was") return t + 1;
    if (word == "will" && c_.lower(t + 1) == "be") return t + 2;
  }
  return sentence.end;
}

// "The agenda|, to be laid before the leaders,| includes water": behind the remark at `begin`, or
// `begin`.
std::uint32_t AgendaFinder::behind_remark(std::uint32_t begin, TokenRange sentence) const {
  if (c_.lower(begin) != ",") return begin;
  const std::uint32_t limit = std::min(begin + kLongestReach, sentence.end);
  for (std::uint32_t t = begin + 1; t + 1 < limit; ++t) {
    if (c_.lower(t) == ",") return phrases_.has_role(t + 1, "contain") ? t + 1 : begin;
  }
  return begin;
}

// "a lunch, at which |piracy| was discussed": where the relative clause inside [begin, end)
// starts, or `begin`.
std::uint32_t AgendaFinder::own_clause(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = phrases_.before_aside(begin, end); t-- > begin + 1;) {
    const bool place = c_.lower(t) == "where" || c_.lower(t) == "when";
    const bool which = c_.lower(t) == "which" && phrases_.has_role(t - 1, "preposition");
    if (place || which) return t + 1;
  }
  return begin;
}

// "discussed |in Niamey on Thursday| the price of oil": behind where and when, or `begin`.
std::uint32_t AgendaFinder::behind_circumstances(std::uint32_t begin, TokenRange sentence) const {
  std::uint32_t t = begin;
  while (t < sentence.end) {
    const std::uint32_t first = c_.lower(t) == "on" ? t + 1 : t;
    const time::Expression* day = c_.time_at(first);
    if (day != nullptr && phrases_.starts_time(first)) {
      t = day->tokens.end;
      continue;
    }
    const std::uint32_t end = behind_place(t);
    if (end == t) break;
    t = end;
  }
  const bool more = t < sentence.end && !c_.doc.is_punctuation(t) && c_.lower(t) != "and";
  return more ? t : begin;
}

// Behind "in Niamey, Niger", or `begin`.
std::uint32_t AgendaFinder::behind_place(std::uint32_t begin) const {
  if (c_.lower(begin) != "in" && c_.lower(begin) != "at") return begin;
  const tagger::Tag* town = c_.tags.starting(begin + 1);
  if (town == nullptr || town->label != tagger::Label::place) return begin;
  const std::uint32_t end = town->tokens.end;
  const tagger::Tag* state = c_.lower(end) == "," ? c_.tags.starting(end + 1) : nullptr;
  if (state == nullptr || state->label != tagger::Label::state) return end;
  return c_.lower(state->tokens.end) == "," ? state->tokens.end + 1 : state->tokens.end;
}

// "met in Niamey, with |the price of oil and visas| on their agenda": what stands between "with"
// and the cue, without a verb.
bool AgendaFinder::brought_along(std::uint32_t end, TokenRange sentence) {
  constexpr std::uint32_t kLongest = 40;        // tokens
  if (c_.lower(end - 1) == "as") return false;  // "with trade as its aim"
  const std::uint32_t floor = end > sentence.begin + kLongest ? end - kLongest : sentence.begin;
  for (std::uint32_t t = end; t-- > floor;) {
    if (phrases_.has_role(t, "aux") || phrases_.is_finite_act(t) || c_.lower(t) == ";")
      return false;
    if (c_.lower(t) != "with") continue;
    const bool opens = t == sentence.begin || c_.lower(t - 1) == ",";
    if (opens) return !is_somebody(t + 1, end) && take(t + 1, end, 0.65F);
  }
  return false;
}

// "many issues were discussed, |among them| trade and visas"
void AgendaFinder::examples(std::uint32_t begin, TokenRange sentence) {
  // "was discussed |by the two sides|, above all trade"
  if (c_.lower(begin) == "by") {
    std::uint32_t t = begin + 1;
    while (t < std::min(begin + kLongestReach, sentence.end) && !c_.doc.is_punctuation(t)) ++t;
    if (t < sentence.end && c_.lower(t) == ",") begin = t;
  }
  if (c_.lower(begin) == ",") ++begin;
  std::uint32_t end = begin;
  if (begin >= sentence.end || !phrases_.has_role(begin, "narrow", &end)) return;
  if (phrases_.has_role(begin, "preposition") && c_.lower(begin) == "in") return;
  take(end, phrases_.clause_end(end, sentence.end, true), 0.65F);
}

// "the issues discussed |by the Council in relation to| trade"
bool AgendaFinder::discussed_by(std::uint32_t by, TokenRange sentence) {
  const std::uint32_t limit = std::min(by + kLongestReach, sentence.end);
  for (std::uint32_t t = by + 1; t + 1 < limit; ++t) {
    std::uint32_t end = 0;
    if (c_.doc.is_punctuation(t) || phrases_.has_role(t, "aux")) return false;
    if (phrases_.has_role(t, "narrow", &end)) return take_after(end, sentence, 0.65F);
  }
  return false;
}

// "X was discussed, as were Y and Z."
bool AgendaFinder::also(std::uint32_t begin, TokenRange sentence) {
  for (std::uint32_t t = begin; t + 2 < sentence.end; ++t) {
    // "X was discussed, and so were Y and Z."
    if (c_.lower(t) == "," && c_.lower(t + 1) == "and" && c_.lower(t + 2) == "so" &&
        (phrases_.has_role(t + 3, "aux") || c_.lower(t + 3) == "did")) {
      return take_after(t + 4, sentence, 0.7F) || true;
    }
    if (c_.lower(t) != "," || c_.lower(t + 1) != "as") continue;
    if (!phrases_.has_role(t + 2, "aux")) continue;
    return take_after(t + 3, sentence, 0.7F) || true;
  }
  return true;
}

// "will talk|, moreover,| about trade", "dwelt |in the afternoon| on water"
bool AgendaFinder::apart(TokenRange cue, TokenRange sentence) {
  constexpr std::uint32_t kLongest = 7;  // tokens up to the preposition
  if (is_denied(cue.begin, sentence) || promised(cue.begin, sentence)) return false;
  if (!group_acts(cue.begin, sentence)) return false;
  const bool commas = c_.lower(cue.end) == ",";
  const std::uint32_t limit = std::min(cue.end + kLongest, sentence.end);
  for (std::uint32_t t = cue.end + 1; t + 1 < limit; ++t) {
    const std::string_view word = c_.lower(t);
    const bool joint = word == "about" || word == "on" || word == "upon" || word == "over";
    if (joint && !(commas && c_.lower(t - 1) != ",")) {
      if (phrases_.starts_time(t) || phrases_.starts_time(t + 1) || is_circumstance(t + 1)) {
        continue;
      }
      return take_after(t + 1, sentence, 0.7F);
    }
    if (phrases_.has_role(t, "aux") || phrases_.act(t) != nullptr || word == "and" ||
        (word == "," && !commas)) {
      return false;
    }
  }
  return false;
}

}  // namespace rapporteur::meetings
