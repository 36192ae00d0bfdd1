// What is left out or completed once all mentions of a report are found.

#include <algorithm>
#include <array>
#include <span>

#include "clause/word_list.h"
#include "identity/main_meeting.h"
#include "mention/joined_bodies.h"
#include "mention/meals.h"
#include "mention/mention_parts.h"
#include "mention/occasion.h"

namespace rapporteur::meetings {

namespace {

// "They met": somewhere or some day, or it says nothing new; nothing beside the noun of the
// meeting either.
void drop_empty_groups(const Context& c, std::vector<Mention>& mentions) {
  const auto bare = [](const Mention& m) {
    const bool named = m.organisation || m.organ || !m.organ_words.empty();
    return m.verbal && m.kind == "meeting" && !named && m.people.size() + m.states.size() < 2;
  };
  const auto empty = [&](const Mention& group) {
    if (!bare(group)) return false;
    if (!group.place && !group.country && group.time == kNobody) return true;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      if (&m == &group || m.sentence != group.sentence) return false;
      if (bare(m) && group.time != kNobody) return false;  // "met in Lima, as they had in May"
      if (is_occasion(c, m)) return false;  // "On the sidelines of |the Council| the three met"
      // "Ahead of |the session|, experts met on Monday"
      const bool later = !m.verbal && m.tokens.end <= group.tokens.begin && is_only_linked(c, m);
      return !later || group.time == kNobody;
    });
  };
  std::vector<Mention> kept;
  for (const Mention& m : mentions) {
    if (!empty(m)) kept.push_back(m);
  }
  mentions = std::move(kept);
}

// "a number of foreign ministers met", "several leaders gathered": not those of a body.
bool is_of_some(const Context& c, const Mention& m) {
  if (!m.verbal || m.kind != "meeting" || !m.in_headline || m.ordinal > 0) return false;
  for (std::uint32_t t = c.sentence(m.trigger.begin).begin; t < m.trigger.begin; ++t) {
    const std::string_view word = c.lower(t);
    const bool number = word == "number" && c.lower(t + 1) == "of";
    if (number || word == "several" || word == "various" || word == "many") return true;
  }
  return false;
}

// "The |next round| will be held in Canberra": found by the two words and by the noun alone.
void drop_nested(std::vector<Mention>& mentions) {
  std::vector<Mention> kept;
  for (const Mention& m : mentions) {
    const bool known = !kept.empty() && !m.relation.empty() && kept.back().relation == m.relation &&
                       kept.back().trigger != m.trigger &&
                       kept.back().trigger.begin <= m.trigger.begin &&
                       kept.back().trigger.end >= m.trigger.end;
    if (!known) kept.push_back(m);
  }
  mentions = std::move(kept);
}

// ", |the first such gathering| since May", ", |their last meeting| before the holidays": a word on
// the meeting in front of it, of which no body is told.
bool is_remark(const Context& c, const Mention& m) {
  constexpr std::uint32_t kLongest = 6;  // words from the comma to the noun
  static constexpr std::array<std::string_view, 20> kRanks{
      "first",  "second",  "third",         "fourth",   "fifth",    "sixth",   "last",
      "latest", "only",    "biggest",       "largest",  "greatest", "final",   "main",
      "most",   "highest", "highest-level", "broadest", "longest",  "shortest"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || c.cue(m.trigger.begin, c.cues.head) == nullptr) return false;
  const std::string_view link = c.lower(m.trigger.end);
  if (link == "of" && c.lower(m.trigger.end + 1) != "its" && c.lower(m.trigger.end + 1) != "this") {
    return false;
  }
  bool ranked = false;
  for (std::uint32_t back = 1; back <= kLongest && m.trigger.begin >= begin + back; ++back) {
    const std::uint32_t t = m.trigger.begin - back;
    const std::string_view word = c.doc.lower(t);
    if (word == "," || word == "–" || word == "—") {
      const std::string_view first = c.lower(t + 1);
      return ranked && (first == "the" || first == "their" || first == "its" || first == "his");
    }
    if (c.tags.covering(t) != nullptr || c.doc.is_punctuation(t)) return false;
    ranked = ranked || is_one_of(word, kRanks);
  }
  return false;
}

// "opened their Joint Commission in Suva, |its third session|": counts what stands in front.
bool counts_row(const Context& c, const Mention& remark) {
  const std::uint32_t next = remark.trigger.end;
  return remark.ordinal > 1 &&
         (next >= c.sentence(remark.trigger.begin).end || c.doc.is_punctuation(next));
}

