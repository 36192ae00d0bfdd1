// Formats: values to bytes. One format of one subject is one file of formats/, found by the build.
//
//   const auto* format = find_format<subject::reading>("jsonl");
//   format->begin(options, out);
//   for (...) format->write(reading, options, out);
//   format->end(options, out);
//
// Bytes are appended to a string that the caller empties, so that lists of any length stream.
// All functions are pure: no clock, no locale, no state; equal values give equal bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

struct Options {
  bool mentions = false;  // readings: also what is named anywhere in the text
};

template <class T>
struct Format {
  std::string_view name;     // what --format takes: "jsonl", "text", "csv", "markdown"
  std::string_view summary;  // one line for --help
  // What stands before the first value (CSV: the header row), each value, and after the last.
  void (*begin)(const Options& options, std::string& out);
  void (*write)(const T& value, const Options& options, std::string& out);
  void (*end)(const Options& options, std::string& out);
};

// For begin or end where there is nothing to say.
inline void nothing(const Options&, std::string&) {}

// All formats of a subject, sorted by name.
template <class T>
std::span<const Format<T>* const> formats_of();

// The format of that name, or nullptr.
template <class T>
const Format<T>* find_format(std::string_view name) {
  for (const Format<T>* format : formats_of<T>()) {
    if (format->name == name) return format;
  }
  return nullptr;
}

}  // namespace rapporteur::output
