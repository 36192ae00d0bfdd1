// What every source of documents promises, whatever the bytes: it ends, and each thing found is a
// document with a name or an error with a place.
#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "check.h"
#include "rapporteur/source/source.h"

namespace rapporteur::fuzz {

// A file of this process's own, written anew for each input.
inline const std::string& scratch_file() {
  static const std::string path =
      (std::filesystem::temp_directory_path() / ("rapporteur-fuzz-" + std::to_string(::getpid())))
          .string() +
      ".input";
  static const bool once = std::atexit([] { std::remove(path.c_str()); }) == 0;
  FUZZ_CHECK(once);
  return path;
}

// Reads `data` as a file of the kind `input`; at most `most` things may be found in it.
inline void check_stream(const std::uint8_t* data, std::size_t size, const char* input,
                         std::size_t most) {
  using namespace rapporteur::source;
  std::FILE* file = std::fopen(scratch_file().c_str(), "wb");
  FUZZ_CHECK(file != nullptr);
  FUZZ_CHECK(std::fwrite(data, 1, size, file) == size);
  std::fclose(file);

  Options options;
  options.input = input;
  options.report_limit = 4096;
  const std::unique_ptr<Source> source = open_paths({scratch_file()}, options);
  std::size_t found_so_far = 0;
  while (const auto found = source->next()) {
    FUZZ_CHECK(++found_so_far <= most);
    if (!*found) {
      FUZZ_CHECK(found->error().where.starts_with(scratch_file()));
      continue;
    }
    FUZZ_CHECK(!(*found)->id.empty());
    FUZZ_CHECK((*found)->where.starts_with(scratch_file()));
    if (const auto report = make_report(**found)) FUZZ_CHECK(report->id == (*found)->id);
  }
  FUZZ_CHECK(!source->next());
}

}  // namespace rapporteur::fuzz
