#include "mention/numbered_body.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kLongestName = 8;  // tokens
constexpr std::uint32_t kSubject = 20;     // tokens from the first side to the verb

// The capitals from `token` on that end in the noun of a body; empty if they do not, or if they
// name something of one state.
TokenRange name_at(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> kJoints{"of", "for", "on", "and"};
  static constexpr std::array<std::string_view, 5> kDomestic{"national", "federal", "state",
                                                             "provincial", "cabinet"};
  const std::uint32_t end = std::min(token + kLongestName, c.sentence(token).end);
  std::uint32_t last = token;
  for (std::uint32_t t = token; t < end; ++t) {
    const bool capital = c.doc.is_capital(t);
    if (!capital && c.doc.lower(t) != "-" && !is_one_of(c.doc.lower(t), kJoints)) break;
    if (is_one_of(c.doc.lower(t), kDomestic)) return {};
    if (c.cue(t, c.cues.head) != nullptr && c.doc.lower(t) != "ministerial") return {};
    TokenRange words;
    if (capital && c.cue(t, c.cues.organ_head, &words) != nullptr) last = std::max(last, words.end);
  }
  return last > token + 1 ? TokenRange{token, last} : TokenRange{};
}

// The number before the name, over "bilateral" and the like.
Ordinal number_before(const Context& c, std::uint32_t name) {
  constexpr std::uint32_t kMostAdjectives = 2;
  const std::uint32_t begin = c.sentence(name).begin;
  for (std::uint32_t at = name; at > begin && name - at <= kMostAdjectives; --at) {
    const Ordinal number = ordinal_before(c.doc, at, begin);
    if (number.value > 0) return number;
    if (c.doc.shape(at - 1) != text::Shape::lower || is_determiner(c.doc.lower(at - 1))) break;
  }
  return {};
}

// The states and organisations named in `range`, each once.
void add_sides(const Context& c, TokenRange range, Mention& m) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->id == npos) continue;
    const Named named{tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::body && !m.organisation && !names_organ(c, *tag)) {
      m.organisation = named;
    }
    if (tag->label != Label::state) continue;
    const bool known = std::any_of(m.states.begin(), m.states.end(),
                                   [&](const Named& other) { return other.id == named.id; });
    if (!known) m.states.push_back(named);
  }
}

// "A and B |held| the 3rd", with the number at `number`: those before the verb.
bool take_subject(const Context& c, std::uint32_t number, Mention& m) {
  static constexpr std::array<std::string_view, 7> kHolds{
      "held", "hold", "holds", "holding", "convened", "celebrated", "opened"};
  const std::uint32_t begin = c.sentence(number).begin;
  std::uint32_t verb = number;
  while (verb > begin && is_determiner(c.doc.lower(verb - 1))) --verb;
  if (verb == begin || !is_one_of(c.doc.lower(--verb), kHolds)) return false;
  add_sides(c, {verb > begin + kSubject ? verb - kSubject : begin, verb}, m);
  return true;
}

// "|between A and B| took place": those behind the name, and a verb that tells of a session.
bool take_between(const Context& c, std::uint32_t end, Mention& m) {
  const std::uint32_t limit = std::min(end + kSubject, c.sentence(m.trigger.begin).end);
  if (c.lower(end) != "between") return false;
  for (std::uint32_t t = end + 1; t < limit; ++t) {
    const lexicon::Cue* set = c.cue(t, c.cues.event_verb);
    if (set == nullptr && c.cue(t, c.cues.convening) == nullptr) continue;
    add_sides(c, {end + 1, t}, m);
    return true;
  }
  return false;
}

}  // namespace

std::optional<Mention> numbered_body(const Context& c, std::uint32_t token) {
  if (!c.doc.is_capital(token)) return std::nullopt;
  const Ordinal number = number_before(c, token);
  const TokenRange name = number.value > 0 ? name_at(c, token) : TokenRange{};
  if (name.empty()) return std::nullopt;
  Mention m;
  m.tokens = {number.tokens.begin, name.end};
  m.trigger = name;
  m.sentence = c.doc.sentence_of(token);
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.kind = "meeting";
  m.organ_span = c.doc.span(name);
  m.organ_words = c.words(m.organ_span);
  m.ordinal = number.value;
  m.ordinal_span = c.doc.span(number.tokens);
  if (!take_subject(c, number.tokens.begin, m) && !take_between(c, name.end, m)) {
    return std::nullopt;
  }
  const std::size_t sides = m.states.size() + (m.organisation ? 1 : 0);
  return sides >= 2 ? std::optional<Mention>(m) : std::nullopt;
}

}  // namespace rapporteur::meetings
