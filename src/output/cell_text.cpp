#include "cell_text.h"

#include <charconv>
#include <string_view>
#include <type_traits>

namespace rapporteur::output {

namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

// Without a locale, and the shortest that reads back as the same number.
template <class T>
std::string digits(T number) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
  return {buffer, end.ptr};
}

}  // namespace

std::string cell_text(const Row::Value& value) {
  return std::visit(
      [](const auto& v) -> std::string {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::nullptr_t>) {
          return "";
        } else if constexpr (std::is_same_v<T, bool>) {
          return v ? "true" : "false";
        } else if constexpr (std::is_arithmetic_v<T>) {
          return digits(v);
        } else if constexpr (std::is_same_v<T, std::string>) {
          return v;
        } else {
          return joined(v);
        }
      },
      value);
}

}  // namespace rapporteur::output
