// A grid: wordings that combine into plain reports, each with what a reading of it must say.
// Its format: README.md.
#pragma once

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::tests {

// "when" and "2022-08-25", "m2.place" and "Doha"; the last one counts where a field has one value.
using FactLine = std::pair<std::string, std::string>;

struct Drawn {
  std::string text;
  std::vector<FactLine> facts;
};

class Grid {
 public:
  // From <folder>/wordings/<name>.tsv and the tables of words that it names.
  // Errors: those of read_file; bad_data (where = "path:line").
  static Result<Grid> load(const std::string& folder, const std::string& name);

  // One report; the same from the same state of `random` on every machine.
  Drawn draw(std::mt19937& random) const;

 private:
  friend class Drawing;
  friend class GridLoader;
  struct Wording {
    std::string text;
    std::vector<FactLine> facts;
  };
  using Word = std::map<std::string, std::string>;  // by column

  std::map<std::string, std::vector<Wording>> slots_;
  std::map<std::string, std::string> variables_;  // to the table that they are drawn from
  std::map<std::string, std::vector<Word>> words_;
};

}  // namespace rapporteur::tests
