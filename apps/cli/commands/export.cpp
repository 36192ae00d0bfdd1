// rapporteur export: the whole register, sorted by stable keys.
#include "command.h"
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Export : public Command {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, {"jsonl"});
    file_.declare(arguments);
    talk_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    const Result<store::Register> reg = file_.open(store::Access::read);
    if (!reg) return reg.error();
    RowWriter writer(format_.name, session.results);
    const Result<void> all = query::export_all(*reg, [&](const query::ExportRecord& record) {
      return writer.write(service::row_of(record));
    });
    if (!all) return all.error();
    return outcome_of(session, 0);
  }

 private:
  FormatOption format_{"jsonl"};
  RegisterOption file_;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kExport;
const CommandEntry kExport = {"export", "Print the whole register as JSON lines",
                              "rapporteur export --register meetings.db > meetings.jsonl",
                              make_command<Export>};

}  // namespace rapporteur::cli
