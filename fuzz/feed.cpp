// Feeds: a file of any bytes gives documents and errors, and ends.
#include "stream_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool packed = size > 2 && data[0] == 0x1f && data[1] == 0x8b;
  rapporteur::fuzz::check_stream(data, size, "feed", packed ? size * 1032 : size / 7 + 2);
  return 0;
}
