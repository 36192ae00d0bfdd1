#include "frame.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rapporteur::http {

namespace {

constexpr std::size_t kMostHeaders = 100;

std::optional<std::uint64_t> length_of(const Request& request) {
  const std::string_view words = request.header("Content-Length");
  std::uint64_t out = 0;
  const auto [end, failed] = std::from_chars(words.data(), words.data() + words.size(), out);
  if (failed != std::errc() || end != words.data() + words.size()) return std::nullopt;
  return out;
}

}  // namespace

Result<void> check_frame(const Request& request, std::uint64_t most) {
  const auto bad = [](std::string message) {
    return Error{ErrorCode::bad_data, std::move(message), ""};
  };
  if (request.headers.size() > kMostHeaders) return bad("too many headers");
  if (request.count("Transfer-Encoding") > 0) {
    return bad("send the body with Content-Length, not in chunks");
  }
  const std::size_t lengths = request.count("Content-Length");
  if (lengths > 1 || request.count("Host") > 1) return bad("a header that may stand once is twice");
  if (lengths == 0) return {};
  const std::optional<std::uint64_t> length = length_of(request);
  if (!length) return bad("Content-Length is no number");
  if (*length > most) {
    return Error{ErrorCode::too_large,
                 "the request is larger than " + std::to_string(most) + " bytes", ""};
  }
  return {};
}

}  // namespace rapporteur::http
