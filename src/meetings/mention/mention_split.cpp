// One mention that tells of several meetings: people who are met one after the other, counterparts
// of several states, a journey to several of them, sessions of several bodies.

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "clause/group_words.h"
#include "mention/day_of_met.h"
#include "mention/joined_bodies.h"
#include "mention/meals.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "met separately with X and Y", "separate talks with X and with Y": two meetings.
bool is_separate(const Context& c, const Mention& m) {
  const std::string_view noun = c.lower(m.trigger.end - 1);
  // "met with X; with Y and Z; with V"
  std::size_t with = 0;
  // "signed for Peru by X |and| for Chile |by| Y": one paper
  if (m.kind == "signing") return false;
  for (std::uint32_t t = m.trigger.end; t < m.tokens.end; ++t) {
    const std::string_view before = c.doc.lower(t - 1);
    const std::string_view link = c.doc.lower(t);
    // "called on X and |on| Y"
    const bool on = link == "on" && noun == "on" && c.time_at(t + 1) == nullptr;
    with +=
        (link == "with" || link == "by" || on) &&
                (before == ";" || before == "," || before == "and" || opens_next_of_them(c, t - 1))
            ? 1
            : 0;
  }
  if ((with > 0 && m.objects.size() >= 2) || are_met_in_turn(c, m)) return true;
  // "discussions with X of Namibia, Y of Armenia and Z of Somalia"
  if (m.objects.size() >= 3 && !m.verbal && noun == "discussions") return true;
  for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool plural = word == "meetings" || word == "bilaterals" || word == "calls";
    const bool in_turn = word == "turn" && t > 0 && c.doc.lower(t - 1) == "in";
    if (plural || in_turn || word == "separate" || word == "separately" || word == "respectively") {
      return true;
    }
  }
  return false;
}

// "to meet President X, Prime Minister Y and Speaker Z": hosts who are met one after the other.
bool are_heads(const Context& c, const Mention& m) {
  if (m.people.size() != m.objects.size() + 1 || !is_between_few(m)) return false;
  // "had dinner with A and B": at one table
  if (is_meal(c.lower(m.trigger.end - 2))) return false;
  const lexicon::CueClass heads = c.cues.head_office;
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

// "welcomed his colleagues from Peru and Chile", "hosted A of Peru and B of Chile": who is host to
// several has them there together.
bool welcomes(const Context& c, const Mention& m) {
  const std::string_view last = c.lower(m.trigger.end - 1);
  return m.verbal && (last.starts_with("welcom") || last.starts_with("greet") ||
                      last.starts_with("host") || c.lower(m.trigger.end - 2) == "host");
}

// "a trilateral meeting with X and Y", "met them together": one meeting.
bool is_common_to_all(const Context& c, const Mention& m) {
  if (welcomes(c, m) || names_counted_group(c, {m.trigger.end, m.tokens.end})) return true;
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

// "met |the Co-Chairs of the Minsk Group| A of Russia and B of France": the words of an office of a
// body that several share; 0 where the person holds none.
std::size_t shared_seat(const Context& c, std::uint32_t p) {
  for (const names::Office& office : c.cast.people[p].offices) {
    if (!office.body || office.words.empty()) continue;
    const std::uint32_t last = c.doc.token_at(office.words.front().end - 1);
    for (std::uint32_t t = c.doc.token_at(office.words.front().begin); t <= last; ++t) {
      const std::string_view word = c.lower(t);
      if (word == "chairs" || word == "presidents" || word == "heads" || word == "members") {
        return office.words.front().begin;
      }
    }
  }
  return 0;
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
    const std::size_t seat = shared_seat(c, object);
    const auto same = std::find_if(sides.begin(), sides.end(), [&](const auto& people) {
      return side_of(c, people.front()) == side ||
             (seat != 0 && shared_seat(c, people.front()) == seat);
    });
    if (same == sides.end()) {
      sides.push_back({object});
    } else {
      same->push_back(object);
    }
  }
  return sides;
}

// "Peruvian, Chilean and Ghanaian FMs meet" above "A of Peru met his Chilean and Ghanaian
// counterparts": a mention of `told` has all of those who are met, and one more.
bool are_told_together(const Context& c, const Mention& m, const std::vector<Mention>& told) {
  const auto has = [&](const Mention& other, std::uint32_t p) {
    const catalogue::Index state = side_of(c, p).first;
    return state != npos && std::any_of(other.states.begin(), other.states.end(),
                                        [&](const Named& one) { return one.id == state; });
  };
  return std::any_of(told.begin(), told.end(), [&](const Mention& other) {
    return other.states.size() > m.objects.size() &&
           std::all_of(m.people.begin(), m.people.end(),
                       [&](std::uint32_t p) { return has(other, p); });
  });
}

bool is_single(std::string_view noun) {
  return noun == "call" || noun == "meeting" || noun == "conference";
}

// "held |a call| with her counterparts", "hosted |a call| with them"
bool is_one_by_verb(const Context& c, const Mention& m) {
  const std::uint32_t limit = std::min(m.trigger.end + 2, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.begin; t + 1 < limit; ++t) {
    const std::string_view article = c.lower(t);
    if ((article == "a" || article == "an") && is_single(c.lower(t + 1))) return true;
  }
  return false;
}

// "|a call| with her counterparts from Peru and Chile", "the eighth call": one, whoever is there.
bool is_one_noun(const Context& c, const Mention& m) {
  if (m.verbal) return is_one_by_verb(c, m);
  if (!is_single(c.lower(m.trigger.end - 1))) return false;
  const std::string_view first = c.lower(m.tokens.begin);
  return m.ordinal > 0 || m.definite || m.fresh || first == "a" || first == "an" || first == "the";
}

// "met |the foreign ministers of| Peru, Chile and Ghana": several who are met one after the other.
bool is_with_several(const Context& c, const Mention& m) {
  constexpr std::uint32_t kLongest = 30;
  const bool told = m.verbal || c.lower(m.trigger.end) == "with";
  if (!told || m.in_headline || m.states.size() < 2 || is_one_noun(c, m)) return false;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t end = std::min(s.end, m.trigger.end + kLongest);
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    const names::Office* office = c.cast.office_starting(t);
    TokenRange words;
    const lexicon::Cue* peers = c.cue(t, c.cues.counterpart, &words);
    const bool several = peers != nullptr && peers->value == "several";
    if (!several && (office == nullptr || !office->plural)) continue;
    const std::string_view link = c.lower(several ? words.end : office->tokens.end);
    const tagger::Tag* inside =
        office != nullptr ? c.tags.covering(office->tokens.end - 1) : nullptr;
    return link == "of" || link == "from" || (inside != nullptr && inside->label == Label::state);
  }
  return false;
}

