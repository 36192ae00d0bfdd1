#include "crf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace rapporteur::train {

namespace {

using tagger::FeatureGroup;
using tagger::kLabels;
using tagger::SequenceLabel;
using Row = std::array<float, kLabels>;
using Square = std::array<Row, kLabels>;

constexpr float kTiny = 1e-3F;  // gradients below it change nothing

class Trainer {
 public:
  Trainer(const TrainingSet& set, const TrainingOptions& options, std::uint64_t seed)
      : set_(set),
        options_(options),
        random_(seed),
        weights_(set.table.size() * kLabels),
        squares_(set.table.size() * kLabels),
        transitions_(kLabels * kLabels),
        transition_squares_(kLabels * kLabels) {}

  double epoch();
  // Adds the weights of now to the sum that take() makes the mean of.
  void sample();
  Weights take();

 private:
  double learn(std::uint32_t sentence);
  void choose_features(std::uint32_t begin, std::uint32_t end);
  void score(std::uint32_t begin, std::uint32_t end);
  // Fills the marginals of labels and moves for paths within `allowed`; returns log Z,
  // or NaN if there is none.
  double marginals(std::uint32_t begin, std::uint32_t end, bool within, std::vector<Row>& of_label,
                   Square& of_move);
  void step(float& weight, float& square, float gradient) const {
    square += gradient * gradient;
    weight -= options_.rate * gradient / std::sqrt(square + 1e-6F);
  }

  const TrainingSet& set_;
  const TrainingOptions& options_;
  std::mt19937_64 random_;
  std::vector<float> weights_, squares_, transitions_, transition_squares_;
  Weights sum_;
  int samples_ = 0;
  std::vector<std::uint32_t> order_;
  // Of the sentence being learned:
  std::vector<std::uint32_t> features_;  // those not dropped
  std::vector<std::uint32_t> starts_;
  std::vector<Row> scores_, alpha_, beta_, free_, bound_;
  Square moves_{};
};

double Trainer::epoch() {
  if (order_.empty()) {
    order_.resize(set_.sentences.size() - 1);
    std::iota(order_.begin(), order_.end(), 0U);
  }
  std::shuffle(order_.begin(), order_.end(), random_);
  double loss = 0;
  for (const std::uint32_t sentence : order_) loss += learn(sentence);
  return loss / static_cast<double>(set_.allowed.size());
}

void Trainer::choose_features(std::uint32_t begin, std::uint32_t end) {
  features_.clear();
  starts_.clear();
  std::uniform_real_distribution<float> chance(0, 1);
  for (std::uint32_t t = begin; t < end; ++t) {
    starts_.push_back(static_cast<std::uint32_t>(features_.size()));
    const bool drop_word = chance(random_) < options_.drop_words;
    const bool drop_tables = chance(random_) < options_.drop_tables;
    for (std::uint32_t f = set_.starts[t]; f < set_.starts[t + 1]; ++f) {
      const FeatureGroup group = set_.groups[f];
      if (drop_word && group == FeatureGroup::word) continue;
      if (drop_tables && group == FeatureGroup::gazetteer) continue;
      features_.push_back(set_.features[f]);
    }
  }
  starts_.push_back(static_cast<std::uint32_t>(features_.size()));
}

void Trainer::score(std::uint32_t begin, std::uint32_t end) {
  scores_.assign(end - begin, Row{});
  for (std::uint32_t i = 0; i < end - begin; ++i) {
    for (std::uint32_t f = starts_[i]; f < starts_[i + 1]; ++f) {
      const float* row = &weights_[std::size_t{features_[f]} * kLabels];
      for (std::size_t label = 0; label < kLabels; ++label) scores_[i][label] += row[label];
    }
  }
}

// Forward and backward in probabilities, each step scaled to sum to one.
double Trainer::marginals(std::uint32_t begin, std::uint32_t end, bool within,
                          std::vector<Row>& of_label, Square& of_move) {
  const std::uint32_t size = end - begin;
  alpha_.assign(size, Row{});
  beta_.assign(size, Row{});
  of_label.assign(size, Row{});
  std::vector<Row> local(size);
  std::vector<float> scale(size);
  double log_z = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const float top = *std::max_element(scores_[i].begin(), scores_[i].end());
    const LabelSet allowed = within ? set_.allowed[begin + i] : kAnyLabel;
    for (std::size_t label = 0; label < kLabels; ++label) {
      const bool is_allowed = (allowed >> label & 1U) != 0;
      local[i][label] = is_allowed ? std::exp(scores_[i][label] - top) : 0.0F;
    }
    log_z += top;
  }
  for (std::uint32_t i = 0; i < size; ++i) {
    float sum = 0;
    for (SequenceLabel label = 0; label < kLabels; ++label) {
      float reached = 0;
      if (i == 0) {
        reached = tagger::opens(label) ? 1.0F : 0.0F;
      } else {
        for (std::size_t p = 0; p < tagger::kPredecessors.count[label]; ++p) {
          const SequenceLabel before = tagger::kPredecessors.labels[label][p];
          reached += alpha_[i - 1][before] * moves_[before][label];
        }
      }
      alpha_[i][label] = reached * local[i][label];
      if (i + 1 == size && !tagger::closes(label)) alpha_[i][label] = 0;
      sum += alpha_[i][label];
    }
    if (!(sum > 0)) return std::numeric_limits<double>::quiet_NaN();  // no path is allowed
    scale[i] = sum;
    for (float& a : alpha_[i]) a /= scale[i];
    log_z += std::log(scale[i]);
  }
  for (SequenceLabel label = 0; label < kLabels; ++label) {
    beta_[size - 1][label] = tagger::closes(label) ? 1.0F : 0.0F;
  }
  for (std::uint32_t i = size - 1; i-- > 0;) {
    for (SequenceLabel after = 0; after < kLabels; ++after) {
      const float ahead = local[i + 1][after] * beta_[i + 1][after] / scale[i + 1];
      if (ahead == 0) continue;
      for (std::size_t p = 0; p < tagger::kPredecessors.count[after]; ++p) {
        const SequenceLabel before = tagger::kPredecessors.labels[after][p];
        const float through = moves_[before][after] * ahead;
        beta_[i][before] += through;
        of_move[before][after] += alpha_[i][before] * through;
      }
    }
  }
  for (std::uint32_t i = 0; i < size; ++i) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      of_label[i][label] = alpha_[i][label] * beta_[i][label];
    }
  }
  return log_z;
}

