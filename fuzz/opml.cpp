// Lists of feeds: any bytes give addresses of the web, each once, or an error with a place.
#include "rapporteur/source/opml.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto list =
      rapporteur::source::parse_opml({reinterpret_cast<const char*>(data), size}, "a.opml");
  if (!list) {
    FUZZ_CHECK(list.error().where.starts_with("a.opml"));
    return 0;
  }
  std::set<std::string> met;
  for (const auto& feed : list->feeds) {
    FUZZ_CHECK(feed.address.starts_with("http://") || feed.address.starts_with("https://"));
    FUZZ_CHECK(met.insert(feed.address).second);
    FUZZ_CHECK(feed.line > 0);
  }
  for (const auto& error : list->errors) FUZZ_CHECK(error.where.starts_with("a.opml:"));
  return 0;
}
