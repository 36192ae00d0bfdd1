#include "participant/entries.h"

#include <algorithm>

#include "participant/absence.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

using names::MentionKind;
using record::Attendance;
using record::Participant;
using record::Status;

bool Entries::only_speaks(std::uint32_t person) const {
  for (const names::Office& office : c_.cast.people[person].offices) {
    for (std::uint32_t t = office.tokens.begin; t < office.tokens.end; ++t) {
      if (c_.cue(t, c_.cues.speaker_only) != nullptr) return true;
    }
    if (office.office != npos &&
        c_.catalogue.offices()[office.office].level == catalogue::OfficeLevel::spokesperson) {
      return true;
    }
  }
  return false;
}

Attendance Entries::usual(const record::Meeting& meeting) {
  const bool to_come =
      meeting.status && *meeting.status != Status::held && *meeting.status != Status::ongoing;
  return to_come ? Attendance::expected : Attendance::attended;
}

ByteSpan Entries::status_words(const record::Meeting& meeting, ByteSpan fallback) {
  return meeting.status && !meeting.status.evidence.empty() ? meeting.status.evidence.front()
                                                            : fallback;
}

void Entries::add_person(Draft& draft, std::uint32_t person, TokenRange where,
                         float confidence) const {
  const names::Person& p = c_.cast.people[person];
  for (Participant& known : draft.meeting.participants) {
    if (known.person && *known.person == p.name) {
      mark_absence(known, where);
      return;
    }
  }
  Participant out;
  out.person.set(p.name, {p.words}, confidence, "meetings/participant");
  set_offices(p, out);
  set_side(p, out);
  out.attendance.set(usual(draft.meeting), {status_words(draft.meeting, p.words)}, confidence,
                     "meetings/attendance");
  mark_absence(out, where);
  absorb_unnamed(draft.meeting, out);
  draft.meeting.participants.push_back(std::move(out));
}

void Entries::set_offices(const names::Person& p, Participant& out) const {
  std::vector<std::string> offices;
  std::vector<ByteSpan> words;
  for (const names::Office& office : p.offices) {
    offices.push_back(office.text);
    words.insert(words.end(), office.words.begin(), office.words.end());
  }
  if (!offices.empty()) out.offices.set(std::move(offices), words, 0.85F, "names/office");
}

void Entries::set_side(const names::Person& p, Participant& out) const {
  if (p.state) {
    out.state.set(std::string(c_.catalogue.states()[p.state.id].code), {p.state.words}, 0.9F,
                  "names/state");
  } else if (p.body && p.body.id != npos && !chairs_as_minister(p)) {
    out.organisation.set(organisation_of(p.body), {p.body.words}, 0.85F, "names/organisation");
  }
}

// "A, Prime Minister and Chairperson of the Union": the body is chaired for a state.
bool Entries::chairs_as_minister(const names::Person& p) const {
  using catalogue::OfficeLevel;
  bool chairs = false;
  bool serves = false;
  for (const names::Office& office : p.offices) {
    if (office.office == npos || office.former) continue;
    const catalogue::Office& head = c_.catalogue.offices()[office.office];
    chairs = chairs || head.id == "chair" || head.id == "co_chair";
    serves = serves || head.level == OfficeLevel::head_of_state ||
             head.level == OfficeLevel::head_of_government || head.level == OfficeLevel::minister ||
             head.level == OfficeLevel::deputy_minister;
  }
  return chairs && serves;
}

// An organ belongs to its organisation; one that no table knows has the name that it is given.
std::string Entries::organisation_of(const Named& body) const {
  if (body.id == npos) return c_.words(body.words);
  const catalogue::Body& known = c_.catalogue.bodies()[body.id];
  return std::string(known.parent != npos ? c_.catalogue.bodies()[known.parent].name : known.name);
}

// An entry for the same office and state without a name is this person.
void Entries::absorb_unnamed(record::Meeting& meeting, const Participant& named) {
  if (!named.state) return;
  auto& all = meeting.participants;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const Participant& p) {
                             return !p.person && p.state && *p.state == *named.state;
                           }),
            all.end());
}

// A state without a name is the person who is known to come from there.
void Entries::drop_represented(record::Meeting& meeting) {
  auto& all = meeting.participants;
  const std::vector<Participant> before = all;
  const auto represented = [&](const Participant& p) {
    if (p.person || !p.state) return false;
    return std::any_of(before.begin(), before.end(), [&](const Participant& named) {
      return named.person && named.state && *named.state == *p.state &&
             *named.attendance == *p.attendance;
    });
  };
  all.erase(std::remove_if(all.begin(), all.end(), represented), all.end());
}

void Entries::add_state(Draft& draft, const Named& state, const names::Office* office,
                        TokenRange where, float confidence) const {
  const std::string code(c_.catalogue.states()[state.id].code);
  for (Participant& known : draft.meeting.participants) {
    if (!known.state || *known.state != code) continue;
    if (!known.person && !known.offices && office != nullptr) {
      known.offices.set({office->text}, office->words, 0.8F, "names/office");
    }
    return;
  }
  Participant out;
  out.state.set(code, {state.words}, confidence, "meetings/participant-state");
  if (office != nullptr) {
    out.offices.set({office->text}, office->words, 0.8F, "names/office");
  }
  out.attendance.set(usual(draft.meeting), {status_words(draft.meeting, state.words)}, confidence,
                     "meetings/attendance");
  mark_absence(out, where);
  draft.meeting.participants.push_back(std::move(out));
}

