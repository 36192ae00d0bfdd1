// The body that stands before a meeting of its own: "The CEP began its own 20th meeting", "the
// Committee (JMMC) of OPEC+ recommended at its 36th meeting", "the Interstate Council, meeting in
// Minsk".

#include <algorithm>

#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/name_ends.h"
#include "organ/organ_owner.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

bool is_owned(const Context& c, const Mention& m) {
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    if (c.lower(t) == "its" || c.lower(t) == "their") return true;
  }
  if (m.tokens.begin == c.sentence(m.trigger.begin).begin) return false;
  const std::string_view before = c.lower(m.tokens.begin - 1);
  return before == "its" || before == "their" || before == "own";
}

// "the Committee |(JMMC) of| OPEC+"
bool is_of(const Context& c, const Tag& organ, const Tag& whole) {
  constexpr std::uint32_t kNear = 6;
  if (organ.tokens.end + kNear < whole.tokens.begin) return false;
  for (std::uint32_t t = organ.tokens.end; t < whole.tokens.begin; ++t) {
    if (c.lower(t) == "of") return true;
  }
  return false;
}

// "the Fisheries Committee, |9th meeting|", as minutes and programmes put it
bool opens_with_number(const Context& c, const Mention& m) {
  return m.ordinal > 0 && m.ordinal_span.begin == c.doc.span(m.tokens).begin;
}

// The last token of what stands before the comma at `comma`, without the states whose it is: "the
// Committee |of Norway and Iceland|, 9th meeting".
std::uint32_t behind_states(const Context& c, std::uint32_t comma, std::uint32_t floor) {
  constexpr std::uint32_t kReach = 10;
  std::uint32_t t = comma;
  while (t > floor && comma - t < kReach) {
    const Tag* tag = c.tags.covering(t - 1);
    const bool state = tag != nullptr && tag->label == Label::state;
    const std::string_view word = c.lower(t - 1);
    if (!state && word != "of" && word != "and" && word != "the") return t;
    --t;
  }
  return t;
}

void take(const Context& c, const Tag& tag, Mention& m) {
  const ByteSpan span = c.doc.span(tag.tokens);
  if (tag.id == npos) {
    if (!m.organ_words.empty()) return;
    m.organ_span = c.doc.span(with_front(c, tag.tokens));
    m.organ_words = c.words(m.organ_span);
  } else if (names_organ(c, tag)) {
    if (!m.organ) m.organ = {tag.id, span};
  } else if (!m.organisation) {
    m.organisation = {tag.id, span};
  }
}

// "the Committee of |the Lake Basin Commission (LBC)|": whose organ it is.
void take_whole(const Context& c, const Tag& whole, Mention& m) {
  if (whole.id != npos) return take(c, whole, m);
  const bool owns = names_unknown_organisation(c, whole) || may_own_organs(c, whole.tokens);
  if (owns && m.owner.empty() && !m.organisation) m.owner = c.doc.span(whole.tokens);
}

// "|The Board of Governors| of the Lake Institute had its meeting": false for a body by itself.
bool take_organ_of(const Context& c, const Tag& whole, Mention& m) {
  if (whole.id != npos || m.organ || !m.organ_words.empty()) return false;
  if (!names_unknown_organisation(c, whole) && !may_own_organs(c, whole.tokens)) return false;
  const ByteSpan organ = organ_of(c, whole.tokens.begin);
  if (organ.begin >= organ.end) return false;
  take_whole(c, whole, m);
  m.organ_span = organ;
  m.organ_words = c.words(organ);
  return true;
}

// "approved the budget |at an extraordinary session|": a meeting of nobody else's.
bool is_occasion(const Context& c, const Mention& m) {
  if (m.kind != "session" && m.kind != "meeting") return false;
  if (m.in_headline || m.organisation || m.organ || !m.organ_words.empty() || !m.people.empty() ||
      !m.states.empty()) {
    return false;
  }
  std::uint32_t t = m.tokens.begin;
  if (c.lower(t) != "a" && c.lower(t) != "an") {
    if (t == 0 || (c.lower(t - 1) != "a" && c.lower(t - 1) != "an")) return false;
    --t;
  }
  if (t == 0) return false;
  const std::string_view link = c.lower(t - 1);
  return link == "at" || link == "during" || link == "in" || link == "following" || link == "after";
}

// "|The Council of the Union| approved ... at a meeting": the organ that the sentence opens with.
bool take_subject(const Context& c, TokenRange s, Mention& m) {
  constexpr std::uint32_t kArticles = 2;
  constexpr std::uint32_t kBehind = 8;  // tokens from the organ to the body whose it is
  const Tag* organ = nullptr;
  for (std::uint32_t t = s.begin; t <= std::min(s.begin + kArticles, s.end - 1); ++t) {
    organ = c.tags.starting(t);
    if (organ != nullptr) break;
  }
  if (organ != nullptr && organ->label == Label::body && organ->tokens.end < m.tokens.begin) {
    const Tag* next = c.tags.starting(organ->tokens.end);
    // "the SADC |Council|"
    if (next != nullptr && next->label == Label::body) {
      take(c, *organ, m);
      organ = next;
    }
  }
  if (organ == nullptr || organ->label != Label::body || organ->tokens.end >= m.tokens.begin) {
    return false;
  }
  const bool council = (organ->id != npos && names_organ(c, *organ)) ||
                       c.cue(organ->tokens.end - 1, c.cues.body_head) != nullptr;
  if (!council) return false;
  take(c, *organ, m);
  for (std::uint32_t t = organ->tokens.end; t < std::min(organ->tokens.end + kBehind, s.end); ++t) {
    const Tag* whole = c.tags.starting(t);
    if (whole == nullptr) continue;
    if (whole->label == Label::body && is_of(c, *organ, *whole)) take_whole(c, *whole, m);
    break;
  }
  return m.organ || !m.organ_words.empty();
}

