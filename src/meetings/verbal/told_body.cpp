#include "verbal/told_body.h"

#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "nominal/noun_owner.h"
#include "organ/name_ends.h"
#include "rapporteur/catalogue/fold.h"
#include "verbal/verb_subject.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// The pronoun `wanted` right before `end`, over a few small words; or `end`.
std::uint32_t pronoun_before(const Context& c, std::uint32_t end, std::string_view wanted) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t begin = c.sentence(end).begin;
  for (std::uint32_t back = 1; back <= kNear && end >= begin + back; ++back) {
    const std::uint32_t t = end - back;
    if (c.doc.lower(t) == wanted) return t;
    if (c.doc.shape(t) != text::Shape::lower || c.tags.covering(t) != nullptr) return end;
  }
  return end;
}

// What stands before the pronoun: of its sentence, or of the one before where it opens its own.
TokenRange told_before(const Context& c, std::uint32_t pronoun) {
  constexpr std::uint32_t kOpening = 3;  // "In June it", "Since then it"
  const std::uint32_t sentence = c.doc.sentence_of(pronoun);
  const TokenRange own = c.doc.sentences()[sentence].tokens;
  if (pronoun > own.begin + kOpening) return {own.begin, pronoun};
  if (sentence == 0) return {};
  const text::Sentence& before = c.doc.sentences()[sentence - 1];
  return before.role == text::LineRole::body ? before.tokens : TokenRange{};
}

bool is_organisation(const Context& c, const Tag& tag) {
  if (tag.label != Label::body) return false;
  return tag.id != npos ? !names_organ(c, tag) : names_unknown_organisation(c, tag);
}

// A council, committee or commission.
bool is_council(const Context& c, const Tag& tag) {
  if (tag.label != Label::body) return false;
  if (tag.id != npos) return names_organ(c, tag);
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "national" || word == "federal" || word == "secretariat") return false;
    if (c.cue(t, c.cues.organ_head) != nullptr) return true;
  }
  return false;
}

// The first council that is told of; else the organisation that opens the words.
const Tag* body_told(const Context& c, TokenRange told) {
  constexpr std::uint32_t kFront = 2;
  const Tag* whole = nullptr;
  for (std::uint32_t t = told.begin; t < told.end; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr) continue;
    if (is_council(c, *tag)) return tag;
    if (t <= told.begin + kFront && is_organisation(c, *tag)) whole = tag;
  }
  return whole;
}

void take_organisation(const Context& c, const Tag& tag, Mention& m) {
  const ByteSpan words = c.doc.span(tag.tokens);
  if (tag.id != npos) {
    m.organisation = {tag.id, words};
  } else {
    m.owner = words;
  }
}

// "the Council |of the Union|": whose it is, and the states that it joins.
void take_whole_behind(const Context& c, std::uint32_t end, Mention& m) {
  Clause(c, m).take_members(end);
  if (c.lower(end) != "of") return;
  const std::uint32_t at = c.lower(end + 1) == "the" ? end + 2 : end + 1;
  const Tag* whole = at < c.doc.size() ? c.tags.starting(at) : nullptr;
  if (whole != nullptr && is_organisation(c, *whole)) take_organisation(c, *whole, m);
}

}  // namespace

bool take_told_body(const Context& c, std::uint32_t verb, Mention& m) {
  const std::uint32_t it = pronoun_before(c, verb, "it");
  const Tag* body = it < verb ? body_told(c, told_before(c, it)) : nullptr;
  if (body == nullptr) return false;
  if (is_organisation(c, *body)) {
    take_organisation(c, *body, m);
    return m.organisation || !m.owner.empty();
  }
  const ByteSpan words = c.doc.span(body->tokens);
  if (body->id != npos) {
    m.organ = {body->id, words};
  } else {
    m.organ_span = words;
    m.organ_words = c.words(words);
    add_pair(c, m);
  }
  take_whole_behind(c, body->tokens.end, m);
  return true;
}

