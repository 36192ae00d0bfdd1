#include "organ/organisation_of_report.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "nominal/nominal_words.h"
#include "organ/founding.h"
#include "organ/named_circle.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

// The one organisation of the report, where none is named beside a meeting: that of the main
// meeting, or the one that the report names most.
struct Owner {
  catalogue::Index body = npos;
  ByteSpan words;
};

Owner most_named(const Context& c) {
  std::map<catalogue::Index, std::pair<int, ByteSpan>> counts;
  for (const tagger::Tag& tag : c.tags.all()) {
    if (tag.label != tagger::Label::body || tag.id == npos) continue;
    const text::LineRole role = c.doc.sentences()[c.doc.sentence_of(tag.tokens.begin)].role;
    if (role == text::LineRole::teaser || role == text::LineRole::boilerplate) continue;
    const catalogue::Body& body = c.catalogue.bodies()[tag.id];
    const catalogue::Index whole = body.parent != npos ? body.parent : tag.id;
    const catalogue::BodyKind kind = c.catalogue.bodies()[whole].kind;
    const bool circle = kind == catalogue::BodyKind::series &&
                        c.catalogue.bodies()[whole].meeting == catalogue::MeetingKind::unknown;
    if (kind != catalogue::BodyKind::organisation && !circle) continue;
    auto& entry = counts.try_emplace(whole, 0, c.doc.span(tag.tokens)).first->second;
    ++entry.first;
  }
  Owner out;
  int best = 1;  // once is by the way
  for (const auto& [body, entry] : counts) {
    if (entry.first <= best) continue;
    best = entry.first;
    out = {body, entry.second};
  }
  return out;
}

// "the Technical Committee", "the Committee of Experts": what prepares or carries out what others
// decide, in any organisation as well as between two states.
bool is_auxiliary_body(std::string_view words) {
  static constexpr std::array<std::string_view, 10> kFirst{
      "technical ",    "steering ", "preparatory ",  "coordination ", "coordinating ",
      "consultative ", "expert ",   "committee of ", "council of ",   "executive "};
  return std::any_of(kFirst.begin(), kFirst.end(),
                     [&](std::string_view first) { return words.starts_with(first); });
}

// "|A summit| in N'Djamena follows in 2020": whose leaders meet, a report on their organisation
// need not say.
bool is_summit_to_follow(const Mention& m) {
  const bool placed = m.time != kNobody || m.place || m.country;
  return m.kind == "summit" && !m.verbal && placed && m.states.empty() && m.people.empty();
}

// A session or summit of an organ, of which the words do not say that it belongs to two states.
bool lacks_organisation(const Context& c, const Drafts& drafts, const Draft& draft,
                        catalogue::Index owner) {
  const record::Meeting& m = draft.meeting;
  if (m.organisation || !m.kind) return false;
  if (*m.kind != Kind::session && *m.kind != Kind::summit && *m.kind != Kind::conference) {
    return false;
  }
  const lexicon::CueClass organ_head = c.cues.organ_head;
  bool of_row = m.organ || m.ordinal;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& mention = drafts.mentions[i];
    if (is_of_few_named(mention)) return false;
    const bool series = mention.organ && mention.organ.id != npos &&
                        c.catalogue.bodies()[mention.organ.id].kind == catalogue::BodyKind::series;
    if (series) return false;
    of_row = of_row || !mention.relation.empty() || (mention.definite && !mention.verbal) ||
             mention.top_level || is_summit_to_follow(mention) || is_sort_of_session(c, mention);
    if (mention.organ_words.empty()) continue;
    const std::uint32_t end = c.doc.token_at(mention.organ_span.end - 1) + 1;
    const std::uint32_t begin = c.doc.token_at(mention.organ_span.begin);
    if (is_of_countries_of_circle(c, {begin, end})) return false;
    for (std::uint32_t t = begin; t < end; ++t) {
      const lexicon::Cue* cue = c.cue(t, organ_head);
      // Any organisation may have a Council of Ministers, also one that no table knows.
      const bool own =
          owner == npos
              ? c.catalogue.find_generic_organ(catalogue::fold(mention.organ_words)) != nullptr
              : c.catalogue.find_organ(owner, mention.organ_words) != npos;
      const bool joint = cue != nullptr && cue->value == "joint" && !own &&
                         !is_auxiliary_body(catalogue::fold(mention.organ_words));
      const tagger::Tag* tag = c.tags.covering(t);
      const bool state = tag != nullptr && (tag->label == tagger::Label::state ||
                                            tag->label == tagger::Label::nationality);
      if (joint || state) return false;
    }
  }
  return of_row;
}

