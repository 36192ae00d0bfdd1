// Briefings on the next session of a series, or of every series of a body.
#include "as_of.h"
#include "body_address.h"
#include "rapporteur/query/derived.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::int64_t kMostSessions = 20;

Answer answer_of_pages(const std::vector<output::Page>& pages, bool as_document) {
  if (!as_document) {
    return json_answer([&](Json& json) {
      write_list("briefs", pages, json,
                 [&json](const output::Page& page) { write_formatted(page, json); });
    });
  }
  const auto* html = output::find_format<output::Page>("html");
  std::string out;
  html->header(pages.front(), {}, out);
  for (const output::Page& page : pages) html->write(page, {}, out);
  return document_answer("text/html; charset=utf-8", std::move(out));
}

Result<Answer> briefs_of(Desk& desk, Question& question, const std::vector<std::string>& series) {
  const auto sessions =
      static_cast<std::size_t>(question.parameters.number("sessions", 3, 1, kMostSessions));
  const Result<AsOf> day = as_of(desk, question.parameters);
  if (!day) return day.error();
  const catalogue::Catalogue* catalogue = desk.office.catalogue();
  std::vector<output::Page> pages;
  for (const std::string& id : series) {
    const auto briefs =
        query::brief(desk.reg, id, sessions, catalogue, day->asked, desk.office.follow_ups);
    if (!briefs) return briefs.error();
    for (const query::Brief& one : *briefs) pages.push_back(service::brief_page(one, catalogue));
  }
  return answer_of_pages(pages, question.format == "html");
}

Result<Answer> of_series(Desk& desk, Question& question) {
  const auto series = query::show_series(desk.reg, question.names[0]);
  if (!series) return series.error();
  return briefs_of(desk, question, {series->row.id});
}

Result<Answer> of_body(Desk& desk, Question& question) {
  const std::optional<Body> body = body_of(*desk.office.catalogue(), question.names[0]);
  std::vector<std::string> ids;
  if (body) {
    const auto all = query::series_of_body(desk.reg, body->organisation, body->organ);
    if (!all) return all.error();
    for (const query::SeriesRow& series : *all) ids.push_back(series.id);
  }
  if (ids.empty()) {
    return Error{ErrorCode::not_found, "no such body, or no series of its meetings",
                 question.names[0]};
  }
  return briefs_of(desk, question, ids);
}

constexpr Route kRoutes[] = {
    {"GET", "series/*/brief", "html", Role::reader, of_series},
    {"GET", "bodies/*/brief", "html", Role::reader, of_body},
};

}  // namespace

extern const Routes kBriefs;
const Routes kBriefs = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
