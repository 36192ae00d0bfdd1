#include "cache.h"

namespace rapporteur::http {

namespace {

constexpr std::uint64_t kOverhead = 512;  // of an entry, about

}  // namespace

std::uint64_t Cache::generation() const {
  const std::lock_guard lock(mutex_);
  return generation_;
}

void Cache::turn() {
  const std::lock_guard lock(mutex_);
  ++generation_;
  entries_.clear();
  index_.clear();
  bytes_ = 0;
}

std::uint64_t Cache::size_of(const Entry& entry) {
  return 2 * entry.target.size() + entry.answer.body->size() + kOverhead;
}

std::optional<Answer> Cache::find(const std::string& target) {
  const std::lock_guard lock(mutex_);
  const auto found = index_.find(target);
  if (found == index_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void Cache::keep(const std::string& target, const Answer& answer, std::uint64_t made) {
  Entry entry{target, answer};
  const std::uint64_t size = size_of(entry);
  const std::lock_guard lock(mutex_);
  if (made != generation_ || index_.contains(target) || size > most_ / 4) return;
  entries_.push_front(std::move(entry));
  index_[target] = entries_.begin();
  bytes_ += size;
  while (bytes_ > most_) {
    bytes_ -= size_of(entries_.back());
    index_.erase(entries_.back().target);
    entries_.pop_back();
  }
}

}  // namespace rapporteur::http
