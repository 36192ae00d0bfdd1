#include "metadata.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "address.h"
#include "byline.h"
#include "dates.h"
#include "parts.h"
#include "tidy.h"
#include "title.h"
#include "words.h"

namespace rapporteur::source::html {

namespace {

constexpr std::size_t kLongestName = 64;  // of a meta element or a language; bytes
// Names and properties of `meta` elements in lower case, best first.
constexpr std::string_view kTitleNames =
    "og:title sailthru.title parsely-title citation_title dc.title dcterms.title twitter:title "
    "headline title";
constexpr std::string_view kPublisherNames =
    "og:site_name dc.publisher dcterms.publisher publisher citation_publisher site_name "
    "application-name apple-mobile-web-app-title";
constexpr std::string_view kBylineNames =
    "author parsely-author sailthru.author dc.creator dcterms.creator byl byline article:author "
    "citation_author og:article:author";
constexpr std::string_view kPublishedNames =
    "article:published_time og:published_time og:article:published_time article:published "
    "datepublished date_published parsely-pub-date sailthru.date publish-date publish_date "
    "publishdate published published_time publication_date publicationdate pubdate "
    "dc.date.issued dcterms.issued dcterms.date dc.date dcterms.created dc.date.created "
    "dcterms.available date displaydate rnews:datepublished cxenseparse:recs:publishtime "
    "citation_publication_date citation_date originalpublicationdate article_date_original "
    "release_date release-date";
constexpr std::string_view kModifiedNames =
    "article:modified_time og:updated_time og:modified_time article:modified datemodified "
    "dcterms.modified dc.date.modified last-modified lastmod revised updated_time modified";

std::size_t place_in(std::string_view words, std::string_view word) {
  std::size_t place = 0;
  while (!words.empty()) {
    const std::size_t cut = std::min(words.find(' '), words.size());
    if (words.substr(0, cut) == word) return place;
    words.remove_prefix(std::min(cut + 1, words.size()));
    ++place;
  }
  return std::string_view::npos;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// "EN-us" -> "en"; anything but two letters: empty.
std::string language_code(std::string_view words) {
  const std::string lower =
      lower_start(words.substr(0, words.find_first_of("-_,; ")), kLongestName);
  const bool two =
      lower.size() == 2 && lower[0] >= 'a' && lower[0] <= 'z' && lower[1] >= 'a' && lower[1] <= 'z';
  return two ? lower : std::string();
}

// "https://www.example.org" and "http://example.org" are one.
std::string_view site_of(const Address& address) {
  std::string_view site = address.origin;
  site.remove_prefix(std::min(site.find("://") + 3, site.size()));
  if (site.starts_with("www.")) site.remove_prefix(4);
  return site;
}

class Metadata {
 public:
  Metadata(const Page& page, const Linked& linked, const Found& found, Article& out)
      : page_(page), linked_(linked), found_(found), out_(out) {}

  std::uint32_t run() {
    for (std::uint32_t n = 0; n < page_.size(); ++n) look_at(n);
    out_.publisher = linked_.publisher;
    fill(out_.publisher, best(kPublisherNames));
    fill(out_.publisher, item_publisher_);
    const Headline headline =
        headline_of(page_, {linked_.headline, best(kTitleNames), title_}, out_.publisher);
    out_.title = headline.words;
    fill(out_.publisher, site_in_title());
    dates();
    byline();
    fill(out_.language, language_code(lang_));
    fill(out_.language, language_code(value_of("content-language")));
    fill(out_.language, language_code(value_of("og:locale")));
    fill(out_.language, language_code(linked_.language));
    address();
    return headline.node;
  }

 private:
  struct Meta {
    std::string name;
    std::string_view content;
  };

  void look_at(std::uint32_t n) {
    switch (page_[n].tag) {
      case Tag::text:
        return;
      case Tag::meta:
        return meta(n);
      case Tag::html:
        lang_ = page_.attribute(n, "lang");
        if (lang_.empty()) lang_ = page_.attribute(n, "xml:lang");
        return;
      case Tag::title:
        if (title_.empty()) title_ = page_.text_of(n);
        return;
      case Tag::base:
        if (base_.empty()) base_ = page_.attribute(n, "href");
        return;
      case Tag::link:
        if (canonical_.empty() && has_word(page_.attribute(n, "rel"), "canonical")) {
          canonical_ = page_.attribute(n, "href");
        }
        return;
      default:
        item(n);
    }
  }

  void meta(std::uint32_t n) {
    const std::string_view content = page_.attribute(n, "content");
    if (content.find_first_not_of(" \t\n") == std::string_view::npos) return;
    for (const std::string_view key : {"property", "name", "http-equiv", "itemprop"}) {
      const std::string_view name = page_.attribute(n, key);
      if (name.empty()) continue;
      if (key == "itemprop") {
        item(n);
      } else if (metas_.size() < 500) {
        metas_.push_back({lower_start(name, kLongestName), content});
      }
    }
  }

  [[nodiscard]] std::string item_value(std::uint32_t n) const {
    std::string_view value = page_.attribute(n, "content");
    if (value.empty()) value = page_.attribute(n, "datetime");
    return value.empty() ? page_.text_of(n, 200) : std::string(value);
  }

  // Microdata, and what classes say of dates and authors.
  void item(std::uint32_t n) {
    const std::string_view name = page_.attribute(n, "itemprop");
    if (name == "datePublished") fill(item_published_, day_in(item_value(n)));
    if (name == "dateModified") fill(item_modified_, day_in(item_value(n)));
    if (name == "publisher" && item_publisher_.empty()) item_publisher_ = name_inside(n);
    if (name == "author" && item_author_.empty()) item_author_ = name_inside(n);
    if (page_[n].tag == Tag::time) time(n);
    if (class_author_.empty()) author(n);
  }

  void author(std::uint32_t n) {
    const bool named = has_word(page_.attribute(n, "rel"), "author") ||
                       has_class_word(page_, n, "author byline by-line author-name authors");
    if (!named || page_[n].end - n > 40 || has_class_word(page_, n, "comment comments")) return;
    const std::string words = page_.text_of(n, 120);
    if (words.size() < 90) class_author_ = words;
  }

  void time(std::uint32_t n) {
    if (page_.attribute(n, "itemprop") == "dateModified") return;
    const bool named = page_.has(n, "pubdate") ||
                       has_class_word(page_, n,
                                      "published entry-date post-date publish-date pub-date "
                                      "date-published publishdate");
    const bool updated = has_class_word(page_, n, "updated modified update");
    if (updated && !named) {
      fill(time_modified_, day_in(item_value(n)));
    } else if (named) {
      fill(item_published_, day_in(item_value(n)));
    }
  }

  [[nodiscard]] std::string name_inside(std::uint32_t n) const {
    for (std::uint32_t c = n + 1; c < page_[n].end; ++c) {
      if (page_.attribute(c, "itemprop") == "name") return item_value(c);
    }
    return item_value(n);
  }

  [[nodiscard]] std::string_view value_of(std::string_view name) const {
    for (const Meta& meta : metas_) {
      if (meta.name == name) return meta.content;
    }
    return {};
  }

  // The value of the first of `names` that is there.
  [[nodiscard]] std::string best(std::string_view names) const {
    std::size_t place = std::string_view::npos;
    std::string_view value;
    for (const Meta& meta : metas_) {
      const std::size_t mine = place_in(names, meta.name);
      if (mine >= place) continue;
      place = mine;
      value = meta.content;
    }
    return text_of_html(value);
  }

  // Of several days the one under the best name; what is no day does not count.
  [[nodiscard]] std::string best_day(std::string_view names) const {
    std::size_t place = std::string_view::npos;
    std::string day;
    for (const Meta& meta : metas_) {
      const std::size_t mine = place_in(names, meta.name);
      if (mine >= place) continue;
      if (std::string found = day_in(meta.content); !found.empty()) {
        place = mine;
        day = std::move(found);
      }
    }
    return day;
  }

  void dates() {
    out_.published = day_in(linked_.published);
    fill(out_.published, best_day(kPublishedNames));
    fill(out_.published, item_published_);
    out_.modified = day_in(linked_.modified);
    fill(out_.modified, best_day(kModifiedNames));
    fill(out_.modified, item_modified_);
    fill(out_.modified, time_modified_);
  }

  // What <title> adds to the headline, in front of it or behind.
  [[nodiscard]] std::string site_in_title() const {
    const std::size_t at = out_.title.empty() ? std::string::npos : title_.find(out_.title);
    if (at == std::string::npos) return site_among_parts();
    const std::string before = without_separators(title_.substr(0, at));
    const std::string after = without_separators(title_.substr(at + out_.title.size()));
    if (!after.empty() && !before.empty()) return {};
    const std::vector<std::string> parts = title_parts(after);
    return after.empty() ? before : without_separators(parts.back());
  }

  [[nodiscard]] std::string site_among_parts() const {
    const std::vector<std::string> parts = title_parts(title_);
    const std::string headline = bare_words(out_.title);
    if (parts.size() < 2 || headline.empty()) return {};
    const auto is_headline = [&](const std::string& part) {
      const std::string bare = bare_words(part);
      return headline.find(bare) != std::string::npos || bare.find(headline) != std::string::npos;
    };
    if (!is_headline(parts.back())) return parts.back();
    return is_headline(parts.front()) ? std::string() : parts.front();
  }

  void byline() {
    for (const std::string& told :
         {linked_.byline, best(kBylineNames), item_author_, class_author_}) {
      out_.byline = clean_byline(told, out_.publisher);
      if (!out_.byline.empty()) return;
    }
  }

  // A page speaks for its own site alone: another's address would take that report's place.
  void address() {
    const std::string from = found_.address.empty() ? std::string(base_) : found_.address;
    const Result<Address> base = parse_address(from);
    const Result<Address> fetched = parse_address(found_.address);
    for (const std::string_view told :
         {canonical_, value_of("og:url"), std::string_view(linked_.address)}) {
      if (told.empty()) continue;
      const std::string words(trimmed(told));
      const Result<Address> whole = base ? resolve_address(*base, words) : parse_address(words);
      const bool own = whole && (!fetched || site_of(*whole) == site_of(*fetched));
      if (!own || whole->path.size() < 2) continue;
      out_.address = whole->whole;
      return;
    }
    if (fetched) out_.address = fetched->whole;
  }

  const Page& page_;
  const Linked& linked_;
  const Found& found_;
  Article& out_;
  std::vector<Meta> metas_;
  std::string_view lang_, canonical_, base_;
  std::string title_;
  std::string item_published_, item_modified_, time_modified_, item_publisher_, item_author_;
  std::string class_author_;
};

}  // namespace

std::uint32_t read_metadata(const Page& page, const Linked& linked, const Found& found,
                            Article& article) {
  return Metadata(page, linked, found, article).run();
}

}  // namespace rapporteur::source::html
