// The example reports and a reader, for tests of what holds of every reading.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "built_reader.h"
#include "rapporteur/base/file.h"
#include "rapporteur/source/found.h"

namespace rapporteur::tests {

// Paths of the example reports, sorted.
inline std::vector<std::string> example_files() {
  std::vector<std::string> out;
  for (const auto& entry :
       std::filesystem::directory_iterator(RAPPORTEUR_SOURCE_DIR "/examples/reports")) {
    if (entry.path().extension() == ".txt") out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// As the command line reads a text file of that name with these bytes.
inline record::Reading read(std::string bytes, const std::string& name, Scratch& scratch) {
  source::Found found;
  found.where = found.id = found.origin = name;
  found.bytes = std::move(bytes);
  scratch.reset();
  return built_reader().read(source::make_report(found).value(), scratch);
}

inline record::Reading read(std::string bytes, const std::string& name = "report") {
  Scratch scratch;
  return read(std::move(bytes), name, scratch);
}

}  // namespace rapporteur::tests
