#include "reading_words.h"

#include <algorithm>

#include "rapporteur/output/printable.h"

namespace rapporteur::output {

std::string shown(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::string speech_of(const std::string& actor, const std::string& act) {
  const bool both = !actor.empty() && !act.empty();
  return actor + (both ? " " : "") + as_words(act);
}

std::vector<std::string> all_warnings(const record::Reading& reading) {
  std::vector<std::string> out;
  for (const auto* warnings : {&reading.report.warnings, &reading.warnings}) {
    for (const std::string& warning : *warnings) {
      if (std::find(out.begin(), out.end(), warning) == out.end()) out.push_back(warning);
    }
  }
  return out;
}

}  // namespace rapporteur::output
