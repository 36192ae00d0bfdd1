#include "alignment.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "hash.h"

namespace rapporteur::copies {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kMany = kNone - 1;  // occurs more than once

std::uint32_t key_at(const std::vector<Word>& words, std::size_t place) {
  return short_shingle_at(&words[place]);
}

}  // namespace

Aligner::Entry& Aligner::entry_of(std::uint32_t key) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = key & mask;
  while (table_[at].place != 0 && table_[at].key != key) at = (at + 1) & mask;
  return table_[at];
}

void Aligner::index(const std::vector<Word>& a) {
  const std::size_t shingles = shingles_of(a.size());
  table_.assign(std::bit_ceil(2 * shingles + 2), Entry{});
  partner_.assign(shingles, kNone);
  for (std::uint32_t i = 0; i < shingles; ++i) {
    const std::uint32_t key = key_at(a, i);
    Entry& entry = entry_of(key);
    if (entry.place == 0) {
      entry = {key, i + 1};
    } else {
      partner_[entry.place - 1] = kMany;
    }
  }
}

void Aligner::find_partners(const std::vector<Word>& b) {
  const std::size_t shingles = shingles_of(b.size());
  for (std::uint32_t j = 0; j < shingles; ++j) {
    const Entry& entry = entry_of(key_at(b, j));
    if (entry.place == 0) continue;
    std::uint32_t& partner = partner_[entry.place - 1];
    partner = partner == kNone ? j : kMany;
  }
  anchors_.clear();
  for (std::uint32_t i = 0; i < partner_.size(); ++i) {
    if (partner_[i] < kMany) anchors_.push_back({i, partner_[i]});
  }
}

// The longest chain of anchors that ascends in b too.
void Aligner::chain() {
  tails_.clear();
  previous_.assign(anchors_.size(), kNone);
  for (std::uint32_t i = 0; i < anchors_.size(); ++i) {
    auto at = tails_.end();
    if (!tails_.empty() && anchors_[tails_.back()].b > anchors_[i].b) {
      at = std::lower_bound(
          tails_.begin(), tails_.end(), anchors_[i].b,
          [this](std::uint32_t tail, std::uint32_t b) { return anchors_[tail].b < b; });
    }
    if (at != tails_.begin()) previous_[i] = *(at - 1);
    if (at == tails_.end()) {
      tails_.push_back(i);
    } else {
      *at = i;
    }
  }
  // Keeps the chain alone, in its order.
  std::uint32_t anchor = tails_.empty() ? kNone : tails_.back();
  for (std::size_t i = tails_.size(); i-- > 0;) {
    tails_[i] = anchor;
    anchor = previous_[anchor];
  }
}

void Aligner::grow(const std::vector<Word>& a, const std::vector<Word>& b) {
  blocks_.clear();
  std::uint32_t end_a = 0;
  std::uint32_t end_b = 0;
  for (const std::uint32_t tail : tails_) {
    Anchor at = anchors_[tail];
    if (at.a < end_a || at.b < end_b) continue;  // inside the last block
    std::uint32_t size = kShingle;
    while (at.a > end_a && at.b > end_b && a[at.a - 1] == b[at.b - 1]) {
      --at.a;
      --at.b;
      ++size;
    }
    while (at.a + size < a.size() && at.b + size < b.size() && a[at.a + size] == b[at.b + size]) {
      ++size;
    }
    blocks_.push_back({at.a, at.b, size});
    end_a = at.a + size;
    end_b = at.b + size;
  }
}

const std::vector<Block>& Aligner::align(const std::vector<Word>& a, const std::vector<Word>& b) {
  index(a);
  find_partners(b);
  chain();
  grow(a, b);
  return blocks_;
}

}  // namespace rapporteur::copies
