#include "tidy.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "words.h"

namespace rapporteur::source::html {

namespace {

using namespace std::string_view_literals;

struct Phrase {
  std::string_view start;  // of the line in lower case
  std::string_view reason;
};

// Lines that lead elsewhere, however they are written.
constexpr std::array kLines = {
    Phrase{"read more", "related links"},
    Phrase{"read also", "related links"},
    Phrase{"read next", "related links"},
    Phrase{"also read", "related links"},
    Phrase{"see also", "related links"},
    Phrase{"more on this", "related links"},
    Phrase{"more:", "related links"},
    Phrase{"related:", "related links"},
    Phrase{"watch:", "related links"},
    Phrase{"watch also", "related links"},
    Phrase{"don't miss", "related links"},
    Phrase{"also on", "related links"},
    Phrase{"recommended:", "related links"},
    Phrase{"continue reading", "related links"},
    Phrase{"for more news", "related links"},
    Phrase{"tags:", "tags"},
    Phrase{"tags ", "tags"},
    Phrase{"filed under", "tags"},
    Phrase{"topics:", "tags"},
    Phrase{"keywords:", "tags"},
    Phrase{"follow us", "share line"},
    Phrase{"share this", "share line"},
    Phrase{"like us on", "share line"},
    Phrase{"sign up", "subscription"},
    Phrase{"subscribe", "subscription"},
    Phrase{"already a subscriber", "subscription"},
    Phrase{"to continue reading", "subscription"},
    Phrase{"this article is for subscribers", "subscription"},
    Phrase{"advertisement", "advertisement"},
    Phrase{"story continues below", "advertisement"},
    Phrase{"article continues", "advertisement"},
    Phrase{"click here", "related links"},
};

// Headings whose whole part is about other pages.
constexpr std::array kHeadings = {
    Phrase{"related", "related links"},
    Phrase{"more news", "related links"},
    Phrase{"more stories", "related links"},
    Phrase{"more from", "related links"},
    Phrase{"more on", "related links"},
    Phrase{"read more", "related links"},
    Phrase{"read next", "related links"},
    Phrase{"read also", "related links"},
    Phrase{"latest news", "related links"},
    Phrase{"latest", "related links"},
    Phrase{"recommended", "related links"},
    Phrase{"most read", "related links"},
    Phrase{"most popular", "related links"},
    Phrase{"trending", "related links"},
    Phrase{"you may", "related links"},
    Phrase{"you might", "related links"},
    Phrase{"see also", "related links"},
    Phrase{"further reading", "related links"},
    Phrase{"other news", "related links"},
    Phrase{"top stories", "related links"},
    Phrase{"leave a", "comments"},
    Phrase{"comments", "comments"},
    Phrase{"post a comment", "comments"},
    Phrase{"join the discussion", "comments"},
    Phrase{"share", "share line"},
    Phrase{"follow us", "share line"},
    Phrase{"about the author", "about the author"},
    Phrase{"tags", "tags"},
    Phrase{"newsletter", "subscription"},
    Phrase{"subscribe", "subscription"},
    Phrase{"sign up", "subscription"},
    Phrase{"contact us", "footer"},
    Phrase{"also in the news", "related links"},
};

constexpr std::size_t kLongestLine = 220;
constexpr std::size_t kLongestByline = 90;
constexpr std::size_t kLongestTeaser = 240;
constexpr std::size_t kTellingStart = 64;  // bytes that tell what a line is
constexpr std::size_t kHeadLines = 4;      // kept lines at the top that may be a byline or a date

bool ends_sentence(std::string_view words) {
  const char last = words.empty() ? ' ' : words.back();
  return last == '.' || last == '?' || last == '!' || words.ends_with("\u201D");
}

template <std::size_t N>
std::string_view reason_among(const std::array<Phrase, N>& rows, std::string_view words) {
  const std::string lower = lower_start(words, kTellingStart);
  for (const Phrase& row : rows) {
    if (!lower.starts_with(row.start)) continue;
    const char next = lower.size() > row.start.size() ? lower[row.start.size()] : ' ';
    if (next < 'a' || next > 'z' || row.start.back() == ' ') return row.reason;
  }
  return {};
}

bool is_kept(const Block& block) { return block.reason.empty(); }

class Tidier {
 public:
  Tidier(std::vector<Block>& blocks, std::string_view title)
      : blocks_(blocks), title_(bare_words(title)) {}

  void run() {
    split_heads();
    titles();
    head();
    lines();
    link_runs();
    parts();
    lone_headings();
  }

 private:
  // "Headline<br>18 August 2022<br>text": the lines above the text become blocks of their own.
  void split_heads() {
    std::vector<Block> out;
    out.reserve(blocks_.size());
    for (Block& block : blocks_) {
      std::size_t cut = 0;
      while (block.kind != BlockKind::preformatted && is_kept(block)) {
        cut = block.text.find('\n');
        if (cut == std::string::npos || cut > kLongestLine) break;
        const std::string line = block.text.substr(0, cut);
        if (!is_head_line(line)) break;
        Block& head = out.emplace_back(block);
        head.text = line;
        head.link_bytes = 0;
        block.text.erase(0, cut + 1);
        block.link_bytes =
            std::min(block.link_bytes, static_cast<std::uint32_t>(block.text.size()));
      }
      out.push_back(std::move(block));
    }
    blocks_ = std::move(out);
  }

