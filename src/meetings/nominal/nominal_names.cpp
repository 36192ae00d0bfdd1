#include "nominal/nominal_names.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/text/layout.h"

namespace rapporteur::meetings {

using catalogue::Index;
using lexicon::Channel;
using lexicon::Match;
using names::MentionKind;
using tagger::Label;
using tagger::Tag;

void NominalNames::add_body(const Tag& tag) {
  if (m_.kind == "visit") return;
  const catalogue::Body* body = tag.id == npos ? nullptr : &c_.catalogue.bodies()[tag.id];
  const ByteSpan span = c_.doc.span(tag.tokens);
  if (body == nullptr && sides_) {
    add_state_of(tag);
    return;
  }
  yield_to_owner(tag.tokens.begin);
  if (body == nullptr) {
    if (take_number_of(tag) || take_assembly_of(tag)) return;
    const bool whole = !m_.organ_words.empty() || m_.kind == "summit";
    const bool owner = names_unknown_organisation(c_, tag) || is_whole_of_organ(tag.tokens);
    if (whole && m_.owner.empty() && owner) {
      m_.owner = span;
    } else if (m_.organ_words.empty() || says_level()) {
      m_.organ_span = c_.doc.span({tag.tokens.begin, rest_of_name(tag.tokens.end)});
      m_.organ_words = c_.words(m_.organ_span);
    }
    return;
  }
  if (names_organ(c_, tag)) {
    if (!m_.organ) m_.organ = {tag.id, span};
    return;
  }
  if (!m_.organisation) m_.organisation = {tag.id, span};
}

// "the |General Assembly| of the Coral Isles Bureau": the noun of the meeting is the organ.
bool NominalNames::take_assembly_of(const Tag& tag) {
  const TokenRange noun = m_.trigger;
  const bool named = c_.doc.is_capital(noun.begin) && c_.cue(noun.begin, c_.cues.organ_head);
  const std::uint32_t of =
      c_.lower(tag.tokens.begin - 1) == "the" ? tag.tokens.begin - 2 : tag.tokens.begin - 1;
  const bool behind = of == noun.end && c_.lower(of) == "of";
  if (!named || !behind || !m_.organ_words.empty() || !m_.owner.empty()) return false;
  if (!may_own_organs(c_, tag.tokens)) return false;
  m_.owner = c_.doc.span(tag.tokens);
  m_.organ_span = c_.doc.span(noun);
  m_.organ_words = c_.words(m_.organ_span);
  return true;
}

// "the |Fourth| Lake Basin Commission Ministers' Meeting": the number that was tagged with the name
// stands before the whole.
bool NominalNames::take_number_of(const Tag& tag) {
  const std::uint32_t first = tag.tokens.begin;
  const Ordinal number = ordinal_before(c_.doc, first + 1, c_.sentence(first).begin);
  if (number.value == 0 || m_.ordinal > 0 || tag.tokens.size() < 3) return false;
  m_.ordinal = number.value;
  m_.ordinal_span = c_.doc.span(number.tokens);
  Tag rest = tag;
  ++rest.tokens.begin;
  add_body(rest);
  return true;
}

// Behind the name of a body that ends at `end`: its short name in brackets, "'s".
std::uint32_t NominalNames::behind_name(std::uint32_t end) const {
  if (c_.lower(end) == "(") end = after_bracket(c_, end);
  const std::string_view mark = c_.lower(end);
  return mark == "'s" || mark == "'" || mark == "’" || mark == "’s" ? end + 1 : end;
}

// "the |Coral Coast Council (CCC)|'s Steering Committee": what was taken for the organ is the
// organisation, if another name starts at `next` right behind it.
void NominalNames::yield_to_owner(std::uint32_t next) {
  if (m_.organ_words.empty() || !m_.owner.empty() || m_.organisation || sides_) return;
  const TokenRange name{c_.doc.token_at(m_.organ_span.begin),
                        c_.doc.token_at(m_.organ_span.end - 1) + 1};
  if (next < name.end || behind_name(name.end) != next || !may_own_organs(c_, name)) return;
  m_.owner = m_.organ_span;
  m_.organ_words.clear();
  m_.organ_span = {};
}

// "|Coral Coast Council (CCC)| Interior Ministers' Meeting", "meeting of the Senior Officials of
// the |Coral Coast Council|", "the |Coral Coast Council| Summit"
bool NominalNames::is_whole_of_organ(TokenRange name) const {
  if (!may_own_organs(c_, name)) return false;
  if (m_.organ_words.empty()) return m_.kind == "summit";
  const std::uint32_t end = c_.doc.token_at(m_.organ_span.end - 1) + 1;
  const std::uint32_t of = c_.lower(name.begin - 1) == "the" ? name.begin - 2 : name.begin - 1;
  const bool behind = of == end && c_.lower(of) == "of";
  return behind || c_.doc.token_at(m_.organ_span.begin) == behind_name(name.end);
}

// "the 4th |ministerial|-level meeting of the Joint Trade Committee": how high it is, until a name
// says who meets.
bool NominalNames::says_level() const { return catalogue::fold(m_.organ_words) == "ministerial"; }

// "talks between the |Indian| Navy and the Royal Navy of |Oman|": whose body it is.
void NominalNames::add_state_of(const Tag& tag) {
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    const Match* match = c_.matches.find(t, Channel::state);
    if (match == nullptr || match->tokens.end > tag.tokens.end) continue;
    const catalogue::Index state = c_.catalogue.state_names()[match->id].state;
    m_.states.push_back({state, c_.doc.span(match->tokens)});
    return;
  }
}

