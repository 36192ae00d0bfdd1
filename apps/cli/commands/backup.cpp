// rapporteur backup: a copy of a register that others may be writing to.
#include "command.h"
#include "options.h"

namespace rapporteur::cli {

namespace {

class Backup : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("TARGET", target_, "The copy's file");
    file_.declare(arguments);
    talk_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    const Result<store::Register> reg = file_.open(store::Access::read);
    if (!reg) return reg.error();
    if (const Result<void> copied = reg->backup(target_); !copied) return copied.error();
    return outcome_of(session, 0);
  }

 private:
  std::string target_;
  RegisterOption file_;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kBackup;
const CommandEntry kBackup = {"backup", "Copy a register while others use it",
                              "rapporteur backup --register meetings.db copy.db",
                              make_command<Backup>};

}  // namespace rapporteur::cli
