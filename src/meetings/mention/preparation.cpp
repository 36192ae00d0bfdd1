// "A preparatory meeting for |the 29th session of the Council| was held in Lima today": two
// meetings, of which the verb, the day and the place are those of the first.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kReach = 22;  // tokens from the noun to the meeting that is prepared

// "A meeting of officials |will be held| on Monday to prepare the summit"
bool only_holds(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kHeld{
      "held",     "was",       "were",      "took",  "place",
      "convened", "organised", "organized", "began", "opened"};
  return is_one_of(word, kHeld);
}

// "a meeting of officials|, ahead of| the summit", "a meeting |preparatory to| the 5th session":
// where the words begin that say so before `at`; or `at`.
std::uint32_t before_ahead(const Context& c, std::uint32_t at, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 5;
  std::uint32_t end = at;
  while (end > floor && is_determiner(c.doc.lower(end - 1))) --end;
  const std::uint32_t to = end;
  if (end > floor && (c.doc.lower(end - 1) == "to" || c.doc.lower(end - 1) == "for")) --end;
  std::uint32_t begin = at;
  if (end < to && end > floor && c.doc.lower(end - 1) == "preparatory") begin = end - 1;
  for (std::uint32_t back = 2; back <= kLongest && to >= floor + back; ++back) {
    TokenRange words;
    const lexicon::Cue* link = c.cue(to - back, c.cues.link, &words);
    const bool leads = link != nullptr && link->value == "prepares" && words.end == to;
    if (leads && c.doc.lower(to - 1) == "of") begin = std::min(begin, words.begin);
  }
  return begin < at && begin > floor && c.doc.lower(begin - 1) == "," ? begin - 1 : begin;
}

// Over the words that link a meeting to what it prepares, back from `at`; `prepares`: they say so
// themselves ("to prepare for the"), and not only that it is for the other ("for the").
std::uint32_t before_link(const Context& c, std::uint32_t at, std::uint32_t floor, bool* prepares) {
  static constexpr std::array<std::string_view, 5> kSmall{"for", "of", "the", "its", "their"};
  static constexpr std::array<std::string_view, 4> kPrepare{"prepare", "preparing", "preparation",
                                                            "preparations"};
  static constexpr std::array<std::string_view, 6> kBefore{"to", "in", "on", "the", "for", "as"};
  std::uint32_t t = at;
  if (const std::uint32_t ahead = before_ahead(c, at, floor); ahead < at) {
    *prepares = true;
    return ahead;
  }
  while (t > floor && is_one_of(c.doc.lower(t - 1), kSmall)) --t;
  *prepares = t > floor && is_one_of(c.doc.lower(t - 1), kPrepare);
  if (!*prepares) return t;
  --t;
  while (t > floor && is_one_of(c.doc.lower(t - 1), kBefore)) --t;
  return t;
}

// "a meeting |before the| summit", "|prior to its| session": where the words begin that say no more
// than that it was earlier, before `at`; or `at`.
std::uint32_t before_earlier(const Context& c, std::uint32_t at, std::uint32_t floor) {
  std::uint32_t t = at;
  while (t > floor && (is_determiner(c.doc.lower(t - 1)) || c.doc.lower(t - 1) == "upcoming")) --t;
  const std::string_view last = t > floor ? c.doc.lower(t - 1) : std::string_view();
  if (last == "before") return t - 1;
  const bool prior = last == "to" && t > floor + 1 && c.doc.lower(t - 2) == "prior";
  return prior ? t - 2 : at;
}

// Whose own verb stands behind the words on the other: "A meeting of experts ahead of the summit
// in Lima |was held|", where the mention names nobody by name.
bool is_subject_of_verb(const Context& c, TokenRange noun, std::uint32_t link, const Mention& m) {
  static constexpr std::array<std::string_view, 7> kVerbs{"was",   "took", "will",  "is",
                                                          "began", "has",  "opened"};
  constexpr std::uint32_t kBehind = 5;  // tokens of "in the Uzbek capital Tashkent"
  for (std::uint32_t t = noun.end; t < link; ++t) {
    if (c.cue(t, c.cues.past) != nullptr || c.cue(t, c.cues.verb) != nullptr) return false;
  }
  const std::uint32_t end = std::min(m.tokens.end + kBehind, c.sentence(link).end);
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    if (is_one_of(c.doc.lower(t), kVerbs)) return true;
    if (c.doc.is_punctuation(t)) return false;
  }
  return false;
}

// The noun before `link` in its clause, without a verb between; or empty.
TokenRange noun_ahead(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 9;  // tokens of "meeting of foreign and defence ministers"
  const std::uint32_t floor = c.sentence(m.trigger.begin).begin;
  const std::uint32_t link = before_earlier(c, m.tokens.begin, floor);
  if (link == m.tokens.begin) return {};
  for (std::uint32_t t = link; t-- > floor && link - t < kNear;) {
    TokenRange words;
    if (c.doc.is_punctuation(t)) return {};
    if (c.cue(t, c.cues.head, &words) == nullptr || words.end > link) continue;
    return is_subject_of_verb(c, words, link, m) ? words : TokenRange{};
  }
  return {};
}