void Entries::add_beside(Draft& draft, const Participant& side, const names::Office& office,
                         TokenRange where) const {
  const ByteSpan words = side.state.evidence.front();
  for (Participant& known : draft.meeting.participants) {
    if (known.person || known.offices || !known.state || *known.state != *side.state) continue;
    known.offices.set({office.text}, office.words, 0.8F, "names/office");
    return;
  }
  Participant out;
  out.state.set(*side.state, {words}, 0.6F, "meetings/participant-state");
  out.offices.set({office.text}, office.words, 0.8F, "names/office");
  out.attendance.set(usual(draft.meeting), {status_words(draft.meeting, words)}, 0.6F,
                     "meetings/attendance");
  mark_absence(out, where);
  draft.meeting.participants.push_back(std::move(out));
}

void Entries::add_body(Draft& draft, const Named& body, const names::Office* office,
                       TokenRange where, float confidence) const {
  record::Meeting& m = draft.meeting;
  const std::string name = organisation_of(body);
  const bool own = m.organisation && *m.organisation == name;
  if (own && (office == nullptr || office->plural)) return;  // whose meeting it is
  for (const Participant& known : m.participants) {
    if (known.organisation && *known.organisation == name) return;
  }
  Participant out;
  out.organisation.set(name, {body.words}, confidence, "meetings/participant-organisation");
  if (office != nullptr) out.offices.set({office->text}, office->words, 0.8F, "names/office");
  out.attendance.set(usual(m), {status_words(m, body.words)}, confidence, "meetings/attendance");
  mark_absence(out, where);
  m.participants.push_back(std::move(out));
}

void Entries::add_group(Draft& draft, const names::Office& office) const {
  for (const Participant& known : draft.meeting.participants) {
    if (!known.offices || known.person || known.state) continue;
    if (catalogue::fold(known.offices->front()) == catalogue::fold(office.text)) return;
  }
  Participant out;
  out.offices.set({office.text}, office.words, 0.7F, "meetings/participant-group");
  out.attendance.set(usual(draft.meeting), {status_words(draft.meeting, office.words.front())},
                     0.7F, "meetings/attendance");
  draft.meeting.participants.push_back(std::move(out));
}

void Entries::drop_told_groups(record::Meeting& meeting) {
  const auto& all = meeting.participants;
  const auto office = [](const Participant& p) { return catalogue::fold(p.offices->front()); };
  // "the ministers", of whom two or more are named
  const auto named = [&](const std::string& group) {
    if (!group.ends_with("s")) return false;
    const std::string one = group.substr(0, group.size() - 1);
    return std::count_if(all.begin(), all.end(), [&](const Participant& p) {
             return p.person && p.state && p.offices &&
                    (" " + office(p) + " ").find(" " + one + " ") != std::string::npos;
           }) >= 2;
  };
  const auto told = [&](const Participant& group) {
    if (group.person || group.state || group.organisation || !group.offices) return false;
    if (named(office(group))) return true;
    return std::any_of(all.begin(), all.end(), [&](const Participant& p) {
      return !p.person && p.state && p.offices && office(p) == office(group);
    });
  };
  std::vector<Participant> kept;
  for (const Participant& p : all) {
    if (!told(p)) kept.push_back(p);
  }
  meeting.participants = std::move(kept);
}

void Entries::add_represented(Draft& draft, const names::StandIn& who) const {
  auto& all = draft.meeting.participants;
  const auto entry = [&](std::uint32_t person) {
    return std::find_if(all.begin(), all.end(), [&](const Participant& p) {
      return person != kNobody && p.person && *p.person == c_.cast.people[person].name;
    });
  };
  const auto there = entry(who.person);
  if (there == all.end() || *there->attendance == Attendance::absent) return;
  const std::vector<ByteSpan> words = there->person.evidence;
  if (who.other != kNobody) {
    const std::uint32_t at = c_.doc.token_at(c_.cast.people[who.other].words.begin);
    add_person(draft, who.other, {at, at + 1}, 0.7F);
    entry(who.other)->attendance.set(Attendance::absent, words, 0.7F, "meetings/represented");
    return;
  }
  const names::Office& office = c_.cast.offices[who.office];
  const names::Person& person = c_.cast.people[who.person];
  const Named state = office.state ? office.state : person.state;
  if (!state) return;
  Participant out;
  out.state.set(std::string(c_.catalogue.states()[state.id].code), {state.words}, 0.7F,
                "meetings/represented");
  out.offices.set({office.text}, office.words, 0.7F, "names/office");
  out.attendance.set(Attendance::absent, words, 0.7F, "meetings/represented");
  all.push_back(std::move(out));
}

void Entries::mark_absence(Participant& p, TokenRange where) const {
  const ByteSpan words = words_of_absence(c_, where, bool{p.person}, bool{p.offices});
  if (!words.empty()) p.attendance.set(Attendance::absent, {words}, 0.75F, "meetings/absent");
}

// Takes somebody of one meeting into another.
void Entries::join(Participant who, Draft& draft) const {
  const ByteSpan words = who.person ? who.person.evidence.front() : who.state.evidence.front();
  who.attendance.set(usual(draft.meeting), {status_words(draft.meeting, words)}, 0.6F,
                     "meetings/attendance");
  draft.meeting.participants.push_back(std::move(who));
}

}  // namespace rapporteur::meetings
