// Readings made again from the lines of an exported register.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "import_index.h"
#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::service {

class ImportReadings {
 public:
  // Both must outlive *this; `name` is what errors call the file.
  ImportReadings(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  // All versions of a report, the one that makes claims first. Errors: bad_data (a field of another
  // type, fewer or more claims than the report says, a digest that is not that of the text, a span
  // outside of it; where = "NAME:LINE" and the report).
  Result<std::vector<record::Reading>> of(const ReportLines& lines);

 private:
  struct Version;
  Result<Version> version_of(std::string_view line, std::uint64_t number);
  Result<std::vector<Version>> versions_of(const ReportLines& lines);
  Result<void> add_left_out(const ReportLines& lines, std::vector<Version>& versions);
  Result<void> add_claims(const ReportLines& lines, Version& version);
  [[nodiscard]] std::string place(std::uint64_t number) const;

  std::string_view bytes_;
  const std::string& name_;
  simdjson::dom::parser parser_;
};

}  // namespace rapporteur::service
