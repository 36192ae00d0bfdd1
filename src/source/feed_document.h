// An item of a feed as a document: its words from the feed, what the feed says of it beside them.
#pragma once

#include <string>

#include "feed.h"
#include "rapporteur/source/found.h"

namespace rapporteur::source {

// Of the feed that the item lies in.
struct FeedFacts {
  std::string name;      // in errors: a path or an address
  std::string origin;    // as Found::origin of a document that has no address
  std::string title;     // the publisher
  std::string language;  // as declared: "en-GB"
  std::string date;      // EDTF; of items that bring none
};

// All of the item's text stands in the feed.
bool is_whole(const FeedItem& item);
// Nothing of the item's text does, not even a summary.
bool is_bare(const FeedItem& item);

// REQUIRES: !is_bare(item). A summary is noted as such. Cost: O(bytes of the item).
Found document_of(FeedItem item, const FeedFacts& feed);

}  // namespace rapporteur::source
