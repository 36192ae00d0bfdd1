// Mentions without the noun of a meeting: a number alone, a heading of a body and a day, a body
// with a number.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "mention/numbered_council.h"
#include "nominal/meeting_number.h"
#include "nominal/nominal_words.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// "|Others| followed in Sucre (2016), Lima (2017) and Cobija": earlier ones of the row.
std::optional<Mention> others_followed(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 7> kVerbs{"followed", "took", "were", "have",
                                                          "had",      "came", "met"};
  if (c.doc.lower(t) != "others" && c.doc.lower(t) != "more") return std::nullopt;
  if (t != c.sentence(t).begin || !is_one_of(c.lower(t + 1), kVerbs)) return std::nullopt;
  return event_mention(c, {t, t + 1}, {t, t + 1}, "previous");
}

// "|Two rounds| preceded it, one in Lima and the other in Quito", "there had been |two meetings|
// before": earlier ones of the row by their number alone.
std::optional<Mention> counted_before(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 6> kNouns{"rounds",  "sessions",   "meetings",
                                                          "summits", "encounters", "others"};
  static constexpr std::array<std::string_view, 5> kVerbs{"preceded", "came", "went", "gone",
                                                          "before"};
  constexpr std::uint32_t kAdjectives = 2;
  if (c.cue(t, c.cues.count) == nullptr) return std::nullopt;
  std::uint32_t noun = t + 1;
  for (std::uint32_t n = 0; n < kAdjectives && !is_one_of(c.lower(noun), kNouns); ++n) ++noun;
  if (!is_one_of(c.lower(noun), kNouns)) return std::nullopt;
  std::uint32_t verb = noun + 1;
  if (c.lower(verb) == "had" || c.lower(verb) == "have") ++verb;
  if (!is_one_of(c.lower(verb), kVerbs)) return std::nullopt;
  return event_mention(c, {t, noun + 1}, {noun, noun + 1}, "previous");
}

// "the |2020 round| had been dropped": of the row, by its year.
std::optional<Mention> edition_of_year(const Context& c, std::uint32_t t) {
  constexpr std::size_t kYear = 4;  // letters of a year in EDTF
  const time::Expression* year = c.date_at(t);
  if (year == nullptr || year->tokens.size() != 1 || year->edtf.size() != kYear) {
    return std::nullopt;
  }
  TokenRange noun;
  if (c.cue(t + 1, c.cues.edition, &noun) == nullptr || c.lower(t + 1) == "time") {
    return std::nullopt;
  }
  Mention m = event_mention(c, {t, noun.end}, {t, noun.end});
  m.time = c.index_of(*year);
  const std::string own = c.report.published.substr(0, kYear);
  if (own.size() == kYear && year->edtf != own) {
    m.relation = year->edtf < own ? "previous" : "next";
  }
  return m;
}

}  // namespace

Mention event_mention(const Context& c, TokenRange tokens, TokenRange trigger,
                      std::string_view relation) {
  Mention m;
  m.tokens = tokens;
  m.trigger = trigger;
  m.sentence = c.doc.sentence_of(tokens.begin);
  m.kind = "event";
  m.fresh = true;
  m.relation = relation;
  return m;
}

std::optional<Mention> elliptic_mention(const Context& c, std::uint32_t t) {
  const TokenRange s = c.sentence(t);
  if (std::optional<Mention> that = that_of_body(c, t); that) return that;
  if (std::optional<Mention> others = others_followed(c, t); others) return others;
  if (std::optional<Mention> counted = counted_before(c, t); counted) return counted;
  if (std::optional<Mention> one = earlier_one(c, t); one) return one;
  if (t == s.begin || c.doc.lower(t - 1) != "the") return std::nullopt;
  // "the three |others| took place in Luanda"
  if (c.lower(t + 1) == "others" && (c.cue(t + 2, c.cues.past) != nullptr)) {
    return event_mention(c, {t, t + 2}, {t, t + 2}, "previous");
  }
  if (std::optional<Mention> edition = edition_of_year(c, t); edition) return edition;
  const Ordinal ordinal = ordinal_before(c.doc, t + 1, t);
  const lexicon::Cue* adjective = c.cue(t, c.cues.adjective);
  const bool relates =
      adjective != nullptr && (adjective->value == "next" || adjective->value == "previous");
  if (ordinal.value == 0 && !relates) return std::nullopt;
  std::uint32_t end = t + 1;
  TokenRange noun;
  const bool edition = c.cue(end, c.cues.edition, &noun) != nullptr;
  if (edition && (relates || c.lower(end) != "time")) end = noun.end;
  // "the first |joint commission| was opened in Abuja"
  TokenRange body;
  const lexicon::Cue* organ =
      ordinal.value > 0 && end == t + 1 ? c.cue(end, c.cues.organ_head, &body) : nullptr;
  if (organ != nullptr && organ->value == "joint") end = body.end;
  const bool verb = c.cue(end, c.cues.past) != nullptr || c.cue(end, c.cues.future) != nullptr;
  if (!verb || (relates && end == t + 1)) return std::nullopt;
  // "Two themes came up. The first was |that| ...": of themes, no meetings
  if (c.lower(end + 1) == "that" || c.lower(end + 1) == "to") return std::nullopt;
  Mention m = event_mention(c, {t, end}, {t, end});
  if (end == body.end) {
    m.organ_span = c.doc.span(body);
    m.organ_words = c.words(m.organ_span);
  }
  m.ordinal = ordinal.value;
  if (m.ordinal > 0) m.ordinal_span = c.doc.span(ordinal.tokens);
  if (relates) m.relation = adjective->value;
  return m;
}

