// rapporteur backup: a copy of a register that others may be writing to.
#include "register_question.h"

namespace rapporteur::cli {

namespace {

class Backup : public RegisterQuestion {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("TARGET", target_, "The copy's file");
    declare_register(arguments);
  }

  Result<Exit> ask(const store::Register& reg, Session& session) override {
    if (const Result<void> copied = reg.backup(target_); !copied) return copied.error();
    return outcome_of(session, 0);
  }

 private:
  std::string target_;
};

}  // namespace

extern const CommandEntry kBackup;
const CommandEntry kBackup = {"backup", "Copy a register while others use it",
                              "rapporteur backup --register meetings.db copy.db",
                              make_command<Backup>};

}  // namespace rapporteur::cli
