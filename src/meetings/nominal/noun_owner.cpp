#include "nominal/noun_owner.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/body_event.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/named_circle.h"
#include "participant/sides.h"

namespace rapporteur::meetings {

namespace {

// "the |foreign ministers|, whose own meeting prepared the summit": false if no group stands there.
bool group_owning(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    const names::Office* office = c.cast.office_ending(m.tokens.begin - back);
    if (office == nullptr) continue;
    if (!office->plural || office->words.empty()) return false;
    m.organ_words = office->text;
    m.organ_span = join(office->words.front(), office->words.back());
    return true;
  }
  return false;
}

// The group is that of the meeting, if it is one of an organisation.
void take_words(const names::Office& group, Mention& m) {
  m.group = true;
  m.organ_words = group.text;
  m.organ_span = join(group.words.front(), group.words.back());
}

void take_group(const Context& c, const names::Office& group, Mention& m) {
  if (!group.plural || group.words.empty()) return;
  // "At their meeting, |Pacific health ministers| considered"
  if (!group.body && !group.state && is_of_named_circle(c, group.tokens))
    return take_words(group, m);
  if (!group.body || group.body.id == npos) return;
  m.organisation = group.body;
  m.group = true;
  const lexicon::Cue* level = level_only(c, group);
  m.top_level = level != nullptr && level->value == "top";
  if (level == nullptr) take_words(group, m);
}

// The group that stands last before the phrase in its clause, or null.
const names::Office* group_before(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFront = 14;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.tokens.begin - 1; t > begin && m.tokens.begin - t < kFront; --t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "," || word == ";" || word == "that") return nullptr;
    if (const names::Office* group = c.cast.office_ending(t)) return group;
  }
  return nullptr;
}

// "At a preparatory meeting on Monday, |the foreign ministers| had", "At their meeting on Monday,
// the foreign ministers had": the group that opens the clause behind the comma, where the phrase
// opens the sentence and has a day of its own; or null.
const names::Office* group_behind_front(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 14;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.tokens.begin > behind_dateline(c, m.trigger.begin).begin + 1) return nullptr;
  if (time_beside(c, m) == kNobody) return nullptr;
  for (std::uint32_t t = m.trigger.end; t + 2 < std::min(m.trigger.end + kReach, s.end); ++t) {
    if (c.cast.covering(t) != nullptr || c.cue(t, c.cues.head) != nullptr) return nullptr;
    if (c.doc.lower(t) != ",") continue;
    const std::uint32_t at = c.doc.lower(t + 1) == "the" ? t + 2 : t + 1;
    const names::Office* group = c.cast.office_starting(at);
    if (group == nullptr) continue;
    // "the |foreign| ministers", not "the ministers" of whom the report speaks
    const bool whose = group->plural && !group->words.empty() && group->tokens.size() > 1;
    return whose ? group : nullptr;
  }
  return nullptr;
}

// The body whose name begins at `token`, behind an article; false: there is none.
bool take_body(const Context& c, std::uint32_t token, Mention& m) {
  const std::uint32_t at = c.lower(token) == "the" ? token + 1 : token;
  const std::optional<Mention> body = at < c.doc.size() ? BodyEvents(c).named(at) : std::nullopt;
  if (!body) return false;
  m.organisation = body->organisation;
  m.organ = body->organ;
  m.organ_words = body->organ_words;
  m.organ_span = body->organ_span;
  return true;
}

// "the ministers of |Chad and Mali|": two states or more in the persons of theirs.
bool take_group_of_states(const Context& c, const names::Office& group, Mention& m) {
  const names::Mention* who = c.cast.covering(group.tokens.begin);
  if (!group.plural || who == nullptr || who->states.size() < 2) return false;
  m.states = who->states;
  m.group = true;
  return true;
}

}  // namespace

bool take_who_meets(const Context& c, std::uint32_t token, Mention& m) {
  if (const names::Office* group = c.cast.office_covering(token)) {
    if (take_group_of_states(c, *group, m)) return true;
    take_group(c, *group, m);
    return static_cast<bool>(m.organisation);
  }
  return c.doc.is_capital(token) && take_body(c, token, m);
}

