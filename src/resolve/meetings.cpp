#include "meetings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace rapporteur::resolve {
namespace {

// The values that the members of a cluster state for one property; empty: nobody says.
using Values = std::set<std::string>;

bool differ(const Values& a, const Values& b) {
  return !a.empty() && !b.empty() && (a.size() > 1 || b.size() > 1 || a != b);
}

bool share_one(const Values& a, const Values& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& v) { return b.contains(v); });
}

// What the members of a cluster say, so that "no member of one contradicts any of the other" can
// be read off: for single values, both sides agree on one; for dates, the latest first day of one
// side is not after the earliest last day of the other.
struct MeetingSummary {
  Values reports;
  Values series, bodies, organs, places, countries, kinds, parties;
  std::set<int> ordinals;
  std::set<std::set<std::string>> people;
  std::optional<DayRange> core;  // latest first day, earliest last day

  explicit MeetingSummary(const MeetingMember& m) {
    const MeetingFeatures& f = m.features;
    reports.insert(m.report);
    add(series, f.series);
    add(bodies, f.body);
    add(organs, f.organ);
    add(places, f.place);
    add(countries, f.country);
    add(kinds, f.kind);
    add(parties, f.parties);
    if (f.ordinal || f.inferred) ordinals.insert(f.ordinal ? *f.ordinal : *f.inferred);
    if (!f.people.empty()) people.insert(f.people);
    core = f.days;
  }

  void absorb(MeetingSummary&& o) {
    reports.merge(o.reports);
    series.merge(o.series);
    bodies.merge(o.bodies);
    organs.merge(o.organs);
    places.merge(o.places);
    countries.merge(o.countries);
    kinds.merge(o.kinds);
    parties.merge(o.parties);
    ordinals.merge(o.ordinals);
    people.merge(o.people);
    if (!core) {
      core = o.core;
    } else if (o.core) {
      core = DayRange{std::max(core->first, o.core->first), std::min(core->last, o.core->last)};
    }
  }

  bool contradicts(const MeetingSummary& o) const {
    if (share_one(reports, o.reports)) return true;
    if (differ(bodies, o.bodies) || differ(organs, o.organs) || differ(places, o.places) ||
        differ(countries, o.countries) || differ(kinds, o.kinds) || differ(parties, o.parties)) {
      return true;
    }
    const bool ordinals_differ =
        !ordinals.empty() && !o.ordinals.empty() && (ordinals.size() > 1 || ordinals != o.ordinals);
    if (ordinals_differ) return true;
    if (core && o.core && (core->first > o.core->last || o.core->first > core->last)) return true;
    return other_people(o);
  }

 private:
  static void add(Values& values, const std::string& v) {
    if (!v.empty()) values.insert(v);
  }
  // Talks of presidents and talks of ministers on one day are two meetings.
  bool other_people(const MeetingSummary& o) const {
    for (const auto& mine : people) {
      for (const auto& theirs : o.people) {
        if (!share_one(mine, theirs)) return true;
      }
    }
    return false;
  }
};

enum class Step { alike, dates, inferred_ordinal, place, parties, coarse };

struct Link {
  Step step;
  std::int32_t days;  // the longer of the two dates: precise ones first
  std::size_t a;
  std::size_t b;
  friend auto operator<=>(const Link&, const Link&) = default;
};

const char* rule_of(Step step) {
  switch (step) {
    case Step::alike:
      return "the same body or parties, dates and place";
    case Step::dates:
      return "series and overlapping dates";
    case Step::inferred_ordinal:
      return "series and inferred ordinal";
    case Step::place:
      return "body or organ, place and overlapping dates";
    case Step::parties:
      return "parties and overlapping dates";
    case Step::coarse:
      return "series and the only session in that time";
  }
  return "";
}

bool is_precise(const MeetingFeatures& f) { return f.days && f.days->length() <= kPreciseDays; }

class Grouper {
 public:
  explicit Grouper(const std::vector<MeetingMember>& members)
      : members_(members), clusters_(summaries_of(members)) {}

  Grouping run() {
    clusters_.decide(decisions(members_));
    join_sessions();
    join_alike();
    link_precise();
    link_coarse();
    Grouping out;
    for (std::size_t i = 0; i < members_.size(); ++i) out.root.push_back(clusters_.root(i));
    out.joins = clusters_.joins();
    return out;
  }

 private:
  static std::vector<MeetingSummary> summaries_of(const std::vector<MeetingMember>& members) {
    return {members.begin(), members.end()};
  }
  static std::vector<Decision> decisions(const std::vector<MeetingMember>& members) {
    std::vector<const std::vector<record::Bond>*> bonds;
    bonds.reserve(members.size());
    for (const MeetingMember& m : members) bonds.push_back(&m.bonds);
    return decisions_of(bonds);
  }
  const MeetingFeatures& at(std::size_t i) const { return members_[i].features; }

