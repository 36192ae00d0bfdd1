#include "sources.h"

#include <cstdint>
#include <map>

#include "rapporteur/copies/fingerprint.h"
#include "rapporteur/copies/grouper.h"

namespace rapporteur::resolve {
namespace {

using copies::Fingerprint;

// Of different texts, sorted by group, the group that each counts as.
void unite_copies(std::map<std::string_view, std::string_view>& sources,
                  const std::map<std::string_view, std::string_view>& texts, Fingerprints& known) {
  std::vector<std::string_view> groups;
  std::vector<const Fingerprint*> pointers;
  for (const auto& [group, text] : texts) {
    groups.push_back(group);
    pointers.push_back(&known.of(group, text));
  }
  const std::vector<std::uint32_t> first = copies::Grouper::partition(pointers);
  for (std::size_t i = 0; i < groups.size(); ++i) sources[groups[i]] = groups[first[i]];
}

constexpr std::size_t kMostKnown = 8192;

}  // namespace

const Fingerprint& Fingerprints::of(std::string_view group, std::string_view text) {
  const auto known = known_.find(group);
  if (known != known_.end()) return known->second;
  return known_.emplace(std::string(group), copies::fingerprint_of(text)).first->second;
}

void Fingerprints::make_room() {
  if (known_.size() > kMostKnown) known_.clear();
}

std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members,
                                         Fingerprints& known) {
  std::map<std::string_view, std::string_view> texts;
  std::map<std::string_view, std::string_view> sources;
  for (const record::Member* m : members) {
    sources.emplace(m->group, m->group);
    if (!m->text.empty() || known.knows(m->group)) texts.emplace(m->group, m->text);
  }
  if (texts.size() > 1) unite_copies(sources, texts, known);
  std::vector<std::string_view> out;
  out.reserve(members.size());
  for (const record::Member* m : members) out.push_back(sources.at(m->group));
  return out;
}

}  // namespace rapporteur::resolve
