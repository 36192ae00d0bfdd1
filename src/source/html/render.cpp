#include "render.h"

#include <array>

#include "rapporteur/text/normalise.h"

namespace rapporteur::source::html {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestLeftOut = 1000;  // bytes of a part that are shown

// Not in the middle of a character.
std::string shortened(std::string text) {
  if (text.size() <= kLongestLeftOut) return text;
  std::size_t end = kLongestLeftOut;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text + "\u2026";
}

bool is_line(BlockKind kind) { return kind == BlockKind::item || kind == BlockKind::row; }

bool names_a_picture(std::string_view text) {
  for (const auto word : {"photo"sv, "Photo"sv, "PHOTO"sv, "Picture"sv, "Image"sv, "Caption"sv,
                          "Pictured"sv, "File photo"sv, "FILE"sv}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

std::string_view mark_of(const Block& block) {
  const std::string_view text = block.text;
  if (block.kind == BlockKind::caption && !names_a_picture(text)) return "Photo: ";
  const bool marked = text.starts_with("- ") || text.starts_with("\u2022") ||
                      text.starts_with("\u2013 ") || text.starts_with("* ");
  if (block.kind == BlockKind::item && !marked) return "- ";
  return "";
}

// One run of blocks that were left out for one reason at one place.
void leave_out(const Block& block, const std::string& text, Article& article) {
  const auto at = static_cast<std::uint32_t>(article.text.size());
  std::vector<record::LeftOut>& parts = article.left_out;
  if (!parts.empty() && parts.back().at == at && parts.back().reason == block.reason) {
    if (parts.back().text.size() < kLongestLeftOut) {
      parts.back().text = shortened(parts.back().text + "\n" + text);
    }
    return;
  }
  parts.push_back({at, shortened(text), std::string(block.reason)});
}

}  // namespace

Result<void> render(const std::vector<Block>& blocks, std::string_view where, Article& article) {
  const Block* last = nullptr;
  for (const Block& block : blocks) {
    Result<text::Normalised> normal = text::normalise(block.text, where);
    if (!normal) return normal.error();
    if (normal->text.find_first_not_of(" \t\n") == std::string::npos) continue;
    if (!block.reason.empty()) {
      leave_out(block, normal->text, article);
      continue;
    }
    if (last != nullptr) {
      const bool close = is_line(block.kind) && is_line(last->kind);
      article.text += close ? "\n" : "\n\n";
    }
    article.text += mark_of(block);
    article.text += normal->text;
    last = &block;
  }
  return {};
}

}  // namespace rapporteur::source::html
