#include "ranking.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>

#include "features.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::resolve {
namespace {

using record::Member;
using record::RankedValue;

// How the values of a property compare.
enum class Nature {
  wording,  // may differ without contradiction
  exact,    // one value; another contradicts it
  sort,     // what one calls talks is a reception to another, which contradicts nothing
  body,     // wordings with one key are equal; never contradicts (rules see to that)
  place,    // wordings with one key are equal
  date,     // EDTF
  person,   // spellings of one name are equal
  chair,    // a state or a person
  status,
  person_name,
};

struct Property {
  std::string_view name;
  Nature nature;
};
constexpr Property kProperties[] = {
    {"attendance", Nature::wording},  {"capacity", Nature::wording},   {"chair", Nature::chair},
    {"chair_person", Nature::person}, {"country", Nature::exact},      {"format", Nature::wording},
    {"host", Nature::exact},          {"inviter", Nature::wording},    {"kind", Nature::sort},
    {"mode", Nature::exact},          {"name", Nature::wording},       {"office", Nature::wording},
    {"offices", Nature::wording},     {"ordinal", Nature::exact},      {"organ", Nature::body},
    {"organisation", Nature::body},   {"person", Nature::person_name}, {"place", Nature::place},
    {"rescheduled_to", Nature::date}, {"state", Nature::exact},        {"status", Nature::status},
    {"venue", Nature::wording},       {"when", Nature::date},
};
// An event of a person, not a property of him or her.
constexpr std::string_view kOfTheMeeting[] = {"attendance", "capacity"};

constexpr double kSamePerson = 0.7;
constexpr std::int64_t kCoarseDays = 28;  // months and longer

const Property* find_property(std::string_view name) {
  for (const std::string_view other : kOfTheMeeting) {
    if (name == other) return nullptr;
  }
  for (const Property& p : kProperties) {
    if (p.name == name) return &p;
  }
  return nullptr;
}

// One value with all who state it.
struct Candidate {
  std::string value;
  std::vector<std::string_view> groups;  // sorted, once united
  std::vector<std::uint32_t> stated_by;  // ascending
  float confidence = 0;
  std::string_view latest;  // publication
  bool official = false;    // stated by whoever takes part
  bool counts = false;      // for a dispute: not only planned
  bool confirmed = false;   // by a person
};

template <class T>
std::vector<T> either_of(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

void absorb(Candidate& into, const Candidate& from) {
  into.groups = either_of(into.groups, from.groups);
  into.stated_by = either_of(into.stated_by, from.stated_by);
  into.confidence = std::max(into.confidence, from.confidence);
  into.latest = std::max(into.latest, from.latest);
  into.confirmed = into.confirmed || from.confirmed;
  into.official = into.official || from.official;
  into.counts = into.counts || from.counts;
}

// What a person has confirmed; then the more groups the better; then the longer, since it says
// more; then the alphabet.
bool is_better_wording(const Candidate& a, const Candidate& b) {
  return std::tuple(b.confirmed, b.groups.size(), b.value.size(), a.value) <
         std::tuple(a.confirmed, a.groups.size(), a.value.size(), b.value);
}

// Folds candidates that `same` says are equal into the best wording of each.
template <class Same>
std::vector<Candidate> unite(std::vector<Candidate> all, Same same) {
  std::sort(all.begin(), all.end(), is_better_wording);
  std::vector<Candidate> out;
  for (Candidate& c : all) {
    const auto twin = std::find_if(out.begin(), out.end(),
                                   [&](const Candidate& o) { return same(o.value, c.value); });
    if (twin == out.end()) {
      out.push_back(std::move(c));
    } else {
      absorb(*twin, c);
    }
  }
  return out;
}

// Of a date with an open end only the other end is known.
bool exclude_each_other(const std::string& a, const std::string& b) {
  const auto is_open = [](const std::string& v) { return time::length(v) == INT64_MAX; };
  if (is_open(a) || is_open(b)) return !time::overlap(a, b);
  return !time::contains(a, b) && !time::contains(b, a);
}

bool is_state_code(const std::string& v) {
  return v.size() == 2 && v[0] >= 'A' && v[0] <= 'Z' && v[1] >= 'A' && v[1] <= 'Z';
}

int status_tier(const std::string& v) { return v == "held" || v == "cancelled" ? 1 : 0; }

class Ranker {
 public:
  Ranker(const Property& property, const Knowledge& knowledge)
      : property_(property), knowledge_(knowledge) {}

  std::vector<RankedValue> run(std::vector<Candidate> candidates) const {
    candidates = united(std::move(candidates));
    if (property_.nature == Nature::date) credit_coarse(candidates);
    std::sort(candidates.begin(), candidates.end(),
              [this](const Candidate& a, const Candidate& b) { return is_better(a, b); });
    const bool disputed = is_disputed(candidates);
    std::vector<RankedValue> out;
    for (Candidate& c : candidates) {
      out.push_back({std::string(property_.name), std::move(c.value),
                     static_cast<int>(c.groups.size()), c.confidence, disputed,
                     std::move(c.stated_by)});
    }
    return out;
  }

 private:
  std::vector<Candidate> united(std::vector<Candidate> all) const {
    switch (property_.nature) {
      case Nature::wording:
        return unite(std::move(all), [](const std::string& a, const std::string& b) {
          return catalogue::fold(a) == catalogue::fold(b);
        });
      case Nature::body:
        return unite(std::move(all), [this](const std::string& a, const std::string& b) {
          return knowledge_.body_key(a) == knowledge_.body_key(b);
        });
      case Nature::place:
        return unite(std::move(all), [this](const std::string& a, const std::string& b) {
          return knowledge_.place_key(a) == knowledge_.place_key(b);
        });
      case Nature::person:
        return unite(std::move(all), [this](const std::string& a, const std::string& b) {
          return knowledge_.name_similarity(a, b) >= kSamePerson;
        });
      default:
        return all;
    }
  }

  // "in May" speaks for "21-22 May" as well.
  static void credit_coarse(std::vector<Candidate>& all) {
    std::vector<std::vector<std::string_view>> credited;
    for (const Candidate& c : all) {
      std::vector<std::string_view> groups = c.groups;
      for (const Candidate& o : all) {
        const bool is_coarser =
            time::length(o.value) >= kCoarseDays && time::length(o.value) > time::length(c.value);
        if (is_coarser && time::contains(o.value, c.value)) {
          groups = either_of(groups, o.groups);
        }
      }
      credited.push_back(std::move(groups));
    }
    for (std::size_t i = 0; i < all.size(); ++i) all[i].groups = std::move(credited[i]);
  }

  bool is_better(const Candidate& a, const Candidate& b) const {
    if (a.confirmed != b.confirmed) return a.confirmed;
    if (property_.nature == Nature::status) {
      return std::tuple(status_tier(b.value), b.latest, b.groups.size(), b.confidence, a.value) <
             std::tuple(status_tier(a.value), a.latest, a.groups.size(), a.confidence, b.value);
    }
    if (property_.nature == Nature::person_name) return is_better_wording(a, b);
    const std::int64_t days_a = property_.nature == Nature::date ? time::length(a.value) : 0;
    const std::int64_t days_b = property_.nature == Nature::date ? time::length(b.value) : 0;
    return std::tuple(b.groups.size(), days_a, b.official, b.latest, b.confidence, a.value) <
           std::tuple(a.groups.size(), days_b, a.official, a.latest, a.confidence, b.value);
  }

  // A person's word ends a dispute, unless people contradict each other. `all`: the confirmed ones
  // come first.
  bool is_disputed(const std::vector<Candidate>& all) const {
    const bool settled = !all.empty() && all.front().confirmed;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        if (settled && !all[j].confirmed) break;
        if (!all[i].counts || !all[j].counts) continue;
        if (exclude(all[i].value, all[j].value)) return true;
      }
    }
    return false;
  }

