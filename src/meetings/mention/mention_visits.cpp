// A journey to several states or towns is a visit to each.

#include <algorithm>
#include <array>
#include <utility>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// The day right behind a destination that ends at `end`, over "on" and a bracket; or kNobody.
std::uint32_t day_behind(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kNear = 3;
  for (std::uint32_t t = end; t < end + kNear && t < c.sentence(end - 1).end; ++t) {
    const time::Expression* day = c.time_at(t);
    if (day != nullptr) return time::is_date(day->kind) ? c.index_of(*day) : kNobody;
    const std::string_view word = c.doc.lower(t);
    if (word != "on" && word != "(" && word != "from" && word != "in" && word != ",") break;
  }
  return kNobody;
}

bool leads_on(std::string_view word) {
  return word == "," || word == ";" || word == "and" || word == "then" || word == "to" ||
         word == ")" || word == "for" || word == "later" || word == "in" || word == "the" ||
         word == "finally";
}

// The further destinations behind `at`, each with a day of its own.
std::vector<Mention> further_stops(const Context& c, const Mention& m, std::uint32_t at) {
  constexpr std::size_t kMost = 12;
  std::vector<Mention> out;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  while (at < end && out.size() < kMost) {
    const time::Expression* day = c.time_at(at);
    if (day != nullptr) {
      at = std::max(at + 1, day->tokens.end);
      continue;
    }
    const Tag* tag = c.tags.starting(at);
    if (tag == nullptr) {
      const std::string_view word = c.doc.lower(at);
      const bool dates = (word == "on" || word == "(" || word == "from" || word == "in") &&
                         c.time_at(at + 1) != nullptr;
      if (!leads_on(word) && !dates) break;
      ++at;
      continue;
    }
    const bool town = tag->label == Label::place && tag->id != npos;
    const std::uint32_t own = day_behind(c, tag->tokens.end);
    if ((!town && tag->label != Label::state) || own == kNobody) break;
    Mention stop = m;
    stop.fresh = true;
    stop.time = own;
    stop.place = {};
    stop.country = {};
    stop.states.clear();
    const Named named{tag->id, c.doc.span(tag->tokens)};
    (town ? stop.place : stop.country) = named;
    if (!town) stop.states = {named};
    out.push_back(std::move(stop));
    at = tag->tokens.end;
  }
  return out;
}

// "visits to Ghana on 17 July and to Nepal on 19 July", "will travel to Skopje (15 October) and
// Tirana (16 October)": a visit to each on its own day. False: to one at most.
bool keep_dated_visits(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const Named first = m.place            ? m.place
                      : m.country        ? m.country
                      : m.states.empty() ? Named{}
                                         : m.states.back();
  if (m.kind != "visit" || first.words.empty()) return false;
  const std::uint32_t end = c.doc.token_at(first.words.end - 1) + 1;
  if (end <= m.trigger.begin || c.sentence(end - 1).begin != c.sentence(m.trigger.begin).begin) {
    return false;
  }
  const std::uint32_t day = day_behind(c, end);
  if (day == kNobody) return false;
  std::uint32_t at = c.times[day].tokens.end;
  std::vector<Mention> stops = further_stops(c, m, at);
  if (stops.empty()) return false;
  Mention one = m;
  one.time = day;
  if (!m.place && !m.states.empty()) one.country = first;
  out.push_back(std::move(one));
  for (Mention& stop : stops) out.push_back(std::move(stop));
  return true;
}

// Where somebody goes: a town or a state.
struct Stop {
  Named town;
  Named state;
};

bool leads_to_stop(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kWords{
      ",", "and", "in", "to", "the", "then", "on", "for", "as", "well", "finally", "later", "both"};
  return is_one_of(word, kWords);
}

// "the visit |of Minister X of Peru| to Chile and Bolivia": where it says to whom he goes; or
// behind the noun.
std::uint32_t behind_visitor(const Context& c, const Mention& m) {
  const bool of_somebody = !m.verbal && c.lower(m.trigger.end) == "of";
  for (std::uint32_t t = m.trigger.end; of_somebody && t + 1 < m.tokens.end; ++t) {
    if (c.doc.lower(t) == "to" && c.cast.covering(t) == nullptr) return t;
  }
  return m.trigger.end;
}

// "in |Kenya|, in |Uganda| and in |Rwanda|", "for |Nairobi| and |Kampala|, |Uganda|" right behind
// the words of the visit: each state once.
std::vector<Stop> stops_behind(const Context& c, const Mention& m) {
  constexpr std::size_t kMost = 8;
  std::vector<Stop> out;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  for (std::uint32_t t = behind_visitor(c, m); t < end && out.size() < kMost;) {
    const Tag* tag = c.tags.starting(t);
    const bool town = tag != nullptr && tag->label == Label::place && tag->id != npos;
    if (!town && (tag == nullptr || tag->label != Label::state)) {
      if (tag != nullptr || !leads_to_stop(c.doc.lower(t))) break;
      ++t;
      continue;
    }
    const Named named{tag->id, c.doc.span(tag->tokens)};
    const catalogue::Index state = town ? c.catalogue.places()[tag->id].state : tag->id;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Stop& stop) {
      const bool there = stop.town && c.catalogue.places()[stop.town.id].state == state;
      return there || (stop.state && stop.state.id == state);
    });
    if (same == out.end()) out.push_back(town ? Stop{named, {}} : Stop{{}, named});
    t = tag->tokens.end;
    if (c.lower(t) == "'s") return {};  // "to Kenya's capital"
  }
  return out;
}

// "will be in Kenya, in Uganda and in Rwanda", "sets out for Nairobi and Kampala": one of each.
// False: to one at most.
bool keep_stops(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const std::vector<Stop> stops = stops_behind(c, m);
  if (stops.size() < 2) return false;
  for (const Stop& stop : stops) {
    Mention one = m;
    one.fresh = true;
    one.place = stop.town;
    one.country = stop.state;
    one.states.clear();
    if (stop.state) one.states = {stop.state};
    out.push_back(std::move(one));
  }
  return true;
}

// "her |visits| to Peru in January and in March": one on each day. False: on one at most.
bool keep_repeated(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const std::string_view noun = c.lower(m.trigger.end - 1);
  if (m.verbal || (noun != "visits" && noun != "trips")) return false;
  const std::vector<std::uint32_t> days = days_apart(c, m);
  for (const std::uint32_t day : days) {
    Mention one = m;
    one.fresh = true;
    one.time = day;
    out.push_back(std::move(one));
  }
  return !days.empty();
}

}  // namespace

bool keep_visits(const Context& c, const Mention& m, std::vector<Mention>& out) {
  if (m.kind != "visit") return false;
  if (keep_dated_visits(c, m, out) || keep_stops(c, m, out) || keep_repeated(c, m, out)) {
    return true;
  }
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

}  // namespace rapporteur::meetings