// "spoke with X of Ghana and with |the King of Jordan|": the state is that of one who is met and
// has no name.
bool is_of_unnamed(const Context& c, const Mention& m, const Named& state) {
  const std::uint32_t end = std::min(m.tokens.end, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; m.verbal && t < end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    const bool one = who != nullptr && who->person == kNobody &&
                     who->kind == names::MentionKind::office && who->states.size() == 1 &&
                     !c.cast.offices[who->office].plural;
    if (one && who->states.front().id == state.id) return true;
  }
  return false;
}

// "met X of Ghana, as well as the ministers of |Peru| and |Chile|": the states of those who are met
// beside the persons who are named.
std::vector<Named> met_besides(const Context& c, const Mention& m) {
  if (m.objects.empty() || m.received_group) return {};
  const bool several = is_with_several(c, m);
  std::vector<Named> out;
  for (const Named& state : m.states) {
    if (!several && !is_of_unnamed(c, m, state)) continue;
    const bool known =
        std::any_of(m.people.begin(), m.people.end(),
                    [&](std::uint32_t p) { return side_of(c, p).first == state.id; }) ||
        std::any_of(out.begin(), out.end(), [&](const Named& n) { return n.id == state.id; });
    if (!known) out.push_back(state);
  }
  return out;
}

// One mention for each of those who are met beside the persons who are named.
std::vector<Mention> of_unnamed(const Context& c, const Mention& m,
                                const std::vector<Named>& besides) {
  std::vector<Mention> out;
  for (const Named& state : besides) {
    Mention one = m;
    one.fresh = true;
    std::erase_if(one.people, [&](std::uint32_t p) {
      return std::find(m.objects.begin(), m.objects.end(), p) != m.objects.end();
    });
    one.objects.clear();
    one.states = {state};
    one.organ_words.clear();
    one.time = day_of_unnamed(c, m, state);
    out.push_back(std::move(one));
  }
  return out;
}

