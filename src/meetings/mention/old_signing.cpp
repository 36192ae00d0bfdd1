// A paper that was signed long before the report, somewhere: "the Convention, signed in Belgrade on
// 19 April 2007", "the agreement was signed in 2004 at Kasane".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far before the verb the paper is named and behind it where and when, in tokens.
constexpr std::uint32_t kPaper = 24;
constexpr std::uint32_t kBehind = 12;

// "signed", "was signed", "initialled"
bool is_signed(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 3> kVerbs{"signed", "initialled", "initialed"};
  for (std::uint32_t t = verb.begin; t < verb.end; ++t) {
    if (is_one_of(c.doc.lower(t), kVerbs)) return true;
  }
  return false;
}

// A treaty, no plan and no minutes.
bool is_paper(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kPapers{
      "treaty",     "agreement", "charter", "convention", "memorandum", "declaration",
      "protocol",   "accord",    "pact",    "covenant",   "document",   "treaties",
      "agreements", "second",    "accords", "statute"};
  return is_one_of(word, kPapers);
}

bool names_paper(const Context& c, std::uint32_t verb) {
  std::uint32_t begin = c.sentence(verb).begin;
  // "X and Y signed a treaty. |It| had been initialled in Lima in May"
  if (c.lower(begin) == "it" && begin > 0) begin = c.sentence(begin - 1).begin;
  for (std::uint32_t back = 1; back <= kPaper && verb >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(verb - back);
    if (word == ";" || word == "who") return false;
    if (is_paper(word)) return true;
  }
  return false;
}

// "signed in 2003 |by three countries|", "|by both governments|"
bool tells_signers(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 8> kSigners{
      "countries", "states", "nations", "governments", "sides", "parties", "presidents", "leaders"};
  constexpr std::uint32_t kNear = 4;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (c.doc.lower(t) != "by") continue;
    for (std::uint32_t at = t + 1; at < std::min(t + 1 + kNear, words.end); ++at) {
      if (is_one_of(c.doc.lower(at), kSigners)) return true;
    }
  }
  return false;
}

// The day is well past: a week or more, where the report has a date.
bool is_long_past(const Context& c, const time::Expression& day) {
  constexpr std::int64_t kWeek = 7;
  const auto days = time::days_of(day.edtf);
  const auto today = time::days_of(c.report.published);
  if (!days) return false;
  if (!today) return day.basis == record::Basis::stated;
  return days->last + kWeek <= today->first;
}

}  // namespace

std::optional<Mention> old_signing(const Context& c, TokenRange verb) {
  const text::LineRole role = c.doc.sentences()[c.doc.sentence_of(verb.begin)].role;
  if (role == text::LineRole::headline || !is_signed(c, verb)) return std::nullopt;
  if (!names_paper(c, verb.begin)) return std::nullopt;
  Mention m;
  m.trigger = verb;
  m.tokens = verb;
  m.kind = "signing";
  m.verbal = true;
  m.fresh = true;
  m.sentence = c.doc.sentence_of(verb.begin);
  const std::uint32_t end = std::min(verb.end + kBehind, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || word == "which" || word == "when" || word == "who" || word == "and") {
      break;
    }
    const std::string_view link = c.doc.lower(t - 1);
    const Tag* tag = c.tags.starting(t);
    if (tag != nullptr && (link == "in" || link == "at" || (link == "," && m.place))) {
      const Named named{tag->id, c.doc.span(tag->tokens)};
      if (tag->label == Label::place && !m.place) m.place = named;
      if (tag->label == Label::state && !m.country) m.country = named;
    }
    const time::Expression* day = c.date_at(t);
    if (day != nullptr && m.time == kNobody) m.time = c.index_of(*day);
  }
  if (m.time == kNobody || !is_long_past(c, c.times[m.time])) return std::nullopt;
  const TokenRange behind{verb.end - 1, end};  // "signed |by|" may be the verb
  if (!m.place && !m.country && !tells_signers(c, behind)) return std::nullopt;
  return m;
}

}  // namespace rapporteur::meetings
