#include "parts.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "words.h"

namespace rapporteur::source::html {

namespace {

struct Row {
  std::string_view words;  // of classes and ids; "a-b" are words in a row
  std::string_view reason;
  Trust trust;
};
constexpr int kMostParts = 4;  // words in a row
constexpr auto kStrong = Trust::strong;
constexpr auto kWeak = Trust::weak;

// The first row that fits counts.
constexpr std::array kRows = {
    Row{"hidden visuallyhidden sr-only srt offscreen invisible visually-hidden screen-reader "
        "screenreader d-none a11y",
        "hidden", kStrong},
    Row{"cookie cookies consent gdpr ccpa onetrust didomi cmp cookiebar cookiebanner "
        "cookieconsent privacy-notice",
        "cookie notice", kStrong},
    Row{"comment comments disqus commentlist respond livefyre discussion comment-form "
        "commentform usercomments",
        "comments", kStrong},
    Row{"share sharing sharebar sharethis addthis addtoany sharedaddy social socials share-buttons "
        "social-media socialmedia sociallinks follow follow-us shares sharelinks sharetools "
        "sharebuttons",
        "share line", kStrong},
    Row{"related relateds relatedposts relatedlinks recommended recommendation recommendations "
        "recirc recirculation "
        "outbrain taboola trending popular mostread mostpopular readmore readnext upnext teaser "
        "teasers seealso alsoread morenews crosslink crosslinks jp-relatedposts zergnet most-read "
        "most-popular most-viewed read-more read-next read-also also-read more-news more-stories "
        "more-from more-on up-next you-may see-also latest-news latest-posts top-stories "
        "next-post prev-post previous-post next-article post-navigation nav-links editors-picks "
        "further-reading moreon relatedcontent top-news other-news",
        "related links", kStrong},
    Row{"newsletter newsletters subscribe subscription subscriptions subscriber paywall regwall "
        "signup sign-up donate donation membership register-wall metered piano login signin "
        "subscribe-box",
        "subscription", kStrong},
    Row{"ad ads advert adverts advertisement advertisements adsense advertising sponsor sponsored "
        "dfp gpt promo promos promotion commercial adslot adbox advertorial ad-slot",
        "advertisement", kStrong},
    Row{"nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumbs crumb pagination "
        "pager pagenav topbar sitemap skip-link skiplink dropdown megamenu hamburger prevnext "
        "site-header siteheader masthead langswitch language-switcher lang-switcher languages "
        "main-nav backtotop back-to-top totop searchform searchbox search-form mainmenu topmenu "
        "sidenav site-nav breadcumb",
        "navigation", kStrong},
    Row{"modal popup overlay lightbox tooltip toast snackbar ticker noprint no-print interstitial",
        "page control", kStrong},
    Row{"author-box authorbox author-bio about-author author-info about-the-author author-profile "
        "bio authorbio post-author-box",
        "about the author", kStrong},
    Row{"footer colophon copyright copyrights disclaimer imprint sitefooter site-footer "
        "footnotes-site",
        "footer", kStrong},
    Row{"print toolbar tools fontsize font-size text-size textsize listen readtime reading-time "
        "read-time readingtime feedback survey report-error rate rating ratings poll likes views "
        "viewcount view-count counter counters hits wordcount actions utility toolbox "
        "article-tools player-controls reactions reaction bookmark",
        "page control", kWeak},
    Row{"tags taglist tag-list tag-links tagcloud keywords hashtags cat-links tags-links "
        "post-tags entry-tags article-tags topics categories category kicker eyebrow section-name "
        "overline rubric",
        "tags", kWeak},
    Row{"sidebar aside widget widgets rail right-column rightcolumn rightcol right-col side-column "
        "sidecolumn sidecol left-column secondary",
        "sidebar", kWeak},
    Row{"byline author authors contributor contributors posted-by writer reporter by-line",
        "byline", kWeak},
    Row{"timestamp published pubdate date datetime dateline entry-meta post-meta article-meta meta "
        "metadata posted-on postmetadata entry-date post-date updated time publish-date dates "
        "article-info post-info byline-date release-date pub-date submitted",
        "date", kWeak},
    Row{"banner header-top legal", "navigation", kWeak},
};

constexpr std::array kRoles = {
    Row{"navigation menu menubar search banner toolbar", "navigation", kStrong},
    Row{"contentinfo", "footer", kStrong},
    Row{"dialog alertdialog tooltip alert", "page control", kStrong},
    Row{"complementary", "sidebar", kWeak},
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<signed char>(c) < 0;
}

// "postMeta has-sidebar" -> " post meta |": words in spaces; a bar ends what stood between spaces
// in the attribute. What a page merely has ("has-sidebar", "no-comments") is left out.
std::string class_words(std::string_view value) {
  std::string out = " ";
  for (std::size_t i = 0; i < value.size() && i < 400;) {
    std::size_t end = value.find_first_of(" \t\n\r", i);
    if (end == std::string_view::npos) end = value.size();
    const std::string_view name = value.substr(i, end - i);
    i = end + 1;
    if (name.starts_with("has-") || name.starts_with("no-") || name.starts_with("with-") ||
        name.starts_with("has_") || name.starts_with("hide-") || name.starts_with("without-") ||
        name.starts_with("col-") || name.starts_with("js-has")) {
      continue;
    }
    for (std::size_t k = 0; k < name.size(); ++k) {
      const bool upper = name[k] >= 'A' && name[k] <= 'Z';
      const bool hump = upper && k > 0 && name[k - 1] >= 'a' && name[k - 1] <= 'z';
      if ((hump || !is_letter(name[k])) && out.back() != ' ') out += ' ';
      if (is_letter(name[k])) out += upper ? static_cast<char>(name[k] + 32) : name[k];
    }
    if (out.back() != ' ') out += ' ';
    out += "| ";
  }
  return out;
}

// `list`: words separated by spaces, each perhaps of several parts joined by '-'.
bool holds(std::string_view words, std::string_view list) {
  std::string wanted;
  while (!list.empty()) {
    const std::size_t cut = std::min(list.find(' '), list.size());
    wanted.assign(1, ' ');
    for (const char c : list.substr(0, cut)) wanted += c == '-' ? ' ' : c;
    wanted += ' ';
    if (words.find(wanted) != std::string_view::npos) return true;
    list.remove_prefix(std::min(cut + 1, list.size()));
  }
  return false;
}

// From a word or words in a row ("see also") to its place in kRows.
using Places = std::unordered_map<std::string, std::size_t>;

const Places& places() {
  static const Places kTable = [] {
    Places out;
    for (std::size_t place = 0; place < kRows.size(); ++place) {
      std::string_view list = kRows[place].words;
      while (!list.empty()) {
        const std::size_t cut = std::min(list.find(' '), list.size());
        std::string words(list.substr(0, cut));
        std::replace(words.begin(), words.end(), '-', ' ');
        out.emplace(std::move(words), place);
        list.remove_prefix(std::min(cut + 1, list.size()));
      }
    }
    return out;
  }();
  return kTable;
}

// The first row that has one of `words`, as class_words makes them.
const Row* row_of(std::string_view words) {
  std::size_t best = kRows.size();
  for (std::size_t begin = 1; begin < words.size();) {
    std::size_t end = begin;
    for (int count = 0; count < kMostParts && end < words.size(); ++count) {
      end = std::min(words.find(' ', end), words.size());
      const auto found = places().find(std::string(words.substr(begin, end - begin)));
      if (found != places().end()) best = std::min(best, found->second);
      ++end;
    }
    begin = words.find(' ', begin);
    if (begin == std::string_view::npos) break;
    ++begin;
  }
  return best < kRows.size() ? &kRows[best] : nullptr;
}

std::string words_of(const Page& page, std::uint32_t n) {
  std::string value(page.attribute(n, "class"));
  if (const std::string_view id = page.attribute(n, "id"); !id.empty()) {
    (value += ' ') += id;
  }
  return value.empty() ? value : class_words(value);
}

Part part_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::menu:
      return {"navigation", kStrong};
    case Tag::button:
    case Tag::select:
    case Tag::input:
    case Tag::datalist:
    case Tag::option:
    case Tag::label:
    case Tag::legend:
    case Tag::dialog:
      return {"page control", kStrong};
    case Tag::form:
      return {"page control", kWeak};
    case Tag::aside:
      return {"sidebar", kWeak};
    case Tag::footer:
      return {"footer", kWeak};
    default:
      return {};
  }
}

