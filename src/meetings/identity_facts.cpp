// What is met, as facts: name, organisation, organ, kind, format, ordinal.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "draft.h"
#include "identity.h"
#include "meeting_name.h"
#include "name_ends.h"
#include "nominal_words.h"
#include "rapporteur/catalogue/fold.h"
#include "word_list.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

// "Senior Officials' Meeting of Timor-Leste and Australia", "finance ministers of A, B and C": the
// states that meet are told, and are no organisation's.
bool is_of_few_named(const Mention& m) {
  constexpr std::size_t kFew = 4;
  std::vector<catalogue::Index> states;
  for (const Named& state : m.states) states.push_back(state.id);
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  return states.size() >= 2 && states.size() <= kFew;
}

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

// "foreign ministers", "deputy ministers": those who meet rather than a name.
bool is_group(const Context& c, const Mention& m) {
  const names::Office* office = c.cast.office_covering(c.doc.token_at(m.organ_span.begin));
  return office != nullptr && office->plural && !office->words.empty() &&
         office->words.front().begin <= m.organ_span.begin &&
         office->words.back().end >= m.organ_span.end;
}

// "Foreign Ministers' Meeting", between two as well as of a body; a "joint commission" is theirs.
bool is_level(const Context& c, const Mention& m) {
  if (c.catalogue.find_generic_organ(catalogue::fold(m.organ_words)) == nullptr) return false;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c.doc.token_at(m.organ_span.begin); t < end; ++t) {
    if (c.cue(t, organ_head) != nullptr) return false;
  }
  return is_of_few_named(m);
}

bool names_meeting(std::string_view name) {
  const std::string folded = catalogue::fold(name);
  return folded.ends_with("summit") || folded.ends_with("leaders meeting");
}

// "Heads of State", "Leaders' Summit"
bool says_who_meets(std::string_view words) {
  const std::string folded = catalogue::fold(words);
  return folded.find("heads of") != std::string::npos ||
         folded.find("leaders") != std::string::npos ||
         folded.find("presidents") != std::string::npos;
}

// "Arab Summit", "ASEAN Summit": the highest meeting of an organisation rather than an organ.
bool is_meeting_of_organisation(const Context& c, const Mention& m) {
  const catalogue::Body& body = c.catalogue.bodies()[m.organ.id];
  return body.parent != npos && names_meeting(body.name);
}

// How much "annual meeting" says of an organ.
constexpr int kLittle = 50;

// How well a mention names its organ: not at all, by who sits in it, by its name, as a table knows
// it; the longer of two names of one kind says more.
int organ_rank(const Context& c, const Mention& m) {
  if (m.organ && m.organ.id != npos) {
    if (!is_meeting_of_organisation(c, m)) return 400;
    if (says_who_meets(c.doc.slice(m.organ.words))) return 100;
    if (!says_who_meets(m.organ_words)) return 0;
  }
  if (m.organ_words.empty()) return 0;
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  const std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
  const int length = static_cast<int>(std::min(end - begin, 20U));
  static constexpr std::array<std::string_view, 6> kSaysLittle{
      "annual meeting", "regular meeting", "ordinary meeting",
      "annual session", "regular session", "ordinary session"};
  if (is_one_of(catalogue::fold(m.organ_words), kSaysLittle)) return kLittle;
  return (is_group(c, m) ? 100 : 200) + length;
}

// "ASEAN Foreign Ministers' Meeting" is that Meeting of ASEAN: the organisation stands for itself.
std::string_view name_within_organisation(const Context& c, catalogue::Index organ) {
  const catalogue::Body& body = c.catalogue.bodies()[organ];
  std::string_view name = body.name;
  if (body.parent == npos) return name;
  const std::string_view acronym = c.catalogue.bodies()[body.parent].acronym;
  const bool prefixed = !acronym.empty() && name.size() > acronym.size() + 1 &&
                        name.starts_with(acronym) && name[acronym.size()] == ' ';
  if (prefixed) name.remove_prefix(acronym.size() + 1);
  return name;
}

