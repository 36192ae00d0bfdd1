// rapporteur group: which reports are copies of one text.
#include "rapporteur/service/group.h"

#include "command.h"
#include "options.h"
#include "rapporteur/service/views.h"

namespace rapporteur::cli {

namespace {

class Group : public Command {
 public:
  void declare(Arguments& arguments) override {
    input_.declare(arguments);
    format_.declare(arguments, format_names<output::Row>());
    arguments.number("--threads", threads_,
                     "How many reports to read at once (default: one a core)");
    talk_.declare(arguments);
    talk_.declare_statistics(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    if (format_.name == "jsonl") session.messages.use_json();
    Result<std::unique_ptr<source::Source>> source = input_.open(session);
    if (!source) return source.error();
    const service::GroupEvents events{
        [&](const Error& error) { session.messages.error(error); },
        [&](const output::Statistics& so_far) { session.messages.progress(so_far); }};
    const service::Grouped grouped =
        service::group(**source, static_cast<unsigned>(threads_), events);
    print(grouped.groups, session);
    talk_.finish(session, grouped.statistics);
    return outcome_of(session, grouped.statistics.errors);
  }

 private:
  void print(const std::vector<copies::Group>& groups, Session& session) const {
    RowWriter writer(format_.name, session.results);
    for (const copies::Group& group : groups) {
      for (std::size_t i = 0; i < group.members.size(); ++i) {
        if (!writer.write(service::row_of(group, i))) return;
      }
    }
  }

  InputOptions input_;
  FormatOption format_{"text"};
  std::uint64_t threads_ = 0;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kGroup;
const CommandEntry kGroup = {"group", "List the reports that are copies of one text",
                             "rapporteur group --format jsonl examples/reports",
                             make_command<Group>};

}  // namespace rapporteur::cli
