// Memory for one report's worth of work, given back all at once.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>

namespace rapporteur {

// Not thread-safe. Pointers into it live until reset().
class Arena {
 public:
  explicit Arena(std::size_t first_block = 64 * 1024) : resource_(first_block) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  std::pmr::memory_resource* resource() { return &resource_; }

  // A copy of `text` that lives as long as the arena's current content.
  std::string_view copy(std::string_view text);

  void reset() { resource_.release(); }

 private:
  std::pmr::monotonic_buffer_resource resource_;
};

// What a thread reuses from report to report; each layer passes it on openly.
struct Scratch {
  Arena arena;
  void reset() { arena.reset(); }
};

}  // namespace rapporteur
