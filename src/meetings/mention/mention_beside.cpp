// The place that stands beside a mention in its sentence, and with whom it was.

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "circumstance/address.h"
#include "circumstance/speech_time.h"
#include "circumstance/whereabouts.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// "the summit |that Peru will host|", "the summit|, which Lima hosts|": where it is. False: no
// host.
bool take_host_behind(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 4;  // tokens from the host to the verb
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  std::uint32_t at = c.lower(m.tokens.end) == "," ? m.tokens.end + 1 : m.tokens.end;
  if (c.lower(at) != "that" && c.lower(at) != "which") return false;
  at += c.lower(at + 1) == "the" ? 2 : 1;
  const Tag* host = at < end ? c.tags.starting(at) : nullptr;
  if (host == nullptr || (host->label != Label::state && host->label != Label::place)) return false;
  for (std::uint32_t t = host->tokens.end; t < std::min(host->tokens.end + kReach, end); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word != "host" && word != "hosts" && word != "hosted" && word != "hosting") continue;
    const Named named{host->id, c.doc.span(host->tokens)};
    (host->label == Label::state ? m.country : m.place) = named;
    return true;
  }
  return false;
}

}  // namespace

namespace {

// "|After the meeting| the President received them in Baku": what tells when the rest was.
bool is_front_of_other(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 5> kFronts{"after", "before", "following", "during",
                                                           "prior"};
  constexpr std::uint32_t kNear = 4;  // tokens of "after the one-day"
  const std::uint32_t begin = behind_dateline(c, m.trigger.begin).begin;
  return !m.verbal && m.trigger.begin <= begin + kNear && is_one_of(c.lower(begin), kFronts);
}

}  // namespace

namespace {

// "held talks on Monday and agreed |to| open a road in Lusaka": what they will do, and where.
bool is_resolved_on(const Context& c, std::uint32_t to) {
  static constexpr std::array<std::string_view, 12> kResolved{
      "agreed",   "agree",    "decided",   "decide",    "pledged", "vowed",
      "promised", "resolved", "undertook", "committed", "planned", "intend"};
  return to > c.sentence(to).begin && c.doc.lower(to) == "to" &&
         is_one_of(c.doc.lower(to - 1), kResolved);
}

}  // namespace

void place_beside(const Context& c, Mention& m) {
  const bool front = is_front_of_other(c, m);
  if (!m.place && !m.country && m.kind != "visit" && take_host_behind(c, m)) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.end; t < std::min(m.tokens.end + 12, s.end); ++t) {
    const std::string_view word = c.doc.lower(t);
    // "the summit that begins in Mecca"
    const bool own = c.cue(t + 1, c.cues.past) != nullptr ||
                     c.cue(t + 1, c.cues.future) != nullptr ||
                     c.cue(t + 1, c.cues.light_verb) != nullptr;
    const bool relative = (word == "which" || word == "that") && !own;
    if (word == ";" || word == "who" || (relative && m.kind != "visit")) return;
    if (is_resolved_on(c, t)) return;
    if (c.cue(t, c.cues.head) != nullptr && t > m.tokens.end) return;
    if ((front && c.cue(t, c.cues.verb) != nullptr) || earlier_one(c, t)) return;
    std::uint32_t next = t + 1;
    while (c.lower(next) == "the") ++next;
    const bool island = word == "on" && c.lower(next) == "island";
    if ((word != "in" && word != "at" && !island) || is_elsewhere(c, t)) continue;
    if (is_place_of_speech(c, t)) continue;
    if (const Named capital = capital_at(c, next); capital && !m.place) {
      m.place = capital;
      return;
    }
    next = town_named_behind(c, next);
    const Tag* tag = next < s.end ? c.tags.starting(next) : nullptr;
    if (tag == nullptr) continue;
    // "in Finland's |Helsinki|"
    const std::uint32_t owned = tag->tokens.end + 1;
    const Tag* town = owned < s.end ? c.tags.starting(owned) : nullptr;
    if (town != nullptr && town->label == Label::place && owner_before(c, owned) == next) {
      if (m.country.words.empty()) m.country = {tag->id, c.doc.span(tag->tokens)};
      tag = town;
    }
    const Named named{tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place && (is_venue(c, named) || is_area(c, named))) continue;
    if (is_in_title(c, *tag)) continue;
    if (tag->label == Label::place && !m.place) m.place = town_behind(c, *tag);
    if (const Named namesake = town_like_state(c, *tag); namesake) {
      m.place = namesake;
      return;
    }
    if (tag->label == Label::state && !m.country) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place && c.lower(tag->tokens.end) == ",") {
      const Tag* country = c.tags.covering(tag->tokens.end + 1);
      if (country != nullptr && country->label == Label::state && !m.country) {
        m.country = {country->id, c.doc.span(country->tokens)};
      }
    }
    if (m.place || m.country) return;
  }
}

