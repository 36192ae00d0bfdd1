// The whole register, as `rapporteur export` writes it, however long that is.
#include "desk.h"
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::size_t kPiece = 64 << 10;

Result<void> write_all(const Office& office, const Write& write) {
  Result<store::Register> reg = office.open_to_read();
  if (!reg) return reg.error();
  const auto* jsonl = output::find_format<output::Row>("jsonl");
  std::string piece;
  bool wanted = true;
  Result<void> done = query::export_all(*reg, [&](const query::ExportRecord& record) {
    jsonl->write(service::row_of(record), {}, piece);
    if (piece.size() < kPiece) return true;
    wanted = write(piece);
    piece.clear();
    return wanted;
  });
  if (done && wanted && !piece.empty()) write(piece);
  return done;
}

Result<Answer> all(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  Answer out;
  out.type = "application/jsonl";
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"register.jsonl\"");
  out.stream = [&office = desk.office](const Write& write) { return write_all(office, write); };
  return out;
}

constexpr Route kRoutes[] = {
    {"GET", "export.jsonl", "", Role::reader, all, false},
};

}  // namespace

extern const Routes kExport;
const Routes kExport = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
