// What is met, as facts: name, organisation, organ, kind, format, ordinal.

#include "draft.h"
#include "identity/identity.h"
#include "organ/meeting_name.h"
#include "organ/meeting_organ.h"
#include "organ/organisation_of_report.h"

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
  if (through == npos && !m.owner.empty()) {
    out.organisation.set(c.words(m.owner), {m.owner}, 0.8F, "meetings/organisation-words");
  }
  if (through == npos || is_of_few_named(m)) return;
  out.organisation.set(std::string(c.catalogue.bodies()[through].name), {m.organ.words}, 0.8F,
                       "meetings/organisation-of-organ");
}

// The evidence for a name is at most this long.
constexpr std::uint32_t kLongestName = 200;

void add_name(const Context& c, const Mention& m, record::Meeting& out) {
  const TokenRange name = proper_name(c, m);
  if (name.empty()) return;
  const ByteSpan span = c.doc.span(name);
  if (span.size() > kLongestName) return;
  if (out.name && out.name->size() >= span.size()) return;
  out.name.set(c.words(span), {span}, 0.8F, "meetings/name");
}

// Receptions, calls, visits and signings are of people, whatever body is named beside them.
bool is_of_people(const record::Meeting& m) {
  const auto is = [&](Kind kind) { return m.kind && *m.kind == kind; };
  return is(Kind::reception) || is(Kind::call) || is(Kind::visit) || is(Kind::signing);
}

// Name, number and kind, by the mentions in their order.
void add_facts(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& out = draft.meeting;
  bool kind_sure = false;
  bool shortened = false;  // the kind is that of a heading
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = drafts.mentions[i];
    add_organisation(c, m, out);
    if (draft.mentions.size() == 1 || !m.in_headline || !out.name) add_name(c, m, out);
    if (m.ordinal > 0 && !out.ordinal) {
      out.ordinal.set(m.ordinal, {m.ordinal_span}, 0.95F, "meetings/ordinal");
    }
    if (m.closing && out.kind) continue;  // the meeting whose paper is signed
    // A heading shortens: "customs forum", "Forum ministers".
    const bool short_name =
        m.in_headline && m.kind == "conference" && m.ordinal == 0 && draft.mentions.size() > 1;
    const bool sure = m.kind != "meeting" && m.kind != "event" && !short_name;
    const bool talks = out.kind && !kind_sure && (*out.kind == Kind::talks || shortened);
    const bool of_body = !m.owner.empty() || identity_of(c, m).of_body();
    if (!out.kind || ((sure || talks) && !kind_sure && of_body)) {
      out.kind.set(kind_of(c, m), {c.doc.span(m.trigger)}, sure ? 0.9F : 0.75F, "meetings/kind");
      kind_sure = sure;
      shortened = short_name;
    }
  }
}

// A level above decides: heads of state meet in a summit, whatever the report calls it.
void raise_kind(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& out = draft.meeting;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = drafts.mentions[i];
    const bool call = out.kind && *out.kind == Kind::talks && kind_of(c, m) == Kind::call;
    if (call) out.kind.set(Kind::call, {c.doc.span(m.trigger)}, 0.85F, "meetings/kind");
    // "the fifth round of the four" above, their "fifth summit" below
    const bool heading = drafts.mentions[draft.mentions.front()].in_headline && !m.in_headline;
    const bool said = heading && m.kind == "summit" && !m.verbal && m.ordinal > 0 && out.kind &&
                      *out.kind == Kind::talks;
    if (said || (kind_of(c, m) == Kind::summit && out.kind && *out.kind == Kind::session)) {
      out.kind.set(Kind::summit, {c.doc.span(m.trigger)}, 0.85F, "meetings/kind-of-level");
    }
  }
}

}  // namespace

void add_identity(const Context& c, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    add_organ(c, drafts, draft);
    add_facts(c, drafts, draft);
    raise_kind(c, drafts, draft);
  }
  add_leading_group(c, drafts);
  inherit_organisations(c, drafts);
  for (Draft& draft : drafts.drafts) {
    drop_groups(c, drafts, draft);
    add_conference(c, drafts, draft);
    add_row_by_matter(c, drafts, draft);
    record::Meeting& m = draft.meeting;
    drop_what_is_no_organ(c, m);
    if (m.organ && is_of_people(m)) m.organ = {};
    name_organ_of_organisation(c, m);
    settle_kind(m);
    drop_organisation_as_organ(m);
  }
}

}  // namespace rapporteur::meetings
