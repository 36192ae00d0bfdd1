#include "title.h"

#include <algorithm>
#include <array>

#include "parts.h"
#include "tidy.h"

namespace rapporteur::source::html {

namespace {

using namespace std::string_view_literals;

constexpr std::array kSeparators = {" | "sv,  " - "sv,      " \u2013 "sv, " \u2014 "sv,
                                    " :: "sv, " \u00BB "sv, " \u00AB "sv, " \u00B7 "sv,
                                    " // "sv, " \u2022 "sv, " / "sv};
constexpr std::size_t kLongestHeading = 400;
constexpr std::size_t kFewestBytes = 12;  // of a headline that is taken on its own word
constexpr std::size_t kSiteWords = 5;

std::size_t words_in(std::string_view words) {
  std::size_t count = words.empty() ? 0 : 1;
  for (const char c : words) count += c == ' ' ? 1 : 0;
  return count;
}

struct Heading {
  std::uint32_t node;
  std::string words;
  std::string bare;
  Tag tag;
  bool named;  // calls itself the headline
};

bool names_itself(const Page& page, std::uint32_t n) {
  return page.attribute(n, "itemprop") == "headline" ||
         has_class_word(page, n,
                        "headline entry-title post-title article-title page-title news-title "
                        "title storytitle article-headline pagetitle contentheading");
}

std::vector<Heading> headings_of(const Page& page) {
  std::vector<Heading> out;
  for (std::uint32_t n = 0; n < page.size() && out.size() < 200; ++n) {
    const bool named = page[n].tag != Tag::text && !is_heading(page[n].tag) &&
                       (page.attribute(n, "itemprop") == "headline" ||
                        ((page[n].tag == Tag::div || page[n].tag == Tag::p ||
                          page[n].tag == Tag::td || page[n].tag == Tag::span) &&
                         names_itself(page, n)));
    if (!is_heading(page[n].tag) && !named) continue;
    if (page[n].end - n > 60) continue;
    Heading heading;
    heading.node = n;
    heading.words = page.text_of(n, kLongestHeading);
    heading.bare = bare_words(heading.words);
    heading.tag = page[n].tag;
    heading.named = named || names_itself(page, n);
    if (!heading.bare.empty()) out.push_back(std::move(heading));
  }
  return out;
}

// The heading that shows what metadata tells, whole or as its beginning.
const Heading* confirmed(const std::vector<Heading>& headings, const std::string& told) {
  const std::string bare = bare_words(told);
  if (bare.size() < kFewestBytes) return nullptr;
  for (const Heading& heading : headings) {
    if (heading.bare == bare) return &heading;
  }
  for (const Heading& heading : headings) {
    if (heading.bare.size() < kFewestBytes || heading.tag > Tag::h3) continue;
    if (heading.bare.starts_with(bare) && heading.bare.size() < bare.size() * 2) return &heading;
    // The rest of what was told is the site's name, after a separator.
    if (bare.starts_with(heading.bare) && title_parts(told).size() > 1) return &heading;
    if (bare.ends_with(heading.bare) && heading.bare.size() * 2 > bare.size()) return &heading;
    // Metadata that is cut short.
    if (told.ends_with("...") || told.ends_with("\u2026")) {
      const std::string start = bare.substr(0, bare.size() - std::min<std::size_t>(bare.size(), 4));
      if (start.size() >= kFewestBytes && heading.bare.starts_with(start)) return &heading;
    }
  }
  return nullptr;
}

// The part of <title> that the page shows as a line of its own and not as a link.
Headline shown_part(const Page& page, const std::string& title) {
  Headline best;
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::string& part : title_parts(title))
    parts.emplace_back(bare_words(part), std::move(part));
  if (parts.size() < 2) return best;
  for (std::uint32_t n = 0; n < page.size(); ++n) {
    const Node& node = page[n];
    if (node.tag != Tag::text || node.text.size() < kFewestBytes) continue;
    if (node.text.size() > kLongestHeading || page[node.parent].tag == Tag::a) continue;
    if (page[node.parent].tag == Tag::title) continue;
    const std::string bare = bare_words(node.text);
    for (const auto& [wanted, words] : parts) {
      if (bare == wanted && words.size() > best.words.size() && words_in(words) >= 3) {
        best = {words, n};
      }
    }
  }
  return best;
}

}  // namespace