// The noun of the meeting that prepares that of the mention, before it in its sentence; or empty.
TokenRange preparing_noun(const Context& c, const Mention& m) {
  const std::uint32_t floor = c.sentence(m.trigger.begin).begin;
  bool prepares = false;
  const std::uint32_t link = before_link(c, m.tokens.begin, floor, &prepares);
  for (std::uint32_t t = link; t-- > floor && link - t < kReach;) {
    TokenRange words;
    if (c.doc.is_punctuation(t)) return {};
    if (c.cue(t, c.cues.head, &words) == nullptr || words.end > link) {
      if (c.cue(t, c.cues.past) != nullptr && !(prepares && only_holds(c.doc.lower(t)))) return {};
      continue;
    }
    constexpr std::uint32_t kNear = 3;
    const std::uint32_t front = t > floor + kNear ? t - kNear : floor;
    return prepares || is_preparatory(c, {front, t}) ? words : TokenRange{};
  }
  return {};
}

// "the summit|, which| opens in Lima", "the summit |to be| held in May": a clause of its own.
bool opens_clause(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 8> kOpens{"which",     "that",    "where",  "due",
                                                          "scheduled", "planned", "slated", "set"};
  return is_one_of(c.lower(t), kOpens) || (c.lower(t) == "to" && c.lower(t + 1) == "be");
}

// All that the sentence tells of the prepared meeting: with its own clause, up to the verb of the
// other.
TokenRange told_of(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 9> kVerbs{"was",  "were",  "is",   "are", "took",
                                                          "will", "began", "held", "has"};
  const std::uint32_t limit = c.sentence(m.trigger.begin).end;
  std::uint32_t t = m.tokens.end;
  while (t < limit) {
    if (opens_clause(c, t)) {
      while (t < limit && c.lower(t) != "," && c.lower(t) != ".") ++t;
      continue;
    }
    if (is_one_of(c.lower(t), kVerbs) || c.cue(t, c.cues.past) != nullptr ||
        c.cue(t, c.cues.convening) != nullptr) {
      break;
    }
    // "Ahead of the summit in Lima|, a| meeting was held"
    if (c.lower(t) == "," && (c.lower(t + 1) == "a" || c.lower(t + 1) == "an")) break;
    ++t;
  }
  return {m.tokens.begin, t};
}

bool is_within(std::uint32_t token, TokenRange range) {
  return token >= range.begin && token < range.end;
}

std::uint32_t token_of(const Context& c, const Named& named) {
  return named.words.empty() ? kNobody : c.doc.token_at(named.words.begin);
}

// Gives the day and the place of the clause to the meeting that prepares the other.
void part(const Context& c, Mention& prepares, Mention& prepared) {
  const auto day_of = [&](const Mention& m) {
    return m.time == kNobody ? kNobody : c.times[m.time].tokens.begin;
  };
  if (is_within(day_of(prepares), prepared.prepared)) prepares.time = kNobody;
  if (prepared.time != kNobody && !is_within(day_of(prepared), prepared.prepared)) {
    if (prepares.time == kNobody) prepares.time = prepared.time;
    prepared.time = kNobody;
  }
  const Named where = prepared.place ? prepared.place : prepared.country;
  if (!where || is_within(token_of(c, where), prepared.prepared)) return;
  if (!prepares.place && !prepares.country) {
    prepares.place = prepared.place;
    prepares.country = prepared.country;
  }
  prepared.place = prepared.country = {};
}

// The organisation of the prepared meeting, by its own name or by that of its organ.
Named organisation_of(const Context& c, const Mention& m) {
  if (m.organisation || !m.organ || m.organ.id == npos) return m.organisation;
  const catalogue::Body& organ = c.catalogue.bodies()[m.organ.id];
  // "the Three Seas summit": of a circle that no organisation owns
  const bool circle = organ.parent == npos && organ.meeting == catalogue::MeetingKind::unknown;
  if (circle) return {m.organ.id, m.organ.words};
  return organ.parent == npos ? Named{} : Named{organ.parent, m.organ.words};
}

// The first day from that token on in its sentence.
std::uint32_t day_behind(const Context& c, std::uint32_t token) {
  for (const time::Expression& e : c.times_in({token, c.sentence(token - 1).end})) {
    if (e.tokens.begin >= token && time::is_date(e.kind)) return c.index_of(e);
  }
  return kNobody;
}

