// A sequence model: weights of features for labels, and the decoder.
//
// Layout (little-endian, 16-aligned parts): "RAPTAG01"; u32 feature version, log2 of the slots,
// entries of word classes, kinds that are told apart (0: all); float scale; 12 bytes of 0; float
// transitions[kLabels][kLabels]; padding; word classes (u32 hash, u32 class), sorted; padding;
// slots x int8[kNamed] weights; slots x u16 marks. For where a feature
// lies see weights.h. The weight for "outside" is taken off all others, so that it is 0 and has
// no column.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features.h"
#include "rapporteur/base/result.h"
#include "sequence.h"
#include "weights.h"

namespace rapporteur::tagger {

// What a model found, and of which of its kinds.
struct Labelled {
  text::TokenRange tokens;
  Kind kind = 0;
  friend bool operator==(const Labelled&, const Labelled&) = default;
};

// Immutable, so shareable between threads; `bytes` must outlive it.
class Model {
 public:
  static constexpr std::size_t kAbreast = 4;  // labels that a processor takes at once
  // `name` is the model's, for errors: damaged (no such layout), unsupported (trained for features
  // of another version).
  static Result<Model> open(std::string_view bytes, std::string_view name, std::uint32_t version);

  [[nodiscard]] const WordClasses& classes() const { return classes_; }
  // What stands in `tokens`, which is one sentence, by the likeliest sequence of labels.
  // Cost: O(tokens), and O(features) for each that may be part of something.
  void decode(const TokenFeatures& features, text::TokenRange tokens,
              std::vector<Labelled>& found) const;

 private:
  void list_openings();
  using Scores = std::array<float, kLabels>;
  static constexpr float kNever = -1e30F;
  struct Step {  // of the decoder, at one word
    Step() {
      best.fill(kNever);
      from.fill(kOutside);
    }
    Scores best;
    std::array<SequenceLabel, kLabels> from;
  };
  static constexpr std::uint32_t kScoredTogether = 16;  // words whose features fit the near caches
  // Those of as many words or fewer; `shared`: what each has already.
  void score(const TokenFeatures& features, text::TokenRange tokens, const Sums* shared,
             Scores* scores) const;
  void sum_shared(const TokenFeatures& features, text::TokenRange sentence,
                  std::vector<Sums>& sums) const;
  [[nodiscard]] float transition(SequenceLabel before, SequenceLabel after) const {
    return transitions_[before * kLabels + after];
  }
  // As decode, for words of which any may be part of something.
  void decode_stretch(const TokenFeatures& features, text::TokenRange tokens, const Sums* shared,
                      std::vector<Labelled>& found) const;
  void open_anew(const Step& before, const Scores& scores, Step& step) const;
  void go_on(const Step& before, const Scores& scores, Step& step) const;
  static void read_back(const std::vector<Step>& steps, std::uint32_t first,
                        std::vector<Labelled>& found);

  const float* transitions_ = nullptr;
  Weights weights_;
  std::size_t named_ = kNamed;  // labels of the kinds that are told apart
  float scale_ = 0;

  // Two for each kind and "outside", as a multiple of that.
  static constexpr std::size_t kMostOpeners = (2 * kKinds + kAbreast) / kAbreast * kAbreast;
  std::vector<SequenceLabel> openers_, closers_;           // of the kinds that are told apart
  std::vector<std::array<float, kMostOpeners>> openings_;  // per closer: transitions to `openers_`
  WordClasses classes_;
};

// What training found, before it is made small.
struct TrainedFeature {
  Feature feature = 0;
  std::uint32_t count = 0;  // of its occurrences in training
  float weights[kNamed] = {};
};
// The bytes of a model for features of that version. Features are kept by weight and frequency, as
// many as three quarters of 2^log2_slots. `kinds`: those that are told apart, 0 for all.
std::string encode_model(std::vector<TrainedFeature> features, std::span<const float> transitions,
                         std::span<const WordClasses::Entry> classes, std::uint32_t log2_slots,
                         std::uint32_t version, std::uint32_t kinds = 0);

}  // namespace rapporteur::tagger
