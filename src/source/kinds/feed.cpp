// Feeds: each item whose text stands in the feed is a document. A sitemap has no texts: it says so.
#include "feed.h"

#include <deque>
#include <utility>

#include "feed_document.h"
#include "kind.h"
#include "seen_ids.h"
#include "words.h"

namespace rapporteur::source::all {

namespace {

class Feed : public Source {
 public:
  Feed(Input input, const Options& options)
      : input_(std::move(input)), options_(options), parser_(options.report_limit) {}

  std::optional<Result<Found>> next() override {
    for (;;) {
      while (!items_.empty()) {
        FeedItem item = std::move(items_.front());
        items_.pop_front();
        if (!item.is_place) return found_in(std::move(item));
        ++places_;
      }
      if (error_) return Result<Found>(*std::exchange(error_, std::nullopt));
      if (std::exchange(ended_, ended_ || !read_more())) return std::nullopt;
    }
  }

 private:
  // False at the end; what went wrong is in error_, behind the items before it.
  bool read_more() {
    const Result<std::string_view> bytes = input_.bytes.at_hand();
    if (!bytes) {
      error_ = bytes.error();
      return false;
    }
    const bool at_end = bytes->empty();
    const Result<void> parsed = at_end ? parser_.finish(items_) : parser_.parse(*bytes, items_);
    input_.bytes.skip(bytes->size());
    if (!parsed) {
      error_ = parsed.error();
      error_->where = input_.bytes.name() + error_->where;
    }
    if (at_end && parsed) note_places();
    return parsed.has_value() && !at_end;
  }

  void note_places() {
    if (places_ == 0 || !options_.note) return;
    options_.note(
        {ErrorCode::unsupported,
         "is a sitemap: it names " + std::to_string(places_) + " addresses and holds no texts",
         input_.bytes.name()});
  }

  Result<Found> found_in(FeedItem item) {
    const std::string where = input_.bytes.name() + ":" + std::to_string(item.line);
    if (item.too_large) {
      return Error{ErrorCode::too_large,
                   "an item is over the limit of " + std::to_string(options_.report_limit) +
                       " bytes; it is skipped, --limit-mb raises the limit",
                   where};
    }
    if (is_bare(item)) {
      return Error{ErrorCode::unsupported,
                   "this item of the feed holds no text" +
                       (item.address.empty() ? "" : "; the report is at " + item.address),
                   where};
    }
    Found found = document_of(std::move(item), {input_.bytes.name(), input_.origin, parser_.title(),
                                                parser_.language(), options_.date});
    if (!seen_.add(found.id) && options_.note) {
      options_.note(
          {ErrorCode::bad_data, "id '" + found.id + "' was met before in this file", found.where});
    }
    return found;
  }

  Input input_;
  const Options& options_;
  FeedParser parser_;
  std::deque<FeedItem> items_;
  std::optional<Error> error_;
  SeenIds seen_;
  std::uint64_t places_ = 0;
  bool ended_ = false;
};

bool recognises(std::string_view start) {
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex"}) {
    if (start.find(root) != std::string_view::npos) {
      const std::string_view first =
          trimmed(start.starts_with("\xEF\xBB\xBF") ? start.substr(3) : start);
      return first.starts_with("<?xml") || first.starts_with(root) || first.starts_with("<!--");
    }
  }
  return false;
}

std::unique_ptr<Source> open(Input input, const Options& options) {
  return std::make_unique<Feed>(std::move(input), options);
}

}  // namespace

extern const Kind feed;
const Kind feed = {"feed", ".rss .atom .rdf .xml", recognises, open};

}  // namespace rapporteur::source::all
