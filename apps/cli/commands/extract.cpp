// rapporteur extract: what the source layer makes of files and records, before they are read.
#include "command.h"
#include "options.h"

namespace rapporteur::cli {

namespace {

class Extract : public Command {
 public:
  void declare(Arguments& arguments) override {
    input_.declare(arguments);
    format_.declare(arguments, format_names<record::Report>());
    talk_.declare(arguments);
    talk_.declare_statistics(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    session.messages.use_json();
    Result<std::unique_ptr<source::Source>> source = input_.open(session);
    if (!source) return source.error();
    output::Statistics all;
    while (auto found = (*source)->next()) {
      if (!extract(*found, session, all)) break;
    }
    talk_.finish(session, all);
    return outcome_of(session, all.errors);
  }

 private:
  // False if nobody takes the results any more.
  bool extract(const Result<source::Found>& found, Session& session,
               output::Statistics& all) const {
    const Result<record::Report> report =
        found ? source::make_report(*found) : Result<record::Report>(found.error());
    if (!report) {
      ++all.errors;
      session.messages.error(report.error());
      return true;
    }
    ++all.reports;
    all.bytes += found->size;
    std::string line;
    output::find_format<record::Report>(format_.name)->write(*report, {}, line);
    return session.results.write(line);
  }

  InputOptions input_;
  FormatOption format_{"jsonl"};
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kExtract;
const CommandEntry kExtract = {"extract", "Print the reports as they would be read",
                               "rapporteur extract --input jsonl day.jsonl", make_command<Extract>};

}  // namespace rapporteur::cli
