// The body that stands before a word of its clause, and whose it is.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/treaty_parties.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

// The organisation whose name starts at `token`, or nothing.
Named Clause::body_at(std::uint32_t token) const {
  const lexicon::Match* m = c_.matches.find(token, lexicon::Channel::body);
  const catalogue::Index body = m == nullptr ? npos : c_.catalogue.body_names()[m->id].body;
  if (body == npos || c_.catalogue.bodies()[body].kind != catalogue::BodyKind::organisation) {
    return {};
  }
  return {body, c_.doc.span(m->tokens)};
}

// "the |SADC| Council", of which no table knows: where the organisation ends that opens its name;
// else where the name begins.
std::uint32_t Clause::owner_within(const Tag& tag) const {
  const Named owner = tag.id == npos ? body_at(tag.tokens.begin) : Named{};
  const std::uint32_t end =
      owner ? c_.matches.find(tag.tokens.begin, lexicon::Channel::body)->tokens.end
            : tag.tokens.begin;
  return end < tag.tokens.end ? end : tag.tokens.begin;
}

// "the |SADC| Council", "the |East African Community|'s Council": the organisation whose name ends
// at `end`; or null.
const Tag* Clause::organisation_ending(std::uint32_t end) const {
  const bool owns =
      end > s_.begin + 1 && (c_.doc.lower(end - 1) == "'s" || c_.doc.lower(end - 1) == "’s");
  if (owns) --end;
  const Tag* owner = end > s_.begin ? c_.tags.covering(end - 1) : nullptr;
  const bool known = owner != nullptr && owner->label == Label::body && owner->id != npos &&
                     owner->tokens.end == end;
  return known && !names_organ(c_, *owner) ? owner : nullptr;
}

// "|The parties to the Lusaka Agreement| met": false where no treaty is named.
bool Clause::treaty_parties(std::uint32_t end) {
  const TokenRange parties = m_.kind == "meeting" ? treaty_parties_before(c_, end) : TokenRange{};
  if (parties.empty()) return false;
  m_.group = true;
  take_words(parties);
  m_.tokens.begin = std::min(m_.tokens.begin, parties.begin);
  return true;
}

// "|the Joint Commission| of the two Foreign Ministries": the body whose sides are named at `tag`;
// or null.
const Tag* Clause::body_of_ministries(const Tag& tag) const {
  static constexpr std::array<std::string_view, 8> kBetween{"the",    "two", "both", "three",
                                                            "states", "'",   "'s",   "countries"};
  bool sides = false;
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    sides = sides || c_.doc.lower(t) == "ministries" || c_.doc.lower(t) == "governments";
  }
  std::uint32_t at = tag.tokens.begin;
  while (sides && at > s_.begin && is_one_of(c_.doc.lower(at - 1), kBetween)) --at;
  if (!sides || at < s_.begin + 2) return nullptr;
  if (c_.doc.lower(at - 1) != "of" && c_.doc.lower(at - 1) != "between") return nullptr;
  const Tag* whole = c_.tags.covering(at - 2);
  const bool body = whole != nullptr && whole->label == Label::body;
  return body && whole->tokens.end == at - 1 ? whole : nullptr;
}

bool Clause::body_before(std::uint32_t end) {
  for (std::uint32_t t = end; t > s_.begin && end - t < kSubjectReach; --t) {
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag != nullptr && tag->label == Label::body && tag->tokens.end == t) {
      if (const TokenRange whole = headed_whole(*tag); !whole.empty()) {
        take_words(whole);
        return true;
      }
      // "the Council of Ministers of the Economic Cooperation Organization (|ECO|)"
      const bool short_form =
          tag->tokens.begin > s_.begin + 1 && c_.doc.lower(tag->tokens.begin - 1) == "(";
      const Tag* full = short_form ? c_.tags.covering(tag->tokens.begin - 2) : nullptr;
      const bool named = full != nullptr && full->label == Label::body && full->id != npos;
      if (named && (tag->id == npos || names_organ(c_, *full))) tag = full;
      take(*tag);
      take_members(tag->tokens.end);
      // "the Ministerial Council of the GCC ... its 157th session"
      const std::uint32_t begin = full != nullptr ? full->tokens.begin : tag->tokens.begin;
      std::uint32_t of = begin;
      while (of > s_.begin && c_.doc.lower(of - 1) == "the") --of;
      const bool owned = of > s_.begin + 1 && c_.doc.lower(of - 1) == "of";
      const Tag* part = owned ? c_.tags.covering(bracket_before(c_, of - 1) - 1) : nullptr;
      const bool other = part != nullptr && part->id != npos && m_.organisation &&
                         c_.catalogue.bodies()[part->id].parent != m_.organisation.id;
      if (part != nullptr && part->label == Label::body && !other) take(*part);
      const TokenRange organ = organ_before(begin);
      if (!m_.organ && !organ.empty()) take_words(organ, true);
      return true;
    }
    if (is_generic_body(t - 1)) {
      take_words({t - 1, t});
      return true;
    }
    if (c_.doc.lower(t - 1) == ";") return false;
  }
  return false;
}

}  // namespace rapporteur::meetings
