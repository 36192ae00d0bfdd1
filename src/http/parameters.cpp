#include "parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "rapporteur/base/secret.h"
#include "rapporteur/base/word_list.h"

namespace rapporteur::http {

namespace {

constexpr char kBetweenParts = '\x1f';

std::string listed(std::span<const std::string_view> choices) {
  std::string out;
  for (const std::string_view choice : choices) {
    out += (out.empty() ? "" : ", ") + std::string(choice);
  }
  return out;
}

}  // namespace

const std::string* Parameters::find(std::string_view name) {
  known_.push_back(name);
  const std::string* out = nullptr;
  for (const auto& [its_name, value] : target_.parameters) {
    if (its_name != name) continue;
    if (out != nullptr) fail(name, "stands more than once");
    out = &value;
  }
  return out;
}

void Parameters::fail(std::string_view name, const std::string& message) {
  if (!error_) error_ = Error{ErrorCode::bad_data, message, "?" + std::string(name)};
}

std::string Parameters::text(std::string_view name) {
  const std::string* value = find(name);
  if (value == nullptr) return "";
  if (value->size() > kLongestText) fail(name, "is longer than 1000 bytes");
  return *value;
}

std::string Parameters::choice(std::string_view name, std::span<const std::string_view> choices) {
  const std::string* value = find(name);
  if (value == nullptr || value->empty()) return "";
  if (is_one_of(*value, choices)) return *value;
  fail(name, "must be one of " + listed(choices));
  return "";
}

std::int64_t Parameters::number(std::string_view name, std::int64_t if_none, std::int64_t least,
                                std::int64_t most) {
  const std::string* value = find(name);
  if (value == nullptr) return if_none;
  std::int64_t out = 0;
  const auto [end, failed] = std::from_chars(value->data(), value->data() + value->size(), out);
  if (failed == std::errc() && end == value->data() + value->size() && out >= least &&
      out <= most) {
    return out;
  }
  fail(name, "must be a number from " + std::to_string(least) + " to " + std::to_string(most));
  return if_none;
}

std::vector<std::string> Parameters::choices(std::string_view name,
                                             std::span<const std::string_view> choices) {
  const std::string* value = find(name);
  std::vector<std::string> out;
  if (value == nullptr) return out;
  std::string_view rest = *value;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!is_one_of(word, choices)) {
      fail(name, "must be some of " + listed(choices));
      return {};
    }
    if (std::find(out.begin(), out.end(), word) == out.end()) out.emplace_back(word);
  }
  return out;
}

text::OffsetUnit Parameters::unit() {
  static constexpr std::array<std::string_view, 3> kUnits = {"utf8", "utf16", "codepoint"};
  const std::string unit = choice("unit", kUnits);
  if (unit == "utf16") return text::OffsetUnit::utf16;
  return unit == "codepoint" ? text::OffsetUnit::codepoint : text::OffsetUnit::utf8;
}

std::optional<std::vector<std::string>> Parameters::cursor(std::size_t parts) {
  const std::string* value = find("cursor");
  if (value == nullptr || value->empty()) return std::nullopt;
  const std::optional<std::string> bytes = from_base64url(*value);
  std::vector<std::string> out;
  std::string_view rest = bytes ? std::string_view(*bytes) : std::string_view();
  for (bool more = bytes.has_value(); more;) {
    const std::size_t end = std::min(rest.find(kBetweenParts), rest.size());
    out.emplace_back(rest.substr(0, end));
    more = end < rest.size();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (out.size() == parts) return out;
  fail("cursor", "take it from `next` of the answer before");
  return std::nullopt;
}

std::size_t Parameters::limit() { return static_cast<std::size_t>(number("limit", 50, 1, 500)); }

Result<void> Parameters::check() const {
  if (error_) return *error_;
  for (const auto& [name, value] : target_.parameters) {
    if (!is_one_of(name, known_)) {
      return Error{ErrorCode::bad_data,
                   known_.empty() ? "takes no parameters" : "takes only " + listed(known_),
                   "?" + name};
    }
  }
  return {};
}

std::string cursor_of(std::span<const std::string> parts) {
  std::string bytes;
  for (const std::string& part : parts) {
    if (&part != parts.data()) bytes += kBetweenParts;
    bytes += part;
  }
  return to_base64url(bytes);
}

}  // namespace rapporteur::http
