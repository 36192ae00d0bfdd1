#include <utility>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

void Row::text(std::string name, std::string value) {
  if (value.empty()) {
    cells.push_back({std::move(name), nullptr});
  } else {
    cells.push_back({std::move(name), std::move(value)});
  }
}

void Row::integer(std::string name, std::int64_t value) {
  cells.push_back({std::move(name), value});
}

void Row::list(std::string name, std::vector<std::string> values) {
  cells.push_back({std::move(name), std::move(values)});
}

}  // namespace rapporteur::output
