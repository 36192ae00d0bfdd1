// Who took part, was expected or stayed away. The people of a meeting between a few are those whom
// its mentions name; those of a session are the office-holders in the sentences that speak of it.

#include <algorithm>

#include "draft.h"
#include "identity/attribution.h"
#include "identity/lead_group.h"
#include "identity/twin_meetings.h"
#include "participant/attended_meeting.h"
#include "participant/attenders.h"
#include "participant/bodies_alone.h"
#include "participant/bystander.h"
#include "participant/entries.h"
#include "participant/former_sides.h"
#include "participant/home.h"
#include "participant/joint_sides.h"
#include "participant/offices_beside.h"
#include "participant/owned_offices.h"
#include "participant/pronouns.h"
#include "participant/protagonist.h"
#include "participant/received_guests.h"
#include "participant/rows.h"
#include "participant/state_in_phrase.h"
#include "participant/states_alone.h"
#include "participant/visit_host.h"

namespace rapporteur::meetings {

namespace {

using names::MentionKind;
using record::Attendance;
using record::Kind;
using record::Participant;
using text::LineRole;

constexpr std::uint32_t kLead = 4;  // sentences in which a report says what it is about

class Participants {
 public:
  Participants(const Context& context, Drafts& drafts)
      : c_(context),
        drafts_(drafts),
        entries_(context),
        attribution_(context, drafts),
        attended_(context, drafts, attribution_) {}

  void run() {
    hero_ = protagonist(c_);
    main_leads_ = leads(drafts_.drafts[drafts_.main]);
    for (Draft& draft : drafts_.drafts) from_mentions(draft);
    add_attenders(c_, entries_, drafts_);
    for (const names::Mention& m : c_.cast.mentions) from_cast(m);
    add_pronouns(c_, entries_, drafts_);
    from_rows();
    from_signings();
    for (const StateAct& act : states_alone(c_)) from_state(act);
    for (const BodyAct& act : bodies_alone(c_)) {
      const std::size_t d = attended_.at(act.where.begin);
      if (d != Attribution::kNone) {
        entries_.add_body(drafts_.drafts[d], act.body, act.office, act.where, 0.6F);
      }
    }
    for (const names::Mention& m : c_.cast.mentions) from_cast(m);  // now that sides are known
    add_received(c_, entries_, drafts_);
    for (const names::StandIn& who : c_.cast.stand_ins) {
      for (Draft& draft : drafts_.drafts) {
        if (!draft.bilateral) entries_.add_represented(draft, who);
      }
    }
    for (Draft& draft : drafts_.drafts) complete_pair(draft);
    for (Draft& draft : drafts_.drafts) {
      if (draft.meeting.kind && *draft.meeting.kind == Kind::visit) add_host(draft);
    }
    complete_states(c_, drafts_);
    add_former_sides(entries_, drafts_);
    share_twins(c_, entries_, drafts_);
    add_joint_sides(c_, drafts_);
    add_hosts_met(entries_, drafts_);
    for (Draft& draft : drafts_.drafts) {
      Entries::drop_represented(draft.meeting);
      Entries::drop_told_groups(draft.meeting);
    }
    add_offices_beside(c_, attended_, entries_, drafts_);
    add_owned_offices(c_, attended_, entries_, drafts_);
  }

 private:
  // --- who -----------------------------------------------------------------------------------

  [[nodiscard]] LineRole role_at(std::uint32_t token) const {
    return c_.doc.sentences()[c_.doc.sentence_of(token)].role;
  }

  // A headline or one of the first sentences names the meeting.
  [[nodiscard]] bool leads(const Draft& draft) const {
    std::uint32_t told = 0;
    for (std::uint32_t s = 0; s < c_.doc.sentences().size(); ++s) {
      const LineRole role = c_.doc.sentences()[s].role;
      if (role == LineRole::teaser || role == LineRole::boilerplate) continue;
      told += role == LineRole::body || role == LineRole::item ? 1 : 0;
      if (told > kLead) return false;
      for (const std::uint32_t i : draft.mentions) {
        if (drafts_.mentions[i].sentence == s) return true;
      }
    }
    return false;
  }

  void add_host(Draft& draft) {
    const Mention& visit = drafts_.mentions[draft.mentions.front()];
    const bool anywhere = &draft == &drafts_.drafts[drafts_.main] || leads(draft);
    const std::uint32_t host = host_of(c_, entries_, draft, visit, anywhere);
    if (host == kNobody) return;
    const record::Fact<std::string>& country = draft.meeting.country;
    if (country && is_met_elsewhere(c_, drafts_, host, *country)) return;
    entries_.add_person(draft, host, visit.tokens, 0.6F);
    Participant& added = draft.meeting.participants.back();
    if (added.person && !added.state && !added.offices) {  // "his host, X"
      added.state.set(*draft.meeting.country, draft.meeting.country.evidence, 0.5F,
                      "names/host-state");
    }
  }

