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

bool names_counted_group(const Context& c, TokenRange words) {
  constexpr std::uint32_t kNear = 2;
  for (std::uint32_t t = words.begin; t + 1 < words.end; ++t) {
    if (c.doc.lower(t) != "the" || c.cue(t + 1, c.cues.count) == nullptr) continue;
    for (std::uint32_t at = t + 2; at < t + 2 + kNear; ++at) {
      const names::Office* office = at < c.doc.size() ? c.cast.office_starting(at) : nullptr;
      if (office != nullptr) return office->plural;
    }
  }
  return false;
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

std::uint32_t behind_guest(const Context& c, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::array<std::string_view, 7> kNouns{
      "guest", "visitor", "host", "interlocutor", "colleague", "caller", "ally"};
  std::uint32_t at = c.lower(begin) == "visiting" ? begin + 1 : begin;
  if (at + 1 >= end || !is_one_of(c.doc.lower(at), kNouns)) return begin;
  ++at;
  if (c.doc.lower(at) == "from") {
    at += c.lower(at + 1) == "the" ? 2 : 1;
    const tagger::Tag* tag = at < end ? c.tags.starting(at) : nullptr;
    if (tag == nullptr || tag->label != tagger::Label::state) return begin;
    at = tag->tokens.end;
  }
  if (c.lower(at) == ",") ++at;
  const names::Mention* who = at < end ? c.cast.starting(at) : nullptr;
  return who != nullptr && who->person != kNobody ? at : begin;
}

bool opens_first_of_them(const Context& c, std::uint32_t token) {
  const std::string_view word = c.lower(token);
  return (word == "one" || word == "first") && c.lower(token + 1) == "with";
}

bool opens_next_of_them(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 5> kNext{"other", "another", "second", "third",
                                                         "last"};
  return is_one_of(c.lower(token), kNext) && c.lower(token + 1) == "with";
}

std::uint32_t behind_state_of_next(const Context& c, std::uint32_t begin) {
  const std::string_view word = c.lower(begin);
  const std::string_view before = begin > 0 ? c.doc.lower(begin - 1) : std::string_view();
  if ((word != "of" && word != "from") || (before != "and" && before != ",")) return begin;
  const std::uint32_t state = c.lower(begin + 1) == "the" ? begin + 2 : begin + 1;
  const tagger::Tag* tag = state < c.doc.size() ? c.tags.starting(state) : nullptr;
  if (tag == nullptr || tag->label != tagger::Label::state) return begin;
  const std::uint32_t at = tag->tokens.end + 1;
  const names::Mention* who = at < c.doc.size() ? c.cast.starting(at) : nullptr;
  const bool named = who != nullptr && who->person != kNobody && c.lower(at - 1) == ",";
  return named ? at : begin;
}

}  // namespace rapporteur::meetings