// "Permanent Joint Technical |Commission for Nile Waters|", "High|-Level Commission|": the end of
// a name of which the halves are tagged apart.
std::uint32_t NominalNames::rest_of_name(std::uint32_t end) const {
  // "Border Integration |and Development Committee|"
  const bool joint = c_.lower(end) == "-" || c_.lower(end) == "and";
  const std::uint32_t at = joint ? end + 1 : end;
  if (end > 0 && text::opens_line(c_.doc, at)) return end;
  const Tag* tag = at < c_.doc.size() ? c_.tags.starting(at) : nullptr;
  const bool open = c_.lower(end) != "and" || c_.cue(end - 1, c_.cues.body_head) == nullptr;
  const bool rest = tag != nullptr && tag->label == Label::body && tag->id == npos && open;
  if (rest) end = tag->tokens.end;
  if (end == 0) return end;
  return with_subject(c_, {end - 1, end}, c_.sentence(end - 1).end).end;
}

void NominalNames::add_tag(const Tag& tag) {
  const ByteSpan span = c_.doc.span(tag.tokens);
  switch (tag.label) {
    case Label::body:
      add_body(tag);
      break;
    case Label::state:
    case Label::nationality:
      m_.states.push_back({tag.id, span});
      break;
    case Label::place:
      // "A on Persian Gulf tour" in a headline: no town that is visited
      if (!m_.place && (tag.id != npos || (!shouted_ && !(m_.in_headline && m_.kind == "visit")))) {
        m_.place = {tag.id, span};
      }
      break;
    case Label::person:
      add_person(tag.tokens.begin);
      break;
  }
}

void NominalNames::add_person(std::uint32_t token) {
  const names::Mention* mention = c_.cast.covering(token);
  if (mention != nullptr && mention->person != kNobody) m_.people.push_back(mention->person);
}

// "the foreign |minister meeting|", "finance |minister talks|"
bool NominalNames::is_beside(const names::Office& office) const {
  const bool between_few = m_.kind == "visit" || m_.kind == "call" || m_.kind == "reception";
  return !between_few && !office.state && office.words.size() == 1 &&
         office.tokens.end == m_.trigger.begin && office.text.ends_with("inister");
}

void NominalNames::add_office(const names::Office& office) {
  if (office.plural) yield_to_owner(office.tokens.begin);
  if (const lexicon::Cue* level = level_only(c_, office); level != nullptr) {
    m_.top_level = m_.top_level || level->value == "top";
  } else if (m_.organ_words.empty() && (office.plural || is_beside(office)) && !sides_) {
    m_.organ_words = office.text;
    m_.organ_span = join(office.words.front(), office.words.back());
    // "the 14th |Foreign Ministers' Strategic Dialogue|"
    const TokenRange row =
        row_of_group(c_, {c_.doc.token_at(m_.organ_span.begin), office.tokens.end});
    if (!row.empty()) {
      m_.organ_span = c_.doc.span(row);
      m_.organ_words = c_.words(m_.organ_span);
    }
  }
  if (office.body && !m_.organisation) {
    const Tag* tag = c_.tags.covering(c_.doc.token_at(office.body.words.begin));
    if (tag != nullptr) add_body(*tag);
  }
  if (office.state) m_.states.push_back(office.state);
  if (!office.plural) add_states_of(office);
}

