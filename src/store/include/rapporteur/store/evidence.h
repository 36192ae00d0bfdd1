// How the register writes evidence: "[[16,47],[51,56]]", which is JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"

namespace rapporteur::store {

std::string print_evidence(const std::vector<ByteSpan>& spans);

// False if malformed; `out` then holds what came before the fault.
bool parse_evidence(std::string_view json, std::vector<ByteSpan>& out);

}  // namespace rapporteur::store
