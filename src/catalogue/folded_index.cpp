#include "folded_index.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::catalogue {

void FoldedIndex::add(std::string_view name, Index value) {
  fold_into(name, scratch_);
  if (scratch_.empty()) return;
  additions_.push_back({static_cast<std::uint32_t>(keys_.size()),
                        static_cast<std::uint32_t>(scratch_.size()), value, 0});
  keys_ += scratch_;
}

// Two passes without sorting: the first numbers the keys and counts their values, the second
// puts the values into place. A value that comes twice for a key is left out.
void FoldedIndex::build() {
  slots_.assign(std::bit_ceil(additions_.size() * 2 + 1), 0);
  for (Addition& addition : additions_) {
    const std::string_view key =
        std::string_view(keys_).substr(addition.key_begin, addition.key_size);
    std::uint32_t& slot = slots_[slot_of(key)];
    if (slot == 0) {
      groups_.push_back({addition.key_begin, addition.key_size, 0, 0});
      slot = static_cast<std::uint32_t>(groups_.size());
    }
    addition.group = slot - 1;
    ++groups_[addition.group].count;
  }
  std::uint32_t begin = 0;
  for (Group& group : groups_) {
    group.begin = begin;
    begin += std::exchange(group.count, 0);
  }
  values_.resize(begin);
  for (const Addition& addition : additions_) {
    Group& group = groups_[addition.group];
    const auto first = values_.begin() + group.begin;
    const auto last = first + group.count;
    if (std::find(first, last, addition.value) != last) continue;
    *last = addition.value;
    ++group.count;
  }
  additions_ = {};
}

void FoldedIndex::add_group(std::string_view folded, std::span<const Index> values) {
  groups_.push_back(
      {static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(folded.size()),
       static_cast<std::uint32_t>(values_.size()), static_cast<std::uint32_t>(values.size())});
  keys_ += folded;
  values_.insert(values_.end(), values.begin(), values.end());
}

void FoldedIndex::build_groups() {
  slots_.assign(std::bit_ceil(groups_.size() * 2 + 1), 0);
  for (std::uint32_t g = 0; g < groups_.size(); ++g) slots_[slot_of(key_of(groups_[g]))] = g + 1;
}

// The slot that holds the key, or the free one where it belongs.
std::size_t FoldedIndex::slot_of(std::string_view folded) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(folded)&mask;
  while (slots_[slot] != 0 && key_of(groups_[slots_[slot] - 1]) != folded) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::span<const Index> FoldedIndex::find(std::string_view folded) const {
  if (slots_.empty()) return {};
  const std::uint32_t group = slots_[slot_of(folded)];
  if (group == 0) return {};
  return {values_.data() + groups_[group - 1].begin, groups_[group - 1].count};
}

}  // namespace rapporteur::catalogue
