// A program of somebody else's, run beside this one within limits.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

struct ChildLimits {
  unsigned seconds = 20;             // of its processor time, and of waiting for it
  std::uint64_t memory = 1U << 30;   // bytes of address space
  std::uint64_t output = 64U << 20;  // bytes
};

// What the program `words[0]`, looked for in PATH and called without a shell, writes to its
// standard output with `input` as its standard input, which can be sought. It can write no file.
// Errors: unsupported (not installed); bad_data (it failed); too_large (a limit was exceeded); io.
// where is empty. Thread-safe.
Result<std::string> run_child(std::span<const char* const> words, std::string_view input,
                              const ChildLimits& limits);

}  // namespace rapporteur::source