std::uint32_t person_opening(const Context& c, TokenRange words) {
  constexpr std::uint32_t kFront = 8;
  // "MANILA, 12 May (Agency) - |Foreign Secretary X| will attend"
  const bool dated = c.dateline.end > words.begin && c.dateline.begin >= words.begin;
  const std::uint32_t begin = dated ? c.dateline.end : words.begin;
  for (std::uint32_t t = begin; t < std::min(begin + kFront, words.end); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return who->person;
  }
  return kNobody;
}

void place_before(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < 8; --t) {
    const Tag* tag = c.tags.covering(t - 1);
    if (tag == nullptr || tag->tokens.begin == s.begin) continue;
    const std::string_view before = c.doc.lower(tag->tokens.begin - 1);
    // "returned from Georgia |after| a visit"
    const bool left = before == "from" && c.doc.lower(m.tokens.begin - 1) == "after";
    // "arrived in the capital |of| Equatorial Guinea, Malabo, for a visit"
    const bool capital = before == "of" && c.lower(tag->tokens.begin - 2) == "capital";
    if (before != "to" && before != "for" && before != "in" && !left && !capital) continue;
    if (tag->label == Label::state) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place) m.place = {tag->id, c.doc.span(tag->tokens)};
    return;
  }
}

namespace {

// "ends his |Peru| visit", but "the Chile-|Peru| visit": where it leads.
void goal_in_front(const Context& c, Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.trigger.begin <= begin + 1) return;
  const Tag* tag = c.tags.covering(m.trigger.begin - 1);
  if (tag == nullptr || tag->label != Label::state || tag->id == npos) return;
  if (tag->tokens.end != m.trigger.begin || tag->tokens.begin <= begin) return;
  const std::string_view before = c.doc.lower(tag->tokens.begin - 1);
  if (before == "-" || before == "–" || before == "/" || before == "and") return;
  m.country = {tag->id, c.doc.span(tag->tokens)};
  std::erase_if(m.states, [&](const Named& state) { return state.id == tag->id; });
}

}  // namespace

void place_visited(const Context& c, Mention& m) {
  if (!m.verbal && c.lower(m.trigger.end - 1) != "tour") return goal_in_front(c, m);
  const bool tour = !m.verbal && c.lower(m.trigger.end - 1) == "tour";
  for (const Named& state : m.states) {
    std::uint32_t at = c.doc.token_at(state.words.begin);
    if (tour && at > m.trigger.end && c.doc.lower(m.trigger.end) == "of") --at;
    const bool behind =
        at == m.trigger.end || (at == m.trigger.end + 1 && c.lower(at - 1) == "the");
    if (behind) m.country = state;
  }
}

void look_behind(const Context& c, std::uint32_t end, Mention& m) {
  if (end <= m.tokens.end || m.in_headline) return;
  Mention whole = m;
  whole.tokens.end = end;
  if (m.time == kNobody) m.time = time_beside(c, whole);
  if (m.place || m.country) return;
  place_beside(c, whole);
  m.place = whole.place;
  m.country = whole.country;
}

void place_there(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t sentence = c.doc.sentence_of(s.begin);
  if (m.place || m.country || m.in_headline || c.lower(s.begin) != "there" || sentence == 0) return;
  static constexpr std::array<std::string_view, 9> kExists{"is",   "are",  "was",  "were", "has",
                                                           "have", "will", "been", "had"};
  if (is_one_of(c.lower(s.begin + 1), kExists)) return;
  const text::Sentence& before = c.doc.sentences()[sentence - 1];
  if (before.role != text::LineRole::body) return;
  for (std::uint32_t t = before.tokens.end; t > before.tokens.begin; --t) {
    const Tag* tag = c.tags.starting(t - 1);
    if (tag == nullptr || tag->id == npos) continue;
    if (tag->label != Label::place && tag->label != Label::state) continue;
    const std::string_view link = t - 1 > before.tokens.begin ? c.doc.lower(t - 2) : "";
    const bool spot = link.empty() || link == "in" || link == "at" || link == "to" || link == "for";
    if (!spot) continue;
    const Named named{tag->id, c.doc.span(tag->tokens)};
    (tag->label == Label::state ? m.country : m.place) = named;
    const auto days = c.times_in(before.tokens);
    const bool one = std::count_if(days.begin(), days.end(), [](const time::Expression& e) {
                       return time::is_date(e.kind);
                     }) == 1;
    if (m.time != kNobody || !one) return;
    for (const time::Expression& e : days) {
      if (time::is_date(e.kind)) m.time = c.index_of(e);
    }
    return;
  }
}

}  // namespace rapporteur::meetings