bool take_body_of_noun(const Context& c, std::uint32_t verb, Mention& m) {
  constexpr std::uint32_t kSentences = 2;
  static constexpr std::array<std::string_view, 8> kBodies{
      "commission", "council", "committee", "group", "board", "assembly", "forum", "conference"};
  const std::string_view noun = word_before(c, verb);
  if (m.in_headline || !is_one_of(noun, kBodies)) return false;
  for (std::uint32_t back = 1; back <= kSentences && back <= m.sentence; ++back) {
    const text::Sentence& before = c.doc.sentences()[m.sentence - back];
    if (before.role == text::LineRole::blank) continue;
    if (before.role != text::LineRole::body) return false;
    for (std::uint32_t t = before.tokens.begin; t < before.tokens.end; ++t) {
      const Tag* tag = c.tags.starting(t);
      if (tag == nullptr || tag->label != Label::body) continue;
      for (std::uint32_t in = tag->tokens.begin; in < tag->tokens.end; ++in) {
        if (c.doc.lower(in) == noun) return take_who_meets(c, t, m);
      }
    }
  }
  return false;
}

void take_told_owner(const Context& c, Mention& m) {
  if (m.organisation || !m.owner.empty() || m.organ_span.begin >= m.organ_span.end) return;
  if (m.organ && m.organ.id != npos) return;
  const std::uint32_t name = c.doc.token_at(m.organ_span.begin);
  if (name == c.sentence(name).begin || c.doc.lower(name - 1) != "its") return;
  const TokenRange told = told_before(c, name - 1);
  const Tag* nearest = nullptr;
  for (std::uint32_t t = told.begin; t < told.end; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag != nullptr && is_organisation(c, *tag)) nearest = tag;
  }
  if (nearest != nullptr) take_organisation(c, *nearest, m);
}

bool stands_for_organisation(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kNouns{
      "union",       "organisation", "organization", "bloc", "group",    "grouping",
      "community",   "alliance",     "forum",        "body", "platform", "mechanism",
      "association", "league",       "initiative",   "pact", "cartel",   "entity"};
  return is_one_of(word, kNouns);
}

namespace {

// The noun of the organisation behind the group that ends at `end`, or before the one that begins
// at `begin`; or where the document ends.
std::uint32_t noun_of_whole(const Context& c, std::uint32_t begin, std::uint32_t end) {
  const std::string_view whose = c.lower(end + 1);
  const bool linked = c.lower(end) == "of" || c.lower(end) == "from";
  if (linked && whose == "the" && stands_for_organisation(c.lower(end + 2))) return end + 2;
  const bool marked = begin > 2 && (c.lower(begin - 1) == "'s" || c.lower(begin - 1) == "’s");
  const bool owns = marked && c.lower(begin - 3) == "the";
  if (owns && stands_for_organisation(c.lower(begin - 2))) return begin - 2;
  return c.doc.size();
}

// The organisation that the tag names, itself or by an organ of it; or nothing.
Named whole_named(const Context& c, const Tag& tag) {
  if (tag.label != Label::body || tag.id == npos) return {};
  const ByteSpan words = c.doc.span(tag.tokens);
  if (is_organisation(c, tag)) return {tag.id, words};
  const catalogue::Index parent = c.catalogue.bodies()[tag.id].parent;
  return parent == npos ? Named{} : Named{parent, words};
}

// The known organisation named last before `token`, no more than three sentences back; `by_noun`:
// the one that bears it, "the Union".
const Tag* organisation_told(const Context& c, std::uint32_t token, bool by_noun) {
  constexpr std::uint32_t kBack = 3;
  const std::uint32_t sentence = c.doc.sentence_of(token);
  const std::uint32_t from =
      c.doc.sentences()[sentence > kBack ? sentence - kBack : 0].tokens.begin;
  for (std::uint32_t t = token; t-- > from;) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr || !whole_named(c, *tag)) continue;
    if (!by_noun) return tag;
    for (std::uint32_t in = tag->tokens.begin; in < tag->tokens.end; ++in) {
      if (c.doc.lower(in) == c.doc.lower(token)) return tag;
    }
  }
  return nullptr;
}

