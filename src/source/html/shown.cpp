// Metadata from what the page shows beside its article.
#include <algorithm>
#include <string_view>

#include "byline.h"
#include "dates.h"
#include "metadata.h"
#include "parts.h"
#include "tidy.h"
#include "words.h"

namespace rapporteur::source::html {

namespace {

constexpr std::size_t kNear = 8;  // blocks below the headline that may be a date
constexpr std::size_t kAbove = 4;
constexpr std::size_t kShort = 160;

class Shown {
 public:
  Shown(const Page& page, const std::vector<Block>& blocks, std::uint32_t headline, Article& out)
      : page_(page), blocks_(blocks), headline_(headline), out_(out) {}

  void run() {
    place();
    below();
    if (out_.published.empty()) above();
    if (out_.published.empty()) times();
    if (out_.published.empty()) out_.published = day_in_address(out_.address);
    if (out_.publisher.empty()) out_.publisher = logo();
    if (out_.publisher.empty()) out_.publisher = copyright();
  }

 private:
  // The first block of the headline, or of the article.
  void place() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool here = headline_ != 0 ? blocks_[i].first >= headline_ : blocks_[i].reason.empty();
      if (!here) continue;
      start_ = i;
      return;
    }
    start_ = blocks_.size();
  }

  static bool may_tell(const Block& block) {
    return block.reason.empty() || is_about(block.reason) ||
           block.reason == "outside the article" || block.reason == "page control" ||
           block.reason == "share line";
  }

  void below() {
    for (std::size_t i = start_; i < std::min(blocks_.size(), start_ + kNear); ++i) {
      const Block& block = blocks_[i];
      if (!may_tell(block) || block.text.size() > kShort || block.kind == BlockKind::row) continue;
      take(block);
    }
    // A byline or a date that says so may stand below the article, too.
    for (const Block& block : blocks_) {
      if (block.text.size() <= kShort && (block.reason == "byline" || block.reason == "date")) {
        take(block);
      }
    }
  }

  void above() {
    for (std::size_t i = start_; i-- > 0 && i + kAbove >= start_;) {
      const Block& block = blocks_[i];
      if (!may_tell(block) || block.text.size() > 60) continue;
      out_.published = day_in(block.text);
      if (!out_.published.empty()) return;
    }
  }

  void take(const Block& block) {
    const std::string lower = lower_start(block.text, 24);
    const bool updated =
        lower.starts_with("updated") || lower.starts_with("last ") || lower.starts_with("modified");
    const bool is_title = bare_words(block.text) == bare_words(out_.title);
    if (!is_title && !is_prose(block)) {
      std::string& field = updated ? out_.modified : out_.published;
      if (field.empty()) field = day_in(block.text);
    }
    const bool named = block.reason == "byline" || lower.starts_with("by ") ||
                       lower.starts_with("by: ") || lower.starts_with("written by") ||
                       lower.starts_with("reported by") || lower.starts_with("posted by");
    if (out_.byline.empty() && named && !is_prose(block)) {
      out_.byline = clean_byline(block.text, out_.publisher);
    }
    // "3 May 2021 by Ana Reis"
    const std::size_t by = block.text.find(" by ");
    const bool dated = by != std::string::npos && by < 60 && !day_in(block.text).empty();
    if (out_.byline.empty() && dated && !is_prose(block)) {
      out_.byline = clean_byline(block.text.substr(by + 1), out_.publisher);
    }
  }

  void times() {
    for (std::uint32_t n = headline_; n < page_.size(); ++n) {
      if (page_[n].tag != Tag::time) continue;
      out_.published = day_in(page_.attribute(n, "datetime"));
      if (out_.published.empty()) out_.published = day_in(page_.text_of(n, 60));
      if (!out_.published.empty()) return;
    }
  }

  [[nodiscard]] std::string logo() const {
    for (std::uint32_t n = 0; n < page_.size(); ++n) {
      if (page_[n].tag == Tag::text || page_[n].end - n > 40) continue;
      if (!has_class_word(page_, n,
                          "logo brand site-title sitename site-name branding masthead-title")) {
        continue;
      }
      std::string name = page_.text_of(n, 80);
      for (std::uint32_t c = n; name.empty() && c < page_[n].end; ++c) {
        name = page_.attribute(c, "alt");
      }
      if (name.size() >= 3 && name.size() < 80) return without_logo(std::move(name));
    }
    return {};
  }

  static std::string without_logo(std::string name) {
    for (const std::string_view end : {" logo", " Logo", " LOGO", " - Home", " home", " Home"}) {
      if (name.ends_with(end)) name.resize(name.size() - end.size());
    }
    return name;
  }

  // "© 2021 Lima Courier. All rights reserved." -> "Lima Courier"
  [[nodiscard]] std::string copyright() const {
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      const std::size_t sign = block->text.find("\u00A9");
      if (sign == std::string::npos || block->text.size() > 300) continue;
      std::string_view rest = std::string_view(block->text).substr(sign + 2);
      rest =
          rest.substr(std::min(rest.find_first_not_of(" 0123456789-\xE2\x80\x93,"), rest.size()));
      for (const std::string_view start : {"Copyright ", "by "}) {
        if (rest.starts_with(start)) rest.remove_prefix(start.size());
      }
      rest = rest.substr(0, rest.find_first_of(".|\n,"));
      rest = rest.substr(0, rest.find(" All "));
      while (!rest.empty() && (rest.back() == ' ' || (rest.back() >= '0' && rest.back() <= '9'))) {
        rest.remove_suffix(1);
      }
      if (rest.size() >= 3 && rest.size() < 60) return std::string(rest);
    }
    return {};
  }

  const Page& page_;
  const std::vector<Block>& blocks_;
  std::uint32_t headline_;
  Article& out_;
  std::size_t start_ = 0;
};

}  // namespace

void read_shown(const Page& page, const std::vector<Block>& blocks, std::uint32_t headline,
                Article& article) {
  Shown(page, blocks, headline, article).run();
}

}  // namespace rapporteur::source::html
