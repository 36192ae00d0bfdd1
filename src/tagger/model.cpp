#include "model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>

namespace rapporteur::tagger {

namespace {

constexpr std::string_view kMagic = "RAPTAG01";
constexpr std::size_t kAlign = 16;

struct Head {
  char magic[8];
  std::uint32_t feature_version;
  std::uint32_t log2_slots;
  std::uint32_t classes;
  std::uint32_t kinds;
  float scale;
  std::uint32_t padding;
};
static_assert(sizeof(Head) == 32);

constexpr std::size_t aligned(std::size_t size) { return (size + kAlign - 1) / kAlign * kAlign; }

// Where the parts of a model begin.
struct Layout {
  std::size_t transitions = sizeof(Head);
  std::size_t classes = aligned(transitions + kLabels * kLabels * sizeof(float));
  std::size_t rows = 0;
  std::size_t marks = 0;
  std::size_t size = 0;
  explicit Layout(const Head& head) {
    const std::size_t slots = std::size_t{1} << head.log2_slots;
    rows = aligned(classes + head.classes * sizeof(WordClasses::Entry));
    marks = rows + slots * kNamed;
    size = marks + slots * sizeof(std::uint16_t);
  }
};

}  // namespace

Result<Model> Model::open(std::string_view bytes, std::string_view name, std::uint32_t version) {
  Head head;
  const std::string where = "models/" + std::string(name);
  if (bytes.size() < sizeof head) return Error{ErrorCode::damaged, "the model is cut short", where};
  std::memcpy(&head, bytes.data(), sizeof head);
  if (std::string_view(head.magic, kMagic.size()) != kMagic || head.log2_slots > 28) {
    return Error{ErrorCode::damaged, "this is no sequence model", where};
  }
  if (head.feature_version != version) {
    return Error{ErrorCode::unsupported, "the model was trained with other features", where};
  }
  const Layout layout(head);
  if (bytes.size() != layout.size)
    return Error{ErrorCode::damaged, "the model is cut short", where};
  Model model;
  const char* base = bytes.data();
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): sections of a pack are aligned
  model.transitions_ = reinterpret_cast<const float*>(base + layout.transitions);
  model.weights_ = {reinterpret_cast<const Weights::Row*>(base + layout.rows),
                    reinterpret_cast<const std::uint16_t*>(base + layout.marks),
                    1U << head.log2_slots};
  model.classes_ = WordClasses(
      {reinterpret_cast<const WordClasses::Entry*>(base + layout.classes), head.classes});
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  if (head.kinds > 0 && head.kinds < kKinds) model.named_ = head.kinds * kParts;
  model.scale_ = head.scale;
  model.list_openings();
  return model;
}

void Model::list_openings() {
  for (SequenceLabel label = 0; label < kLabels; ++label) {
    if (label >= named_ && label != kOutside) continue;
    if (opens(label)) openers_.push_back(label);
    if (closes(label)) closers_.push_back(label);
  }
  openings_.resize(closers_.size());
  for (std::size_t closer = 0; closer < closers_.size(); ++closer) {
    for (std::size_t i = 0; i < openers_.size(); ++i) {
      openings_[closer][i] = transition(closers_[closer], openers_[i]);
    }
  }
}

// The tables are larger than the near caches. So a few words are scored together, in three passes:
// each asks for the lines of memory that the next one needs.
void Model::score(const TokenFeatures& features, text::TokenRange tokens, const Sums* shared,
                  Scores* scores) const {
  thread_local std::vector<Feature> wanted;
  thread_local std::vector<const Weights::Row*> known;
  std::array<std::size_t, kScoredTogether> ends{};  // of each word's in `wanted`, then in `known`
  wanted.clear();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::size_t before = wanted.size();
    features.add_own(tokens.begin + i, wanted, nullptr);
    ends[i] = wanted.size();
    for (std::size_t at = before; at < ends[i]; ++at) weights_.expect(wanted[at]);
  }
  known.resize(wanted.size());
  std::size_t count = 0;
  for (std::size_t i = 0, at = 0; i < tokens.size(); ++i) {
    for (; at < ends[i]; ++at) {
      const Weights::Found found = weights_.find(wanted[at]);
      __builtin_prefetch(found.row);
      known[count] = found.row;
      count += found.known ? 1 : 0;
    }
    ends[i] = count;
  }
  for (std::size_t i = 0, at = 0; i < tokens.size(); ++i) {
    Sums sums = shared[i];
    for (; at < ends[i]; ++at) sums.add(*known[at]);
    for (std::size_t label = 0; label < kNamed; ++label) {
      scores[i][label] = static_cast<float>(sums.of(label)) * scale_;
    }
    scores[i][kOutside] = 0;
  }
}

