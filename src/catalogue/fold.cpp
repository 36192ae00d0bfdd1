#include "rapporteur/catalogue/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>

namespace rapporteur::catalogue {
namespace {

// Writes folded characters, so that spaces are single and none stands at the start.
class Sink {
 public:
  explicit Sink(std::string& out) : out_(out) { out_.clear(); }
  void character(char c) {
    if (pending_space_ && !out_.empty()) out_ += ' ';
    pending_space_ = false;
    out_ += c;
  }
  void text(std::string_view bytes) {
    for (const char c : bytes) character(c);
  }
  void space() { pending_space_ = true; }

 private:
  std::string& out_;
  bool pending_space_ = false;
};

constexpr char kDropped = 0;
constexpr char kSpace = ' ';

// What becomes of each ASCII character: itself in lower case, a space, or nothing ("U.S.").
constexpr std::array<char, 128> make_ascii_forms() {
  std::array<char, 128> forms{};
  for (int i = 0; i < 128; ++i) {
    const auto c = static_cast<char>(i);
    forms[static_cast<std::size_t>(i)] =
        c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const char c : {'.', '\'', '`'}) forms[static_cast<std::size_t>(c)] = kDropped;
  for (const char c : {'-', '/', ',', '_', '\t', '\n', '\v', '\f', '\r'}) {
    forms[static_cast<std::size_t>(c)] = kSpace;
  }
  return forms;
}
constexpr std::array<char, 128> kAsciiForms = make_ascii_forms();

// As Sink does it, but in place: nearly all names are of ASCII.
void fold_ascii(std::string_view text, std::string& out) {
  out.resize(text.size());
  std::size_t size = 0;
  bool pending_space = false;
  for (const char c : text) {
    const char form = kAsciiForms[static_cast<std::size_t>(c)];
    if (form == kDropped) continue;
    if (form == kSpace) {
      pending_space = size > 0;
      continue;
    }
    if (pending_space) out[size++] = ' ';
    pending_space = false;
    out[size++] = form;
  }
  out.resize(size);
}

void fold_ascii(char c, Sink& sink) {
  const char form = kAsciiForms[static_cast<std::size_t>(c)];
  if (form == kSpace) {
    sink.space();
  } else if (form != kDropped) {
    sink.character(form);
  }
}

// Letters whose plain form is no matter of marks; empty: not one of them.
std::string_view plain_form(UChar32 c) {
  switch (c) {
    case 0x00F8:
      return "o";
    case 0x0142:
      return "l";
    case 0x0111:
    case 0x00F0:
    case 0x0256:
      return "d";
    case 0x0131:
      return "i";
    case 0x00DF:
      return "ss";
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00FE:
      return "th";
    case 0x0259:
      return "a";
    case 0x0127:
      return "h";
    case 0x0138:
      return "k";
    case 0x014B:
      return "n";
    case 0x0167:
      return "t";
    case 0x0253:
      return "b";
    case 0x0257:
      return "d";
    case 0x0199:
      return "k";
    default:
      return {};
  }
}

// Apostrophes and letters that stand for them: "Sana'a", "Nuku'alofa", "Ma'an".
bool is_dropped(UChar32 c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || (c >= 0x02B9 && c <= 0x02C1) || c == 0x02C8 ||
         c == 0x02CC || c == 0x02EE || c == 0x00B4 || c == 0x2032 ||
         u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_FORMAT_CHAR;
}

void fold_character(UChar32 c, Sink& sink) {
  if (c < 0x80) return fold_ascii(static_cast<char>(c), sink);
  if (is_dropped(c)) return;
  if (u_isUWhiteSpace(c) || u_charType(c) == U_DASH_PUNCTUATION) return sink.space();
  const UChar32 lower = u_tolower(c);
  if (const std::string_view plain = plain_form(lower); !plain.empty()) return sink.text(plain);
  std::string bytes;
  icu::UnicodeString(lower).toUTF8String(bytes);
  sink.text(bytes);
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

}  // namespace

void fold_into(std::string_view text, std::string& out) {
  if (is_ascii(text)) return fold_ascii(text, out);
  Sink sink(out);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  // Normalisation fails only where memory does; the text as it is then has to do.
  icu::UnicodeString folded = U_SUCCESS(status) ? nfkd->normalize(source, status) : source;
  if (U_FAILURE(status)) folded = source;
  for (std::int32_t i = 0; i < folded.length();) {
    const UChar32 c = folded.char32At(i);
    fold_character(c, sink);
    i += U16_LENGTH(c);
  }
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold_into(text, out);
  return out;
}

}  // namespace rapporteur::catalogue
