#include "participant/owned_offices.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "participant/bystander.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;

bool is_both(std::string_view word) { return word == "both" || word == "two"; }

bool is_side(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kSides{
      "countries", "states", "nations", "sides", "governments", "parties", "republics"};
  return is_one_of(word, kSides);
}

// Behind "of both countries", "of the two states" at `at`, or `at`.
std::uint32_t behind_both(const Context& c, std::uint32_t at) {
  std::uint32_t t = at;
  if (c.lower(t) == "of" || c.lower(t) == "from") ++t;
  if (t > at && c.lower(t) == "the") ++t;
  return t > at && is_both(c.lower(t)) && is_side(c.lower(t + 1)) ? t + 2 : at;
}

// "|the two countries'| ministers", "|their respective| ministers": whose they are who meet.
bool is_of_both(const Context& c, std::uint32_t office) {
  if (office < 4) return false;
  const std::uint32_t own = c.lower(office - 1) == "respective" ? office - 1 : office;
  if (c.lower(own - 1) == "their") return true;
  const bool genitive = c.lower(office - 1) == "'" || c.lower(office - 1) == "'s";
  return genitive && is_side(c.lower(office - 2)) && is_both(c.lower(office - 3));
}

// "|With him was| his minister", "the ministers |in attendance|".
bool is_there(const Context& c, TokenRange who) {
  static constexpr std::array<std::string_view, 5> kVerbs{"was", "were", "came", "sat",
                                                          "travelled"};
  if (is_told_to_attend(c, who) || c.cue(who.end, c.cues.attend, "subject") != nullptr) return true;
  if (c.lower(who.end) == "in" && c.lower(who.end + 1) == "attendance") return true;
  const TokenRange s = c.sentence(who.begin);
  const std::string_view first = c.lower(s.begin);
  const bool beside = first == "with" || first == "beside" || first == "alongside";
  if (!beside || who.begin == s.begin) return false;
  std::uint32_t verb = who.begin - 1;
  while (verb > s.begin && (c.lower(verb) == "his" || c.lower(verb) == "her")) --verb;
  return is_one_of(c.lower(verb), kVerbs);
}

class OwnedOffices {
 public:
  OwnedOffices(const Context& context, const AttendedMeeting& attended, const Entries& entries,
               Drafts& drafts)
      : c_(context), attended_(attended), entries_(entries), drafts_(drafts) {}

  void run() {
    for (const names::Office& office : c_.cast.offices) {
      if (office.state || office.body || office.former || office.words.empty()) continue;
      if (office.office == npos || is_named(office)) continue;
      if (office.plural) {
        of_both(office);
      } else if (is_official(office)) {
        of_person(office);
      }
    }
  }

 private:
  // Ministers and below: of those at the top there is one, who is named.
  [[nodiscard]] bool is_official(const names::Office& office) const {
    using catalogue::OfficeLevel;
    const OfficeLevel level = c_.catalogue.offices()[office.office].level;
    return level == OfficeLevel::deputy_head || level == OfficeLevel::minister ||
           level == OfficeLevel::deputy_minister || level == OfficeLevel::ambassador ||
           level == OfficeLevel::official;
  }

  [[nodiscard]] bool is_named(const names::Office& office) const {
    const names::Mention* m = c_.cast.covering(office.tokens.begin);
    return m != nullptr && (m->person != kNobody || !m->states.empty());
  }

  void of_both(const names::Office& office) {
    const std::uint32_t end = behind_both(c_, office.tokens.end);
    if (end == office.tokens.end && !is_of_both(c_, office.tokens.begin)) return;
    Draft* draft = draft_at(office, {office.tokens.begin, end});
    if (draft == nullptr) return;
    const std::vector<Participant> sides = sides_of(draft->meeting);
    if (sides.size() != 2) return;
    for (const Participant& side : sides) add(*draft, side, office);
  }

  void of_person(const names::Office& office) {
    const std::uint32_t begin = office.tokens.begin;
    const std::string_view whose = begin > 0 ? c_.lower(begin - 1) : std::string_view();
    if (whose != "his" && whose != "her") return;
    Draft* draft = draft_at(office, office.tokens);
    const std::uint32_t owner = draft == nullptr ? kNobody : antecedent(c_, begin - 1);
    if (owner == kNobody) return;
    const std::string& name = c_.cast.people[owner].name;
    const auto& all = draft->meeting.participants;
    const auto known = std::find_if(all.begin(), all.end(), [&](const Participant& p) {
      return p.person && *p.person == name && p.state;
    });
    if (known != all.end()) add(*draft, Participant(*known), office);
  }

  // The meeting that those words tell of; or null.
  Draft* draft_at(const names::Office& office, TokenRange who) {
    if (!is_there(c_, who) || is_spoken_of(c_, who)) return nullptr;
    const std::size_t d = attended_.at(office.tokens.begin);
    return d < drafts_.drafts.size() ? &drafts_.drafts[d] : nullptr;
  }

  // One participant of each state.
  static std::vector<Participant> sides_of(const record::Meeting& meeting) {
    std::vector<Participant> out;
    for (const Participant& p : meeting.participants) {
      const bool known = !p.state || std::any_of(out.begin(), out.end(), [&](const Participant& o) {
        return *o.state == *p.state;
      });
      if (!known) out.push_back(p);
    }
    return out;
  }

  // Somebody of that state is in that office already.
  [[nodiscard]] bool is_held(const record::Meeting& meeting, const Participant& side,
                             const names::Office& office) const {
    return std::any_of(
        meeting.participants.begin(), meeting.participants.end(), [&](const Participant& p) {
          if (!p.state || *p.state != *side.state || !p.offices) return false;
          if (!p.person) return true;
          return std::any_of(c_.cast.people.begin(), c_.cast.people.end(),
                             [&](const names::Person& known) {
                               return known.name == *p.person && !known.offices.empty() &&
                                      known.offices.front().office == office.office;
                             });
        });
  }

  void add(Draft& draft, const Participant& side, const names::Office& office) {
    if (!is_held(draft.meeting, side, office)) {
      entries_.add_beside(draft, side, office, office.tokens);
    }
  }

  const Context& c_;
  const AttendedMeeting& attended_;
  const Entries& entries_;
  Drafts& drafts_;
};

}  // namespace

void add_owned_offices(const Context& context, const AttendedMeeting& attended,
                       const Entries& entries, Drafts& drafts) {
  OwnedOffices(context, attended, entries, drafts).run();
}

}  // namespace rapporteur::meetings
