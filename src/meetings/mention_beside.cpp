// The day and the place that stand beside a mention in its sentence, and those who are met one
// after the other.

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "mention_parts.h"
#include "nominal_words.h"
#include "speech_time.h"
#include "whereabouts.h"
#include "word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "met separately with X and Y", "separate talks with X and with Y": two meetings.
bool is_separate(const Context& c, const Mention& m) {
  const std::string_view noun = c.lower(m.trigger.end - 1);
  // "met with X; with Y and Z; with V"
  std::size_t with = 0;
  for (std::uint32_t t = m.trigger.end; t < m.tokens.end; ++t) {
    const std::string_view before = c.doc.lower(t - 1);
    with += c.doc.lower(t) == "with" && (before == ";" || before == "," || before == "and") ? 1 : 0;
  }
  if (with > 0 && m.objects.size() >= 2) return true;
  // "discussions with X of Namibia, Y of Armenia and Z of Somalia"
  if (m.objects.size() >= 3 && !m.verbal && noun == "discussions") return true;
  for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool plural = word == "meetings" || word == "bilaterals" || word == "calls";
    if (plural || word == "separate" || word == "separately" || word == "respectively") return true;
  }
  return false;
}

// "to meet President X, Prime Minister Y and Speaker Z": hosts who are met one after the other.
bool are_heads(const Context& c, const Mention& m) {
  if (m.people.size() != m.objects.size() + 1 || !is_between_few(m)) return false;
  // "had dinner with A and B": at one table
  const std::string_view meal = c.lower(m.trigger.end - 2);
  if (meal == "dinner" || meal == "lunch" || meal == "breakfast") return false;
  const lexicon::CueClass heads = c.lexicon.cue_class("head_office");
  const auto is_head = [&](std::uint32_t p) {
    const names::Person& person = c.cast.people[p];
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const names::Office& o) {
      return !o.words.empty() && c.cue(c.doc.token_at(o.words.front().begin), heads) != nullptr;
    });
  };
  if (!std::all_of(m.objects.begin(), m.objects.end(), is_head)) return false;
  const names::Person& first = c.cast.people[m.objects.front()];
  return std::all_of(m.objects.begin(), m.objects.end(), [&](std::uint32_t p) {
    const names::Person& other = c.cast.people[p];
    return !first.state || !other.state || first.state.id == other.state.id;
  });
}

// "Thursday: the Council meets in Geneva. EU-Canada summit in Ottawa.": the day that opens the
// paragraph or the item, if it is all that stands before the colon; or kNobody.
std::uint32_t day_of_diary(const Context& c, const Mention& m) {
  constexpr std::uint32_t kMostSentences = 40;
  const auto& sentences = c.doc.sentences();
  std::uint32_t first = m.sentence;
  while (first > 0 && m.sentence - first < kMostSentences &&
         sentences[first - 1].paragraph == sentences[m.sentence].paragraph) {
    --first;
  }
  const TokenRange s = sentences[first].tokens;
  std::uint32_t at = s.begin;
  while (at < s.end && c.doc.is_punctuation(at)) ++at;
  const time::Expression* day = c.time_at(at);
  if (day == nullptr || day->edtf.empty() || !time::is_date(day->kind)) return kNobody;
  const std::string_view behind = c.lower(day->tokens.end);
  return day->tokens.begin == at && behind == ":" ? c.index_of(*day) : kNobody;
}

// "a trilateral meeting with X and Y", "met them together": one meeting.
bool is_common_to_all(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c.cue(t, c.cues.in_common) != nullptr) return true;
  }
  return false;
}

// Of which state or body somebody is; npos: nobody says.
std::pair<catalogue::Index, catalogue::Index> side_of(const Context& c, std::uint32_t p) {
  const names::Person& person = c.cast.people[p];
  return {person.state.id, person.state ? npos : person.body.id};
}

