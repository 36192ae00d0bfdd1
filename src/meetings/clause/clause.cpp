#include "clause/clause.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using names::MentionKind;
using tagger::Label;
using tagger::Tag;

bool is_auxiliary(std::string_view word) {
  static constexpr std::array<std::string_view, 19> kWords{
      "will",  "to",  "have", "has",   "had", "are",      "is",  "were",      "was", "also",
      "would", "not", "be",   "about", "due", "expected", "set", "scheduled", "soon"};
  return is_one_of(word, kWords);
}

bool joins_subjects(std::string_view word) {
  static constexpr std::array<std::string_view, 19> kWords{
      ",",           "and",          ")",        "(",   "the",       "both",       "with", "&",
      "his",         "her",          "their",    "its", "colleague", "colleagues", "host", "guest",
      "counterpart", "counterparts", "homologue"};
  return is_one_of(word, kWords);
}

bool brings_along(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWords{
      "accompanied", "supported", "flanked", "joined", "assisted", "escorted", "seconded"};
  return is_one_of(word, kWords);
}

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

void Clause::take(const Tag& tag) {
  if (tag.label == Label::state) take_state(tag);
  if (tag.label == Label::place && !m_.place) m_.place = {tag.id, c_.doc.span(tag.tokens)};
  if (tag.label != Label::body || m_.kind == "visit") return;
  if (const std::uint32_t end = owner_within(tag); end > tag.tokens.begin) {
    if (!m_.organisation) m_.organisation = body_at(tag.tokens.begin);
    return take_words({end, tag.tokens.end}, true);
  }
  const Tag* owner = tag.id == npos ? organisation_ending(tag.tokens.begin) : nullptr;
  if (owner != nullptr) {  // "the SADC |Council|"
    take(*owner);
    return take_words(tag.tokens, true);
  }
  if (tag.id == npos && m_.owner.empty() && names_unknown_organisation(c_, tag)) {
    const TokenRange organ = organ_before(tag.tokens.begin);
    if (organ.empty()) return take_words(tag.tokens);
    m_.owner = c_.doc.span(tag.tokens);
    return take_words(organ, true);
  }
  if (tag.id == npos) return take_words(tag.tokens);
  Named& slot = names_organ(c_, tag) ? m_.organ : m_.organisation;
  if (!slot) slot = {tag.id, c_.doc.span(tag.tokens)};
}

// "delegations", "teams": "the Iranian and Myanmar delegations met".
bool Clause::is_group(std::uint32_t token) const {
  return c_.cue(token, c_.cues.delegate) != nullptr || c_.cue(token, c_.cues.level_only) != nullptr;
}

// "the Council", in capitals, and no more of its name.
bool Clause::is_generic_body(std::uint32_t token) const {
  return c_.doc.is_capital(token) && token > s_.begin &&
         c_.cue(token, c_.cues.body_head) != nullptr && c_.doc.lower(token - 1) == "the";
}

// "the |monitoring committee| of the Peace Agreement sat", "the Iran-Oman |joint commission| met":
// a body in small letters with its article or its states, before the verb at `verb`; or nothing.
TokenRange Clause::small_body(std::uint32_t verb) const {
  constexpr std::uint32_t kLongest = 10;
  const lexicon::CueClass organ_head = c_.cues.organ_head;
  if (m_.kind != "meeting" || m_.in_headline) return {};
  std::uint32_t t = verb;
  while (t > s_.begin && verb - t < 4 && is_auxiliary(c_.doc.lower(t - 1))) --t;
  bool listed = false;
  for (std::uint32_t back = 1; back <= kLongest && t >= s_.begin + back; ++back) {
    const std::uint32_t at = t - back;
    // "on passage, communications |and| customs"
    listed = listed || c_.doc.lower(at) == "and";
    const bool joint = c_.doc.lower(at) == "-" || c_.doc.lower(at) == "–";
    const bool ends = c_.doc.is_punctuation(at) && !joint && (!listed || c_.doc.lower(at) != ",");
    if (ends || c_.cue(at, c_.cues.verb) != nullptr) return {};
    TokenRange words;
    if (c_.doc.is_capital(at) || c_.cue(at, organ_head, &words) == nullptr) continue;
    const std::string_view next = c_.doc.lower(words.end);
    if (words.end > t || (words.end < t && next != "of" && next != "on" && next != "for"))
      return {};
    std::uint32_t begin = at;
    const auto is_small = [&](std::uint32_t word) {
      return c_.doc.shape(word) == text::Shape::lower || c_.doc.lower(word) == "-";
    };
    while (begin > s_.begin && at - begin < 4 && is_small(begin - 1) &&
           c_.doc.lower(begin - 1) != "the" && c_.doc.lower(begin - 1) != "of" &&
           c_.doc.lower(begin - 1) != "a" && c_.doc.lower(begin - 1) != "an") {
      --begin;
    }
    const Tag* before = begin > s_.begin ? c_.tags.covering(begin - 1) : nullptr;
    const bool owned =
        before != nullptr && (before->label == Label::state || before->label == Label::nationality);
    const std::string_view front = begin > s_.begin ? c_.doc.lower(begin - 1) : std::string_view();
    const bool article = front == "the" || front == "a" || front == "an";
    const bool says_which = words.end - begin >= 2 || (words.end < t && next != "of");
    return (article || owned) && says_which ? TokenRange{begin, words.end} : TokenRange{};
  }
  return {};
}

