#include "page_parts.h"

#include <utility>

#include "rapporteur/output/printable.h"

namespace rapporteur::service {

using output::Citation;
using output::Page;

namespace {

std::string times(int support) {
  return support == 1 ? "1 report" : std::to_string(support) + " reports";
}

}  // namespace

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ", ";
  out += part;
}

void append_note(std::string& out, std::string_view note) {
  if (!note.empty()) out += " (" + std::string(note) + ")";
}

std::vector<Citation> citations_of(const std::vector<query::Source>& sources) {
  std::vector<Citation> out;
  for (const query::Source& s : sources) out.push_back({s.report, s.title, s.pointer, s.quotes});
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) append_part(out, part);
  return out;
}

std::string meeting_line(const query::MeetingRow& m) {
  std::string out = m.name.empty() ? (m.organ.empty() ? m.organisation : m.organ) : m.name;
  if (out.empty()) out = "a meeting";
  append_part(out, m.when);
  append_part(out, m.place);
  append_note(out, m.status);
  return out + " " + m.id;
}

void add_fact(const query::Fact& fact, Page::Section& section) {
  for (const query::FactValue& value : fact.values) {
    std::string words = value.value;
    if (value.disputed) words += " (disputed: " + times(value.support) + ")";
    section.facts.push_back({fact.property, std::move(words), citations_of(value.sources)});
  }
}

std::string participant_line(const query::ParticipantRow& p) {
  std::string out = p.name;
  append_part(out, joined(p.offices));
  append_part(out, p.state);
  append_part(out, p.organisation);
  std::string note = p.attendance;
  append_part(note, p.capacity);
  append_note(out, note);
  return out;
}

Page::Section participants(const std::string& heading,
                           const std::vector<query::ParticipantRow>& rows) {
  Page::Section section{heading, {}};
  for (const query::ParticipantRow& row : rows) {
    section.facts.push_back({"", participant_line(row), citations_of(row.sources)});
  }
  return section;
}

Page::Section items(const std::string& heading, const std::vector<query::Item>& rows) {
  Page::Section section{heading, {}};
  for (const query::Item& item : rows) {
    std::string label = item.actor;
    if (!item.act.empty()) label += (label.empty() ? "" : " ") + output::as_words(item.act);
    if (!item.relation.empty()) label = item.relation;
    std::string words = item.text;
    append_note(words, joined(item.topics));
    section.facts.push_back({std::move(label), std::move(words), citations_of(item.sources)});
  }
  return section;
}

Page::Section meetings(const std::string& heading, const std::vector<query::MeetingRow>& rows) {
  Page::Section section{heading, {}};
  for (const query::MeetingRow& row : rows) section.facts.push_back({"", meeting_line(row), {}});
  return section;
}

std::string series_name(const query::SeriesRow& series) {
  std::string out = series.organisation;
  append_part(out, series.organ);
  return out.empty() ? series.id : out;
}

}  // namespace rapporteur::service
