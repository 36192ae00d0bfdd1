#include "language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

namespace rapporteur::source {

namespace {

constexpr std::size_t kBytes = 16 * 1024;
constexpr int kLeastShare = 60;  // percent of the text that must be in the language

}  // namespace

std::string language_of(std::string_view text) {
  std::size_t size = text.size();
  if (size > kBytes) {
    size = kBytes;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  }
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> shares{};
  std::array<double, 3> scores{};
  int bytes = 0;
  int valid = 0;
  bool sure = false;
  const CLD2::Language best = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(size), true, &hints, 0, languages.data(), shares.data(),
      scores.data(), nullptr, &bytes, &sure, &valid);
  if (!sure || best == CLD2::UNKNOWN_LANGUAGE || best != languages[0] || shares[0] < kLeastShare) {
    return {};
  }
  const std::string code = CLD2::LanguageCode(best);
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code.starts_with("zh")) return "zh";
  return code.size() == 2 ? code : std::string();
}

}  // namespace rapporteur::source
