// Texts: any bytes become a text in normal form or are refused; a Document's tokens and sentences
// cover it in order, on character starts, each once; its lines too.
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "check.h"
#include "rapporteur/text/document.h"
#include "rapporteur/text/layout.h"
#include "rapporteur/text/normalise.h"
#include "rapporteur/text/offsets.h"

namespace {

using rapporteur::ByteSpan;
using rapporteur::text::Document;

bool is_white(std::string_view between) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({between.data(), static_cast<std::int32_t>(between.size())});
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 code = text.char32At(at);
    if (code != 0x200B && !u_isUWhiteSpace(code)) return false;  // U+200B parts words too
  }
  return true;
}

void check_tokens(const Document& document) {
  std::uint32_t last = 0;
  for (std::uint32_t token = 0; token < document.size(); ++token) {
    const ByteSpan span = document.span(token);
    FUZZ_CHECK(is_valid(span, document.text()));
    FUZZ_CHECK(span.begin >= last);
    FUZZ_CHECK(document.word(token) == document.slice(span));
    FUZZ_CHECK(!document.lower(token).empty());
    FUZZ_CHECK(document.token_at(span.begin) == token);
    // Nothing is lost between tokens.
    FUZZ_CHECK(is_white(std::string_view(document.text()).substr(last, span.begin - last)));
    last = span.end;
  }
  FUZZ_CHECK(document.token_at(last) == document.size());
}

void check_sentences(const Document& document) {
  std::uint32_t next = 0;
  std::uint32_t paragraph = 0;
  for (std::size_t s = 0; s < document.sentences().size(); ++s) {
    const rapporteur::text::Sentence& sentence = document.sentences()[s];
    FUZZ_CHECK(!sentence.tokens.empty());
    FUZZ_CHECK(sentence.tokens.begin == next);
    FUZZ_CHECK(sentence.span == document.span(sentence.tokens));
    FUZZ_CHECK(sentence.paragraph >= paragraph);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      FUZZ_CHECK(document.sentence_of(t) == s);
    }
    next = sentence.tokens.end;
    paragraph = sentence.paragraph;
  }
  FUZZ_CHECK(next == document.size());
}

void check_lines(const std::string& text) {
  std::uint32_t last = 0;
  for (const rapporteur::text::Line& line : rapporteur::text::lines_of(text)) {
    if (line.span.empty()) continue;
    FUZZ_CHECK(is_valid(line.span, text));
    FUZZ_CHECK(line.span.begin >= last);
    FUZZ_CHECK(line.span.of(text).find('\n') == std::string_view::npos);
    last = line.span.end;
  }
}

void check_offsets(const Document& document) {
  using rapporteur::text::OffsetUnit;
  std::vector<std::uint32_t> bytes;
  for (std::uint32_t t = 0; t < document.size(); ++t) bytes.push_back(document.span(t).begin);
  FUZZ_CHECK(convert_offsets(document.text(), bytes, OffsetUnit::utf8) == bytes);
  const auto points = convert_offsets(document.text(), bytes, OffsetUnit::codepoint);
  const auto units = convert_offsets(document.text(), bytes, OffsetUnit::utf16);
  FUZZ_CHECK(points.size() == bytes.size() && units.size() == bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    FUZZ_CHECK(points[i] <= units[i] && units[i] <= bytes[i]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapporteur::text;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  rapporteur::Result<Normalised> normalised = normalise(input, "fuzz");
  if (!normalised) {
    FUZZ_CHECK(normalised.error().code == rapporteur::ErrorCode::bad_data);
    return 0;
  }
  const rapporteur::Result<Normalised> again = normalise(normalised->text, "fuzz");
  FUZZ_CHECK(again.has_value() && again->text == normalised->text && again->warnings.empty());
  const Document document(normalised->text);
  FUZZ_CHECK(document.text() == normalised->text);
  check_tokens(document);
  check_sentences(document);
  check_lines(document.text());
  check_offsets(document);
  return 0;
}
