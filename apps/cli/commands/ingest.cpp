// rapporteur ingest: reports into the register.
#include <fstream>
#include <iostream>

#include "command.h"
#include "rapporteur/service/readings.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

std::string sentence_of(const service::Ingested& ingested) {
  const store::Receipt& r = ingested.receipt;
  std::string out = std::to_string(r.added) + " reports added, " + std::to_string(r.changed) +
                    " changed, " + std::to_string(r.unchanged) + " known already";
  if (r.kept > 0) out += ", " + std::to_string(r.kept) + " older versions kept";
  return out + ", " + std::to_string(ingested.statistics.errors) + " failed\n";
}

class Ingest : public Command {
 public:
  void declare(Arguments& arguments) override {
    input_.declare(arguments);
    format_.declare(arguments, {"jsonl", "text"});
    arguments.flag("--readings", readings_,
                   "FILE holds readings, as `read --format jsonl` prints them: enter those");
    arguments.number("--threads", threads_,
                     "How many reports to read at once (default: one a core)");
    arguments.number("--batch", batch_, "How many reports to store at once (default: 2000)");
    options_.declare(arguments);
    options_.talk.declare_statistics(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    if (format_.name == "jsonl") session.messages.use_json();
    if (batch_ == 0) return Error{ErrorCode::usage, "must be 1 or more", "--batch"};
    const Result<service::Ingested> ingested = readings_ ? enter(session) : read(session);
    if (!ingested) return ingested.error();
    session.results.write(format_.name == "text" ? sentence_of(*ingested) : json_of(*ingested));
    options_.talk.finish(session, ingested->statistics);
    return outcome_of(session, ingested->statistics.errors);
  }

 private:
  static std::string json_of(const service::Ingested& ingested) {
    std::string line;
    output::find_format<output::Row>("jsonl")->write(service::row_of(ingested), {}, line);
    return line;
  }

  Result<service::Ingested> read(Session& session) {
    Result<std::unique_ptr<source::Source>> source = input_.open(session);
    if (!source) return source.error();
    Result<Opened> opened = open_for_changes(options_, store::Access::create, session);
    if (!opened) return opened.error();
    const Result<reader::Reader> reader = reader::Reader::load(*opened->pack);
    if (!reader) return reader.error();
    return service::ingest(*reader, **source, opened->reg, opened->rules->resolver(), how(),
                           events(session));
  }

  // One file after another, so that a name and a line lead to what is wrong.
  [[nodiscard]] Result<service::Ingested> enter(Session& session) const {
    if (input_.paths.empty()) return Error{ErrorCode::usage, "name a file, or -", "FILE"};
    Result<Opened> opened = open_for_changes(options_, store::Access::create, session);
    if (!opened) return opened.error();
    service::Ingested all;
    for (const std::string& path : input_.paths) {
      std::ifstream file;
      if (path != "-") file.open(path, std::ios::binary);
      if (path != "-" && !file) return Error{ErrorCode::not_found, "cannot be opened", path};
      const Result<service::Ingested> one =
          service::ingest_readings(path == "-" ? std::cin : file, path, opened->reg,
                                   opened->rules->resolver(), how(), events(session));
      if (!one) return one.error();
      all.receipt += one->receipt;
      add(one->statistics, all.statistics);
    }
    return all;
  }

  static void add(const output::Statistics& more, output::Statistics& sum) {
    sum.reports += more.reports;
    sum.bytes += more.bytes;
    sum.seconds += more.seconds;
    sum.facts += more.facts;
    sum.errors += more.errors;
  }

  [[nodiscard]] service::IngestOptions how() const {
    service::IngestOptions options;
    options.batch.threads = static_cast<unsigned>(threads_);
    options.reports_per_transaction = batch_;
    return options;
  }
  static service::IngestEvents events(Session& session) {
    return {[&](const Error& error) { session.messages.error(error); },
            [&](const output::Statistics& so_far) { session.messages.progress(so_far); }};
  }

  InputOptions input_;
  FormatOption format_{"text"};
  bool readings_ = false;
  std::uint64_t threads_ = 0;
  std::uint64_t batch_ = 2000;
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kIngest;
const CommandEntry kIngest = {"ingest", "Read reports and enter what they say into the register",
                              "rapporteur ingest --register meetings.db examples/reports",
                              make_command<Ingest>};

}  // namespace rapporteur::cli
