#include "mention/body_event.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/meeting_number.h"
#include "nominal/nominal_words.h"
#include "organ/named_circle.h"
#include "organ/ordinal.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using catalogue::MeetingKind;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;

// How far behind the verb the group may stand, in tokens: over a day or a town.
constexpr std::uint32_t kGroupReach = 12;

bool follows_event(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kWords{
      "in",    "at",    "on",      "here",   "today", "tomorrow", "yesterday",
      "from",  "until", "between", "this",   "next",  "last",     "late",
      "early", "under", "with",    "amid",   "after", "before",   "as",
      "and",   "for",   "tonight", "within", "by",    "without",  "behind"};
  return is_one_of(word, kWords);
}

}  // namespace

BodyEvents::BodyEvents(const Context& context)
    : c_(context),
      organ_head_(context.cues.organ_head),
      event_verb_(context.cues.event_verb),
      convening_(context.cues.convening),
      gathers_(context.cues.gathers),
      attended_(context.cues.attended_body) {}

// "the |Council of Ministers of the Indian Ocean Commission (IOC)|", "the IGAD Council".
std::optional<Mention> BodyEvents::named(std::uint32_t token) const {
  if (!c_.doc.is_capital(token)) return std::nullopt;
  Mention m;
  const Tag* tag = c_.tags.starting(token);
  const Match* organ = c_.matches.find(token, Channel::organ);
  const bool longer =
      organ != nullptr && (tag == nullptr || organ->tokens.size() > tag->tokens.size());
  if (longer) {
    m.tokens = organ->tokens;
    m.organ_span = c_.doc.span(m.tokens);
    m.organ_words = c_.words(m.organ_span);
  } else if (tag != nullptr && tag->label == Label::body) {
    m.tokens = tag->tokens;
    const ByteSpan span = c_.doc.span(tag->tokens);
    if (tag->id != npos && !names_organ(c_, *tag)) {
      // "the ECOWAS Council", "the IGAD |Council of Ministers|", "the Union's |Council|"
      m.organisation = {tag->id, span};
      const std::string_view mark = c_.lower(tag->tokens.end);
      const bool owns = mark == "'s" || mark == "’s";
      const Match* of = c_.matches.find(tag->tokens.end + (owns ? 1 : 0), Channel::organ);
      if (of == nullptr || !c_.doc.is_capital(of->tokens.begin)) return std::nullopt;
      m.tokens.end = of->tokens.end;
      m.organ_span = c_.doc.span(of->tokens);
      m.organ_words = c_.words(m.organ_span);
    } else if (!holds_meetings(*tag)) {
      return std::nullopt;
    } else if (tag->id != npos) {
      m.organ = {tag->id, span};
    } else {
      m.organ_span = span;
      m.organ_words = c_.words(span);
    }
  } else {
    return std::nullopt;
  }
  if (c_.doc.lower(m.tokens.end - 1) == "secretariat") return std::nullopt;  // it only serves
  m.tokens.end = owner_behind(m.tokens.end, m);
  m.trigger = m.tokens;
  m.sentence = c_.doc.sentence_of(token);
  m.in_headline = c_.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.kind = "meeting";
  return m;
}

// A council, no office or court: of a known one the table says so, of another its noun.
bool BodyEvents::holds_meetings(const Tag& tag) const {
  if (tag.id != npos) {
    const bool known = c_.catalogue.bodies()[tag.id].meeting != MeetingKind::unknown;
    const std::string_view last = c_.doc.lower(tag.tokens.end - 1);
    return known || last == "council" || last == "committee" || last == "conference";
  }
  bool heads = false;
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    const std::string_view word = c_.doc.lower(t);
    if (word == "national" || word == "federal" || word == "secretariat") return false;
    heads = heads || c_.cue(t, organ_head_) != nullptr;
  }
  return heads;
}

// "Council of Ministers |of the Indian Ocean Commission (IOC)|"
std::uint32_t BodyEvents::owner_behind(std::uint32_t end, Mention& m) const {
  if (c_.lower(end) == "(") end = after_bracket(c_, end);
  if (c_.lower(end) != "of") return end;
  std::uint32_t at = end + 1;
  while (c_.lower(at) == "the") ++at;
  const Tag* whole = at < c_.doc.size() ? c_.tags.starting(at) : nullptr;
  if (whole == nullptr || whole->label != Label::body) return end;
  // "General Assembly of the Coral Isles Bureau", which no table knows
  const bool owns = names_unknown_organisation(c_, *whole) || may_own_organs(c_, whole->tokens);
  if (whole->id == npos && !owns) return end;
  if (whole->id == npos) m.owner = c_.doc.span(whole->tokens);
  if (whole->id != npos && !m.organisation) {
    m.organisation = {whole->id, c_.doc.span(whole->tokens)};
  }
  end = whole->tokens.end;
  return c_.lower(end) == "(" ? after_bracket(c_, end) : end;
}

