// The lines above a report's first sentence: who published it, what it is called, who wrote it.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source {

// Empty: not said.
struct Heading {
  std::string title;
  std::string publisher;
  std::string byline;
};

// Reads the lines before the first line of running text. Cost: O(1): the first 8 KB at most.
Heading heading_of(std::string_view text);

}  // namespace rapporteur::source
