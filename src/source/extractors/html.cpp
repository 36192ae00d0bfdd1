// Web pages: the article without what stands around it, and what the page says about it.
//
// Source: WHATWG HTML (parsed by gumbo); schema.org, Open Graph, Dublin Core for metadata.
#include <algorithm>
#include <array>
#include <string>

#include "encoding.h"
#include "extractor.h"
#include "html/blocks.h"
#include "html/content.h"
#include "html/guard.h"
#include "html/json_ld.h"
#include "html/metadata.h"
#include "html/page.h"
#include "html/render.h"
#include "html/tidy.h"
#include "words.h"

namespace rapporteur::source::all {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLargest = 32U << 20;  // bytes of a page; its tree takes some times that
constexpr std::size_t kHead = 4096;          // bytes in which a page declares its encoding
constexpr std::size_t kShortArticle = 250;   // bytes under which other copies of the text are tried

bool recognises(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos || start[first] != '<') return false;
  const std::string opening = lower(start.substr(first));
  for (const std::string_view begin : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv}) {
    if (opening.starts_with(begin)) return true;
  }
  const bool comment_or_xml = opening.starts_with("<!--") || opening.starts_with("<?xml");
  return comment_or_xml && (opening.find("<html") != std::string::npos ||
                            opening.find("<!doctype html") != std::string::npos);
}

// <meta charset="x">, <meta ... content="text/html; charset=x">, <?xml ... encoding="x"?>
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kHead));
  for (const std::string_view key : {"charset="sv, "encoding="sv}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    return head.substr(at, head.find_first_of("\"' />;?", at) - at);
  }
  return {};
}

// A picture or a program that came under a page's name.
bool is_binary(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 2048);
  const auto control = std::count_if(start.begin(), start.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
  });
  return static_cast<std::size_t>(control) * 10 > start.size() &&
         start.find('<') == std::string_view::npos;
}

std::vector<html::Block> blocks_of_body(const std::string& body) {
  const html::Page page = html::Page::parse(html::guard(body).html);
  std::vector<html::Block> blocks = html::blocks_of(page);
  if (body.find('<') != std::string::npos || body.find('\n') == std::string::npos) return blocks;
  blocks.clear();
  for (std::size_t at = 0; at <= body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    html::Block block;
    block.text = html::text_of_html(std::string_view(body).substr(at, end - at));
    if (!block.text.empty()) blocks.push_back(std::move(block));
    at = end + 1;
  }
  return blocks;
}

std::size_t kept_bytes(const std::vector<html::Block>& blocks) {
  std::size_t bytes = 0;
  for (const html::Block& block : blocks) bytes += block.reason.empty() ? block.text.size() : 0;
  return bytes;
}

void warn(const html::Guarded& guarded, const html::Linked& linked, Article& article) {
  if (guarded.too_deep > 0) {
    article.warnings.push_back(std::to_string(guarded.too_deep) + " elements nested deeper than " +
                               std::to_string(html::kDeepest) + " were read as their text alone");
  }
  if (guarded.cut_short) article.warnings.emplace_back("ends inside a tag or comment");
  if (linked.unreadable) article.warnings.emplace_back("holds JSON-LD that is no JSON");
}

Result<html::Guarded> guarded_page(const Found& found, Article& article) {
  if (found.bytes.size() > kLargest) {
    return Error{ErrorCode::too_large,
                 "is a page of " + std::to_string(found.bytes.size()) + " bytes; the limit is " +
                     std::to_string(kLargest),
                 found.where};
  }
  Decoded decoded = decode(found.bytes, found.charset.empty() ? declared_charset(found.bytes)
                                                              : std::string(found.charset));
  if (is_binary(decoded.text)) {
    return Error{ErrorCode::bad_data, "is binary, no page", found.where};
  }
  article.warnings = std::move(decoded.warnings);
  html::Guarded guarded = html::guard(decoded.text);
  if (guarded.too_many) {
    return Error{ErrorCode::too_large,
                 "is a page of more than " + std::to_string(html::kMostTags) + " elements",
                 found.where};
  }
  return guarded;
}

Result<Article> extract(const Found& found) {
  Article article;
  Result<html::Guarded> guarded = guarded_page(found, article);
  if (!guarded) return guarded.error();
  const html::Page page = html::Page::parse(guarded->html);
  const html::Linked linked = html::linked_data(guarded->json_ld);
  warn(*guarded, linked, article);
  const std::uint32_t headline = html::read_metadata(page, linked, found, article);
  std::vector<html::Block> blocks = html::blocks_of(page);
  html::choose_content(page, blocks);
  html::tidy(blocks, article.title);
  html::read_shown(page, blocks, headline, article);
  // The whole text may stand in the metadata alone, for who pays or runs scripts.
  const std::size_t kept = kept_bytes(blocks);
  if (linked.body.size() > kShortArticle && linked.body.size() > kept * 2) {
    for (html::Block& block : blocks) {
      if (block.reason.empty()) block.reason = "shorter than the text in JSON-LD";
    }
    std::vector<html::Block> body = blocks_of_body(linked.body);
    html::tidy(body, article.title);
    blocks.insert(blocks.end(), std::make_move_iterator(body.begin()),
                  std::make_move_iterator(body.end()));
    article.warnings.emplace_back("its text is that of its JSON-LD articleBody");
  }
  if (Result<void> done = html::render(blocks, found.where, article); !done) return done.error();
  if (article.text.empty()) {
    return Error{ErrorCode::bad_data, "is a page without an article", found.where};
  }
  return article;
}

}  // namespace

extern const Extractor html_extractor;
const Extractor html_extractor = {Media::html, "text/html application/xhtml+xml", recognises,
                                  extract};

}  // namespace rapporteur::source::all
