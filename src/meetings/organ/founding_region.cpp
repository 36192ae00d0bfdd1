// Meetings of which the report names no state, but a part of the world or the number of countries.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
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
  bool tops = false;
  for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
    region = region || (c_.doc.is_capital(t) && c_.cue(t, circle_) != nullptr);
    tops = tops || is_one_of(c_.lower(t), kTops) || c_.cue(t, officials_) != nullptr;
  }
  return tops && (region || is_of_circle(m));
}

// "Energy ministers of the Caspian countries met in Baku on Tuesday", "the Baltic presidents met in
// Vilnius": office holders of several states of a region.
bool Founding::is_of_region(const Mention& m) const {
  if (names_region(m)) return true;
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
  if (m.kind == "talks" || m.kind == "visit" || m.kind == "signing") return false;
  const TokenRange s = c_.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin + 2; t < s.end; ++t) {
    if (!is_one_of(c_.doc.lower(t), kCountries)) continue;
    const std::string_view count = c_.doc.lower(t - 1);
    const bool in_words = c_.cue(t - 1, c_.cues.count) != nullptr && count != "two";
    const bool counted =
        in_words || count == "several" || c_.doc.shape(t - 1) == text::Shape::number;
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
