// What commands share that ask a register and need no tables for it.
#pragma once

#include "options.h"

namespace rapporteur::cli {

class RegisterQuestion : public Command {
 public:
  // Opens the register for reading and asks it. Errors: those of Register::open and ask.
  Result<Exit> run(Session& session) final;

 protected:
  // --register, --quiet
  void declare_register(Arguments& arguments);
  virtual Result<Exit> ask(const store::Register& reg, Session& session) = 0;

 private:
  RegisterOption file_;
  TalkOptions talk_;
};

}  // namespace rapporteur::cli
