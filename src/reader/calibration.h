// From how sure a rule is to how often it is right.
//
// data/confidence.tsv counts, on annotated reports, the values of each rule and how many of them
// were right: by the row of the figures ("participant", "when"), the rule, whether the meeting is
// the main one, and the confidence that the rule set. script/calibrate makes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::reader {

// Immutable once loaded, so shareable between threads.
class Calibration {
 public:
  // Errors: bad_data (a count that is none; where = section:line).
  static Result<Calibration> load(const Pack& pack);

  // Replaces the confidence of every fact of a row that was counted by the share that was right
  // among values like it, as far as enough were counted: few values count with the share of all
  // values of their rule, few of a rule with that of the row. Cost: O(facts).
  void apply(record::Reading& reading) const;

  struct Like {  // what values have in common
    std::string_view row;
    std::string_view rule;
    bool main = false;
    float ruled = 0;  // the confidence that the rule set
  };
  // The share of `like`, 0..1; like.ruled where nothing of its row was counted.
  [[nodiscard]] float share(const Like& like) const;

 private:
  struct Count {
    std::uint32_t values = 0;
    std::uint32_t right = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  // By row, by row and rule, and so on: the parts of a key joined by tabs.
  template <class T>
  using ByKey = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  static float share_of(std::string_view key, const ByKey<Count>& counts);

  ByKey<float> shares_;  // of keys that were counted, not rounded
};

}  // namespace rapporteur::reader