namespace {

// "At its 12th session in Lima on 5 May |the Commission| adopted": behind where and when, without a
// comma.
void take_behind_adjuncts(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 16;
  static constexpr std::array<std::string_view, 6> kLinks{"in", "on", "at", "held", "from", "here"};
  const std::uint32_t end = std::min(m.trigger.end + kReach, c.sentence(m.trigger.begin).end);
  std::uint32_t at = m.trigger.end;
  while (at < end) {
    const time::Expression* day = c.time_at(at);
    const tagger::Tag* tag = c.tags.starting(at);
    const bool town = tag != nullptr && tag->label == tagger::Label::place;
    if (!town && day == nullptr && !is_one_of(c.doc.lower(at), kLinks)) break;
    at = day != nullptr ? std::max(day->tokens.end, at + 1) : town ? tag->tokens.end : at + 1;
  }
  const bool article = at < end && c.doc.lower(at) == "the";
  if (at <= m.trigger.end + 1 || at >= end || (article && at + 1 >= end)) return;
  const std::uint32_t name = article ? at + 1 : at;
  if (take_who_meets(c, name, m)) return;
  const tagger::Tag* tag = c.tags.starting(name);
  const bool known = tag != nullptr && tag->label == tagger::Label::body && tag->id != npos;
  if (known && !names_organ(c, *tag)) m.organisation = {tag->id, c.doc.span(tag->tokens)};
}

}  // namespace

void take_behind_comma(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 14;
  constexpr std::uint32_t kFront = 4;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t reach = std::min(m.trigger.end + kReach, s.end);
  for (std::uint32_t comma = m.trigger.end; comma < reach; ++comma) {
    if (c.doc.lower(comma) != ",") continue;
    for (std::uint32_t t = comma + 1; t < std::min(comma + 1 + kFront, s.end); ++t) {
      if (c.doc.lower(t) == ",") break;
      if (take_who_meets(c, t, m) || c.cast.office_covering(t) != nullptr) return;
    }
  }
  take_behind_adjuncts(c, m);
}

namespace {

// "They have a Joint Commission. |Its third session| was held": the body that the sentence before
// told last.
void take_body_told(const Context& c, Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (begin == 0 || m.ordinal == 0) return;
  const TokenRange before = c.sentence(begin - 1);
  for (std::uint32_t t = before.end; t > before.begin; --t) {
    if (c.doc.is_capital(t - 1) && take_body(c, t - 1, m)) return;
  }
}

// The organisation named last before `token` in its sentence, by itself or through an organ.
Named organisation_before(const Context& c, std::uint32_t token) {
  const std::uint32_t begin = c.sentence(token).begin;
  for (std::uint32_t t = token; t > begin; --t) {
    const tagger::Tag* tag = c.tags.starting(t - 1);
    if (tag == nullptr || tag->label != tagger::Label::body || tag->id == npos) continue;
    const catalogue::Index whole =
        names_organ(c, *tag) ? c.catalogue.bodies()[tag->id].parent : tag->id;
    if (whole != npos) return {whole, c.doc.span(tag->tokens)};
  }
  return {};
}

// "|the ministers of the bloc| at |their| 58th meeting": the group right before, whatever body
// stands farther off.
bool take_group_before(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 6;  // tokens of "of the bloc at"
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 0; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    const std::uint32_t end = m.tokens.begin - back;
    const tagger::Tag* tag = end > begin ? c.tags.covering(end - 1) : nullptr;
    const names::Office* group = c.cast.office_ending(end);
    if (group == nullptr && tag != nullptr) return false;
    if (group == nullptr) continue;
    if (!group->plural || group->words.empty() || group->state || group->body) return false;
    if (level_only(c, *group) != nullptr) return false;
    m.organisation = organisation_before(c, m.tokens.begin);
    if (!m.organisation) return false;
    m.organ_words = group->text;
    m.organ_span = join(group->words.front(), group->words.back());
    return true;
  }
  return false;
}

}  // namespace

void person_owning(const Context& c, Mention& m) {
  const std::string_view first = c.lower(m.tokens.begin);
  if ((first == "his" || first == "her") && m.people.size() < 2) {
    Clause(c, m).pronoun(m.tokens.begin + 1);
  }
}