// "Peru and Chile will meet", "Peru and Chile on Monday met", but "in Peru": nothing but
// auxiliaries and a day up to the verb at `verb`.
bool Clause::acts_itself(const Tag& state, std::uint32_t verb) const {
  for (std::uint32_t t = state.tokens.end; t < verb; ++t) {
    const std::string_view word = c_.doc.lower(t);
    const bool day = c_.time_at(t) != nullptr || (word == "on" && c_.time_at(t + 1) != nullptr);
    if (!day && word != "here" && !is_auxiliary(word)) return false;
  }
  const std::string_view before =
      state.tokens.begin > s_.begin ? c_.doc.lower(state.tokens.begin - 1) : std::string_view();
  return before.empty() || before == "and" || before == "," || before == "the" || before == ".";
}

// "At the invitation of |X|, Y will visit".
bool Clause::invites(std::uint32_t begin) const {
  for (std::uint32_t back = 1; back <= 12 && begin >= s_.begin + back; ++back) {
    TokenRange words;
    if (c_.cue(begin - back, c_.cues.inviter, &words) != nullptr) return words.end <= begin;
    const std::string_view word = c_.doc.lower(begin - back);
    if (word == "," || word == ";") return false;
  }
  return false;
}

// "X, who sat in on both days, later |called on| Y": where the relative clause begins; or `end`.
std::uint32_t Clause::before_relative(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 24;
  if (const std::uint32_t members = before_members(end); members < end) return members;
  std::uint32_t at = end;
  while (at > s_.begin && end - at < 3 && c_.doc.lower(at - 1) != ",") --at;
  if (at == s_.begin || c_.doc.lower(at - 1) != ",") return end;
  if (const std::uint32_t aside = before_aside(at - 1); aside < at - 1) return aside;
  for (std::uint32_t t = at - 1; t > s_.begin + 1 && at - t < kLongest; --t) {
    const std::string_view word = c_.doc.lower(t);
    if (word == ";" || word == ":") return end;
    const bool relative = word == "who" || word == "which" || word == "whose" || word == "whom";
    static constexpr std::array<std::string_view, 6> kLed{"chaired",    "headed",  "led",
                                                          "co-chaired", "invited", "hosted"};
    const bool led = is_one_of(word, kLed) && c_.lower(t + 1) == "by";
    if ((relative || led) && c_.doc.lower(t - 1) == ",") return t - 1;
  }
  return end;
}

// "In preparation for the meeting of the SCO Council|,| the secretaries met": the comma behind what
// opens the sentence, when the subject is a body or a group.
bool Clause::closes_front(std::uint32_t comma) const {
  if (!m_.organisation && !m_.organ && m_.organ_words.empty()) return false;
  constexpr std::uint32_t kLongest = 40;
  for (std::uint32_t t = comma; t > s_.begin && comma - t < kLongest; --t) {
    TokenRange words;
    if (c_.cue(t - 1, c_.cues.link, &words) != nullptr && words.end <= comma) return true;
    if (c_.cue(t - 1, c_.cues.head) != nullptr) return true;
  }
  return false;
}

// "Next to the |General Affairs Council|, X saw Y": an adjunct before the subject.
bool Clause::is_adjunct(const Tag& tag) const {
  static constexpr std::array<std::string_view, 9> kWords{"to",  "at",     "in",     "on",   "of",
                                                          "for", "during", "before", "after"};
  std::uint32_t begin = tag.tokens.begin;
  while (begin > s_.begin && c_.doc.lower(begin - 1) == "the") --begin;
  const bool joined = begin > s_.begin && is_one_of(c_.doc.lower(begin - 1), kWords);
  return joined && c_.lower(tag.tokens.end) == ",";
}

// "a delegation |that| will visit Georgia" with the rest of the clause from `at`: the verb at `end`
// has no other subject.
bool Clause::is_relative(std::uint32_t at, std::uint32_t end) const {
  for (std::uint32_t t = at; t < end; ++t) {
    if (!is_auxiliary(c_.doc.lower(t))) return false;
  }
  if (m_.kind != "visit" || at < s_.begin + 2 || c_.doc.lower(at - 2) == ",") return false;
  return c_.cue(at - 2, c_.cues.person_verb) == nullptr;
}

