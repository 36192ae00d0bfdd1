// JSON lines: a file of any bytes gives a document or an error a line, and ends.
#include <algorithm>

#include "stream_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto lines = static_cast<std::size_t>(std::count(data, data + size, '\n')) + 1;
  const bool packed = size > 2 && data[0] == 0x1f && data[1] == 0x8b;
  rapporteur::fuzz::check_stream(data, size, "jsonl", packed ? size * 1032 : lines);
  return 0;
}
