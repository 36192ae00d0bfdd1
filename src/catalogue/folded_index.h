// From folded names to what bears them: a hash table that is built once and then only read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/catalogue/types.h"

namespace rapporteur::catalogue {

// Values are given out in the order in which they were added, each once per key.
class FoldedIndex {
 public:
  // Folds `name`; keeps a copy of it. Names that fold to nothing are left out.
  void add(std::string_view name, Index value);
  // REQUIRES: every add() was made before; find() afterwards only.
  void build();
  // Adds a whole group: a key that is folded already and comes only once; instead of build().
  void add_group(std::string_view folded, std::span<const Index> values);
  // REQUIRES: add_group() was used alone. Makes find() work.
  void build_groups();

  [[nodiscard]] std::span<const Index> find(std::string_view folded) const;
  // Asks for the memory that find() of a key with that hash needs first.
  void expect(std::size_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  static std::size_t hash_of(std::string_view folded);
  [[nodiscard]] bool empty() const { return groups_.empty(); }
  // Calls f(std::span<Index>) for each key with several values.
  template <class F>
  void for_each_tie(F f) {
    for (const Group& group : groups_) {
      if (group.count > 1) f(std::span<Index>(values_.data() + group.begin, group.count));
    }
  }

 private:
  struct Group {
    std::uint32_t key_begin = 0;
    std::uint32_t key_size = 0;
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };
  [[nodiscard]] std::string_view key_of(const Group& group) const {
    return std::string_view(keys_).substr(group.key_begin, group.key_size);
  }
  [[nodiscard]] std::size_t slot_of(std::string_view folded, std::size_t hash) const;

  struct Addition {
    std::uint32_t key_begin;
    std::uint32_t key_size;
    Index value;
    std::uint32_t group;
  };
  std::vector<Addition> additions_;
  std::string keys_;
  std::string scratch_;
  std::vector<Group> groups_;
  std::vector<Index> values_;
  struct Slot {
    std::uint32_t group = 0;  // its position + 1; 0: free
    std::uint32_t mark = 0;   // of its key: another mark, another key
  };
  std::vector<Slot> slots_;
};

}  // namespace rapporteur::catalogue
