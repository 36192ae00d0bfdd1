// Reports: any bytes become a Report whose text is in normal form and whose parts left out stand in
// it, or are refused; any words are a date or are refused.
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

void check_report(const std::string& bytes) {
  rapporteur::source::Found found;
  found.where = "fuzz";
  found.id = "fuzz";
  found.bytes = bytes;
  found.size = bytes.size();
  const Result<rapporteur::record::Report> report = rapporteur::source::make_report(found);
  if (!report) {
    FUZZ_CHECK(report.error().code == ErrorCode::bad_data);
    FUZZ_CHECK(report.error().where.starts_with("fuzz"));
    return;
  }
  const auto normal = rapporteur::text::normalise(report->text, "fuzz");
  FUZZ_CHECK(normal.has_value() && normal->text == report->text);
  FUZZ_CHECK(report->digest.size() == std::string("sha256:").size() + 64);
  std::uint32_t last = 0;
  for (const rapporteur::record::LeftOut& part : report->left_out) {
    FUZZ_CHECK(part.at >= last && part.at <= report->text.size());
    FUZZ_CHECK(starts_character(report->text, part.at));
    FUZZ_CHECK(!part.text.empty() && !part.reason.empty());
    last = part.at;
  }
}

void check_date(const std::string& words) {
  const Result<std::string> date = rapporteur::source::parse_date(words.substr(0, 64));
  if (!date) {
    FUZZ_CHECK(date.error().code == ErrorCode::bad_data);
    return;
  }
  const Result<std::string> again = rapporteur::source::parse_date(*date);
  FUZZ_CHECK(again.has_value() && *again == *date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_report(bytes);
  check_date(bytes);
  return 0;
}
