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
                  const std::map<std::string_view, std::string_view>& texts) {
  std::vector<std::string_view> groups;
  std::vector<Fingerprint> fingerprints;
  for (const auto& [group, text] : texts) {
    groups.push_back(group);
    fingerprints.push_back(copies::fingerprint_of(text));
  }
  std::vector<const Fingerprint*> pointers;
  for (const Fingerprint& f : fingerprints) pointers.push_back(&f);
  const std::vector<std::uint32_t> first = copies::Grouper::partition(pointers);
  for (std::size_t i = 0; i < groups.size(); ++i) sources[groups[i]] = groups[first[i]];
}

}  // namespace

std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members) {
  std::map<std::string_view, std::string_view> texts;
  std::map<std::string_view, std::string_view> sources;
  for (const record::Member* m : members) {
    sources.emplace(m->group, m->group);
    if (!m->text.empty()) texts.emplace(m->group, m->text);
  }
  if (texts.size() > 1) unite_copies(sources, texts);
  std::vector<std::string_view> out;
  out.reserve(members.size());
  for (const record::Member* m : members) out.push_back(sources.at(m->group));
  return out;
}

}  // namespace rapporteur::resolve
