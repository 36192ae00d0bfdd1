#include "guard.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "words.h"

namespace rapporteur::source::html {

namespace {

constexpr std::size_t kMostAttributes = 24;
constexpr std::size_t kLongestValue = 4096;
constexpr std::size_t kLongestName = 24;

// All that is read of attributes later.
constexpr std::string_view kAttributes =
    "alt aria-hidden aria-label class content datetime hidden href http-equiv id itemprop "
    "itemscope "
    "itemtype lang name property pubdate rel role src style title type xml:lang";
constexpr std::string_view kVoid =
    "area base br col embed hr img input link meta param source track wbr";
constexpr std::string_view kFormatting =
    "b big code em font i nobr s small strike strong tt u mark abbr cite kbd samp var sub sup ins "
    "bdi bdo dfn q ruby";
// Their text is none of the page's; it runs to their end tag.
constexpr std::string_view kUnseen =
    "script style noscript iframe textarea xmp noembed noframes svg math template";
constexpr std::string_view kBlocks =
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul";
constexpr std::string_view kIgnored = "plaintext frameset frame html head body";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class Guard {
 public:
  explicit Guard(std::string_view page) : page_(page) { out_.html.reserve(page.size() / 2 + 64); }

  Guarded run() && {
    out_.html += "<!DOCTYPE html>";
    while (at_ < page_.size() && !out_.too_many) {
      const std::size_t tag = std::min(page_.find('<', at_), page_.size());
      text(page_.substr(at_, tag - at_));
      at_ = tag;
      if (at_ < page_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  // --- pieces ------------------------------------------------------------------------------------

  void text(std::string_view words) {
    for (;;) {
      const std::size_t nul = words.find('\0');
      out_.html += words.substr(0, nul);
      if (nul == std::string_view::npos) return;
      words.remove_prefix(nul + 1);
    }
  }

  void markup() {
    const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
    if (is_letter(next)) {
      start_tag();
    } else if (next == '/' && at_ + 2 < page_.size() && is_letter(page_[at_ + 2])) {
      end_tag();
    } else if (page_.substr(at_).starts_with("<!--")) {
      comment();
    } else if (next == '!' || next == '?' || next == '/') {
      skip_past(page_.find('>', at_), 1);
    } else {
      out_.html += "&lt;";
      ++at_;
    }
  }

  void skip_past(std::size_t end, std::size_t size) {
    out_.cut_short = out_.cut_short || end == std::string_view::npos;
    at_ = end == std::string_view::npos ? page_.size() : end + size;
  }

  void comment() {
    const std::string_view rest = page_.substr(at_ + 4);
    if (rest.starts_with(">") || rest.starts_with("->")) {
      at_ += rest.starts_with(">") ? 5 : 6;
      return;
    }
    skip_past(page_.find("-->", at_ + 4), 3);
  }

  std::string take_name() {
    std::string name;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') {
      if (name.size() < kLongestName && page_[at_] != '\0') name += lower(page_[at_]);
      ++at_;
    }
    return name;
  }

  // --- start tags --------------------------------------------------------------------------------

  struct Attribute {
    std::string name;
    std::string_view value;
  };

  void start_tag() {
    ++at_;
    const std::string name = take_name();
    std::vector<Attribute> attributes;
    if (!take_attributes(attributes)) return;
    if (has_word(kUnseen, name)) return unseen(name, attributes);
    if (name == "title" && !title_seen_) return title();
    if (has_word(kIgnored, name)) {
      if (name == "html" || name == "body") emit(name, attributes);
      return;
    }
    close_implied(name);
    const bool single = has_word(kVoid, name);
    const bool plain = attributes.empty() && has_word(kFormatting, name);
    if (plain || open_.size() >= kDeepest) {
      if (!single) ++left_open_[name];
      if (!plain) ++out_.too_deep;
      return;
    }
    emit(has_word(kFormatting, name) ? "span" : name, attributes);
    if (!single) open_.push_back(name);
  }

  // False at the end of the page.
  bool take_attributes(std::vector<Attribute>& out) {
    for (;;) {
      while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
      if (at_ >= page_.size()) {
        out_.cut_short = true;
        return false;
      }
      if (page_[at_] == '>') {
        ++at_;
        return true;
      }
      take_attribute(out);
    }
  }

  void take_attribute(std::vector<Attribute>& out) {
    Attribute attribute;
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/' &&
           (page_[at_] != '=' || at_ == begin)) {
      if (attribute.name.size() < kLongestName) attribute.name += lower(page_[at_]);
      ++at_;
    }
    std::size_t after = at_;
    while (after < page_.size() && is_space(page_[after])) ++after;
    if (after < page_.size() && page_[after] == '=') {
      at_ = after + 1;
      attribute.value = take_value();
    }
    const auto same = [&](const Attribute& other) { return other.name == attribute.name; };
    if (out.size() < kMostAttributes && has_word(kAttributes, attribute.name) &&
        std::none_of(out.begin(), out.end(), same)) {
      out.push_back(std::move(attribute));
    }
  }

  std::string_view take_value() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    if (at_ >= page_.size()) return {};
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(page_.find(quote, begin), page_.size());
      at_ = std::min(end + 1, page_.size());
      return page_.substr(begin, std::min(end - begin, kLongestValue));
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(begin, std::min(at_ - begin, kLongestValue));
  }

  void emit(std::string_view name, const std::vector<Attribute>& attributes) {
    if (++tags_ > kMostTags) out_.too_many = true;
    (out_.html += '<') += name;
    for (const Attribute& attribute : attributes) {
      ((out_.html += ' ') += attribute.name) += "=\"";
      for (const char c : attribute.value) {
        if (c == '"') {
          out_.html += "&quot;";
        } else if (c != '\0') {
          out_.html += c;
        }
      }
      out_.html += '"';
    }
    out_.html += '>';
  }

  // --- text that is no text of the page ----------------------------------------------------------

  // Where "</name" begins; the page's end if nowhere.
  std::size_t end_of(std::string_view name) const {
    for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
         at = page_.find("</", at + 2)) {
      const std::string_view found = page_.substr(at + 2, name.size());
      if (found.size() == name.size() && std::equal(found.begin(), found.end(), name.begin(),
                                                    [](char a, char b) { return lower(a) == b; })) {
        return at;
      }
    }
    return page_.size();
  }

