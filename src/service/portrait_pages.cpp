// Pages of people, series, states and bodies: what reports say of them, and what follows from that.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "page_parts.h"
#include "rapporteur/query/words.h"
#include "rapporteur/service/views.h"

namespace rapporteur::service {

using output::Page;
using query::Subject;

namespace {

constexpr std::size_t kMissing = 6;  // members that are named one by one

// What the parts of a portrait share.
struct Look {
  const store::Register& reg;
  const std::string& as_of;
  const catalogue::Catalogue* catalogue;

  [[nodiscard]] std::string state(const std::string& code) const {
    return query::state_words(code, catalogue);
  }
};

std::string days_words(const query::Tenure& t) {
  if (t.first.empty()) return "without a date";
  if (t.first == t.last) return "as of " + query::date_words(t.first);
  return "as of " + query::date_words(t.first) + " to " + query::date_words(t.last);
}

Page::Fact tenure_line(const query::Tenure& t, const std::string& label, std::string words) {
  append_note(words, days_words(t));
  if (t.successor) {
    words += "; next in this office: " + t.successor->name + ", as of " +
             query::date_words(t.successor->first);
  }
  std::vector<query::Source> sources = t.sources;
  if (t.successor) {
    sources.insert(sources.end(), t.successor->sources.begin(), t.successor->sources.end());
  }
  return conclusion(label, std::move(words), t.because, sources, 4);
}

constexpr const char* kAsOf =
    "Each line has the days for which reports say so. No later day does not mean that the office "
    "was left.";

// Who held which office, office by office.
Result<Page::Section> holders(const Look& look, const query::TenureFilter& filter) {
  Page::Section section{"Offices and who held them", {}};
  section.note = kAsOf;
  Result<std::vector<query::Tenure>> all = query::tenures(look.reg, filter, look.catalogue);
  if (!all) return all.error();
  for (const query::Tenure& t : *all) section.facts.push_back(tenure_line(t, t.office, t.name));
  return section;
}

Page::Fact meeting_fact(const Look& look, const query::MeetingRow& m, const std::string& label) {
  std::string words = query::date_words(m.when);
  append_part(words, query::place_words(m, look.catalogue));
  append_note(words, m.status);
  return {label, words + "  " + m.id, {}};
}

std::string body_words(const query::MeetingRow& m) {
  std::string out = m.organisation;
  append_part(out, m.organ);
  const std::string session = query::session_words(m);
  if (out.empty() || session == m.organ) return out.empty() ? session : out;
  return m.ordinal || m.series.empty() ? session + " \u2013 " + out : out;
}

Page::Section meetings_section(const Look& look, const std::string& heading,
                               const std::vector<query::MeetingRow>& rows) {
  Page::Section section{heading, {}};
  for (const query::MeetingRow& m : rows) {
    section.facts.push_back(meeting_fact(look, m, body_words(m)));
  }
  return section;
}

Page::Fact due_line(const query::Due& due, const std::string& label) {
  std::string words = due.when.empty() ? "no date can be told" : query::date_words(due.when);
  words = query::due_words(due) + ", " + words;
  if (!due.when.empty()) append_note(words, "EDTF " + due.when);
  if (due.overdue) words += "; no report says that it was held";
  return conclusion(label, std::move(words), due.because, due.sources, 3);
}

Result<Page::Section> presidency(const Look& look, const std::string& organisation,
                                 const std::string& series) {
  Page::Section section{"The presidency by year", {}};
  Result<std::vector<query::Presidency>> all =
      query::presidencies(look.reg, organisation, series, look.as_of, look.catalogue);
  if (!all) return all.error();
  for (const query::Presidency& p : *all) {
    std::string words = look.state(p.state);
    std::string others;
    for (const std::string& other : p.others) append_part(others, look.state(other));
    if (!others.empty()) words += " (other reports: " + others + ")";
    section.facts.push_back(conclusion(p.year, std::move(words), p.because, p.sources, 2));
  }
  return section;
}

Result<Page::Section> missing(const Look& look, const std::vector<query::MeetingRow>& sessions) {
  Page::Section section{"Members that no report names as present", {}};
  for (const query::MeetingRow& m : sessions) {
    if (m.status != "held") continue;
    Result<query::Missing> found = query::missing_members(look.reg, m, look.as_of, look.catalogue);
    if (!found) return found.error();
    const std::string label = query::session_words(m);
    if (found->states.size() > kMissing) {
      section.facts.push_back(
          conclusion(label,
                     "reports name " + query::count_words(found->present.size()) + " of the " +
                         query::count_words(found->members) + " members",
                     "members by the " + found->members_by, {}));
      continue;
    }
    for (const query::Missing::State& s : found->states) {
      section.facts.push_back(
          conclusion(label, look.state(s.state) + (s.said_absent ? ", said to be absent" : ""),
                     s.because, s.sources, 2));
    }
  }
  return section;
}

Result<void> take(Result<Page::Section> section, Page& page) {
  if (!section) return section.error();
  page.sections.push_back(*std::move(section));
  return {};
}

Result<Page> person_page(const Look& look, const std::string& id) {
  Result<query::PersonPage> person = query::show_person(look.reg, id);
  if (!person) return person.error();
  Page page{person->id, person->name, {}};
  Page::Section names{"Also written", {}};
  for (const std::string& name : person->names) {
    if (name != person->name) names.facts.push_back({"", name, {}});
  }
  page.sections.push_back(std::move(names));
  query::TenureFilter filter;
  filter.person = person->id;
  filter.as_of = look.as_of;
  Result<std::vector<query::Tenure>> held = query::tenures(look.reg, filter, look.catalogue);
  if (!held) return held.error();
  std::stable_sort(held->begin(), held->end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Page::Section offices{"Offices, as of the dates on which reports say so", {}};
  offices.note = kAsOf;
  for (const query::Tenure& t : *held) {
    std::string words = t.office;
    append_part(words, look.state(t.state));
    append_part(words, t.organisation);
    offices.facts.push_back(tenure_line(t, "", std::move(words)));
  }
  page.sections.push_back(std::move(offices));
  page.sections.push_back(meetings_section(look, "Meetings", person->meetings));
  page.sections.push_back(corrections(person->corrections));
  return page;
}

Result<Page> series_page(const Look& look, const std::string& id) {
  Result<query::SeriesPage> series = query::show_series(look.reg, id);
  if (!series) return series.error();
  Page page{series->row.id, series_name(series->row), {}};
  const Result<query::Due> due = query::next_due(look.reg, id, look.as_of);
  if (!due) return due.error();
  page.sections.push_back({"The next session", {due_line(*due, "Due")}});
  Page::Section sessions{"Sessions", {}};
  for (const query::MeetingRow& m : series->sessions) {
    sessions.facts.push_back(meeting_fact(look, m, query::session_words(m)));
  }
  page.sections.push_back(std::move(sessions));
  Result<void> r = take(presidency(look, "", id), page);
  if (r) r = take(missing(look, series->sessions), page);
  if (!r) return r.error();
  return page;
}

// The states that the tables have as members, or that came to several sessions.
Page::Section members(const Look& look, const std::string& organisation) {
  Page::Section section{"Members", {}};
  if (look.catalogue == nullptr) return section;
  for (const catalogue::Index body : look.catalogue->find_bodies_named(organisation)) {
    std::string names;
    for (const catalogue::Index state : look.catalogue->members_of(body, look.as_of)) {
      append_part(names, look.catalogue->states()[state].name);
    }
    if (names.empty()) continue;
    section.facts.push_back(
        conclusion("", names, "the tables have them as members, no report need say so", {}));
    return section;
  }
  return section;
}

Result<Page> body_page(const Look& look, const Subject& subject) {
  Page page{"", subject.name, {}};
  Result<std::vector<query::SeriesRow>> series =
      query::series_of_body(look.reg, subject.id, subject.organ);
  if (!series) return series.error();
  Page::Section rows{"Its series, and when the next session of each is due", {}};
  for (const query::SeriesRow& s : *series) {
    const Result<query::Due> due = query::next_due(look.reg, s.id, look.as_of);
    if (!due) return due.error();
    Page::Fact fact = due_line(*due, s.organ.empty() ? "summits and plenary sessions" : s.organ);
    fact.value = std::to_string(s.sessions) + (s.sessions == 1 ? " session " : " sessions ") +
                 s.id + "; due: " + fact.value;
    rows.facts.push_back(std::move(fact));
  }
  page.sections.push_back(std::move(rows));
  page.sections.push_back(members(look, subject.id));
  query::TenureFilter filter;
  filter.organisation = subject.id;
  filter.as_of = look.as_of;
  Result<void> r = take(presidency(look, subject.id, ""), page);
  if (r) r = take(holders(look, filter), page);
  if (!r) return r.error();
  const Result<std::vector<query::MeetingRow>> apart =
      query::meetings_apart(look.reg, subject.id, subject.organ);
  if (!apart) return apart.error();
  page.sections.push_back(meetings_section(look, "Meetings of no series", *apart));
  return page;
}

Result<Page> state_page(const Look& look, const Subject& subject) {
  Page page{subject.id, subject.name, {}};
  query::TenureFilter filter;
  filter.state = subject.id;
  filter.as_of = look.as_of;
  if (Result<void> r = take(holders(look, filter), page); !r) return r.error();
  query::MeetingFilter meetings;
  meetings.state = subject.id;
  const Result<query::MeetingList> list = query::list_meetings(look.reg, meetings);
  if (!list) return list.error();
  std::vector<query::MeetingRow> at_home;
  std::vector<query::MeetingRow> elsewhere;
  for (const query::MeetingRow& m : list->meetings) {
    (m.country == subject.id ? at_home : elsewhere).push_back(m);
  }
  page.sections.push_back(meetings_section(look, "Meetings in " + subject.name, at_home));
  page.sections.push_back(
      meetings_section(look, "Meetings elsewhere with " + subject.name, elsewhere));
  return page;
}

}  // namespace

Result<Page> page_of(const store::Register& reg, const Subject& subject, const std::string& as_of,
                     const catalogue::Catalogue* catalogue) {
  std::string day;
  if (!as_of.empty()) {
    Result<std::string> to = query::day_to_look_from(as_of);
    if (!to) return to.error();
    day = std::move(*to);
  }
  const Look look{reg, day, catalogue};
  switch (subject.kind) {
    case Subject::Kind::meeting: {
      const Result<query::MeetingPage> meeting = query::show_meeting(reg, subject.id);
      if (!meeting) return meeting.error();
      return page_of(*meeting, catalogue);
    }
    case Subject::Kind::person:
      return person_page(look, subject.id);
    case Subject::Kind::series:
      return series_page(look, subject.id);
    case Subject::Kind::state:
      return state_page(look, subject);
    case Subject::Kind::body:
      return body_page(look, subject);
  }
  return Error{ErrorCode::not_found, "no such thing", subject.id};
}

}  // namespace rapporteur::service
