// Entering reports into the register and reading them again, as jobs that their owners look in on;
// forgetting reports.
#include "desk.h"
#include "given.h"
#include "rapporteur/service/ingest.h"
#include "rapporteur/service/reread.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::size_t kErrorsShown = 100;
constexpr std::size_t kReportsAtOnce = 100;  // so that progress shows

source::Options how_to_fetch(const Office& office, const std::function<bool()>& stopped) {
  source::Options out;
  out.report_limit = office.options.limits.body;
  out.allow_private = office.options.allow_private;
  out.stopped = stopped;
  return out;
}

service::IngestOptions how_to_enter() {
  service::IngestOptions out;
  out.batch.threads = 1;  // the other cores answer questions
  out.reports_per_transaction = kReportsAtOnce;
  return out;
}

service::IngestEvents events_of(const Jobs::Tell& tell, const std::function<bool()>& stopped) {
  const auto failed = [&tell](const Error& error) {
    tell([&error](Job& job) {
      ++job.failed;
      if (job.errors.size() < kErrorsShown) job.errors.push_back(error);
    });
  };
  const auto committed = [&tell](const output::Statistics& so_far) {
    tell([&so_far](Job& job) { job.so_far = so_far; });
  };
  return {failed, committed, stopped};
}

Result<output::Row> enter(const Office& office, Given given, const Jobs::Tell& tell,
                          const std::function<bool()>& stopped) {
  Result<store::Register> reg = office.open_to_write();
  if (!reg) return reg.error();
  const auto from = open_given(std::move(given), how_to_fetch(office, stopped));
  const Result<service::Ingested> ingested =
      service::ingest(office.reader, *from, *reg, office.rules.resolver(), how_to_enter(),
                      events_of(tell, stopped));
  if (!ingested) return ingested.error();
  return service::row_of(*ingested);
}

Result<output::Row> read_again(const Office& office, const Jobs::Tell& tell,
                               const std::function<bool()>& stopped) {
  Result<store::Register> reg = office.open_to_write();
  if (!reg) return reg.error();
  const Result<service::Ingested> ingested = service::reread(
      office.reader, *reg, office.rules.resolver(), how_to_enter(), events_of(tell, stopped));
  if (!ingested) return ingested.error();
  return service::row_of(*ingested);
}

std::string_view name_of(Job::State state) {
  switch (state) {
    case Job::State::waiting:
      return "waiting";
    case Job::State::running:
      return "running";
    case Job::State::done:
      return "done";
    case Job::State::failed:
      break;
  }
  return "failed";
}

void write_error(const Error& error, Json& json) {
  json.begin_object();
  json.member("code", to_string(error.code));
  json.member("message", error.message);
  json.member_or_null("where", error.where);
  json.end_object();
}

void write_job(const Job& job, Json& json) {
  json.begin_object();
  json.member("id", job.id);
  json.member("by", job.by);
  json.member("state", name_of(job.state));
  json.member("reports", job.so_far.reports);
  json.member("facts", job.so_far.facts);
  json.member("failed", job.failed);
  write_list("errors", job.errors, json, [&json](const Error& e) { write_error(e, json); });
  json.key("receipt");
  job.receipt ? write_formatted(*job.receipt, json) : json.null();
  json.key("error");
  job.error ? write_error(*job.error, json) : json.null();
  json.end_object();
}

// The work goes on after the answer, which names the job.
Result<Answer> take_on(Desk& desk, const Caller& caller, Jobs::Work work) {
  Result<std::string> id = desk.office.jobs.add(caller.token, std::move(work));
  if (!id) return id.error();
  Answer out = json_answer([&](Json& json) { json.member("job", *id); });
  out.status = 202;
  out.headers.emplace_back("Location", "/api/v1/jobs/" + *id);
  return out;
}

Result<Answer> ingest(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  Result<Given> given = parse_documents(question.request.body);
  if (!given) return given.error();
  const auto shared = std::make_shared<Given>(*std::move(given));
  return take_on(desk, question.caller,
                 [&office = desk.office, shared](const Jobs::Tell& tell,
                                                 const std::function<bool()>& stopped) {
                   return enter(office, std::move(*shared), tell, stopped);
                 });
}

Result<Answer> reread(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  return take_on(
      desk, question.caller,
      [&office = desk.office](const Jobs::Tell& tell, const std::function<bool()>& stopped) {
        return read_again(office, tell, stopped);
      });
}

Result<Answer> jobs(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  return json_answer([&](Json& json) {
    write_list("jobs", desk.office.jobs.all(), json,
               [&json](const Job& job) { write_job(job, json); });
  });
}

Result<Answer> job(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const std::optional<Job> found = desk.office.jobs.find(question.names[0]);
  if (!found) return Error{ErrorCode::not_found, "no such job", question.names[0]};
  return json_answer([&](Json& json) {
    json.key("job");
    write_job(*found, json);
  });
}

Result<Answer> forget(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const std::optional<std::string> key = report_key_of(question.names[0]);
  if (!key) return Error{ErrorCode::not_found, "no such report", question.names[0]};
  Result<store::Register> reg = desk.office.open_to_write();
  if (!reg) return reg.error();
  const Result<store::Receipt> receipt =
      reg->forget(std::vector<std::string>{*key}, desk.office.rules.resolver());
  if (!receipt) return receipt.error();
  return json_answer([&](Json& json) { json.member("forgotten", receipt->forgotten); });
}

constexpr Route kRoutes[] = {
    {"POST", "ingest", "", Role::editor, ingest, false},
    {"POST", "reread", "", Role::editor, reread, false},
    {"GET", "jobs", "", Role::editor, jobs, false},
    {"GET", "jobs/*", "", Role::editor, job, false},
    {"DELETE", "reports/*", "", Role::editor, forget, false},
};

}  // namespace

extern const Routes kEntering;
const Routes kEntering = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
