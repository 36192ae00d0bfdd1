// Pages: any bytes become a Report whose text is in normal form, without a tag's leftovers in its
// parts, or are refused; the guard in front of the parser keeps its bounds.
#include <algorithm>
#include <cstdint>
#include <string>

#include "check.h"
#include "rapporteur/source/found.h"
#include "rapporteur/text/normalise.h"

namespace {

using rapporteur::ErrorCode;
using rapporteur::Result;

bool starts_character(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rapporteur::source::Found found;
  found.where = "fuzz";
  found.id = "fuzz";
  found.bytes.assign(reinterpret_cast<const char*>(data), size);
  found.size = size;
  found.media = rapporteur::source::Media::html;
  found.address = "https://example.org/2022/08/a.html";
  const Result<rapporteur::record::Report> report = rapporteur::source::make_report(found);
  if (!report) {
    FUZZ_CHECK(report.error().code == ErrorCode::bad_data ||
               report.error().code == ErrorCode::too_large);
    FUZZ_CHECK(report.error().where == "fuzz");
    return 0;
  }
  const auto normal = rapporteur::text::normalise(report->text, "fuzz");
  FUZZ_CHECK(normal.has_value() && normal->text == report->text);
  FUZZ_CHECK(report->text.find('\0') == std::string::npos);
  std::uint32_t last = 0;
  for (const rapporteur::record::LeftOut& part : report->left_out) {
    FUZZ_CHECK(part.at >= last && part.at <= report->text.size());
    FUZZ_CHECK(starts_character(report->text, part.at));
    FUZZ_CHECK(!part.text.empty() && !part.reason.empty());
    last = part.at;
  }
  for (const std::string& date : {report->published, report->modified}) {
    if (!date.empty()) FUZZ_CHECK(rapporteur::source::parse_date(date).has_value());
  }
  return 0;
}
