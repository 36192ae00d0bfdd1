#include "organ/named_circle.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// A name in capitals that is neither a state's nor a town's nor a person's.
bool may_name_circle(const Context& c, std::uint32_t token) {
  if (c.cue(token, c.cues.circle) != nullptr && c.doc.is_capital(token)) return true;
  if (is_determiner(c.doc.lower(token))) return false;
  if (!c.doc.is_capital(token) || c.doc.shape(token) == text::Shape::number) return false;
  if (c.time_at(token) != nullptr || c.cast.covering(token) != nullptr) return false;
  if (c.matches.find(token, lexicon::Channel::honorific) != nullptr) return false;
  const Tag* tag = c.tags.covering(token);
  if (tag == nullptr) return true;
  const bool unknown = tag->id == npos;
  return unknown && (tag->label == Label::place || tag->label == Label::body);
}

// "|the Sahel| transport ministers": no more than one word of what they are in charge of between.
bool stands_before(const Context& c, TokenRange group) {
  const std::uint32_t begin = c.sentence(group.begin).begin;
  // "|Nordic| defence ministers", first in the sentence, by the table alone
  if (group.begin == begin + 1) return c.cue(begin, c.cues.circle) != nullptr;
  if (group.begin <= begin) return false;
  const bool shouted = c.doc.shape(group.begin) == text::Shape::upper;
  return !shouted && may_name_circle(c, group.begin - 1) && !c.doc.is_punctuation(group.begin - 1);
}

// "|the Northern Corridor|", "|the Sahel countries|" behind a group and its link.
struct Region {
  bool named = false;      // it has a name
  bool countries = false;  // of which the words say that it is some countries
};

Region region_behind(const Context& c, TokenRange group) {
  static constexpr std::array<std::string_view, 4> kLinks{"of", "from", "in", "across"};
  static constexpr std::array<std::string_view, 3> kStates{"countries", "states", "nations"};
  static constexpr std::array<std::string_view, 3> kAreas{"region", "basin", "area"};
  if (!is_one_of(c.lower(group.end), kLinks)) return {};
  std::uint32_t at = group.end + 1;
  const bool article = c.lower(at) == "the";
  if (article) ++at;
  if (c.cue(at, c.cues.count) != nullptr) ++at;  // "of the |five| Central Asian states"
  if (at >= c.sentence(group.begin).end || !may_name_circle(c, at)) return {};
  std::uint32_t end = at;
  while (end < c.sentence(at).end && c.doc.is_capital(end)) ++end;
  const bool countries = is_one_of(c.lower(end), kStates);
  return {article || countries || is_one_of(c.lower(end), kAreas), countries};
}

// "ministers for |Nordic| cooperation"
bool stands_inside(const Context& c, TokenRange group) {
  for (std::uint32_t t = group.begin; t < group.end; ++t) {
    if (c.doc.is_capital(t) && c.cue(t, c.cues.circle) != nullptr) return true;
  }
  return false;
}

}  // namespace

bool is_of_named_circle(const Context& context, TokenRange group) {
  return stands_inside(context, group) || stands_before(context, group) ||
         region_behind(context, group).named;
}

bool is_of_countries_of_circle(const Context& context, TokenRange group) {
  return region_behind(context, group).countries;
}

}  // namespace rapporteur::meetings