  // Each name is looked for in vain at most once, so that the whole stays linear.
  void unseen(const std::string& name, const std::vector<Attribute>& attributes) {
    const bool missing = has_word(endless_, name);
    const std::size_t end = missing ? page_.size() : end_of(name);
    if (end == page_.size() && name != "script" && name != "style") {
      // Left open: its tag is ignored rather than the page.
      if (!missing) (endless_ += endless_.empty() ? "" : " ") += name;
      return;
    }
    const bool json =
        name == "script" &&
        std::any_of(attributes.begin(), attributes.end(), [](const Attribute& a) {
          return a.name == "type" && a.value.find("ld+json") != std::string_view::npos;
        });
    if (json) out_.json_ld.emplace_back(page_.substr(at_, end - at_));
    at_ = end;
    if (at_ < page_.size()) skip_past(page_.find('>', at_), 1);
  }

  void title() {
    const std::size_t end = end_of("title");
    title_seen_ = true;  // also if it never ends: nothing is sought twice
    if (end == page_.size()) return;
    out_.html += "<title>";
    text(page_.substr(at_, end - at_));
    out_.html += "</title>";
    at_ = end;
    skip_past(page_.find('>', at_), 1);
  }

  // --- nesting -----------------------------------------------------------------------------------

  void close_top(std::string_view name) {
    if (!open_.empty() && open_.back() == name) open_.pop_back();
  }

  // A link left open in an item or a cell: the parser would carry it on to the end of the page.
  void close_link() {
    if (open_.size() < 2 || open_.back() != "a") return;
    const std::string& around = open_[open_.size() - 2];
    if (around != "li" && around != "td" && around != "th" && around != "dt" && around != "dd")
      return;
    open_.pop_back();
    out_.html += "</a>";
  }

  // End tags that HTML lets one leave out, as far as they would add up to depth.
  void close_implied(std::string_view name) {
    const bool row = name == "tr" || name == "tbody" || name == "tfoot";
    const bool cell = name == "td" || name == "th" || row;
    const bool entry = name == "li" || name == "dt" || name == "dd" || name == "option";
    if (cell || entry) close_link();
    if (has_word(kBlocks, name) || cell || entry) close_top("p");
    if (name == "li" || name == "option") close_top(name);
    if (name == "dt" || name == "dd") {
      close_top("dt");
      close_top("dd");
    }
    if (cell) {
      close_top("td");
      close_top("th");
    }
    if (row) close_top("tr");
    if (name == "tbody" || name == "tfoot") {
      close_top("tbody");
      close_top("thead");
    }
    if (name == "a") close_top("a");
  }

  void end_tag() {
    at_ += 2;
    const std::string name = take_name();
    skip_past(page_.find('>', at_), 1);
    if (const auto left = left_open_.find(name); left != left_open_.end() && left->second > 0) {
      --left->second;
      return;
    }
    if (name == "br" || name == "p") {
      if (name == "br") out_.html += "<br>";
      if (name == "br") return;
    }
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) return;
    if (name != "a" && std::find(open_.rbegin(), found, "a") != found) out_.html += "</a>";
    open_.erase(std::next(found).base(), open_.end());
    ((out_.html += "</") += has_word(kFormatting, name) ? "span" : name) += '>';
  }

  std::string_view page_;
  std::size_t at_ = 0;
  Guarded out_;
  std::vector<std::string> open_;                           // what was written and not yet closed
  std::unordered_map<std::string, std::size_t> left_open_;  // start tags left out, by name
  std::string endless_;                                     // names without an end tag from here on
  std::size_t tags_ = 0;
  bool title_seen_ = false;
};

}  // namespace

Guarded guard(std::string_view page) { return Guard(page).run(); }

}  // namespace rapporteur::source::html
