// Exports: every part is one question whose columns are the fields, sorted by stable keys.
#include "rapporteur/query/export.h"

#include <charconv>
#include <iterator>

#include "ask.h"
#include "export_part.h"
#include "rapporteur/store/evidence.h"

namespace rapporteur::query {
namespace {

constexpr char kBetween = '\x1f';

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t cut = text.find(kBetween);
    out.emplace_back(text.substr(0, cut));
    if (cut == std::string_view::npos) return out;
    text.remove_prefix(cut + 1);
  }
}

std::vector<std::string> spans_of(std::string_view evidence) {
  std::vector<ByteSpan> spans;
  store::parse_evidence(evidence, spans);
  std::vector<std::string> out;
  for (const ByteSpan s : spans)
    out.push_back(std::to_string(s.begin) + "-" + std::to_string(s.end));
  return out;
}

// The shortest decimal that is this float again.
std::string shortest(float value) {
  char digits[32];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), value);
  return std::string(std::begin(digits), end);
}

// The name without its mark.
std::string field_name(const std::string& column) {
  return column.substr(0, column.find_first_of("[<~"));
}

// The end of a column's name says what it holds: "members[]" a list, "evidence<>" spans,
// "confidence~" a float.
ExportField field_of(const Cursor& row, int column) {
  ExportField out;
  out.name = row.column_name(column);
  const auto ends = [&out](std::string_view mark) {
    if (!out.name.ends_with(mark)) return false;
    out.name.resize(out.name.size() - mark.size());
    return true;
  };
  if (ends("[]")) {
    out.is_list = true;
    if (!row.is_null(column)) out.list = parts_of(row.text(column));
  } else if (ends("<>")) {
    out.is_list = true;
    if (!row.is_null(column)) out.list = spans_of(row.text(column));
  } else if (ends("~")) {
    out.number = !row.is_null(column);
    out.null = !out.number;
    if (out.number) out.text = shortest(static_cast<float>(row.real(column)));
  } else {
    out.null = row.is_null(column);
    out.number = row.is_number(column);
    out.text = row.text(column);
  }
  return out;
}

std::vector<std::string> columns_of(const Cursor& rows) {
  std::vector<std::string> out;
  for (int i = 0; i < rows.columns(); ++i) out.push_back(field_name(rows.column_name(i)));
  return out;
}

Result<bool> export_part(const Register& reg, const Part& part, const ExportSink& sink) {
  Result<Cursor> rows = reg.ask(part.sql);
  if (!rows) return rows.error();
  if (sink.table && !sink.table(part.type, columns_of(*rows))) return false;
  while (true) {
    Result<bool> more = rows->next();
    if (!more) return more.error();
    if (!*more) return true;
    ExportRecord record{part.type, {}};
    for (int i = 0; i < rows->columns(); ++i) record.fields.push_back(field_of(*rows, i));
    if (!sink.record(record)) return false;
  }
}

std::span<const Part> parts_of(ExportKind kind) {
  switch (kind) {
    case ExportKind::whole:
      return whole_register();
    case ExportKind::visits:
      return visits();
    case ExportKind::network:
      return network();
    case ExportKind::consultations:
      return consultations();
    case ExportKind::linked:
      return linked();
  }
  return {};
}

}  // namespace

Result<void> export_records(const Register& reg, ExportKind kind, const ExportSink& sink) {
  const Snapshot snapshot(reg);
  for (const Part& part : parts_of(kind)) {
    Result<bool> more = export_part(reg, part, sink);
    if (!more) return more.error();
    if (!*more) break;
  }
  return {};
}

Result<void> export_all(const Register& reg, const std::function<bool(const ExportRecord&)>& sink) {
  return export_records(reg, ExportKind::whole, {nullptr, sink});
}

}  // namespace rapporteur::query
