// The labels of a sequence model: outside, or begin, inside, last or the only word of something.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace rapporteur::tagger {

// What is told apart, as many kinds as a model has columns for; each model gives them their
// meaning.
using Kind = std::uint8_t;
inline constexpr std::size_t kKinds = 4;

// The kinds of the model of names.
enum class Entity : Kind { person, body, place, nationality };
inline constexpr std::size_t kEntities = kKinds;

enum class Part : std::uint8_t { begin, inside, last, only };
inline constexpr std::size_t kParts = 4;

// Outside comes last, so that the others are the columns of a row of weights.
using SequenceLabel = std::uint8_t;
inline constexpr std::size_t kNamed = kKinds * kParts;
inline constexpr SequenceLabel kOutside = kNamed;
inline constexpr std::size_t kLabels = kNamed + 1;

constexpr SequenceLabel label_of(Kind kind, Part part) {
  return static_cast<SequenceLabel>(kind * kParts + static_cast<std::size_t>(part));
}
constexpr SequenceLabel label_of(Entity entity, Part part) {
  return label_of(static_cast<Kind>(entity), part);
}
constexpr Kind kind_of(SequenceLabel label) { return static_cast<Kind>(label / kParts); }
constexpr Part part_of(SequenceLabel label) { return static_cast<Part>(label % kParts); }

// Something may begin here: at the start of a sentence, or after `label`.
constexpr bool closes(SequenceLabel label) {
  return label == kOutside || part_of(label) == Part::last || part_of(label) == Part::only;
}
constexpr bool opens(SequenceLabel label) {
  return label == kOutside || part_of(label) == Part::begin || part_of(label) == Part::only;
}
constexpr bool may_follow(SequenceLabel before, SequenceLabel after) {
  if (closes(before)) return opens(after);
  return !opens(after) && kind_of(before) == kind_of(after);
}

// The labels that may stand before each label.
struct Predecessors {
  std::array<std::array<SequenceLabel, kLabels>, kLabels> labels{};
  std::array<std::size_t, kLabels> count{};
};
constexpr Predecessors predecessors() {
  Predecessors result;
  for (SequenceLabel after = 0; after < kLabels; ++after) {
    for (SequenceLabel before = 0; before < kLabels; ++before) {
      if (may_follow(before, after)) {
        result.labels[after][result.count[after]++] = before;
      }
    }
  }
  return result;
}
inline constexpr Predecessors kPredecessors = predecessors();

}  // namespace rapporteur::tagger
