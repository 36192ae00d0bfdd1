// Feeds: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom; sitemaps, which name addresses alone.
//
// Source: rssboard.org/rss-specification, RFC 4287 (Atom), purl.org/rss/1.0/modules/content,
// Dublin Core (date, creator), sitemaps.org/protocol.html, by libxml2 as a stream of events:
// nothing but the item at hand is held. Documents that declare entities are refused; no other file
// and no address is ever opened.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

// Empty: not said. All valid UTF-8.
struct FeedItem {
  std::string id;
  std::string address;
  std::string title;
  std::string author;
  std::string published;  // as written
  std::string modified;   // as written
  std::string content;    // all of it, where the feed gives that; HTML unless is_plain
  std::string summary;    // HTML
  bool is_plain = false;
  bool is_place = false;   // of a sitemap: an address to go to
  bool is_index = false;   // of an index of sitemaps: that of a further sitemap; is_place as well
  std::uint64_t line = 0;  // on which it begins
  std::uint64_t size = 0;  // bytes of its words
  bool too_large = false;  // over the limit: no content
};

// Not thread-safe.
class FeedParser {
 public:
  // An item has at most `limit` bytes.
  explicit FeedParser(std::uint64_t limit);
  ~FeedParser();
  FeedParser(const FeedParser&) = delete;
  FeedParser& operator=(const FeedParser&) = delete;

  // Items that end in these bytes are appended to `items`. Errors: bad_data (no XML; declares
  // entities; no feed), where = ":line"; nothing can be parsed after it.
  Result<void> parse(std::string_view bytes, std::deque<FeedItem>& items);
  // No more bytes come. Errors: bad_data (no feed; cut off).
  Result<void> finish(std::deque<FeedItem>& items);

  // Of the whole feed, as far as it was parsed.
  [[nodiscard]] const std::string& title() const;
  [[nodiscard]] const std::string& language() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The day of an RFC 822 date ("Mon, 22 Aug 2022 09:30:00 +0500") or of an ISO date; empty: neither.
std::string day_of_feed_date(std::string_view words);

}  // namespace rapporteur::source
