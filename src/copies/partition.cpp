// Which texts are connected by links: bands propose pairs, comparisons decide.
#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_set>

#include "judge.h"
#include "rapporteur/copies/grouper.h"

namespace rapporteur::copies {
namespace {

// A band that more texts share than this is one of a form letter.
constexpr std::size_t kCrowd = 128;
constexpr std::size_t kNeighbours = 24;

struct InBand {
  std::uint32_t key;
  std::uint32_t text;  // by its place in the order of digests
  friend auto operator<=>(const InBand&, const InBand&) = default;
};

class Partition {
 public:
  explicit Partition(const std::vector<const Fingerprint*>& all) : all_(all) {
    parents_.resize(all.size());
    std::iota(parents_.begin(), parents_.end(), 0U);
  }

  std::vector<std::uint32_t> run() {
    unite_equal();
    look_at_texts();
    for (std::size_t band = 0; band < kBands; ++band) link_band(band);
    std::vector<std::uint32_t> out;
    out.reserve(all_.size());
    for (std::uint32_t i = 0; i < all_.size(); ++i) out.push_back(root(i));
    return out;
  }

 private:
  std::uint32_t root(std::uint32_t i) {
    while (parents_[i] != i) {
      parents_[i] = parents_[parents_[i]];
      i = parents_[i];
    }
    return i;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

  // Orders the texts by what stands in them, so that nothing later depends on their numbers.
  void unite_equal() {
    std::vector<std::uint32_t> order(all_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tuple(all_[a]->digest, all_[a]->words.size(), a) <
             std::tuple(all_[b]->digest, all_[b]->words.size(), b);
    });
    for (const std::uint32_t i : order) {
      if (all_[i]->words.empty()) continue;
      if (!texts_.empty() && all_[texts_.back()]->words == all_[i]->words) {
        unite(texts_.back(), i);
      } else {
        texts_.push_back(i);
      }
    }
  }

  const Fingerprint& text(std::uint32_t t) const { return *all_[texts_[t]]; }

  // What the bands ask for lies together: the fingerprints themselves are all over memory.
  void look_at_texts() {
    for (std::uint32_t t = 0; t < texts_.size(); ++t) {
      const Fingerprint& f = text(t);
      glances_.push_back(f.glance);
      if (f.has_sketch()) sketched_.push_back(t);
    }
    bands_.resize(kBands * sketched_.size());
    for (std::size_t i = 0; i < sketched_.size(); ++i) {
      const Fingerprint& f = text(sketched_[i]);
      for (std::size_t band = 0; band < kBands; ++band) {
        in_band(band)[i] = {f.bands[band], sketched_[i]};
      }
    }
  }
  std::span<InBand> in_band(std::size_t band) {
    return std::span(bands_).subspan(band * sketched_.size(), sketched_.size());
  }

  void link_band(std::size_t band) {
    const std::span<InBand> entries = in_band(band);
    std::sort(entries.begin(), entries.end());
    std::vector<std::uint32_t> alike;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      alike.push_back(entries[i].text);
      if (i + 1 < entries.size() && entries[i + 1].key == entries[i].key) continue;
      if (alike.size() > 1) link(alike, band % text(0).facts.size());
      alike.clear();
    }
  }

  // The texts of one key.
  void link(std::vector<std::uint32_t>& texts, std::size_t way) {
    std::size_t reach = texts.size();
    if (texts.size() > kCrowd) {
      // Copies stay side by side, for they have their names and figures in common.
      std::stable_sort(texts.begin(), texts.end(), [&](std::uint32_t a, std::uint32_t b) {
        return text(a).facts[way] < text(b).facts[way];
      });
      reach = kNeighbours;
    }
    for (std::size_t i = 1; i < texts.size(); ++i) {
      for (std::size_t j = i - std::min(i, reach); j < i; ++j) try_pair(texts[j], texts[i]);
    }
  }

  void try_pair(std::uint32_t a, std::uint32_t b) {
    if (!may_be_copies(glances_[a], glances_[b]) || root(texts_[a]) == root(texts_[b])) return;
    const std::uint64_t pair = std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
    if (!tried_.insert(pair).second) return;
    if (are_copies(judge_.compare(text(a), text(b)))) unite(texts_[a], texts_[b]);
  }

  const std::vector<const Fingerprint*>& all_;
  std::vector<std::uint32_t> parents_;
  std::vector<std::uint32_t> texts_;     // one of each, by digest
  std::vector<std::uint32_t> sketched_;  // of those the ones that are in bands
  std::vector<InBand> bands_;            // one band after the other
  std::vector<Glance> glances_;          // of each of texts_
  std::unordered_set<std::uint64_t> tried_;
  Judge judge_;
};

}  // namespace

std::vector<std::uint32_t> Grouper::partition(const std::vector<const Fingerprint*>& fingerprints) {
  return Partition(fingerprints).run();
}

}  // namespace rapporteur::copies