std::vector<std::string> title_parts(std::string_view title) {
  std::vector<std::string> out;
  while (!title.empty()) {
    std::size_t cut = std::string_view::npos;
    std::size_t size = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = title.find(separator);
      if (at < cut) {
        cut = at;
        size = separator.size();
      }
    }
    out.emplace_back(title.substr(0, cut));
    if (cut == std::string_view::npos) break;
    title.remove_prefix(cut + size);
  }
  return out;
}

std::string without_site(std::string_view title, std::string_view site) {
  const std::vector<std::string> parts = title_parts(title);
  if (parts.size() < 2) return std::string(title);
  const std::string bare_site = bare_words(site);
  const auto is_site = [&](const std::string& part) {
    const std::string bare = bare_words(part);
    if (!bare_site.empty() && !bare.empty() &&
        (bare == bare_site || bare.starts_with(bare_site) || bare_site.starts_with(bare))) {
      return true;
    }
    return words_in(part) <= kSiteWords && words_in(part) * 2 <= words_in(parts.front());
  };
  // From the end, and once from the start.
  std::string_view rest = title;
  for (std::size_t i = parts.size(); i-- > 1;) {
    if (!is_site(parts[i])) break;
    rest = title.substr(0, rest.rfind(parts[i], rest.size()));
    for (const std::string_view separator : kSeparators) {
      if (rest.ends_with(separator)) {
        rest.remove_suffix(separator.size());
        break;
      }
    }
  }
  const std::string first = bare_words(parts.front());
  if (rest.size() == title.size() && !bare_site.empty() && first == bare_site) {
    rest = title.substr(title.find(parts[1], parts[0].size()));
  }
  return std::string(rest);
}

std::string without_separators(std::string_view words) {
  constexpr std::string_view kAscii = " \t\n|:/-";
  for (;;) {
    const std::size_t size = words.size();
    while (!words.empty() && kAscii.find(words.front()) != std::string_view::npos) {
      words.remove_prefix(1);
    }
    while (!words.empty() && kAscii.find(words.back()) != std::string_view::npos) {
      words.remove_suffix(1);
    }
    for (const auto sign :
         {"\u2013"sv, "\u2014"sv, "\u00BB"sv, "\u00AB"sv, "\u00B7"sv, "\u2022"sv}) {
      if (words.starts_with(sign)) words.remove_prefix(sign.size());
      if (words.ends_with(sign)) words.remove_suffix(sign.size());
    }
    if (words.size() == size) return std::string(words);
  }
}

Headline headline_of(const Page& page, const std::vector<std::string>& told,
                     std::string_view site) {
  const std::vector<Heading> headings = headings_of(page);
  for (const std::string& words : told) {
    if (const Heading* found = confirmed(headings, words)) return {found->words, found->node};
    const std::string plain = without_site(words, site);
    if (plain == words) continue;
    if (const Heading* found = confirmed(headings, plain)) return {found->words, found->node};
  }
  if (!told.empty()) {
    if (Headline found = shown_part(page, told.back()); found.node != 0) return found;
  }
  const std::string bare_site = bare_words(site);
  for (std::size_t i = 0; i + 1 < told.size(); ++i) {
    std::string plain = without_site(told[i], site);
    if (!plain.empty() && bare_words(plain) != bare_site) return {std::move(plain), 0};
  }
  for (const bool named : {true, false}) {
    for (const Heading& heading : headings) {
      const bool fits = named ? heading.named : heading.tag == Tag::h1;
      if (fits && words_in(heading.words) >= 3 && heading.bare != bare_site) {
        return {heading.words, heading.node};
      }
    }
  }
  return {told.empty() ? std::string() : without_site(told.back(), site), 0};
}

}  // namespace rapporteur::source::html
