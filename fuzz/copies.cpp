// Copies: texts, parted by U+001E, whose groups are sound whatever stands in them and in whatever
// order they come.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check.h"
#include "rapporteur/copies/comparison.h"
#include "rapporteur/copies/grouper.h"

namespace {

using rapporteur::copies::Comparison;
using rapporteur::copies::Fingerprint;
using rapporteur::copies::Grouper;
using rapporteur::copies::may_be_copies;

constexpr std::size_t kMost = 24;  // texts, so that each can be compared with each

std::vector<Fingerprint> fingerprints_of(std::string_view bytes) {
  std::vector<Fingerprint> out;
  while (out.size() < kMost) {
    const std::size_t end = std::min(bytes.find('\x1e'), bytes.size());
    out.push_back(rapporteur::copies::fingerprint_of(bytes.substr(0, end)));
    if (end == bytes.size()) break;
    bytes.remove_prefix(end + 1);
  }
  return out;
}

void check_pair(const Fingerprint& a, const Fingerprint& b) {
  const Comparison c = compare(a, b);
  FUZZ_CHECK(c == compare(b, a));
  FUZZ_CHECK(c.kept <= std::min(a.words.size(), b.words.size()));
  FUZZ_CHECK(c.containment >= 0 && c.containment <= 1);
  FUZZ_CHECK(c.kept_figures <= c.kept && c.kept_names <= c.kept);
  FUZZ_CHECK(may_be_copies(a.glance, b.glance) == may_be_copies(b.glance, a.glance));
}

// The groups as sets: of each text the smallest index of its group, in the order of `all`.
std::vector<std::uint32_t> groups_of(const std::vector<Fingerprint>& all, bool backwards) {
  std::vector<const Fingerprint*> pointers;
  pointers.reserve(all.size());
  for (const Fingerprint& f : all) pointers.push_back(&f);
  if (backwards) std::reverse(pointers.begin(), pointers.end());
  std::vector<std::uint32_t> first = Grouper::partition(pointers);
  FUZZ_CHECK(first.size() == all.size());
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    FUZZ_CHECK(first[i] <= i);
    FUZZ_CHECK(first[first[i]] == first[i]);
  }
  if (!backwards) return first;
  const auto last = static_cast<std::uint32_t>(all.size() - 1);
  std::vector<std::uint32_t> out(first.size());
  std::vector<std::uint32_t> smallest(first.size(), last);
  for (std::uint32_t i = 0; i <= last; ++i) {
    smallest[first[i]] = std::min(smallest[first[i]], last - i);
  }
  for (std::uint32_t i = 0; i <= last; ++i) out[last - i] = smallest[first[i]];
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<Fingerprint> all = fingerprints_of({reinterpret_cast<const char*>(data), size});
  for (const Fingerprint& a : all) {
    for (const Fingerprint& b : all) check_pair(a, b);
  }
  const std::vector<std::uint32_t> groups = groups_of(all, false);
  FUZZ_CHECK(groups == groups_of(all, true));
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const bool same = all[i].has_sketch() && all[i].words == all[k].words;
      if (same) FUZZ_CHECK(groups[i] == groups[k]);
    }
  }
  return 0;
}
