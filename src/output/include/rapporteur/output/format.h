// Formats: values to bytes. One format of one subject is one file of formats/, found by the build.
//
//   const auto* format = find_format<subject::reading>("jsonl");
//   format->write(reading, options, out);
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
  void (*write)(const T& value, const Options& options, std::string& out);
  // What stands above the first value of a list (CSV: the names of its columns), given that
  // value; null where there is nothing.
  void (*header)(const T& first, const Options& options, std::string& out) = nullptr;
  // What stands before and after the values of a list, were there none; null where there is
  // nothing.
  void (*begin)(const Options& options, std::string& out) = nullptr;
  void (*end)(const Options& options, std::string& out) = nullptr;
};

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
