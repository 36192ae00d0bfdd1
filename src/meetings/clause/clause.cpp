#include "clause/clause.h"

#include <algorithm>

#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using names::MentionKind;
using tagger::Label;
using tagger::Tag;

}  // namespace

Clause::Clause(const Context& context, Mention& mention)
    : c_(context), m_(mention), s_(context.sentence(mention.trigger.begin)) {}

void Clause::take_state(const Tag& tag) {
  const bool known = std::any_of(m_.states.begin(), m_.states.end(),
                                 [&](const Named& n) { return n.id == tag.id; });
  if (!known) m_.states.push_back({tag.id, c_.doc.span(tag.tokens)});
}

void Clause::take_words(TokenRange words, bool of_organisation) {
  if (m_.organisation && !of_organisation) return;
  if (m_.organ || !m_.organ_words.empty()) return;
  // "the ECO |Secretary General| meets": one person's office
  const lexicon::Match* office = c_.matches.find(words.begin, lexicon::Channel::office);
  const bool several =
      office != nullptr && (c_.catalogue.office_names()[office->id].plural ||
                            c_.lower(words.end - 1).ends_with("s"));  // "Ministers of Defence"
  if (office != nullptr && office->tokens.end >= words.end && !several) return;
  m_.organ_span = c_.doc.span(with_front(c_, words));
  m_.organ_words = c_.words(m_.organ_span);
}

bool Clause::take(const names::Mention& who) {
  if (who.person != kNobody) {
    if (std::find(m_.people.begin(), m_.people.end(), who.person) == m_.people.end()) {
      m_.people.push_back(who.person);
    }
    return true;
  }
  bool group = false;
  if (who.kind == MentionKind::office) {
    const names::Office& office = c_.cast.offices[who.office];
    const lexicon::Cue* level = level_only(c_, office);
    const bool here =
        !office.words.empty() && office.words.front().begin >= c_.doc.span(who.tokens).begin;
    group = office.plural && here;
    m_.group = m_.group || group;
    if (group && level != nullptr) {
      m_.top_level = m_.top_level || level->value == "top";
      if (office.body && office.body.id != npos && !m_.organisation) m_.organisation = office.body;
    } else if (group) {
      take_group(office);
    }
  }
  for (const Named& state : who.states) m_.states.push_back(state);
  return group || !who.states.empty();
}

// "the |LISTA| foreign ministers": the letters of a circle of states that no table knows, before
// the group that meets.
bool Clause::is_letters_of_group(const Tag& tag) const {
  if (!m_.group || m_.organ_words.empty() || tag.tokens.size() != 1) return false;
  return c_.doc.shape(tag.tokens.begin) == text::Shape::upper &&
         c_.doc.token_at(m_.organ_span.begin) == tag.tokens.end;
}

void Clause::take(const Tag& tag) {
  if (tag.label == Label::state) take_state(tag);
  if (tag.label == Label::place && !m_.place) m_.place = {tag.id, c_.doc.span(tag.tokens)};
  if (tag.label != Label::body || m_.kind == "visit") return;
  if (const Tag* whole = body_of_ministries(tag); whole != nullptr) return take(*whole);
  if (const std::uint32_t end = owner_within(tag); end > tag.tokens.begin) {
    if (!m_.organisation) m_.organisation = body_at(tag.tokens.begin);
    return take_words({end, tag.tokens.end}, true);
  }
  const Tag* owner = tag.id == npos ? organisation_ending(tag.tokens.begin) : nullptr;
  if (owner != nullptr) {  // "the SADC |Council|"
    take(*owner);
    return take_words(tag.tokens, true);
  }
  const bool owns = names_unknown_organisation(c_, tag) || may_own_organs(c_, tag.tokens);
  if (tag.id == npos && m_.owner.empty() && owns) {
    const TokenRange organ = organ_before(tag.tokens.begin);
    if (organ.empty()) return take_words(tag.tokens);
    m_.owner = c_.doc.span(tag.tokens);
    return take_words(organ, true);
  }
  if (tag.id == npos && m_.owner.empty() && is_letters_of_group(tag)) {
    m_.owner = c_.doc.span(tag.tokens);
    return;
  }
  if (tag.id == npos) return take_words(tag.tokens);
  Named& slot = names_organ(c_, tag) ? m_.organ : m_.organisation;
  if (!slot) slot = {tag.id, c_.doc.span(tag.tokens)};
}

void Clause::take_members(std::uint32_t at) {
  const std::string_view link = c_.lower(at);
  if (link != "between" && link != "of") return;
  std::vector<const Tag*> members;
  for (++at; at < s_.end; ++at) {
    const Tag* tag = c_.tags.starting(at);
    const std::string_view word = c_.doc.lower(at);
    if (tag != nullptr && tag->label == Label::state) {
      members.push_back(tag);
      at = tag->tokens.end - 1;
    } else if (tag != nullptr || (word != "," && word != "and" && word != "the")) {
      break;
    }
  }
  if (members.size() < 2) return;
  for (const Tag* member : members) take_state(*member);
}

}  // namespace rapporteur::meetings
