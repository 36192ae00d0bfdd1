// Readings made by hand: every fact's words are appended to the text, so that evidence is true.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rapporteur/base/digest.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::testing {

class ReadingBuilder {
 public:
  explicit ReadingBuilder(std::string origin, std::string published = "") {
    reading_.engine = "test-1";
    reading_.report.id = origin;
    reading_.report.origin = std::move(origin);
    reading_.report.published = std::move(published);
    reading_.report.language = "en";
  }

  template <class T>
  void say(record::Fact<T>& fact, T value, const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(reading_.report.text.size());
    reading_.report.text += words;
    const auto end = static_cast<std::uint32_t>(reading_.report.text.size());
    reading_.report.text += ' ';
    fact.set(std::move(value), {{begin, end}}, 0.9F, "test/rule");
  }
  void say(record::Fact<std::string>& fact, const std::string& value) { say(fact, value, value); }

  record::Meeting& meeting(const std::string& name) {
    record::Meeting& m = reading_.meetings.emplace_back();
    m.id = "m" + std::to_string(reading_.meetings.size());
    m.main = reading_.meetings.size() == 1;
    say(m.name, name);
    return m;
  }
  // A session of a body; ordinal 0: not said.
  record::Meeting& session(const std::string& organisation, const std::string& organ, int ordinal,
                           const std::string& when = "", const std::string& place = "",
                           const std::string& country = "",
                           record::Status status = record::Status::held) {
    record::Meeting& m = meeting(organ + " of " + organisation);
    if (!organisation.empty()) say(m.organisation, organisation);
    if (!organ.empty()) say(m.organ, organ);
    if (ordinal != 0) say(m.ordinal, ordinal, std::to_string(ordinal) + "th");
    if (!when.empty()) say(m.when, when);
    if (!place.empty()) say(m.place, place);
    if (!country.empty()) say(m.country, country);
    say(m.kind, record::Kind::session, "session");
    say(m.status, status, std::string(to_string(status)));
    return m;
  }
  record::Participant& participant(record::Meeting& m, const std::string& person,
                                   const std::string& office, const std::string& state,
                                   record::Attendance attendance = record::Attendance::attended) {
    record::Participant& p = m.participants.emplace_back();
    if (!person.empty()) say(p.person, person);
    if (!office.empty()) say(p.offices, std::vector<std::string>{office}, office);
    if (!state.empty()) say(p.state, state);
    say(p.attendance, attendance, std::string(to_string(attendance)));
    return p;
  }
  void agenda(record::Meeting& m, const std::string& text, const std::string& topic) {
    record::AgendaItem& item = m.agenda.emplace_back();
    say(item.text, text);
    item.topics = {topic};
  }
  void outcome(record::Meeting& m, const std::string& act, const std::string& text) {
    record::Outcome& o = m.outcomes.emplace_back();
    o.act = act;
    say(o.text, text);
  }
  void link(record::Meeting& from, record::Relation relation, const std::string& to) {
    record::Link& l = from.links.emplace_back();
    say(l.relation, relation, std::string(to_string(relation)));
    l.to = to;
  }
  record::Reading& raw() { return reading_; }

  record::Reading done() {
    reading_.report.digest = "sha256:" + sha256_hex(reading_.report.text);
    return reading_;
  }

 private:
  record::Reading reading_;
};

inline const char* const kSco = "Shanghai Cooperation Organization";
inline const char* const kSecretaries = "Security Council Secretaries";

// A small world whose reports agree, repeat, contradict and refer to each other.
inline std::vector<record::Reading> small_world() {
  using record::Relation;
  using record::Status;
  std::vector<record::Reading> out;
  {
    ReadingBuilder b("https://a.example/13", "2018-05-16");
    record::Meeting& m = b.session(kSco, kSecretaries, 13, "2018-05-21/2018-05-22", "Beijing", "CN",
                                   Status::announced);
    b.participant(m, "Rajinder Khanna", "Deputy National Security Adviser", "IN",
                  record::Attendance::expected);
    b.participant(m, "Zhao Kezhi", "State Councilor", "CN", record::Attendance::expected);
    b.agenda(m, "drug trafficking", "drug-trafficking");
    out.push_back(b.done());
  }
  {
    ReadingBuilder b("https://b.example/13", "2018-05-23");
    record::Meeting& m =
        b.session("Shanghai Cooperation Organisation", "Meeting of Security Council Secretaries",
                  13, "2018-05-22", "Beijing", "CN");
    b.participant(m, "Nikolai Patrushev", "Secretary of the Security Council", "RU");
    b.participant(m, "Zhao Kezhi", "Minister of Public Security", "CN");
    out.push_back(b.done());
  }
  {
    ReadingBuilder b("https://a.example/17", "2022-08-22");
    b.session(kSco, kSecretaries, 17, "2022-08-19", "Tashkent", "UZ");
    b.session(kSco, kSecretaries, 0, "2023", "", "IN", Status::announced);
    b.session(kSco, "Heads of State", 0, "2022-09-15/2022-09-16", "Samarkand", "UZ",
              Status::announced);
    record::Meeting& m = b.raw().meetings[0];
    b.link(m, Relation::next, "m2");
    b.link(m, Relation::prepares, "m3");
    b.participant(m, "N. Patrushev", "Secretary of the Security Council", "RU");
    b.participant(m, "Vikram Misri", "Deputy National Security Advisor", "IN");
    b.agenda(m, "illegal drug trafficking", "drug-trafficking");
    b.agenda(m, "terrorism", "terrorism");
    b.outcome(m, "confirm", "their readiness to ensure regional security");
    out.push_back(b.done());
  }
  {  // the same words on another site
    record::Reading copy = out.back();
    copy.report.id = copy.report.origin = "https://copy.example/17";
    out.push_back(copy);
  }
  {  // another place
    ReadingBuilder b("https://c.example/17", "2022-08-20");
    record::Meeting& m = b.session(kSco, kSecretaries, 17, "2022-08-19", "Samarkand", "UZ");
    b.participant(m, "Vikram Misri", "", "IN", record::Attendance::absent);
    out.push_back(b.done());
  }
  {
    ReadingBuilder b("https://d.example/18", "2023-03-29");
    record::Meeting& m = b.session(kSco, kSecretaries, 18, "2023-03-29", "New Delhi", "IN");
    b.participant(m, "Nikolai Patrushev", "Secretary of the Security Council", "RU");
    out.push_back(b.done());
  }
  {
    ReadingBuilder b("https://d.example/summit", "2022-09-16");
    b.session(kSco, "Heads of State", 0, "2022-09-15/2022-09-16", "Samarkand", "UZ");
    out.push_back(b.done());
  }
  for (const char* const site : {"https://e.example/talks", "https://f.example/talks"}) {
    ReadingBuilder b(site, "2022-07-01");
    record::Meeting& m = b.meeting("talks in Astana");
    b.say(m.kind, record::Kind::talks, "talks");
    b.say(m.when, std::string("2022-06-30"), "30 June");
    b.participant(m, "Wang Yi", "Foreign Minister", "CN");
    b.participant(m, "Mukhtar Tileuberdi", "Foreign Minister", "KZ");
    out.push_back(b.done());
  }
  return out;
}

}  // namespace rapporteur::testing
