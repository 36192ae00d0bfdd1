#include "import_corrections.h"

#include <algorithm>
#include <optional>

#include "import_fields.h"

namespace rapporteur::service {

namespace {

using record::Correction;
using record::MemberKey;

// "report pointer"; a pointer holds no space.
std::vector<MemberKey> members_of(const std::vector<std::string>& list) {
  std::vector<MemberKey> out;
  for (const std::string& words : list) {
    const std::size_t cut = std::min(words.rfind(' '), words.size());
    out.push_back({words.substr(0, cut), cut < words.size() ? words.substr(cut + 1) : ""});
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<Correction> correction_of(Fields& fields) {
  Correction out;
  const std::string id = fields.text("id");
  const std::optional<record::Verdict> verdict = record::verdict_from(fields.text("verdict"));
  out.verdict = verdict.value_or(record::Verdict::accept);
  out.report = fields.text("report");
  out.property = fields.text("property");
  out.value = fields.text("value");
  out.quote = fields.text("quote");
  out.subject = fields.text("subject");
  out.replacement = fields.text("replacement");
  out.members = members_of(fields.list("members"));
  out.others = members_of(fields.list("others"));
  out.made = {fields.text("who"), fields.text("made"), fields.text("why")};
  out.undone = {fields.text("undone_who"), fields.text("undone"), fields.text("undone_why")};
  if (!fields.fault().empty()) return Error{ErrorCode::bad_data, fields.fault(), ""};
  if (!verdict) return Error{ErrorCode::bad_data, "'verdict' is none", ""};
  if (correction_id(out) != id) {
    return Error{ErrorCode::bad_data, "'id' is not that of this correction", ""};
  }
  if (Result<void> sound = inspect(out); !sound) return sound.error();
  return out;
}

}  // namespace

std::vector<Correction> corrections_in(std::string_view bytes, const std::string& name,
                                       const std::vector<LineRun>& lines,
                                       const std::function<void(const Error&)>& damaged) {
  simdjson::dom::parser parser;
  std::vector<Correction> out;
  const auto take = [&](std::string_view line, std::uint64_t number) {
    Fields fields(parser.parse(line.data(), line.size()).value_unsafe());
    Result<Correction> correction = correction_of(fields);
    if (correction) {
      out.push_back(*std::move(correction));
    } else {
      damaged(
          {ErrorCode::bad_data, correction.error().message, name + ":" + std::to_string(number)});
    }
  };
  for (const LineRun& run : lines) for_each_line(bytes, run, take);
  return out;
}

}  // namespace rapporteur::service
