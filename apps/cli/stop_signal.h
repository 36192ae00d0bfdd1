// The wish to end: Ctrl-C, or what a service manager sends.
#pragma once

#include <chrono>

namespace rapporteur::cli {

// While one lives, SIGINT and SIGTERM are noted instead of ending the program; a second one ends it
// as ever. One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  [[nodiscard]] static bool has_come();
  // Waits for that time or the signal, whichever comes first.
  static void wait_until(std::chrono::steady_clock::time_point time);
};

}  // namespace rapporteur::cli
