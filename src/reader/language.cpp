#include <algorithm>
#include <array>
#include <string>

#include "rapporteur/reader/reader.h"

namespace rapporteur::reader {

namespace {

// One word in six of English text is one of these; of other languages hardly any.
constexpr std::array<std::string_view, 10> kFunctionWords = {"the", "of", "and", "to",   "was",
                                                             "for", "by", "on",  "with", "that"};
constexpr std::size_t kLeastShare = 12;  // one word in so many

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool is_read(const record::Report& report) {
  if (report.language.empty() || report.language == "en") return true;
  std::size_t words = 0;
  std::size_t english = 0;
  std::string word;
  for (std::size_t i = 0; i <= report.text.size(); ++i) {
    if (i < report.text.size() && is_letter(report.text[i])) {
      word += report.text[i];
      continue;
    }
    if (word.empty()) continue;
    ++words;
    const bool known =
        std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
    english += known ? 1 : 0;
    word.clear();
  }
  return english * kLeastShare >= words;
}

}  // namespace rapporteur::reader
