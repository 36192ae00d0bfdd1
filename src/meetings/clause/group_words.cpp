#include "clause/group_words.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

// Where the portfolio begins that ends at `end`; or `end`.
std::uint32_t portfolio_ending(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t floor = c.sentence(end - 1).begin;
  for (std::uint32_t back = kLongest; back > 0; --back) {
    if (end < floor + back) continue;
    const lexicon::Match* match = c.matches.find(end - back, lexicon::Channel::portfolio);
    if (match != nullptr && match->tokens.end == end) return end - back;
  }
  return end;
}

// "the |council of| ministers": where the head begins of a body of those who begin there, or
// `begin`.
std::uint32_t council_before(const Context& c, std::uint32_t begin, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 3;
  std::uint32_t of = begin;
  if (of > floor && c.doc.lower(of - 1) == "the") --of;
  if (of < floor + 2 || c.doc.lower(of - 1) != "of") return begin;
  for (std::uint32_t back = kLongest; back > 0; --back) {
    if (of < floor + 1 + back) continue;
    TokenRange words;
    if (c.cue(of - 1 - back, c.cues.organ_head, &words) == nullptr) continue;
    if (words.end == of - 1 || words.end > begin) return words.begin;  // "|board of governors|"
  }
  return begin;
}

}  // namespace

ByteSpan words_of_group(const Context& c, const names::Office& office) {
  const ByteSpan words = join(office.words.front(), office.words.back());
  std::uint32_t begin = c.doc.token_at(words.begin);
  const std::uint32_t floor = c.sentence(begin).begin;
  if (begin >= floor + 2 && c.doc.lower(begin - 1) == "and") {
    const std::uint32_t portfolio = portfolio_ending(c, begin - 1);
    if (portfolio < begin - 1) begin = portfolio;
  }
  const std::uint32_t head = council_before(c, begin, floor);
  return {c.doc.span({head, head + 1}).begin, words.end};
}

Named body_before_group(const Context& c, ByteSpan group) {
  const std::uint32_t begin = c.doc.token_at(group.begin);
  if (begin == c.sentence(begin).begin) return {};
  const tagger::Tag* tag = c.tags.covering(begin - 1);
  const bool body = tag != nullptr && tag->label == tagger::Label::body && tag->tokens.end == begin;
  return body && tag->id != npos ? Named{tag->id, c.doc.span(tag->tokens)} : Named{};
}

bool is_joined_group(const Context& c, ByteSpan first, ByteSpan second) {
  const std::uint32_t end = c.doc.token_at(first.end - 1) + 1;
  return c.lower(end) == "and" && c.doc.token_at(second.begin) == end + 1;
}

std::uint32_t behind_apposition(const Context& c, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 5;
  static constexpr std::array<std::string_view, 9> kNouns{"states",    "countries", "neighbours",
                                                          "neighbors", "nations",   "powers",
                                                          "republics", "partners",  "allies"};
  for (std::uint32_t t = begin; t + 1 < std::min(begin + kLongest, end); ++t) {
    const bool plain = c.doc.shape(t) == text::Shape::lower && c.tags.covering(t) == nullptr;
    if (!plain) return begin;
    if (!is_one_of(c.doc.lower(t), kNouns)) continue;
    const std::uint32_t next = c.doc.lower(t + 1) == "," ? t + 2 : t + 1;
    const tagger::Tag* tag = next < end ? c.tags.starting(next) : nullptr;
    return tag != nullptr && tag->label == tagger::Label::state ? next : begin;
  }
  return begin;
}

}  // namespace rapporteur::meetings