void drop_remarks(const Context& c, std::vector<Mention>& mentions) {
  std::vector<Mention> kept;
  for (Mention& m : mentions) {
    Mention* told = kept.empty() ? nullptr : &kept.back();
    const bool beside = told != nullptr && told->sentence == m.sentence &&
                        told->trigger.end <= m.trigger.begin && told->relation.empty();
    if (!beside || !is_remark(c, m)) {
      kept.push_back(std::move(m));
    } else if (told->ordinal == 0 && counts_row(c, m)) {
      told->ordinal = m.ordinal;
      told->ordinal_span = m.ordinal_span;
    }
  }
  mentions = std::move(kept);
}

// "contacts such as meetings of prime ministers": no particular one.
void drop_generic(const Context& c, std::vector<Mention>& mentions) {
  std::erase_if(mentions, [&](const Mention& m) {
    if (is_of_some(c, m)) return true;
    const std::string_view noun = c.lower(m.trigger.end - 1);
    const bool plural = noun == "meetings" || noun == "visits" || noun == "summits";
    const bool bare = m.people.empty() && m.states.empty() && m.ordinal == 0 &&
                      m.relation.empty() && !m.organisation && !m.organ;
    // "the two international summits": several that were told
    bool counted = false;
    for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
      const std::string_view word = c.lower(t);
      counted = counted || word == "two" || word == "three" || word == "both" || word == "several";
    }
    if (plural && bare && !m.verbal && counted) return true;
    return plural && bare && !m.verbal && !m.definite && !m.place && !m.country &&
           m.time == kNobody;
  });
}

// "restore |dialogue between Peru and Chile|": of no body, and not what a headline tells.
bool are_mere_talks(const Mention& m) {
  return m.kind == "talks" && !m.in_headline && !m.organisation && !m.organ &&
         m.organ_words.empty();
}

// "called for an emergency meeting", "is ready to host talks": none that anybody has agreed on.
void drop_hypothetical(const Context& c, std::vector<Mention>& mentions) {
  constexpr std::uint32_t kLongest = 4;
  const lexicon::CueClass wanted = c.cues.hypothetical;
  std::erase_if(mentions, [&](const Mention& m) {
    const bool dated = m.time != kNobody && c.times[m.time].tokens.begin >= m.trigger.end &&
                       c.times[m.time].tokens.begin <= m.tokens.end + 4;
    const bool named = m.ordinal > 0 || m.definite || dated || !m.relation.empty();
    if (m.verbal || named || m.kind == "visit" || m.kind == "call") return false;
    const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
    for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
      if (c.cue(t, wanted, "within") != nullptr) return true;
    }
    for (std::uint32_t back = 1; back <= kLongest && m.tokens.begin >= begin + back; ++back) {
      TokenRange words;
      const lexicon::Cue* asks = c.cue(m.tokens.begin - back, wanted, &words);
      if (asks == nullptr || words.end != m.tokens.begin) continue;
      if (asks->value != "talks" || are_mere_talks(m)) return true;
    }
    return false;
  });
}

// "The 12th Dialogue and the 3rd Consultations were held in Delhi on Monday": both were.
void share_circumstances(const Context& c, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    Mention& m = mentions[i];
    const Mention& next = mentions[i + 1];
    const std::uint32_t other =
        c.lower(m.tokens.end + 1) == "the" ? m.tokens.end + 2 : m.tokens.end + 1;
    const bool beside = next.tokens.begin == m.tokens.end + 1 || next.tokens.begin == other;
    const bool joined = m.sentence == next.sentence && !m.verbal && !next.verbal && beside &&
                        c.lower(m.tokens.end) == "and";
    if (!joined) continue;
    if (m.time == kNobody) m.time = next.time;
    if (!m.place) m.place = next.place;
    if (!m.country) m.country = next.country;
  }
}

// "The officials' meeting of the 9th session of the commission is held in Accra from 16 May": what
// is told behind is told of the first.
void take_back(const Context& c, std::vector<Mention>& mentions) {
  constexpr std::uint32_t kNear = 3;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    Mention& m = mentions[i];
    Mention& whole = mentions[i + 1];
    const bool nested = m.sentence == whole.sentence && !m.verbal && !whole.verbal &&
                        c.lower(m.tokens.end) == "of" && whole.tokens.begin > m.tokens.end &&
                        whole.tokens.begin <= m.tokens.end + kNear;
    if (!nested) continue;
    whole.fresh = true;  // not the officials' own
    if (m.states.empty()) m.states = whole.states;
    if (whole.time != kNobody && c.times[whole.time].tokens.begin >= whole.tokens.end) {
      m.time = whole.time;
      whole.time = kNobody;
    }
    if (whole.place || whole.country) {
      m.place = whole.place;
      m.country = whole.country;
      whole.place = {};
      whole.country = {};
    }
  }
}

