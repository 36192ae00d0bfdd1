#include "folded_index.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::catalogue {

namespace {

// Of the bits that do not choose the slot.
std::uint32_t mark_of(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

std::size_t FoldedIndex::hash_of(std::string_view folded) {
  return std::hash<std::string_view>{}(folded);
}

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
  slots_.assign(std::bit_ceil(additions_.size() * 2 + 1), {});
  for (Addition& addition : additions_) {
    const std::string_view key =
        std::string_view(keys_).substr(addition.key_begin, addition.key_size);
    const std::size_t hash = hash_of(key);
    Slot& slot = slots_[slot_of(key, hash)];
    if (slot.group == 0) {
      groups_.push_back({addition.key_begin, addition.key_size, 0, 0});
      slot = {static_cast<std::uint32_t>(groups_.size()), mark_of(hash)};
    }
    addition.group = slot.group - 1;
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
  slots_.assign(std::bit_ceil(groups_.size() * 2 + 1), {});
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    const std::size_t hash = hash_of(key_of(groups_[g]));
    slots_[slot_of(key_of(groups_[g]), hash)] = {g + 1, mark_of(hash)};
  }
}

// The slot that holds the key, or the free one where it belongs.
std::size_t FoldedIndex::slot_of(std::string_view folded, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  const auto holds = [&](const Slot& slot) {
    return slot.mark == mark_of(hash) && key_of(groups_[slot.group - 1]) == folded;
  };
  while (slots_[at].group != 0 && !holds(slots_[at])) at = (at + 1) & mask;
  return at;
}

std::span<const Index> FoldedIndex::find(std::string_view folded) const {
  if (slots_.empty()) return {};
  const std::uint32_t group = slots_[slot_of(folded, hash_of(folded))].group;
  if (group == 0) return {};
  return {values_.data() + groups_[group - 1].begin, groups_[group - 1].count};
}

}  // namespace rapporteur::catalogue
