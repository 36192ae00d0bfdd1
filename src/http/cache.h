// Answers that were given before, as long as the register has not changed since.
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "exchange.h"

namespace rapporteur::http {

// Thread-safe. Holds at most so many bytes; what was not asked for longest goes first.
class Cache {
 public:
  explicit Cache(std::uint64_t most_bytes) : most_(most_bytes) {}

  // The state of the register that answers belong to.
  [[nodiscard]] std::uint64_t generation() const;
  // The register has changed: forgets all.
  void turn();

  [[nodiscard]] std::optional<Answer> find(const std::string& target);
  // Keeps an answer that was made when generation() was `made`; nothing if it has turned since.
  void keep(const std::string& target, const Answer& answer, std::uint64_t made);

 private:
  struct Entry {
    std::string target;
    Answer answer;
  };
  static std::uint64_t size_of(const Entry& entry);

  const std::uint64_t most_;
  mutable std::mutex mutex_;
  std::uint64_t generation_ = 0;
  std::uint64_t bytes_ = 0;
  std::list<Entry> entries_;  // the latest first
  std::unordered_map<std::string, std::list<Entry>::iterator> index_;
};

}  // namespace rapporteur::http
