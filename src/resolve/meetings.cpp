#include "meetings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "meeting_rules.h"
#include "meeting_summary.h"

namespace rapporteur::resolve {
namespace {

struct Link {
  double doubt;       // 1 - the rule's score: the surest first
  std::int32_t days;  // the longer of the two dates: precise ones first
  std::size_t a;
  std::size_t b;
  const Rule* rule;
  friend bool operator<(const Link& x, const Link& y) {
    return std::tie(x.doubt, x.days, x.a, x.b) < std::tie(y.doubt, y.days, y.a, y.b);
  }
};
using Links = std::set<Link>;

// By all that they say but when the meeting was still to come.
struct ButForPlans {
  static auto key(const MeetingFeatures& f) {
    return std::tie(f.series, f.body, f.organ, f.ordinal, f.inferred, f.days, f.place, f.country,
                    f.kind, f.happened, f.parties, f.people);
  }
  bool operator()(const MeetingFeatures* a, const MeetingFeatures* b) const {
    return key(*a) < key(*b);
  }
};

constexpr std::int32_t kNoDays = 1000;  // longer than any date that is looked at

std::int32_t length_of(const MeetingFeatures& f) { return f.days ? f.days->length() : kNoDays; }

class Grouper {
 public:
  explicit Grouper(const std::vector<MeetingMember>& members)
      : members_(members),
        clusters_(std::vector<MeetingSummary>(members.begin(), members.end())),
        neighbours_(members.size()) {}

  Grouping run() {
    clusters_.decide(decisions(members_));
    join_alike();
    find_neighbours();
    link_by_rules();
    link_loose();
    Grouping out;
    for (std::size_t i = 0; i < members_.size(); ++i) out.root.push_back(clusters_.root(i));
    out.joins = clusters_.joins();
    return out;
  }

 private:
  static std::vector<Decision> decisions(const std::vector<MeetingMember>& members) {
    std::vector<const std::vector<record::Bond>*> bonds;
    bonds.reserve(members.size());
    for (const MeetingMember& m : members) bonds.push_back(&m.member.bonds);
    return decisions_of(bonds);
  }
  const MeetingFeatures& at(std::size_t i) const { return members_[i].features; }

  // Members whose features are all the same stand for each other: later steps look only at the
  // first of them, which keeps a thousand copies of one story from costing a million links. The
  // second such member of one report begins a row of its own.
  void join_alike() {
    std::map<const MeetingFeatures*, std::size_t, ButForPlans> number_of;
    std::map<std::pair<std::size_t, int>, std::size_t> first_of;
    std::map<std::pair<std::size_t, std::string_view>, int> times;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const MeetingFeatures& f = at(i);
      const bool says_enough = !is_loose(f) && !members_[i].member.blocks.empty();
      const std::size_t number = number_of.try_emplace(&f, number_of.size()).first->second;
      const int row = times[{number, members_[i].member.key.report}]++;
      const auto [first, is_new] = first_of.try_emplace({number, row}, i);
      if (!is_new && says_enough) link(kAlike, first->second, i);
      if (is_new || clusters_.root(first->second) != clusters_.root(i)) candidates_.push_back(i);
    }
  }

  void link(const Rule& rule, std::size_t a, std::size_t b) {
    clusters_.link(a, b, rule.name, rule.score, rule.tolerance);
  }
  void link_all(const Links& links) {
    for (const Link& l : links) link(*l.rule, l.a, l.b);
  }
  Link link_of(const Rule& rule, std::size_t a, std::size_t b) const {
    return {1 - rule.score, std::max(length_of(at(a)), length_of(at(b))), std::min(a, b),
            std::max(a, b), &rule};
  }

  // Whoever shares a block; no others are ever compared.
  void find_neighbours() {
    std::map<std::string_view, std::vector<std::pair<std::string_view, std::size_t>>> by_block;
    for (const std::size_t i : candidates_) {
      for (const std::string& block : members_[i].member.blocks) {
        by_block[record::whole_block(block)].emplace_back(record::part_of_block(block), i);
      }
    }
    for (const auto& [block, list] : by_block) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j) {
          const auto& [one, a] = list[i];
          const auto& [other, b] = list[j];
          if (!one.empty() && !other.empty() && one != other) continue;
          neighbours_[a].push_back(b);
          neighbours_[b].push_back(a);
        }
      }
    }
    for (std::vector<std::size_t>& list : neighbours_) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
  }

  void link_by_rules() {
    Links links;
    for (const std::size_t a : candidates_) {
      for (const std::size_t b : neighbours_[a]) {
        if (b < a) continue;
        if (const Rule* rule = rule_for(at(a), at(b))) links.insert(link_of(*rule, a, b));
      }
    }
    link_all(links);
  }

  // Coarse dates, the shorter ones first: all of one length decide on the same state of things,
  // then their links are made, then they are linked among themselves.
  void link_loose() {
    std::map<std::int32_t, std::set<std::size_t>> by_length;
    for (const std::size_t i : candidates_) {
      if (is_loose(at(i))) by_length[length_of(at(i))].insert(i);
    }
    std::vector<bool> settled(members_.size());
    for (const std::size_t i : candidates_) settled[i] = !is_loose(at(i));
    for (const auto& [length, loose] : by_length) {
      Links links;
      for (const std::size_t i : loose) {
        if (const auto only = only_meant(i, settled)) links.insert(link_of(kOnlyOne, i, *only));
      }
      link_all(links);
      link_all(among_themselves(loose));
      for (const std::size_t i : loose) settled[i] = true;
    }
  }

  // The one cluster among those that this member can mean.
  std::optional<std::size_t> only_meant(std::size_t i, const std::vector<bool>& wanted) {
    std::optional<std::size_t> only;
    for (const std::size_t j : neighbours_[i]) {
      if (!wanted[j] || !may_mean(at(i), at(j)) || !clusters_.may_link(i, j)) continue;
      if (only && clusters_.root(*only) != clusters_.root(j)) return std::nullopt;
      if (!only) only = j;
    }
    return only;
  }

  Links among_themselves(const std::set<std::size_t>& loose) {
    Links links;
    for (const std::size_t i : loose) {
      for (const std::size_t j : neighbours_[i]) {
        if (i < j && loose.contains(j) && may_mean(at(i), at(j)))
          links.insert(link_of(kBothLoose, i, j));
      }
    }
    return links;
  }

  const std::vector<MeetingMember>& members_;
  Clusters<MeetingSummary> clusters_;
  std::vector<std::size_t> candidates_;
  std::vector<std::vector<std::size_t>> neighbours_;  // of each, in order
};

}  // namespace

Grouping group_meetings(const std::vector<MeetingMember>& members) {
  return Grouper(members).run();
}

}  // namespace rapporteur::resolve
