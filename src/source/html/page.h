// A page as a flat tree: its elements and texts in document order, without the parser's types.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::source::html {

// The elements that are told apart; the rest is `other`, which is read like `span`.
enum class Tag : std::uint8_t {
  text,
  other,
  a,
  address,
  article,
  aside,
  base,
  blockquote,
  body,
  br,
  button,
  caption,
  center,
  datalist,
  dd,
  details,
  dialog,
  div,
  dl,
  dt,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  img,
  input,
  label,
  legend,
  li,
  link,
  main,
  menu,
  meta,
  nav,
  ol,
  option,
  p,
  pre,
  section,
  select,
  span,
  summary,
  table,
  tbody,
  td,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul
};

struct Attribute {
  std::string_view name;
  std::string_view value;
};

struct Node {
  Tag tag = Tag::other;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;         // one past its last descendant
  std::string_view text;         // of Tag::text; entities decoded
  std::uint32_t attributes = 0;  // its first; they end where those of the next node begin
};

// Movable. Views live as long as the page.
class Page {
 public:
  // `html` has passed guard(). Total. Cost: O(bytes).
  static Page parse(const std::string& html);

  // Node 0 is the document's element. Never empty.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](std::uint32_t n) const { return nodes_[n]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  // Empty if it has none.
  [[nodiscard]] std::string_view attribute(std::uint32_t n, std::string_view name) const;
  [[nodiscard]] bool has(std::uint32_t n, std::string_view name) const;
  // Its text with white space collapsed; at most `most` bytes.
  [[nodiscard]] std::string text_of(std::uint32_t n, std::size_t most = 1000) const;

 private:
  [[nodiscard]] const Attribute* find(std::uint32_t n, std::string_view name) const;
  std::shared_ptr<void> parsed_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

bool is_heading(Tag tag);
// Starts and ends lines of text.
bool is_block(Tag tag);

// Appends `words` to `out` with white space collapsed; none at the start of a line.
void append_collapsed(std::string_view words, std::string& out);

// "Minister&#8217;s <b>visit</b>" -> "Minister’s visit", for values that hold HTML. Cost: O(bytes).
std::string text_of_html(std::string_view html);

}  // namespace rapporteur::source::html
