#include <cstdio>
#include <string>
#include <utility>

#include "page_parts.h"
#include "rapporteur/query/words.h"
#include "rapporteur/service/views.h"

namespace rapporteur::service {

using output::Page;

namespace {

// "announced, for 10 October 2019, Bishkek"
Page::Section history(const query::MeetingPage& m) {
  Page::Section section{"What was said when", {}};
  if (m.history.size() < 2) return section;
  for (const query::Stage& stage : m.history) {
    std::string words = stage.status;
    if (!stage.when.empty()) append_part(words, "for " + query::date_words(stage.when));
    append_part(words, stage.place);
    section.facts.push_back(line(query::date_words(stage.published), words, stage.sources));
  }
  return section;
}

std::string two_digits(double score) {
  char out[16];
  std::snprintf(out, sizeof out, "%.2f", score);
  return out;
}

// Two reports that say the same in other words are two witnesses of one merge.
Page::Section merges(const query::MeetingPage& m) {
  Page::Section section{"One meeting because of", {}};
  for (const query::MergeRow& merge : m.merges) {
    section.facts.push_back(
        {merge.rule + " (" + two_digits(merge.score) + ")", merge.a + " and " + merge.b, {}});
  }
  return section;
}

}  // namespace

Page page_of(const query::MeetingPage& m, const catalogue::Catalogue* catalogue) {
  Page page{m.row.id, m.row.name.empty() ? "A meeting" : m.row.name, {}};
  page.subtitle = query::date_words(m.row.when);
  append_part(page.subtitle, query::place_words(m.row, catalogue));
  append_part(page.subtitle, m.row.status);
  Page::Section facts;
  for (const query::Fact& fact : m.facts) add_fact(fact, facts);
  page.sections.push_back(std::move(facts));
  page.sections.push_back(history(m));
  page.sections.push_back(participants("Participants", m.participants));
  page.sections.push_back(items("Agenda", m.agenda));
  page.sections.push_back(items("Outcomes", m.outcomes));
  page.sections.push_back(items("Instruments", m.instruments));
  Page::Section links{"Links", {}};
  for (const query::LinkRow& link : m.links) {
    links.facts.push_back({link.relation, meeting_line(link.to), citations_of(link.sources)});
  }
  page.sections.push_back(std::move(links));
  page.sections.push_back(merges(m));
  page.sections.push_back(corrections(m.corrections));
  return page;
}

Page page_of(const query::Conflict& conflict, const catalogue::Catalogue*) {
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
