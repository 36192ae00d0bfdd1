// Two bodies that met, each for itself: "The Technical Committee and the Council of Ministers met
// in Cotonou".

#include "mention/joined_bodies.h"

#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// A council, commission or committee by its name: no union or state, which meets others.
bool is_council(const Context& c, const Tag& tag) {
  if (tag.label != Label::body) return false;
  if (tag.id != npos && names_organ(c, tag)) return true;
  static constexpr std::array<std::string_view, 5> kHeads{"commission", "commissions", "committee",
                                                          "council", "board"};
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    if (is_one_of(c.doc.lower(t), kHeads)) return true;
  }
  return false;
}

// "met |together|", "met |jointly|", "held a |joint| session": once for both.
bool is_joint(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 5;
  const std::uint32_t end = std::min(m.trigger.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.begin; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool here = t < m.trigger.begin ? word == "jointly" : true;
    const bool both = word == "together" || word == "jointly" || word == "joint" || word == "each";
    if ((here && both) || (t >= m.trigger.end && word == "with")) return true;
  }
  return false;
}

// The council that "and" joins to the one that begins at `second`; or null.
const Tag* council_before(const Context& c, const Mention& m, std::uint32_t second) {
  std::uint32_t at = second;
  if (at > m.tokens.begin && c.doc.lower(at - 1) == "the") --at;
  if (at < m.tokens.begin + 2 || c.doc.lower(at - 1) != "and") return nullptr;
  const Tag* tag = c.tags.covering(at - 2);
  const bool council = tag != nullptr && tag->tokens.end == at - 1 && is_council(c, *tag);
  return council ? tag : nullptr;
}

// The mention with another body; the organisation of both, where it is named behind the second.
Mention of_body(const Context& c, const Mention& m, const Tag& tag, bool shared) {
  Mention one = m;
  const Named named{tag.id, c.doc.span(tag.tokens)};
  const bool whole = tag.id != npos && !names_organ(c, tag);
  one.fresh = true;
  one.organ = {};
  one.organ_words.clear();
  one.organ_span = {};
  if (!shared) one.organisation = {};
  if (!shared) one.owner = {};
  if (whole) {
    one.organisation = named;
    return one;
  }
  if (tag.id != npos) one.organ = named;
  one.organ_span = named.words;
  one.organ_words = c.words(named.words);
  return one;
}

}  // namespace

bool keep_joined_bodies(const Context& c, const Mention& m, std::vector<Mention>& out) {
  if (!m.verbal || m.kind != "meeting" || !m.people.empty() || is_joint(c, m)) return false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    const Tag* second = c.tags.starting(t);
    if (second == nullptr || !is_council(c, *second)) continue;
    const Tag* first = council_before(c, m, t);
    if (first == nullptr) continue;
    const bool shared = c.lower(second->tokens.end) == "of" && first->id == npos;
    out.push_back(of_body(c, m, *first, shared));
    const bool owned = c.lower(second->tokens.end) == "of";
    out.push_back(owned ? m : of_body(c, m, *second, false));
    return true;
  }
  return false;
}

namespace {

// The organisation named right before `end`, over a word that joins it to the next; or null.
const Tag* owner_joined_before(const Context& c, std::uint32_t begin, std::uint32_t floor) {
  static constexpr std::array<std::string_view, 4> kJoints{"and", "-", "–", "/"};
  if (begin < floor + 2 || !is_one_of(c.doc.lower(begin - 1), kJoints)) return nullptr;
  const Tag* tag = c.tags.covering(begin - 2);
  const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
  return body && tag->tokens.end == begin - 1 && !names_organ(c, *tag) ? tag : nullptr;
}

// "the |foreign ministers|", "EU |foreign ministers|": those who meet, without whose they are.
TokenRange people_in(const Context& c, TokenRange organ) {
  for (std::uint32_t t = organ.begin; t < organ.end; ++t) {
    const names::Office* office = c.cast.office_covering(t);
    if (office == nullptr || office->words.empty()) continue;
    const ByteSpan words = join(office->words.front(), office->words.back());
    if (!office->plural) return {};
    return {c.doc.token_at(words.begin), c.doc.token_at(words.end - 1) + 1};
  }
  const bool several = c.doc.lower(organ.end - 1) == "ministers";
  const bool owned = c.doc.shape(organ.begin) == text::Shape::upper && organ.size() > 1;
  return several && owned ? TokenRange{organ.begin + 1, organ.end} : TokenRange{};
}

}  // namespace

void take_first_owner(const Context& c, Mention& m) {
  const bool group = m.organ || !m.organ_words.empty();
  if (!group || m.ordinal > 0 || m.kind == "visit") return;
  const ByteSpan words = m.organ ? m.organ.words : m.organ_span;
  const std::uint32_t begin = c.doc.token_at(words.begin);
  const std::uint32_t end = c.doc.token_at(words.end - 1) + 1;
  const std::uint32_t floor = c.sentence(begin).begin;
  const Tag* second = c.tags.covering(begin);
  const bool inside = second != nullptr && second->label == Label::body && second->id != npos;
  if (!inside) second = begin > floor ? c.tags.covering(begin - 1) : nullptr;
  if (second == nullptr || second->label != Label::body || second->id == npos) return;
  const Tag* first = owner_joined_before(c, second->tokens.begin, floor);
  if (first == nullptr) return;
  const TokenRange group_words = people_in(c, {begin, end});
  if (m.organ && group_words.empty()) return;
  m.organisation = {first->id, c.doc.span(first->tokens)};
  if (!m.organ) return;
  m.organ = {};
  m.organ_span = c.doc.span(group_words);
  m.organ_words = c.words(m.organ_span);
}

}  // namespace rapporteur::meetings
