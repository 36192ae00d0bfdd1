// Responses of web servers as crawls keep them: status, header fields, body.
//
// Source: RFC 9112 (HTTP/1.1; chunked, section 7.1), RFC 9110 (content codings, section 8.4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

// Views of the message.
struct HttpHead {
  int status = 0;
  std::string_view type;      // as its field says: "text/html; charset=utf-8"
  std::string_view transfer;  // "chunked"
  std::string_view coding;    // "gzip"
  std::size_t size = 0;       // bytes before the body
};

// Errors: bad_data (no response of HTTP/1 begins here, or its header fields do not end).
Result<HttpHead> http_head_of(std::string_view message);

// The body as the server meant it: put together from its chunks and unpacked. Many crawls keep the
// header fields and undo what they tell: a body that is not packed as they say is taken as it is.
// Errors: bad_data (damaged), too_large (over `limit`), unsupported (packed in another way).
// Memory: the body, twice at most.
Result<std::string> http_body_of(const HttpHead& head, std::string_view message,
                                 std::uint64_t limit);

}  // namespace rapporteur::source