// "|India-Pakistan| foreign secretary-level talks": one office in two states.
void NominalNames::add_states_of(const names::Office& office) {
  if (office.words.empty()) return;
  const std::uint32_t end = c_.doc.token_at(office.words.front().begin);
  for (std::uint32_t t = office.tokens.begin; t < end; ++t) {
    const Tag* tag = c_.tags.starting(t);
    const bool state =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    if (!state || tag->id == npos || (office.state && tag->id == office.state.id)) continue;
    m_.states.push_back({tag->id, c_.doc.span(tag->tokens)});
  }
}

void NominalNames::add_words(TokenRange organ) {
  yield_to_owner(organ.begin);
  const bool inter = c_.lower(organ.begin - 1) == "-" && c_.lower(organ.begin - 2) == "inter";
  if ((!m_.organ_words.empty() && !says_level()) || inter) {
    return;  // "inter-|ministerial| consultations"
  }
  m_.organ_span = c_.doc.span(with_subject(c_, organ, c_.sentence(organ.begin).end));
  m_.organ_words = c_.words(m_.organ_span);
}

void NominalNames::add_capital(std::uint32_t at) {
  const ByteSpan word = c_.doc.span({at, at + 1});
  const std::string_view joint = c_.lower(at + 1);
  const std::uint32_t next = joint == "-" || joint == "–" ? at + 2 : at + 1;  // "Africa-Arab"
  const bool of_name = !m_.organ_words.empty() && next < c_.doc.size() &&
                       c_.doc.span({next, next + 1}).begin == m_.organ_span.begin;
  const bool body = c_.cue(at, c_.cues.body_head) != nullptr;
  if (of_name) {
    m_.organ_span = join(word, m_.organ_span);
  } else if (body && m_.organ_words.empty() && !m_.organ && m_.kind != "visit") {
    m_.organ_span = word;
  } else {
    return;
  }
  m_.organ_words = c_.words(m_.organ_span);
}

void NominalNames::add_cast(const names::Mention& who) {
  if (who.person != kNobody) {
    m_.people.push_back(who.person);
  } else if (who.kind == MentionKind::office) {
    const names::Office& office = c_.cast.offices[who.office];
    if (office.plural) {
      add_office(office);
    }
    for (const Named& state : who.states) m_.states.push_back(state);
  } else {
    for (const Named& state : who.states) m_.states.push_back(state);
  }
}

std::uint32_t NominalNames::officials_behind(std::uint32_t of) {
  const bool meets = m_.kind == "meeting" || m_.kind == "session" || m_.kind == "talks";
  if (c_.lower(of) != "of" || !meets || !m_.organ_words.empty() || m_.organ) return of;
  const std::uint32_t begin = c_.lower(of + 1) == "the" ? of + 2 : of + 1;
  TokenRange words;
  const bool group = c_.cue(begin, c_.cues.officials, &words) != nullptr;
  if (!group || c_.cast.starting(begin) != nullptr || c_.tags.starting(begin) != nullptr) return of;
  m_.organ_span = c_.doc.span(words);
  m_.organ_words = c_.words(m_.organ_span);
  return words.end;
}

void take_parties(const Context& c, Mention& m) {
  static constexpr std::array<std::string_view, 3> kWhich{"contracting", "states", "state"};
  const bool named = c.doc.is_capital(m.trigger.begin) || m.ordinal > 0;
  if (m.organ || m.kind != "meeting" || !named || c.lower(m.trigger.end) != "of") return;
  std::uint32_t at = m.trigger.end + 1;
  if (c.lower(at) == "the") ++at;
  if (is_one_of(c.lower(at), kWhich)) ++at;
  if (c.lower(at) != "parties") return;
  std::uint32_t end = at + 1;
  if (c.lower(end) == "to") {
    const std::uint32_t treaty = c.lower(end + 1) == "the" ? end + 2 : end + 1;
    // "to the Ramsar Convention", which a table knows: the organisation
    const Tag* known = treaty < c.doc.size() ? c.tags.starting(treaty) : nullptr;
    const bool whole = known != nullptr && known->label == Label::body && known->id != npos;
    if (!whole) end = std::max(end, capitals_behind(c, treaty));
  }
  m.organ_span = c.doc.span({m.trigger.begin, end});
  m.organ_words = c.words(m.organ_span);
  m.tokens.end = std::max(m.tokens.end, end);
}

}  // namespace rapporteur::meetings
