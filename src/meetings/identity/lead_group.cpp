#include "identity/lead_group.h"

#include <algorithm>

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kLead = 3;    // sentences of running text
constexpr std::uint32_t kReach = 24;  // tokens behind the office in which its states may stand

// Whose they are, by the words around the office: an organisation, or states.
void add_owners(const Context& c, LeadGroup& group) {
  const TokenRange s = c.sentence(group.office->tokens.begin);
  const std::uint32_t end = std::min(group.office->tokens.end + kReach, s.end);
  for (std::uint32_t t = s.begin; t < end; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->id == npos) continue;
    const Named named{tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::state || tag->label == Label::nationality) {
      const bool known = std::any_of(group.states.begin(), group.states.end(),
                                     [&](const Named& n) { return n.id == named.id; });
      if (!known) group.states.push_back(named);
    }
    if (tag->label != Label::body || group.organisation) continue;
    const catalogue::Body& body = c.catalogue.bodies()[tag->id];
    const bool whole =
        body.kind == catalogue::BodyKind::organisation || body.kind == catalogue::BodyKind::series;
    if (whole && body.parent == npos) group.organisation = named;
  }
}

// The first of that sentence, if its owners are known.
std::optional<LeadGroup> group_in(const Context& c, std::uint32_t sentence) {
  const TokenRange s = c.doc.sentences()[sentence].tokens;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const names::Office* office = c.cast.office_starting(t);
    if (office == nullptr || !office->plural || office->former || office->words.empty()) continue;
    LeadGroup group{office, sentence, {}, {}};
    if (office->body && office->body.id != npos) group.organisation = office->body;
    if (!group.organisation) add_owners(c, group);
    if (group.organisation || group.states.size() >= 2) return group;
  }
  return std::nullopt;
}

}  // namespace

std::optional<LeadGroup> lead_group(const Context& c) {
  std::uint32_t told = 0;
  std::optional<LeadGroup> headline;
  for (std::uint32_t i = 0; i < c.doc.sentences().size() && told < kLead; ++i) {
    const text::LineRole role = c.doc.sentences()[i].role;
    const bool body = role == text::LineRole::body || role == text::LineRole::item;
    told += body ? 1 : 0;
    if (!body && role != text::LineRole::headline) continue;
    const std::optional<LeadGroup> group = group_in(c, i);
    if (group && body) return group;
    if (group && !headline) headline = group;
  }
  return headline;  // it says less than the text
}

const names::Office* group_called(const Context& c, const Draft& draft) {
  const record::Meeting& m = draft.meeting;
  if (!m.organ || m.organ.evidence.empty()) return nullptr;
  const ByteSpan words = m.organ.evidence.front();
  const names::Office* office = c.cast.office_covering(c.doc.token_at(words.begin));
  if (office == nullptr) office = c.cast.office_covering(c.doc.token_at(words.end - 1));
  return office != nullptr && office->plural && !office->former ? office : nullptr;
}

}  // namespace rapporteur::meetings
