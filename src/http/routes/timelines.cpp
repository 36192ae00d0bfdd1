// When the meetings of a series, body, person or state took place: as lanes of events, and drawn.
#include <array>

#include "body_address.h"
#include "desk.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using query::Subject;
using service::Role;

constexpr std::array<std::string_view, 3> kPeriods = {"month", "year", "decade"};

Result<Answer> timeline_of(Desk& desk, Question& question, const Subject& subject) {
  service::TimelineOptions options;
  Parameters& parameters = question.parameters;
  options.from = parameters.text("from");
  options.to = parameters.text("to");
  options.period = parameters.choice("by", kPeriods);
  options.as_of = parameters.text("as_of");
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  const auto timeline = service::timeline_of(desk.reg, &subject, options, desk.office.catalogue());
  if (!timeline) return timeline.error();
  std::string out;
  const bool drawn = question.format == "svg";
  output::find_format<output::Timeline>(drawn ? "svg" : "jsonl")->write(*timeline, {}, out);
  return drawn ? document_answer("image/svg+xml", std::move(out))
               : answer_of(200, "application/json", std::move(out));
}

Result<Answer> of_series(Desk& desk, Question& question) {
  return timeline_of(desk, question, {Subject::Kind::series, question.names[0], ""});
}

Result<Answer> of_body(Desk& desk, Question& question) {
  const std::optional<Body> body = body_of(*desk.office.catalogue(), question.names[0]);
  if (!body) return Error{ErrorCode::not_found, "no such body", question.names[0]};
  std::string name = body->organisation;
  if (!body->organ.empty()) name += (name.empty() ? "" : ", ") + body->organ;
  return timeline_of(desk, question,
                     {Subject::Kind::body, body->organisation, std::move(name), body->organ});
}

Result<Answer> of_person(Desk& desk, Question& question) {
  const auto person = query::find_person(desk.reg, question.names[0]);
  if (!person) return person.error();
  return timeline_of(desk, question, {Subject::Kind::person, person->id, ""});
}

Result<Answer> of_state(Desk& desk, Question& question) {
  const catalogue::Catalogue& catalogue = *desk.office.catalogue();
  const catalogue::Index index = catalogue.find_state(question.names[0]);
  if (index == catalogue::npos) {
    return Error{ErrorCode::not_found, "no such state", question.names[0]};
  }
  return timeline_of(
      desk, question,
      {Subject::Kind::state, question.names[0], std::string(catalogue.states()[index].name)});
}

constexpr Route kRoutes[] = {
    {"GET", "series/*/timeline", "svg", Role::reader, of_series},
    {"GET", "bodies/*/timeline", "svg", Role::reader, of_body},
    {"GET", "people/*/timeline", "svg", Role::reader, of_person},
    {"GET", "states/*/timeline", "svg", Role::reader, of_state},
};

}  // namespace

extern const Routes kTimelines;
const Routes kTimelines = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
