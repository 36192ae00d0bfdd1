#include "trie.h"

#include <algorithm>
#include <numeric>

namespace rapporteur::lexicon {

namespace {

std::uint64_t mix(std::uint64_t x) {  // the finaliser of MurmurHash3
  x ^= x >> 33U;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33U;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33U);
}

// Of the bits that do not choose the slot.
std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

std::uint64_t Vocabulary::hash(std::string_view word) {  // FNV-1a
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(h);
}

// The slot that holds the word, or the free one where it belongs.
std::size_t Vocabulary::slot_of(std::string_view word, std::uint64_t hash) const {
  std::size_t at = home_of(hash);
  const auto holds = [&](const Slot& slot) {
    return slot.mark == mark_of(hash) && words_[slot.word] == word;
  };
  while (slots_[at].word != 0 && !holds(slots_[at])) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint32_t Vocabulary::add(std::string_view word) {
  if (words_.size() * 2 > slots_.size()) grow();
  const std::uint64_t h = hash(word);
  Slot& slot = slots_[slot_of(word, h)];
  if (slot.word == 0) {
    slot = {static_cast<std::uint32_t>(words_.size()), mark_of(h)};
    words_.push_back(word);
  }
  return slot.word;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::uint32_t i = 1; i < words_.size(); ++i) {
    const std::uint64_t h = hash(words_[i]);
    slots_[slot_of(words_[i], h)] = {i, mark_of(h)};
  }
}

std::size_t Trie::slot_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = mix(key) & mask;
  while (edges_[slot].key != 0 && edges_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t Trie::child(std::uint32_t node, std::uint32_t word) const {
  if (node == 0) return word < of_root_.size() ? of_root_[word] : 0;
  const auto last = children_.begin() + begins_[node + 1];
  const auto found = std::lower_bound(children_.begin() + begins_[node], last, word,
                                      [](const Child& c, std::uint32_t w) { return c.word < w; });
  return found != last && found->word == word ? found->node : 0;
}

void Trie::finish() {
  begins_.assign(nodes_ + 1, 0);
  for (const Edge& edge : edges_) {
    if (edge.key == 0) continue;
    if (edge.node() != 0) ++begins_[edge.node() + 1];
    if (edge.node() == 0 && of_root_.size() <= edge.word()) of_root_.resize(edge.word() + 1);
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  children_.resize(begins_.back());
  std::vector<std::uint32_t> next = begins_;
  for (const Edge& edge : edges_) {
    if (edge.key == 0) continue;
    if (edge.node() == 0) {
      of_root_[edge.word()] = edge.child;
    } else {
      children_[next[edge.node()]++] = {edge.word(), edge.child};
    }
  }
  for (std::uint32_t node = 0; node < nodes_; ++node) {
    if (begins_[node + 1] - begins_[node] < 2) continue;
    std::sort(children_.begin() + begins_[node], children_.begin() + begins_[node + 1],
              [](const Child& a, const Child& b) { return a.word < b.word; });
  }
  edges_ = {};
}

std::uint32_t Trie::add_edge(std::uint32_t node, std::uint32_t word) {
  if (used_ * 2 > edges_.size()) grow();
  const std::uint64_t key = (static_cast<std::uint64_t>(node) << 32U) | word;
  Edge& edge = edges_[slot_of(key)];
  if (edge.key == 0) {
    edge = {key, nodes_++};
    ++used_;
  }
  return edge.child;
}

void Trie::grow() {
  const std::vector<Edge> old = std::move(edges_);
  edges_.assign(old.size() * 2, {});
  for (const Edge& edge : old) {
    if (edge.key != 0) edges_[slot_of(edge.key)] = edge;
  }
}

}  // namespace rapporteur::lexicon