// "courtesy |calls on| X and on Y": those behind are met, whoever calls.
void take_called_on(const Context& c, Mention& m) {
  const bool calls = !m.verbal && m.kind == "reception" && m.objects.empty() &&
                     c.lower(m.trigger.end - 1) == "calls";
  const std::string_view link = c.lower(m.trigger.end);
  if (calls && m.people.size() >= 2 && (link == "on" || link == "upon")) m.objects = m.people;
}

void keep_by_objects(const Context& c, Mention m, std::vector<Mention>& out) {
  take_called_on(c, m);
  // "the Peruvian minister was received by X and by Y"
  const bool unnamed = m.kind == "reception" && m.verbal && m.people.size() == m.objects.size() &&
                       m.states.size() == 1;
  const bool few = (m.people.size() == m.objects.size() + 1 || unnamed) && !m.organisation &&
                   !m.organ && (is_between_few(m) || m.kind == "meeting");
  const std::vector<Named> besides = few ? met_besides(c, m) : std::vector<Named>{};
  if (m.objects.size() + besides.size() < 2) return out.push_back(m);
  std::vector<Mention> others = of_unnamed(c, m, besides);
  if (!besides.empty()) {
    m.states.clear();
    m.organ_words.clear();
  }
  std::vector<std::vector<std::uint32_t>> sides;
  if (is_separate(c, m) || are_heads(c, m)) {
    for (const std::uint32_t object : m.objects) sides.push_back({object});
  } else if (few && !m.received_group && !is_common_to_all(c, m) && !is_one_by_verb(c, m) &&
             !are_told_together(c, m, out)) {
    sides = sides_met(c, m);
  }
  if (sides.size() < 2) {
    if (!others.empty()) m.time = day_of_met(c, m, m.objects);
    out.push_back(m);
    sides.clear();
  }
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
    one.time = day_of_met(c, m, met);
    out.push_back(std::move(one));
  }
  std::move(others.begin(), others.end(), std::back_inserter(out));
}

// "received Z |separately|", "had |separate| talks with Z", in the plural.
bool meet_in_turn(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 3;
  const std::string_view noun = c.lower(m.trigger.end - 1);
  if (!m.verbal) {
    return noun.ends_with("s") && c.lower(m.trigger.begin - 1) == "separate";
  }
  const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.begin; t < end; ++t) {
    if (c.doc.lower(t) == "separately") return true;
  }
  return false;
}

// "Prime Minister X and Speaker Y received Z |separately|": one for each of them. False: for one at
// most.
bool keep_by_hosts(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const bool received = m.kind == "reception" && m.verbal;
  if (!received && m.kind != "talks" && m.kind != "meeting") return false;
  if (m.objects.size() != 1 || m.people.size() < 3 || !meet_in_turn(c, m)) return false;
  for (const std::uint32_t p : m.people) {
    if (p == m.objects.front()) continue;
    Mention one = m;
    one.fresh = true;
    one.people = {p, m.objects.front()};
    out.push_back(std::move(one));
  }
  return true;
}

// "bilateral meetings with the foreign ministers of Peru, Chile and Ghana": one for each state.
std::vector<Mention> by_states(const Context& c, const Mention& m) {
  constexpr std::size_t kMost = 24;
  const bool few = is_between_few(m) || (m.kind == "meeting" && m.verbal && !m.organisation);
  const bool apart = is_separate(c, m) || (is_with_several(c, m) && !is_common_to_all(c, m));
  if (m.people.size() != 1 || !m.objects.empty() || !few || m.kind == "visit" || !apart) return {m};
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
    each.back().organ_words.clear();  // "the foreign ministers of"
    each.back().top_level = false;
    each.back().fresh = true;
  }
  if (each.size() < 2 || each.size() > kMost) return {m};
  return each;
}

}  // namespace

void keep_each(const Context& c, const Mention& m, std::vector<Mention>& out) {
  if (keep_visits(c, m, out) || keep_dated_places(c, m, out) || keep_bodies(c, m, out) ||
      keep_levels(c, m, out) || keep_by_hosts(c, m, out) || keep_joined_bodies(c, m, out)) {
    return;
  }
  for (Mention& one : by_states(c, m)) keep_by_objects(c, std::move(one), out);
}

}  // namespace rapporteur::meetings
