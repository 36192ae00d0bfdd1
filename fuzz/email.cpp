// Letters and mailboxes: a file of any bytes gives documents and errors, and ends.
#include <algorithm>

#include "stream_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool packed = size > 2 && data[0] == 0x1f && data[1] == 0x8b;
  const auto lines = static_cast<std::size_t>(std::count(data, data + size, '\n')) + 2;
  rapporteur::fuzz::check_stream(data, size, "email", packed ? size * 1032 : 1);
  rapporteur::fuzz::check_stream(data, size, "mbox", packed ? size * 1032 : lines);
  return 0;
}
