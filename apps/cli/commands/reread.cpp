// rapporteur reread: the register's reports read again by this version of program and tables.
#include "rapporteur/service/reread.h"

#include "command.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Reread : public Command {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, format_names<output::Row>());
    arguments.number("--threads", threads_,
                     "How many reports to read at once (default: one a core)");
    arguments.number("--batch", batch_, "How many reports to store at once (default: 2000)");
    options_.declare(arguments);
    options_.talk.declare_statistics(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    if (batch_ == 0) return Error{ErrorCode::usage, "must be 1 or more", "--batch"};
    Result<Opened> opened = open_for_changes(options_, store::Access::write, session);
    if (!opened) return opened.error();
    const Result<reader::Reader> reader = reader::Reader::load(*opened->pack);
    if (!reader) return reader.error();
    service::IngestOptions how;
    how.batch.threads = static_cast<unsigned>(threads_);
    how.reports_per_transaction = batch_;
    const service::IngestEvents events{
        [&](const Error& error) { session.messages.error(error); },
        [&](const output::Statistics& so_far) { session.messages.progress(so_far); }};
    const Result<service::Ingested> reread =
        service::reread(*reader, opened->reg, opened->rules->resolver(), how, events);
    if (!reread) return reread.error();
    RowWriter writer(format_.name, session.results);
    writer.write(row_of(*reread));
    options_.talk.finish(session, reread->statistics);
    return outcome_of(session, reread->statistics.errors);
  }

 private:
  static output::Row row_of(const service::Ingested& reread) {
    output::Row row;
    row.integer("changed", static_cast<std::int64_t>(reread.receipt.changed));
    row.integer("unchanged", static_cast<std::int64_t>(reread.receipt.unchanged));
    row.integer("failed", static_cast<std::int64_t>(reread.statistics.errors));
    row.integer("claims", static_cast<std::int64_t>(reread.receipt.claims));
    return row;
  }

  FormatOption format_{"text"};
  std::uint64_t threads_ = 0;
  std::uint64_t batch_ = 2000;
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kReread;
const CommandEntry kReread = {"reread", "Read the register's reports again with this version",
                              "rapporteur reread --register meetings.db", make_command<Reread>};

}  // namespace rapporteur::cli
