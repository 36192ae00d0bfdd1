// Who acts by the verb of a clause: the names before it, word by word back to where the clause
// begins.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/shared_subject.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/front_subject.h"
#include "nominal/nominal_words.h"
#include "organ/small_organ.h"

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
  static constexpr std::array<std::string_view, 20> kWords{
      ",",         "and",        ")",    "(",     "the",         "both",
      "with",      "&",          "his",  "her",   "their",       "its",
      "colleague", "colleagues", "host", "guest", "counterpart", "counterparts",
      "homologue", "visitor"};
  return is_one_of(word, kWords);
}

bool brings_along(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWords{
      "accompanied", "supported", "flanked", "joined", "assisted", "escorted", "seconded"};
  return is_one_of(word, kWords);
}

// A house that people go to, not a body that sits in one.
bool names_house(const Context& c, const Tag& tag) {
  static constexpr std::array<std::string_view, 9> kHouses{
      "hotel", "palace", "resort", "residence", "villa", "castle", "airport", "hilton", "sheraton"};
  return tag.id == npos && is_one_of(c.lower(tag.tokens.end - 1), kHouses);
}

}  // namespace

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
  if (m_.kind != "meeting" || m_.in_headline) return {};
  std::uint32_t t = verb;
  while (t > s_.begin && verb - t < 4 && is_auxiliary(c_.doc.lower(t - 1))) --t;
  // "the joint committee on fish|, which| sat in Lima"
  if (t > s_.begin + 2 && c_.doc.lower(t - 1) == "which" && c_.doc.lower(t - 2) == ",") t -= 2;
  bool listed = false;
  for (std::uint32_t back = 1; back <= kLongest && t >= s_.begin + back; ++back) {
    const std::uint32_t at = t - back;
    // "on passage, communications |and| customs"
    listed = listed || c_.doc.lower(at) == "and";
    const bool joint = c_.doc.lower(at) == "-" || c_.doc.lower(at) == "–";
    const bool ends = c_.doc.is_punctuation(at) && !joint && (!listed || c_.doc.lower(at) != ",");
    if (ends || c_.cue(at, c_.cues.verb) != nullptr) return {};
    TokenRange words;
    if (c_.doc.is_capital(at) || c_.cue(at, c_.cues.organ_head, &words) == nullptr) continue;
    const std::string_view next = c_.doc.lower(words.end);
    if (words.end > t || (words.end < t && next != "of" && next != "on" && next != "for"))
      return {};
    std::uint32_t begin = at;
    const auto is_small = [&](std::uint32_t word) {
      const std::string_view text = c_.doc.lower(word);
      return c_.doc.shape(word) == text::Shape::lower || text == "-" || text == "'" || text == "'s";
    };
    static constexpr std::array<std::string_view, 5> kFront{"the", "of", "a", "an", "their"};
    while (begin > s_.begin && at - begin < 4 && is_small(begin - 1) &&
           !is_one_of(c_.doc.lower(begin - 1), kFront)) {
      --begin;
    }
    const Tag* before = begin > s_.begin ? c_.tags.covering(begin - 1) : nullptr;
    const bool owned =
        before != nullptr && (before->label == Label::state || before->label == Label::nationality);
    const std::string_view front = begin > s_.begin ? c_.doc.lower(begin - 1) : std::string_view();
    const bool article = front == "the" || front == "a" || front == "an" || front == "their";
    if (owned && (c_.doc.lower(begin) == "'s" || c_.doc.lower(begin) == "'")) ++begin;
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
    // "a Swiss delegation, led by X, and a Brazilian one, led by Y, met"
    const bool group = t > s_.begin + 1 && before_delegation(t + 2) < t;
    const bool led = is_one_of(word, kLed) && c_.lower(t + 1) == "by" && !group;
    if ((relative || led) && c_.doc.lower(t - 1) == ",") return t - 1;
    // "the Commission, |of which| Peru and Chile are members, met"
    const std::string_view link = c_.doc.lower(t - 1);
    const bool linked = link == "of" || link == "to" || link == "in" || link == "on";
    if (relative && linked && c_.doc.lower(t - 2) == ",") return t - 2;
  }
  return end;
}