// "the 5th session, to be held |in Lima in March|, opened on Monday": the day and the town of its
// own clause.
void take_own(const Context& c, Mention& prepared) {
  for (const time::Expression& e : c.times_in(prepared.prepared)) {
    const bool within = is_within(e.tokens.begin, prepared.prepared) && time::is_date(e.kind);
    if (prepared.time == kNobody && within) prepared.time = c.index_of(e);
  }
  for (std::uint32_t t = prepared.prepared.begin + 1; t < prepared.prepared.end; ++t) {
    const tagger::Tag* town = c.lower(t - 1) == "in" ? c.tags.starting(t) : nullptr;
    if (prepared.place || town == nullptr || town->label != tagger::Label::place) continue;
    prepared.place = {town->id, c.doc.span(town->tokens)};
  }
}

// "the summit", and no more.
bool is_bare_summit(const Mention& m) {
  return m.kind == "summit" && !m.organisation && !m.organ && m.owner.empty() && m.ordinal == 0 &&
         m.states.empty() && m.people.empty();
}

void tell(const Context& c, Mention& prepares, Mention& prepared) {
  prepared.prepared = told_of(c, prepared);
  prepares.ahead = prepared.prepared;
  part(c, prepares, prepared);
  take_own(c, prepared);
  if (!prepares.organisation && !prepares.organ) {
    prepares.organisation = organisation_of(c, prepared);
  }
  if (prepares.people.empty() && prepares.states.empty()) prepares.states = prepared.states;
  if (!prepares.definite) prepares.fresh = true;
  if (prepares.time == kNobody) prepares.time = day_behind(c, prepared.prepared.end);
}

// "|Senior officials met| in Lima to prepare the summit": the group that acts, by its verb; or
// null.
Mention* group_that_meets(const Context& c, const Mention& prepared, std::vector<Mention>& told) {
  const std::uint32_t floor = c.sentence(prepared.trigger.begin).begin;
  bool prepares = false;
  const std::uint32_t link = before_link(c, prepared.tokens.begin, floor, &prepares);
  if (!prepares) return nullptr;
  const auto found = std::find_if(told.begin(), told.end(), [&](const Mention& m) {
    const bool near = m.trigger.end <= link && m.trigger.end + kReach > link;
    // "|The Council of Ministers meets| on Friday to prepare the summit"
    const bool body = m.organ || m.organisation || !m.organ_words.empty();
    const bool acts =
        m.group || (body && m.kind == "meeting" && m.ordinal == 0 && m.relation.empty());
    return m.verbal && acts && m.trigger.begin >= floor && near && m.states.empty();
  });
  return found == told.end() ? nullptr : &*found;
}

}  // namespace

namespace {

// "|Ahead of the summit in Lima,| a coordination meeting was held in Quito": the meeting that is
// told of behind the comma by its noun alone; or null.
Mention* told_behind(const Context& c, const Mention& prepared, std::vector<Mention>& told) {
  constexpr std::uint32_t kNear = 12;  // tokens from the one to the other
  const std::uint32_t floor = behind_dateline(c, prepared.trigger.begin).begin;
  const std::uint32_t at = prepared.tokens.begin;
  const bool leads = before_ahead(c, at, floor) == floor || before_earlier(c, at, floor) == floor;
  if (!leads || at == floor) return nullptr;
  const auto found = std::find_if(told.begin(), told.end(), [&](const Mention& m) {
    const bool behind = m.sentence == prepared.sentence && m.tokens.begin >= prepared.tokens.end &&
                        m.tokens.begin < prepared.tokens.end + kNear;
    const std::string_view article = c.lower(m.tokens.begin);
    return behind && !m.verbal && (article == "a" || article == "an") && m.people.empty() &&
           m.states.empty() && c.lower(m.tokens.begin - 1) == ",";
  });
  return found == told.end() ? nullptr : &*found;
}

}  // namespace

void tell_preparations(const Context& c, std::vector<Mention>& told) {
  for (Mention& prepared : told) {
    if (prepared.verbal || prepared.in_headline) continue;
    TokenRange noun = preparing_noun(c, prepared);
    if (noun.empty()) noun = noun_ahead(c, prepared);
    const auto first = std::find_if(told.begin(), told.end(), [&](const Mention& m) {
      return !m.verbal && m.trigger.begin <= noun.begin && m.trigger.end > noun.begin;
    });
    if (!noun.empty() && first != told.end()) {
      tell(c, *first, prepared);
    } else if (Mention* group = group_that_meets(c, prepared, told); group != nullptr) {
      tell(c, *group, prepared);
      // "The foreign ministers of the Union met to prepare |the summit|": its own
      if (is_bare_summit(prepared)) prepared.organisation = group->organisation;
    } else if (Mention* other = told_behind(c, prepared, told); other != nullptr) {
      tell(c, *other, prepared);
    }
  }
}

}  // namespace rapporteur::meetings
