// The names that stand before those who act in a clause: wholes of parts, titles, bodies named
// twice.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/group_words.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/organ_extent.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

// "the |Council of Ministers| of the CIS": where the name ends whose part stands at `part`; or
// `part`.
std::uint32_t Clause::whole_before(std::uint32_t part) const {
  std::uint32_t of = part;
  if (of > s_.begin && c_.doc.lower(of - 1) == "the") --of;
  if (of < s_.begin + 2 || c_.doc.lower(of - 1) != "of") return part;
  const Tag* tag = c_.tags.covering(of - 2);
  const bool body = tag != nullptr && tag->label == Label::body && tag->tokens.end == of - 1;
  return body || c_.cast.ending(of - 1) != nullptr ? of - 1 : head_before(of - 1, part);
}

// "the |Joint Committee| on Trade and Transport of Ghana and Kenya": where the name ends that
// capitals follow up to `end`; or `part`.
std::uint32_t Clause::head_before(std::uint32_t end, std::uint32_t part) const {
  constexpr std::uint32_t kLongest = 12;
  for (std::uint32_t t = end; t > s_.begin + 1 && end - t < kLongest; --t) {
    const std::string_view word = c_.doc.lower(t - 1);
    if (t < end && (word == "on" || word == "for")) {
      const Tag* tag = c_.tags.covering(t - 2);
      const bool body = tag != nullptr && tag->label == Label::body && tag->tokens.end == t - 1;
      return body ? t - 1 : part;
    }
    if (!c_.doc.is_capital(t - 1) && word != "and" && word != ",") break;
  }
  return part;
}

// "ministers |of the Baltic and Nordic countries| (NB8)": where the circle of states begins that
// ends before `end`; or `end`.
std::uint32_t Clause::before_circle(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 9;
  static constexpr std::array<std::string_view, 4> kNouns{"countries", "states", "nations",
                                                          "members"};
  std::uint32_t at = end;
  if (at > s_.begin && c_.doc.lower(at - 1) == "(") --at;
  if (at == s_.begin || !is_one_of(c_.doc.lower(at - 1), kNouns)) return end;
  for (std::uint32_t t = at - 1; t > s_.begin && at - t < kLongest; --t) {
    if (c_.doc.lower(t) == "," || c_.doc.lower(t) == ";") return end;
    if (c_.doc.lower(t) == "of" && c_.cast.ending(t) != nullptr) return t;
  }
  return end;
}

// "the Joint Commission |on Demarcation for Land Boundary| (JBC)": where the name of the body ends
// whose matter ends at `end`; or `end`.
std::uint32_t Clause::before_matter(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 9;
  static constexpr std::array<std::string_view, 5> kLinks{"of", "on", "for", "and", "the"};
  for (std::uint32_t t = end; t > s_.begin && end - t < kLongest; --t) {
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag != nullptr && tag->label == Label::body && tag->tokens.end == t) {
      const std::string_view link = c_.doc.lower(t);
      return t == end || link == "of" || link == "on" || link == "for" ? t : end;
    }
    if (!c_.doc.is_capital(t - 1) && !is_one_of(c_.doc.lower(t - 1), kLinks)) return end;
  }
  return end;
}

// "the Council of the Indian Ocean Commission |(IOC)|": before the bracket behind the name of a
// body and its matter, if its letters alone are no name that a table knows; or `end`.
std::uint32_t Clause::before_short_form(std::uint32_t end) const {
  if (end < s_.begin + 4 || c_.doc.lower(end - 1) != ")" || c_.doc.lower(end - 3) != "(") {
    return end;
  }
  const Tag* letters = c_.tags.covering(end - 2);
  const std::uint32_t name = before_matter(end - 3);
  const Tag* whole = c_.tags.covering(name - 1);
  const bool unknown = letters == nullptr || letters->id == npos;
  const bool short_form = c_.doc.shape(end - 2) == text::Shape::upper;
  const bool named = whole != nullptr && whole->label == Label::body &&
                     (whole->id != npos || short_form) && whole->tokens.end == name;
  return unknown && named ? name : end;
}

