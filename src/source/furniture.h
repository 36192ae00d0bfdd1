// Page furniture: lines that belong to the page and not to the report.
#pragma once

#include <string>
#include <vector>

#include "rapporteur/record/reading.h"

namespace rapporteur::source {

struct Cut {
  std::string text;
  std::vector<record::LeftOut> left_out;
};

// `text` without the lines whose layout role is boilerplate, each of which becomes a LeftOut. The
// blank lines under such a line go with it. `left_out` are the parts that were cut from `text`
// before, in order: they move with it, and stand among the new ones. Cost: O(bytes).
Cut cut_furniture(std::string text, std::vector<record::LeftOut> left_out = {});

}  // namespace rapporteur::source
