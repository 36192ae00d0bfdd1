// Parameters of a question, read and checked; what a question does not know is an error, not
// ignored, so that a filter that was misspelt never gives everything.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"
#include "rapporteur/text/offsets.h"
#include "target.h"

namespace rapporteur::http {

class Parameters {
 public:
  static constexpr std::size_t kLongestText = 1000;  // bytes

  // REQUIRES: `target` outlives *this.
  explicit Parameters(const Target& target) : target_(target) {}

  // Each gives its default where the parameter is not there. The first error sticks: ask error()
  // when all are read.
  std::string text(std::string_view name);
  std::string choice(std::string_view name, std::span<const std::string_view> choices);
  std::int64_t number(std::string_view name, std::int64_t if_none, std::int64_t least,
                      std::int64_t most);
  // "a,b,c", each one of `choices`.
  std::vector<std::string> choices(std::string_view name,
                                   std::span<const std::string_view> choices);
  // unit=utf8|utf16|codepoint; utf8 if none.
  text::OffsetUnit unit();
  // An opaque place in a list, as a former answer gave it: `parts` words.
  std::optional<std::vector<std::string>> cursor(std::size_t parts);

  // limit=1..500; 50 if none.
  std::size_t limit();

  // The first thing that was wrong, or a parameter that nobody asked for. bad_data; where =
  // "?name".
  [[nodiscard]] Result<void> check() const;

 private:
  const std::string* find(std::string_view name);
  void fail(std::string_view name, const std::string& message);

  const Target& target_;
  std::vector<std::string_view> known_;
  std::optional<Error> error_;
};

// What Parameters::cursor reads.
std::string cursor_of(std::span<const std::string> parts);
inline std::string cursor_of(std::initializer_list<std::string> parts) {
  return cursor_of(std::span(parts.begin(), parts.size()));
}

}  // namespace rapporteur::http
