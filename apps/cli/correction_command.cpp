#include "correction_command.h"

#include <algorithm>

#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"

namespace rapporteur::cli {

void CorrectionCommand::declare_correction(Arguments& arguments) {
  arguments.text("--why", why_, "The reason, for those who come after");
  arguments.text("--by", by_, "Who says so (default: RAPPORTEUR_USER, else your account)");
  arguments.text("--at", at_,
                 "When it was said: 2026-03-01 or 2026-03-01T09:30:00Z (default: now)");
  arguments.text("--undo", undo_, "Take back the correction with this id");
  arguments.flag("--list", list_, "List all that was ever said, and what was taken back");
  format_.declare(arguments, format_names<output::Row>());
  options_.declare(arguments);
}

Result<void> CorrectionCommand::check_call() const {
  const int tasks = (is_said() ? 1 : 0) + (undo_.empty() ? 0 : 1) + (list_ ? 1 : 0);
  if (tasks == 1) return {};
  return Error{ErrorCode::usage,
               tasks == 0 ? "nothing to do" : "one thing at a time: a verdict, --undo or --list",
               ""};
}

Result<Exit> CorrectionCommand::run(Session& session) {
  options_.talk.apply(session);
  if (const Result<void> sound = check_call(); !sound) return sound.error();
  return list_ ? list(session) : enter(session);
}

Result<Exit> CorrectionCommand::list(Session& session) const {
  const Result<store::Register> reg = options_.file.open(store::Access::read);
  if (!reg) return reg.error();
  const Result<std::vector<query::CorrectionRow>> rows = query::list_corrections(*reg);
  if (!rows) return rows.error();
  RowWriter writer(format_.name, session.results);
  for (const query::CorrectionRow& row : *rows) {
    if (!writer.write(service::row_of(row))) break;
  }
  return outcome_of(session, 0);
}

Result<Exit> CorrectionCommand::enter(Session& session) const {
  const Result<record::Act> act = service::act_of(by_, at_, why_);
  if (!act) return act.error();
  Result<Opened> opened = open_for_changes(options_, store::Access::write, session);
  if (!opened) return opened.error();
  std::vector<record::Correction> corrections;
  if (undo_.empty()) {
    Result<std::vector<record::Correction>> said = say(opened->reg, *act);
    if (!said) return said.error();
    corrections = *std::move(said);
  } else {
    Result<record::Correction> undone = service::undoing_of(opened->reg, undo_, *act);
    if (!undone) return undone.error();
    corrections.push_back(*std::move(undone));
  }
  const Result<store::Receipt> receipt =
      opened->reg.correct(corrections, opened->rules->resolver());
  if (!receipt) return receipt.error();
  const Result<std::vector<query::CorrectionRow>> rows = query::list_corrections(opened->reg);
  if (!rows) return rows.error();
  RowWriter writer(format_.name, session.results);
  for (const query::CorrectionRow& row : *rows) {
    const bool is_ours = std::any_of(corrections.begin(), corrections.end(),
                                     [&](const auto& c) { return correction_id(c) == row.id; });
    if (is_ours && !writer.write(service::row_of(row))) break;
  }
  return outcome_of(session, 0);
}

}  // namespace rapporteur::cli
