// What is remembered of feeds that are followed, from one visit to the next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rapporteur::store {

struct FeedEntry {
  std::string key;   // its address, else its id; each once in a feed
  std::string mark;  // of what the feed said of it
  std::string etag;
  std::string last_modified;
  int failures = 0;
  bool is_feed = false;  // a further sitemap
  friend bool operator==(const FeedEntry&, const FeedEntry&) = default;
};

struct Feed {
  std::string address;
  std::string etag;
  std::string last_modified;
  int failures = 0;             // visits in a row that failed
  std::int64_t not_before = 0;  // seconds since 1970
  std::vector<FeedEntry> entries;
  friend bool operator==(const Feed&, const Feed&) = default;
};

}  // namespace rapporteur::store
