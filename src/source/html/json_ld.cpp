#include "json_ld.h"

#include <simdjson.h>

#include <string_view>

#include "page.h"
#include "words.h"

namespace rapporteur::source::html {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;
constexpr std::size_t kMostObjects = 2000;
constexpr std::string_view kArticles =
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting PressRelease Report "
    "SocialMediaPosting TechArticle ScholarlyArticle SpecialAnnouncement";
constexpr std::string_view kPages = "WebPage ItemPage AboutPage";
constexpr std::string_view kSites =
    "WebSite Organization NewsMediaOrganization GovernmentOrganization Corporation";

// Line ends inside strings are common and no JSON; so are wrappings such as "//<![CDATA[".
std::string mended(std::string_view script) {
  const std::size_t cdata = script.find("<![CDATA[");
  const std::size_t begin = script.find_first_of("{[", cdata < 16 ? cdata + 9 : 0);
  const std::size_t end = script.find_last_of(cdata < 16 ? "}" : "}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string out(script.substr(begin, end - begin + 1));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

std::string_view words_of(const object& from, std::string_view name) {
  std::string_view words;
  element value;
  if (from.at_key(name).get(value) != simdjson::SUCCESS) return {};
  if (value.is_array()) {
    const array several = value.get_array().value_unsafe();
    if (several.size() == 0) return {};
    value = *several.begin();
  }
  return value.get_string().get(words) == simdjson::SUCCESS ? words : std::string_view();
}

bool is_a(const object& from, std::string_view types) {
  element value;
  if (from.at_key("@type").get(value) != simdjson::SUCCESS) return false;
  const auto fits = [&](const element& type) {
    std::string_view name;
    return type.get_string().get(name) == simdjson::SUCCESS && has_word(types, name);
  };
  if (!value.is_array()) return fits(value);
  const array types_of = value.get_array().value_unsafe();
  for (const element type : types_of) {
    if (fits(type)) return true;
  }
  return false;
}

class Graph {
 public:
  void collect(const element& value, int depth = 0) {
    if (depth > kDeepest || objects_.size() > kMostObjects) return;
    if (value.is_array()) {
      const array items = value.get_array().value_unsafe();
      for (const element item : items) collect(item, depth + 1);
    } else if (value.is_object()) {
      const object mine = value.get_object().value_unsafe();
      objects_.push_back(mine);
      for (const auto field : mine) collect(field.value, depth + 1);
    }
  }

  // False: it holds no object of these types.
  bool fill(std::string_view types, Linked& out) const {
    for (const object& candidate : objects_) {
      if (!is_a(candidate, types)) continue;
      take(candidate, out);
      return true;
    }
    return false;
  }

  [[nodiscard]] std::string site() const {
    for (const object& candidate : objects_) {
      if (!is_a(candidate, kSites)) continue;
      if (const std::string_view name = words_of(candidate, "name"); !name.empty()) {
        return text_of_html(name);
      }
    }
    return {};
  }

 private:
  void take(const object& from, Linked& out) const {
    out.headline = text_of_html(words_of(from, "headline"));
    if (out.headline.empty()) out.headline = text_of_html(words_of(from, "name"));
    out.published = words_of(from, "datePublished");
    if (out.published.empty()) out.published = words_of(from, "dateCreated");
    out.modified = words_of(from, "dateModified");
    out.byline = names_in(from, "author");
    if (out.byline.empty()) out.byline = names_in(from, "creator");
    out.publisher = names_in(from, "publisher");
    out.language = words_of(from, "inLanguage");
    out.address = words_of(from, "url");
    if (out.address.empty()) out.address = id_in(from, "mainEntityOfPage");
    out.body = words_of(from, "articleBody");
  }

  [[nodiscard]] std::string id_in(const object& from, std::string_view name) const {
    element value;
    if (from.at_key(name).get(value) != simdjson::SUCCESS) return {};
    object inner;
    if (value.get_object().get(inner) == simdjson::SUCCESS) {
      return std::string(words_of(inner, "@id"));
    }
    return std::string(words_of(from, name));
  }

  // "A", {"name": "A"}, {"@id": ...} of another object here, or several of these.
  [[nodiscard]] std::string names_in(const object& from, std::string_view name) const {
    element value;
    if (from.at_key(name).get(value) != simdjson::SUCCESS) return {};
    if (!value.is_array()) return name_of(value);
    std::string out;
    const array items = value.get_array().value_unsafe();
    for (const element item : items) {
      const std::string one = name_of(item);
      if (!one.empty()) out += (out.empty() ? "" : ", ") + one;
    }
    return out;
  }

  [[nodiscard]] std::string name_of(const element& value) const {
    std::string_view words;
    if (value.get_string().get(words) == simdjson::SUCCESS) return text_of_html(words);
    object inner;
    if (value.get_object().get(inner) != simdjson::SUCCESS) return {};
    words = words_of(inner, "name");
    if (!words.empty()) return text_of_html(words);
    const std::string_view id = words_of(inner, "@id");
    if (id.empty()) return {};
    for (const object& other : objects_) {
      if (words_of(other, "@id") != id) continue;
      if (words = words_of(other, "name"); !words.empty()) return text_of_html(words);
    }
    return {};
  }

  std::vector<object> objects_;
};

void keep(std::string& into, const std::string& value) {
  if (into.empty()) into = value;
}

}  // namespace

Linked linked_data(const std::vector<std::string>& scripts) {
  Linked out;
  std::string site;
  bool article = false;
  Linked page;
  for (const std::string& script : scripts) {
    const std::string json = mended(script);
    simdjson::dom::parser parser;
    element root;
    if (json.empty() || parser.parse(json).get(root) != simdjson::SUCCESS) {
      out.unreadable = out.unreadable || !json.empty();
      continue;
    }
    Graph graph;
    graph.collect(root);
    const bool unreadable = out.unreadable;
    if (!article) article = graph.fill(kArticles, out);
    out.unreadable = unreadable;
    if (page.headline.empty()) graph.fill(kPages, page);
    keep(site, graph.site());
  }
  keep(out.headline, page.headline);
  keep(out.published, page.published);
  keep(out.modified, page.modified);
  keep(out.language, page.language);
  keep(out.address, page.address);
  keep(out.byline, page.byline);
  keep(out.publisher, page.publisher);
  keep(out.publisher, site);
  return out;
}

}  // namespace rapporteur::source::html