// "He met the ministers of Peru, X, and of Chile, Y": who meets people of several states meets the
// people of each apart. The sides of those who are met, each once; empty where they do not tell.
std::vector<std::vector<std::uint32_t>> sides_met(const Context& c, const Mention& m) {
  constexpr std::size_t kMany = 4;
  std::vector<std::vector<std::uint32_t>> sides;
  for (const std::uint32_t object : m.objects) {
    const auto side = side_of(c, object);
    if (side.first == npos && side.second == npos) {
      // One of many whose state the words leave out.
      if (m.objects.size() < kMany) return {};
      sides.push_back({object});
      continue;
    }
    const auto same = std::find_if(sides.begin(), sides.end(), [&](const auto& people) {
      return side_of(c, people.front()) == side;
    });
    if (same == sides.end()) {
      sides.push_back({object});
    } else {
      same->push_back(object);
    }
  }
  return sides;
}

void keep_by_objects(const Context& c, const Mention& m, std::vector<Mention>& out) {
  if (m.objects.size() < 2) return out.push_back(m);
  const bool few = m.people.size() == m.objects.size() + 1 && !m.organisation && !m.organ &&
                   (is_between_few(m) || m.kind == "meeting");
  std::vector<std::vector<std::uint32_t>> sides;
  if (is_separate(c, m) || are_heads(c, m)) {
    for (const std::uint32_t object : m.objects) sides.push_back({object});
  } else if (few && !is_common_to_all(c, m)) {
    sides = sides_met(c, m);
  }
  if (sides.size() < 2) return out.push_back(m);
  for (const std::vector<std::uint32_t>& met : sides) {
    const auto is_met = [&](std::uint32_t p) {
      return std::find(met.begin(), met.end(), p) != met.end();
    };
    Mention one = m;
    one.fresh = true;
    std::erase_if(one.people, [&](std::uint32_t p) {
      return !is_met(p) && std::find(m.objects.begin(), m.objects.end(), p) != m.objects.end();
    });
    std::erase_if(one.states, [&](const Named& state) {
      return std::any_of(m.objects.begin(), m.objects.end(), [&](std::uint32_t p) {
        return !is_met(p) && side_of(c, p).first == state.id;
      });
    });
    one.organ_words.clear();  // "the foreign ministers of", each of whom is named
    one.objects = met;
    out.push_back(std::move(one));
  }
}

// "bilateral meetings with the foreign ministers of Peru, Chile and Ghana": one for each state.
std::vector<Mention> by_states(const Context& c, const Mention& m) {
  constexpr std::size_t kMost = 24;
  if (m.people.size() != 1 || !m.objects.empty() || !is_between_few(m) || !is_separate(c, m)) {
    return {m};
  }
  const names::Person& who = c.cast.people[m.people.front()];
  std::vector<Mention> each;
  for (const Named& state : m.states) {
    if (who.state && state.id == who.state.id) continue;
    const bool known = std::any_of(each.begin(), each.end(), [&](const Mention& other) {
      return other.states.front().id == state.id;
    });
    if (known) continue;
    each.push_back(m);
    each.back().states = {state};
    each.back().fresh = true;
  }
  if (each.size() < 2 || each.size() > kMost) return {m};
  return each;
}

// "the first session |since Mali withdrew in May|": of what happened before, unless that is a
// meeting.
bool is_in_since_clause(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kLongest = 10;
  const TokenRange s = c.sentence(e.tokens.begin);
  const std::uint32_t behind = std::min(e.tokens.end + 2, s.end);
  if (e.tokens.begin < s.begin + 2) return false;
  std::uint32_t since = e.tokens.begin - 1;
  while (since > s.begin && c.doc.lower(since) != "since") {
    if (c.doc.lower(since) == "," || e.tokens.begin - since > kLongest) return false;
    --since;
  }
  if (c.doc.lower(since) != "since" || since + 1 == e.tokens.begin) return false;
  static constexpr std::array<std::string_view, 8> kEarlier{"last",  "previous", "held",  "then",
                                                            "first", "its",      "their", "the"};
  if (is_one_of(c.doc.lower(since + 1), kEarlier)) return false;
  for (std::uint32_t t = since; t < behind; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return false;
  }
  return true;
}

}  // namespace

