// Meetings of which the report names no state, but a part of the world or the number of countries.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "nominal/nominal_words.h"
#include "organ/founding.h"
#include "organ/named_circle.h"

namespace rapporteur::meetings {

// "the |Sahel| transport ministers", in a report of several states or of an organisation.
bool Founding::is_of_circle(const Mention& m) const {
  if (m.organ_words.empty() || (!two_named_ && !organisation_ && !international_)) return false;
  const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
  return is_of_named_circle(c_, {c_.doc.token_at(m.organ_span.begin), end});
}

// "the annual meeting of the |Nordic fisheries ministers|, to be held in Akureyri"
bool Founding::names_region(const Mention& m) const {
  static constexpr std::array<std::string_view, 6> kTops{"ministers", "presidents",  "leaders",
                                                         "premiers",  "secretaries", "speakers"};
  if (m.verbal || m.in_headline || m.time == kNobody || (!m.place && !m.country)) return false;
  bool region = false;
  bool tops = m.kind == "summit";  // "an |African summit| on food"
  for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
    region = region || (c_.doc.is_capital(t) && c_.cue(t, circle_) != nullptr);
    tops = tops || is_one_of(c_.lower(t), kTops) || c_.cue(t, officials_) != nullptr;
  }
  return tops && (region || is_of_circle(m));
}

// "|West African leaders| will gather in Lome on Sunday for a summit", "|ministers from across
// Africa| opened a conference": those who come to it are of several states.
bool Founding::is_of_comers(const Mention& m) const {
  constexpr std::uint32_t kFront = 16;
  constexpr std::uint32_t kNear = 3;
  if (m.verbal || m.in_headline || m.kind == "visit" || m.kind == "signing") return false;
  if (m.time == kNobody && !m.place && !m.country) return false;
  const TokenRange s = behind_dateline(c_, m.trigger.begin);
  for (std::uint32_t t = s.begin; t < std::min(s.begin + kFront, m.tokens.begin); ++t) {
    const names::Office* group = c_.cast.office_starting(t);
    const bool people = (group != nullptr && group->plural) || c_.cue(t, officials_) != nullptr ||
                        c_.cue(t, c_.cues.group_level) != nullptr;
    if (!people) continue;
    bool region = false;
    for (std::uint32_t back = 1; back <= kNear && t >= s.begin + back; ++back) {
      region = region || names_circle(t - back);
    }
    const std::uint32_t end = group != nullptr ? group->tokens.end : t + 1;
    const bool from = c_.lower(end) == "from" || c_.lower(end) == "of" || c_.lower(end) == "across";
    for (std::uint32_t at = end + 1; from && at <= end + kNear && at < m.tokens.begin; ++at) {
      region = region || names_circle(at) || c_.cue(at, c_.cues.area, "part") != nullptr;
    }
    if (region) return comes_to(end, m.tokens.begin);
  }
  return false;
}

// "Ministers will meet in Doha on Sunday |to prepare for the Arab-Islamic summit|"
bool Founding::prepares_row(const Mention& m) const {
  if (m.in_headline || (m.time == kNobody && !m.place && !m.country)) return false;
  for (std::uint32_t t = m.ahead.begin; t < m.ahead.end; ++t) {
    const tagger::Tag* tag = c_.tags.starting(t);
    if (tag != nullptr && tag->label == tagger::Label::body && tag->id != npos) return true;
    if (names_circle(t)) return true;
  }
  return false;
}

// "African", "West African", but "American" of the one state.
bool Founding::names_circle(std::uint32_t token) const {
  const tagger::Tag* tag = c_.tags.covering(token);
  if (tag != nullptr && tag->label != tagger::Label::place) return false;
  return c_.doc.is_capital(token) && c_.cue(token, circle_) != nullptr;
}

// "gathered in Accra today for": nobody says or asks anything in between.
bool Founding::comes_to(std::uint32_t from, std::uint32_t to) const {
  bool comes = false;
  for (std::uint32_t t = from; t < to; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "that" || word == "said" || word == ":" || word == ";" || word == "urged") {
      return false;
    }
    comes = comes || c_.cue(t, c_.cues.verb) != nullptr ||
            c_.cue(t, c_.cues.light_verb) != nullptr || c_.cue(t, c_.cues.travels) != nullptr ||
            c_.cue(t, c_.cues.attend) != nullptr || c_.cue(t, c_.cues.arrival) != nullptr;
  }
  return comes;
}

