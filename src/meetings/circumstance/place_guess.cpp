#include "circumstance/place_guess.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "circumstance/whereabouts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// A capitalised word that no name owns.
bool is_free(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 5> kSides{"north", "south", "east", "west",
                                                          "central"};
  if (std::find(kSides.begin(), kSides.end(), c.lower(token)) != kSides.end()) return false;
  return token < c.doc.size() && c.doc.is_capital(token) &&
         c.doc.shape(token) == text::Shape::capitalised && c.tags.covering(token) == nullptr &&
         c.cast.covering(token) == nullptr && c.time_at(token) == nullptr &&
         c.cue(token, c.cues.body_head) == nullptr && c.cue(token, c.cues.head) == nullptr;
}

}  // namespace

Named name_behind(const Context& c, const std::vector<Mention>& mentions, const Draft& draft) {
  constexpr std::uint32_t kNear = 12;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = mentions[i];
    const TokenRange s = c.sentence(m.trigger.begin);
    if (m.in_headline) continue;
    for (std::uint32_t t = m.tokens.end; t + 1 < std::min(m.tokens.end + kNear, s.end); ++t) {
      if (c.doc.lower(t) == "," || c.cue(t, c.cues.head) != nullptr) break;
      if (c.doc.lower(t) != "at" || !is_free(c, t + 1)) continue;
      const std::uint32_t end = is_free(c, t + 2) ? t + 3 : t + 2;
      const bool longer = end < s.end && (c.doc.is_capital(end) || c.doc.lower(end) == "'s");
      const Named named{npos, c.doc.span({t + 1, end})};
      if (!longer && !is_venue(c, named)) return named;
    }
  }
  return {};
}

bool is_in_building(const Context& c, const std::vector<Mention>& mentions, const Draft& draft) {
  constexpr std::uint32_t kLongest = 7;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = mentions[i];
    const TokenRange s = c.sentence(m.trigger.begin);
    if (c.doc.sentences()[m.sentence].role != text::LineRole::body) continue;
    for (std::uint32_t t = m.trigger.begin; t < s.end; ++t) {
      if (c.doc.lower(t) != "at") continue;
      for (std::uint32_t u = t + 1; u < std::min(t + kLongest, s.end); ++u) {
        if (c.doc.lower(u) == "," || c.doc.lower(u) == "and") break;
        if (c.cue(u, c.cues.venue) != nullptr) return true;
      }
    }
  }
  return false;
}

bool is_further_stop(const Context& c, const std::vector<Mention>& mentions, const Draft& draft,
                     std::uint32_t token) {
  constexpr std::uint32_t kReach = 8;  // tokens of "also scheduled to pay a visit to"
  const bool visit = draft.meeting.kind && *draft.meeting.kind == record::Kind::visit;
  const std::uint32_t begin = c.sentence(token).begin;
  const bool told = std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
    return mentions[i].trigger.begin < begin && !mentions[i].in_headline;
  });
  if (!visit || !told) return false;
  for (std::uint32_t t = token; t > begin && token - t < kReach; --t) {
    if (c.doc.is_punctuation(t - 1)) return false;
    if (c.doc.lower(t - 1) == "also") return true;
  }
  return false;
}

bool is_ahead(const record::Report& report, const record::Meeting& m) {
  if (!m.when || report.published.empty()) return false;
  const auto days = time::days_of(*m.when);
  const auto told = time::days_of(report.published);
  return days && told && days->first != time::kOpenBegin && days->first - 1 > told->last;
}

}  // namespace rapporteur::meetings
