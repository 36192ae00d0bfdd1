#include "rapporteur/store/evidence.h"

#include <charconv>
#include <cstdint>

namespace rapporteur::store {
namespace {

bool take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) return false;
  rest.remove_prefix(1);
  return true;
}

bool take(std::string_view& rest, std::uint32_t& number) {
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc()) return false;
  rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
  return true;
}

}  // namespace

std::string print_evidence(const std::vector<ByteSpan>& spans) {
  std::string out = "[";
  for (const ByteSpan span : spans) {
    if (out.size() > 1) out += ',';
    out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
  }
  return out + ']';
}

bool parse_evidence(std::string_view json, std::vector<ByteSpan>& out) {
  out.clear();
  if (!take(json, '[')) return false;
  if (take(json, ']')) return json.empty();
  do {
    ByteSpan span;
    if (!take(json, '[') || !take(json, span.begin) || !take(json, ',') || !take(json, span.end) ||
        !take(json, ']')) {
      return false;
    }
    out.push_back(span);
  } while (take(json, ','));
  return take(json, ']') && json.empty();
}

}  // namespace rapporteur::store
