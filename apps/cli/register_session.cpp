#include "register_session.h"

#include <utility>

namespace rapporteur::cli {

namespace {

Result<Opened> with_rules(store::Register reg, std::unique_ptr<Pack> pack) {
  Opened opened{std::move(reg), std::move(pack), nullptr};
  if (opened.pack == nullptr) return opened;
  Result<service::Rules> rules = service::Rules::load(*opened.pack);
  if (!rules) return rules.error();
  opened.rules = std::make_unique<service::Rules>(*std::move(rules));
  return opened;
}

}  // namespace

void RegisterOptions::declare(Arguments& arguments) {
  file.declare(arguments);
  data.declare(arguments);
  talk.declare(arguments);
}

Result<Opened> open_for_questions(const RegisterOptions& options, Session& session) {
  Result<store::Register> reg = options.file.open(store::Access::read);
  if (!reg) return reg.error();
  Result<std::unique_ptr<Pack>> pack = options.data.open(session);
  if (!pack && pack.error().code == ErrorCode::not_found && options.data.pack.empty() &&
      options.data.data.empty()) {
    session.messages.note({ErrorCode::not_found,
                           "no data pack: bodies are found by the words of reports alone",
                           pack.error().where});
    return with_rules(*std::move(reg), nullptr);
  }
  if (!pack) return pack.error();
  return with_rules(*std::move(reg), *std::move(pack));
}

Result<Opened> open_for_changes(const RegisterOptions& options, store::Access access,
                                Session& session) {
  Result<std::unique_ptr<Pack>> pack = options.data.open(session);
  if (!pack) return pack.error();
  Result<store::Register> reg = options.file.open(access);
  if (!reg) return reg.error();
  return with_rules(*std::move(reg), *std::move(pack));
}

void explain_emptiness(const std::string& what, const std::vector<std::string>& emptied_by,
                       Session& session) {
  std::string message = "no " + what;
  if (emptied_by.empty()) {
    message += ": the register holds none";
  } else {
    message += "; what leaves nothing:";
    for (const std::string& filter : emptied_by) message += " " + filter;
  }
  session.messages.note({ErrorCode::not_found, std::move(message), ""});
}

}  // namespace rapporteur::cli
