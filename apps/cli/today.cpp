#include "today.h"

#include <array>
#include <ctime>

namespace rapporteur::cli {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  ::gmtime_r(&now, &day);
  std::array<char, 16> out{};
  return {out.data(), std::strftime(out.data(), out.size(), "%Y-%m-%d", &day)};
}

}  // namespace rapporteur::cli