// "|His Majesty| Sultan X": where a title before `end` begins, or `end`.
std::uint32_t Clause::title_before(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 4;
  std::uint32_t best = end;
  for (std::uint32_t back = 1; back <= kLongest && end >= s_.begin + back; ++back) {
    for (const lexicon::Match& match : c_.matches.at(end - back)) {
      if (match.channel == lexicon::Channel::honorific && match.tokens.end == end) {
        best = match.tokens.begin;
      }
    }
  }
  return best;
}

// "of the |10-member regional bloc| ASEAN", "of the |eight| ASEAN states": where the words begin
// that describe the organisation at `whole`, without the article.
std::uint32_t Clause::before_adjectives(std::uint32_t whole) const {
  constexpr std::uint32_t kLongest = 6;
  static constexpr std::array<std::string_view, 25> kCounts{
      "-",      "member",       "nation",       "state",   "country", "bloc", "regional",
      "strong", "body",         "group",        "two",     "three",   "four", "five",
      "six",    "seven",        "eight",        "nine",    "ten",     "all",  "eleven",
      "twelve", "organisation", "organization", "grouping"};
  std::uint32_t at = whole;
  while (at > s_.begin && whole - at < kLongest) {
    const std::string_view word = c_.doc.lower(at - 1);
    const text::Shape shape = c_.doc.shape(at - 1);
    const bool counts = shape == text::Shape::number || is_one_of(word, kCounts);
    if (!counts) break;
    --at;
  }
  while (at > s_.begin && c_.doc.lower(at - 1) == "the") --at;
  return at;
}

// "the G20 |finance ministers and central bank governors| met", from the last to the first.
void Clause::take_group(const names::Office& office) {
  const ByteSpan words = words_of_group(c_, office);
  const bool more = !m_.organ_words.empty() && is_joined_group(c_, words, m_.organ_span);
  if (!m_.organ_words.empty() && !more) return;
  m_.organ_span = more ? join(words, m_.organ_span) : words;
  const bool plain = !more && office.words.size() > 1 && words.begin == office.words.front().begin;
  m_.organ_words = plain ? office.text : c_.words(m_.organ_span);
  const Named owner =
      office.body && office.body.id != npos ? office.body : body_before_group(c_, words);
  if (owner) m_.organisation = owner;
}

// "the |Committee| on Energy", "the |Committee| of Experts": the head of the name in capitals that
// ends at `end`; else its last word.
std::uint32_t Clause::head_with_matter(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 7;
  for (std::uint32_t back = 3; back <= kLongest && end >= s_.begin + back; ++back) {
    const std::uint32_t t = end - back;
    const std::string_view link = c_.doc.lower(t + 1);
    const bool joint = link == "of" || link == "on" || link == "for";
    if (!c_.doc.is_capital(end - 1) || c_.doc.is_punctuation(t)) break;
    if (joint && c_.doc.is_capital(t) && c_.cue(t, c_.cues.body_head) != nullptr) return t;
  }
  return end - 1;
}

// "the OECS |member states (of)| Dominica and Grenada": where the words begin that end at `end`; or
// `end`.
std::uint32_t Clause::before_member_states(std::uint32_t end) const {
  static constexpr std::array<std::string_view, 3> kNouns{"states", "countries", "nations"};
  static constexpr std::array<std::string_view, 3> kWhich{"member", "partner", "participating"};
  std::uint32_t at = end;
  if (at > s_.begin + 3 && c_.doc.lower(at - 1) == "the") --at;
  if (at > s_.begin + 3 && c_.doc.lower(at - 1) == "of") --at;
  const bool group = at > s_.begin + 2 && is_one_of(c_.doc.lower(at - 1), kNouns) &&
                     is_one_of(c_.doc.lower(at - 2), kWhich);
  return group ? at - 2 : end;
}

