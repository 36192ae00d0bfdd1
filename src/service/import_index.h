// Where the lines of an exported register stand, so that those of one report can be read together.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::service {

// Consecutive lines of one kind about one report.
struct LineRun {
  std::uint64_t begin = 0;  // bytes of the file
  std::uint64_t end = 0;
  std::uint64_t line = 0;  // number of the first, from 1
};

struct ReportLines {
  std::string key;
  std::vector<LineRun> versions;
  std::vector<LineRun> left_out;
  std::vector<LineRun> claims;
};

struct ImportIndex {
  std::vector<ReportLines> reports;  // in the order in which the file first names them
  std::vector<LineRun> corrections;
  std::uint64_t lines = 0;
  std::uint64_t damaged = 0;
};

// Looks at every line of `bytes`; `damaged` hears of lines that are no records: bad_data with
// "NAME:LINE". Empty lines are passed over. Cost: O(bytes).
ImportIndex index_of(std::string_view bytes, const std::string& name,
                     const std::function<void(const Error&)>& damaged);

// Calls f(line, its number) for each line of a run.
template <class F>
void for_each_line(std::string_view bytes, const LineRun& run, F f) {
  std::uint64_t number = run.line;
  for (std::uint64_t at = run.begin; at < run.end; ++number) {
    const std::size_t end = std::min<std::size_t>(bytes.find('\n', at), run.end);
    f(bytes.substr(at, end - at), number);
    at = end + 1;
  }
}

}  // namespace rapporteur::service
