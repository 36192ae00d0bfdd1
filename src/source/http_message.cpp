#include "http_message.h"

#include <charconv>
#include <optional>
#include <utility>

#include "gzip.h"
#include "header_fields.h"
#include "valid_name.h"
#include "words.h"

namespace rapporteur::source {

namespace {

// A chunk's size line at the start of `bytes`, which is taken off; nothing if there is none.
std::optional<std::uint64_t> chunk_size(std::string_view& bytes) {
  std::uint64_t size = 0;
  const auto read = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size, 16);
  if (read.ec != std::errc()) return std::nullopt;
  const auto digits = static_cast<std::size_t>(read.ptr - bytes.data());
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view rest = trimmed(bytes.substr(digits, end - digits));
  if (!rest.empty() && rest[0] != ';') return std::nullopt;  // ";" opens an extension
  bytes.remove_prefix(end + 1);
  return size;
}

// Nothing if `body` is not in chunks from end to end.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string out;
  for (;;) {
    const std::optional<std::uint64_t> size = chunk_size(body);
    if (!size) return std::nullopt;
    if (*size == 0) return out;
    if (*size > body.size()) return std::nullopt;
    out.append(body.substr(0, *size));
    body.remove_prefix(*size);
    if (body.starts_with("\r\n")) body.remove_prefix(2);
  }
}

}  // namespace

Result<HttpHead> http_head_of(std::string_view message) {
  const Error refused{ErrorCode::bad_data, "holds no HTTP response", ""};
  if (!message.starts_with("HTTP/")) return refused;
  HttpHead head;
  head.size = block_size(message);
  if (head.size == std::string_view::npos) return refused;
  const std::string_view block = message.substr(0, head.size);
  const std::size_t blank = block.find(' ');
  if (blank == std::string_view::npos) return refused;
  const auto read =
      std::from_chars(block.data() + blank + 1, block.data() + block.size(), head.status);
  if (read.ec != std::errc()) return refused;
  head.type = field_of(block, "Content-Type");
  head.transfer = field_of(block, "Transfer-Encoding");
  head.coding = field_of(block, "Content-Encoding");
  return head;
}

Result<std::string> http_body_of(const HttpHead& head, std::string_view message,
                                 std::uint64_t limit) {
  std::string_view body = message.substr(head.size);
  std::string joined;
  if (same_word(head.transfer, "chunked")) {
    if (std::optional<std::string> chunks = joined_chunks(body)) {
      joined = *std::move(chunks);
      body = joined;
    }
  }
  const std::string coding = lower(head.coding);
  if (coding.empty() || coding == "identity") return std::string(body);
  if (coding == "deflate") {
    Result<std::string> unpacked = inflate_body(body, limit);
    const bool is_plain = !unpacked && unpacked.error().code == ErrorCode::bad_data;
    return is_plain ? std::string(body) : unpacked;
  }
  if (coding != "gzip" && coding != "x-gzip") {
    return Error{
        ErrorCode::unsupported,
        "its body is packed as '" + valid_name(coding.substr(0, 40)) + "', which is not read", ""};
  }
  return is_gzip(body) ? inflate_body(body, limit) : std::string(body);
}

}  // namespace rapporteur::source
