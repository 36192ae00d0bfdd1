#include "verbal/group_place.h"

#include <algorithm>

#include "nominal/nominal_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

bool is_stretch_of_talks(const Context& c, std::uint32_t noun) {
  constexpr std::uint32_t kLongest = 3;  // tokens of "two days of"
  for (std::uint32_t back = 1; back <= kLongest && noun >= back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(noun - back, c.cues.duration, &words);
    if (cue != nullptr && words.end == noun) return c.doc.lower(noun - 1) == "of";
  }
  return false;
}

bool is_placed_before(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t verb = m.trigger.begin;
  const tagger::Tag* before = verb > s.begin + 1 ? c.tags.covering(verb - 1) : nullptr;
  if (before != nullptr && before->label == tagger::Label::place &&
      before->tokens.begin > s.begin && c.doc.lower(before->tokens.begin - 1) == "in") {
    return true;
  }
  const std::uint32_t begin = behind_dateline(c, s.begin).begin;
  const tagger::Tag* town = c.lower(begin) == "in" ? c.tags.starting(begin + 1) : nullptr;
  if (town != nullptr && town->label == tagger::Label::place) return true;
  for (std::uint32_t t = std::max(s.begin, c.dateline.end); t < s.end; ++t) {
    if (c.doc.lower(t) == "here") return true;
  }
  return false;
}

bool is_known_council(const Context& c, const Mention& m) {
  catalogue::Index organ = m.organ ? m.organ.id : npos;
  if (organ == npos && m.organisation && m.organisation.id != npos && !m.organ_words.empty()) {
    organ = c.catalogue.find_organ(m.organisation.id, m.organ_words);
  }
  // "the Arctic Council": an organisation that is one itself
  if (organ == npos && m.organisation && m.organisation.id != npos && m.organ_words.empty()) {
    const std::string_view name = c.catalogue.bodies()[m.organisation.id].name;
    return name.find("Council") != std::string_view::npos;
  }
  return organ != npos && c.catalogue.bodies()[organ].meeting != catalogue::MeetingKind::unknown;
}

bool is_of_these_days(const Context& c, const time::Expression& when) {
  constexpr std::int64_t kWeek = 7;
  const auto day = time::days_of(when.edtf);
  const auto today = time::days_of(c.report.published);
  if (!day || !today || day->first != day->last) return false;
  return day->first <= today->last && day->first + kWeek > today->first;
}

}  // namespace rapporteur::meetings
