#include "target.h"

#include <algorithm>
#include <optional>

#include "rapporteur/output/printable.h"

namespace rapporteur::http {

namespace {

constexpr std::size_t kLongest = 8 << 10;
constexpr std::size_t kMostParameters = 64;

Error bad(const char* message) { return {ErrorCode::bad_data, message, "address"}; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode(std::string_view words, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '+' && plus_is_space) {
      out += ' ';
      continue;
    }
    if (words[i] != '%') {
      out += words[i];
      continue;
    }
    if (i + 2 >= words.size()) return std::nullopt;
    const int high = digit_of(words[i + 1]);
    const int low = digit_of(words[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

Result<std::string> decode_checked(std::string_view words, bool plus_is_space) {
  std::optional<std::string> out = decode(words, plus_is_space);
  if (!out) return bad("a % without two hexadecimal digits");
  if (output::printable(*out) != *out) return bad("bytes that are no UTF-8, or control characters");
  return *std::move(out);
}

Result<void> add_segments(std::string_view path, Target& out) {
  out.folder = path.back() == '/';
  while (!path.empty()) {
    path.remove_prefix(1);  // the '/'
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view words = path.substr(0, end);
    path.remove_prefix(end);
    if (words.empty() && path.empty()) break;
    Result<std::string> segment = decode_checked(words, false);
    if (!segment) return segment.error();
    if (segment->empty()) return bad("two slashes in a row");
    if (*segment == "." || *segment == "..") return bad("a path that climbs");
    out.segments.push_back(*std::move(segment));
  }
  return {};
}

Result<void> add_parameters(std::string_view query, Target& out) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view words = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (words.empty()) continue;
    if (out.parameters.size() == kMostParameters) return bad("too many parameters");
    const std::size_t cut = std::min(words.find('='), words.size());
    Result<std::string> name = decode_checked(words.substr(0, cut), true);
    if (!name) return name.error();
    Result<std::string> value = decode_checked(words.substr(std::min(cut + 1, words.size())), true);
    if (!value) return value.error();
    out.parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return {};
}

}  // namespace

std::string Target::path() const {
  std::string out;
  for (const std::string& segment : segments) out += "/" + encode(segment);
  if (folder || out.empty()) out += "/";
  return out;
}

Result<Target> parse_target(std::string_view target) {
  if (target.size() > kLongest) {
    return Error{ErrorCode::too_large, "the address is longer than 8 KB", "address"};
  }
  if (target.empty() || target.front() != '/') return bad("an address starts with '/'");
  Target out;
  const std::size_t cut = std::min(target.find('?'), target.size());
  if (Result<void> r = add_segments(target.substr(0, cut), out); !r) return r.error();
  const std::string_view query = target.substr(std::min(cut + 1, target.size()));
  if (Result<void> r = add_parameters(query, out); !r) return r.error();
  return out;
}

std::string encode(std::string_view words) {
  static constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : words) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return out;
}

}  // namespace rapporteur::http
