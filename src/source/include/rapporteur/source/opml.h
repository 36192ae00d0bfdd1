// OPML: lists of feeds, as readers of feeds export them.
//
// Source: OPML 2.0 (opml.org/spec2.opml), by libxml2. Outlines may lie in one another; one with an
// `xmlUrl` is a feed, whatever it calls itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

struct Subscription {
  std::string address;     // canonical
  std::string title;       // as the list calls the feed; may be empty
  std::uint64_t line = 0;  // of its outline
};

struct Subscriptions {
  std::vector<Subscription> feeds;  // each address once, in the order of the list
  std::vector<Error> errors;        // outlines that name no address of the web: usage, "name:line"
};

// The feeds of a list; `name` stands for it in errors. A list that is cut off or broken gives an
// error, never the part before: feeds would be dropped in silence.
// Errors: bad_data (no XML; no OPML; declares entities), too_large (nested deeper than 200; more
// than 100,000 feeds); where = "name:line". Cost: O(bytes).
Result<Subscriptions> parse_opml(std::string_view bytes, const std::string& name);

// Of a file of at most 64 MB. Errors: as above, and those of read_file.
Result<Subscriptions> read_opml(const std::string& path);

}  // namespace rapporteur::source