std::optional<Mention> titled_mention(const Context& c, std::uint32_t t) {
  const std::uint32_t sentence = c.doc.sentence_of(t);
  const text::Sentence& line = c.doc.sentences()[sentence];
  const bool heading = line.role == text::LineRole::headline || line.role == text::LineRole::stamp;
  const Tag* tag = c.tags.starting(t);
  if (!heading || t != line.tokens.begin || tag == nullptr || tag->label != Label::body) {
    return std::nullopt;
  }
  const std::string_view last = c.doc.lower(tag->tokens.end - 1);
  if (last != "council" && last != "committee" && last != "conference") return std::nullopt;
  const auto behind = c.times_in({tag->tokens.end, tag->tokens.end + 6});
  const auto date = std::find_if(behind.begin(), behind.end(), [&](const time::Expression& e) {
    return time::is_date(e.kind) && e.tokens.begin >= tag->tokens.end &&
           e.tokens.end <= line.tokens.end;
  });
  if (date == behind.end() || line.tokens.size() > tag->tokens.size() + 10) return std::nullopt;
  Mention m;
  m.tokens = tag->tokens;
  m.trigger = {tag->tokens.end - 1, tag->tokens.end};
  m.sentence = sentence;
  m.kind = "meeting";
  m.in_headline = true;
  m.time = c.index_of(*date);
  m.organ_span = c.doc.span(tag->tokens);
  m.organ_words = c.words(m.organ_span);
  if (tag->id != npos) m.organ = {tag->id, m.organ_span};
  return m;
}

namespace {

// "the technical |committee|", "the |working group| on energy" before `end`: a body in small
// letters, with what it deals with.
bool ends_small_body(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 8;
  const std::uint32_t begin = c.sentence(end - 1).begin;
  for (std::uint32_t back = 1; back <= kLongest && end >= begin + back; ++back) {
    const std::uint32_t t = end - back;
    TokenRange words;
    if (c.doc.is_punctuation(t)) return false;
    if (c.cue(t, c.cues.organ_head, &words) == nullptr) continue;
    const std::string_view link = c.lower(words.end);
    return link == "on" || link == "for" || (words.end == end && !c.doc.is_capital(t));
  }
  return false;
}

// "the Joint Commission |on Trade and Transport| opened": where the matter of the body begins that
// ends at `end`; else `end`.
std::uint32_t before_matter(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 8;
  const std::uint32_t begin = c.sentence(end - 1).begin;
  if (end <= begin || c.tags.covering(end - 1) != nullptr) return end;
  for (std::uint32_t t = end - 1; t > begin && end - t < kLongest; --t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "of" || word == "on" || word == "for") {
      const Tag* body = c.tags.covering(t - 1);
      const bool ends = body != nullptr && body->label == Label::body && body->tokens.end == t;
      return ends ? t : end;
    }
    const bool lower = c.doc.shape(t) == text::Shape::lower || c.doc.is_capital(t);
    if (!lower || c.cue(t, c.cues.verb) != nullptr) return end;
  }
  return end;
}

}  // namespace