// "the |Council of Ministers| of the ECO": the organ before the organisation at `whole`, or
// nothing.
TokenRange Clause::organ_before(std::uint32_t whole) const {
  constexpr std::uint32_t kLongest = 8;
  std::uint32_t of = before_adjectives(whole);
  if (of < s_.begin + 2) return {};
  const std::string_view link = c_.doc.lower(of - 1);
  if (link != "of" && link != "for" && link != "from") return {};
  // "the Council of Ministers |of the member states| of the Commission", "ministers |from the seven
  // countries| of the League"
  const std::string_view circle = c_.doc.lower(of - 2);
  if (circle == "states" || circle == "countries" || circle == "nations") {
    const std::uint32_t at = before_adjectives(of - 2);
    const bool first = at < of - 2 && at >= s_.begin + 2;
    if (first && (c_.doc.lower(at - 1) == "of" || c_.doc.lower(at - 1) == "from")) of = at;
  }
  const std::uint32_t end = bracket_before(c_, of - 1);  // "the Council |(PSC)| of"
  TokenRange best;
  for (std::uint32_t back = 1; back <= kLongest && end >= s_.begin + back; ++back) {
    for (const lexicon::Match& match : c_.matches.at(end - back)) {
      if (match.channel == lexicon::Channel::organ && match.tokens.end == end) best = match.tokens;
    }
  }
  const Tag* named = c_.tags.covering(end - 1);
  const bool longer = named != nullptr && named->label == Label::body && named->tokens.end == end &&
                      c_.cue(end - 1, c_.cues.body_head) != nullptr;
  // "the |Peace and| Security Council"
  if (longer && (best.empty() || named->tokens.begin < best.begin)) return named->tokens;
  if (!best.empty()) {
    return {whole_organ_name(c_, c_.doc.span(best)).begin, best.end};
  }
  // "the Authority of", "the Special Committee of", "the |Committee on Energy| of"
  const std::uint32_t head = head_with_matter(end);
  const bool heads = c_.cue(head, c_.cues.body_head) != nullptr ||
                     c_.cue(head, c_.cues.organ_head) != nullptr;  // "the General |Assembly| of"
  if (!c_.doc.is_capital(head) || !heads) return {};
  std::uint32_t begin = head;
  while (begin > s_.begin && end - begin < kLongest && c_.doc.is_capital(begin - 1) &&
         c_.doc.lower(begin - 1) != "the") {
    --begin;
  }
  return {begin, end};
}

// "the Quadrilateral Security Dialogue, or |Quad|,": where the first of two names of one body ends;
// else where `tag` begins.
std::uint32_t Clause::named_twice(const Tag& tag) const {
  std::uint32_t at = tag.tokens.begin;
  while (at > s_.begin && (c_.doc.lower(at - 1) == "or" || c_.doc.lower(at - 1) == "(" ||
                           c_.doc.lower(at - 1) == "the" || c_.doc.lower(at - 1) == ",")) {
    --at;
  }
  const Tag* first = at > s_.begin && at < tag.tokens.begin ? c_.tags.covering(at - 1) : nullptr;
  const bool same =
      first != nullptr && first->label == Label::body && first->id == tag.id && tag.id != npos;
  return same ? first->tokens.end : tag.tokens.begin;
}

// "|ASEAN leaders| met": whom a table knows by these words.
bool Clause::is_in_name(const names::Mention& who) const {
  const Tag* tag = c_.tags.covering(who.tokens.end - 1);
  return tag != nullptr && tag->label == Label::body && tag->id != npos &&
         tag->tokens.begin < who.tokens.begin;
}

// "the |joint commission| of Chile and Peru met", "the |intergovernmental commission on trade|
// between Chile and Peru met": in small letters, before the states at `states`; or nothing.
TokenRange Clause::joint_before(std::uint32_t states) const {
  constexpr std::uint32_t kLongest = 14;
  std::uint32_t of = states;
  if (of > s_.begin && c_.doc.lower(of - 1) == "the") --of;
  if (of < s_.begin + 2) return {};
  const std::string_view link = c_.doc.lower(of - 1);
  if (link != "of" && link != "between") return {};
  const std::uint32_t end = of - 1;
  const lexicon::CueClass organ_head = c_.cues.organ_head;
  for (std::uint32_t back = 1; back <= kLongest && end >= s_.begin + back; ++back) {
    const std::uint32_t t = end - back;
    if (c_.doc.is_punctuation(t) || c_.cue(t, c_.cues.verb) != nullptr) return {};
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, organ_head, &words);
    if (cue == nullptr || cue->value != "joint" || words.end > end) continue;
    const std::string_view next = c_.doc.lower(words.end);
    if (words.end == end) return words;
    return next == "on" || next == "for" ? TokenRange{words.begin, end} : TokenRange{};
  }
  return {};
}

