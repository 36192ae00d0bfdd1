#include "page_text.h"

#include <algorithm>
#include <map>
#include <string>

#include "words.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kEdge = 2;        // lines at the head and at the foot that may repeat
constexpr std::size_t kLongHead = 150;  // bytes that no running head has

struct PageLine {
  std::string_view words;
  const char* reason = nullptr;  // why it is left out
};
using Page = std::vector<PageLine>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<Page> pages_of(std::string_view text) {
  std::vector<Page> pages(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    const bool new_page = end < text.size() && text[end] == '\f';
    if (end > 0 || !new_page) pages.back().push_back({trimmed(text.substr(0, end))});
    text.remove_prefix(std::min(end + 1, text.size()));
    if (new_page) pages.emplace_back();
  }
  return pages;
}

// "Page 3 of 12" and "Page 4 of 12" are one running head.
std::string without_figures(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (!is_digit(c)) {
      out += c;
    } else if (!out.ends_with('#')) {
      out += '#';
    }
  }
  return out;
}

bool is_page_number(std::string_view words) {
  const std::string shape = lower(without_figures(words));
  for (const std::string_view known :
       {"#", "- # -", "-#-", "\u2013 # \u2013", "page #", "page # of #", "#/#", "# / #", "p. #",
        "[#]", "| #", "# |"}) {
    if (shape == known) return std::count_if(words.begin(), words.end(), is_digit) <= 8;
  }
  return false;
}

// The lines with words at the edges of a page, head first.
std::vector<PageLine*> edges_of(Page& page) {
  std::vector<PageLine*> full;
  for (PageLine& line : page) {
    if (!line.words.empty()) full.push_back(&line);
  }
  if (full.size() > 2 * kEdge) full.erase(full.begin() + kEdge, full.end() - kEdge);
  return full;
}

void mark_furniture(std::vector<Page>& pages) {
  std::map<std::string, std::size_t> met;
  std::size_t full_pages = 0;
  for (Page& page : pages) {
    std::vector<std::string> here;
    for (const PageLine* line : edges_of(page)) here.push_back(without_figures(line->words));
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    for (std::string& head : here) ++met[std::move(head)];
    full_pages += here.empty() ? 0 : 1;
  }
  const std::size_t often = std::max<std::size_t>(2, (full_pages + 1) / 2);
  for (Page& page : pages) {
    for (PageLine* line : edges_of(page)) {
      if (is_page_number(line->words)) {
        line->reason = "page number";
      } else if (line->words.size() <= kLongHead && met[without_figures(line->words)] >= often) {
        line->reason = "running head";
      }
    }
  }
}

// The width to which most lines were set: nine in ten are no longer.
std::size_t width_of(const std::vector<Page>& pages) {
  std::vector<std::size_t> sizes;
  for (const Page& page : pages) {
    for (const PageLine& line : page) {
      if (!line.words.empty() && line.reason == nullptr) sizes.push_back(line.words.size());
    }
  }
  if (sizes.empty()) return 0;
  const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9 / 10);
  std::nth_element(sizes.begin(), at, sizes.end());
  return *at;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

class Joiner {
 public:
  explicit Joiner(std::size_t width) : width_(width) {}

  void add(std::string_view line) {
    std::string& out = article_.text;
    if (!out.empty()) {
      if (continues(line)) {
        if (hyphenated(line)) {
          drop_hyphen();
        } else if (!out.ends_with('-')) {
          out += ' ';
        }
      } else {
        out += blank_ ? "\n\n" : "\n";
      }
    }
    out += line;
    last_size_ = line.size();
    blank_ = page_ended_ = false;
  }
  void blank() { blank_ = true; }
  void end_page() { page_ended_ = true; }
  void leave_out(const PageLine& line) {
    article_.left_out.push_back(
        {static_cast<std::uint32_t>(article_.text.size()), std::string(line.words), line.reason});
  }
  Article take() { return std::move(article_); }

 private:
  void drop_hyphen() {
    article_.text.pop_back();
    const auto end = static_cast<std::uint32_t>(article_.text.size());
    std::vector<record::LeftOut>& parts = article_.left_out;
    for (auto part = parts.rbegin(); part != parts.rend() && part->at > end; ++part) part->at = end;
  }
  [[nodiscard]] bool hyphenated(std::string_view line) const {
    const std::string& out = article_.text;
    return out.size() > 1 && out.back() == '-' && is_lower(out[out.size() - 2]) &&
           is_lower(line.front());
  }
  // The paragraph goes on in `line`: the line above was full, or a page ended within a sentence.
  [[nodiscard]] bool continues(std::string_view line) const {
    const char last = article_.text.back();
    const bool ended = last == '.' || last == '!' || last == '?' || last == ':';
    if (page_ended_) return !ended && is_lower(line.front());
    if (blank_) return false;
    return last_size_ * 10 >= width_ * 7 || hyphenated(line);
  }

  Article article_;
  std::size_t width_;
  std::size_t last_size_ = 0;
  bool blank_ = false;
  bool page_ended_ = false;
};

}  // namespace

Article running_text(std::string_view text) {
  std::vector<Page> pages = pages_of(text);
  mark_furniture(pages);
  Joiner joiner(width_of(pages));
  for (const Page& page : pages) {
    for (const PageLine& line : page) {
      if (line.reason != nullptr) {
        joiner.leave_out(line);
      } else if (line.words.empty()) {
        joiner.blank();
      } else {
        joiner.add(line.words);
      }
    }
    joiner.end_page();
    joiner.blank();
  }
  return joiner.take();
}

}  // namespace rapporteur::source
