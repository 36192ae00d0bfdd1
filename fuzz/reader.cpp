// Readings: any text is read, twice alike, and every value has words that stand in the text.
#include "rapporteur/reader/reader.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "check.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/source/found.h"

namespace {

using namespace rapporteur;

template <class T>
T or_stop(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
    std::abort();
  }
  return *std::move(result);
}

const reader::Reader& the_reader() {
  static const Pack pack = or_stop(Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack"));
  static const reader::Reader reader = or_stop(reader::Reader::load(pack));
  return reader;
}

void check_claims(const record::Reading& reading) {
  const std::vector<record::Claim> claims = record::claims_of(reading);
  for (const record::Claim& claim : claims) {
    FUZZ_CHECK(claim.confidence >= 0 && claim.confidence <= 1);
    for (const ByteSpan span : claim.evidence) FUZZ_CHECK(is_valid(span, reading.report.text));
  }
  const Result<record::Reading> again = record::reading_of(claims);
  FUZZ_CHECK(again.has_value());
  FUZZ_CHECK(again->meetings == reading.meetings);
  FUZZ_CHECK(again->holdings == reading.holdings);
  FUZZ_CHECK(again->positions == reading.positions);
}

void check_mentions(const record::Reading& reading) {
  std::uint32_t last = 0;
  for (const record::Mention& mention : reading.mentions) {
    FUZZ_CHECK(is_valid(mention.span, reading.report.text));
    FUZZ_CHECK(mention.span.begin >= last);
    last = mention.span.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  source::Found found;
  found.where = "fuzz";
  found.id = "fuzz";
  found.bytes.assign(reinterpret_cast<const char*>(data), size);
  const Result<record::Report> report = source::make_report(found);
  if (!report) return 0;
  const reader::Options options{.mentions = true};
  Scratch scratch;
  const record::Reading reading = the_reader().read(*report, scratch, options);
  FUZZ_CHECK(reading.report.text == report->text);
  check_claims(reading);
  check_mentions(reading);
  scratch.reset();
  FUZZ_CHECK(the_reader().read(*report, scratch, options) == reading);
  return 0;
}
