// Which ids were met; bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_set>

namespace rapporteur::source {

// Keeps 64-bit hashes of the first kMost ids; past that it forgets to warn, never wrongly warns
// but once in some 2^40 ids.
class SeenIds {
 public:
  static constexpr std::size_t kMost = 2'000'000;

  // False if `id` was added before.
  bool add(std::string_view id) {
    const std::uint64_t hash = std::hash<std::string_view>{}(id);
    if (hashes_.size() >= kMost) return !hashes_.contains(hash);
    return hashes_.insert(hash).second;
  }

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

}  // namespace rapporteur::source