bool is_day_of_thing(const Context& c, const time::Expression& e, bool signing) {
  if (is_in_since_clause(c, e)) return true;
  const lexicon::CueClass thing = c.lexicon.cue_class("thing_past");
  // "signed in August |during the visit|": on its day after all.
  const std::uint32_t behind = c.lower(e.tokens.end) == "," ? e.tokens.end + 1 : e.tokens.end;
  const std::string_view next = c.lower(behind);
  if (next == "during" || next == "at" || next == "when" || next == "while") return false;
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  std::uint32_t at = e.tokens.begin;
  if (at > begin && (c.doc.lower(at - 1) == "on" || c.doc.lower(at - 1) == "in")) --at;
  for (std::uint32_t back = 1; back <= 3 && at >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(at - back, thing, &words);
    if (cue != nullptr && words.end == at) return !(signing && cue->value == "signed");
  }
  return false;
}

bool is_day_of_journey(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kNear = 8;
  const lexicon::CueClass homeward = c.lexicon.cue_class("homeward");
  const TokenRange s = c.sentence(e.tokens.begin);
  for (std::uint32_t t = e.tokens.begin; t > s.begin && e.tokens.begin - t < kNear; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == "," || word == ";" || c.cue(t - 1, c.cues.head) != nullptr) break;
    if (c.cue(t - 1, homeward) != nullptr) return true;
  }
  // "on April 5, |when the delegation came back| from the summit"
  const std::uint32_t when = c.lower(e.tokens.end) == "," ? e.tokens.end + 1 : e.tokens.end;
  if (c.lower(when) != "when") return false;
  for (std::uint32_t t = when + 1; t < std::min(when + kNear, s.end); ++t) {
    if (c.cue(t, homeward) != nullptr) return true;
  }
  return false;
}

bool is_day_of_page(const Context& c, const time::Expression& e) {
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  std::uint32_t at = e.tokens.begin;
  const bool colon = at > begin && c.doc.lower(at - 1) == ":";
  if (colon) --at;
  return at > begin && (colon || at == begin + 1) && c.doc.lower(at - 1) == "date";
}

std::uint32_t time_beside(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t best = kNobody;
  std::uint32_t best_distance = 12;
  for (const time::Expression& e : c.times_in(s)) {
    if (e.tokens.begin < s.begin || e.tokens.end > s.end || !time::is_date(e.kind)) continue;
    if (m.kind != "visit" && is_day_of_journey(c, e)) continue;
    if (c.in_dateline(e) || is_day_of_page(c, e) || is_day_of_thing(c, e, m.kind == "signing"))
      continue;
    if ((m.kind == "visit" && is_time_of_speech(c, e)) || is_day_put_off(c, e)) continue;
    if (m.in_headline && e.edtf == c.report.published) continue;  // its stamp in the same line
    const std::uint32_t distance = e.tokens.begin >= m.tokens.end ? e.tokens.begin - m.tokens.end
                                   : e.tokens.end <= m.tokens.begin
                                       ? m.tokens.begin - e.tokens.end + 3
                                       : 0;
    if (distance < best_distance) {
      best = c.index_of(e);
      best_distance = distance;
    }
  }
  return best != kNobody ? best : day_of_diary(c, m);
}

