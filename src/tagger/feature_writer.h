// Writes the hashed features of a token, template by template.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "feature_hash.h"
#include "features.h"

namespace rapporteur::tagger {

inline Feature feature_of(std::uint32_t template_number, std::uint32_t value) {
  return mix(template_number, value);
}
inline Feature feature_of(std::uint32_t template_number, std::uint32_t a, std::uint32_t b) {
  return mix(mix(template_number, a), b);
}

// Makes features, each from a template number and what the template looks at. They are added to
// `features` and `groups` when the writer goes.
class FeatureWriter {
 public:
  static constexpr std::size_t kMost = 128;  // features of one token

  FeatureWriter(std::vector<Feature>& features, std::vector<FeatureGroup>* groups)
      : features_(features), groups_(groups) {}
  ~FeatureWriter() {
    close_group();
    features_.insert(features_.end(), written_.begin(),
                     written_.begin() + static_cast<std::ptrdiff_t>(count_));
  }
  FeatureWriter(const FeatureWriter&) = delete;
  FeatureWriter& operator=(const FeatureWriter&) = delete;

  void group(FeatureGroup group) {
    close_group();
    group_ = group;
  }
  void add(std::uint32_t value) { append(feature_of(template_++, value)); }
  void add(std::uint32_t a, std::uint32_t b) { append(feature_of(template_++, a, b)); }
  void add(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    append(mix(feature_of(template_++, a, b), c));
  }
  void skip_to(std::uint32_t template_number) { template_ = template_number; }

 private:
  void append(Feature feature) {
    assert(count_ < kMost);
    written_[count_++] = feature;
  }
  void close_group() {
    if (groups_ != nullptr) groups_->resize(features_.size() + count_, group_);
  }

  std::vector<Feature>& features_;
  std::vector<FeatureGroup>* groups_;
  std::array<Feature, kMost> written_;  // the first `count_`: on the stack, as features are many
  std::size_t count_ = 0;
  FeatureGroup group_ = FeatureGroup::word;
  std::uint32_t template_ = 1;
};

}  // namespace rapporteur::tagger
