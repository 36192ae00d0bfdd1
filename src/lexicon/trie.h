// A trie over words: phrases as paths of word numbers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur::lexicon {

// Word numbers; 0 is "no such word".
class Vocabulary {
 public:
  static std::uint64_t hash(std::string_view word);
  std::uint32_t add(std::string_view word);  // `word` must outlive *this
  [[nodiscard]] std::uint32_t find(std::string_view word, std::uint64_t hash) const {
    return slots_[slot_of(word, hash)].word;
  }
  // Ask for the memory that find() needs first, and, once that is there, for what it needs next.
  void expect_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[home_of(hash)]); }
  void expect_word(std::uint64_t hash) const {
    __builtin_prefetch(&words_[slots_[home_of(hash)].word]);
  }

 private:
  struct Slot {
    std::uint32_t word = 0;  // its number; 0: free
    std::uint32_t mark = 0;  // of its hash: another mark, another word
  };
  [[nodiscard]] std::size_t home_of(std::uint64_t hash) const { return hash & (slots_.size() - 1); }
  void grow();
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  std::vector<std::string_view> words_{std::string_view()};
  std::vector<Slot> slots_ = std::vector<Slot>(1U << 12U);
};

// Edges (node, word) -> node. Node 0 is the root.
class Trie {
 public:
  // REQUIRES: before finish().
  std::uint32_t add_edge(std::uint32_t node, std::uint32_t word);
  // Lays the edges out for child(): those of a node side by side, those of the root by word.
  void finish();
  // The child, or 0. REQUIRES: after finish().
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
  // Asks for the memory that child(0, word) needs.
  void expect_root(std::uint32_t word) const {
    if (word < of_root_.size()) __builtin_prefetch(&of_root_[word]);
  }
  // Asks for the memory that child(node, ...) needs first.
  void expect_children(std::uint32_t node) const { __builtin_prefetch(&begins_[node]); }
  [[nodiscard]] std::uint32_t nodes() const { return nodes_; }

 private:
  struct Edge {             // while they are added: by open addressing
    std::uint64_t key = 0;  // 0: empty
    std::uint32_t child = 0;
    [[nodiscard]] std::uint32_t node() const { return static_cast<std::uint32_t>(key >> 32U); }
    [[nodiscard]] std::uint32_t word() const { return static_cast<std::uint32_t>(key); }
  };
  struct Child {
    std::uint32_t word = 0;
    std::uint32_t node = 0;
  };
  void grow();
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
  std::vector<Edge> edges_ = std::vector<Edge>(1U << 14U);
  std::uint32_t nodes_ = 1;
  std::uint32_t used_ = 0;

  std::vector<std::uint32_t> of_root_;  // per word: the child, or 0
  std::vector<std::uint32_t> begins_;   // per node: of its `children_`; one more at the end
  std::vector<Child> children_;         // of each node sorted by word
};

}  // namespace rapporteur::lexicon
