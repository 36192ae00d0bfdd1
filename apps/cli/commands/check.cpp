// rapporteur check: is the register, and is the data pack, as it should be?
#include "command.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Check : public Command {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, format_names<output::Row>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    if (opened->pack != nullptr) {
      if (const Result<void> pack = opened->pack->verify(); !pack) return pack.error();
    }
    const Result<std::vector<store::Finding>> findings =
        opened->reg.check(opened->rules == nullptr ? nullptr : &opened->rules->resolver());
    if (!findings) return findings.error();
    RowWriter writer(format_.name, session.results);
    for (const store::Finding& finding : *findings) {
      if (!writer.write(service::row_of(finding))) break;
    }
    if (findings->empty() && format_.name == "text") session.results.write("all is well\n");
    return outcome_of(session, findings->size());
  }

 private:
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kCheck;
const CommandEntry kCheck = {"check", "Look for damage in the register and the data pack",
                             "rapporteur check --register meetings.db", make_command<Check>};

}  // namespace rapporteur::cli
