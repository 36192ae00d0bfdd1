#include "people.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace rapporteur::resolve {
namespace {

constexpr double kSamePerson = 0.7;
constexpr double kUnplaced = 0.75;  // how sure a name without a state leads to somebody

using Values = std::set<std::string>;

bool differ(const Values& a, const Values& b) {
  return !a.empty() && !b.empty() && (a.size() > 1 || b.size() > 1 || a != b);
}

struct PersonSummary {
  Values names, states, organisations;
  NameTable* table = nullptr;

  PersonSummary(const PersonMember& m, NameTable* t) : names{m.name}, table(t) {
    if (!m.features.state.empty()) states.insert(m.features.state);
    if (!m.features.organisation.empty()) organisations.insert(m.features.organisation);
  }
  void absorb(PersonSummary&& o) {
    names.merge(o.names);
    states.merge(o.states);
    organisations.merge(o.organisations);
  }
  bool contradicts(const PersonSummary& o) const {
    if (differ(states, o.states)) return true;
    // A state's servant may speak for an organisation; two organisations make two people.
    if (states.empty() && o.states.empty() && differ(organisations, o.organisations)) return true;
    for (const std::string& a : names) {
      for (const std::string& b : o.names) {
        if (table->similarity(a, b) < kSamePerson) return true;
      }
    }
    return false;
  }
};

struct Link {
  double distance;
  std::size_t a;
  std::size_t b;
  friend auto operator<=>(const Link&, const Link&) = default;
};

class Grouper {
 public:
  Grouper(const std::vector<PersonMember>& members, const Knowledge& knowledge)
      : members_(members), names_(knowledge), clusters_(summaries()) {}

  Grouping run() {
    clusters_.decide(decisions(members_));
    join_equal();
    std::map<std::string_view, std::vector<std::size_t>> by_key;
    for (const std::size_t i : forms_) {
      for (const std::string& block : members_[i].member->blocks) {
        by_key[record::whole_block(block)].push_back(i);
      }
    }
    std::set<Link> links;
    for (const auto& [key, forms] : by_key) propose(forms, links);
    // 2. Similar names that are known to be of one state or organisation.
    for (const Link& l : links) {
      clusters_.link(l.a, l.b, "similar name, state or organisation", 1 - l.distance);
    }
    for (const auto& [key, forms] : by_key) link_unplaced(forms);
    Grouping out;
    for (std::size_t i = 0; i < members_.size(); ++i) out.root.push_back(clusters_.root(i));
    out.joins = clusters_.joins();
    return out;
  }

 private:
  static std::vector<Decision> decisions(const std::vector<PersonMember>& members) {
    std::vector<const std::vector<record::Bond>*> bonds;
    bonds.reserve(members.size());
    for (const PersonMember& m : members) bonds.push_back(&m.member->bonds);
    return decisions_of(bonds);
  }
  std::vector<PersonSummary> summaries() {
    std::vector<PersonSummary> out;
    out.reserve(members_.size());
    for (const PersonMember& m : members_) out.emplace_back(m, &names_);
    return out;
  }

  // 1. One name and one state, or without a state one organisation. Names that say neither stand
  // for each other as well: in one block nothing tells them apart.
  void join_equal() {
    std::unordered_map<std::string, std::vector<std::size_t>> firsts_of;
    std::unordered_map<std::string, std::size_t> first_of_form;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      PersonForm own = form_of(members_[i].features, members_[i].name);
      clusters_.join_first(firsts_of[std::move(own.key)], i, kEqualName, kEqualNameScore);
      const auto [form, is_new] = first_of_form.try_emplace(std::move(own.form), i);
      // One whom a person has split off has a form of his or her own.
      if (is_new || clusters_.root(form->second) != clusters_.root(i)) forms_.push_back(i);
    }
  }

  void propose(const std::vector<std::size_t>& forms, std::set<Link>& links) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      for (std::size_t j = i + 1; j < forms.size(); ++j) {
        if (!same_side(forms[i], forms[j])) continue;
        const double s = names_.similarity(members_[forms[i]].name, members_[forms[j]].name);
        if (s >= kSamePerson) links.insert({1 - s, forms[i], forms[j]});
      }
    }
  }

  // 3. Names that lack the state which others have: where only one person can be meant.
  void link_unplaced(const std::vector<std::size_t>& forms) {
    std::vector<std::pair<std::size_t, std::size_t>> decided;
    for (const std::size_t i : forms) {
      if (!clusters_.summary(i).states.empty()) continue;
      if (const auto only = only_meant(i, forms)) decided.emplace_back(i, *only);
    }
    for (const auto& [a, b] : decided) {
      clusters_.link(a, b, "similar name, nobody else of that name", kUnplaced);
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
      for (std::size_t j = i + 1; j < forms.size(); ++j) {
        if (!clusters_.summary(forms[i]).states.empty()) continue;
        if (!clusters_.summary(forms[j]).states.empty()) continue;
        clusters_.link(forms[i], forms[j], "similar name", kUnplaced);
      }
    }
  }

  std::optional<std::size_t> only_meant(std::size_t i, const std::vector<std::size_t>& forms) {
    std::optional<std::size_t> only;
    for (const std::size_t j : forms) {
      if (clusters_.summary(j).states.empty() || !clusters_.may_link(i, j)) continue;
      if (only && clusters_.root(*only) != clusters_.root(j)) return std::nullopt;
      if (!only) only = j;
    }
    return only;
  }

  bool same_side(std::size_t a, std::size_t b) const {
    const PersonFeatures& f = members_[a].features;
    const PersonFeatures& g = members_[b].features;
    if (!f.state.empty() || !g.state.empty()) return f.state == g.state;
    return !f.organisation.empty() && f.organisation == g.organisation;
  }

  const std::vector<PersonMember>& members_;
  NameTable names_;
  Clusters<PersonSummary> clusters_;
  std::vector<std::size_t> forms_;
};

}  // namespace

PersonForm form_of(const PersonFeatures& f, std::string_view name) {
  constexpr std::string_view kAnyOrganisation = "*";
  PersonForm out;
  out.key = f.name + '\n' + f.state + '\n';
  out.form = out.key + f.organisation + '\n';
  out.form += name;
  out.key += f.state.empty() ? f.organisation : kAnyOrganisation;
  return out;
}

double NameTable::similarity(const std::string& a, const std::string& b) {
  if (a == b) return 1;
  const auto key = a < b ? std::pair(a, b) : std::pair(b, a);
  const auto [entry, is_new] = known_.try_emplace(key, 0.0);
  if (is_new) entry->second = knowledge_.name_similarity(key.first, key.second);
  return entry->second;
}

bool may_link(const PersonMember& p, const PersonMember& q, NameTable& names) {
  const PersonFeatures& f = p.features;
  const PersonFeatures& g = q.features;
  if (!f.state.empty() && !g.state.empty() && f.state != g.state) return false;
  return f.name == g.name || names.similarity(p.name, q.name) >= kSamePerson;
}

Grouping group_people(const std::vector<PersonMember>& members, const Knowledge& knowledge) {
  return Grouper(members, knowledge).run();
}

}  // namespace rapporteur::resolve
