#include "seniority.h"

#include <algorithm>
#include <array>

namespace rapporteur::service {

namespace {

using catalogue::OfficeLevel;

struct Rank {
  OfficeLevel level;
  const char* name;
  OfficeLevel of_deputy;  // of a deputy to such an office
};

// The most senior first.
constexpr auto kRanks = std::to_array<Rank>({
    {OfficeLevel::head_of_state, "head_of_state", OfficeLevel::deputy_head},
    {OfficeLevel::head_of_government, "head_of_government", OfficeLevel::deputy_head},
    {OfficeLevel::royal, "royal", OfficeLevel::royal},
    {OfficeLevel::deputy_head, "deputy_head", OfficeLevel::deputy_head},
    {OfficeLevel::minister, "minister", OfficeLevel::deputy_minister},
    {OfficeLevel::body_head, "body_head", OfficeLevel::body_official},
    {OfficeLevel::secretary, "secretary", OfficeLevel::official},
    {OfficeLevel::adviser, "adviser", OfficeLevel::official},
    {OfficeLevel::deputy_minister, "deputy_minister", OfficeLevel::deputy_minister},
    {OfficeLevel::parliament, "parliament", OfficeLevel::parliament},
    {OfficeLevel::judicial, "judicial", OfficeLevel::judicial},
    {OfficeLevel::military, "military", OfficeLevel::military},
    {OfficeLevel::party, "party", OfficeLevel::party},
    {OfficeLevel::regional, "regional", OfficeLevel::regional},
    {OfficeLevel::religious, "religious", OfficeLevel::religious},
    {OfficeLevel::ambassador, "ambassador", OfficeLevel::official},
    {OfficeLevel::envoy, "envoy", OfficeLevel::official},
    {OfficeLevel::body_official, "body_official", OfficeLevel::body_official},
    {OfficeLevel::official, "official", OfficeLevel::official},
    {OfficeLevel::spokesperson, "spokesperson", OfficeLevel::spokesperson},
});

std::size_t rank_of(OfficeLevel level) {
  const auto at = std::find_if(kRanks.begin(), kRanks.end(),
                               [level](const Rank& rank) { return rank.level == level; });
  return static_cast<std::size_t>(at - kRanks.begin());
}

// Of one office as office_key() writes it: "deputy minister:foreign_affairs".
std::size_t rank_of(std::string_view key, const catalogue::Catalogue& catalogue) {
  key = key.substr(0, key.find(':'));
  bool is_deputy = false;
  catalogue::Index office = catalogue.find_office(key);
  for (std::size_t cut = key.find(' '); office == catalogue::npos && cut != key.npos;
       cut = key.find(' ')) {
    is_deputy = true;
    key.remove_prefix(cut + 1);
    office = catalogue.find_office(key);
  }
  if (office == catalogue::npos) return kRanks.size();
  const std::size_t rank = rank_of(catalogue.offices()[office].level);
  if (!is_deputy || rank == kRanks.size()) return rank;
  return rank_of(kRanks[rank].of_deputy);
}

}  // namespace

std::size_t seniority_rank(std::string_view offices, const catalogue::Catalogue& catalogue) {
  const std::string keys = catalogue.office_key(offices);
  std::size_t best = kRanks.size();
  for (std::size_t at = 0; at < keys.size();) {
    const std::size_t end = std::min(keys.find('+', at), keys.size());
    best = std::min(best, rank_of(std::string_view(keys).substr(at, end - at), catalogue));
    at = end + 1;
  }
  return best == kRanks.size() ? kNoRank : best;
}

std::string seniority_of(std::string_view offices, const catalogue::Catalogue& catalogue) {
  const std::size_t rank = seniority_rank(offices, catalogue);
  return rank == kNoRank ? "" : kRanks[rank].name;
}

}  // namespace rapporteur::service