void add_organ(const Context& c, const Drafts& drafts, Draft& draft) {
  const Mention* best = nullptr;
  int best_rank = 0;
  // A headline shortens names: the text goes first.
  for (const bool headline : {false, true}) {
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      if (m.in_headline != headline) continue;
      const int rank = organ_rank(c, m);
      const bool says_little = best_rank <= kLittle;
      if (rank <= best_rank || (headline && best != nullptr && !says_little && rank < 400))
        continue;
      best = &m;
      best_rank = rank;
    }
  }
  if (best == nullptr) return;
  const bool known = best->organ && best->organ.id != npos;
  if (known && is_meeting_of_organisation(c, *best) &&
      says_who_meets(c.doc.slice(best->organ.words))) {
    draft.meeting.organ.set(c.words(best->organ.words), {best->organ.words}, 0.75F,
                            "meetings/organ-words");
  } else if (known && !is_meeting_of_organisation(c, *best)) {
    draft.meeting.organ.set(std::string(name_within_organisation(c, best->organ.id)),
                            {best->organ.words}, 0.9F, "meetings/organ");
  } else {
    // "(KNA): |The| India-Kenya Joint Committee": no part of the name.
    constexpr std::string_view kArticle = "The ";
    const bool article = best->organ_words.starts_with(kArticle) &&
                         c.doc.slice(best->organ_span).starts_with(kArticle);
    const auto size = static_cast<std::uint32_t>(article ? kArticle.size() : 0);
    draft.meeting.organ.set(best->organ_words.substr(size),
                            {{best->organ_span.begin + size, best->organ_span.end}}, 0.75F,
                            "meetings/organ-words");
  }
}

// "the |International Conference on Glaciers|": a conference of nobody's is called by its name.
void add_conference(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& out = draft.meeting;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = drafts.mentions[i];
    if (out.organ || m.verbal || m.kind != "conference" || m.organisation) continue;
    const std::string_view link = c.lower(m.trigger.end);
    const bool named = c.doc.is_capital(m.trigger.begin) && (link == "on" || link == "for");
    if (!named) continue;
    std::uint32_t begin = m.trigger.begin;
    while (begin > m.tokens.begin && c.doc.is_capital(begin - 1) &&
           !is_determiner(c.doc.lower(begin - 1)))
      --begin;
    const std::uint32_t first = m.trigger.end + (c.lower(m.trigger.end + 1) == "the" ? 2 : 1);
    // "the |Conference on the Migration of Steppe Animals|", taken for a body
    const tagger::Tag* whole = c.tags.covering(m.trigger.begin);
    const bool tagged = whole != nullptr && whole->label == tagger::Label::body &&
                        whole->id == npos && whole->tokens.end > first;
    const std::uint32_t end = tagged ? whole->tokens.end : capitals_behind(c, first);
    if (end == first) continue;
    const ByteSpan span = c.doc.span(TokenRange{begin, end});
    out.organ.set(c.words(span), {span}, 0.7F, "meetings/organ-words");
  }
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
             mention.top_level;
    if (mention.organ_words.empty()) continue;
    const std::uint32_t end = c.doc.token_at(mention.organ_span.end - 1) + 1;
    for (std::uint32_t t = c.doc.token_at(mention.organ_span.begin); t < end; ++t) {
      const lexicon::Cue* cue = c.cue(t, organ_head);
      // Any organisation may have a Council of Ministers, also one that no table knows.
      const bool own =
          owner == npos
              ? c.catalogue.find_generic_organ(catalogue::fold(mention.organ_words)) != nullptr
              : c.catalogue.find_organ(owner, mention.organ_words) != npos;
      const bool joint = cue != nullptr && cue->value == "joint" && !own;
      const tagger::Tag* tag = c.tags.covering(t);
      const bool state = tag != nullptr && (tag->label == tagger::Label::state ||
                                            tag->label == tagger::Label::nationality);
      if (joint || state) return false;
    }
  }
  return of_row;
}

// "the |Department of Defense|", "the |International Year of Peace|", "the |Secretariat|": of a
// state, of nobody, or who serves the organ.
bool names_no_organ(const Context& c, const record::Meeting& m) {
  const lexicon::CueClass no_organ = c.cues.no_organ;
  const ByteSpan span = m.organ.evidence.front();
  const TokenRange name{c.doc.token_at(span.begin), c.doc.token_at(span.end - 1) + 1};
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, no_organ, &words);
    if (cue == nullptr) continue;
    if (cue->value == "any" || (cue->value == "front" && t == name.begin)) return true;
    if (cue->value == "alone" && words == name) return true;
  }
  return false;
}

// "CSC" of the Colombo Security Conclave: the short name of the whole.
bool is_short_for(std::string_view organ, std::string_view organisation) {
  if (organ.find(' ') != std::string_view::npos) return false;
  std::string initials;
  bool start = true;
  for (const char letter : organisation) {
    if (start && letter >= 'A' && letter <= 'Z') initials += letter;
    start = letter == ' ' || letter == '-';
  }
  return initials.size() > 1 && organ == initials;
}

// "A meeting of senior officials preceded the session of the Joint Commission": a session too.
bool prepares_session(const Context& c, const Drafts& drafts, const Mention& m) {
  const record::Meeting& main = drafts.drafts[drafts.main].meeting;
  const bool of_row = main.organ && main.kind && *main.kind == Kind::session;
  const lexicon::CueClass officials = c.cues.officials;
  if (!of_row || m.organ_words.empty()) return false;
  return (m.group && m.fresh && m.verbal) ||
         c.cue(c.doc.token_at(m.organ_span.begin), officials) != nullptr;
}