double Trainer::learn(std::uint32_t sentence) {
  const std::uint32_t begin = set_.sentences[sentence], end = set_.sentences[sentence + 1];
  if (begin == end) return 0;
  choose_features(begin, end);
  score(begin, end);
  for (SequenceLabel a = 0; a < kLabels; ++a) {
    for (SequenceLabel b = 0; b < kLabels; ++b) {
      moves_[a][b] = tagger::may_follow(a, b) ? std::exp(transitions_[a * kLabels + b]) : 0.0F;
    }
  }
  Square move_gradient{}, bound_moves{};
  const double free_z = marginals(begin, end, false, free_, move_gradient);
  const double bound_z = marginals(begin, end, true, bound_, bound_moves);
  if (std::isnan(free_z) || std::isnan(bound_z)) return 0;
  for (std::uint32_t i = 0; i < end - begin; ++i) {
    Row gradient;
    float largest = 0;
    for (std::size_t label = 0; label < kLabels; ++label) {
      gradient[label] = free_[i][label] - bound_[i][label];
      largest = std::max(largest, std::fabs(gradient[label]));
    }
    if (largest < kTiny) continue;
    for (std::uint32_t f = starts_[i]; f < starts_[i + 1]; ++f) {
      const std::size_t at = std::size_t{features_[f]} * kLabels;
      for (std::size_t label = 0; label < kLabels; ++label) {
        step(weights_[at + label], squares_[at + label],
             gradient[label] + options_.decay * weights_[at + label]);
      }
    }
  }
  for (SequenceLabel a = 0; a < kLabels; ++a) {
    for (SequenceLabel b = 0; b < kLabels; ++b) {
      const std::size_t at = std::size_t{a} * kLabels + b;
      const float gradient = move_gradient[a][b] - bound_moves[a][b];
      if (std::fabs(gradient) >= kTiny) step(transitions_[at], transition_squares_[at], gradient);
    }
  }
  return free_z - bound_z;
}

void add_to(std::vector<float>& sum, const std::vector<float>& more) {
  sum.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
}

void divide(Weights& weights, int by) {
  for (float& weight : weights.features) weight /= static_cast<float>(by);
  for (float& weight : weights.transitions) weight /= static_cast<float>(by);
}

void Trainer::sample() {
  add_to(sum_.features, weights_);
  add_to(sum_.transitions, transitions_);
  ++samples_;
}

Weights Trainer::take() {
  divide(sum_, samples_);
  return std::move(sum_);
}

}  // namespace

Weights train_crf(const TrainingSet& set, const TrainingOptions& options,
                  void (*progress)(int epoch, double loss)) {
  Weights mean;
  for (int training = 0; training < options.trainings; ++training) {
    Trainer trainer(set, options, options.seed + static_cast<std::uint64_t>(training));
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
      const double loss = trainer.epoch();
      if (2 * epoch > options.epochs) trainer.sample();
      if (progress != nullptr) progress(epoch, loss);
    }
    const Weights weights = trainer.take();
    add_to(mean.features, weights.features);
    add_to(mean.transitions, weights.transitions);
  }
  divide(mean, options.trainings);
  return mean;
}

}  // namespace rapporteur::train
