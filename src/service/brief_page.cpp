#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "page_parts.h"
#include "rapporteur/service/views.h"

namespace rapporteur::service {

using output::Citation;
using output::Page;

namespace {

using Pages = std::map<std::string, query::MeetingPage>;

Result<Pages> pages_of(const store::Register& reg, const query::Brief& brief) {
  Pages out;
  for (const auto* rows : {&brief.next, &brief.last}) {
    for (const query::MeetingRow& row : *rows) {
      Result<query::MeetingPage> page = query::show_meeting(reg, row.id);
      if (!page) return page.error();
      out.emplace(row.id, *std::move(page));
    }
  }
  return out;
}

void append(std::vector<Citation>& out, std::vector<Citation> more) {
  std::move(more.begin(), more.end(), std::back_inserter(out));
}

// The sources of what a meeting's line says.
std::vector<Citation> sources_of_line(const query::MeetingPage& page) {
  std::vector<Citation> out;
  for (const query::Fact& fact : page.facts) {
    const bool shown = fact.property == "name" || fact.property == "when" ||
                       fact.property == "place" || fact.property == "status";
    if (shown && !fact.values.empty()) append(out, citations_of(fact.values.front().sources));
  }
  return out;
}

Page::Section sessions(const std::string& heading, const std::vector<query::MeetingRow>& rows,
                       const Pages& pages) {
  Page::Section section{heading, {}};
  for (const query::MeetingRow& row : rows) {
    section.facts.push_back({"", meeting_line(row), sources_of_line(pages.at(row.id))});
  }
  return section;
}

bool is_about(const query::Item& item, const std::string& topic_or_text) {
  return item.text == topic_or_text ||
         std::find(item.topics.begin(), item.topics.end(), topic_or_text) != item.topics.end();
}

Page::Section recurring_agenda(const query::Brief& brief, const Pages& pages) {
  Page::Section section{"On the agenda of the last sessions", {}};
  for (const query::Brief::Recurring& recurring : brief.agenda) {
    std::vector<Citation> sources;
    for (const std::string& id : recurring.in) {
      const auto page = pages.find(id);
      if (page == pages.end()) continue;
      for (const query::Item& item : page->second.agenda) {
        if (is_about(item, recurring.item)) append(sources, citations_of(item.sources));
      }
    }
    section.facts.push_back(
        {std::to_string(recurring.sessions) + " of " + std::to_string(brief.last.size()),
         recurring.item, std::move(sources)});
  }
  return section;
}

}  // namespace

Result<Page> brief_page(const store::Register& reg, const query::Brief& brief) {
  const Result<Pages> pages = pages_of(reg, brief);
  if (!pages) return pages.error();
  Page page{brief.series.id, "Brief: " + series_name(brief.series), {}};
  page.sections.push_back(sessions("Next", brief.next, *pages));
  page.sections.push_back(sessions("Last sessions", brief.last, *pages));
  page.sections.push_back(recurring_agenda(brief, *pages));
  page.sections.push_back(items("Outcomes of the last session", brief.outcomes));
  page.sections.push_back(participants("Who came", brief.came));
  return page;
}

}  // namespace rapporteur::service
