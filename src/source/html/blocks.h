// A page as the lines that it shows: one block for each paragraph, heading, item, row, caption.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page.h"

namespace rapporteur::source::html {

enum class BlockKind : std::uint8_t { paragraph, heading, item, row, caption, preformatted };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t node = 0;   // the element whose line it is
  std::uint32_t first = 0;  // its first text's node
  std::string text;         // white space collapsed; single line breaks as '\n'
  std::uint32_t link_bytes = 0;
  std::string_view reason;  // of leaving it out; empty: none yet
};

// Where each paragraph of the whole page stands, in document order. Items have no bullets yet.
// Cost: O(nodes + bytes).
std::vector<Block> blocks_of(const Page& page);

// The part of its bytes that are links, 0 to 1.
double link_density(const Block& block);
// Reads like a sentence or more rather than a label.
bool is_prose(const Block& block);

}  // namespace rapporteur::source::html
