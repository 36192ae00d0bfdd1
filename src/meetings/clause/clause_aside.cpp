// What stands in a clause beside those who meet: an aside between commas before the verb, a group
// behind it of which some are named.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/named_of_group.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

using tagger::Tag;

namespace {

// "X, |on| the sidelines of the Assembly, met", "X, |speaking| in Lima, met"
bool opens_aside(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords{
      "on",   "in",        "at", "during", "after",    "before",    "ahead",  "following",
      "amid", "alongside", "as", "while",  "speaking", "attending", "within", "visiting"};
  return is_one_of(word, kWords);
}

// "the Group, |made up of| nine ministers, met", "the Troika, |which consists| of A, B and C, met"
bool tells_members(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 5> kMade{"made", "composed", "comprised", "formed",
                                                         "comprising"};
  static constexpr std::array<std::string_view, 7> kHas{
      "consists", "comprises", "groups", "includes", "unites", "is", "comprised"};
  const std::string_view word = c.lower(token);
  if (word == "consisting" || word == "grouping" || is_one_of(word, kMade)) return true;
  return word == "which" && is_one_of(c.lower(token + 1), kHas);
}

// "X, |also a member| of the Central Committee, met", "X, |director| of its office, met": what else
// somebody is, and nobody else up to `comma`.
bool opens_office(const Context& c, std::uint32_t token, std::uint32_t comma) {
  constexpr std::uint32_t kFront = 4;  // tokens of "who is also a"
  static constexpr std::array<std::string_view, 7> kSmall{"who", "is", "was", "also",
                                                          "a",   "an", "the"};
  std::uint32_t at = token;
  while (at < token + kFront && is_one_of(c.lower(at), kSmall)) ++at;
  if (at >= comma || c.cast.office_starting(at) == nullptr) return false;
  for (std::uint32_t t = at; t < comma; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return false;
  }
  return true;
}

}  // namespace

// "X|,| on the sidelines of the Assembly, met Y": the comma before the aside that ends at `comma`;
// or `comma`.
std::uint32_t Clause::before_aside(std::uint32_t comma) const {
  constexpr std::uint32_t kLongest = 24;
  for (std::uint32_t t = comma; t > s_.begin + 1 && comma - t < kLongest; --t) {
    const std::string_view word = c_.doc.lower(t - 1);
    if (word == ";" || word == ":" || c_.cue(t - 1, c_.cues.verb) != nullptr) return comma;
    if (word == "," && tells_members(c_, t)) {
      const Tag* body = c_.tags.covering(t - (c_.doc.lower(t - 2) == ")" ? 3 : 2));
      return body != nullptr && body->label == tagger::Label::body ? t - 1 : comma;
    }
    if (word != "," || (!opens_aside(c_.doc.lower(t)) && !opens_office(c_, t, comma))) continue;
    const names::Mention* who = c_.cast.ending(t - 1);
    return who != nullptr && who->person != kNobody ? t - 1 : comma;
  }
  return comma;
}

bool Clause::is_group_of_many(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 4> kMany{"participants", "guests", "delegates",
                                                         "visitors"};
  const std::string_view word = c_.doc.lower(token);
  const lexicon::Cue* peers = c_.cue(token, c_.cues.counterpart);
  return (c_.cue(token, c_.cues.level_only) != nullptr && word.ends_with("s")) ||
         (peers != nullptr && peers->value == "several") || is_one_of(word, kMany);
}

bool Clause::object_of_group(std::uint32_t begin) {
  constexpr std::uint32_t kReach = 24;
  bool group = false;
  for (std::uint32_t t = begin; t < std::min(begin + kReach, s_.end); ++t) {
    if (c_.doc.lower(t) == ";" || c_.cue(t, c_.cues.verb) != nullptr) return false;
    if (const names::Mention* who = c_.cast.starting(t); who != nullptr && who->person != kNobody) {
      return false;
    }
    group = group || is_group_of_many(t);
    // "met three colleagues in Lima|:| X, Y and Z"
    const bool listed = group && c_.doc.lower(t) == ":";
    const std::uint32_t named = listed ? t + 1 : group ? behind_naming(c_, t) : t;
    if (named > t) return object(named);
  }
  return false;
}

}  // namespace rapporteur::meetings
