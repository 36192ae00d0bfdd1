// Which blocks of a page are its article.
//
// Each paragraph gives points (length, commas, few links) to what it stands in, half to the element
// around that, and so on outwards; the element with most points is the core of the article. From
// there outwards, elements beside it join if they read like it: the next section, the introduction
// above, the table below. What calls itself a menu, comments or an advertisement gives no points
// and never joins, unless it holds most of the page's prose: then its name is about something else.
#pragma once

#include <vector>

#include "blocks.h"
#include "page.h"

namespace rapporteur::source::html {

// Gives every block that is not of the article a reason. Cost: O(nodes + bytes).
void choose_content(const Page& page, std::vector<Block>& blocks);

}  // namespace rapporteur::source::html
