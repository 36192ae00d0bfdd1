// The fields of an exported record by their names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/query/query.h"

namespace rapporteur::service {

class RecordView {
 public:
  explicit RecordView(const query::ExportRecord& record) : record_(record) {}

  // "" for null and for a field that is not there.
  [[nodiscard]] std::string text(std::string_view name) const {
    const query::ExportField* field = find(name);
    return field == nullptr ? std::string() : field->text;
  }
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const {
    const query::ExportField* field = find(name);
    return field == nullptr ? std::vector<std::string>() : field->list;
  }

 private:
  [[nodiscard]] const query::ExportField* find(std::string_view name) const {
    for (const query::ExportField& field : record_.fields) {
      if (field.name == name) return field.null ? nullptr : &field;
    }
    return nullptr;
  }
  const query::ExportRecord& record_;
};

}  // namespace rapporteur::service