// Where the phrase begins: before the article, the number, the adjectives and the states whose body
// it is ("the |Ghana-Togo| Joint Commission").
std::uint32_t BodyEvents::front_of(const Mention& m) const {
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  std::uint32_t at = m.tokens.begin;
  for (int words = 0; at > begin && words < 6; ++words) {
    const std::string_view word = c_.doc.lower(at - 1);
    const bool adjective = c_.cue(at - 1, c_.cues.adjective) != nullptr;
    const bool number = ordinal_before(c_.doc, at, begin).value > 0;
    const Tag* tag = c_.tags.covering(at - 1);
    const bool state =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    const bool joint = at < m.tokens.begin && (word == "-" || word == "/" || word == "–");
    if (!is_determiner(word) && !adjective && !number && !state && !joint) break;
    at = state ? std::max(tag->tokens.begin, begin) : at - 1;
  }
  return at;
}

bool BodyEvents::ends_clause(std::uint32_t token) const {
  if (token >= c_.doc.size() || c_.doc.is_punctuation(token)) return true;
  if (c_.time_at(token) != nullptr || follows_event(c_.doc.lower(token))) return true;
  return c_.cue(token, c_.cues.adverb) != nullptr;
}

// "the Council|, that is the presidents,| is set for May": behind what is said of the body between
// two commas, without a verb that is held; or `end`.
std::uint32_t BodyEvents::behind_aside(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 10;
  if (c_.lower(end) != ",") return end;
  const std::uint32_t limit = std::min(end + kLongest, c_.sentence(end).end);
  for (std::uint32_t t = end + 1; t < limit; ++t) {
    if (c_.doc.lower(t) == ",") return t + 1;
    if (c_.doc.lower(t) == "which" || c_.cue(t, event_verb_) != nullptr) return end;
  }
  return end;
}

// "is set for 27 June", ", which is to sit on the occasion of", "that opens in Lima".
bool BodyEvents::takes_place(Mention& m) const {
  const TokenRange s = c_.sentence(m.trigger.begin);
  std::uint32_t at = behind_aside(m.tokens.end);
  if (at == m.tokens.end && c_.lower(at) == ",") ++at;
  const bool relative = c_.lower(at) == "which" || c_.lower(at) == "that";
  // "before the Council of Ministers, |due| in June"
  static constexpr std::array<std::string_view, 6> kAhead{"due",    "set",     "scheduled",
                                                          "slated", "planned", "expected"};
  if (!relative && at == m.tokens.end + 1 && !is_one_of(c_.lower(at), kAhead)) return false;
  if (relative) ++at;
  if (at >= s.end) return false;
  TokenRange words;
  const bool set = c_.cue(at, event_verb_, &words) != nullptr;
  const bool held = !set && relative && c_.cue(at, convening_, &words) != nullptr &&
                    (words.end >= s.end || ends_clause(words.end));
  if (!set && !held) return false;
  if (c_.doc.lower(words.end - 1) == "next") m.relation = "next";  // "the Council that comes next"
  m.tokens.end = words.end;
  m.trigger = {m.trigger.begin, words.end};
  return true;
}

// "On Friday it will be |the ministers of transport|", "and |its finance ministers| on 5 July"
std::optional<Mention> BodyEvents::group_in_turn(std::uint32_t token) const {
  const names::Office* group = c_.cast.office_starting(token);
  if (group == nullptr || !group->plural || group->words.empty()) return std::nullopt;
  Mention m;
  m.tokens = m.trigger = group->tokens;
  m.sentence = c_.doc.sentence_of(token);
  m.kind = "meeting";
  m.group = true;
  m.organ_words = group->text;
  m.organ_span = join(group->words.front(), group->words.back());
  m.organisation = owner_of(*group);
  const time::Expression* day = day_of_turn(m);
  if (day == nullptr) day = day_behind_another(m);
  if (day == nullptr && !does_likewise(m)) return std::nullopt;
  if (day == nullptr) return m;
  m.time = c_.index_of(*day);
  m.own_day = true;
  return m;
}

