// Lists as one parameter of a statement, so that much is asked at once: "... FROM json_each(?) AS
// x CROSS JOIN t ON t.id = CAST(x.value AS BIGINT)".
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::store {

// A JSON array.
std::string list_of(std::span<const std::int64_t> ids);
std::string list_of(std::span<const std::string> texts);

// Calls f with at most a few thousand of `all` at a time.
template <class T, class F>
void in_portions(const std::vector<T>& all, F f) {
  constexpr std::size_t kPortion = 4000;
  const std::span<const T> whole(all);
  for (std::size_t at = 0; at < whole.size(); at += kPortion) {
    f(list_of(whole.subspan(at, std::min(kPortion, whole.size() - at))));
  }
}

}  // namespace rapporteur::store
