#include "back_reference.h"

namespace rapporteur::meetings {

using record::Kind;

std::size_t BackReference::target(const Mention& m, const Identity& id) const {
  const std::size_t told = told_of(m, id);
  return told != kNone ? told : pointed_at(m, id);
}

// "It was the eighth round of their consultations": what was told right before, by its number.
std::size_t BackReference::told_of(const Mention& m, const Identity& id) const {
  constexpr std::uint32_t kNear = 2;
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  if (id.ordinal == 0 || !m.relation.empty() || m.tokens.begin < begin + 2) return kNone;
  const std::string_view verb = c_.doc.lower(m.tokens.begin - 1);
  const bool future = verb == "be" && m.tokens.begin >= begin + 3;
  const std::uint32_t it_at = m.tokens.begin - (future ? 3 : 2);
  const bool says = future || verb == "was" || verb == "is" || verb == "marked" || verb == "marks";
  const std::string_view it_word = c_.doc.lower(it_at);
  const bool it = it_word == "it" || it_word == "this" || it_word == "that";
  // "the Commission sat in Gaborone; that was its 12th session"
  const bool joined =
      it_at > begin && (c_.doc.lower(it_at - 1) == ";" || c_.doc.lower(it_at - 1) == "," ||
                        c_.doc.lower(it_at - 1) == "and");
  if (!says || !it || (it_at != begin && !joined)) return kNone;
  std::size_t best = kNone;
  std::uint32_t nearest = 0;
  std::uint32_t first = m.trigger.begin;
  for (std::size_t d = oldest_draft(out_); d < out_.drafts.size(); ++d) {
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    const Identity& told = identities_[d];
    const bool near = joined ? last.sentence == m.sentence
                             : last.sentence < m.sentence && last.sentence + kNear >= m.sentence;
    const bool other = told.organisation != npos && id.organisation != npos &&
                       told.organisation != id.organisation;
    const bool numbered = told.ordinal != 0 && told.ordinal != id.ordinal;
    if (!founded_[d] || !near || other || numbered || !last.relation.empty()) continue;
    if (told.kind == Kind::visit || told.kind == Kind::call) continue;
    if (last.sentence < nearest) continue;
    if (last.sentence == nearest && last.trigger.begin >= first) continue;
    best = d;
    nearest = last.sentence;
    first = last.trigger.begin;
  }
  return best;
}

// "|This 26th| Meeting of the Council": the one that was told last, if it has no other number.
std::size_t BackReference::pointed_at(const Mention& m, const Identity& id) const {
  constexpr std::uint32_t kNear = 3;
  if (c_.lower(m.tokens.begin) != "this" || id.ordinal == 0 || out_.drafts.empty()) return kNone;
  for (std::size_t d = out_.drafts.size(); d-- > oldest_draft(out_);) {
    const Identity& told = identities_[d];
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    const bool same = told.organisation == npos || told.organisation == id.organisation;
    const bool meets =
        told.kind == Kind::session || told.kind == Kind::summit || told.kind == Kind::conference;
    const bool near = last.sentence + kNear >= m.sentence && last.relation.empty();
    if (founded_[d] && meets && same && near && told.ordinal == 0) return d;
  }
  return kNone;
}

}  // namespace rapporteur::meetings
