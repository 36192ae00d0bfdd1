#include "page.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "guard.h"

namespace rapporteur::source::html {

namespace {

struct Name {
  GumboTag theirs;
  Tag ours;
};
constexpr std::array kTags = {
    Name{GUMBO_TAG_A, Tag::a},
    Name{GUMBO_TAG_ADDRESS, Tag::address},
    Name{GUMBO_TAG_ARTICLE, Tag::article},
    Name{GUMBO_TAG_ASIDE, Tag::aside},
    Name{GUMBO_TAG_BASE, Tag::base},
    Name{GUMBO_TAG_BLOCKQUOTE, Tag::blockquote},
    Name{GUMBO_TAG_BODY, Tag::body},
    Name{GUMBO_TAG_BR, Tag::br},
    Name{GUMBO_TAG_BUTTON, Tag::button},
    Name{GUMBO_TAG_CAPTION, Tag::caption},
    Name{GUMBO_TAG_CENTER, Tag::center},
    Name{GUMBO_TAG_DATALIST, Tag::datalist},
    Name{GUMBO_TAG_DD, Tag::dd},
    Name{GUMBO_TAG_DETAILS, Tag::details},
    Name{GUMBO_TAG_DIV, Tag::div},
    Name{GUMBO_TAG_DL, Tag::dl},
    Name{GUMBO_TAG_DT, Tag::dt},
    Name{GUMBO_TAG_FIELDSET, Tag::fieldset},
    Name{GUMBO_TAG_FIGCAPTION, Tag::figcaption},
    Name{GUMBO_TAG_FIGURE, Tag::figure},
    Name{GUMBO_TAG_FOOTER, Tag::footer},
    Name{GUMBO_TAG_FORM, Tag::form},
    Name{GUMBO_TAG_H1, Tag::h1},
    Name{GUMBO_TAG_H2, Tag::h2},
    Name{GUMBO_TAG_H3, Tag::h3},
    Name{GUMBO_TAG_H4, Tag::h4},
    Name{GUMBO_TAG_H5, Tag::h5},
    Name{GUMBO_TAG_H6, Tag::h6},
    Name{GUMBO_TAG_HEAD, Tag::head},
    Name{GUMBO_TAG_HEADER, Tag::header},
    Name{GUMBO_TAG_HR, Tag::hr},
    Name{GUMBO_TAG_HTML, Tag::html},
    Name{GUMBO_TAG_IMG, Tag::img},
    Name{GUMBO_TAG_INPUT, Tag::input},
    Name{GUMBO_TAG_LABEL, Tag::label},
    Name{GUMBO_TAG_LEGEND, Tag::legend},
    Name{GUMBO_TAG_LI, Tag::li},
    Name{GUMBO_TAG_LINK, Tag::link},
    Name{GUMBO_TAG_MAIN, Tag::main},
    Name{GUMBO_TAG_MENU, Tag::menu},
    Name{GUMBO_TAG_META, Tag::meta},
    Name{GUMBO_TAG_NAV, Tag::nav},
    Name{GUMBO_TAG_OL, Tag::ol},
    Name{GUMBO_TAG_OPTION, Tag::option},
    Name{GUMBO_TAG_P, Tag::p},
    Name{GUMBO_TAG_PRE, Tag::pre},
    Name{GUMBO_TAG_SECTION, Tag::section},
    Name{GUMBO_TAG_SELECT, Tag::select},
    Name{GUMBO_TAG_SPAN, Tag::span},
    Name{GUMBO_TAG_SUMMARY, Tag::summary},
    Name{GUMBO_TAG_TABLE, Tag::table},
    Name{GUMBO_TAG_TBODY, Tag::tbody},
    Name{GUMBO_TAG_TD, Tag::td},
    Name{GUMBO_TAG_TFOOT, Tag::tfoot},
    Name{GUMBO_TAG_TH, Tag::th},
    Name{GUMBO_TAG_THEAD, Tag::thead},
    Name{GUMBO_TAG_TIME, Tag::time},
    Name{GUMBO_TAG_TITLE, Tag::title},
    Name{GUMBO_TAG_TR, Tag::tr},
    Name{GUMBO_TAG_UL, Tag::ul},
};

Tag tag_of(const GumboNode& node) {
  static const auto kTable = [] {
    std::array<Tag, GUMBO_TAG_LAST + 1> out{};
    out.fill(Tag::other);
    for (const Name& name : kTags) out[static_cast<std::size_t>(name.theirs)] = name.ours;
    return out;
  }();
  return kTable[std::min<std::size_t>(node.v.element.tag, GUMBO_TAG_LAST)];
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The guard bounds the depth of what is walked here, save for elements that the parser implies.
class Walk {
 public:
  Walk(std::vector<Node>& nodes, std::vector<Attribute>& attributes)
      : nodes_(nodes), attributes_(attributes) {}

  void add(const GumboNode& node, std::uint32_t parent) {
    const auto n = static_cast<std::uint32_t>(nodes_.size());
    Node& mine = nodes_.emplace_back();
    mine.parent = parent;
    mine.attributes = static_cast<std::uint32_t>(attributes_.size());
    if (is_text(node)) {
      mine.tag = Tag::text;
      mine.text = node.v.text.text;
    } else if (node.type == GUMBO_NODE_ELEMENT) {
      mine.tag = tag_of(node);
      const GumboVector& attributes = node.v.element.attributes;
      for (unsigned i = 0; i < attributes.length; ++i) {
        const auto& theirs = *static_cast<const GumboAttribute*>(attributes.data[i]);
        attributes_.push_back({theirs.name, theirs.value});
      }
      const GumboVector& children = node.v.element.children;
      for (unsigned i = 0; i < children.length; ++i) {
        add(*static_cast<const GumboNode*>(children.data[i]), n);
      }
    }
    nodes_[n].end = static_cast<std::uint32_t>(nodes_.size());
  }

 private:
  std::vector<Node>& nodes_;
  std::vector<Attribute>& attributes_;
};

}  // namespace

Page Page::parse(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  Page page;
  page.parsed_ = std::shared_ptr<void>(output, [](void* parsed) {
    gumbo_destroy_output(&kGumboDefaultOptions, static_cast<GumboOutput*>(parsed));
  });
  Walk(page.nodes_, page.attributes_).add(*output->root, 0);
  return page;
}

const Attribute* Page::find(std::uint32_t n, std::string_view name) const {
  const std::size_t end = n + 1 < nodes_.size() ? nodes_[n + 1].attributes : attributes_.size();
  for (std::size_t i = nodes_[n].attributes; i < end; ++i) {
    if (attributes_[i].name == name) return &attributes_[i];
  }
  return nullptr;
}

std::string_view Page::attribute(std::uint32_t n, std::string_view name) const {
  const Attribute* found = find(n, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool Page::has(std::uint32_t n, std::string_view name) const { return find(n, name) != nullptr; }

std::string Page::text_of(std::uint32_t n, std::size_t most) const {
  std::string out;
  for (std::uint32_t i = n; i < nodes_[n].end && out.size() < most; ++i) {
    if (nodes_[i].tag == Tag::text) append_collapsed(nodes_[i].text.substr(0, most), out);
    if ((is_block(nodes_[i].tag) || nodes_[i].tag == Tag::br) && i > n) append_collapsed(" ", out);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::text:
    case Tag::other:
    case Tag::a:
    case Tag::base:
    case Tag::br:
    case Tag::button:
    case Tag::img:
    case Tag::input:
    case Tag::label:
    case Tag::link:
    case Tag::meta:
    case Tag::select:
    case Tag::span:
    case Tag::time:
      return false;
    default:
      return true;
  }
}

void append_collapsed(std::string_view words, std::string& out) {
  for (std::size_t i = 0; i < words.size();) {
    std::size_t space = 0;  // bytes of white space here; a no-break space is two
    while (i + space < words.size()) {
      if (is_space(words[i + space])) {
        ++space;
      } else if (words.substr(i + space, 2) == "\u00A0") {
        space += 2;
      } else {
        break;
      }
    }
    if (space > 0) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
      i += space;
      continue;
    }
    const std::size_t begin = i;
    while (i < words.size() && !is_space(words[i]) && words.substr(i, 2) != "\u00A0") ++i;
    out += words.substr(begin, i - begin);
  }
}

std::string text_of_html(std::string_view html) {
  std::string out;
  if (html.find_first_of("&<") == std::string_view::npos) {
    append_collapsed(html, out);
  } else {
    const Page page = Page::parse(guard(html).html);
    out = page.text_of(0, html.size());
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace rapporteur::source::html
