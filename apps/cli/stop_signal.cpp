#include "stop_signal.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <thread>

namespace rapporteur::cli {

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM};
constexpr std::chrono::milliseconds kLongestNap{100};

volatile std::sig_atomic_t g_has_come = 0;

extern "C" void note_signal(int) { g_has_come = 1; }

}  // namespace

StopSignal::StopSignal() {
  g_has_come = 0;
  struct sigaction action{};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one is not noted
  for (const int number : kSignals) ::sigaction(number, &action, nullptr);
}

StopSignal::~StopSignal() {
  for (const int number : kSignals) std::signal(number, SIG_DFL);
}

bool StopSignal::has_come() { return g_has_come != 0; }

void StopSignal::wait_until(std::chrono::steady_clock::time_point time) {
  using Clock = std::chrono::steady_clock;
  while (!has_come() && Clock::now() < time) {
    std::this_thread::sleep_until(std::min(time, Clock::now() + kLongestNap));
  }
}

}  // namespace rapporteur::cli
