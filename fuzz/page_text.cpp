// Text of printed pages: whatever lines a PDF gave, no letter is lost and none comes twice.
#include "page_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "check.h"

namespace {

// Without blanks, the ends of lines and pages, and hyphens, which joining takes away.
std::string letters_of(std::string_view words) {
  std::string out;
  std::copy_if(words.begin(), words.end(), std::back_inserter(out), [](char c) {
    return std::string_view(" \t\r\n\f-").find(c) == std::string_view::npos;
  });
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view pages(reinterpret_cast<const char*>(data), size);
  const rapporteur::source::Article article = rapporteur::source::running_text(pages);
  FUZZ_CHECK(article.text.find('\f') == std::string::npos);
  std::string kept;
  std::size_t at = 0;
  for (const auto& part : article.left_out) {
    FUZZ_CHECK(part.at >= at && part.at <= article.text.size());
    FUZZ_CHECK(!part.text.empty() && !part.reason.empty());
    kept += letters_of(std::string_view(article.text).substr(at, part.at - at));
    kept += letters_of(part.text);
    at = part.at;
  }
  kept += letters_of(std::string_view(article.text).substr(at));
  FUZZ_CHECK(kept == letters_of(pages));
  return 0;
}
