// Reports: lists, one with all its evidence, and single facts.
#include "desk.h"
#include "readings.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

void write_report(const query::ReportRow& row, Json& json) {
  json.begin_object();
  json.member("id", report_id_of(row.key));
  json.member("report", row.key);
  json.member_or_null("title", row.title);
  json.member_or_null("publisher", row.publisher);
  json.member_or_null("agency", row.agency);
  json.member_or_null("published", row.published);
  json.member_or_null("language", row.language);
  json.member("meetings", row.meetings);
  json.end_object();
}

Result<Answer> list(Desk& desk, Question& question) {
  query::ReportSlice slice;
  Parameters& parameters = question.parameters;
  slice.words = parameters.text("q");
  slice.publisher = parameters.text("publisher");
  slice.from = parameters.text("from");
  slice.to = parameters.text("to");
  slice.limit = parameters.limit();
  if (const auto cursor = parameters.cursor(2)) slice.after = {(*cursor)[0], (*cursor)[1]};
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  const auto found = query::slice_reports(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_list("reports", found->reports, json,
               [&json](const query::ReportRow& row) { write_report(row, json); });
    json.member_or_null(
        "next",
        found->more ? cursor_of({found->reports.back().published, found->reports.back().key}) : "");
  });
}

Result<std::string> key_in(const Question& question) {
  const std::optional<std::string> key = report_key_of(question.names[0]);
  if (key) return *key;
  return Error{ErrorCode::not_found, "no such report", question.names[0]};
}

Result<Answer> one(Desk& desk, Question& question) {
  const Spans spans(desk.reg, question.parameters.unit());
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const Result<std::string> key = key_in(question);
  if (!key) return key.error();
  Result<record::Reading> reading = desk.reg.reading(*key);
  if (!reading) return reading.error();
  const auto entities = query::entities_of(desk.reg, *key);
  if (!entities) return entities.error();
  return json_answer([&](Json& json) {
    json.member("id", question.names[0]);
    json.member("unit", spans.unit_name());
    json.key("reading");
    write(*std::move(reading), spans, json);
    json.key("entities");
    json.begin_object();
    for (const auto& [pointer, id] : *entities) json.member(pointer, id);
    json.end_object();
  });
}

Result<Answer> fact(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const Result<std::string> key = key_in(question);
  if (!key) return key.error();
  std::string pointer;
  for (std::size_t i = 1; i < question.names.size(); ++i) pointer += "/" + question.names[i];
  const auto facts = query::explain(desk.reg, *key, pointer);
  if (!facts) return facts.error();
  return json_answer([&](Json& json) {
    json.member("report", *key);
    json.member("pointer", pointer);
    json.member("unit", spans.unit_name());
    write_list("facts", *facts, json, [&](const query::Explanation& one) {
      write(one, desk.office.rule_book, spans, json);
    });
  });
}

constexpr Route kRoutes[] = {
    {"GET", "reports", "", Role::reader, list},
    {"GET", "reports/*", "", Role::reader, one},
    {"GET", "reports/*/facts/**", "", Role::reader, fact},
};

}  // namespace

extern const Routes kReports;
const Routes kReports = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
