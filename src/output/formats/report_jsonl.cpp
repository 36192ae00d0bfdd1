// What the source layer made of a page, file or record: {"id", "report", "left_out", "warnings"}.
#include "reading_json.h"

namespace rapporteur::output::formats {

namespace {

void write(const record::Report& report, const Options&, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    json.member("id", report.id);
    json.key("report");
    write_report(report, json);
    json.key("left_out");
    write_left_out(report.left_out, json);
    json.key("warnings");
    write_strings(report.warnings, json);
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::report> report_jsonl;
const Format<subject::report> report_jsonl = {"jsonl", "one report a line", write};

}  // namespace rapporteur::output::formats
