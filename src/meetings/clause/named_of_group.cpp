#include "clause/named_of_group.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

std::uint32_t behind_naming(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> kOne{"including", "namely", "notably",
                                                        "especially"};
  std::uint32_t end = token;
  const std::string_view word = c.lower(token);
  const std::string_view next = c.lower(token + 1);
  if (is_one_of(word, kOne)) {
    end = token + 1;
  } else if ((word == "among" || word == "amongst") && (next == "them" || next == "others")) {
    end = token + 2;
  } else if (word == "such" && next == "as") {
    end = token + 2;
  }
  if (end == token) return token;
  const bool those = c.lower(end) == "those" || c.lower(end) == "ones";
  if (those) ++end;
  const bool of = those && (c.lower(end) == "of" || c.lower(end) == "from");
  return of || c.lower(end) == "with" ? end + 1 : end;
}

std::uint32_t behind_among_others(const Context& c, std::uint32_t token) {
  std::uint32_t at = c.lower(token) == "," ? token + 1 : token;
  const std::string_view word = c.lower(at);
  const std::string_view next = c.lower(at + 1);
  const bool others = (word == "among" || word == "amongst") && next == "others";
  const bool alia = (word == "inter" && next == "alia") || (word == "amongst" && next == "them");
  if (!others && !alia) return token;
  at += 2;
  return c.lower(at) == "," || c.lower(at) == ":" ? at + 1 : at;
}

std::uint32_t behind_group(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kLongest = 8;
  static constexpr std::array<std::string_view, 7> kOthers{"on", "about", "over", "in",
                                                           "at", "for",   "to"};
  const std::uint32_t end = std::min(token + kLongest, c.sentence(token).end);
  for (std::uint32_t t = token; t < end; ++t) {
    const std::uint32_t naming = c.doc.lower(t) == "," ? t + 1 : t;
    const std::uint32_t behind = t > token ? behind_naming(c, naming) : naming;
    if (behind > naming) return behind;
    const bool named = c.cast.starting(t) != nullptr && c.cue(t, c.cues.level_only) == nullptr &&
                       c.cue(t, c.cues.counterpart) == nullptr;
    const bool lower = c.doc.shape(t) == text::Shape::lower;
    if (named || !lower || is_one_of(c.doc.lower(t), kOthers)) break;
    if (c.cue(t, c.cues.head) != nullptr) break;
  }
  return token;
}

}  // namespace rapporteur::meetings
