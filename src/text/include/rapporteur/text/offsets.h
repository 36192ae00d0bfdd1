// Offsets in other units than ours, for the borders of the house.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur::text {

enum class OffsetUnit { utf8, utf16, codepoint };

// Converts byte offsets (on character starts, ascending) into `unit`. Cost: O(bytes).
std::vector<std::uint32_t> convert_offsets(std::string_view text,
                                           const std::vector<std::uint32_t>& bytes,
                                           OffsetUnit unit);

}  // namespace rapporteur::text
