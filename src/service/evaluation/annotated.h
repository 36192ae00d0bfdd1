// A folder of annotated reports: its annotations, and its reports as a source of documents.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "account.h"
#include "rapporteur/base/result.h"
#include "rapporteur/source/source.h"

namespace rapporteur::service::evaluation {

struct Annotated {
  Account account;
  std::string text_path;  // of the report; the file may not be there
};

// By the annotations' ids. Errors: not_found (no folder, no annotation in it), bad_data (an
// annotation that cannot be used, an id met twice; where = its path).
Result<std::map<std::string, Annotated>> load_annotations(const std::string& folder);

// The reports in the order of their ids, each with the date that its annotation gives.
// `annotated` must outlive the source.
class AnnotatedReports : public source::Source {
 public:
  explicit AnnotatedReports(const std::map<std::string, Annotated>& annotated);
  std::optional<Result<source::Found>> next() override;

 private:
  std::map<std::string, Annotated>::const_iterator at_;
  std::map<std::string, Annotated>::const_iterator end_;
};

}  // namespace rapporteur::service::evaluation
