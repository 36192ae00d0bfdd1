// What is met, as facts: name, organisation, organ, kind, format, ordinal.

#include <algorithm>

#include "draft.h"
#include "identity.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

void add_organisation(const Context& c, const Mention& m, record::Meeting& out) {
  if (out.organisation) return;
  if (m.organisation) {
    out.organisation.set(std::string(c.catalogue.bodies()[m.organisation.id].name),
                         {m.organisation.words}, 0.95F, "meetings/organisation");
    return;
  }
  const catalogue::Index through = organisation_of(c, m);
  if (through == npos) return;
  out.organisation.set(std::string(c.catalogue.bodies()[through].name), {m.organ.words}, 0.8F,
                       "meetings/organisation-of-organ");
}

void add_organ(const Context& c, const Mention& m, record::Meeting& out) {
  if (out.organ) return;
  // "Arab Summit" names the meeting rather than an organ.
  const bool names_meeting =
      m.organ && m.organ.id != npos && c.catalogue.bodies()[m.organ.id].name.ends_with("Summit");
  if (names_meeting) return;
  if (m.organ && m.organ.id != npos) {
    out.organ.set(std::string(c.catalogue.bodies()[m.organ.id].name), {m.organ.words}, 0.9F,
                  "meetings/organ");
  } else if (!m.organ_words.empty()) {
    out.organ.set(m.organ_words, {m.organ_span}, 0.75F, "meetings/organ-words");
  }
}

// The evidence for a name is at most this long.
constexpr std::uint32_t kLongestName = 200;

void add_name(const Context& c, const Mention& m, record::Meeting& out) {
  if (m.verbal) return;
  const ByteSpan span = c.doc.span(m.tokens);
  if (span.size() > kLongestName) return;
  if (out.name && out.name->size() >= span.size()) return;
  std::string words = c.words(span);
  for (const std::string_view article : {"the ", "The ", "a ", "an ", "A ", "its ", "their "}) {
    if (words.starts_with(article)) words.erase(0, article.size());
  }
  out.name.set(std::move(words), {span}, 0.8F, "meetings/name");
}

}  // namespace

void add_identity(const Context& c, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    record::Meeting& out = draft.meeting;
    bool kind_sure = false;
    // A headline shortens names: the text goes first.
    for (const bool headline : {false, true}) {
      for (const std::uint32_t i : draft.mentions) {
        if (drafts.mentions[i].in_headline == headline) add_organ(c, drafts.mentions[i], out);
      }
    }
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      add_organisation(c, m, out);
      if (draft.mentions.size() == 1 || !m.in_headline || !out.name) add_name(c, m, out);
      if (m.ordinal > 0 && !out.ordinal) {
        out.ordinal.set(m.ordinal, {m.ordinal_span}, 0.95F, "meetings/ordinal");
      }
      const bool sure = m.kind != "meeting" && m.kind != "event";
      if (!out.kind || (sure && !kind_sure && identity_of(c, m).of_body())) {
        out.kind.set(kind_of(c, m), {c.doc.span(m.trigger)}, sure ? 0.9F : 0.75F, "meetings/kind");
        kind_sure = sure;
      }
    }
    // A level above decides: heads of state meet in a summit, whatever the report calls it.
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      if (kind_of(c, m) == Kind::summit && out.kind && *out.kind == Kind::session) {
        out.kind.set(Kind::summit, {c.doc.span(m.trigger)}, 0.85F, "meetings/kind-of-level");
      }
    }
  }
}

}  // namespace rapporteur::meetings