  [[nodiscard]] bool is_head_line(const std::string& line) const {
    return (!title_.empty() && bare_words(line) == title_) || is_byline(line) || is_stamp(line);
  }

  void titles() {
    bool seen_prose = false;
    for (Block& block : blocks_) {
      if (!is_kept(block)) continue;
      seen_prose = seen_prose || (is_prose(block) && block.text.size() > kLongestLine);
      if (block.text.size() > 400 || title_.empty()) continue;
      const std::string mine = bare_words(block.text);
      const bool same = mine == title_ || (block.kind == BlockKind::heading && !mine.empty() &&
                                           (title_.starts_with(mine) || mine.starts_with(title_)));
      if (same && (!seen_prose || block.kind == BlockKind::heading)) block.reason = "title";
    }
  }

  static bool is_byline(std::string_view text) {
    const std::string lower = lower_start(text, kTellingStart);
    if (text.size() > kLongestByline || ends_sentence(text)) return false;
    return lower.starts_with("by ") || lower.starts_with("written by ") ||
           lower.starts_with("posted by ") || lower.starts_with("reported by ") ||
           lower.starts_with("author: ") || lower.starts_with("by: ");
  }

  static bool is_stamp(std::string_view text) {
    if (text.size() > kLongestByline || ends_sentence(text)) return false;
    const std::string lower = lower_start(text, kTellingStart);
    for (const auto start : {"published"sv, "posted"sv, "updated"sv, "last updated"sv,
                             "last modified"sv, "date:"sv, "release date"sv, "modified"sv}) {
      if (lower.starts_with(start)) return true;
    }
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const auto words = std::count(text.begin(), text.end(), ' ');
    return digits >= 5 && words <= 6 && text.size() <= 40;
  }

  void head() {
    std::size_t seen = 0;
    for (Block& block : blocks_) {
      if (!is_kept(block)) continue;
      if (++seen > kHeadLines || block.text.size() > kLongestLine) return;
      if (block.kind == BlockKind::row || block.kind == BlockKind::item) continue;
      if (is_byline(block.text)) {
        block.reason = "byline";
      } else if (is_stamp(block.text)) {
        block.reason = "date";
      }
    }
  }

  void lines() {
    for (Block& block : blocks_) {
      if (!is_kept(block) || block.text.size() > kLongestLine) continue;
      if (block.kind == BlockKind::row || block.kind == BlockKind::heading) continue;
      const std::string_view reason = reason_among(kLines, block.text);
      const bool linked = link_density(block) > 0.3;
      // "See also the statement of ..., which ministers adopted." is a sentence unless it is a
      // link.
      if (!reason.empty() && (linked || !ends_sentence(block.text) || reason == "subscription")) {
        block.reason = reason;
      }
    }
  }

  // A line that is one link, or a list of such, leads elsewhere unless a colon announces it.
  void link_runs() {
    bool announced = false;
    for (Block& block : blocks_) {
      if (!is_kept(block)) continue;
      const double part = ends_sentence(block.text) ? 0.9 : 0.7;
      const bool link = link_density(block) > part && block.text.size() <= kLongestTeaser &&
                        block.kind != BlockKind::caption;
      if (link && !announced) {
        block.reason = "related links";
      } else if (!link) {
        announced = block.text.ends_with(":");
      }
    }
  }

  // From "Related news" to the next heading or sentence.
  void parts() {
    std::string_view part;
    for (Block& block : blocks_) {
      if (!is_kept(block)) continue;
      const bool label = block.kind == BlockKind::heading ||
                         (block.kind == BlockKind::paragraph && block.text.size() <= 40 &&
                          !ends_sentence(block.text) && !block.text.ends_with(","));
      if (label && block.text.size() <= 60) {
        const std::string_view reason = reason_among(kHeadings, block.text);
        const bool heading = block.kind == BlockKind::heading || block.text.size() <= 30;
        part = heading ? reason : part;
      } else if (!part.empty() && is_prose(block) && link_density(block) < 0.2 &&
                 block.text.size() > kLongestTeaser) {
        part = {};
      }
      if (!part.empty()) block.reason = part;
    }
  }

  // A heading with nothing under it says nothing.
  void lone_headings() {
    bool followed = false;
    std::string_view below = "empty part";
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      if (!is_kept(*block)) {
        if (!block->reason.empty() && !followed) below = block->reason;
        continue;
      }
      if (block->kind != BlockKind::heading) {
        followed = true;
      } else if (!followed) {
        block->reason = below == "outside the article" ? "empty part" : below;
      }
    }
  }

  std::vector<Block>& blocks_;
  std::string title_;
};

}  // namespace

std::string bare_words(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    const bool quote = words.substr(i).starts_with("\xE2\x80");
    if (quote) {
      i += 2;
    } else if (c >= 'A' && c <= 'Z') {
      out += lower(c);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               static_cast<signed char>(c) < 0) {
      out += c;
    }
  }
  return out;
}

void tidy(std::vector<Block>& blocks, std::string_view title) { Tidier(blocks, title).run(); }

}  // namespace rapporteur::source::html
