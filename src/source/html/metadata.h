// What a page says about its article: title, publisher, byline, dates, language, address.
//
// Sources in the order in which they are preferred; the first that says something counts:
//   title      a heading that the other sources confirm; JSON-LD; Open Graph; a heading that calls
//              itself the headline; the first long h1; the page's <title> without its site
//   publisher  JSON-LD; og:site_name; meta (publisher, dc.publisher, ...); microdata; the part of
//              <title> that is not the headline; the logo; the copyright line
//   byline     JSON-LD; meta (author, parsely-author, dc.creator, ...); rel=author, microdata and
//              classes; a line "By ..." at the top of the article
//   published  JSON-LD; meta (article:published_time, dc.date, ...); microdata; <time> that calls
//              itself so; a date shown beside the headline; <time> below the headline; the address
//   modified   JSON-LD; meta; microdata; a line "Updated ..."
//   language   <html lang>; meta content-language; og:locale; JSON-LD
//   address    rel=canonical; og:url; JSON-LD; where it was fetched
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "blocks.h"
#include "extractor.h"
#include "json_ld.h"
#include "page.h"

namespace rapporteur::source::html {

// Fills what the page's head and markup say. Returns the node of the headline, or 0.
// Cost: O(nodes + bytes).
std::uint32_t read_metadata(const Page& page, const Linked& linked, const Found& found,
                            Article& article);

// Fills what is still missing from what the page shows; after choose_content and tidy.
void read_shown(const Page& page, const std::vector<Block>& blocks, std::uint32_t headline,
                Article& article);

}  // namespace rapporteur::source::html
