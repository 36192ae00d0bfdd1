// WARC: a file of any bytes, packed or not, gives documents and errors, and ends.
#include "stream_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A record takes some bytes of the file; what gzip packed may hold 1032 times as many.
  rapporteur::fuzz::check_stream(data, size, "warc", 2 + size * 1032 / 7);
  return 0;
}
