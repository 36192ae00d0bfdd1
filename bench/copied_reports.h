// Generated reports of meetings and what agencies' customers make of them, with the truth.
//
// A story is a row of sentence patterns and word choices (its wording) and a table of facts that
// the patterns refer to. Copies keep both and are edited; two kinds of lookalikes are no copies:
//   series   the wording of another story with other figures, names and places
//   rival    the facts of another story in other words, but for a statement that both quote
// All names and words are made up here; the same seed gives the same reports on any machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rapporteur::bench {

enum class Part : std::uint8_t { original, copy, series, rival, alone };

struct CopiedReport {
  std::string origin;
  std::string published;
  std::string text;
  Part part = Part::alone;
  std::uint32_t group = 0;    // the true one: copies of one story share it, all else is alone
  std::uint32_t related = 0;  // of lookalikes: the group that they look like
};

// `reports` reports of about 400 words in `groups` groups of copies (2 to 100 each, 6 on
// average) and lookalikes or single stories, shuffled. REQUIRES: reports >= 8 * groups.
class CopiedReports {
 public:
  CopiedReports(std::size_t reports, std::size_t groups, std::uint64_t seed = 1);
  [[nodiscard]] std::size_t size() const { return plan_.size(); }
  // Made anew at each call. Cost: O(its words).
  [[nodiscard]] CopiedReport at(std::size_t index) const;

 private:
  struct Plan {
    Part part;
    std::uint32_t group;
    std::uint32_t related;
    std::uint32_t number;  // of the copy or lookalike
  };
  std::uint64_t seed_;
  std::vector<Plan> plan_;
};

}  // namespace rapporteur::bench
