// Expressions of time: any text gives expressions that are sorted, apart, on character starts, the
// same each time; what has a value has a well-formed one; without an anchor nothing is resolved
// against the report.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "rapporteur/base/file.h"
#include "rapporteur/text/document.h"
#include "rapporteur/text/normalise.h"
#include "rapporteur/time/edtf.h"
#include "rapporteur/time/recogniser.h"
#include "rapporteur/time/stamp.h"

namespace {

using rapporteur::time::Anchor;
using rapporteur::time::Expression;
using rapporteur::time::Recogniser;

const Recogniser& recogniser() {
  static const Recogniser instance = [] {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/data/lexicon/time/en.tsv";
    const auto tsv = rapporteur::read_file(path);
    FUZZ_CHECK(tsv.has_value());
    const auto table = rapporteur::encode_table(*tsv, path);
    FUZZ_CHECK(table.has_value());
    const auto pack =
        rapporteur::Pack::from_bytes(rapporteur::encode_pack({{"lexicon/time/en", *table}}));
    FUZZ_CHECK(pack.has_value());
    auto loaded = Recogniser::load(*pack);
    FUZZ_CHECK(loaded.has_value());
    return std::move(*loaded);
  }();
  return instance;
}

std::vector<Expression> find(const rapporteur::text::Document& document, const Anchor& anchor) {
  rapporteur::Scratch scratch;
  std::vector<Expression> out;
  recogniser().find(document, anchor, scratch, out);
  return out;
}

void check(const rapporteur::text::Document& document, const std::vector<Expression>& found) {
  std::uint32_t last = 0;
  for (const Expression& e : found) {
    FUZZ_CHECK(is_valid(e.span, document.text()));
    FUZZ_CHECK(e.span == document.span(e.tokens));
    FUZZ_CHECK(e.span.contains(e.core) && !e.core.empty());
    FUZZ_CHECK(e.span.begin >= last);
    FUZZ_CHECK(e.edtf.empty() == e.core_edtf.empty());
    FUZZ_CHECK(e.edtf.empty() || rapporteur::time::days_of(e.edtf).has_value());
    FUZZ_CHECK(e.core_edtf.empty() || rapporteur::time::days_of(e.core_edtf).has_value());
    FUZZ_CHECK(e.edtf.empty() || is_date(e.kind));
    for (const auto& end : e.ends) FUZZ_CHECK(e.span.contains(end.span));
    last = e.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto normalised = rapporteur::text::normalise(input, "fuzz");
  if (!normalised) return 0;
  const rapporteur::text::Document document(normalised->text);
  for (const Anchor& anchor : {Anchor{}, Anchor{"2022-08-17", "US"}, Anchor{"2019", ""}}) {
    const std::vector<Expression> found = find(document, anchor);
    check(document, found);
    FUZZ_CHECK(found == find(document, anchor));
    for (const auto& stamp : rapporteur::time::stamps(document, found)) {
      FUZZ_CHECK(is_valid(stamp.span, document.text()));
      FUZZ_CHECK(stamp.date.size() == 10);
    }
    const auto date = rapporteur::time::publication_date(document, found, input);
    FUZZ_CHECK(!date || rapporteur::time::length(date->date) == 1);
  }
  return 0;
}
