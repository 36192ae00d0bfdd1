#include "circumstance/place_preposition.h"

#include <array>
#include <string_view>

#include "circumstance/place_reference.h"
#include "circumstance/whereabouts.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "|before the leaders of the bloc come| to Lima": of another time than what the sentence tells.
bool is_in_clause_of_time(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kLongest = 10;
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kLongest && verb >= begin + 1 + back; ++back) {
    const std::string_view word = c.doc.lower(verb - back);
    if (word == "before" || word == "until") return true;
    if (c.doc.is_punctuation(verb - back) || word == "and") break;
  }
  return false;
}

// "|planned| for Lima", "|pencilled in| for Lima": before the "for" at `link`.
bool is_planned(const Context& c, std::uint32_t link) {
  static constexpr std::array<std::string_view, 9> kPlanned{"planned",   "scheduled", "slated",
                                                            "set",       "foreseen",  "earmarked",
                                                            "pencilled", "penciled",  "destined"};
  const std::uint32_t begin = c.sentence(link).begin;
  if (link < begin + 2) return false;
  const std::uint32_t verb = c.doc.lower(link - 1) == "in" ? link - 2 : link - 1;
  return is_one_of(c.doc.lower(verb), kPlanned);
}

// "northern", "south-eastern", "central": a part of a state in front of its name.
bool is_direction(std::string_view word) {
  return word.ends_with("ern") ? word.ends_with("thern") || word.ends_with("stern")
                               : word == "central" || word == "mainland" || word == "upper";
}

// "in |the north of| Peru", "on |the Black Sea coast of| Peru": where the words begin that tell
// which part of the state at `state` is meant; or `state`.
std::uint32_t part_before(const Context& c, std::uint32_t state) {
  constexpr std::uint32_t kLongest = 7;
  static constexpr std::array<std::string_view, 14> kParts{
      "north",     "south",     "east",  "west",  "centre", "center", "heart",
      "northeast", "southeast", "coast", "shore", "part",   "corner", "interior"};
  const std::uint32_t begin = c.sentence(state).begin;
  std::uint32_t at = state;
  if (at > begin && is_direction(c.doc.lower(at - 1))) return at - 1;
  if (at > begin && c.doc.lower(at - 1) == "the") --at;
  if (at < begin + 3 || c.doc.lower(at - 1) != "of") return state;
  const std::uint32_t noun = at - 2;
  const bool part = is_one_of(c.doc.lower(noun), kParts) || c.doc.lower(noun) == "southwest" ||
                    c.doc.lower(noun) == "northwest";
  for (std::uint32_t t = noun; part && t > begin && noun - t < kLongest; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == "the") return t - 1;
    if (c.doc.is_punctuation(t - 1) && word != "-") break;
  }
  return state;
}

// "at |the Exhibition & Convention Centre (CEC) of| Lima": where the name of the house begins that
// ends before the town at `town`; or `town`.
std::uint32_t house_before(const Context& c, std::uint32_t town) {
  constexpr std::uint32_t kLongest = 12;
  const std::uint32_t begin = c.sentence(town).begin;
  if (town < begin + 3 || c.doc.lower(town - 1) != "of") return town;
  std::uint32_t end = town - 1;
  const bool bracket = c.doc.lower(end - 1) == ")" && end > begin + 3;
  if (bracket && c.doc.lower(end - 3) == "(") end -= 3;
  TokenRange words;
  bool house = false;
  for (std::uint32_t back = 1; back <= 3 && end >= begin + back; ++back) {
    house = house || (c.cue(end - back, c.cues.venue, &words) != nullptr && words.end == end);
  }
  if (!house) return town;
  for (std::uint32_t t = end; t > begin && end - t < kLongest; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == "at" || word == "in" || word == "inside") return t;
    if (word == "," || word == ";" || c.cast.covering(t - 1) != nullptr) break;
  }
  return town;
}

}  // namespace

bool is_where(const Context& c, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  std::uint32_t at = town_phrase_before(c, token);
  at = owner_before(c, at);
  if (at > s.begin && c.doc.lower(at - 1) == "the") --at;
  const Tag* self = c.tags.covering(token);
  if (is_in_title(c, *self)) return false;
  // "in |a| Buenos Aires |hotel|", "at |its| Vienna |headquarters|"
  static constexpr std::array<std::string_view, 6> kFront{"a", "an", "its", "their", "his", "her"};
  const bool house = c.cue(self->tokens.end, c.cues.venue) != nullptr;
  if (house && at > s.begin && is_one_of(c.doc.lower(at - 1), kFront)) --at;
  if (at > s.begin && self->label == Label::state && is_neighbour(c.doc.lower(at - 1))) --at;
  bool part = false;
  if (self->label == Label::place) at = house_before(c, at);
  if (self->label == Label::state) {
    const std::uint32_t words = part_before(c, at);
    part = words < at;
    at = words;
  }
  if (at > s.begin && c.doc.lower(at - 1) == "the") --at;
  if (self->label == Label::state && c.lower(self->tokens.end) == "-") return false;
  if (is_scene(c, *self)) return true;
  if (at == s.begin) return false;
  if (is_told_scene(c, at)) return true;
  const std::string_view before = c.doc.lower(at - 1);
  if (before == "to") return !is_way_home(c, at - 1) && !is_end_of_line(c, at - 1);
  if (before == "for") return is_way_out(c, at - 1) || is_planned(c, at - 1);
  // "hosted by Bosnia's capital Sarajevo"
  if (before == "by" && at > s.begin + 1) {
    const std::string_view verb = c.doc.lower(at - 2);
    return verb == "hosted" || verb == "staged";
  }
  // "the leaders |converge on| Lome"
  static constexpr std::array<std::string_view, 6> kFlock{"converge",  "converged", "converging",
                                                          "converges", "descend",   "descended"};
  // "|on| the resort island of Mahe"
  const bool of = token > at + 1 && c.doc.lower(token - 1) == "of";
  const bool island = before == "on" && of && c.doc.lower(token - 2) == "island";
  const bool shore = before == "on" && part;  // "|on| the coast of Peru"
  const bool flock = before == "on" && at > s.begin + 1 && is_one_of(c.doc.lower(at - 2), kFlock);
  return (before == "in" || before == "at" || island || shore || flock) &&
         !is_elsewhere(c, at - 1) && !is_place_of_speech(c, at - 1);
}

bool is_towards(const Context& c, const Tag& tag) {
  std::uint32_t at = town_phrase_before(c, tag.tokens.begin);
  const std::uint32_t begin = c.sentence(at).begin;
  if (at > begin && c.doc.lower(at - 1) == "the") --at;
  if (at <= begin + 1 || c.doc.lower(at - 1) != "to") return false;
  // "invited his peers to Niamey |for| the next summit"
  const std::uint32_t end = c.lower(tag.tokens.end) == "," ? tag.tokens.end + 1 : tag.tokens.end;
  const std::string_view after = c.lower(end);
  if (after == "for" || after == "where") return false;
  return c.cue(at - 2, c.cues.travels) == nullptr || is_in_clause_of_time(c, at - 2);
}

}  // namespace rapporteur::meetings
