// Bytes that gzip packed.
//
// Source: RFC 1952 (a file is a row of members, each with a checksum), RFC 1950, by zlib.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "byte_stream.h"
#include "rapporteur/base/result.h"

namespace rapporteur::source {

bool is_gzip(std::string_view start);

// The bytes within `packed`, member after member. Damage is an error, after which reading goes on
// with the next member. A bomb (see Growth) ends there with too_large.
// Memory: constant.
std::unique_ptr<Bytes> gunzip(ByteStream packed);

// A body in the encodings "gzip" and "deflate" of HTTP, whole. Errors: bad_data (neither, or
// damaged); too_large (more than `limit` bytes); where is empty.
Result<std::string> inflate_body(std::string_view packed, std::uint64_t limit);

}  // namespace rapporteur::source
