#include "clause/treaty_parties.h"

#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

bool is_treaty_noun(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 9> kTreaties{"agreement", "convention", "treaty",
                                                             "protocol",  "accord",     "accords",
                                                             "pact",      "compact",    "statute"};
  return token < c.doc.size() && c.doc.is_capital(token) &&
         is_one_of(c.doc.lower(token), kTreaties);
}

namespace {

constexpr std::uint32_t kLongest = 16;  // tokens of the whole

bool is_auxiliary(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kWords{
      "will", "have", "has", "had", "are", "were", "is", "was", "to", "also", "again", "last"};
  return is_one_of(word, kWords);
}

// "|contracting| parties", "states |parties|"
std::uint32_t before_parties(const Context& c, std::uint32_t at, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 9> kWhich{
      "contracting", "consultative", "states",     "state",    "member",
      "signatory",   "founding",     "government", "countries"};
  while (at > begin && is_one_of(c.doc.lower(at - 1), kWhich)) --at;
  return at;
}

}  // namespace

TokenRange treaty_parties_before(const Context& c, std::uint32_t end) {
  static constexpr std::array<std::string_view, 6> kParties{
      "parties", "signatories", "guarantors", "depositary", "party", "members"};
  if (end == 0) return {};
  const std::uint32_t begin = c.sentence(end - 1).begin;
  while (end > begin && is_auxiliary(c.doc.lower(end - 1))) --end;
  bool treaty = false;
  for (std::uint32_t t = end; t-- > begin && end - t < kLongest;) {
    if (c.doc.is_punctuation(t) || c.cue(t, c.cues.verb) != nullptr) return {};
    treaty = treaty || is_treaty_noun(c, t);
    if (!is_one_of(c.doc.lower(t), kParties)) continue;
    const std::string_view link = c.lower(t + 1);
    if (!treaty || (link != "to" && link != "of")) return {};
    return {before_parties(c, t, begin), end};
  }
  return {};
}

}  // namespace rapporteur::meetings
