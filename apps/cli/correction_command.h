// What the commands share by which a person overrules the register: who, when and why; taking it
// back; the list of all that was said.
#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "rapporteur/service/corrections.h"
#include "register_session.h"

namespace rapporteur::cli {

class CorrectionCommand : public Command {
 public:
  // Prints the corrections that it made, or those that the register holds. Errors: usage (nothing
  // or too much to do); those of Register::correct.
  Result<Exit> run(Session& session) final;

 protected:
  // --by, --at, --why, --undo, --list, --format and the options of every command on a register
  void declare_correction(Arguments& arguments);
  // Whether the call says anything besides --undo and --list.
  [[nodiscard]] virtual bool is_said() const = 0;
  virtual Result<std::vector<record::Correction>> say(const store::Register& reg,
                                                      const record::Act& made) const = 0;

 private:
  [[nodiscard]] Result<void> check_call() const;
  Result<Exit> list(Session& session) const;
  Result<Exit> enter(Session& session) const;

  std::string by_;
  std::string at_;
  std::string why_;
  std::string undo_;
  bool list_ = false;
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace rapporteur::cli