std::optional<Mention> convened_mention(const Context& c, TokenRange verb) {
  const TokenRange s = c.sentence(verb.begin);
  const std::string_view behind = verb.end < s.end ? c.doc.lower(verb.end) : std::string_view();
  const bool free = behind.empty() || behind == "in" || behind == "on" || behind == "at" ||
                    behind == "here" || behind == "." || behind == "," || behind == "from" ||
                    behind == "today" || behind == "this" || c.time_at(verb.end) != nullptr ||
                    c.cue(verb.end, c.cues.mode) != nullptr;
  if (!free || verb.begin == s.begin) return std::nullopt;
  // Right before the verb ends the name, or its bracket, or the states whose body it is.
  const std::uint32_t limit = bracket_before(c, verb.begin);
  const std::uint32_t end = before_matter(c, limit);
  const Tag* tag = end > s.begin ? c.tags.covering(end - 1) : nullptr;
  // "the Joint Committee of Norway and Peru completed its work", "the |technical committee| rose"
  const bool ends = tag != nullptr ? tag->tokens.end == end &&
                                         (tag->label == Label::body || tag->label == Label::state)
                                   : ends_small_body(c, limit);
  if (!ends) return std::nullopt;
  Mention m;
  m.tokens = verb;
  m.trigger = verb;
  m.sentence = c.doc.sentence_of(verb.begin);
  m.kind = "meeting";
  m.verbal = true;
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  if (!Clause(c, m).subject(end)) return std::nullopt;
  const bool known = m.organ && m.organ.id != npos;
  if (!m.people.empty() || (!known && m.organ_words.empty())) return std::nullopt;
  const std::uint32_t first = c.doc.token_at(known ? m.organ.words.begin : m.organ_span.begin);
  const std::uint32_t last = c.doc.token_at((known ? m.organ.words.end : m.organ_span.end) - 1);
  // "the last CFM was held in Conakry" is of a row; "where the Council is held"
  for (std::uint32_t back = 1; back <= 5 && m.tokens.begin >= s.begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.tokens.begin - back);
    if (word == "where" || word == "when" || word == "whether" || word == "if") return std::nullopt;
  }
  const lexicon::Cue* adjective = first > s.begin ? c.cue(first - 1, c.cues.adjective) : nullptr;
  if (adjective != nullptr && (adjective->value == "next" || adjective->value == "previous")) {
    return std::nullopt;
  }
  bool meets = known;
  bool noun = false;
  for (std::uint32_t t = first; t <= last; ++t) {
    const bool organ = c.cue(t, c.cues.organ_head) != nullptr;
    meets = meets || organ;
    // "the Joint |Ministerial| Commission" is no ministerial
    noun = !organ && c.cue(t, c.cues.body_head) == nullptr &&
           (noun || c.cue(t, c.cues.head) != nullptr);
  }
  if (noun) return std::nullopt;  // its noun tells of it
  return meets ? std::optional<Mention>(m) : std::nullopt;
}

