#include "content.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "parts.h"

namespace rapporteur::source::html {

namespace {

// Shares of the page's prose above which the name of an element is not believed.
constexpr double kStrongShare = 0.6;
constexpr double kCommentShare = 0.95;
constexpr double kWeakShare = 0.25;
constexpr std::size_t kLongestAbout = 240;  // bytes of a byline, a date, tags
constexpr double kFallOff[] = {1.0, 0.5, 1.0 / 6, 1.0 / 9, 1.0 / 12};
constexpr double kJoinScore = 0.2;  // of the core's, that an element beside it needs
constexpr double kFewLinks = 0.25;  // share of link text that running text may have
constexpr std::size_t kLongEnough = 80;
constexpr std::string_view kOutside = "outside the article";

constexpr std::string_view kArticleWords =
    "article articlebody article-body article-content article-text body content entry "
    "entry-content "
    "post post-content story story-body storybody text maintext main-text release news-body "
    "news-content news-text page-content";
constexpr std::string_view kLeadWords =
    "lead lede standfirst summary deck dek intro introduction excerpt subtitle subhead abstract "
    "subheadline sub-title sub-headline chapo highlights key-points";

struct Sums {
  double prose = 0;  // bytes of prose that is no link
  double score = 0;
  std::uint32_t text = 0;
  std::uint32_t links = 0;
  std::uint32_t blocks = 0;
};

class Chooser {
 public:
  Chooser(const Page& page, std::vector<Block>& blocks)
      : page_(page),
        blocks_(blocks),
        sums_(page.size()),
        reasons_(page.size()),
        own_prose_(page.size()) {}

  void run() {
    add_up(true);
    name_parts();
    for (Sums& sum : sums_) sum = Sums();
    add_up(false);
    give_points();
    in_article_.assign(page_.size(), false);
    if (const std::optional<std::uint32_t> core = core_of_page()) {
      join(*core);
      climb(*core);
    }
    for (Block& block : blocks_) {
      if (block.reason.empty() && !in_article_[block.node]) block.reason = kOutside;
    }
  }

 private:
  // --- sums over elements ------------------------------------------------------------------------

  void add_up(bool all) {
    for (const Block& block : blocks_) {
      if (!all && !block.reason.empty()) continue;
      Sums& sum = sums_[block.node];
      sum.text += static_cast<std::uint32_t>(block.text.size());
      sum.links += block.link_bytes;
      ++sum.blocks;
      if (is_prose(block)) sum.prose += static_cast<double>(block.text.size() - block.link_bytes);
    }
    for (std::uint32_t n = page_.size() - 1; n > 0; --n) {
      Sums& parent = sums_[page_[n].parent];
      parent.prose += sums_[n].prose;
      parent.text += sums_[n].text;
      parent.links += sums_[n].links;
      parent.blocks += sums_[n].blocks;
    }
  }

  [[nodiscard]] double link_share(std::uint32_t n) const {
    return static_cast<double>(sums_[n].links) / std::max<double>(sums_[n].text, 1);
  }

  // --- parts that name themselves ----------------------------------------------------------------

  [[nodiscard]] bool believed(std::uint32_t n, const Part& part) const {
    const double share = sums_[n].prose / std::max(sums_[0].prose, 1.0);
    if (part.trust == Trust::strong) {
      if (part.reason == "hidden") return share <= kCommentShare;
      return share <= (part.reason == "comments" ? kCommentShare : kStrongShare);
    }
    if (is_about(part.reason) && sums_[n].text > kLongestAbout) return false;
    return share <= kWeakShare;
  }

  void name_parts() {
    for (std::uint32_t n = 1; n < page_.size(); ++n) {
      if (page_[n].tag == Tag::text) continue;
      reasons_[n] = reasons_[page_[n].parent];
      if (!reasons_[n].empty() || sums_[n].blocks == 0) continue;
      if (const Part part = part_of(page_, n); part.trust != Trust::none && believed(n, part)) {
        reasons_[n] = part.reason;
      }
    }
    for (Block& block : blocks_) {
      block.reason = reasons_[block.node];
      if (block.reason.empty()) block.reason = reason_inside(block);
    }
  }

  // A short line that begins inside an inline element: <div><span class="date">...
  [[nodiscard]] std::string_view reason_inside(const Block& block) const {
    if (block.text.size() > kLongestAbout || is_prose(block)) return {};
    std::uint32_t n = block.first < page_.size() ? page_[block.first].parent : block.node;
    for (int level = 0; level < 4 && n > block.node; ++level, n = page_[n].parent) {
      if (page_[n].tag == Tag::time) return "date";
      const Part part = part_of(page_, n);
      if (part.trust != Trust::none) return part.reason;
    }
    return {};
  }

  // --- points ------------------------------------------------------------------------------------

  // What the block is a paragraph of.
  [[nodiscard]] std::uint32_t container_of(const Block& block) const {
    std::uint32_t n = block.node;
    for (;;) {
      switch (page_[n].tag) {
        case Tag::p:
        case Tag::li:
        case Tag::ul:
        case Tag::ol:
        case Tag::tr:
        case Tag::tbody:
        case Tag::dl:
        case Tag::dt:
        case Tag::dd:
        case Tag::pre:
        case Tag::blockquote:
          if (n == page_[n].parent) return n;
          n = page_[n].parent;
          break;
        case Tag::table:
          return block.kind == BlockKind::row ? page_[n].parent : n;
        default:
          return n;
      }
    }
  }