// Of each word of `sentence`, the sum of what it shares with others: it grows where a feature
// begins to hold and shrinks where it no longer does.
void Model::sum_shared(const TokenFeatures& features, text::TokenRange sentence,
                       std::vector<Sums>& sums) const {
  thread_local std::vector<SharedFeature> shared;
  thread_local std::vector<Weights::Found> rows;
  shared.clear();
  features.add_shared(sentence, shared);
  for (const SharedFeature& each : shared) weights_.expect(each.feature);
  rows.resize(shared.size());
  for (std::size_t i = 0; i < shared.size(); ++i) {
    rows[i] = weights_.find(shared[i].feature);
    __builtin_prefetch(rows[i].row);
  }
  sums.assign(sentence.size() + 1, {});
  for (std::size_t i = 0; i < shared.size(); ++i) {
    if (!rows[i].known) continue;
    sums[shared[i].tokens.begin - sentence.begin].add(*rows[i].row);
    sums[shared[i].tokens.end - sentence.begin].take(*rows[i].row);
  }
  for (std::size_t i = 1; i < sums.size(); ++i) sums[i].add(sums[i - 1]);
}

void Model::decode(const TokenFeatures& features, text::TokenRange tokens,
                   std::vector<Labelled>& found) const {
  if (tokens.empty()) return;
  thread_local std::vector<Sums> shared;
  sum_shared(features, tokens, shared);
  for (std::uint32_t t = tokens.begin; t < tokens.end;) {
    std::uint32_t end = t;
    while (end < tokens.end && features.may_count(end)) ++end;
    if (end > t) decode_stretch(features, {t, end}, &shared[t - tokens.begin], found);
    t = end + 1;
  }
}

void Model::decode_stretch(const TokenFeatures& features, text::TokenRange tokens,
                           const Sums* shared, std::vector<Labelled>& found) const {
  thread_local std::vector<Step> steps;
  steps.assign(tokens.size(), {});
  std::array<Scores, kScoredTogether> scores;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t in_block = i % kScoredTogether;
    if (in_block == 0) {
      const std::uint32_t begin = tokens.begin + i;
      score(features, {begin, std::min(begin + kScoredTogether, tokens.end)}, &shared[i],
            scores.data());
    }
    if (i > 0) {
      open_anew(steps[i - 1], scores[in_block], steps[i]);
      go_on(steps[i - 1], scores[in_block], steps[i]);
      continue;
    }
    for (const SequenceLabel label : openers_) {  // the word before it, if any, is outside
      steps[i].best[label] = transition(kOutside, label) + scores[in_block][label];
    }
  }
  read_back(steps, tokens.begin, found);
}

// Of as many labels as a processor takes at once: both compilers calculate with them as with one.
using Floats [[gnu::vector_size(Model::kAbreast * sizeof(float))]] = float;
using Integers [[gnu::vector_size(Model::kAbreast * sizeof(float))]] = std::int32_t;

// What may begin, or be outside, behind all that may have closed: the greater part of the work, so
// that the labels lie side by side for the processor to take several at once.
void Model::open_anew(const Step& before, const Scores& scores, Step& step) const {
  for (std::size_t first = 0; first < openers_.size(); first += kAbreast) {
    const std::size_t count = std::min(kAbreast, openers_.size() - first);
    Floats score{}, to, best = Floats{} + kNever;
    Integers from = Integers{} + kOutside;
    for (std::size_t i = 0; i < count; ++i) score[i] = scores[openers_[first + i]];
    for (std::size_t closer = 0; closer < closers_.size(); ++closer) {
      const SequenceLabel label = closers_[closer];
      std::memcpy(&to, &openings_[closer][first], sizeof to);
      const Floats reached = before.best[label] + to + score;
      const Integers better = reached > best;
      best = better ? reached : best;
      from = better ? Integers{} + label : from;
    }
    for (std::size_t i = 0; i < count; ++i) {
      step.best[openers_[first + i]] = best[i];
      step.from[openers_[first + i]] = static_cast<SequenceLabel>(from[i]);
    }
  }
}

// What goes on with what has begun, of the same kind.
void Model::go_on(const Step& before, const Scores& scores, Step& step) const {
  for (Kind kind = 0; kind < named_ / kParts; ++kind) {
    for (const Part part : {Part::inside, Part::last}) {
      const SequenceLabel label = label_of(kind, part);
      for (const Part earlier : {Part::begin, Part::inside}) {
        const SequenceLabel from = label_of(kind, earlier);
        const float reached = before.best[from] + transition(from, label) + scores[label];
        if (reached <= step.best[label]) continue;
        step.best[label] = reached;
        step.from[label] = from;
      }
    }
  }
}

