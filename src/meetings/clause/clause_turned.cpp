// Those who act where the words are turned round, and those who are told by whom they lead.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "led |by|", "|under|", "at whose head |stood|": where the words begin that end at `end`; or
// `end`.
std::uint32_t led_before(const Context& c, std::uint32_t floor, std::uint32_t end) {
  static constexpr std::array<std::string_view, 4> kLed{"led", "headed", "chaired", "represented"};
  static constexpr std::array<std::string_view, 4> kIs{"stood", "stands", "was", "is"};
  if (end < floor + 2) return end;
  const std::string_view last = c.doc.lower(end - 1);
  if (last == "under") return end - 1;
  if (last == "by" && is_one_of(c.doc.lower(end - 2), kLed)) return end - 2;
  const bool head = end >= floor + 4 && is_one_of(last, kIs) && c.doc.lower(end - 2) == "head" &&
                    c.doc.lower(end - 3) == "whose";
  return head ? end - 4 : end;
}

bool is_delegation(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kGroups{"delegation", "team",  "side",   "one",
                                                           "party",      "group", "mission"};
  return is_one_of(word, kGroups);
}

}  // namespace

// "|a Swiss delegation led by| X and |a Brazilian one under| Y met": where the words begin that
// tell whom somebody leads, who is named at `end`; or `end`.
std::uint32_t Clause::before_delegation(std::uint32_t end) const {
  constexpr std::uint32_t kWhose = 5;  // tokens of "from the Republic of Korea"
  constexpr std::uint32_t kFront = 4;  // tokens of "a high-level Swiss"
  std::uint32_t t = led_before(c_, s_.begin, end);
  if (t == end) return end;
  if (t > s_.begin && c_.doc.lower(t - 1) == ",") --t;
  std::uint32_t noun = t;
  while (noun > s_.begin && t - noun < kWhose && !is_delegation(c_.doc.lower(noun - 1))) --noun;
  if (noun == s_.begin || !is_delegation(c_.doc.lower(noun - 1))) return end;
  const std::string_view link = c_.doc.lower(noun);
  if (noun < t && link != "from" && link != "of") return end;
  --noun;
  for (std::uint32_t back = 1; back <= kFront && noun >= s_.begin + back; ++back) {
    const std::string_view word = c_.doc.lower(noun - back);
    if (word == "a" || word == "an" || word == "the") return noun - back;
    const Tag* tag = c_.tags.covering(noun - back);
    const bool whose = tag != nullptr && tag->label == Label::nationality;
    const std::string_view before =
        noun > s_.begin + back ? c_.doc.lower(noun - back - 1) : std::string_view();
    if (whose && before != "a" && before != "an" && before != "the") return tag->tokens.begin;
  }
  return end;
}

// "Gathered in Lima on Friday |were| X and Y": those behind the verb at the end of the words from
// `begin` on that say where and when.
bool Clause::subject_behind(std::uint32_t begin) {
  constexpr std::uint32_t kReach = 14;
  static constexpr std::array<std::string_view, 6> kVerbs{"were", "was", "are", "is", "sat", "sit"};
  for (std::uint32_t t = begin; t < std::min(begin + kReach, s_.end); ++t) {
    const std::string_view word = c_.doc.lower(t);
    if (is_one_of(word, kVerbs)) return object(t + 1);
    const names::Mention* who = c_.cast.covering(t);
    const bool named = who != nullptr && who->kind != names::MentionKind::collective;
    if (named || word == "," || word == ";" || c_.cue(t, c_.cues.verb) != nullptr) return false;
  }
  return false;
}

}  // namespace rapporteur::meetings