bool Clause::subject(std::uint32_t end) {
  std::uint32_t at = before_relative(end);
  bool any = false;
  bool crossed_and = false;
  const std::uint32_t from = at;
  while (at > s_.begin && from - at < kSubjectReach) {
    const names::Mention* who = c_.cast.ending(at);
    // "had met both parties |and is expected to meet| X": object of the verb before
    const bool object = who != nullptr && crossed_and && who->kind == MentionKind::collective;
    if (object && !any) {
      at = who->tokens.begin;
      continue;
    }
    if (who != nullptr && who->kind == MentionKind::collective && !any && !is_in_name(*who)) {
      m_.group = true;
      at = who->tokens.begin;
      // "the OIC |member states| will gather"
      const Tag* owner = at > s_.begin ? c_.tags.covering(bracket_before(c_, at) - 1) : nullptr;
      if (owner != nullptr && owner->label == Label::body) continue;
      // "the Council of Ministers |of the member states| met"
      const bool of = at > s_.begin + 1 && c_.doc.lower(at - 1) == "of";
      const Tag* body = of ? c_.tags.covering(at - 2) : nullptr;
      if (body == nullptr || body->label != Label::body || body->tokens.end != at - 1) break;
      --at;
      continue;
    }
    if (who != nullptr && !m_.people.empty() && invites(who->tokens.begin)) break;
    if (who != nullptr && who->kind != MentionKind::collective) {
      any = take(*who) || any;
      at = who->tokens.begin;
      continue;
    }
    const Tag* tag = c_.tags.covering(at - 1);
    if (const std::uint32_t full = before_short_form(at); full < at) {
      at = full;
      continue;
    }
    if (tag != nullptr && tag->tokens.end == at) {
      const bool of_state = tag->label == Label::state || tag->label == Label::nationality;
      if (tag->label == Label::body && !m_.people.empty() && is_adjunct(*tag)) break;
      const bool acts =
          tag->label == Label::state && (any || m_.kind == "signing" || acts_itself(*tag, end));
      if (tag->label == Label::body || acts) {
        const TokenRange small = any || tag->label != Label::body || tag->id == npos
                                     ? TokenRange{}
                                     : small_organ_behind(c_, tag->tokens.end);
        take(*tag);
        any = true;
        if (!small.empty() && small.end <= end) take_words(small, true);
        const TokenRange organ = organ_before(tag->tokens.begin);
        if (m_.organisation && !organ.empty()) {
          take_words(organ, true);
          at = organ.begin;
          continue;
        }
        if (const std::uint32_t full = named_twice(*tag); full < tag->tokens.begin) {
          at = full;
          continue;
        }
      } else if (of_state && (is_group(at) || (any && c_.lower(at) == "and"))) {
        take_state(*tag);
        any = true;
      }
      at = tag->tokens.begin;
      continue;
    }
    if (const std::uint32_t whole = whole_before(at); any && whole < at) {
      at = whole;
      continue;
    }
    if (const TokenRange joint = joint_before(at); any && !joint.empty()) {
      take_words(joint, true);
      at = joint.begin;
      continue;
    }
    if (const std::uint32_t of = before_circle(at); any && of < at) {
      at = of;
      continue;
    }
    if (const std::uint32_t title = title_before(at); any && title < at) {
      at = title;
      continue;
    }
    const std::string_view word = c_.doc.lower(at - 1);
    crossed_and = crossed_and || (!any && word == "and");
    // "X, accompanied by Y, met Z"
    if (any && word == "by" && at >= s_.begin + 2 && brings_along(c_.doc.lower(at - 2))) {
      at -= 2;
      continue;
    }
    const TokenRange small = !any && at == from ? small_body(at) : TokenRange{};
    if (!small.empty()) {
      take_words(small);
      any = true;
      at = small.begin + 1;
    } else if (!any && is_generic_body(at - 1)) {
      take_words({at - 1, at});
      any = true;
    } else if (any && (!joins_subjects(word) || (word == "," && closes_front(at - 1)))) {
      break;
    } else if (word == ";" || word == ":" || (word == "that" && !is_relative(at, end))) {
      break;
    }
    --at;
  }
  if (any) m_.tokens.begin = std::min(m_.tokens.begin, at);
  return any || officials_before(end);
}

bool Clause::pronoun(std::uint32_t end) {
  constexpr std::uint32_t kNear = 4;
  // "He |is also expected to| meet X"
  while (end > s_.begin + kNear && is_auxiliary(c_.doc.lower(end - 1))) --end;
  for (std::uint32_t back = 1; back <= kNear && end >= s_.begin + back; ++back) {
    const std::string_view word = c_.doc.lower(end - back);
    if (word != "he" && word != "she" && word != "who" && word != "his" && word != "her") continue;
    const std::uint32_t person = antecedent(c_, end - back);
    if (person == kNobody) return false;
    if (std::find(m_.people.begin(), m_.people.end(), person) == m_.people.end()) {
      m_.people.push_back(person);
    }
    return true;
  }
  return false;
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