// Follows the best labels from the last word to the first.
void Model::read_back(const std::vector<Step>& steps, std::uint32_t first,
                      std::vector<Labelled>& found) {
  SequenceLabel label = kOutside;
  for (SequenceLabel last = 0; last < kLabels; ++last) {
    if (closes(last) && steps.back().best[last] > steps.back().best[label]) label = last;
  }
  const auto before = static_cast<std::ptrdiff_t>(found.size());
  std::uint32_t end = 0;
  for (std::size_t i = steps.size(); i-- > 0;) {
    const auto token = first + static_cast<std::uint32_t>(i);
    if (label != kOutside) {
      const Part part = part_of(label);
      if (part == Part::last || part == Part::only) end = token + 1;
      if (part == Part::begin || part == Part::only) {
        found.push_back({{token, end}, kind_of(label)});
      }
    }
    label = steps[i].from[label];
  }
  std::reverse(found.begin() + before, found.end());
}

namespace {

float heaviest_of(const TrainedFeature& feature) {
  float heaviest = 0;
  for (const float w : feature.weights) heaviest = std::max(heaviest, std::fabs(w));
  return heaviest;
}

// What a feature is worth keeping for: a rare one decides seldom, and may be an accident.
float worth_of(const TrainedFeature& feature) {
  return heaviest_of(feature) * std::sqrt(static_cast<float>(std::min(feature.count, 1000U)));
}

// The weight that all but a thousandth stay below: the few beyond are cut, for the others'
// precision.
float usual_heaviest(const std::vector<TrainedFeature>& features) {
  if (features.empty()) return 1;
  std::vector<float> weights;
  weights.reserve(features.size());
  for (const TrainedFeature& feature : features) weights.push_back(heaviest_of(feature));
  const auto at = weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 1000);
  std::nth_element(weights.begin(), at, weights.end(), std::greater<>());
  return *at;
}

}  // namespace

std::string encode_model(std::vector<TrainedFeature> features, std::span<const float> transitions,
                         std::span<const WordClasses::Entry> classes, std::uint32_t log2_slots,
                         std::uint32_t version, std::uint32_t kinds) {
  const std::uint32_t slots = 1U << log2_slots;
  std::sort(features.begin(), features.end(), [](const TrainedFeature& a, const TrainedFeature& b) {
    const float left = worth_of(a), right = worth_of(b);
    return left != right ? left > right : a.feature < b.feature;
  });
  features.resize(std::min<std::size_t>(features.size(), slots / 4 * 3));
  const float heaviest = usual_heaviest(features);
  Head head{};
  std::memcpy(head.magic, kMagic.data(), kMagic.size());
  head.feature_version = version;
  head.kinds = kinds;
  head.log2_slots = log2_slots;
  head.classes = static_cast<std::uint32_t>(classes.size());
  head.scale = std::max(heaviest, 1e-6F) / 127.0F;
  const Layout layout(head);
  std::string bytes(layout.size, '\0');
  std::memcpy(bytes.data(), &head, sizeof head);
  std::memcpy(bytes.data() + layout.transitions, transitions.data(), transitions.size_bytes());
  if (!classes.empty()) {
    std::memcpy(bytes.data() + layout.classes, classes.data(), classes.size_bytes());
  }
  std::vector<std::uint16_t> marks(slots);
  for (const TrainedFeature& feature : features) {
    std::uint32_t slot = Weights::home_of(feature.feature, slots);
    std::uint32_t probe = 0;
    while (probe < Weights::kProbes && marks[slot] != 0) {
      slot = (slot + 1) & (slots - 1);
      ++probe;
    }
    if (probe == Weights::kProbes) continue;  // a crowded corner; the heavier ones came first
    marks[slot] = Weights::mark_of(feature.feature);
    for (std::size_t label = 0; label < kNamed; ++label) {
      const float scaled = std::round(feature.weights[label] / head.scale);
      bytes[layout.rows + slot * kNamed + label] =
          static_cast<char>(static_cast<std::int8_t>(std::clamp(scaled, -127.0F, 127.0F)));
    }
  }
  std::memcpy(bytes.data() + layout.marks, marks.data(), marks.size() * sizeof(std::uint16_t));
  return bytes;
}

}  // namespace rapporteur::tagger
