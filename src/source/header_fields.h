// Blocks of "Name: value" lines, as HTTP and WARC have them.
//
// Source: RFC 9112 (HTTP/1.1), section 5; ISO 28500 (WARC), section 4.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur::source {

// Of the field `name`, whose case does not matter, in a block of lines; the first of several.
// Empty: there is none. A view of `block`. Cost: O(block).
std::string_view field_of(std::string_view block, std::string_view name);

// The parameter `name` of a value such as "text/html; charset=utf-8", without quotes.
std::string_view parameter_of(std::string_view value, std::string_view name);

// Bytes up to and with the blank line that ends a block of lines; npos: it does not end here.
std::size_t block_size(std::string_view bytes);

}  // namespace rapporteur::source