  // --- sources -------------------------------------------------------------------------------

  void from_mentions(Draft& draft) {
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts_.mentions[i];
      // Two spokespersons who hold consultations take part in them.
      const bool press = m.people.size() >= 2 &&
                         std::all_of(m.people.begin(), m.people.end(), [&](std::uint32_t person) {
                           return entries_.only_speaks(person);
                         });
      for (const std::uint32_t person : m.people) {
        if (press || !entries_.only_speaks(person)) {
          entries_.add_person(draft, person, m.tokens, 0.85F);
        }
      }
      const bool between = m.kind != "visit" || m.people.empty();
      for (const Named& state : m.states) {
        if (!between || !takes_part(c_, m, state)) continue;
        const names::Office* office = office_without_name(c_, state);
        if (office != nullptr && (is_plain_delegates(*office) || is_below(m, *office)))
          office = nullptr;
        entries_.add_state(draft, state, office, m.tokens, 0.7F);
      }
    }
  }

  // "|The ministers| agreed to hold a summit": of the leaders of the same states.
  [[nodiscard]] bool is_below(const Mention& m, const names::Office& office) const {
    if (m.kind != "summit" || m.organisation || office.office == npos) return false;
    return c_.catalogue.offices()[office.office].level == catalogue::OfficeLevel::minister;
  }

  [[nodiscard]] bool attends(std::uint32_t token) const {
    const TokenRange s = c_.sentence(token);
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (c_.cue(t, c_.cues.attend) != nullptr || c_.cue(t, c_.cues.chair) != nullptr) return true;
    }
    return false;
  }

  // "Representatives of X" is no office; "officials of X", "representatives of the ministries of X"
  // is one.
  [[nodiscard]] bool is_plain_delegates(const names::Office& office) const {
    if (office.words.empty()) return true;
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(office.tokens.begin, c_.cues.delegate, &words);
    const bool head =
        office.office != npos && c_.catalogue.offices()[office.office].id == "delegation_head";
    return cue != nullptr && !head && cue->value != "office" &&
           c_.doc.span(words).end >= office.words.back().end;
  }

