// rapporteur export: the whole register, sorted by stable keys.
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_question.h"

namespace rapporteur::cli {

namespace {

class Export : public RegisterQuestion {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, {"jsonl"});
    declare_register(arguments);
  }

  Result<Exit> ask(const store::Register& reg, Session& session) override {
    RowWriter writer(format_.name, session.results);
    const Result<void> all = query::export_all(reg, [&](const query::ExportRecord& record) {
      return writer.write(service::row_of(record));
    });
    if (!all) return all.error();
    return outcome_of(session, 0);
  }

 private:
  FormatOption format_{"jsonl"};
};

}  // namespace

extern const CommandEntry kExport;
const CommandEntry kExport = {"export", "Print the whole register as JSON lines",
                              "rapporteur export --register meetings.db > meetings.jsonl",
                              make_command<Export>};

}  // namespace rapporteur::cli