// The organisation for which the noun at `noun` stands, "the Union", "the bloc"; or nothing.
Named organisation_by_noun(const Context& c, std::uint32_t noun) {
  if (noun >= c.doc.size()) return {};
  const Tag* told = organisation_told(c, noun, c.doc.is_capital(noun));
  return told == nullptr ? Named{} : whole_named(c, *told);
}

// "|The Union| imposed sanctions at a meeting of foreign ministers": whose they are.
Named organisation_acting(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 4> kLinks{"at", "during", "after", "following"};
  const std::uint32_t begin = behind_dateline(c, m.trigger.begin).begin;
  if (m.tokens.begin < begin + 3) return {};
  const std::string_view article = c.doc.lower(m.tokens.begin - 1);
  const std::uint32_t link =
      article == "a" || article == "the" ? m.tokens.begin - 2 : m.tokens.begin - 1;
  if (!is_one_of(c.doc.lower(link), kLinks)) return {};
  const Tag* tag = c.tags.starting(c.doc.lower(begin) == "the" ? begin + 1 : begin);
  return tag == nullptr ? Named{} : whole_named(c, *tag);
}

// "|its| foreign ministers", "|the bloc's| leaders": the organisation of the group; or nothing.
Named organisation_of(const Context& c, TokenRange group) {
  if (group.begin == 0) return {};
  if (c.doc.lower(group.begin - 1) != "its") {
    return organisation_by_noun(c, noun_of_whole(c, group.begin, group.end));
  }
  const TokenRange told = told_before(c, group.begin - 1);
  Named nearest;
  for (std::uint32_t t = told.begin; t < told.end; ++t) {
    const Tag* tag = c.tags.starting(t);
    const Named whole = tag == nullptr ? Named{} : whole_named(c, *tag);
    if (whole) nearest = whole;
  }
  return nearest;
}

struct Group {
  TokenRange tokens;
  bool leads = false;  // heads of state or government
};

// The group of office holders that begins at `t`, of no state and no body that is named; or
// nothing.
Group group_at(const Context& c, std::uint32_t t) {
  TokenRange words;
  const lexicon::Cue* level = c.cue(t, c.cues.level_only, &words);
  const names::Office* office = c.cast.office_starting(t);
  if (office == nullptr) {
    const bool leads = level != nullptr && level->value == "top" && c.lower(t) != "leader";
    return leads ? Group{words, true} : Group{};
  }
  if (!office->plural || office->state || office->body) return {};
  const lexicon::Cue* top = level_only(c, *office);
  return {office->tokens, top != nullptr && top->value == "top"};
}

// The group whose meeting it is, by its organ or behind its noun; or nothing.
Group group_of(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 5;  // tokens of "of the bloc's"
  if (!m.organ_words.empty()) return group_at(c, c.doc.token_at(m.organ_span.begin));
  if (c.lower(m.trigger.end) != "of") return {};
  const std::uint32_t end = std::min(c.sentence(m.trigger.begin).end, m.trigger.end + kNear);
  for (std::uint32_t t = m.trigger.end + 1; t < end; ++t) {
    if (const Group group = group_at(c, t); !group.tokens.empty()) return group;
  }
  return {};
}

}  // namespace

