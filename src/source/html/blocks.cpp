#include "blocks.h"

#include <algorithm>

#include "parts.h"

namespace rapporteur::source::html {

namespace {

constexpr std::size_t kLongestCell = 400;  // a cell of data has no more, else the table is a layout
constexpr std::size_t kShortProse = 80;
constexpr std::size_t kMenuRow = 25;  // bytes a cell under which a row of four reads like a menu

// What is known of a table before it is written.
struct TableShape {
  std::size_t rows = 0;
  std::size_t wide_rows = 0;  // of two cells or more
  std::size_t longest = 0;    // bytes of a cell
  bool nested = false;
  bool headed = false;
};

class Blocks {
 public:
  explicit Blocks(const Page& page) : page_(page) {}

  std::vector<Block> run() && {
    walk(0);
    flush();
    return std::move(out_);
  }

 private:
  // --- inline text -------------------------------------------------------------------------------

  void words(std::uint32_t n, std::string_view text) {
    const std::size_t before = line_.size();
    if (line_.empty()) first_ = n;
    if (preformatted_) {
      line_ += text;
    } else {
      append_collapsed(text, line_);
    }
    if (links_ > 0) link_bytes_ += static_cast<std::uint32_t>(line_.size() - before);
  }

  // One break is a new line, two a new paragraph.
  void line_break() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (line_.empty() || cell_) {
      if (!line_.empty()) line_ += ' ';
      return;
    }
    if (line_.back() == '\n') {
      flush();
    } else {
      line_ += '\n';
    }
  }

  void flush() {
    while (!line_.empty() && (line_.back() == ' ' || line_.back() == '\n')) line_.pop_back();
    if (line_.find_first_not_of(" \n\t\r") != std::string::npos) {
      Block& block = out_.emplace_back();
      block.kind = kind_;
      block.node = owner_;
      block.first = first_;
      block.text = std::move(line_);
      block.link_bytes = std::min(link_bytes_, static_cast<std::uint32_t>(block.text.size()));
      if (kind_ == BlockKind::item) kind_ = BlockKind::paragraph;
    }
    line_.clear();
    link_bytes_ = 0;
  }

  // --- elements ----------------------------------------------------------------------------------

  void children(std::uint32_t n) {
    for (std::uint32_t c = n + 1; c < page_[n].end; c = page_[c].end) walk(c);
  }

  void walk(std::uint32_t n) {
    const Node& node = page_[n];
    switch (node.tag) {
      case Tag::text:
        return words(n, node.text);
      case Tag::br:
        return line_break();
      case Tag::head:
      case Tag::title:
        return;
      case Tag::hr:
        return flush();
      case Tag::a:
        ++links_;
        children(n);
        --links_;
        return;
      case Tag::table:
        if (is_data(n)) return table(n);
        break;
      case Tag::dl:
        if (const bool done = pairs(n); done) return;
        break;
      default:
        break;
    }
    if (!is_block(node.tag)) return inline_element(n);
    block_element(n, kind_of(n));
  }

  // A `span` that the page lays out as a part of its own, such as a share line.
  void inline_element(std::uint32_t n) {
    const Part part = part_of(page_, n);
    const bool apart = part.trust == Trust::strong && !part.reason.empty();
    if (!apart) return children(n);
    const std::uint32_t owner = owner_;
    const BlockKind kind = kind_;
    if (cell_) return;
    Block kept = {kind_, owner_, first_, std::move(line_), link_bytes_, {}};
    line_.clear();
    link_bytes_ = 0;
    owner_ = n;
    children(n);
    flush();
    owner_ = owner;
    kind_ = kind;
    line_ = std::move(kept.text);
    link_bytes_ = kept.link_bytes;
    first_ = kept.first;
  }

  [[nodiscard]] BlockKind kind_of(std::uint32_t n) const {
    const Tag tag = page_[n].tag;
    if (is_heading(tag)) return BlockKind::heading;
    if (tag == Tag::li) return BlockKind::item;
    if (tag == Tag::pre) return BlockKind::preformatted;
    if (tag == Tag::figcaption || has_class_word(page_, n,
                                                 "caption wp-caption-text image-caption "
                                                 "photo-caption credit photo-credit imgcaption "
                                                 "figcaption legend")) {
      return BlockKind::caption;
    }
    const bool inherits = kind_ == BlockKind::caption || kind_ == BlockKind::heading ||
                          (kind_ == BlockKind::item && line_.empty());
    return inherits ? kind_ : BlockKind::paragraph;
  }

  void block_element(std::uint32_t n, BlockKind kind) {
    if (cell_) return children(n), void(line_ += line_.empty() || line_.back() == ' ' ? "" : " ");
    flush();
    const std::uint32_t owner = owner_;
    const BlockKind outer = kind_;
    const bool preformatted = preformatted_;
    owner_ = n;
    kind_ = kind;
    preformatted_ = preformatted || page_[n].tag == Tag::pre;
    children(n);
    flush();
    owner_ = owner;
    // What follows the first paragraph of an item is none.
    kind_ = outer == BlockKind::item && kind_ != BlockKind::item ? BlockKind::paragraph : outer;
    preformatted_ = preformatted;
  }

  // --- tables ------------------------------------------------------------------------------------

