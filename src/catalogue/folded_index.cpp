#include "folded_index.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::catalogue {

void FoldedIndex::add(std::string_view name, Index value) {
  fold_into(name, scratch_);
  if (scratch_.empty()) return;
  additions_.push_back({static_cast<std::uint32_t>(keys_.size()),
                        static_cast<std::uint32_t>(scratch_.size()), value});
  keys_ += scratch_;
}

void FoldedIndex::build() {
  const auto key = [this](const Addition& a) {
    return std::string_view(keys_).substr(a.key_begin, a.key_size);
  };
  std::stable_sort(additions_.begin(), additions_.end(),
                   [&](const Addition& a, const Addition& b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < additions_.size();) {
    const std::string_view name = key(additions_[i]);
    Group group{additions_[i].key_begin, additions_[i].key_size,
                static_cast<std::uint32_t>(values_.size()), 0};
    for (; i < additions_.size() && key(additions_[i]) == name; ++i) {
      const auto first = values_.begin() + group.begin;
      if (std::find(first, values_.end(), additions_[i].value) != values_.end()) continue;
      values_.push_back(additions_[i].value);
      ++group.count;
    }
    groups_.push_back(group);
  }
  additions_ = {};
  make_slots();
}

void FoldedIndex::add_group(std::string_view folded, std::span<const Index> values) {
  groups_.push_back(
      {static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(folded.size()),
       static_cast<std::uint32_t>(values_.size()), static_cast<std::uint32_t>(values.size())});
  keys_ += folded;
  values_.insert(values_.end(), values.begin(), values.end());
}

void FoldedIndex::make_slots() {
  slots_.assign(std::bit_ceil(groups_.size() * 2 + 1), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    std::size_t slot = std::hash<std::string_view>{}(key_of(groups_[g]))&mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = g + 1;
  }
}

std::span<const Index> FoldedIndex::find(std::string_view folded) const {
  if (slots_.empty()) return {};
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(folded)&mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Group& group = groups_[slots_[slot] - 1];
    if (key_of(group) == folded) return {values_.data() + group.begin, group.count};
  }
  return {};
}

}  // namespace rapporteur::catalogue