  // 1. One series, one stated ordinal. Of a report only its first member. There is more than one
  // such cluster only where a person has split them: the first that a member may join counts.
  void join_sessions() {
    std::map<std::pair<std::string, int>, std::vector<std::size_t>> firsts_of;
    std::set<std::tuple<std::string, int, std::string>> seen;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const MeetingFeatures& f = at(i);
      if (f.series.empty() || !f.ordinal) continue;
      if (!seen.emplace(f.series, *f.ordinal, members_[i].report).second) continue;
      clusters_.join_first(firsts_of[{f.series, *f.ordinal}], i, "series and ordinal");
    }
  }

  // Members whose features are all the same stand for each other: later steps look only at the
  // first of them, which keeps a thousand copies of one story from costing a million links. The
  // second such member of one report begins a row of its own.
  void join_alike() {
    std::map<std::pair<MeetingFeatures, int>, std::size_t> first_of;
    std::map<std::pair<MeetingFeatures, std::string>, int> times;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const int row = times[{at(i), members_[i].report}]++;
      const auto [first, is_new] = first_of.try_emplace({at(i), row}, i);
      if (!is_new && says_enough(at(i))) clusters_.link(first->second, i, rule_of(Step::alike));
      if (is_new || clusters_.root(first->second) != clusters_.root(i)) candidates_.push_back(i);
    }
  }

  // What has no block has nothing that a rule could link it by, not even to its like.
  static bool says_enough(const MeetingFeatures& f) { return !blocks_of(f).empty(); }

  // 2. Weak links between precise dates, and over inferred ordinals.
  void link_precise() {
    std::map<std::string, std::vector<std::size_t>> by_block;
    for (const std::size_t i : candidates_) {
      for (const std::string& block : blocks_of(at(i))) by_block[block].push_back(i);
    }
    std::set<Link> links;
    for (const auto& [block, list] : by_block) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j) propose(list[i], list[j], links);
      }
    }
    for (const Link& l : links) clusters_.link(l.a, l.b, rule_of(l.step));
  }

  void propose(std::size_t a, std::size_t b, std::set<Link>& links) const {
    const MeetingFeatures& f = at(a);
    const MeetingFeatures& g = at(b);
    const bool one_series = !f.series.empty() && f.series == g.series;
    if (one_series && infers_same_ordinal(f, g)) links.insert({Step::inferred_ordinal, 0, a, b});
    if (!is_precise(f) || !is_precise(g) || !f.days->overlaps(*g.days)) return;
    const std::int32_t days = std::max(f.days->length(), g.days->length());
    if (one_series) links.insert({Step::dates, days, a, b});
    const bool one_body = !f.body.empty() && f.body == g.body;
    const bool one_organ = !f.organ.empty() && f.organ == g.organ;
    if ((one_body || one_organ) && !f.place.empty() && f.place == g.place) {
      links.insert({Step::place, days, a, b});
    }
    if (!f.parties.empty() && f.parties == g.parties) links.insert({Step::parties, days, a, b});
  }

  static bool infers_same_ordinal(const MeetingFeatures& f, const MeetingFeatures& g) {
    const std::optional<int> a = f.ordinal ? f.ordinal : f.inferred;
    const std::optional<int> b = g.ordinal ? g.ordinal : g.inferred;
    return a && a == b && (!f.ordinal || !g.ordinal);
  }

  // 3. Coarse dates: all decide on the same state of things, then their links are made.
  void link_coarse() {
    std::map<std::string, std::vector<std::size_t>> precise;
    std::map<std::string, std::vector<std::size_t>> coarse;
    for (const std::size_t i : candidates_) {
      if (at(i).series.empty() || !at(i).days) continue;
      (is_precise(at(i)) ? precise : coarse)[at(i).series].push_back(i);
    }
    std::set<Link> links;
    for (const auto& [series, list] : coarse) {
      for (const std::size_t i : list) {
        if (const auto only = only_meant(i, precise[series])) {
          links.insert(
              {Step::coarse, at(i).days->length(), std::min(i, *only), std::max(i, *only)});
        }
      }
    }
    for (const Link& l : links) clusters_.link(l.a, l.b, rule_of(l.step));
    link_coarse_among_themselves(coarse);
  }

  // The one cluster among the precise members that this coarse one can mean.
  std::optional<std::size_t> only_meant(std::size_t coarse,
                                        const std::vector<std::size_t>& precise) {
    std::optional<std::size_t> only;
    for (const std::size_t p : precise) {
      if (!at(p).days->overlaps(*at(coarse).days) || !clusters_.may_link(coarse, p)) continue;
      if (only && clusters_.root(*only) != clusters_.root(p)) return std::nullopt;
      if (!only) only = p;
    }
    return only;
  }

  void link_coarse_among_themselves(const std::map<std::string, std::vector<std::size_t>>& coarse) {
    std::set<Link> links;
    for (const auto& [series, list] : coarse) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j) {
          const DayRange a = *at(list[i]).days;
          const DayRange b = *at(list[j]).days;
          if (!a.overlaps(b)) continue;
          links.insert({Step::dates, std::max(a.length(), b.length()), list[i], list[j]});
        }
      }
    }
    for (const Link& l : links) clusters_.link(l.a, l.b, rule_of(l.step));
  }

  const std::vector<MeetingMember>& members_;
  Clusters<MeetingSummary> clusters_;
  std::vector<std::size_t> candidates_;
};

}  // namespace

Grouping group_meetings(const std::vector<MeetingMember>& members) {
  return Grouper(members).run();
}

}  // namespace rapporteur::resolve