void place_beside(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.end; t < std::min(m.tokens.end + 12, s.end); ++t) {
    const std::string_view word = c.doc.lower(t);
    // "the summit that begins in Mecca"
    const bool own = c.cue(t + 1, c.cues.past) != nullptr ||
                     c.cue(t + 1, c.cues.future) != nullptr ||
                     c.cue(t + 1, c.cues.light_verb) != nullptr;
    const bool relative = (word == "which" || word == "that") && !own;
    if (word == ";" || word == "who" || (relative && m.kind != "visit")) return;
    if (c.cue(t, c.cues.head) != nullptr && t > m.tokens.end) return;
    if ((word != "in" && word != "at") || is_elsewhere(c, t)) continue;
    std::uint32_t next = t + 1;
    while (c.lower(next) == "the") ++next;
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
    if (tag->label == Label::place && !m.place) m.place = {tag->id, c.doc.span(tag->tokens)};
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

void place_before(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < 8; --t) {
    const Tag* tag = c.tags.covering(t - 1);
    if (tag == nullptr || tag->tokens.begin == s.begin) continue;
    const std::string_view before = c.doc.lower(tag->tokens.begin - 1);
    // "returned from Georgia |after| a visit"
    const bool left = before == "from" && c.doc.lower(m.tokens.begin - 1) == "after";
    if (before != "to" && before != "for" && before != "in" && !left) continue;
    if (tag->label == Label::state) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place) m.place = {tag->id, c.doc.span(tag->tokens)};
    return;
  }
}

void place_visited(const Context& c, Mention& m) {
  const bool tour = !m.verbal && c.lower(m.trigger.end - 1) == "tour";
  for (const Named& state : m.states) {
    std::uint32_t at = c.doc.token_at(state.words.begin);
    if (tour && at > m.trigger.end && c.doc.lower(m.trigger.end) == "of") --at;
    const bool behind =
        at == m.trigger.end || (at == m.trigger.end + 1 && c.lower(at - 1) == "the");
    if (behind) m.country = state;
  }
}

namespace {

// "will visit Papua New Guinea and Timor-Leste": a visit to each. False: to one at most.
bool keep_visits(const Context& c, const Mention& m, std::vector<Mention>& out) {
  if (m.kind != "visit") return false;
  std::vector<Named> visited;
  for (const Named& state : m.states) {
    const std::uint32_t at = c.doc.token_at(state.words.begin);
    const bool from = at > 0 && c.doc.lower(at - 1) == "from";
    const bool behind = state.words.begin >= c.doc.span(m.trigger).end && !from &&
                        c.lower(m.trigger.end) != "of" && c.lower(m.trigger.end) != "by";
    const bool known = std::any_of(visited.begin(), visited.end(),
                                   [&](const Named& other) { return other.id == state.id; });
    if (behind && !known) visited.push_back(state);
  }
  if (visited.size() < 2) return false;
  for (const Named& state : visited) {
    Mention one = m;
    one.fresh = true;
    one.states = {state};
    one.country = state;
    if (state.id != m.country.id) one.place = {};
    out.push_back(std::move(one));
  }
  return true;
}

// "CIS and EAEU summits": one of each organisation. False: of one at most.
bool keep_bodies(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const std::string_view noun = c.lower(m.trigger.end - 1);
  const bool plural = noun == "summits" || noun == "meetings" || noun == "sessions";
  if (m.verbal || !plural || !m.organisation || m.organ || !m.organ_words.empty()) return false;
  std::vector<Named> bodies;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    const Tag* tag = c.tags.starting(t);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
    if (body) bodies.push_back({tag->id, c.doc.span(tag->tokens)});
  }
  const bool joined = bodies.size() == 2 && bodies.front().id != bodies.back().id &&
                      c.doc.lower(c.doc.token_at(bodies.back().words.begin) - 1) == "and";
  if (!joined) return false;
  for (const Named& body : bodies) {
    Mention one = m;
    one.organisation = body;
    out.push_back(std::move(one));
  }
  return true;
}

}  // namespace

void keep_each(const Context& c, const Mention& m, std::vector<Mention>& out) {
  if (keep_visits(c, m, out) || keep_bodies(c, m, out)) return;
  for (const Mention& one : by_states(c, m)) keep_by_objects(c, one, out);
}

}  // namespace rapporteur::meetings
