// The fields of one line of an exported register.
#pragma once

#include <simdjson.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"

namespace rapporteur::service {

// The first that is not as it should be is remembered.
class Fields {
 public:
  explicit Fields(simdjson::dom::element root) : root_(root) {}
  [[nodiscard]] const std::string& fault() const { return fault_; }

  std::string text(const char* name) {  // null: ""
    std::string_view out;
    const std::optional<simdjson::dom::element> value = find(name);
    if (value && value->get(out) != simdjson::SUCCESS) complain(name);
    return std::string(out);
  }
  std::int64_t integer(const char* name) {
    std::int64_t out = 0;
    const std::optional<simdjson::dom::element> value = find(name);
    if (!value || value->get(out) != simdjson::SUCCESS || out < 0) complain(name);
    return out;
  }
  float number(const char* name) {
    double out = 0;
    const std::optional<simdjson::dom::element> value = find(name);
    if (value && value->get(out) != simdjson::SUCCESS) complain(name);
    return static_cast<float>(out);
  }
  std::vector<std::string> list(const char* name) {
    std::vector<std::string> out;
    simdjson::dom::array entries;
    const std::optional<simdjson::dom::element> value = find(name);
    if (!value || value->get(entries) != simdjson::SUCCESS) {
      complain(name);
      return out;
    }
    for (const simdjson::dom::element entry : entries) {
      std::string_view text;
      if (entry.get(text) != simdjson::SUCCESS) complain(name);
      out.emplace_back(text);
    }
    return out;
  }
  // "16-47"
  std::vector<ByteSpan> spans(const char* name) {
    std::vector<ByteSpan> out;
    for (const std::string& words : list(name)) {
      ByteSpan& span = out.emplace_back();
      const char* const end = words.data() + words.size();
      const auto [dash, first] = std::from_chars(words.data(), end, span.begin);
      const bool begins = first == std::errc() && dash != end && *dash == '-';
      const auto [rest, last] =
          begins ? std::from_chars(dash + 1, end, span.end) : std::from_chars_result{dash, first};
      if (!begins || last != std::errc() || rest != end) complain(name);
    }
    return out;
  }

 private:
  std::optional<simdjson::dom::element> find(const char* name) {
    simdjson::dom::element out;
    if (root_[name].get(out) != simdjson::SUCCESS) {
      complain(name);
      return std::nullopt;
    }
    return out.is_null() ? std::nullopt : std::optional(out);
  }
  void complain(const char* name) {
    if (fault_.empty()) fault_ = "'" + std::string(name) + "' is missing or of another type";
  }

  simdjson::dom::element root_;
  std::string fault_;
};

}  // namespace rapporteur::service
