#include "standings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "features.h"
#include "people.h"
#include "ranking.h"

namespace rapporteur::resolve {
namespace {

using record::Growth;
using record::Member;

constexpr std::size_t kMostKept = 40'000;    // about 1 KB each
constexpr std::size_t kMostBands = 300'000;  // 128 bytes each

// What is said of people and ranked by how many say so.
constexpr std::string_view kCounted[] = {"office", "offices", "organisation", "person", "state"};

bool can_be_counted(const record::RankedValue& v) {
  return !v.disputed &&
         std::find(std::begin(kCounted), std::end(kCounted), v.property) != std::end(kCounted);
}

bool share_a_band(const Bands& a, const Bands& b) {
  bool any = false;
  for (std::size_t i = 0; i < a.size(); ++i) any |= a[i] == b[i];
  return any;
}

PersonForm form_of(const Member& m) {
  return resolve::form_of(decode_person(m.features), name_of(m));
}

}  // namespace

void Standings::keep(const record::Entity& entity, const std::vector<const Member*>& members,
                     Fingerprints& known) {
  if (!std::all_of(entity.values.begin(), entity.values.end(), can_be_counted)) return;
  Standing standing;
  standing.used = turn_;
  std::map<std::string, const Member*> first_of;
  std::set<std::string> seen;
  std::set<std::string_view> groups;
  for (const Member* m : members) {
    if (!m->bonds.empty()) return;
    PersonForm own = form_of(*m);
    const Member* first = first_of.try_emplace(std::move(own.key), m).first->second;
    if (seen.insert(own.form).second) {
      standing.forms.push_back({std::move(own.form), m->key, first->key});
    }
    if (!groups.insert(m->group).second) continue;
    if (known.of(m->group, m->text) == nullptr) return;
    if (const auto number = known.bands_of(m->group, m->text)) standing.texts.push_back(*number);
  }
  for (const record::RankedValue& v : entity.values) {
    const bool is_next = !standing.values.empty() && standing.values.back().property == v.property;
    const int rank = is_next ? standing.values.back().rank + 1 : 0;
    standing.values.push_back({v.property, v.value, rank, v.support, v.confidence});
  }
  forget(entity.id);
  const auto at = standings_.emplace(entity.id, std::move(standing)).first;
  for (const Form& form : at->second.forms) {
    place_of_[form.name] = {&at->first, &at->second, &form};
  }
}

void Standings::forget(const std::string& entity) {
  const auto standing = standings_.find(entity);
  if (standing == standings_.end()) return;
  for (const Form& form : standing->second.forms) place_of_.erase(form.name);
  standings_.erase(standing);
}

const Standings::Place* Standings::place_of(const Member& m) const {
  if (m.kind != record::EntityKind::person || m.text.empty()) return nullptr;
  const auto place = place_of_.find(form_of(m).form);
  if (place == place_of_.end() || m.key < place->second.form->smallest) return nullptr;
  return &place->second;
}

// False: one of them may be a copy.
bool Standings::add_texts(std::span<const Member* const> more, const Newcomers& newcomers,
                          Fingerprints& known, std::vector<std::uint32_t>& texts) {
  std::set<std::string_view> groups;
  for (const auto& [place, form] : newcomers) {
    const Member& m = *more[place];
    if (!groups.insert(m.group).second) continue;
    const auto number = known.bands_of(m.group, m.text);
    if (!number) return false;
    const Bands& own = known.bands(*number);
    const auto may_be_copy = [&](std::uint32_t t) { return share_a_band(own, known.bands(t)); };
    if (std::any_of(texts.begin(), texts.end(), may_be_copy)) return false;
    texts.push_back(*number);
  }
  return true;
}

// False: there is something new, or two values have come to be as good as each other.
bool Standings::count(std::span<const Member* const> more, const Newcomers& newcomers,
                      std::vector<Value>& values) {
  std::map<std::string_view, std::set<Value*>> stated_by;  // by group
  for (const auto& [place, form] : newcomers) {
    const Member& m = *more[place];
    for (const record::Statement& s : m.statements) {
      if (!is_ranked(s.property)) continue;
      const auto value = std::find_if(values.begin(), values.end(), [&](const Value& v) {
        return v.value == s.value && v.property == s.property;
      });
      if (value == values.end() || s.confirmed) return false;
      value->confidence = std::max(value->confidence, s.confidence);
      stated_by[m.group].insert(&*value);
    }
  }
  for (const auto& [group, stated] : stated_by) {
    for (Value* v : stated) {
      ++v->support;
      v->has_grown = true;
    }
  }
  return std::adjacent_find(values.begin(), values.end(), [](const Value& a, const Value& b) {
           const bool any = a.has_grown || b.has_grown;
           return any && a.property == b.property && a.support <= b.support;
         }) == values.end();
}

std::vector<Growth> Standings::grow(std::span<const Member* const> more, Fingerprints& known) {
  std::map<std::string_view, std::pair<const Place*, Newcomers>> by_entity;
  for (std::size_t i = 0; i < more.size(); ++i) {
    const Place* place = place_of(*more[i]);
    if (place == nullptr) continue;
    auto& [standing, newcomers] = by_entity[*place->entity];
    standing = place;
    newcomers.emplace_back(i, place->form);
  }
  std::vector<Growth> out;
  for (const auto& [entity, those] : by_entity) {
    const auto& [place, newcomers] = those;
    Standing& standing = *place->standing;
    standing.used = turn_;
    std::vector<Value> values = standing.values;
    const std::size_t texts = standing.texts.size();
    if (!count(more, newcomers, values) || !add_texts(more, newcomers, known, standing.texts)) {
      standing.texts.resize(texts);
      continue;
    }
    Growth& growth = out.emplace_back();
    growth.entity = entity;
    growth.rule = kEqualName;
    growth.score = kEqualNameScore;
    for (const auto& [at, form] : newcomers) growth.newcomers.push_back({at, form->first});
    for (Value& v : values) {
      if (v.has_grown) growth.counts.push_back({v.property, v.rank, v.support, v.confidence});
      v.has_grown = false;
    }
    standing.values = std::move(values);
  }
  return out;
}

void Standings::make_room(Fingerprints& known) {
  ++turn_;
  if (known.bands_kept() > kMostBands) {
    standings_.clear();
    place_of_.clear();
    known.forget_bands();
  }
  if (standings_.size() <= kMostKept) return;
  std::vector<unsigned> used;
  for (const auto& [entity, standing] : standings_) used.push_back(standing.used);
  const auto middle = used.begin() + static_cast<std::ptrdiff_t>(used.size() / 2);
  std::nth_element(used.begin(), middle, used.end());
  std::vector<std::string> old;
  for (const auto& [entity, standing] : standings_) {
    if (standing.used <= *middle) old.push_back(entity);
  }
  for (const std::string& entity : old) forget(entity);
}

}  // namespace rapporteur::resolve