std::optional<Mention> BodyEvents::at(std::uint32_t token) const {
  std::optional<Mention> m = named(token);
  if (!m) return group_in_turn(token);
  // "the Council |meeting|", "the Arab |Summit|": the noun tells of it; "Ministerial" is none.
  const std::string_view mark = c_.lower(m->tokens.end);
  const bool owns = mark == "'" || mark == "’" || mark == "'s" || mark == "’s";
  const std::uint32_t last = owns ? m->tokens.end + 1 : m->tokens.end;
  for (std::uint32_t t = m->tokens.begin; t <= last && t < c_.doc.size(); ++t) {
    if (c_.doc.lower(t) == "ministerial" && t + 1 < m->tokens.end) continue;
    if (c_.cue(t, c_.cues.head) != nullptr) return std::nullopt;
  }
  const Ordinal ordinal = ordinal_of_name(c_, token);
  if (is_of_noun(*m)) return std::nullopt;
  const time::Expression* day = day_of_turn(*m);
  if (day == nullptr) day = day_behind_another(*m);
  if (!takes_place(*m) && day == nullptr && !is_dated(*m) && !is_linked(*m) && !is_attended(*m) &&
      !is_called_off(*m) && !is_travelled_for(*m) && !is_occasional(*m) && !does_likewise(*m) &&
      !is_known_by_product(*m)) {
    return std::nullopt;
  }
  if (day != nullptr) {
    m->time = c_.index_of(*day);
    m->own_day = true;
  }
  if (!m->organisation && !m->organ && does_likewise(*m)) take_owner_before(*m);
  m->tokens.begin = front_of(*m);
  const lexicon::Cue* adjective = c_.cue(token > 0 ? token - 1 : 0, c_.cues.adjective);
  if (adjective != nullptr && (adjective->value == "next" || adjective->value == "previous")) {
    m->relation = adjective->value;
    m->fresh = true;
  }
  if (ordinal.value > 0) {
    m->ordinal = ordinal.value;
    m->ordinal_span = c_.doc.span(ordinal.tokens);
  }
  return m;
}

// "|Tórshavn| was on 21 August the meeting place": the town before the verb.
void BodyEvents::take_seat(TokenRange verb, Mention& m) const {
  const std::uint32_t begin = c_.sentence(verb.begin).begin;
  for (std::uint32_t t = verb.begin; t > begin && verb.begin - t < kGroupReach; --t) {
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag == nullptr && c_.doc.is_capital(t - 1) && c_.time_at(t - 1) == nullptr &&
        !c_.catalogue.find_places_folded(catalogue::fold(c_.doc.word(t - 1))).empty()) {
      m.place = {npos, c_.doc.span({t - 1, t})};
      return;
    }
    if (tag == nullptr) continue;
    const Named named{tag->id, c_.doc.span(tag->tokens)};
    if (tag->label == Label::place) m.place = named;
    if (tag->label == Label::state) m.country = named;
    return;
  }
}

// Whose office holders they are: "the directors of the Baltic and Nordic countries |(NB8)|".
Named BodyEvents::owner_of(const names::Office& group) const {
  constexpr std::uint32_t kNear = 10;
  if (group.body && group.body.id != npos) return group.body;
  const std::uint32_t end = c_.sentence(group.tokens.begin).end;
  for (std::uint32_t t = group.tokens.end; t < std::min(group.tokens.end + kNear, end); ++t) {
    const Tag* tag = c_.tags.starting(t);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
    if (body && !names_organ(c_, *tag)) return {tag->id, c_.doc.span(tag->tokens)};
    const std::string_view word = c_.doc.lower(t);
    if (word == "," || word == ";" || c_.cue(t, c_.cues.past) != nullptr) break;
  }
  return {};
}

// "brought the ministers of Kenya and Uganda |together|", "brought them |to Kisumu|": what stands
// behind the group says that they met; the town that it names is their seat.
bool BodyEvents::brings_together(TokenRange verb, const names::Office& group, Mention& m) const {
  constexpr std::uint32_t kReach = 16;
  const std::uint32_t end = std::min(group.tokens.end + kReach, c_.sentence(verb.begin).end);
  for (std::uint32_t t = group.tokens.end; t < end; ++t) {
    const std::string_view word = c_.doc.lower(t);
    const bool together = word == "together";
    const bool in = together && (c_.lower(t + 1) == "in" || c_.lower(t + 1) == "at");
    const Tag* seat = in && t + 2 < end ? c_.tags.starting(t + 2) : nullptr;
    if (seat != nullptr && seat->label == Label::place) {
      m.place = {seat->id, c_.doc.span(seat->tokens)};
    }
    if (together) return c_.doc.lower(t - 1) != "closer";
    if (word == "here") return true;  // "brought them to the Hilton |here|"
    if (word == ";" || c_.cue(t, c_.cues.head) != nullptr || c_.cue(t, c_.cues.past) != nullptr)
      return false;
    const Tag* town = word == "to" && t + 1 < end ? c_.tags.starting(t + 1) : nullptr;
    if (town == nullptr || town->label != Label::place || town->id == npos) continue;
    m.place = {town->id, c_.doc.span(town->tokens)};
    return true;
  }
  return false;
}