// "X travels to Lima on Thursday. |His official visit| will last two days": where the journey went.
void give_destinations(std::vector<Mention>& mentions) {
  constexpr std::uint32_t kNear = 6;  // sentences
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& trip = mentions[i];
    if (!trip.trip || trip.people.empty()) continue;
    if (!trip.place && !trip.country && trip.states.empty()) continue;
    for (std::size_t j = i + 1; j < mentions.size(); ++j) {
      Mention& visit = mentions[j];
      if (visit.sentence > trip.sentence + kNear) break;
      const bool told = !visit.trip && visit.kind == "visit" && !visit.people.empty() &&
                        visit.people.front() == trip.people.front();
      if (!told || visit.place || visit.country || !visit.states.empty()) continue;
      visit.place = trip.place;
      visit.country = trip.country || trip.states.empty() ? trip.country : trip.states.front();
      if (visit.time == kNobody && trip.time != kNobody) visit.time = trip.time;
      break;
    }
  }
}

// "visits Lima |to take part in the summit|", "a visit to Lima |to attend the session|": the first
// thing that he does there is to sit in the meeting `behind`.
bool is_made_for(const Context& c, const Mention& visit, const Mention& behind) {
  constexpr std::uint32_t kReach = 9;  // tokens of "Lima, the capital of Peru, on 5 May"
  constexpr std::uint32_t kNear = 12;  // tokens of "the work of the forthcoming 5th meeting"
  if (behind.verbal || behind.kind == "visit" || behind.sentence != visit.sentence) return false;
  const std::uint32_t end = std::min(visit.trigger.end + kReach, behind.trigger.begin);
  for (std::uint32_t t = visit.trigger.end; t + 1 < end; ++t) {
    if (c.doc.lower(t) == "and" || c.doc.lower(t) == ";") return false;
    if (c.doc.lower(t) != "to" || c.doc.is_capital(t + 1)) continue;
    if (c.time_at(t + 1) != nullptr || c.tags.starting(t + 1) != nullptr) continue;
    return c.cue(t + 1, c.cues.attend) != nullptr && behind.tokens.begin <= t + kNear;
  }
  return false;
}

// "an |official| visit": more than the way to a meeting.
bool is_visit_of_rank(const Context& c, const Mention& visit) {
  static constexpr std::array<std::string_view, 5> kRanks{"official", "state", "working",
                                                          "friendly", "goodwill"};
  for (std::uint32_t t = visit.tokens.begin; t < visit.tokens.end; ++t) {
    if (is_one_of(c.doc.lower(t), kRanks)) return true;
  }
  return false;
}

// Who goes somewhere only to attend a meeting pays no visit; the meeting is there.
void mark_ways_to_meetings(const Context& c, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    Mention& m = mentions[i];
    Mention& there = mentions[i + 1];
    if (m.kind != "visit" || m.in_headline || is_visit_of_rank(c, m)) continue;
    if (!is_made_for(c, m, there)) continue;
    m.trip = true;
    if (there.place || there.country) continue;
    there.place = m.place;
    there.country = m.country || m.states.empty() ? m.country : m.states.back();
  }
}

// The mentions from `reach` before number `i` to as many behind it: in a long text what stands far
// off is another story.
std::span<Mention> around(std::vector<Mention>& mentions, std::size_t i, std::size_t reach) {
  const std::size_t begin = i > reach ? i - reach : 0;
  return std::span(mentions).subspan(begin, std::min(mentions.size(), i + reach + 1) - begin);
}

// Drops those whose number is marked.
void drop_marked(const std::vector<bool>& marked, std::vector<Mention>& mentions) {
  std::size_t i = 0;
  std::erase_if(mentions, [&](const Mention&) { return marked[i++]; });
}

