// Series: all, and one with its sessions and who represented whom.
#include "desk.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

std::string next_of(const query::SeriesRow& last) {
  return cursor_of({last.organisation, last.organ, last.id});
}

Result<Answer> list(Desk& desk, Question& question) {
  query::SeriesSlice slice;
  slice.limit = question.parameters.limit();
  if (const auto cursor = question.parameters.cursor(3)) {
    slice.after = query::SeriesRow{(*cursor)[2], (*cursor)[0], (*cursor)[1]};
  }
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto found = query::slice_series(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_list("series", found->series, json, [&json](const query::SeriesRow& row) {
      write_formatted(service::row_of(row), json);
    });
    json.member_or_null("next", found->more ? next_of(found->series.back()) : "");
  });
}

// The way from host to host, in the order of the sessions.
void write_hosts(const std::vector<query::MeetingRow>& sessions, const Office& office, Json& json) {
  json.key("hosts");
  json.begin_array();
  for (const query::MeetingRow& session : sessions) {
    if (session.place.empty() && session.country.empty()) continue;
    json.begin_object();
    json.member("session", session.id);
    write_where(session.place, session.country, office, json);
    json.end_object();
  }
  json.end_array();
}

void write_cell(const query::SeriesMatrix::Cell& cell, Spans& spans, Json& json) {
  json.begin_object();
  json.member("session", cell.session);
  write_list("people", cell.people, json,
             [&](const query::ParticipantRow& person) { write(person, spans, json); });
  json.end_object();
}

Result<Answer> one(Desk& desk, Question& question) {
  Spans spans(desk.reg, text::OffsetUnit::utf8);
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto matrix = query::series_matrix(desk.reg, question.names[0]);
  if (!matrix) return matrix.error();
  return json_answer([&](Json& json) {
    json.key("series");
    write_formatted(service::row_of(matrix->series.row), json);
    json.key("sessions");
    write(matrix->series.sessions, json);
    write_hosts(matrix->series.sessions, desk.office, json);
    write_list("matrix", matrix->lines, json, [&](const query::SeriesMatrix::Line& line) {
      json.begin_object();
      json.member_or_null("party", line.party);
      write_list("cells", line.cells, json,
                 [&](const query::SeriesMatrix::Cell& cell) { write_cell(cell, spans, json); });
      json.end_object();
    });
  });
}

constexpr Route kRoutes[] = {
    {"GET", "series", "", Role::reader, list},
    {"GET", "series/*", "", Role::reader, one},
};

}  // namespace

extern const Routes kSeries;
const Routes kSeries = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
