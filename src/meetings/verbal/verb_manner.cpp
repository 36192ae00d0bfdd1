#include "verbal/verb_manner.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_form.h"
#include "clause/word_list.h"
#include "mention/meals.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

bool is_passive(const Context& c, std::uint32_t verb) {
  const TokenRange s = c.sentence(verb);
  if (!c.doc.lower(verb).ends_with("ed") && c.doc.lower(verb) != "met") return false;
  for (std::uint32_t back = 1; back <= 2 && verb >= s.begin + back; ++back) {
    if (is_be(c.doc.lower(verb - back))) return true;
  }
  return false;
}

bool is_on_arrival(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 5;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.trigger.end; t < std::min(s.end, m.tokens.end + kNear); ++t) {
    if (c.doc.lower(t) != "arrival" || c.lower(t + 1) == "at") continue;
    const std::string_view before = c.doc.lower(t - 1);
    const std::string_view link =
        before == "his" || before == "her" || before == "their" ? c.doc.lower(t - 2) : before;
    return link == "on" || link == "upon";
  }
  return false;
}

bool at_airport(const Context& c, const Mention& m) {
  if (is_on_arrival(c, m)) return true;
  const TokenRange s = c.sentence(m.trigger.begin);
  constexpr std::uint32_t kNear = 12;
  const std::uint32_t from = m.trigger.begin > s.begin + kNear ? m.trigger.begin - kNear : s.begin;
  for (std::uint32_t t = from; t < std::min(s.end, m.trigger.end + kNear); ++t) {
    if (c.doc.lower(t) == "airport" || c.doc.lower(t) == "aerodrome") return true;
  }
  return false;
}

bool is_invited(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && verb.begin >= begin + back; ++back) {
    if (c.doc.lower(verb.begin - back).starts_with("invit")) return true;
  }
  return false;
}

bool is_invited_by_subject(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 6> kBe{"was", "were", "been", "is", "are", "being"};
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  const std::uint32_t to = c.lower(verb.begin) == "to" ? verb.begin : verb.begin - 1;
  if (verb.begin == begin || c.lower(to) != "to") return false;
  for (std::uint32_t back = 1; back <= kNear && to >= begin + back; ++back) {
    const std::uint32_t t = to - back;
    const names::Mention* who = c.cast.covering(t);
    if (who != nullptr && who->person != kNobody) return false;
    if (c.lower(t) != "invited" && c.lower(t) != "invites") continue;
    return back > 1 && t > begin && !is_one_of(c.lower(t - 1), kBe);
  }
  return false;
}

std::uint32_t call_behind(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t end = std::min(verb.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "call" || word == "calls") return t + 1;
    if (c.cast.covering(t) != nullptr || word == "from" || word == ",") break;
  }
  return verb.end;
}

bool is_counted(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t end = std::min(m.trigger.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    // "come together four times before: in Bangkok (2004), ...", "three times so far, in Lima"
    const bool so_far = c.lower(t + 1) == "so" && c.lower(t + 2) == "far";
    const std::string_view next = c.lower(so_far ? t + 3 : t + 1);
    const bool list = next == ":" || (next == "," && c.lower(so_far ? t + 4 : t + 2) == "in");
    const bool told = list || next == "before";
    if (word == "times" || word == "twice") return !told;
  }
  return false;
}

bool is_at_table(const Context& c, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 3> kBesides{"tea", "coffee", "lunches"};
  const std::uint32_t end = std::min(begin + kFarReach, c.sentence(begin).end);
  for (std::uint32_t t = begin + 1; t < end; ++t) {
    if (!is_meal(c.doc.lower(t)) && !is_one_of(c.doc.lower(t), kBesides)) continue;
    for (std::uint32_t back = 1; back <= 4 && t >= begin + back; ++back) {
      const std::string_view word = c.doc.lower(t - back);
      if (word == "for" || word == "to" || word == "at") return true;
      if (c.doc.is_punctuation(t - back)) break;
    }
  }
  return false;
}

}  // namespace rapporteur::meetings
