// The time that this process has computed, its own and the system's for it: other programs on the
// machine do not lengthen it, and neither do disks.
#pragma once

#include <ctime>

namespace rapporteur::bench {

inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace rapporteur::bench