void body_owning(const Context& c, Mention& m) {
  const std::string_view first = c.lower(m.tokens.begin);
  const bool bare = !m.organisation && !m.organ && m.organ_words.empty();
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::string_view before =
      m.tokens.begin > begin ? c.doc.lower(m.tokens.begin - 1) : std::string_view();
  if (before == "own" && m.tokens.begin > begin + 1) before = c.doc.lower(m.tokens.begin - 2);
  // "the Council (57th session)"
  const bool aside = before == "(" && c.tags.covering(m.tokens.begin - 2) != nullptr;
  // "their meetings with X" are those of persons
  const bool of_persons =
      first == "their" && (c.lower(m.trigger.end) == "with" || is_owned_by_sides(c, m));
  const bool owned =
      first == "its" || (first == "their" && !of_persons) || before == "whose" || aside;
  if (!owned || !bare || m.kind == "visit" || m.kind == "call") return;
  if (before == "whose" && group_owning(c, m)) return;
  if (first == "their" && m.ordinal > 0 && take_group_before(c, m)) return;
  const bool told = Clause(c, m).body_before(m.tokens.begin);
  // "At its 38th meeting, in Lusaka, |the Council| adopted"
  if (!told && first == "its") take_behind_comma(c, m);
  const bool bare_still = !m.organisation && !m.organ && m.organ_words.empty();
  const bool opens = m.tokens.begin <= behind_dateline(c, m.trigger.begin).begin + 1;
  if (!told && first == "its" && bare_still && opens) take_body_told(c, m);
}

void body_hosting(const Context& c, Mention& m) {
  constexpr std::uint32_t kLongest = 4;
  const bool meets = m.kind == "meeting" || m.kind == "session" || m.kind == "summit";
  if (!meets || m.organisation || m.organ || m.definite || m.in_headline) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::uint32_t verb = m.tokens.begin;
  for (std::uint32_t back = 1; back <= kLongest && m.tokens.begin >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* host = c.cue(m.tokens.begin - back, c.cues.host, &words);
    if (host != nullptr && host->value == "before" && words.end == m.tokens.begin) {
      verb = words.begin;
    }
  }
  if (verb == m.tokens.begin && !m.organ_words.empty()) {
    const TokenRange light = light_verb_before(c, m);
    if (light.size() > 0) verb = light.begin;
  }
  if (verb == m.tokens.begin || verb == begin) return;
  const tagger::Tag* tag = c.tags.covering(verb - 1);
  const bool body = tag != nullptr && tag->label == tagger::Label::body && tag->id != npos;
  if (body && !names_organ(c, *tag)) m.organisation = {tag->id, c.doc.span(tag->tokens)};
}

void group_of_clause(const Context& c, Mention& m) {
  const bool bare =
      !m.organisation && !m.organ && m.organ_words.empty() && m.people.empty() && m.states.empty();
  const bool meets = m.kind == "meeting" || m.kind == "session" || m.kind == "summit";
  if (!bare || !meets || m.in_headline) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::string_view behind = c.lower(m.trigger.end);
  const bool participle = m.tokens.begin == m.trigger.begin && m.trigger.size() == 1 &&
                          (behind == "in" || behind == "at" || behind == "on" || behind == "here" ||
                           behind == "under" || behind == "for");
  const std::string_view link =
      m.tokens.begin > begin + 2 ? c.doc.lower(m.tokens.begin - 1) : std::string_view();
  const names::Office* group = nullptr;
  if (link == "at" || link == "in" || link == "during") group = group_before(c, m);
  const std::string_view front = m.tokens.begin > begin ? c.doc.lower(m.tokens.begin - 1) : "";
  if (group == nullptr && (front == "at" || front == "in" || front == "during")) {
    group = group_behind_front(c, m);
    if (group != nullptr && !group->body) return take_words(*group, m);
  } else if (participle && link == ",") {
    group = c.cast.office_ending(m.tokens.begin - 1);
  } else if (participle && m.tokens.begin == behind_dateline(c, m.trigger.begin).begin) {
    take_behind_comma(c, m);
  }
  if (group != nullptr) return take_group(c, *group, m);
  const bool subject = link == "at" || link == "in" || link == "during" || link == "for";
  if (subject && !m.definite) take_body(c, behind_dateline(c, m.trigger.begin).begin, m);
}

}  // namespace rapporteur::meetings