bool is_hidden(const Page& page, std::uint32_t n) {
  if (page.has(n, "hidden")) return true;
  const std::string_view style = page.attribute(n, "style");
  if (style.empty()) return false;
  std::string tight;
  for (const char c : style) {
    if (c != ' ') tight += lower(c);
  }
  return tight.find("display:none") != std::string::npos ||
         tight.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Part part_of(const Page& page, std::uint32_t n) {
  const Tag tag = page[n].tag;
  if (tag == Tag::text || tag == Tag::html || tag == Tag::body) return {};
  if (is_hidden(page, n)) return {"hidden", kStrong};
  if (page.attribute(n, "aria-hidden") == "true") return {"hidden", kWeak};
  if (const Part part = part_of_tag(tag); part.trust != Trust::none) return part;
  const std::string_view role = page.attribute(n, "role");
  for (const Row& row : kRoles) {
    if (!role.empty() && has_word(row.words, role)) return {row.reason, row.trust};
  }
  const std::string words = words_of(page, n);
  if (words.empty()) return {};
  const Row* row = row_of(words);
  if (row == nullptr) return {};
  const bool holder = tag == Tag::main || tag == Tag::article || tag == Tag::header;
  return {row->reason, holder && row->reason != "comments" ? kWeak : row->trust};
}

bool has_class_word(const Page& page, std::uint32_t n, std::string_view words) {
  const std::string mine = words_of(page, n);
  return !mine.empty() && holds(mine, words);
}

bool is_about(std::string_view reason) {
  return reason == "byline" || reason == "date" || reason == "tags" || reason == "title";
}

}  // namespace rapporteur::source::html
