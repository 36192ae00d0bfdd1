#include "feed_document.h"

#include <utility>

#include "address.h"
#include "extractor.h"
#include "kind.h"
#include "words.h"

namespace rapporteur::source {

bool is_whole(const FeedItem& item) { return !trimmed(item.content).empty(); }

bool is_bare(const FeedItem& item) { return !is_whole(item) && trimmed(item.summary).empty(); }

Found document_of(FeedItem item, const FeedFacts& feed) {
  const bool whole = is_whole(item);
  const std::string line = std::to_string(item.line);
  Found found;
  found.where = feed.name + ":" + line;
  found.size = item.size;
  found.charset = "utf-8";
  found.media = whole && item.is_plain ? Media::text : media_of_type("text/html");
  found.bytes = whole ? std::move(item.content) : std::move(item.summary);
  if (!whole) found.notes.emplace_back("the feed gives a summary of this report only");
  if (item.address.empty() && item.id.starts_with("http")) item.address = item.id;
  found.id = !item.id.empty()        ? std::move(item.id)
             : !item.address.empty() ? item.address
                                     : std::string(stem_of(feed.origin)) + ":" + line;
  found.origin =
      item.address.empty() ? feed.origin + "#" + found.id : canonical_address(item.address);
  found.address = std::move(item.address);
  found.title = std::move(item.title);
  found.publisher = trimmed(feed.title);
  found.byline = std::move(item.author);
  found.language = lower(trimmed(feed.language).substr(0, 2));
  found.published = day_of_feed_date(item.published);
  found.modified = day_of_feed_date(item.modified);
  if (found.published.empty() && !item.published.empty()) {
    found.notes.push_back("'" + item.published.substr(0, 40) + "' is no date of a feed");
  }
  found.date_if_none = found.modified.empty() ? feed.date : found.modified;
  return found;
}

}  // namespace rapporteur::source