  // Of one of the states between which the meeting is.
  [[nodiscard]] bool is_side(const Draft& draft, const names::Person& p) const {
    if (!p.state) return false;
    const std::string_view code = c_.catalogue.states()[p.state.id].code;
    const auto& known = draft.meeting.participants;
    const bool alone = std::any_of(known.begin(), known.end(), [&](const Participant& one) {
      return !one.person && one.state && *one.state == code;
    });
    return alone || std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](auto i) {
             const std::vector<Named>& states = drafts_.mentions[i].states;
             return states.size() > 1 &&
                    std::any_of(states.begin(), states.end(),
                                [&](const Named& s) { return s.id == p.state.id; });
           });
  }

  // "He met X and, later, Y": the sentence tells of another meeting with that person.
  [[nodiscard]] bool is_met_apart(std::size_t draft, const names::Mention& who) const {
    return is_told_apart(draft, c_.doc.sentence_of(who.tokens.begin), [&](const Mention& m) {
      return std::find(m.people.begin(), m.people.end(), who.person) != m.people.end();
    });
  }

  // The same of a state: "separate meetings with the ministers of Peru and Chile".
  [[nodiscard]] bool is_met_apart(std::size_t draft, std::uint32_t sentence,
                                  const Named& state) const {
    if (!drafts_.drafts[draft].bilateral) return false;
    return is_told_apart(draft, sentence, [&](const Mention& m) {
      return std::any_of(m.states.begin(), m.states.end(),
                         [&](const Named& n) { return n.id == state.id; });
    });
  }

  // Mentions of the sentence have it, and none of them is one of `draft`.
  template <class Has>
  [[nodiscard]] bool is_told_apart(std::size_t draft, std::uint32_t sentence, Has has) const {
    const auto& all = drafts_.mentions;  // sorted by sentence
    const auto& own = drafts_.drafts[draft].mentions;
    bool elsewhere = false;
    auto at = std::lower_bound(all.begin(), all.end(), sentence,
                               [](const Mention& m, std::uint32_t s) { return m.sentence < s; });
    for (; at != all.end() && at->sentence == sentence; ++at) {
      if (!has(*at)) continue;
      const auto i = static_cast<std::uint32_t>(at - all.begin());
      if (std::binary_search(own.begin(), own.end(), i)) return false;
      elsewhere = true;
    }
    return elsewhere;
  }

  // What a mention of the cast may tell of a meeting.
  struct Told {
    std::size_t draft;
    bool main;      // it is the meeting that the report is about
    bool named;     // the sentence names a meeting
    bool attended;  // it tells of those who took part
  };

  void from_cast(const names::Mention& m) {
    const LineRole role = role_at(m.tokens.begin);
    if (role == LineRole::boilerplate || role == LineRole::stamp || role == LineRole::teaser) {
      return;
    }
    std::size_t d = attended_.at(m.tokens.begin);
    if (d == Attribution::kNone) return;
    const bool named = attribution_.named_in(c_.doc.sentence_of(m.tokens.begin));
    // An aside on a meeting of two ends with its sentence, but for those who were there, too.
    const bool attended = attends(m.tokens.begin);
    const bool aside = !named && drafts_.drafts[d].bilateral &&
                       !(attended && is_right_behind(c_, drafts_.drafts[d], m.tokens.begin));
    if (aside && !drafts_.drafts[drafts_.main].bilateral) d = drafts_.main;
    const Told told{d, d == drafts_.main, named, attended};
    if (told.main && !main_leads_ && !named && !told.attended) return;
    if (m.person != kNobody) {
      if (person_takes_part(m, told)) {
        entries_.add_person(drafts_.drafts[d], m.person, m.tokens, told.attended ? 0.8F : 0.6F);
      }
    } else if (m.kind == MentionKind::office) {
      from_office(m, told);
    } else if (m.kind == MentionKind::state && (told.main || told.attended)) {
      if (is_group_spoken_of(m, told)) return;
      const names::Office* office = m.office != kNobody ? &c_.cast.offices[m.office] : nullptr;
      for (const Named& state : m.states) {
        entries_.add_state(drafts_.drafts[d], state, office, m.tokens, 0.7F);
      }
    }
  }

  // Somebody whose office, state or part is told, rather than a name alone.
  [[nodiscard]] bool is_somebody(const names::Mention& m, const Told& told) const {
    const names::Person& p = c_.cast.people[m.person];
    const bool somebody =
        !p.offices.empty() || p.state || p.body || (told.attended && is_noble(c_, m.tokens));
    const bool former = !p.offices.empty() && p.offices.front().former;
    const record::Meeting& meeting = drafts_.drafts[told.draft].meeting;
    const bool chairs = meeting.chair_person && *meeting.chair_person == p.name;
    const bool listed = told.attended && !somebody && is_told_to_attend(c_, m.tokens);
    return (somebody || chairs || listed) && (!former || told.attended);
  }

  // The person takes part rather than being spoken of.
  [[nodiscard]] bool person_takes_part(const names::Mention& m, const Told& told) const {
    if (entries_.only_speaks(m.person)) return false;
    if (is_spoken_of(c_, m.tokens) || is_byline(c_, m.tokens)) return false;
    if (!is_somebody(m, told)) return false;
    const Draft& draft = drafts_.drafts[told.draft];
    const bool side = (told.main || told.named) && is_side(draft, c_.cast.people[m.person]);
    if (is_welcomer(c_, m.tokens) || speaks_of_others(c_, draft.meeting, m)) return false;
    if (draft.bilateral) {
      if ((!told.attended && !side) || is_met_apart(told.draft, m)) return false;
    } else {
      const bool apart = told.main && !told.named && meets_somebody(c_, m.tokens);
      if (!told.attended && (apart || is_at_airport(c_, m.tokens))) return false;
      if (only_announces(c_, draft.meeting, m)) return false;
    }
    return told.main || told.attended || (told.named && side);
  }

  // Two met; "the agreements reached between |the presidents| of the two countries" are theirs.
  [[nodiscard]] bool is_group_spoken_of(const names::Mention& m, const Told& told) const {
    return drafts_.drafts[told.draft].bilateral && !told.attended && is_spoken_of(c_, m.tokens);
  }

  // "the ministers of Peru and Chile", "Vice President: Comoros", "the Peruvian minister"
  void from_office(const names::Mention& m, const Told& told) {
    Draft& draft = drafts_.drafts[told.draft];
    const names::Office& office = c_.cast.offices[m.office];
    if (is_of_unmet(c_, m.tokens)) return;
    const bool list = !m.states.empty() && !office.state;  // "Vice President: Comoros"
    if (!office.plural && !list) {
      if (!office.state || !told.attended || draft.bilateral) return;
      return entries_.add_state(draft, office.state, &office, m.tokens, 0.6F);
    }
    if ((!told.attended && !told.main) || is_group_spoken_of(m, told)) return;
    const bool delegates = is_plain_delegates(office);
    for (const Named& state : m.states) {
      if (is_met_apart(told.draft, c_.doc.sentence_of(m.tokens.begin), state)) continue;
      entries_.add_state(draft, state, delegates ? nullptr : &office, m.tokens, 0.75F);
    }
    // A heading's "Chairs" may be a verb.
    const bool heading = role_at(m.tokens.begin) == LineRole::headline && office.tokens.size() == 1;
    // "The two ministers", who are on the line, are told by name.
    const auto& kind = draft.meeting.kind;
    const bool call = kind && *kind == record::Kind::call;
    if (m.states.empty() && !draft.bilateral && !heading && !call) {
      entries_.add_group(draft, office);
    }
  }

  // "Antigua and Barbuda ..... Hon. Gaston Browne, Prime Minister": a line for each. A list tells
  // of the meeting of several that was spoken of last.
  void from_rows() {
    for (const Row& row : rows_of_people(c_)) {
      if (entries_.only_speaks(row.person)) continue;
      const std::uint32_t sentence = c_.doc.sentence_of(row.tokens.begin);
      std::size_t d = attribution_.at(c_.doc.sentences()[row.introduction].tokens.begin);
      if (d == Attribution::kNone || drafts_.drafts[d].bilateral) d = drafts_.main;
      const bool apart = is_told_apart(d, sentence, [&](const Mention& m) {
        return std::find(m.people.begin(), m.people.end(), row.person) != m.people.end();
      });
      if (apart) continue;  // "met the following:"
      entries_.add_person(drafts_.drafts[d], row.person, row.tokens, 0.8F);
    }
  }

  // Those who sign during a session have been in it.
  void from_signings() {
    Draft& main = drafts_.drafts[drafts_.main];
    for (const Draft& draft : drafts_.drafts) {
      if (!draft.meeting.kind || *draft.meeting.kind != Kind::signing || &draft == &main) continue;
      for (const std::uint32_t i : draft.mentions) {
        const Mention& m = drafts_.mentions[i];
        for (const std::uint32_t person : m.people) {
          const bool there =
              is_side(main, c_.cast.people[person]) || is_named_with(drafts_, main, m);
          if (there && !entries_.only_speaks(person))
            entries_.add_person(main, person, m.tokens, 0.6F);
        }
      }
    }
  }

  // "Grenada stayed away", "attended by Egypt and Sudan".
  void from_state(const StateAct& act) {
    const std::size_t d = attended_.at(act.where.begin);
    if (d == Attribution::kNone) return;
    Draft& draft = drafts_.drafts[d];
    if (draft.bilateral && !act.absent && !is_of_states_alone(c_, drafts_, draft, act.where))
      return;
    // "the ministers of the bloc met ... Its members are Peru, Chile and Ghana": each its minister
    const names::Office* office = act.member ? group_called(c_, draft) : act.office;
    entries_.add_state(draft, act.state, office, act.where, 0.6F);
    if (!act.absent) return;
    const std::string code(c_.catalogue.states()[act.state.id].code);
    for (Participant& p : draft.meeting.participants) {
      if (!p.person && p.state && *p.state == code) {
        p.attendance.set(Attendance::absent, {act.words}, 0.7F, "meetings/absent");
      }
    }
  }

  // "He then met X": the other side is the person of whom the report speaks.
  void complete_pair(Draft& draft) {
    record::Meeting& m = draft.meeting;
    if (!draft.bilateral || m.participants.size() != 1 || hero_ == kNobody || !m.kind) return;
    if (*m.kind != Kind::talks && *m.kind != Kind::call && *m.kind != Kind::reception) return;
    if (drafts_.mentions[draft.mentions.front()].sides_of != kNobody) return;
    const names::Person& hero = c_.cast.people[hero_];
    const Participant& other = m.participants.front();
    if (other.person && *other.person == hero.name) return;
    const bool same_side =
        other.state && hero.state && *other.state == c_.catalogue.states()[hero.state.id].code;
    if (same_side || entries_.only_speaks(hero_)) return;
    entries_.add_person(draft, hero_, drafts_.mentions[draft.mentions.front()].tokens, 0.55F);
  }

  const Context& c_;
  Drafts& drafts_;
  Entries entries_;
  Attribution attribution_;
  AttendedMeeting attended_;  // of attribution_
  std::uint32_t hero_ = kNobody;
  bool main_leads_ = false;  // the main meeting is named where a report says what it is about
};

}  // namespace

void add_participants(const Context& context, Drafts& drafts) {
  Participants(context, drafts).run();
}

}  // namespace rapporteur::meetings
