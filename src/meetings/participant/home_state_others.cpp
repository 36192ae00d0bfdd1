// The states from which somebody of whom no state is said does not come: that to which he goes, and
// those of the people whom he meets.

#include <algorithm>

#include "circumstance/place_reference.h"
#include "participant/home_state.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

constexpr std::uint32_t kArrival = 6;  // tokens of "is travelling to"
constexpr std::uint32_t kAttends = 8;  // tokens between a person and "will attend"

}  // namespace

// "Foreign Minister A paid visits to Serbia and Kosovo"
void HomeState::count_visited() {
  for (const Draft& draft : drafts_.drafts) {
    if (!draft.meeting.kind || *draft.meeting.kind != record::Kind::visit) continue;
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts_.mentions[i];
      if (m.people.empty() || c_.cast.people[m.people.front()].state) continue;
      if (c_.cast.people[m.people.front()].body) continue;
      if (draft.meeting.country) visited_.push_back(*draft.meeting.country);
      for (const Named& state : m.states) {
        visited_.emplace_back(c_.catalogue.states()[state.id].code);
      }
    }
  }
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  if (main.country && says_of_guest(main)) visited_.push_back(*main.country);
}

// "Foreign Secretary A met |Canadian| Speaker B": A comes from elsewhere.
void HomeState::add_partners(std::vector<std::string>& codes) const {
  for (const Draft& draft : drafts_.drafts) {
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts_.mentions[i];
      const bool two = m.people.size() >= 2 && m.kind != "signing" && !m.organisation && !m.organ;
      const bool open = two && std::any_of(m.people.begin(), m.people.end(), [&](std::uint32_t p) {
                          const names::Person& who = c_.cast.people[p];
                          return !who.state && !who.body && !who.offices.empty();
                        });
      if (!open) continue;
      for (const std::uint32_t p : m.people) {
        const Named& state = c_.cast.people[p].state;
        if (state) codes.emplace_back(c_.catalogue.states()[state.id].code);
      }
    }
  }
}

// The states of those who hold the very office of somebody of whom no state is said, and of those
// whom he meets: "talks |with the leaders of A and B|".
void HomeState::add_colleagues(std::vector<std::string>& codes) const {
  for (const names::Mention& m : c_.cast.mentions) {
    if (m.person != kNobody || m.states.size() < 2 || m.tokens.begin < 2) continue;
    const std::uint32_t the =
        c_.lower(m.tokens.begin - 1) == "the" ? m.tokens.begin - 1 : m.tokens.begin;
    if (c_.lower(the - 1) != "with") continue;
    for (const Named& state : m.states) {
      codes.emplace_back(c_.catalogue.states()[state.id].code);
    }
  }
  for (const names::Person& p : c_.cast.people) {
    if (p.state || p.body || p.offices.empty() || p.offices.front().office == npos) continue;
    const auto level = c_.catalogue.offices()[p.offices.front().office].level;
    const bool single = level == catalogue::OfficeLevel::head_of_state ||
                        level == catalogue::OfficeLevel::head_of_government ||
                        c_.catalogue.offices()[p.offices.front().office].id == "foreign_minister";
    if (!single) continue;
    for (const names::Person& other : c_.cast.people) {
      if (!other.state || other.offices.empty()) continue;
      if (other.offices.front().office != p.offices.front().office) continue;
      codes.emplace_back(c_.catalogue.states()[other.state.id].code);
    }
  }
}

// "Minister A arrived in Lima", "he left for Peru": nobody whose state the report says.
bool HomeState::arrives_in(const std::string& country) const {
  for (const Tag& tag : c_.tags.all()) {
    const catalogue::Index state = tag.label == Label::nationality ? npos : state_of(tag);
    if (state == npos || c_.catalogue.states()[state].code != country) continue;
    const TokenRange s = c_.sentence(tag.tokens.begin);
    std::uint32_t end = tag.tokens.begin;
    if (end > s.begin && c_.lower(end - 1) == "the") --end;
    // "left Lima on Monday |for| Quito"
    const bool leaves = end > s.begin && c_.lower(end - 1) == "for" && is_way_out(c_, end - 1);
    for (std::uint32_t t = end; t > s.begin && end - t < kArrival; --t) {
      TokenRange words;
      const bool comes = c_.cue(t - 1, arrival_, &words) != nullptr && words.end == end;
      if (!comes && !leaves) continue;
      const names::Mention* who = nullptr;
      for (const names::Mention& m : c_.cast.mentions) {
        if (m.person != kNobody && m.tokens.end <= t && m.tokens.begin >= s.begin) who = &m;
      }
      if (who == nullptr) continue;
      const names::Person& p = c_.cast.people[who->person];
      if (!p.state && !p.body && !p.offices.empty()) return true;
    }
  }
  return false;
}

// "Minister A will attend a meeting of the Council in Namibia": a report from there says no more
// than the town, and its own people do not just attend.
bool HomeState::says_of_guest(const record::Meeting& main) const {
  if (main.country.evidence.empty()) return false;
  if (arrives_in(*main.country)) return true;
  const std::uint32_t at = c_.doc.token_at(main.country.evidence.front().begin);
  const Tag* tag = at < c_.doc.size() ? c_.tags.covering(at) : nullptr;
  if (tag == nullptr || tag->label != Label::state) return false;
  for (const names::Mention& m : c_.cast.mentions) {
    if (m.person == kNobody || m.kind != names::MentionKind::name) continue;
    const names::Person& p = c_.cast.people[m.person];
    if (p.state || p.body || p.offices.empty() || m.tokens.begin > at) continue;
    if (c_.doc.sentence_of(m.tokens.begin) != c_.doc.sentence_of(at)) continue;
    for (std::uint32_t t = m.tokens.end; t < std::min(at, m.tokens.end + kAttends); ++t) {
      const lexicon::Cue* cue = c_.cue(t, c_.cues.attend);
      if (cue != nullptr && cue->value == "subject") return true;
    }
  }
  return false;
}

}  // namespace rapporteur::meetings