// "After talks with A|,| B met C", but "after the talks A|,| B and C met": those before the comma
// are of what opens the sentence, and no "and" stands behind it.
bool Clause::stands_behind_front(std::uint32_t comma) const {
  if (m_.people.empty() || !opens_front(c_, s_.end - 1)) return false;
  for (std::uint32_t t = comma; t < m_.trigger.begin; ++t) {
    if (c_.doc.lower(t) == "and") return false;
  }
  return true;
}

// "In preparation for the meeting of the SCO Council|,| the secretaries met": the comma behind what
// opens the sentence, when the subject is a body or a group.
bool Clause::closes_front(std::uint32_t comma) const {
  const bool body = m_.organisation || m_.organ || !m_.organ_words.empty();
  if (!body && !stands_behind_front(comma)) return false;
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

// "the OIC |member states| will gather", "the Council of Ministers |of the member states| met".
Clause::Step Clause::over_group(Walk& w, const names::Mention& group) {
  m_.group = true;
  w.at = group.tokens.begin;
  const Tag* owner = w.at > s_.begin ? c_.tags.covering(bracket_before(c_, w.at) - 1) : nullptr;
  if (owner != nullptr && owner->label == Label::body) return Step::moved;
  const bool of = w.at > s_.begin + 1 && c_.doc.lower(w.at - 1) == "of";
  const Tag* body = of ? c_.tags.covering(w.at - 2) : nullptr;
  if (body == nullptr || body->label != Label::body || body->tokens.end != w.at - 1) {
    return Step::stop;
  }
  --w.at;
  return Step::moved;
}

// Somebody of the cast, or a group.
Clause::Step Clause::over_mention(Walk& w) {
  const names::Mention* who = c_.cast.ending(w.at);
  if (who == nullptr) return Step::none;
  const bool collective = who->kind == MentionKind::collective;
  // "had met both parties |and is expected to meet| X": object of the verb before
  if (collective && w.crossed_and && !w.any) {
    w.at = who->tokens.begin;
    return Step::moved;
  }
  // "the Council of the Union |member states| and Chad met"
  const bool joined = collective && m_.people.empty() && c_.lower(who->tokens.end) == "and";
  if (collective && (!w.any || joined) && !is_in_name(*who)) return over_group(w, *who);
  if (w.crossed_and && !w.any && who->person != kNobody && ends_other_clause(c_, *who, s_.begin)) {
    w.at = who->tokens.begin;
    return Step::moved;
  }
  if (!m_.people.empty() && invites(who->tokens.begin)) return Step::stop;
  if (collective) return Step::none;
  w.any = take(*who) || w.any;
  w.at = who->tokens.begin;
  return Step::moved;
}

// Takes a body or state that acts with the organ beside it; where all of it begins.
std::uint32_t Clause::before_actor(Walk& w, const Tag& actor) {
  const TokenRange small = w.any || actor.label != Label::body || actor.id == npos
                               ? TokenRange{}
                               : small_organ_behind(c_, actor.tokens.end);
  take(actor);
  w.any = true;
  if (!small.empty() && small.end <= w.end) take_words(small, true);
  const TokenRange organ = organ_before(actor.tokens.begin);
  if (m_.organisation && !organ.empty()) {
    take_words(organ, true);
    return organ.begin;
  }
  return std::min(named_twice(actor), actor.tokens.begin);
}

// A body in small letters right before the verb: "the joint commission on the Drava |met|".
bool Clause::over_small_body(Walk& w) {
  const TokenRange small = !w.any && w.at == w.from ? small_body(w.at) : TokenRange{};
  if (small.empty()) return false;
  take_words(small);
  take_members(small.end);
  w.any = true;
  w.at = take_owners(small.begin);
  if (w.at > s_.begin && c_.doc.lower(w.at - 1) == "their") take_owners_before(w.at);
  return true;
}

// "|Peru's and Chile's| border commission met": where those begin whose body it is, or `at`.
std::uint32_t Clause::take_owners(std::uint32_t at) {
  while (at > s_.begin) {
    const std::string_view word = c_.doc.lower(at - 1);
    const std::uint32_t end = (word == "'s" || word == "'") && at - 1 > s_.begin ? at - 1 : at;
    const Tag* tag = c_.tags.covering(end - 1);
    const bool state =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    if (!state) return at;
    take_state(*tag);
    at = tag->tokens.begin;
    const std::string_view link = at > s_.begin ? c_.doc.lower(at - 1) : std::string_view();
    if (link != "and" && link != "-" && link != "–") return at;
    --at;
  }
  return at;
}

// A body, a state or another name that is no person's.
Clause::Step Clause::over_tag(Walk& w) {
  if (const std::uint32_t full = before_short_form(w.at); full < w.at) {
    w.at = full;
    return Step::moved;
  }
  const Tag* tag = c_.tags.covering(w.at - 1);
  if (tag == nullptr || tag->tokens.end != w.at) return Step::none;
  if (tag->label == Label::place && over_small_body(w)) return Step::moved;
  if (tag->label == Label::body && !m_.people.empty() && is_adjunct(*tag)) return Step::stop;
  if (tag->label == Label::body && names_house(c_, *tag)) {  // "went to the Hilton |Hotel| to meet"
    w.at = tag->tokens.begin;
    return Step::moved;
  }
  const bool acts =
      tag->label == Label::state && (w.any || m_.kind == "signing" || acts_itself(*tag, w.end));
  if (tag->label == Label::body || acts) {
    w.at = before_actor(w, *tag);
    return Step::moved;
  }
  const bool of_state = tag->label == Label::state || tag->label == Label::nationality;
  if (of_state && (is_group(w.at) || (w.any && c_.lower(w.at) == "and"))) {
    take_state(*tag);
    w.any = true;
  }
  w.at = tag->tokens.begin;
  return Step::moved;
}

// What belongs to the names that were taken: the whole of which they are parts, a title.
Clause::Step Clause::over_front(Walk& w) {
  if (!w.any) return Step::none;
  if (const std::uint32_t group = before_delegation(w.at); group < w.at) {
    w.at = group;
  } else if (const std::uint32_t whole = whole_before(w.at); whole < w.at) {
    w.at = whole;
  } else if (const TokenRange joint = joint_before(w.at); !joint.empty()) {
    take_words(joint, true);
    w.at = joint.begin;
  } else if (const std::uint32_t of = before_circle(w.at); of < w.at) {
    w.at = of;
  } else if (const std::uint32_t title = title_before(w.at); title < w.at) {
    w.at = title;
  } else {
    return Step::none;
  }
  return Step::moved;
}

// Any other word: a body in small letters, a word between two names, or the end.
Clause::Step Clause::over_word(Walk& w) {
  const std::string_view word = c_.doc.lower(w.at - 1);
  w.crossed_and = w.crossed_and || (!w.any && word == "and");
  // "X, accompanied by Y, met Z"
  if (w.any && word == "by" && w.at >= s_.begin + 2 && brings_along(c_.doc.lower(w.at - 2))) {
    w.at -= 2;
    return Step::moved;
  }
  if (over_small_body(w)) return Step::moved;
  if (const std::uint32_t group = before_member_states(w.at); w.any && group < w.at) {
    w.at = group;
    return Step::moved;
  }
  // "the ambassadors of Peru, X, and |of| Chile, Y"
  const std::string_view joint = w.at > s_.begin + 1 ? c_.doc.lower(w.at - 2) : "";
  if (w.any && word == "of" && (joint == "and" || joint == ",")) {
    --w.at;
    return Step::moved;
  }
  // "ministers of |the Union|": those of it who meet
  const bool whole = w.at >= s_.begin + 4 && c_.doc.lower(w.at - 3) == "of" &&
                     c_.cast.office_ending(w.at - 3) != nullptr;
  if (!w.any && !whole && is_generic_body(w.at - 1)) {
    take_words({w.at - 1, w.at});
    w.any = true;
  } else if (w.any && (!joins_subjects(word) || (word == "," && closes_front(w.at - 1)))) {
    return Step::stop;
  } else if (word == ";" || word == ":" || (word == "that" && !is_relative(w.at, w.end))) {
    return Step::stop;
  }
  --w.at;
  return Step::moved;
}

bool Clause::subject(std::uint32_t end) {
  if (treaty_parties(end)) return true;
  const std::uint32_t from = before_relative(end);
  Walk w{end, from, from};
  while (w.at > s_.begin && from - w.at < kSubjectReach) {
    Step step = over_mention(w);
    if (step == Step::none) step = over_tag(w);
    if (step == Step::none) step = over_front(w);
    if (step == Step::none) step = over_word(w);
    if (step == Step::stop) break;
  }
  if (w.any) m_.tokens.begin = std::min(m_.tokens.begin, w.at);
  return w.any || officials_before(end);
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

}  // namespace rapporteur::meetings