// Ministers or their deputies, of whom a level of meetings is.
bool is_ministerial(const Context& c, const names::Office& office) {
  if (office.office == npos || !office.plural || office.words.empty() || office.former)
    return false;
  const catalogue::OfficeLevel level = c.catalogue.offices()[office.office].level;
  return level == catalogue::OfficeLevel::minister ||
         level == catalogue::OfficeLevel::deputy_minister;
}

// "The interior ministers of the Visegrad Group": the first of whom the report tells where it says
// what it is about, for the main meeting; or null.
const names::Office* leading_group(const Context& c) {
  constexpr std::uint32_t kLead = 3;  // sentences of the text
  std::uint32_t told = 0;
  for (std::uint32_t s = 0; s < c.doc.sentences().size() && told < kLead; ++s) {
    const text::LineRole role = c.doc.sentences()[s].role;
    if (role != text::LineRole::body) continue;
    ++told;
    for (std::uint32_t t = c.doc.sentences()[s].tokens.begin; t < c.doc.sentences()[s].tokens.end;
         ++t) {
      const names::Office* office = c.cast.office_starting(t);
      if (office == nullptr || !is_ministerial(c, *office)) continue;
      return office->body && office->body.id != npos ? office : nullptr;
    }
  }
  return nullptr;
}

// The one organisation of which the report speaks and that no table knows, by its longest name
// ("Lakes Forum" in the headline, "Reed Lakes Forum" below); empty: none or several.
ByteSpan only_unknown(const Context& c) {
  ByteSpan only;
  std::string name;
  for (const tagger::Tag& tag : c.tags.all()) {
    if (!names_unknown_organisation(c, tag)) continue;
    if (c.doc.lower(tag.tokens.end - 1) == "initiative") continue;  // more often a scheme
    const ByteSpan span = c.doc.span(tag.tokens);
    const std::string other = catalogue::fold(c.doc.slice(span));
    if (!name.empty() && !name.ends_with(other) && !other.ends_with(name)) return {};
    if (other.size() <= name.size()) continue;
    only = span;
    name = other;
  }
  return only;
}

}  // namespace

bool is_of_few_named(const Mention& m) {
  constexpr std::size_t kFew = 4;
  std::vector<catalogue::Index> states;
  for (const Named& state : m.states) states.push_back(state.id);
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  return states.size() >= 2 && states.size() <= kFew;
}

void add_leading_group(const Context& c, Drafts& drafts) {
  Draft& main = drafts.drafts[drafts.main];
  record::Meeting& m = main.meeting;
  if (m.organ || !m.kind || *m.kind != Kind::session) return;
  const names::Office* group = leading_group(c);
  if (group == nullptr) return;
  const catalogue::Body& body = c.catalogue.bodies()[group->body.id];
  const std::string_view owner =
      body.parent != npos ? c.catalogue.bodies()[body.parent].name : body.name;
  if (m.organisation && *m.organisation != owner) return;
  if (!m.organisation) {
    m.organisation.set(std::string(owner), {group->body.words}, 0.7F, "meetings/organisation");
  }
  m.organ.set(group->text, group->words, 0.7F, "meetings/organ-words");
}

void inherit_organisations(const Context& c, Drafts& drafts) {
  const record::Fact<std::string>& main = drafts.drafts[drafts.main].meeting.organisation;
  record::Fact<std::string> owner = main;
  catalogue::Index body = npos;
  if (main) {
    const std::vector<catalogue::Index> found = c.catalogue.find_bodies_named(*main);
    if (!found.empty()) body = found.front();
  } else {
    const Owner named = most_named(c);
    const ByteSpan unknown = named.body == npos ? only_unknown(c) : ByteSpan{};
    if (named.body == npos && unknown.empty()) return;
    body = named.body;
    const std::string name =
        body == npos ? c.words(unknown) : std::string(c.catalogue.bodies()[body].name);
    owner.set(name, {body == npos ? unknown : named.words}, 0.5F,
              "meetings/organisation-of-report");
  }
  const record::Fact<std::string>& organ = drafts.drafts[drafts.main].meeting.organ;
  for (Draft& draft : drafts.drafts) {
    // "The Council of the Lakes Union met. The Council had last met in May": no table knows it.
    const bool same = main && organ && !draft.meeting.organisation && draft.meeting.organ &&
                      *draft.meeting.organ == *organ;
    const bool organ_of_unknown = !main && body == npos;
    if (organ_of_unknown && !draft.meeting.organ) continue;
    if (!same && !lacks_organisation(c, drafts, draft, body)) continue;
    draft.meeting.organisation = owner;
    draft.meeting.organisation.confidence = 0.5F;
    draft.meeting.organisation.rule = "meetings/organisation-of-report";
  }
}

}  // namespace rapporteur::meetings
