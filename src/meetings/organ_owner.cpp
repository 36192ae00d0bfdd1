// The organisations that no table knows, of whose organs a report speaks.

#include <map>
#include <string>

#include "draft.h"
#include "nominal_words.h"

namespace rapporteur::meetings {

namespace {

// "Council of Ministers of the |Inland Waters Cooperation Organisation|": whose organ it is.
void take_out_owner(const Context& c, Mention& m) {
  if (m.organ_words.empty() || m.organisation || !m.owner.empty()) return;
  const std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  const bool closed = c.cue(end - 1, c.cues.organisation_head) != nullptr;
  for (std::uint32_t of = end; of-- > begin + 1;) {
    if (c.doc.lower(of) != "of") continue;
    const std::uint32_t name = c.doc.lower(of + 1) == "the" ? of + 2 : of + 1;
    const lexicon::Cue* head = c.cue(name, c.cues.organisation_head);
    const bool opened = head != nullptr && head->value == "both";
    if (!c.doc.is_capital(name) || name + 1 >= end || (!closed && !opened)) continue;
    if (c.doc.lower(name) == "national") return;
    m.owner = c.doc.span({name, end});
    m.organ_span.end = c.doc.span({of - 1, of}).end;
    m.organ_words = c.words(m.organ_span);
    return;
  }
}

// The short names that the report defines: "Inland Waters Cooperation Organisation (IWCO)" ->
// {"iwco": the full name}.
std::map<std::string_view, ByteSpan> short_names(const Context& c) {
  std::map<std::string_view, ByteSpan> out;
  for (const tagger::Tag& tag : c.tags.all()) {
    const std::uint32_t open = tag.tokens.end;
    const bool bracket = c.lower(open) == "(" && c.lower(open + 2) == ")";
    if (!bracket || !names_unknown_organisation(c, tag)) continue;
    if (c.doc.shape(open + 1) != text::Shape::upper) continue;
    out.try_emplace(c.doc.lower(open + 1), c.doc.span(tag.tokens));
  }
  return out;
}

// "|IWCO| Council of Ministers", "Council of Ministers of the |IWCO|"
void take_out_short_owner(const Context& c, const std::map<std::string_view, ByteSpan>& names,
                          Mention& m) {
  if (names.empty() || m.organ_words.empty() || m.organisation || !m.owner.empty()) return;
  std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
  std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  const auto front = names.find(c.doc.lower(begin));
  const auto back = names.find(c.doc.lower(end - 1));
  if (front != names.end() && end - begin > 1) {
    m.owner = front->second;
    ++begin;
  } else if (back != names.end() && end - begin > 1) {
    m.owner = back->second;
    --end;
    while (end > begin + 1 && (c.doc.lower(end - 1) == "the" || c.doc.lower(end - 1) == "of"))
      --end;
  }
  if (m.owner.empty()) return;
  m.organ_span = c.doc.span({begin, end});
  m.organ_words = c.words(m.organ_span);
}

}  // namespace

void split_owners(const Context& context, std::vector<Mention>& mentions) {
  const std::map<std::string_view, ByteSpan> names = short_names(context);
  for (Mention& m : mentions) {
    take_out_owner(context, m);
    take_out_short_owner(context, names, m);
  }
}

}  // namespace rapporteur::meetings
