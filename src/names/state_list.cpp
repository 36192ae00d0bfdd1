#include "state_list.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;

// "of", "from", "representing": what joins a group and those who send it.
bool StateLists::leads_to_senders(std::uint32_t at) const {
  return lower(at) == "of" || lower(at) == "from" || lower(at) == "representing";
}

// "representing |the Governments of| Palau and Tuvalu": behind those who send, or `at`.
std::uint32_t StateLists::behind_governments(std::uint32_t at) const {
  const std::uint32_t noun = lower(at) == "the" ? at + 1 : at;
  const bool senders = lower(noun) == "governments" || lower(noun) == "government";
  return senders && lower(noun + 1) == "of" ? noun + 2 : at;
}

// "of Uzbekistan, Kazakhstan, the Kyrgyz Republic and Turkmenistan" from `at` on.
void StateLists::after(std::uint32_t at, Mention& m) const {
  if (lower(at) == "or" && lower(at + 1) == "their") at += 3;  // "ministers or their deputies from"
  if (governments(at, m)) return;
  const std::uint32_t counted = behind_count(at);
  const bool bracket = lower(at) == "(" && n_.state_at(n_.behind_the(at + 1));
  const bool list = lower(at) == ":" || bracket;  // "three presidents (Peru, Chile and Oman)"
  if (list && lower(at + 1) == "those") ++at;     // "Presidents: those of Iraq and Tunisia"
  if (counted > at) {
    at = counted;
  } else if (leads_to_senders(at) || list) {
    at = behind_governments(at + (list && lower(at) == "those" ? 2 : 1));
  } else if (m.states.empty()) {
    return;
  }
  while (at < doc_.size() && same_sentence(m.tokens.begin, at)) {
    std::uint32_t next = at;
    while (lower(next) == "," || lower(next) == "and" || lower(next) == ";" ||
           lower(next) == "as" || lower(next) == "well") {
      ++next;
    }
    if (next > at && (lower(next) == "of" || lower(next) == "from")) ++next;  // "and of Peru"
    next = n_.behind_the(next);
    const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
    if (tag == nullptr || !names_state(*tag, m)) break;
    m.states.push_back({tag->id, doc_.span(tag->tokens)});
    at = tag->tokens.end;
    if (lower(at) == "(" && lower(at + 2) == ")") at += 3;  // "Belize (virtual);"
  }
  if (!m.states.empty()) m.tokens.end = std::max(m.tokens.end, at);
}

// "from |the Irish and British governments|": as adjectives, in front of those who send.
bool StateLists::governments(std::uint32_t at, Mention& m) const {
  static constexpr std::array<std::string_view, 5> kSenders{"governments", "government",
                                                            "authorities", "sides", "side"};
  if (!leads_to_senders(at)) return false;
  std::vector<Named> states;
  std::uint32_t t = n_.behind_the(at + 1);
  while (t < doc_.size() && same_sentence(at, t)) {
    const Named state = n_.state_at(t);
    if (state) {
      states.push_back(state);
      t = t_.tags.starting(t)->tokens.end;
      continue;
    }
    const bool joint = lower(t) == "," || lower(t) == "and";
    if (!joint || states.empty()) break;
    t = n_.behind_the(t + 1);
  }
  const std::string_view sender = lower(t);
  const bool sent = std::find(kSenders.begin(), kSenders.end(), sender) != kSenders.end();
  if (states.empty() || !sent || !same_sentence(at, t)) return false;
  m.states.insert(m.states.end(), states.begin(), states.end());
  m.tokens.end = std::max(m.tokens.end, t + 1);
  return true;
}

// "Portugal, |Czech|, Estonia": in a list also an adjective is one.
bool StateLists::names_state(const Tag& tag, const Mention& m) const {
  if (tag.label == Label::state) return true;
  const std::string_view next = lower(tag.tokens.end);
  return tag.label == Label::nationality && !m.states.empty() && (next == "," || next == "and");
}

// "countries |affected by the storm|, including A and B": behind what tells which, or `at`.
std::uint32_t StateLists::behind_remark(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 9;
  for (std::uint32_t t = at; t < at + kLongest && same_sentence(at, t); ++t) {
    if (lower(t) == ",") return lower(t + 1) == "including" || lower(t + 1) == "namely" ? t : at;
    if (t_.tags.covering(t) != nullptr && n_.state_at(t)) return at;
  }
  return at;
}

// "members |of the Union|, A and B": behind the body whose they are, or `at`.
std::uint32_t StateLists::behind_body(std::uint32_t at) const {
  if (lower(at) != "of") return at;
  const std::uint32_t begin = n_.behind_the(at + 1);
  const Tag* body = begin < doc_.size() ? t_.tags.starting(begin) : nullptr;
  return body != nullptr && body->label == Label::body ? body->tokens.end : at;
}

// "prime ministers of six countries: |A, B and C|": where the list starts, or `at`.
std::uint32_t StateLists::behind_count(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 6;
  if (!leads_to_senders(at)) return at;
  for (std::uint32_t t = at + 1; t < at + kReach && same_sentence(at, t); ++t) {
    const std::string_view word = lower(t);
    const bool states =
        word == "countries" || word == "states" || word == "nations" || word == "members";
    if (!states || t_.tags.covering(t) != nullptr) continue;  // "the United |States|, China"
    std::uint32_t end = behind_remark(behind_body(t + 1));
    if (lower(end) == "," || lower(end) == "(" || lower(end) == "-" || lower(end) == ":") ++end;
    if (lower(end) == "namely" || lower(end) == "including") ++end;
    const Tag* tag = end < doc_.size() ? t_.tags.starting(end) : nullptr;
    const bool named = end > t + 1 && tag != nullptr && tag->label == Label::state;
    return named ? end : at;
  }
  return at;
}

// "the Russian, Turkish and Iranian" right before `begin`.
void StateLists::before(std::uint32_t begin, Mention& m) const {
  for (;;) {
    while (begin > 0 && (lower(begin - 1) == "and" || lower(begin - 1) == ",")) --begin;
    if (begin > 0 && lower(begin - 1) == "'s") --begin;  // "Iran|'s| and Iraq's ministers"
    const Named state = begin > 0 ? n_.state_covering(begin - 1) : Named{};
    if (!state || !same_sentence(begin - 1, m.tokens.begin)) return;
    m.states.insert(m.states.begin(), state);
    begin = t_.tags.covering(begin - 1)->tokens.begin;
    m.tokens.begin = begin;
    if (begin == 0 || (lower(begin - 1) != "and" && lower(begin - 1) != ",")) return;
  }
}

std::optional<Mention> StateLists::those_of(const Mention& group) const {
  constexpr std::uint32_t kReach = 40;  // tokens from the office to "those"
  const std::uint32_t from = group.tokens.end;
  for (std::uint32_t t = from; t < from + kReach && t + 1 < doc_.size(); ++t) {
    if (doc_.sentence_of(t) - doc_.sentence_of(group.tokens.begin) > 1) break;
    const std::uint32_t other = n_.office_after(t);
    if (other != kNobody && n_.offices[other].plural) break;  // those are of these
    if (lower(t) != "those" || (lower(t + 1) != "of" && lower(t + 1) != "from")) continue;
    Mention those = group;
    those.tokens = {t, t + 1};
    after(t + 1, those);
    if (!those.states.empty()) return those;
  }
  return std::nullopt;
}

}  // namespace rapporteur::names
