#include "clause/group_words.h"

#include <algorithm>

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

}  // namespace

ByteSpan words_of_group(const Context& c, const names::Office& office) {
  const ByteSpan words = join(office.words.front(), office.words.back());
  std::uint32_t begin = c.doc.token_at(words.begin);
  const std::uint32_t floor = c.sentence(begin).begin;
  if (begin < floor + 2 || c.doc.lower(begin - 1) != "and") return words;
  const std::uint32_t portfolio = portfolio_ending(c, begin - 1);
  if (portfolio == begin - 1) return words;
  return {c.doc.span({portfolio, portfolio + 1}).begin, words.end};
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

}  // namespace rapporteur::meetings
