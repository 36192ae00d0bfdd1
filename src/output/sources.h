// Numbers for the sources of a page: [1], [2], ... in the order in which they are first cited.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

// One number per report and sentence or, where no sentence is known, quoted words. What is quoted
// of one sentence for several facts is gathered in one entry.
class Sources {
 public:
  // The number of `source`, from 1.
  std::size_t number(const Citation& source);
  // The numbers of all, each once, ascending.
  std::vector<std::size_t> numbers(const std::vector<Citation>& sources);
  // "[1][3]", or nothing; "(+2 reports) [1][3]" where `more` reports say so as well.
  std::string marks(const std::vector<Citation>& sources, std::size_t more = 0);
  [[nodiscard]] const std::vector<Citation>& listed() const { return listed_; }

 private:
  std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> numbers_;
  std::vector<Citation> listed_;
};

// The parts of a sentence that are quoted: [begin, end) in bytes, ascending; what only a space
// parts is one. Words that occur more than once count where they stand first.
std::vector<std::pair<std::size_t, std::size_t>> quoted_parts(const Citation& source);

}  // namespace rapporteur::output