// "the Committee (IC) which comprises permanent secretaries |will meet|": where it is said who
// belongs to the body; or `end`.
std::uint32_t Clause::before_members(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 20;
  static constexpr std::array<std::string_view, 8> kVerbs{
      "comprises", "brings", "groups", "consists", "includes", "gathers", "unites", "comprising"};
  for (std::uint32_t t = end; t > s_.begin + 2 && end - t < kLongest; --t) {
    const std::string_view word = c_.doc.lower(t - 1);
    if (word == ";" || word == ":") return end;
    if (!is_one_of(word, kVerbs)) continue;
    const std::string_view before = c_.doc.lower(t - 2);
    const std::uint32_t at = before == "which" || before == "that" ? t - 2 : t - 1;
    return c_.doc.lower(at - 1) == "," ? at - 1 : at;
  }
  return end;
}

// "|technical experts| had met" before the verb at `end`: a group that no office names. False:
// none.
bool Clause::officials_before(std::uint32_t end) {
  constexpr std::uint32_t kLongest = 4;
  static constexpr std::array<std::string_view, 8> kAuxiliaries{"had",  "have", "will", "would",
                                                                "also", "are",  "to",   "were"};
  if (m_.kind != "meeting" || m_.in_headline) return false;
  const lexicon::CueClass officials = c_.cues.officials;
  while (end > s_.begin && is_one_of(c_.doc.lower(end - 1), kAuxiliaries)) --end;
  for (std::uint32_t back = kLongest; back > 0; --back) {
    if (end < s_.begin + back) continue;
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(end - back, officials, &words);
    if (cue == nullptr || words.end != end) continue;
    m_.group = true;
    take_words(words);
    m_.tokens.begin = std::min(m_.tokens.begin, words.begin);
    return true;
  }
  return false;
}

// "the Peru-Chile |Joint Group on Border Management|" with the tag of what it is on; or nothing.
TokenRange Clause::headed_whole(const Tag& tag) const {
  std::uint32_t at = tag.tokens.begin;
  if (tag.id != npos || at < s_.begin + 3) return {};
  if (c_.doc.lower(at - 1) == "the") --at;
  const std::string_view link = c_.doc.lower(at - 1);
  if ((link != "on" && link != "for") || c_.cue(at - 2, c_.cues.body_head) == nullptr) return {};
  const Tag* head = c_.tags.covering(at - 2);
  if (!c_.doc.is_capital(at - 2) || (head != nullptr && head->id != npos)) return {};
  std::uint32_t begin = head != nullptr ? head->tokens.begin : at - 2;
  while (begin > s_.begin && c_.doc.is_capital(begin - 1) &&
         c_.tags.covering(begin - 1) == nullptr) {
    --begin;
  }
  return {begin, tag.tokens.end};
}

// "|Peru and Chile| talk of fish when |their| border commission meets": the pair named before `at`.
void Clause::take_owners_before(std::uint32_t at) {
  for (std::uint32_t t = at; t > s_.begin + 1; --t) {
    const Tag* last = c_.tags.covering(t - 1);
    if (last == nullptr || last->label != Label::state || last->tokens.end != t) continue;
    std::uint32_t end = last->tokens.begin;
    if (end > s_.begin && c_.doc.lower(end - 1) == "the") --end;
    if (end < s_.begin + 2 || c_.doc.lower(end - 1) != "and") return;
    const Tag* first = c_.tags.covering(end - 2);
    if (first == nullptr || first->label != Label::state) return;
    take_state(*first);
    take_state(*last);
    return;
  }
}

}  // namespace rapporteur::meetings
