#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "rapporteur/service/views.h"

namespace rapporteur::service {

using output::Row;

Row row_of(const query::MeetingRow& m) {
  Row row;
  row.text("id", m.id);
  row.text("when", m.when);
  row.text("status", m.status);
  row.text("name", m.name);
  row.text("organisation", m.organisation);
  row.text("organ", m.organ);
  row.text("kind", m.kind);
  m.ordinal ? row.integer("ordinal", *m.ordinal) : row.text("ordinal", "");
  row.text("place", m.place);
  row.text("country", m.country);
  row.text("chair", m.chair);
  row.text("first_day", m.first_day);
  row.text("last_day", m.last_day);
  row.text("series", m.series);
  row.integer("reports", m.reports);
  return row;
}

Row row_of(const query::SearchHit& hit) {
  Row row;
  row.text("report", hit.report);
  row.text("title", hit.title);
  row.text("pointer", hit.pointer);
  row.text("property", hit.property);
  row.text("meeting", hit.meeting);
  std::string snippet = hit.snippet;
  std::replace(snippet.begin(), snippet.end(), '\x02', '[');
  std::replace(snippet.begin(), snippet.end(), '\x03', ']');
  std::replace(snippet.begin(), snippet.end(), '\n', ' ');
  row.text("snippet", snippet);
  return row;
}

Row row_of(const query::SeriesRow& series) {
  Row row;
  row.text("id", series.id);
  row.text("organisation", series.organisation);
  row.text("organ", series.organ);
  row.integer("sessions", static_cast<std::int64_t>(series.sessions));
  return row;
}

Row row_of(const copies::Group& group, std::size_t member) {
  const copies::GroupMember& m = group.members[member];
  std::vector<std::string> roles;
  if (member == group.earliest) roles.emplace_back("earliest");
  if (member == group.most_complete) roles.emplace_back("most complete");
  if (m.exact && member != group.most_complete) roles.emplace_back("exact");
  Row row;
  row.text("group", group.id);
  row.text("report", m.origin);
  row.text("published", m.published);
  row.integer("words", static_cast<std::int64_t>(m.words));
  row.cells.push_back({"similarity", std::round(m.similarity * 1000) / 1000});
  row.list("roles", std::move(roles));
  row.integer("members", static_cast<std::int64_t>(group.members.size()));
  return row;
}

Row row_of(const query::CorrectionRow& c) {
  Row row;
  row.text("id", c.id);
  row.text("verdict", c.verdict);
  row.text("report", c.report);
  row.text("property", c.property);
  row.text("value", c.value);
  row.text("replacement", c.replacement);
  row.text("quote", c.quote);
  row.text("subject", c.subject);
  row.list("members", c.members);
  row.list("others", c.others);
  row.text("who", c.who);
  row.text("made", c.made);
  row.text("why", c.why);
  row.text("undone", c.undone);
  row.text("undone_who", c.undone_who);
  row.text("undone_why", c.undone_why);
  row.integer("meets", c.meets);
  return row;
}

Row row_of(const store::Finding& finding) {
  Row row;
  row.text("where", finding.where);
  row.text("message", finding.message);
  return row;
}

Row row_of(const query::ExportRecord& record) {
  Row row;
  row.text("type", record.type);
  for (const query::ExportField& field : record.fields) {
    if (field.null) {
      row.cells.push_back({field.name, nullptr});
    } else if (field.is_list) {
      row.list(field.name, field.list);
    } else if (!field.number) {
      row.cells.push_back({field.name, field.text});
    } else if (field.text.find_first_of(".e") == std::string::npos) {
      row.integer(field.name, std::strtoll(field.text.c_str(), nullptr, 10));
    } else {
      row.cells.push_back({field.name, std::strtod(field.text.c_str(), nullptr)});
    }
  }
  return row;
}

}  // namespace rapporteur::service
