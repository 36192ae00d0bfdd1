// Writes the hashed features of a token, template by template.
#pragma once

#include <cstdint>
#include <vector>

#include "feature_hash.h"
#include "features.h"

namespace rapporteur::tagger {

// Appends features, each from a template number and what the template looks at.
class FeatureWriter {
 public:
  FeatureWriter(std::vector<Feature>& features, std::vector<FeatureGroup>* groups)
      : features_(features), groups_(groups) {}

  void group(FeatureGroup group) { group_ = group; }
  void add(std::uint32_t value) { append(mix(template_++, value)); }
  void add(std::uint32_t a, std::uint32_t b) { append(mix(mix(template_++, a), b)); }
  void add(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    append(mix(mix(mix(template_++, a), b), c));
  }
  void skip_to(std::uint32_t template_number) { template_ = template_number; }

 private:
  void append(Feature feature) {
    features_.push_back(feature);
    if (groups_ != nullptr) groups_->push_back(group_);
  }

  std::vector<Feature>& features_;
  std::vector<FeatureGroup>* groups_;
  FeatureGroup group_ = FeatureGroup::word;
  std::uint32_t template_ = 1;
};

}  // namespace rapporteur::tagger
