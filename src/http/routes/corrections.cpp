// What people have said of the register: the list, saying something, taking it back.
#include "rapporteur/service/corrections.h"

#include <algorithm>

#include "desk.h"
#include "said.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using record::Correction;
using service::Role;

constexpr std::array<std::string_view, 2> kStanding = {"yes", "no"};

Result<Answer> list(Desk& desk, Question& question) {
  query::CorrectionSlice slice;
  Parameters& parameters = question.parameters;
  slice.about = parameters.text("about");
  const std::string standing = parameters.choice("standing", kStanding);
  if (!standing.empty()) slice.standing = standing == "yes";
  slice.limit = parameters.limit();
  if (const auto cursor = parameters.cursor(2)) slice.after = {(*cursor)[0], (*cursor)[1]};
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  const auto found = query::slice_corrections(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_corrections(found->corrections, json);
    json.member_or_null("next", found->more ? cursor_of({found->corrections.back().made,
                                                         found->corrections.back().id})
                                            : "");
  });
}

Result<Answer> one(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto found = query::find_correction(desk.reg, question.names[0]);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    json.key("correction");
    write(*found, json);
  });
}

// A report goes by its id in addresses or by its key.
std::string key_of(const std::string& report) { return report_key_of(report).value_or(report); }

Result<std::vector<Correction>> corrections_of(const store::Register& reg, const Said& said,
                                               const record::Act& made) {
  if (record::is_of_claim(said.verdict)) {
    return service::corrections_of(
        reg, {said.verdict, key_of(said.report), said.pointer, said.is, said.value}, made);
  }
  std::vector<std::string> parts;
  for (const std::string& part : said.parts) parts.push_back(key_of(part));
  Result<Correction> one = said.verdict == record::Verdict::merge
                               ? service::merge_of(reg, said.ids, made)
                               : service::split_of(reg, said.id, parts, made);
  if (!one) return one.error();
  return std::vector<Correction>{*std::move(one)};
}

// Enters them and answers with how they stand then.
Result<Answer> enter(Desk& desk, store::Register& reg, const std::vector<Correction>& corrections) {
  const Result<store::Receipt> receipt = reg.correct(corrections, desk.office.rules.resolver());
  if (!receipt) return receipt.error();
  std::vector<query::CorrectionRow> rows;
  for (const Correction& c : corrections) {
    Result<query::CorrectionRow> row = query::find_correction(reg, correction_id(c));
    if (!row) return row.error();
    rows.push_back(*std::move(row));
  }
  return json_answer([&](Json& json) { write_corrections(rows, json); });
}

// Who says it is whose token it is, and nobody else.
Result<record::Act> act_of(const Caller& caller, const std::string& why) {
  return service::act_of(caller.name.empty() ? caller.token : caller.name, "", why);
}

Result<Answer> say(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const Result<Said> said = parse_said(question.request.body);
  if (!said) return said.error();
  const Result<record::Act> made = act_of(question.caller, said->why);
  if (!made) return made.error();
  Result<store::Register> reg = desk.office.open_to_write();
  if (!reg) return reg.error();
  const Result<std::vector<Correction>> corrections = corrections_of(*reg, *said, *made);
  if (!corrections) return corrections.error();
  Result<Answer> out = enter(desk, *reg, *corrections);
  if (!out) return out;
  out->status = 201;
  if (corrections->size() == 1) {
    out->headers.emplace_back("Location",
                              "/api/v1/corrections/" + correction_id(corrections->front()));
  }
  return out;
}

Result<Answer> undo(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const Result<std::string> why = parse_reason(question.request.body);
  if (!why) return why.error();
  const Result<record::Act> undone = act_of(question.caller, *why);
  if (!undone) return undone.error();
  Result<store::Register> reg = desk.office.open_to_write();
  if (!reg) return reg.error();
  const Result<Correction> correction = service::undoing_of(*reg, question.names[0], *undone);
  if (!correction) return correction.error();
  return enter(desk, *reg, {*correction});
}

constexpr Route kRoutes[] = {
    {"GET", "corrections", "", Role::reader, list},
    {"POST", "corrections", "", Role::reviewer, say, false},
    {"GET", "corrections/*", "", Role::reader, one},
    {"POST", "corrections/*/undo", "", Role::reviewer, undo, false},
};

}  // namespace

extern const Routes kCorrections;
const Routes kCorrections = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