// "Lima hosted |the Council of Ministers of the Union|": a body, and not what it decided.
std::optional<Mention> BodyEvents::seated(TokenRange verb, std::uint32_t token,
                                          const lexicon::Cue& cue) const {
  if (cue.value == "town" || c_.doc.lower(token - 1) != "the") return std::nullopt;
  std::optional<Mention> m = named(token);
  if (!m || (!ends_clause(m->tokens.end) && c_.lower(m->tokens.end) != "that")) return std::nullopt;
  take_seat(verb, *m);
  if (!m->place && !m->country) return std::nullopt;
  m->trigger = verb;
  m->tokens = {verb.begin, m->tokens.end};
  m->verbal = true;
  return m;
}

// "Minister |X| hosted his counterparts from Peru and Chile": one of those who meet.
void BodyEvents::take_host(TokenRange verb, Mention& m) const {
  constexpr std::uint32_t kLink = 2;  // tokens of ", who"
  const std::uint32_t begin = c_.sentence(verb.begin).begin;
  std::uint32_t at = verb.begin;
  if (at >= begin + 3 && c_.doc.lower(at - 1) == "who" && c_.doc.lower(at - 2) == ",") at -= kLink;
  const names::Mention* who = at > begin ? c_.cast.covering(at - 1) : nullptr;
  if (who == nullptr || who->person == kNobody) return;
  m.people = {who->person};
  if (m.organisation || m.states.empty()) return;
  m.organ_words.clear();  // "the foreign ministers of" those states
  m.organ_span = {};
}

std::optional<Mention> BodyEvents::gathered(std::uint32_t token) const {
  TokenRange verb;
  const lexicon::Cue* cue = c_.cue(token, gathers_, &verb);
  static constexpr std::array<std::string_view, 2> kBring{"brought", "brings"};
  const bool brings = cue == nullptr && is_one_of(c_.doc.lower(token), kBring);
  if (cue == nullptr && !brings) return std::nullopt;
  if (brings) verb = {token, token + 1};
  const TokenRange s = c_.sentence(token);
  // "The |meeting| brings together ministers from Oman and Iran": the noun tells of it.
  for (std::uint32_t back = 1; back <= 3 && token >= s.begin + back; ++back) {
    if (c_.cue(token - back, c_.cues.head) != nullptr) return std::nullopt;
  }
  const std::uint32_t limit = std::min(s.end, verb.end + kGroupReach);
  for (std::uint32_t t = verb.end; t < limit; ++t) {
    if (std::optional<Mention> body = cue != nullptr ? seated(verb, t, *cue) : std::nullopt; body) {
      return body;
    }
    if (c_.cue(t, c_.cues.head) != nullptr || c_.cue(t, c_.cues.verb) != nullptr) break;
    const names::Office* group = c_.cast.office_starting(t);
    const names::Mention* who = c_.cast.covering(t);
    if (who != nullptr && who->person != kNobody) break;
    if (group == nullptr) continue;
    const std::size_t states = who != nullptr ? who->states.size() : 0;
    const Named owner = owner_of(*group);
    const bool of_circle = owner && owner.id != npos;
    const bool of_some = of_circle || states > 1 || is_of_named_circle(c_, group->tokens);
    if (!group->plural || group->words.empty() || !of_some) break;
    Mention m;
    m.tokens = {verb.begin, group->tokens.end};
    m.trigger = verb;
    m.sentence = c_.doc.sentence_of(token);
    m.in_headline = c_.doc.sentences()[m.sentence].role == text::LineRole::headline;
    m.kind = "meeting";
    m.group = true;
    m.verbal = true;
    const lexicon::Cue* level = level_only(c_, *group);
    m.top_level = level != nullptr && level->value == "top";
    if (level == nullptr) {
      m.organ_words = group->text;
      m.organ_span = join(group->words.front(), group->words.back());
    }
    if (of_circle) m.organisation = owner;
    if (who != nullptr) m.states = who->states;
    if (brings && !brings_together(verb, *group, m)) break;
    if (!m.place) take_seat(verb, m);
    if (cue != nullptr && cue->value == "host") take_host(verb, m);
    const std::string_view mark = c_.lower(group->tokens.end);
    const bool owns = mark == "'s" || mark == "'" || mark == "’" || mark == "’s";
    if (cue != nullptr && cue->value == "town" && (!m.place || owns)) break;
    return m;
  }
  return std::nullopt;
}

}  // namespace rapporteur::meetings
