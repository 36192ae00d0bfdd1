// Clusters of members, and the two ways in which they grow.
//
// join() is for strong keys: it joins whatever the members say. link() is for weak ones: it joins
// only if no member of one cluster contradicts any member of the other. What a cluster's members
// say is kept as a summary, so that a link costs no more than comparing two summaries.
//
// What people have decided comes before both: decide() joins what they merged, and keeps apart what
// they split, whatever the rules say.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "decisions.h"

namespace rapporteur::resolve {

struct Join {  // members by index; a < b
  std::size_t a = 0;
  std::size_t b = 0;
  std::string rule;
  double score = 0;  // 0..1: how much the rule can be relied on
};

// Summary needs: void absorb(Summary&&); bool contradicts(const Summary&, Tolerance...) const,
// where what a rule tolerates is whatever the caller hands through.
template <class Summary>
class Clusters {
 public:
  explicit Clusters(std::vector<Summary> members) : summaries_(std::move(members)) {
    parents_.resize(summaries_.size());
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }

  // Before anything else is joined. The first decision counts where two contradict each other.
  void decide(const std::vector<Decision>& decisions) {
    if (!decisions.empty()) sides_.resize(summaries_.size());
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const Decision& d = decisions[i];
      for (const std::size_t m : d.ones) join(d.ones.front(), m, d.rule, 1);
      for (const std::size_t m : d.ones) stand(m, {i, 0}, d.others);
      for (const std::size_t m : d.others) stand(m, {i, 1}, d.ones);
    }
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

  template <class... Tolerance>
  bool may_link(std::size_t a, std::size_t b, Tolerance... tolerance) {
    return root(a) == root(b) ||
           (may_join(a, b) && !summary(a).contradicts(summary(b), tolerance...));
  }
  // Whether nobody has said that they are different.
  bool may_join(std::size_t a, std::size_t b) {
    if (sides_.empty()) return true;
    for (const Side& s : sides_[root(a)]) {
      for (const Side& t : sides_[root(b)]) {
        if (s.first == t.first && s.second != t.second) return false;
      }
    }
    return true;
  }
  void join(std::size_t a, std::size_t b, std::string rule, double score) {
    std::size_t into = root(a);
    std::size_t from = root(b);
    if (into == from || !may_join(a, b)) return;
    if (from < into) std::swap(into, from);
    parents_[from] = into;
    summaries_[into].absorb(std::move(summaries_[from]));
    if (!sides_.empty()) {
      std::vector<Side>& sides = sides_[into];
      sides.insert(sides.end(), sides_[from].begin(), sides_[from].end());
      std::sort(sides.begin(), sides.end());
      sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    }
    joins_.push_back({std::min(a, b), std::max(a, b), std::move(rule), score});
  }
  // Joins `member` with the first of `firsts` that it may be joined with; without one it is a
  // further first itself.
  void join_first(std::vector<std::size_t>& firsts, std::size_t member, const char* rule,
                  double score) {
    for (const std::size_t first : firsts) {
      if (may_join(first, member)) return join(first, member, rule, score);
    }
    firsts.push_back(member);
  }
  template <class... Tolerance>
  void link(std::size_t a, std::size_t b, const std::string& rule, double score,
            Tolerance... tolerance) {
    if (may_link(a, b, tolerance...)) join(a, b, rule, score);
  }

  const std::vector<Join>& joins() const { return joins_; }

 private:
  using Side = std::pair<std::size_t, int>;  // of which split, and which of its sides

  // Unless an earlier decision has joined it with somebody of the other side.
  void stand(std::size_t member, Side side, const std::vector<std::size_t>& opposite) {
    const bool is_joined = std::any_of(opposite.begin(), opposite.end(),
                                       [&](std::size_t o) { return root(o) == root(member); });
    std::vector<Side>& sides = sides_[root(member)];
    if (is_joined || std::find(sides.begin(), sides.end(), side) != sides.end()) return;
    sides.push_back(side);
  }

  std::vector<std::size_t> parents_;
  std::vector<Summary> summaries_;
  std::vector<Join> joins_;
  std::vector<std::vector<Side>>
      sides_;  // of each cluster, at its root; empty: nothing was decided
};

}  // namespace rapporteur::resolve
