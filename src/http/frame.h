// What can be said of a request before its body has come.
#pragma once

#include <cstdint>

#include "exchange.h"
#include "rapporteur/base/result.h"

namespace rapporteur::http {

// Refuses what no request of an honest client has: more than 100 headers, a body in chunks, a
// length that is none or is told twice, two hosts; and a body of more than `most` bytes. Errors:
// bad_data, too_large.
Result<void> check_frame(const Request& request, std::uint64_t most);

}  // namespace rapporteur::http