// "the |intergovernmental commission on trade| opened its 10th session": a body of several states
// that is written like a noun.
bool take_plain(const Context& c, std::uint32_t floor, Mention& m) {
  const lexicon::CueClass organ_head = c.cues.organ_head;
  for (std::uint32_t t = m.tokens.begin; t > floor; --t) {
    TokenRange head;
    const lexicon::Cue* cue = c.cue(t - 1, organ_head, &head);
    if (cue == nullptr || cue->value != "joint" || head.end > m.tokens.begin) continue;
    m.organ_span = c.doc.span(with_subject(c, head, m.tokens.begin));
    m.organ_words = c.words(m.organ_span);
    add_pair(c, m);
    return true;
  }
  return false;
}

// "At |its fifteenth session|, held in Suva, |the LLO Council of Ministers| decided": the body that
// the sentence goes on with.
bool take_behind(const Context& c, TokenRange s, Mention& m) {
  constexpr std::uint32_t kFront = 2;  // tokens of "At its"
  constexpr std::uint32_t kReach = 40;
  if (m.tokens.begin > s.begin + kFront || m.organisation || m.organ || !m.organ_words.empty()) {
    return false;
  }
  for (std::uint32_t t = m.tokens.end; t < std::min(m.tokens.end + kReach, s.end); ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->label != Label::body) continue;
    const bool article = c.lower(t - 1) == "the";
    if (c.lower(article ? t - 2 : t - 1) != ",") continue;
    take(c, *tag, m);
    return m.organ || !m.organ_words.empty();
  }
  return false;
}

// "At |its 25th Council meeting|, ECOWAS adopted a budget."
void take_owner_behind(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 20;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.tokens.begin > s.begin + 2) return;
  std::uint32_t comma = m.tokens.end;
  while (comma < std::min(m.tokens.end + kReach, s.end) && c.doc.lower(comma) != ",") ++comma;
  const std::uint32_t name = c.lower(comma + 1) == "the" ? comma + 2 : comma + 1;
  const Tag* tag = name < s.end ? c.tags.starting(name) : nullptr;
  if (tag == nullptr || tag->label != Label::body) return;
  if (tag->id != npos && !names_organ(c, *tag)) take(c, *tag, m);
}

}  // namespace

bool is_owned_by_sides(const Context& c, const Mention& m) {
  for (std::uint32_t t = c.sentence(m.trigger.begin).begin; t < m.tokens.begin; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person == kNobody && !who->states.empty()) return true;
    const tagger::Tag* tag = c.tags.covering(t);
    if (tag != nullptr && tag->label == tagger::Label::body) return false;
  }
  return false;
}

void take_owner(const Context& c, Mention& m) {
  if (m.organisation || m.organ || m.organ_words.empty() || m.verbal) return;
  if (!is_owned(c, m) || is_owned_by_sides(c, m)) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.tokens.begin; t > begin; --t) {
    if (c.doc.lower(t - 1) == ";") return;
    const Tag* tag = c.tags.covering(t - 1);
    if (tag == nullptr || tag->label != Label::body) continue;
    if (tag->id != npos && !names_organ(c, *tag)) take(c, *tag, m);
    return;
  }
  take_owner_behind(c, m);
}

namespace {

// "|The Council of the Union| called for calm. The call was made at its 12th meeting": the organ
// that the sentence before opens with.
bool take_subject_before(const Context& c, Mention& m) {
  const bool bare =
      !m.organisation && !m.organ && m.organ_words.empty() && m.people.empty() && m.states.empty();
  const bool meets = m.kind == "session" || m.kind == "meeting";
  if (m.ordinal == 0 || !meets || !bare || m.in_headline || m.sentence == 0) return false;
  const text::Sentence& before = c.doc.sentences()[m.sentence - 1];
  if (before.role != text::LineRole::body) return false;
  for (std::uint32_t t = before.tokens.begin; t < m.tokens.begin; ++t) {
    if (c.doc.lower(t) == "secretariat") return false;  // it only serves
  }
  return take_subject(c, behind_dateline(c, before.tokens.begin), m);
}

}  // namespace

bool take_body_before(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  if (is_occasion(c, m)) return take_subject(c, s, m);
  const bool beside = m.tokens.begin > s.begin + 1 && c.lower(m.tokens.begin - 1) == "," &&
                      (m.tokens.begin == m.trigger.begin || opens_with_number(c, m));
  if (!beside && !is_owned(c, m)) return m.definite && take_subject_before(c, m);
  if (!beside && is_owned_by_sides(c, m)) return false;
  const Tag* nearest = nullptr;
  const std::uint32_t end = beside ? behind_states(c, m.tokens.begin - 1, s.begin) : m.tokens.begin;
  for (std::uint32_t t = end; t > s.begin; --t) {
    const Tag* tag = c.tags.covering(t - 1);
    if (beside && nearest == nullptr && end - t > 0) break;
    if (tag == nullptr || tag->label != Label::body) continue;
    if (tag->id == npos && c.lower(tag->tokens.begin - 1) == "(") continue;  // "Commission |(LBC)|"
    if (nearest != nullptr) {
      if (is_of(c, *tag, *nearest)) take(c, *tag, m);
      break;
    }
    nearest = tag;
    t = tag->tokens.begin + 1;
  }
  if (nearest == nullptr && !beside && take_behind(c, s, m)) return true;
  if (nearest == nullptr) {
    return !beside && (take_plain(c, s.begin, m) || take_subject_before(c, m));
  }
  if (!take_organ_of(c, *nearest, m)) take(c, *nearest, m);
  return m.organ || !m.organ_words.empty();
}

}  // namespace rapporteur::meetings
