// rapporteur forget: takes reports out of the register, and what only they supported.
#include "command.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Forget : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positionals("REPORT", reports_, "Keys of reports in the register");
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    Result<Opened> opened = open_for_changes(options_, store::Access::write, session);
    if (!opened) return opened.error();
    const Result<store::Receipt> receipt = opened->reg.forget(reports_, opened->rules->resolver());
    if (!receipt) return receipt.error();
    session.results.write(std::to_string(receipt->forgotten) + " reports forgotten\n");
    return outcome_of(session, 0);
  }

 private:
  std::vector<std::string> reports_;
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kForget;
const CommandEntry kForget = {"forget", "Take reports out of the register",
                              "rapporteur forget sco-secretaries-2023-delhi.txt",
                              make_command<Forget>};

}  // namespace rapporteur::cli
