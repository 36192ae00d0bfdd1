#include "sources.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

#include "rapporteur/copies/fingerprint.h"
#include "rapporteur/copies/grouper.h"

namespace rapporteur::resolve {
namespace {

using copies::Fingerprint;

struct Source {
  std::string_view group;
  std::string_view text;
  std::string_view stands_for;  // the group that it counts as
};

// Of different texts, sorted by group; those without a text stay by themselves.
void unite_copies(std::vector<Source>& sources, Fingerprints& known) {
  std::vector<std::size_t> with_text;
  std::vector<const Fingerprint*> pointers;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Fingerprint* fingerprint = known.of(sources[i].group, sources[i].text);
    if (fingerprint == nullptr) continue;
    with_text.push_back(i);
    pointers.push_back(fingerprint);
  }
  const std::vector<std::uint32_t> first = copies::Grouper::partition(pointers);
  for (std::size_t i = 0; i < with_text.size(); ++i) {
    sources[with_text[i]].stands_for = sources[with_text[first[i]]].group;
  }
}

constexpr std::size_t kMostKnown = 16'384;

}  // namespace

Fingerprints::Known* Fingerprints::find(std::string_view group, std::string_view text) {
  auto known = known_.find(group);
  if (known == known_.end()) {
    if (text.empty()) return nullptr;
    known = known_.emplace(std::string(group), Known{copies::fingerprint_of(text)}).first;
  }
  known->second.used = turn_;
  return &known->second;
}

const Fingerprint* Fingerprints::of(std::string_view group, std::string_view text) {
  const Known* known = find(group, text);
  return known == nullptr ? nullptr : &known->fingerprint;
}

std::optional<std::uint32_t> Fingerprints::bands_of(std::string_view group, std::string_view text) {
  Known* known = find(group, text);
  if (known == nullptr || !known->fingerprint.has_sketch()) return std::nullopt;
  if (!known->bands) {
    known->bands = static_cast<std::uint32_t>(bands_.size());
    bands_.push_back(known->fingerprint.bands);
  }
  return known->bands;
}

void Fingerprints::forget_bands() {
  bands_.clear();
  for (auto& [group, known] : known_) known.bands.reset();
}

void Fingerprints::make_room() {
  if (known_.size() > kMostKnown) {
    std::erase_if(known_, [this](const auto& entry) { return entry.second.used + 1 < turn_; });
  }
  if (known_.size() > 2 * kMostKnown) known_.clear();
  ++turn_;
}

std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members,
                                         Fingerprints& known) {
  std::vector<Source> sources;
  sources.reserve(members.size());
  for (const record::Member* m : members) sources.push_back({m->group, m->text, m->group});
  // Of members of one group one with a text comes first.
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
    return std::tuple(a.group, a.text.empty()) < std::tuple(b.group, b.text.empty());
  });
  const auto same = [](const Source& a, const Source& b) { return a.group == b.group; };
  sources.erase(std::unique(sources.begin(), sources.end(), same), sources.end());
  if (sources.size() > 1) unite_copies(sources, known);
  std::vector<std::string_view> out;
  out.reserve(members.size());
  for (const record::Member* m : members) {
    const auto at =
        std::lower_bound(sources.begin(), sources.end(), m->group,
                         [](const Source& s, const std::string& group) { return s.group < group; });
    out.push_back(at->stands_for);
  }
  return out;
}

}  // namespace rapporteur::resolve