  // `a` and `b` are different.
  bool exclude(const std::string& a, const std::string& b) const {
    switch (property_.nature) {
      case Nature::exact:
      case Nature::place:
      case Nature::person:
        return true;
      case Nature::date:
        return exclude_each_other(a, b);
      case Nature::chair:
        if (is_state_code(a) != is_state_code(b)) return false;
        return is_state_code(a) || knowledge_.name_similarity(a, b) < kSamePerson;
      case Nature::status:
        return status_tier(a) == 1 && status_tier(b) == 1;
      default:
        return false;
    }
  }

  const Property& property_;
  const Knowledge& knowledge_;
};

void keep_once(std::vector<std::string_view>& groups) {
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

std::string_view status_of(const Member& m) {
  for (const record::Statement& s : m.statements) {
    if (s.property == "status") return s.value;
  }
  return {};
}

// Whose values may contradict each other. What was planned and came otherwise is a history; plans
// that were never carried out or put off may contradict each other.
std::vector<bool> witnesses_of(const std::vector<const Member*>& members) {
  std::vector<bool> out;
  bool any = false;
  bool put_off = false;
  for (const Member* m : members) {
    const std::string_view status = status_of(*m);
    const bool happened = status == "held" || status == "ongoing" || status == "cancelled";
    out.push_back(happened);
    any = any || happened;
    put_off = put_off || status == "postponed";
  }
  if (!any && !put_off) out.assign(members.size(), true);
  return out;
}

}  // namespace

bool is_ranked(std::string_view property) { return find_property(property) != nullptr; }

std::vector<RankedValue> rank_values(const std::vector<const Member*>& members,
                                     const std::vector<std::string_view>& sources,
                                     const Knowledge& knowledge) {
  std::map<std::string_view, std::map<std::string_view, Candidate>> by_property;
  const std::vector<bool> witnesses = witnesses_of(members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Member* m = members[i];
    for (const record::Statement& s : m->statements) {
      const Property* property = find_property(s.property);
      if (property == nullptr) continue;
      Candidate& c = by_property[property->name][s.value];
      if (c.value.empty()) c.value = s.value;
      c.groups.push_back(sources[i]);
      if (c.stated_by.empty() || c.stated_by.back() != i) {
        c.stated_by.push_back(static_cast<std::uint32_t>(i));
      }
      c.confidence = std::max(c.confidence, s.confidence);
      c.confirmed = c.confirmed || s.confirmed;
      c.latest = std::max<std::string_view>(c.latest, m->published);
      c.official = c.official || is_official(*m);
      c.counts = c.counts || witnesses[i] || property->nature == Nature::status;
    }
  }
  std::vector<RankedValue> out;
  for (const Property& property : kProperties) {
    const auto values = by_property.find(property.name);
    if (values == by_property.end()) continue;
    std::vector<Candidate> candidates;
    for (auto& [value, candidate] : values->second) {
      keep_once(candidate.groups);
      candidates.push_back(std::move(candidate));
    }
    for (RankedValue& v : Ranker(property, knowledge).run(std::move(candidates))) {
      out.push_back(std::move(v));
    }
  }
  return out;
}

}  // namespace rapporteur::resolve
