// Headlines, and the names of sites that pages put beside them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page.h"

namespace rapporteur::source::html {

// "Ministers meet in Lima - Lima Courier": the parts between separators; one if there is none.
std::vector<std::string> title_parts(std::string_view title);

// `title` without a part at either end that is the site's name or, if `site` is empty, that is
// short beside the rest.
std::string without_site(std::string_view title, std::string_view site);

// Without separators, colons and blanks at its ends.
std::string without_separators(std::string_view words);

struct Headline {
  std::string words;
  std::uint32_t node = 0;  // the heading that shows it; 0: none does
};

// `told`: what metadata calls it, best first, entries may be empty.
Headline headline_of(const Page& page, const std::vector<std::string>& told, std::string_view site);

}  // namespace rapporteur::source::html
