#include <string>
#include <utility>

#include "page_parts.h"
#include "rapporteur/service/views.h"

namespace rapporteur::service {

using output::Page;

namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

// "place 'Tashkent' is 'Samarkand' (a.example, in the words 'the Uzbek city')"
std::string words_of(const query::CorrectionRow& c) {
  if (!c.report.empty()) {
    std::string out = c.property + " '" + c.value + "'";
    if (!c.replacement.empty()) out += " is '" + c.replacement + "'";
    out += " (" + c.report;
    if (!c.subject.empty()) out += ", of '" + c.subject + "'";
    if (!c.quote.empty()) out += ", in the words '" + c.quote + "'";
    return out + ")";
  }
  return joined(c.members) + (c.others.empty() ? "" : " from " + joined(c.others));
}

Page::Section corrections(const std::vector<query::CorrectionRow>& list) {
  Page::Section section{"Corrections", {}};
  for (const query::CorrectionRow& c : list) {
    std::string words = words_of(c) + "; " + c.who + ", " + c.made.substr(0, c.made.find('T'));
    if (!c.why.empty()) words += ": " + c.why;
    section.facts.push_back({c.verdict, words + " [" + c.id + "]", {}});
  }
  return section;
}

}  // namespace

Page page_of(const query::MeetingPage& m) {
  Page page{m.row.id, m.row.name.empty() ? "A meeting" : m.row.name, {}};
  Page::Section facts;
  for (const query::Fact& fact : m.facts) add_fact(fact, facts);
  page.sections.push_back(std::move(facts));
  page.sections.push_back(participants("Participants", m.participants));
  page.sections.push_back(items("Agenda", m.agenda));
  page.sections.push_back(items("Outcomes", m.outcomes));
  page.sections.push_back(items("Instruments", m.instruments));
  Page::Section links{"Links", {}};
  for (const query::LinkRow& link : m.links) {
    links.facts.push_back({link.relation, meeting_line(link.to), citations_of(link.sources)});
  }
  page.sections.push_back(std::move(links));
  Page::Section merges{"One meeting because of", {}};
  for (const query::MergeRow& merge : m.merges) {
    merges.facts.push_back({merge.rule, merge.a + " and " + merge.b, {}});
  }
  page.sections.push_back(std::move(merges));
  page.sections.push_back(corrections(m.corrections));
  return page;
}

Page page_of(const query::PersonPage& person) {
  Page page{person.id, person.name, {}};
  Page::Section names{"Also written", {}};
  for (const std::string& name : person.names) {
    if (name != person.name) names.facts.push_back({"", name, {}});
  }
  page.sections.push_back(std::move(names));
  Page::Section offices{"Offices, as of the dates on which reports say so", {}};
  for (const query::PersonPage::Held& held : person.offices) {
    std::string words = held.office;
    append_part(words, held.state);
    append_part(words, held.organisation);
    std::string dates = held.first_report;
    if (held.last_report != held.first_report) dates += " to " + held.last_report;
    append_note(words, dates);
    offices.facts.push_back({"", std::move(words), citations_of(held.sources)});
  }
  page.sections.push_back(std::move(offices));
  page.sections.push_back(meetings("Meetings", person.meetings));
  page.sections.push_back(corrections(person.corrections));
  return page;
}

Page page_of(const query::SeriesPage& series) {
  return {series.row.id, series_name(series.row), {meetings("Sessions", series.sessions)}};
}

Page page_of(const query::Conflict& conflict) {
  Page page{conflict.entity, conflict.name.empty() ? conflict.entity : conflict.name, {}};
  Page::Section section;
  add_fact({conflict.property, conflict.values}, section);
  page.sections.push_back(std::move(section));
  return page;
}

namespace {

// Why a value was read; nothing for what is no fact, such as the number of a meeting.
void add_reason(const query::Source& source, const RuleBook& rules, Page::Section& section) {
  if (source.rule.empty()) return;
  section.facts.push_back({"rule", source.rule, {}});
  if (const Rule* rule = rules.find(source.rule)) {
    section.facts.push_back({"which reads", std::string(rule->means), {}});
    if (!rule->tables.empty()) {
      section.facts.push_back({"by the tables", std::string(rule->tables), {}});
    }
  }
  const int percent = static_cast<int>(source.confidence * 100 + 0.5F);
  section.facts.push_back({"confidence", std::to_string(percent) + " %", {}});
}

}  // namespace

Page page_of(const std::vector<query::Explanation>& explanations, const RuleBook& rules) {
  Page page;
  if (explanations.empty()) return page;
  const query::Explanation& first = explanations.front();
  page.id = first.entity;
  page.title = first.source.report;
  for (const query::Explanation& e : explanations) {
    Page::Section section{e.source.pointer, {}};
    section.facts.push_back({"value", e.source.value, citations_of({e.source})});
    add_reason(e.source, rules, section);
    if (!e.context.empty()) section.facts.push_back({"in the words", e.context, {}});
    section.facts.push_back({"engine", e.engine, {}});
    page.sections.push_back(std::move(section));
  }
  return page;
}

}  // namespace rapporteur::service
