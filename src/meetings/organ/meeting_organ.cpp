#include "organ/meeting_organ.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "nominal/nominal_words.h"
#include "organ/named_circle.h"
#include "organ/organisation_of_report.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

TokenRange words_of_organ(const Context& c, const Mention& m) {
  return {c.doc.token_at(m.organ_span.begin), c.doc.token_at(m.organ_span.end - 1) + 1};
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

// "the |Commission|", whose name the other tells in full: "the Peruvian-Chilean Commission".
bool is_short_for_name(const Mention& name, const Mention& full) {
  const std::string word = catalogue::fold(name.organ_words);
  const bool one = !name.organ && !word.empty() && word.find(' ') == std::string::npos;
  const std::string whole = " " + catalogue::fold(full.organ_words) + " ";
  return one && whole.size() > word.size() + 2 && whole.find(" " + word + " ") != std::string::npos;
}

// The mention that names the organ best, or null. A headline shortens names: the text goes first.
const Mention* best_named(const Context& c, const Drafts& drafts, const Draft& draft) {
  const Mention* best = nullptr;
  int best_rank = 0;
  for (const bool headline : {false, true}) {
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts.mentions[i];
      if (m.in_headline != headline) continue;
      const int rank = organ_rank(c, m);
      const bool says_little =
          best_rank <= kLittle || (best != nullptr && is_short_for_name(*best, m));
      if (rank <= best_rank || (headline && best != nullptr && !says_little && rank < 400))
        continue;
      best = &m;
      best_rank = rank;
    }
  }
  return best;
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

}  // namespace

void add_organ(const Context& c, const Drafts& drafts, Draft& draft) {
  const Mention* best = best_named(c, drafts, draft);
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
    constexpr std::uint32_t kArticle = 4;  // bytes of "The "
    const std::string_view words = c.doc.slice(best->organ_span);
    const bool article = (words.starts_with("The ") || words.starts_with("the ")) &&
                         best->organ_words.starts_with(words.substr(0, kArticle));
    const std::uint32_t size = article ? kArticle : 0;
    draft.meeting.organ.set(best->organ_words.substr(size),
                            {{best->organ_span.begin + size, best->organ_span.end}}, 0.75F,
                            "meetings/organ-words");
  }
}

namespace {

// "the second meeting on |Trilateral Cooperation on Maritime Security|": a row by what it is about,
// where no body holds it; where the name begins, or 0. "the third meeting on Chile" has no name.
std::uint32_t row_on(const Context& c, const Mention& m) {
  constexpr std::uint32_t kShort = 3;  // words of a name
  const bool meets = m.kind == "meeting" || m.kind == "session";
  if (!meets || m.verbal || m.ordinal < 2 || m.organ || !m.organ_words.empty()) return 0;
  if (c.lower(m.trigger.end) != "on") return 0;
  const std::uint32_t first = m.trigger.end + (c.lower(m.trigger.end + 1) == "the" ? 2 : 1);
  return capitals_behind(c, first) >= first + kShort ? first : 0;
}

}  // namespace

void add_row_by_matter(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& out = draft.meeting;
  for (const std::uint32_t i : draft.mentions) {
    const std::uint32_t first = out.organ ? 0 : row_on(c, drafts.mentions[i]);
    if (first == 0) continue;
    const ByteSpan span = c.doc.span(TokenRange{first, capitals_behind(c, first)});
    out.organ.set(c.words(span), {span}, 0.7F, "meetings/organ-words");
    if (out.kind && *out.kind == Kind::talks) out.kind.value = Kind::session;
  }
}

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

namespace {

// "|The next meeting| will be in Baku", behind the third one of the ministers: of the same row.
bool is_of_numbered_row(const Drafts& drafts, const Draft& draft) {
  const record::Meeting& main = drafts.drafts[drafts.main].meeting;
  if (!main.organ || !main.ordinal || *main.organ != *draft.meeting.organ) return false;
  const std::string_view relation = drafts.mentions[draft.mentions.front()].relation;
  return relation == "next" || relation == "previous";
}

}  // namespace

void drop_groups(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& m = draft.meeting;
  if (m.organisation || !m.organ || m.ordinal || is_of_numbered_row(drafts, draft)) return;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& mention = drafts.mentions[i];
    const bool group = is_group(c, mention) || is_level(c, mention);
    if (group && prepares_session(c, drafts, mention)) return;
    const bool worded = !mention.organ_words.empty();
    if (group && worded && is_of_named_circle(c, words_of_organ(c, mention))) return;
    if (mention.organ || (worded && !group)) return;
  }
  m.organ = {};
  if (m.kind && *m.kind == Kind::session) m.kind.value = Kind::talks;
}

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

void drop_what_is_no_organ(const Context& c, record::Meeting& m) {
  if (!m.organ || !names_no_organ(c, m)) return;
  m.organ = {};
  // "the joint meeting of the |Governments| of Peru and Chile"
  if (!m.organisation && m.kind && *m.kind == Kind::session) m.kind.value = Kind::talks;
}

void drop_organisation_as_organ(record::Meeting& m) {
  if (!m.organ || !m.organisation) return;
  const bool twice = catalogue::fold(*m.organ) == catalogue::fold(*m.organisation);
  if (twice || is_short_for(*m.organ, *m.organisation)) m.organ = {};
}

}  // namespace rapporteur::meetings
