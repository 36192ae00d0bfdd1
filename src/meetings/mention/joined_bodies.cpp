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

}  // namespace rapporteur::meetings