// "Energy ministers of the Caspian countries met in Baku on Tuesday", "the Baltic presidents met in
// Vilnius": office holders of several states of a region.
bool Founding::is_of_region(const Mention& m) const {
  if (names_region(m) || is_of_comers(m) || prepares_row(m)) return true;
  constexpr std::uint32_t kFront = 14;
  const bool told = m.verbal && m.group && m.kind == "meeting" && !m.in_headline;
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  bool remote = false;  // "by videoconference"
  const std::uint32_t end = std::min(m.trigger.end + kFront, c_.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; told && t < end; ++t) {
    remote = remote || c_.cue(t, c_.cues.mode) != nullptr;
  }
  if (!told || m.time == kNobody || (!m.place && !m.country && !remote)) return false;
  if (is_of_circle(m)) return true;
  std::uint32_t t = m.trigger.begin > begin + kFront ? m.trigger.begin - kFront : begin;
  bool region = false;
  for (; t < m.trigger.begin; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "governors" || word == "federal" || word == "provinces") return false;
    region = region || word == "countries" || word == "nations" || word == "states" ||
             word == "region" || c_.cue(t, circle_) != nullptr;
  }
  return region;
}

// "|Ministers from 12 countries| gathered in Lima for the Regional Conference on Forests", "a
// meeting of |officials of thirty nations|".
bool Founding::is_of_many_countries(const Mention& m) const {
  constexpr std::uint32_t kNear = 5;  // tokens of "ministers from more than thirty"
  // "thirty states" may be those of a federation
  static constexpr std::array<std::string_view, 2> kCountries{"countries", "nations"};
  static constexpr std::array<std::string_view, 12> kWho{
      "ministers", "leaders",   "presidents", "officials",   "delegations",     "ambassadors",
      "delegates", "diplomats", "envoys",     "secretaries", "representatives", "heads"};
  static constexpr std::array<std::string_view, 8> kWhich{"neighbouring", "neighboring",  "member",
                                                          "partner",      "riparian",     "coastal",
                                                          "regional",     "participating"};
  if (m.kind == "visit" || m.kind == "signing") return false;
  const TokenRange s = c_.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin + 2; t < s.end; ++t) {
    if (!is_one_of(c_.doc.lower(t), kCountries)) continue;
    if (m.kind == "talks" && t > m.trigger.begin) break;
    // "ten |African| countries", "five |neighbouring| countries"
    std::uint32_t at = t - 1;
    const bool which = c_.doc.is_capital(at) || c_.cue(at, c_.cues.adjective) != nullptr ||
                       is_one_of(c_.doc.lower(at), kWhich);
    if (which && at > s.begin && c_.cue(at, c_.cues.count) == nullptr) --at;
    const std::string_view count = c_.doc.lower(at);
    const bool in_words = c_.cue(at, c_.cues.count) != nullptr && count != "two";
    const bool counted = in_words || count == "several" || c_.doc.shape(at) == text::Shape::number;
    if (!counted) continue;
    for (std::uint32_t back = 2; back <= kNear + 1 && t >= s.begin + back; ++back) {
      if (is_one_of(c_.doc.lower(t - back), kWho)) return true;
    }
  }
  return false;
}

// "the Fifth |World| Conference of Health |Ministers| opens in Lima on Monday": of office holders
// of whom a state has one.
bool Founding::is_worldwide(const Mention& m) const {
  static constexpr std::array<std::string_view, 6> kWide{
      "world", "international", "global", "continental", "intercontinental", "regional"};
  static constexpr std::array<std::string_view, 6> kHolders{
      "ministers", "speakers", "presidents", "ombudsmen", "attorneys", "parliaments"};
  const bool dated = m.time != kNobody || m.place || m.country;
  if (m.verbal || !dated || (m.kind != "conference" && m.kind != "summit" && m.kind != "meeting")) {
    return false;
  }
  constexpr std::uint32_t kReach = 8;  // tokens of "of the Speakers of the Parliaments"
  bool wide = false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) {
    wide = wide || (c_.doc.is_capital(t) && is_one_of(c_.lower(t), kWide));
  }
  const std::uint32_t end = std::min(m.trigger.end + kReach, c_.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; wide && t < end; ++t) {
    if (is_one_of(c_.lower(t), kHolders)) return true;
    if (c_.doc.is_punctuation(t) || c_.cue(t, c_.cues.past) != nullptr) return false;
  }
  return false;
}

}  // namespace rapporteur::meetings