  void give_points() {
    for (const Block& block : blocks_) {
      if (!block.reason.empty() || !is_prose(block)) continue;
      const auto commas = std::count(block.text.begin(), block.text.end(), ',');
      double points = 1 + static_cast<double>(std::min<std::ptrdiff_t>(commas, 6)) +
                      std::min(static_cast<double>(block.text.size()) / 100, 5.0);
      points *= 1 - link_density(block);
      if (block.kind != BlockKind::paragraph) points /= 3;
      std::uint32_t n = container_of(block);
      own_prose_[block.node] = true;
      for (const double share : kFallOff) {
        sums_[n].score += points * share;
        if (n == 0) break;
        n = page_[n].parent;
      }
    }
  }

  [[nodiscard]] double weight_of(std::uint32_t n) const {
    double weight = 1 - link_share(n);
    const Tag tag = page_[n].tag;
    if (tag == Tag::article || tag == Tag::main) weight *= 1.3;
    if (page_.attribute(n, "itemprop") == "articleBody") weight *= 3;
    if (page_.attribute(n, "role") == "main") weight *= 1.2;
    if (has_class_word(page_, n, kArticleWords)) weight *= 1.25;
    return weight;
  }

  [[nodiscard]] std::optional<std::uint32_t> core_of_page() const {
    std::optional<std::uint32_t> best;
    double most = 0;
    for (std::uint32_t n = 0; n < page_.size(); ++n) {
      if (sums_[n].score <= most / 4) continue;
      const double score = sums_[n].score * weight_of(n);
      if (score <= most) continue;
      most = score;
      best = n;
    }
    return best;
  }

  // --- joining -----------------------------------------------------------------------------------

  void join(std::uint32_t n) {
    std::fill(in_article_.begin() + n, in_article_.begin() + page_[n].end, true);
  }

  // The article's own element ends where other articles begin.
  [[nodiscard]] bool is_border(std::uint32_t n) const {
    const Tag tag = page_[n].tag;
    return tag == Tag::article || tag == Tag::main || tag == Tag::body || tag == Tag::html ||
           page_.attribute(n, "role") == "main" || page_.attribute(n, "itemprop") == "articleBody";
  }

  void climb(std::uint32_t core) {
    const double enough = sums_[core].score * kJoinScore;
    bool beyond = false;
    for (std::uint32_t n = core; n != 0; n = page_[n].parent) {
      beyond = beyond || is_border(n);
      if (page_[n].tag == Tag::body) return;
      beside(n, enough, beyond);
    }
  }

  void beside(std::uint32_t path, double enough, bool beyond) {
    const std::uint32_t parent = page_[path].parent;
    std::uint32_t first = path;
    std::uint32_t last = path;
    bool before = true;
    for (std::uint32_t c = parent + 1; c < page_[parent].end; c = page_[c].end) {
      if (c == path) {
        before = false;
      } else if (const bool lead = before && join_lead(c);
                 !lead && joins(c, path, enough, beyond)) {
        join(c);
        first = std::min(first, c);
        last = c;
      }
    }
    // What stands between two parts of an article is of it: headings, pictures, lists.
    for (std::uint32_t c = parent + 1; c < page_[parent].end; c = page_[c].end) {
      if (c > first && c < last && reasons_[c].empty() && link_share(c) < 0.5) join(c);
    }
    // Text of the parent itself: paragraphs that are no elements.
    if (own_prose_[parent] && page_[parent].tag != Tag::body) in_article_[parent] = true;
  }

  bool join_lead(std::uint32_t c) {
    bool any = false;
    for (std::uint32_t n = c; n < page_[c].end; ++n) {
      const bool candidate = page_[n].tag != Tag::text && reasons_[n].empty() &&
                             sums_[n].text >= 30 && sums_[n].text < 1200 && link_share(n) < 0.3;
      if (!candidate || !has_class_word(page_, n, kLeadWords)) continue;
      if (sums_[n].text > sums_[n].links + 30 && sums_[n].blocks <= 8) {
        join(n);
        any = true;
      }
      n = page_[n].end - 1;
    }
    return any;
  }

  [[nodiscard]] bool same_kind(std::uint32_t a, std::uint32_t b) const {
    const std::string_view name = page_.attribute(a, "class");
    return page_[a].tag == page_[b].tag && !name.empty() && name == page_.attribute(b, "class");
  }

  [[nodiscard]] bool joins(std::uint32_t c, std::uint32_t path, double enough, bool beyond) const {
    const Sums& sum = sums_[c];
    if (page_[c].tag == Tag::text || !reasons_[c].empty() || sum.blocks == 0) return false;
    if (link_share(c) >= kFewLinks && page_[c].tag != Tag::table) return false;
    if (same_kind(c, path) && sum.prose >= kLongEnough) return true;
    if (beyond) return false;
    const double mean = sum.prose / std::max<double>(sum.blocks, 1);
    if (sum.score >= enough && mean >= kLongEnough) return true;
    switch (page_[c].tag) {
      case Tag::p:
      case Tag::blockquote:
      case Tag::pre:
        return sum.prose > 0;
      case Tag::figure:
        return sum.text < 500;
      case Tag::ul:
      case Tag::ol:
      case Tag::dl:
      case Tag::table:
        return c > path && link_share(c) < kFewLinks;
      default:
        return false;
    }
  }

  const Page& page_;
  std::vector<Block>& blocks_;
  std::vector<Sums> sums_;
  std::vector<std::string_view> reasons_;  // by element, from itself or from what it stands in
  std::vector<bool> own_prose_;            // holds a paragraph that is no element
  std::vector<bool> in_article_;
};

}  // namespace

void choose_content(const Page& page, std::vector<Block>& blocks) { Chooser(page, blocks).run(); }

}  // namespace rapporteur::source::html
