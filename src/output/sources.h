// Numbers for the sources of a page: [1], [2], ... in the order in which they are first cited.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

// One number per report and quoted words. The page must outlive *this.
class Sources {
 public:
  // The number of `source`, from 1.
  std::size_t number(const Citation& source);
  // "[1][3]", or nothing.
  std::string marks(const std::vector<Citation>& sources);
  [[nodiscard]] const std::vector<const Citation*>& listed() const { return listed_; }

 private:
  std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> numbers_;
  std::vector<const Citation*> listed_;
};

}  // namespace rapporteur::output
