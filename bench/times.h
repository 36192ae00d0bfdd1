// How long something took: on the clock, and in computing time.
#pragma once

#include <ctime>

namespace rapporteur::bench {

// In seconds.
struct Times {
  double wall = 0;
  // Of all threads of this process, and of the system for it: other programs on the machine do not
  // lengthen it, and neither do disks.
  double cpu = 0;

  static Times now() { return {read(CLOCK_MONOTONIC), read(CLOCK_PROCESS_CPUTIME_ID)}; }
  Times& operator+=(Times t) { return wall += t.wall, cpu += t.cpu, *this; }
  friend Times operator-(Times a, Times b) { return {a.wall - b.wall, a.cpu - b.cpu}; }

 private:
  static double read(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  }
};

}  // namespace rapporteur::bench
