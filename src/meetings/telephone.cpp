// Talks by telephone are a call, whatever their verb.

#include <algorithm>

#include "mention_parts.h"

namespace rapporteur::meetings {

namespace {

// "X spoke on telephone today with Y".
bool says_telephone(const Context& c, const Mention& m) {
  for (std::uint32_t t = m.trigger.begin; t < m.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "telephone" || word == "phone") return true;
  }
  return false;
}

// "|Over the telephone|, X and Y talked": a sentence that opens with the means.
bool opens_on_telephone(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  const TokenRange s = c.sentence(m.trigger.begin);
  const bool dated = c.dateline.begin >= s.begin && c.dateline.end <= m.trigger.begin;
  std::uint32_t begin = dated ? std::max(s.begin, c.dateline.end) : s.begin;
  while (begin < m.trigger.begin && c.doc.is_punctuation(begin)) ++begin;
  const std::string_view first = c.lower(begin);
  if (first != "over" && first != "by" && first != "on" && first != "in" && first != "during") {
    return false;
  }
  for (std::uint32_t t = begin; t < std::min(begin + kNear, m.trigger.begin); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ",") return false;
    if (word == "telephone" || word == "phone") return true;
  }
  return false;
}

}  // namespace

bool is_on_telephone(const Context& context, const Mention& mention) {
  return says_telephone(context, mention) || opens_on_telephone(context, mention);
}

}  // namespace rapporteur::meetings
