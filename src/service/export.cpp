#include "rapporteur/service/export.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "linked.h"
#include "plover.h"
#include "rapporteur/output/archive.h"
#include "rapporteur/output/format.h"
#include "rapporteur/query/export.h"
#include "rapporteur/service/views.h"
#include "record_view.h"
#include "seniority.h"

namespace rapporteur::service {

namespace {

using catalogue::Catalogue;
using query::ExportKind;
using query::ExportRecord;
using store::Register;

// Writes values in one format, with what stands around them.
template <class T>
class Document {
 public:
  Document(const char* format, const ByteSink& sink)
      : format_(*output::find_format<T>(format)), sink_(sink) {
    if (format_.begin == nullptr) return;
    format_.begin({}, bytes_);
    flush();
  }

  // False once nobody takes the bytes any more.
  bool write(const T& value) {
    if (!goes_on_) return false;
    if (is_first_ && format_.header != nullptr) format_.header(value, {}, bytes_);
    is_first_ = false;
    format_.write(value, {}, bytes_);
    ++count_.records;
    return flush();
  }

  bool leave_out() {
    ++count_.left_out;
    return goes_on_;
  }

  // What stands at the end; nothing after an error.
  Result<ExportCount> finish(const Result<void>& all) {
    if (!all) return all.error();
    if (format_.end != nullptr && goes_on_) format_.end({}, bytes_);
    flush();
    return count_;
  }

 private:
  bool flush() {
    goes_on_ = goes_on_ && sink_(bytes_);
    bytes_.clear();
    return goes_on_;
  }

  const output::Format<T>& format_;
  const ByteSink& sink_;
  std::string bytes_;
  bool is_first_ = true;
  bool goes_on_ = true;
  ExportCount count_;
};

Result<ExportCount> write_lines(const Register& reg, const Catalogue*, const ByteSink& sink) {
  Document<output::Row> document("jsonl", sink);
  return document.finish(query::export_records(
      reg, ExportKind::whole,
      {nullptr, [&](const ExportRecord& record) { return document.write(row_of(record)); }}));
}

// The row of a visit, with the seniority behind the office.
output::Row visit_row(const ExportRecord& record, const Catalogue& catalogue) {
  output::Row row = row_of(record);
  row.cells.erase(row.cells.begin());  // its type
  const auto at = std::find_if(row.cells.begin(), row.cells.end(),
                               [](const auto& cell) { return cell.name == "office"; });
  const std::string level = seniority_of(RecordView(record).text("office"), catalogue);
  output::Row::Value value = nullptr;
  if (!level.empty()) value = level;
  row.cells.insert(at + 1, {"seniority", std::move(value)});
  return row;
}

Result<ExportCount> write_visits(const Register& reg, const Catalogue* catalogue,
                                 const ByteSink& sink) {
  Document<output::Row> document("csv", sink);
  return document.finish(query::export_records(
      reg, ExportKind::visits, {nullptr, [&](const ExportRecord& record) {
                                  return document.write(visit_row(record, *catalogue));
                                }}));
}

Result<ExportCount> write_plover(const Register& reg, const Catalogue* catalogue,
                                 const ByteSink& sink) {
  Document<output::Node> document("jsonl", sink);
  const auto take = [&](const ExportRecord& record) {
    const std::optional<output::Node> event = plover_event(record, *catalogue);
    return event ? document.write(*event) : document.leave_out();
  };
  return document.finish(query::export_records(reg, ExportKind::consultations, {nullptr, take}));
}

output::Network network_part(const ExportRecord& record) {
  const RecordView r(record);
  if (record.type == "person") {
    return {output::Network::Person{r.text("id"), r.text("name"), r.text("state"),
                                    r.text("organisation")}};
  }
  return {output::Network::Tie{r.text("a"), r.text("b"),
                               std::strtoll(r.text("meetings").c_str(), nullptr, 10),
                               r.text("first_day"), r.text("last_day")}};
}

Result<ExportCount> write_network(const Register& reg, const Catalogue*, const ByteSink& sink) {
  Document<output::Network> document("graphml", sink);
  return document.finish(query::export_records(
      reg, ExportKind::network,
      {nullptr, [&](const ExportRecord& record) { return document.write(network_part(record)); }}));
}

Result<ExportCount> write_linked(const Register& reg, const Catalogue*, const ByteSink& sink) {
  Document<output::Node> document("jsonld", sink);
  const auto take = [&](const ExportRecord& record) {
    for (const output::Node& node : linked_nodes(record)) {
      if (!document.write(node)) return false;
    }
    return true;
  };
  Result<void> r = query::export_records(reg, ExportKind::linked, {nullptr, take});
  if (r) {
    r = query::for_each_quoted_claim(
        reg, [&](const query::QuotedClaim& claim) { return document.write(annotation(claim)); });
  }
  return document.finish(r);
}

constexpr auto kDocuments = std::to_array<DocumentExport>({
    {"diplomatic-visits", "CSV, a row per person and meeting", true, write_visits},
    {"graphml", "who met whom, for programs that draw networks", false, write_network},
    {"jsonl", "the whole register; can be imported", false, write_lines},
    {"jsonld", "linked data with the words behind each fact", false, write_linked},
    {"plover", "events of the PLOVER ontology, as JSON lines", true, write_plover},
});

// A row without values, for the header.
output::Row names_of(const std::vector<std::string>& fields) {
  output::Row out;
  for (const std::string& field : fields) out.cells.push_back({field, nullptr});
  return out;
}

}  // namespace

std::span<const DocumentExport> document_exports() { return kDocuments; }

Result<ExportCount> write_tables(const Register& reg, const std::string& path) {
  Result<std::unique_ptr<output::FileSet>> files = output::open_file_set(path);
  if (!files) return files.error();
  const output::Format<output::Row>& csv = *output::find_format<output::Row>("csv");
  ExportCount count;
  Result<void> written;
  std::string bytes;
  const auto flush = [&] {
    written = (*files)->write(bytes);
    bytes.clear();
    return static_cast<bool>(written);
  };
  const auto table = [&](const std::string& type, const std::vector<std::string>& fields) {
    if (written = (*files)->begin(type + ".csv"); !written) return false;
    csv.header(names_of(fields), {}, bytes);
    return flush();
  };
  const auto record = [&](const ExportRecord& one) {
    output::Row row = row_of(one);
    row.cells.erase(row.cells.begin());  // its type is the table's name
    csv.write(row, {}, bytes);
    ++count.records;
    return flush();
  };
  Result<void> all = query::export_records(reg, ExportKind::whole, {table, record});
  if (all && !written) all = written;
  if (all) all = (*files)->finish();
  if (!all) return all.error();
  return count;
}

}  // namespace rapporteur::service