// Ministers of a few states who meet without a number, an organisation or a name of their meeting
// hold talks.
void drop_groups(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& m = draft.meeting;
  if (m.organisation || !m.organ || m.ordinal) return;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& mention = drafts.mentions[i];
    const bool group = is_group(c, mention) || is_level(c, mention);
    if (group && prepares_session(c, drafts, mention)) return;
    if (mention.organ || (!mention.organ_words.empty() && !group)) return;
  }
  m.organ = {};
  if (m.kind && *m.kind == Kind::session) m.kind.value = Kind::talks;
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

// Who meets, where neither the meeting's name nor its verb says it.
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

// The one organisation of which the report speaks and that no table knows, by its longest name
// ("Lakes Forum" in the headline, "Reed Lakes Forum" below); empty: none or several.
ByteSpan only_unknown(const Context& c) {
  ByteSpan only;
  std::string name;
  for (const tagger::Tag& tag : c.tags.all()) {
    if (!names_unknown_organisation(c, tag)) continue;
    const ByteSpan span = c.doc.span(tag.tokens);
    const std::string other = catalogue::fold(c.doc.slice(span));
    if (!name.empty() && !name.ends_with(other) && !other.ends_with(name)) return {};
    if (other.size() <= name.size()) continue;
    only = span;
    name = other;
  }
  return only;
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

// "at the Twenty-Eighth |Inter-Sessional Meeting|": a name that the organisation's own table gives
// to one of its organs, now that the organisation is known.
void name_organ_of_organisation(const Context& c, record::Meeting& m) {
  if (!m.organ || !m.organisation || m.organ.rule != "meetings/organ-words") return;
  const std::string words = catalogue::fold(*m.organ);
  if (c.catalogue.find_generic_organ(words) != nullptr || words.starts_with("heads of")) return;
  const std::vector<catalogue::Index> owner = c.catalogue.find_bodies_named(*m.organisation);
  const catalogue::Index organ =
      owner.size() == 1 ? c.catalogue.find_organ(owner.front(), *m.organ) : npos;
  if (organ == npos) return;
  m.organ.value = std::string(name_within_organisation(c, organ));
  const bool top = c.catalogue.bodies()[organ].meeting == catalogue::MeetingKind::summit;
  const bool conference =
      m.kind && *m.kind == Kind::conference && words.find("conference") != std::string::npos;
  if (top && m.kind && (conference || *m.kind == Kind::session)) m.kind.value = Kind::summit;
}

// Receptions, calls, visits and signings are of people, whatever body is named beside them.
bool is_of_people(const record::Meeting& m) {
  const auto is = [&](Kind kind) { return m.kind && *m.kind == kind; };
  return is(Kind::reception) || is(Kind::call) || is(Kind::visit) || is(Kind::signing);
}

}  // namespace

void add_identity(const Context& c, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    record::Meeting& out = draft.meeting;
    bool kind_sure = false;
    bool shortened = false;  // the kind is that of a heading
    add_organ(c, drafts, draft);
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
    // A level above decides: heads of state meet in a summit, whatever the report calls it.
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      const bool call = out.kind && *out.kind == Kind::talks && kind_of(c, m) == Kind::call;
      if (call) out.kind.set(Kind::call, {c.doc.span(m.trigger)}, 0.85F, "meetings/kind");
      if (kind_of(c, m) == Kind::summit && out.kind && *out.kind == Kind::session) {
        out.kind.set(Kind::summit, {c.doc.span(m.trigger)}, 0.85F, "meetings/kind-of-level");
      }
    }
  }
  add_leading_group(c, drafts);
  inherit_organisations(c, drafts);
  for (Draft& draft : drafts.drafts) {
    drop_groups(c, drafts, draft);
    add_conference(c, drafts, draft);
    record::Meeting& m = draft.meeting;
    if (m.organ && names_no_organ(c, m)) {
      m.organ = {};
      // "the joint meeting of the |Governments| of Peru and Chile"
      if (!m.organisation && m.kind && *m.kind == Kind::session) m.kind.value = Kind::talks;
    }
    if (m.organ && is_of_people(m)) m.organ = {};
    name_organ_of_organisation(c, m);
    settle_kind(m);
    if (!m.organ || !m.organisation) continue;
    const bool twice = catalogue::fold(*m.organ) == catalogue::fold(*m.organisation);
    if (twice || is_short_for(*m.organ, *m.organisation)) m.organ = {};
  }
}

}  // namespace rapporteur::meetings
