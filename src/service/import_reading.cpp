#include "import_reading.h"

#include <algorithm>
#include <optional>

#include "import_fields.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/record/register.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

namespace {

record::Report report_of(Fields& fields) {
  record::Report out;
  out.id = fields.text("id");
  out.origin = fields.text("origin");
  out.digest = fields.text("digest");
  out.title = fields.text("title");
  out.publisher = fields.text("publisher");
  out.agency = fields.text("agency");
  out.byline = fields.text("byline");
  out.dateline = {fields.text("dateline_place"), fields.text("dateline_country"),
                  fields.text("dateline_date")};
  out.published = fields.text("published");
  out.modified = fields.text("modified");
  out.language = fields.text("language");
  out.text = fields.text("text");
  out.warnings = fields.list("source_warnings");
  return out;
}

record::Claim claim_of(Fields& fields) {
  record::Claim out;
  out.pointer = fields.text("pointer");
  out.property = fields.text("property");
  out.value = fields.text("value");
  out.evidence = fields.spans("evidence");
  out.confidence = fields.number("confidence");
  out.rule = fields.text("rule");
  return out;
}

}  // namespace

struct ImportReadings::Version {
  record::Reading reading;
  std::int64_t number = 0;
  bool current = false;
  std::int64_t claims = 0;    // how many it says that there are
  std::int64_t left_out = 0;  // the same
  std::uint64_t line = 0;
};

std::string ImportReadings::place(std::uint64_t number) const {
  return name_ + ":" + std::to_string(number);
}

Result<ImportReadings::Version> ImportReadings::version_of(std::string_view line,
                                                           std::uint64_t number) {
  Fields fields(parser_.parse(line.data(), line.size()).value_unsafe());
  Version out;
  out.line = number;
  out.reading.report = report_of(fields);
  out.reading.warnings = fields.list("warnings");
  out.reading.engine = fields.text("engine");
  out.reading.schema = static_cast<int>(fields.integer("schema"));
  out.number = fields.integer("version");
  out.current = fields.integer("current") == 1;
  out.claims = fields.integer("claims");
  out.left_out = fields.integer("left_out");
  const std::string key = fields.text("report");
  const std::string where = place(number) + " " + key;
  if (!fields.fault().empty()) return Error{ErrorCode::bad_data, fields.fault(), where};
  if (key != record::report_key(out.reading.report)) {
    return Error{ErrorCode::bad_data, "'report' is not the key of this report", where};
  }
  return out;
}

Result<std::vector<ImportReadings::Version>> ImportReadings::versions_of(const ReportLines& lines) {
  std::vector<Version> out;
  std::optional<Error> fault;
  for (const LineRun& run : lines.versions) {
    for_each_line(bytes_, run, [&](std::string_view line, std::uint64_t number) {
      Result<Version> version = version_of(line, number);
      if (version) {
        out.push_back(*std::move(version));
      } else if (!fault) {
        fault = version.error();
      }
    });
  }
  if (fault) return *fault;
  std::stable_sort(out.begin(), out.end(),
                   [](const Version& a, const Version& b) { return a.current > b.current; });
  const auto is_current = [](const Version& v) { return v.current; };
  if (std::count_if(out.begin(), out.end(), is_current) == 1) return out;
  return Error{ErrorCode::bad_data, "there is no line for its current version, or more than one",
               name_ + ": " + lines.key};
}

Result<void> ImportReadings::add_left_out(const ReportLines& lines,
                                          std::vector<Version>& versions) {
  std::optional<Error> fault;
  const auto take = [&](std::string_view line, std::uint64_t number) {
    Fields fields(parser_.parse(line.data(), line.size()).value_unsafe());
    const std::int64_t of = fields.integer("version");
    const record::LeftOut what{static_cast<std::uint32_t>(fields.integer("at")),
                               fields.text("text"), fields.text("reason")};
    if (!fields.fault().empty() && !fault) {
      fault = Error{ErrorCode::bad_data, fields.fault(), place(number) + " " + lines.key};
    }
    for (Version& v : versions) {
      if (v.number == of) v.reading.report.left_out.push_back(what);
    }
  };
  for (const LineRun& run : lines.left_out) for_each_line(bytes_, run, take);
  if (fault) return *fault;
  for (const Version& v : versions) {
    const std::size_t there = v.reading.report.left_out.size();
    if (there == static_cast<std::size_t>(v.left_out)) continue;
    return Error{ErrorCode::bad_data,
                 "of what was left out of it " + std::to_string(v.left_out) +
                     " lines are announced and " + std::to_string(there) + " are there",
                 place(v.line) + " " + lines.key};
  }
  return {};
}

Result<void> ImportReadings::add_claims(const ReportLines& lines, Version& version) {
  std::vector<record::Claim> claims;
  std::optional<Error> fault;
  const auto take = [&](std::string_view line, std::uint64_t number) {
    Fields fields(parser_.parse(line.data(), line.size()).value_unsafe());
    claims.push_back(claim_of(fields));
    if (!fields.fault().empty() && !fault) {
      fault = Error{ErrorCode::bad_data, fields.fault(), place(number) + " " + lines.key};
    }
  };
  for (const LineRun& run : lines.claims) for_each_line(bytes_, run, take);
  if (fault) return *fault;
  const std::string where = place(version.line) + " " + lines.key;
  if (claims.size() != static_cast<std::size_t>(version.claims)) {
    return Error{ErrorCode::bad_data,
                 "of its claims " + std::to_string(version.claims) + " are announced and " +
                     std::to_string(claims.size()) + " are there",
                 where};
  }
  Result<record::Reading> stated = record::reading_of(claims);
  if (!stated) return Error{ErrorCode::bad_data, stated.error().text(), where};
  record::Reading& reading = version.reading;
  stated->report = std::move(reading.report);
  stated->warnings = std::move(reading.warnings);
  stated->engine = std::move(reading.engine);
  stated->schema = reading.schema;
  reading = *std::move(stated);
  return {};
}

Result<std::vector<record::Reading>> ImportReadings::of(const ReportLines& lines) {
  Result<std::vector<Version>> versions = versions_of(lines);
  if (!versions) return versions.error();
  Result<void> r = add_left_out(lines, *versions);
  if (r) r = add_claims(lines, versions->front());
  if (!r) return r.error();
  std::vector<record::Reading> out;
  for (Version& version : *versions) {
    const std::vector<std::string> faults = store::faults_of(version.reading);
    if (!faults.empty()) {
      return Error{ErrorCode::bad_data, faults.front(), place(version.line) + " " + lines.key};
    }
    out.push_back(std::move(version.reading));
  }
  return out;
}

}  // namespace rapporteur::service