namespace {

// "the Ministerial Action |Group|": the organ that was told shortly before and bears the noun at
// `noun` in its name; or null.
const Tag* organ_bearing(const Context& c, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 60;  // tokens
  for (std::uint32_t t = noun; t > 0 && noun - t < kReach; --t) {
    const Tag* tag = c.tags.starting(t - 1);
    if (tag == nullptr || tag->label != Label::body || tag->id == npos) continue;
    const std::string name = " " + catalogue::fold(c.catalogue.bodies()[tag->id].name) + " ";
    const std::string word = " " + std::string(c.doc.lower(noun)) + " ";
    if (names_organ(c, *tag) && name.find(word) != std::string::npos) return tag;
  }
  return nullptr;
}

// "at |the bloc's| twelfth summit", "the |Group's| fiftieth meeting": whose meeting the words
// before its noun say it is.
void take_whole_before_noun(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 5;  // tokens of "twenty-first ordinary"
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.trigger.begin >= begin + back + 2; ++back) {
    const std::uint32_t mark = m.trigger.begin - back;
    if (c.doc.is_punctuation(mark) && c.doc.lower(mark) != "-" && c.doc.lower(mark) != "'s") return;
    if (c.doc.lower(mark) != "'s" && c.doc.lower(mark) != "’s") continue;
    const std::string_view article = c.doc.lower(mark - 2);
    if (article != "the" || !stands_for_organisation(c.doc.lower(mark - 1))) return;
    if (const Tag* organ = organ_bearing(c, mark - 1); organ != nullptr) {
      m.organ = {organ->id, c.doc.span(organ->tokens)};
    } else {
      m.organisation = organisation_by_noun(c, mark - 1);
    }
    return;
  }
}

}  // namespace

namespace {

// "the summit |of the bloc|", "of |the Group|": where the noun stands for the organisation that was
// told before, and no group of its own follows; or where the document ends.
std::uint32_t bloc_behind(const Context& c, const Mention& m) {
  const std::uint32_t noun = m.trigger.end + 2;
  const bool of = c.lower(m.trigger.end) == "of" && c.lower(noun - 1) == "the";
  const std::string_view next = c.lower(noun + 1);
  const bool ends = next != "'s" && next != "’s" && next != "of" && next != "on" && next != "for";
  const bool told = of && stands_for_organisation(c.lower(noun)) && ends;
  return told && c.tags.covering(noun) == nullptr ? noun : c.doc.size();
}

}  // namespace

void take_whole_of_group(const Context& c, Mention& m) {
  if (const std::uint32_t noun = bloc_behind(c, m);
      noun < c.doc.size() && !m.organisation && m.states.empty() && !m.organ) {
    const Tag* told = organisation_told(c, noun, c.doc.is_capital(noun));
    if (told == nullptr) told = organisation_told(c, noun, false);  // "of the Group"
    if (told == nullptr) return;
    m.organisation = whole_named(c, *told);
    m.organ_words.clear();
    m.organ_span = {};
    return;
  }
  const bool bare = !m.organisation && !m.organ && m.owner.empty() && m.states.empty();
  const bool meets = m.kind == "meeting" || m.kind == "session" || m.kind == "summit";
  if (!bare || !meets || m.in_headline) return;
  if (m.organ_words.empty()) take_whole_before_noun(c, m);
  if (m.organisation || m.organ) return;
  const Group group = group_of(c, m);
  if (group.tokens.empty()) return;
  m.organisation = organisation_of(c, group.tokens);
  if (!m.organisation) m.organisation = organisation_acting(c, m);
  if (!m.organisation) return;
  m.tokens.end = std::max(m.tokens.end, group.tokens.end);
  if (!group.leads) return;
  m.top_level = true;
  m.organ_words.clear();
  m.organ_span = {};
}

void take_whole_of_leaders(const Context& c, std::uint32_t verb, Mention& m) {
  constexpr std::uint32_t kNear = 5;  // tokens of "prime ministers will again"
  if (m.organisation || m.organ || !m.organ_words.empty() || !m.states.empty()) return;
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back; ++back) {
    const Group group = group_at(c, verb - back);
    if (group.tokens.empty()) continue;
    const Named whole = group.leads ? organisation_of(c, group.tokens) : Named{};
    if (!whole) return;
    m.organisation = whole;
    m.top_level = m.group = true;
    m.relation = {};
    return;
  }
}

void take_told_whole(const Context& c, Mention& m) {
  if (!m.group || m.organisation || m.organ || !m.owner.empty() || !m.states.empty()) return;
  if (m.organ_words.empty()) return;
  const std::uint32_t noun = noun_of_whole(c, c.doc.token_at(m.organ_span.begin),
                                           c.doc.token_at(m.organ_span.end - 1) + 1);
  m.organisation = organisation_by_noun(c, noun);
}

}  // namespace rapporteur::meetings
