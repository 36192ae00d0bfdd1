// Clusters of members, and the two ways in which they grow.
//
// join() is for strong keys: it joins whatever the members say. link() is for weak ones: it joins
// only if no member of one cluster contradicts any member of the other. What a cluster's members
// say is kept as a summary, so that a link costs no more than comparing two summaries.
#pragma once

#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::resolve {

struct Join {  // members by index; a < b
  std::size_t a = 0;
  std::size_t b = 0;
  std::string rule;
};

// Summary needs: void absorb(Summary&&); bool contradicts(const Summary&) const.
template <class Summary>
class Clusters {
 public:
  explicit Clusters(std::vector<Summary> members) : summaries_(std::move(members)) {
    parents_.resize(summaries_.size());
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }

  // The cluster's smallest member.
  std::size_t root(std::size_t member) {
    while (parents_[member] != member) {
      parents_[member] = parents_[parents_[member]];
      member = parents_[member];
    }
    return member;
  }
  const Summary& summary(std::size_t member) { return summaries_[root(member)]; }

  bool may_link(std::size_t a, std::size_t b) {
    return root(a) == root(b) || !summary(a).contradicts(summary(b));
  }
  void join(std::size_t a, std::size_t b, std::string rule) {
    std::size_t into = root(a);
    std::size_t from = root(b);
    if (into == from) return;
    if (from < into) std::swap(into, from);
    parents_[from] = into;
    summaries_[into].absorb(std::move(summaries_[from]));
    joins_.push_back({std::min(a, b), std::max(a, b), std::move(rule)});
  }
  void link(std::size_t a, std::size_t b, const std::string& rule) {
    if (may_link(a, b)) join(a, b, rule);
  }

  const std::vector<Join>& joins() const { return joins_; }

 private:
  std::vector<std::size_t> parents_;
  std::vector<Summary> summaries_;
  std::vector<Join> joins_;
};

}  // namespace rapporteur::resolve