// "|The tour| takes him to Lima and Quito", "whom |a visit| has brought to Lima": the verb tells
// all that the noun does, and the noun that it is a visit. False: no such verb stands beside it.
bool hand_over(const Mention& noun, std::span<Mention> beside) {
  bool told = false;
  for (Mention& trip : beside) {
    if (!trip.verbal || trip.kind != "visit" || trip.sentence != noun.sentence) continue;
    if (trip.people.empty() || (!trip.place && !trip.country)) continue;
    if (!noun.people.empty() && noun.people.front() != trip.people.front()) continue;
    trip.trip = false;
    told = true;
  }
  return told;
}

void drop_nouns_of_trips(std::vector<Mention>& mentions) {
  constexpr std::size_t kReach = 8;
  std::vector<bool> told(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& noun = mentions[i];
    const bool bare = noun.kind == "visit" && !noun.verbal && !noun.place && !noun.country;
    told[i] = bare && noun.states.empty() && hand_over(noun, around(mentions, i, kReach));
  }
  drop_marked(told, mentions);
}

// "X |was in| Lima on Monday, where Y received him": who is somewhere is there, whatever he does;
// who goes there to meet somebody is not.
bool fills_stay(const Context& c, const Mention& m, const Mention& trip) {
  static constexpr std::array<std::string_view, 6> kBe{"is", "was", "has", "had", "are", "were"};
  const bool few = (m.kind == "talks" || m.kind == "reception") && m.people.size() == 2;
  const std::string_view last = c.lower(trip.trigger.end - 1);
  const bool stays = is_one_of(c.lower(trip.trigger.begin), kBe) && last == "in";
  if (!few || !stays || m.in_headline || trip.time == kNobody || trip.people.empty()) return false;
  return std::find(m.people.begin(), m.people.end(), trip.people.front()) != m.people.end();
}

// Who left for a place of which nothing else is told visits it; who left for a meeting does not.
void drop_told_trips(const Context& c, std::vector<Mention>& mentions) {
  mark_ways_to_meetings(c, mentions);
  give_destinations(mentions);
  drop_nouns_of_trips(mentions);
  constexpr std::size_t kReach = 256;
  const auto tells = [&](const Mention& m, const Mention& trip) {
    if (m.trip) return false;
    // "a trip that had begun in Lima and led him to Quito"
    if (m.kind == "visit" && m.place && trip.place && m.place.id != trip.place.id) return false;
    if (m.sentence == trip.sentence) return !fills_stay(c, m, trip);
    const bool same_visit =
        m.kind == "visit" && !m.people.empty() &&
        std::find(trip.people.begin(), trip.people.end(), m.people.front()) != trip.people.end();
    return same_visit || (trip.place && m.place && trip.place.words.begin != m.place.words.begin &&
                          c.words(trip.place.words) == c.words(m.place.words));
  };
  std::vector<bool> told(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& trip = mentions[i];
    const std::span<const Mention> near = around(mentions, i, kReach);
    told[i] = trip.trip && std::any_of(near.begin(), near.end(),
                                       [&](const Mention& m) { return tells(m, trip); });
  }
  drop_marked(told, mentions);
}

bool names_meal(const Context& c, const Mention& m) {
  return !m.verbal && is_meal(c.lower(m.trigger.end - 1));
}

// "a meeting in Lima, |followed by a working lunch| with Y": one meeting, with those of both.
void join_meals(const Context& c, std::vector<Mention>& mentions) {
  for (std::size_t i = mentions.size(); i-- > 1;) {
    Mention& before = mentions[i - 1];
    const Mention& m = mentions[i];
    const bool follows = m.tokens.begin > 1 && c.lower(m.tokens.begin - 1) == "by" &&
                         c.lower(m.tokens.begin - 2) == "followed";
    if (!follows || before.sentence != m.sentence || !names_meal(c, m)) continue;
    before.people.insert(before.people.end(), m.people.begin(), m.people.end());
    before.states.insert(before.states.end(), m.states.begin(), m.states.end());
    mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

void tidy(const Context& c, std::vector<Mention>& mentions) {
  drop_senders(c, mentions);
  drop_told_trips(c, mentions);
  share_occasion(c, mentions);
  drop_empty_groups(c, mentions);
  drop_nested(mentions);
  drop_remarks(c, mentions);
  for (Mention& m : mentions) take_number_behind(c, m);
  for (Mention& m : mentions) take_first_owner(c, m);
  drop_generic(c, mentions);
  drop_hypothetical(c, mentions);
  join_meals(c, mentions);
  share_circumstances(c, mentions);
  take_back(c, mentions);
}

}  // namespace rapporteur::meetings
