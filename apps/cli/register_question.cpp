#include "register_question.h"

namespace rapporteur::cli {

void RegisterQuestion::declare_register(Arguments& arguments) {
  file_.declare(arguments);
  talk_.declare(arguments);
}

Result<Exit> RegisterQuestion::run(Session& session) {
  talk_.apply(session);
  const Result<store::Register> reg = file_.open(store::Access::read);
  if (!reg) return reg.error();
  return ask(*reg, session);
}

}  // namespace rapporteur::cli