  [[nodiscard]] TableShape shape_of(std::uint32_t n) const {
    TableShape shape;
    std::size_t cells = 0;
    for (std::uint32_t c = n + 1; c < page_[n].end; ++c) {
      const Tag tag = page_[c].tag;
      shape.nested = shape.nested || tag == Tag::table || tag == Tag::form || is_heading(tag);
      if (shape.nested) return shape;
      if (tag == Tag::tr) {
        ++shape.rows;
        cells = 0;
      }
      if (tag != Tag::td && tag != Tag::th) continue;
      shape.headed = shape.headed || tag == Tag::th;
      if (++cells == 2) ++shape.wide_rows;
      shape.longest = std::max(shape.longest, page_.text_of(c, kLongestCell + 1).size());
    }
    return shape;
  }

  [[nodiscard]] bool is_data(std::uint32_t n) const {
    const std::string_view role = page_.attribute(n, "role");
    if (cell_ || role == "presentation" || role == "none") return false;
    const TableShape shape = shape_of(n);
    return !shape.nested && shape.rows >= 2 && shape.wide_rows * 2 >= shape.rows &&
           shape.longest <= kLongestCell;
  }

  void table(std::uint32_t n) {
    flush();
    for (std::uint32_t c = n + 1; c < page_[n].end;) {
      const Tag tag = page_[c].tag;
      if (tag == Tag::tr) {
        row(c);
        c = page_[c].end;
      } else if (tag == Tag::caption) {
        block_element(c, BlockKind::paragraph);
        c = page_[c].end;
      } else {
        ++c;
      }
    }
  }

  void row(std::uint32_t n) {
    std::vector<std::string> cells;
    std::size_t bytes = 0;
    std::uint32_t link_bytes = 0;
    std::uint32_t first = n;
    for (std::uint32_t c = n + 1; c < page_[n].end; c = page_[c].end) {
      if (page_[c].tag != Tag::td && page_[c].tag != Tag::th) continue;
      cell_ = true;
      children(c);
      cell_ = false;
      while (!line_.empty() && line_.back() == ' ') line_.pop_back();
      if (cells.empty()) first = first_;
      bytes += line_.size();
      link_bytes += link_bytes_;
      if (!line_.empty()) cells.push_back(std::move(line_));
      line_.clear();
      link_bytes_ = 0;
    }
    // Three bars between short words are a menu to whoever reads the text, so commas part those.
    const bool like_menu = cells.size() > 3 && bytes / cells.size() < kMenuRow;
    for (const std::string& cell : cells) {
      if (!line_.empty()) line_ += like_menu ? ", " : " | ";
      line_ += cell;
    }
    link_bytes_ = link_bytes;
    first_ = first;
    const std::uint32_t owner = owner_;
    const BlockKind kind = kind_;
    owner_ = n;
    kind_ = BlockKind::row;
    flush();
    owner_ = owner;
    kind_ = kind;
  }

  // --- descriptions ------------------------------------------------------------------------------

  // "term: description" where each term has one short description. False: no such list.
  bool pairs(std::uint32_t n) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (std::uint32_t c = n + 1; c < page_[n].end; c = page_[c].end) {
      const Tag tag = page_[c].tag;
      if (tag == Tag::dt) {
        if (!found.empty() && found.back().second == 0) return false;
        found.emplace_back(c, 0);
      } else if (tag == Tag::dd) {
        if (found.empty() || found.back().second != 0) return false;
        found.back().second = c;
      }
    }
    if (cell_ || found.empty() || found.back().second == 0) return false;
    for (const auto& [term, description] : found) {
      if (page_.text_of(description, kLongestCell + 1).size() > kLongestCell) return false;
    }
    flush();
    for (const auto& [term, description] : found) pair(term, description);
    return true;
  }

  void pair(std::uint32_t term, std::uint32_t description) {
    const std::uint32_t owner = owner_;
    const BlockKind kind = kind_;
    owner_ = term;
    kind_ = BlockKind::row;
    cell_ = true;
    children(term);
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty()) line_ += line_.back() == ':' ? " " : ": ";
    children(description);
    cell_ = false;
    flush();
    owner_ = owner;
    kind_ = kind;
  }

  const Page& page_;
  std::vector<Block> out_;
  std::string line_;
  std::uint32_t link_bytes_ = 0;
  std::uint32_t owner_ = 0;
  std::uint32_t first_ = 0;
  BlockKind kind_ = BlockKind::paragraph;
  int links_ = 0;
  bool preformatted_ = false;
  bool cell_ = false;
};

}  // namespace

std::vector<Block> blocks_of(const Page& page) { return Blocks(page).run(); }

double link_density(const Block& block) {
  return static_cast<double>(block.link_bytes) /
         static_cast<double>(std::max<std::size_t>(block.text.size(), 1));
}

bool is_prose(const Block& block) {
  if (block.kind == BlockKind::heading || block.kind == BlockKind::caption) return false;
  if (block.text.size() >= kShortProse) return true;
  const char last = block.text.empty() ? ' ' : block.text.back();
  return block.text.size() >= 25 && (last == '.' || last == '?' || last == '!' || last == '"');
}

}  // namespace rapporteur::source::html