namespace {

// "the 11th |Malawi/Mozambique Joint Permanent Commission| on Defence": the states of a body of two
// stand between its number and its name.
std::optional<Mention> numbered_commission(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kLongest = 14;
  const TokenRange s = c.sentence(t);
  const Ordinal ordinal = ordinal_before(c.doc, t, s.begin);
  if (ordinal.value == 0) return std::nullopt;
  Mention m;
  const std::uint32_t limit = std::min(t + kLongest, s.end);
  std::uint32_t at = t;
  for (; at < limit; ++at) {
    const Tag* tag = c.tags.covering(at);
    const std::string_view word = c.doc.lower(at);
    const bool joint = word == "/" || word == "-" || word == "and" || word == ",";
    const bool state =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    if (state && tag->tokens.begin == at) {
      m.states.push_back({tag->id, c.doc.span(tag->tokens)});
    }
    if (!state && !joint) break;
  }
  const std::uint32_t name = at;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  std::uint32_t end = name;
  for (; at < limit && c.doc.is_capital(at); ++at) {
    TokenRange words;
    if (c.cue(at, c.cues.head) != nullptr) return std::nullopt;  // "Consultations" tell of it
    if (c.cue(at, organ_head, &words) != nullptr) end = std::max(end, words.end);
  }
  if (m.states.size() < 2 || end == name || c.cue(end, c.cues.head) != nullptr) {
    return std::nullopt;
  }
  m.tokens = {ordinal.tokens.begin, end};
  m.trigger = {name, end};
  m.sentence = c.doc.sentence_of(t);
  m.kind = "meeting";
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.ordinal = ordinal.value;
  m.ordinal_span = c.doc.span(ordinal.tokens);
  m.organ_span = c.doc.span({name, end});
  m.organ_words = c.words(m.organ_span);
  return m;
}

// "SADC |held its (annual)| Council of Ministers": a body has another that is its own only as a
// meeting.
bool is_held_as_own(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kAdjectives = 2;
  const std::uint32_t begin = c.sentence(t).begin;
  std::uint32_t whose = t;
  for (std::uint32_t n = 0; n <= kAdjectives && whose > begin + 1; ++n) {
    --whose;
    if (c.doc.lower(whose) == "its") {
      const lexicon::Cue* held = c.cue(whose - 1, c.cues.light_verb);
      return held != nullptr && held->value.empty();
    }
    if (c.doc.shape(whose) != text::Shape::lower) return false;
  }
  return false;
}

// The organ is that of the organisation in front, whatever organ of the name was told of before.
void give_to_owner(const Context& c, Mention& m) {
  const Tag* owner = nullptr;
  const std::uint32_t begin = c.sentence(m.tokens.begin).begin;
  for (std::uint32_t t = m.tokens.begin; t > begin && owner == nullptr; --t) {
    owner = c.tags.covering(t - 1);
  }
  if (owner == nullptr || owner->label != Label::body || owner->id == npos) return;
  if (names_organ(c, *owner)) return;
  m.organisation = {owner->id, c.doc.span(owner->tokens)};
  m.organ.id = c.catalogue.find_organ(owner->id, c.doc.slice(m.organ_span));
  if (m.organ.id == npos) m.organ = {};
  m.organ_words = c.words(m.organ_span);
}

// "the 4th Gulf Cooperation Council |(GCC) Health Ministers' meeting|": the name goes on to a noun.
bool leads_to_noun(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 7;
  std::uint32_t t = c.lower(end) == "(" ? after_bracket(c, end) : end;
  const std::uint32_t limit = std::min(t + kLongest, c.sentence(end - 1).end);
  for (; t < limit; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return true;
    const std::string_view word = c.doc.lower(t);
    const bool joint = word == "of" || word == "and" || word == "'" || word == "’" || word == "'s";
    if (!joint && !c.doc.is_capital(t)) return false;
  }
  return false;
}

}  // namespace

std::optional<Mention> numbered_mention(const Context& c, std::uint32_t t) {
  const Tag* tag = c.tags.starting(t);
  if (tag == nullptr) return numbered_council(c, t);
  if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
    return numbered_commission(c, t);
  }
  if (tag == nullptr || tag->label != Label::body) return std::nullopt;
  // "the 32nd |extraordinary| ECOWAS Council"
  const Ordinal ordinal =
      tag->id != npos ? ordinal_of_name(c, t) : ordinal_before(c.doc, t, c.sentence(t).begin);
  if (leads_to_noun(c, tag->tokens.end)) return std::nullopt;
  if (ordinal.value == 0 && !is_held_as_own(c, t)) return std::nullopt;
  bool meets = false;
  bool noun = false;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  for (std::uint32_t at = t; at < tag->tokens.end; ++at) {
    const std::string_view word = c.doc.lower(at);
    const lexicon::Cue* organ = c.cue(at, organ_head);
    meets = meets || word == "council" || word == "conference" || word == "forum" ||
            (organ != nullptr && organ->value == "joint");
    // The "Joint |Ministerial| Commission" is no ministerial.
    if (organ != nullptr) noun = false;
    if (c.cue(at, c.cues.head) != nullptr) noun = true;
  }
  if (!meets || noun) return std::nullopt;
  Mention m;
  m.tokens = {ordinal.value > 0 ? ordinal.tokens.begin : t - 1, tag->tokens.end};
  m.trigger = tag->tokens;
  m.sentence = c.doc.sentence_of(t);
  m.kind = "meeting";
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.ordinal = ordinal.value;
  if (m.ordinal > 0) m.ordinal_span = c.doc.span(ordinal.tokens);
  m.organ_span = c.doc.span(tag->tokens);
  if (tag->id != npos) {
    m.organ = {tag->id, m.organ_span};
  } else {
    m.organ_words = c.words(m.organ_span);
  }
  if (ordinal.value == 0) give_to_owner(c, m);
  Clause(c, m).take_members(tag->tokens.end);
  return m;
}

}  // namespace rapporteur::meetings
