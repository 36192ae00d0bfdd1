#include "participant/list_front.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

TokenRange turned_front(const Context& c, TokenRange s) {
  constexpr std::uint32_t kFront = 4;   // tokens of "also around the table"
  constexpr std::uint32_t kAside = 16;  // tokens of the aside
  static constexpr std::array<std::string_view, 5> kThere{"table", "present", "attending", "part",
                                                          "represented"};
  static constexpr std::array<std::string_view, 4> kVerbs{"were", "are", "sat", "was"};
  std::uint32_t comma = s.begin;
  while (comma < s.end && comma - s.begin <= kFront && c.doc.lower(comma) != ",") ++comma;
  if (comma == s.begin || c.lower(comma) != ",") return {};
  if (!is_one_of(c.doc.lower(comma - 1), kThere)) return {};
  const std::uint32_t limit = std::min(s.end, comma + kAside);
  for (std::uint32_t t = comma + 1; t + 1 < limit; ++t) {
    if (c.doc.lower(t) != ",") continue;
    if (is_one_of(c.doc.lower(t + 1), kVerbs)) return {s.begin, t + 2};
  }
  return {};
}

bool tells_of_founding(const Context& c, TokenRange s) {
  constexpr std::uint32_t kFirst = 3;   // tokens of "The Organization"
  constexpr std::uint32_t kReach = 24;  // tokens of "of Turkic States, formerly called X, was"
  static constexpr std::array<std::string_view, 5> kFounded{"established", "founded", "created",
                                                            "formed", "launched"};
  bool body = false;
  const std::uint32_t end = std::min(s.end, s.begin + kReach);
  for (std::uint32_t t = s.begin; t + 1 < end; ++t) {
    const Tag* tag = t < s.begin + kFirst ? c.tags.starting(t) : nullptr;
    body = body || (tag != nullptr && tag->label == Label::body && tag->id != npos);
    const bool was = c.doc.lower(t) == "was" || c.doc.lower(t) == "were";
    if (was) return body && is_one_of(c.doc.lower(t + 1), kFounded);
  }
  return false;
}

}  // namespace rapporteur::meetings
