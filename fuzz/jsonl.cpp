// JSON lines: a file of any bytes gives a document or an error a line, and ends.
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

#include "check.h"
#include "rapporteur/source/source.h"

namespace {

// A file of this process's own, written anew for each input.
const std::string& scratch_file() {
  static const std::string path =
      (std::filesystem::temp_directory_path() / ("rapporteur-fuzz-" + std::to_string(::getpid())))
          .string() +
      ".jsonl";
  static const bool once = std::atexit([] { std::remove(path.c_str()); }) == 0;
  FUZZ_CHECK(once);
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapporteur::source;
  std::FILE* file = std::fopen(scratch_file().c_str(), "wb");
  FUZZ_CHECK(file != nullptr);
  FUZZ_CHECK(std::fwrite(data, 1, size, file) == size);
  std::fclose(file);

  Options options;
  options.input = "jsonl";
  options.report_limit = 4096;
  const auto lines = static_cast<std::size_t>(std::count(data, data + size, '\n')) + 1;
  const std::unique_ptr<Source> source = open_paths({scratch_file()}, options);
  std::size_t documents = 0;
  while (const auto found = source->next()) {
    FUZZ_CHECK(++documents <= lines);
    if (!*found) {
      FUZZ_CHECK(found->error().where.starts_with(scratch_file()));
      continue;
    }
    FUZZ_CHECK(!(*found)->id.empty());
    FUZZ_CHECK((*found)->size <= size);
    if (const auto report = make_report(**found)) FUZZ_CHECK(report->id == (*found)->id);
  }
  FUZZ_CHECK(!source->next());
  return 0;
}
