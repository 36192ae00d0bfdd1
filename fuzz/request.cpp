// Requests: targets, parameters, cursors, ids, headers of tokens and bodies of any bytes.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "access.h"
#include "check.h"
#include "given.h"
#include "office_address.h"
#include "parameters.h"
#include "said.h"
#include "target.h"

namespace {

using rapporteur::Result;
using rapporteur::http::Parameters;
using rapporteur::http::Target;

constexpr std::array<std::string_view, 2> kWords = {"oldest", "newest"};

void check_parameters(const Target& target) {
  Parameters parameters(target);
  FUZZ_CHECK(parameters.text("q").size() <= 8192);
  const std::string order = parameters.choice("order", kWords);
  FUZZ_CHECK(order.empty() || order == "oldest" || order == "newest");
  const auto limit = parameters.number("limit", 50, 1, 500);
  FUZZ_CHECK(limit >= 1 && limit <= 500);
  FUZZ_CHECK(parameters.choices("orders", kWords).size() <= kWords.size());
  const auto cursor = parameters.cursor(2);
  FUZZ_CHECK(!cursor || cursor->size() == 2);
  static_cast<void>(parameters.unit());
  static_cast<void>(parameters.check());
}

// What is decoded and encoded again is the same place.
void check_target(std::string_view words) {
  const Result<Target> target = rapporteur::http::parse_target(words);
  if (!target) return;
  for (const std::string& segment : target->segments) {
    FUZZ_CHECK(!segment.empty() && segment != "." && segment != "..");
    FUZZ_CHECK(segment.find('\0') == std::string::npos);
  }
  const Result<Target> again = rapporteur::http::parse_target(target->path());
  // Encoding makes an address longer, at most threefold.
  FUZZ_CHECK(again || target->path().size() > 8192);
  FUZZ_CHECK(!again || again->segments == target->segments);
  check_parameters(*target);
}

void check_ids(std::string_view words) {
  const std::string id(words);
  if (const auto key = rapporteur::http::office_key_of(id)) {
    FUZZ_CHECK(rapporteur::http::office_key_of(rapporteur::http::office_id_of(*key)) == key);
  }
  FUZZ_CHECK(rapporteur::http::host_of(words).size() <= words.size());
  FUZZ_CHECK(rapporteur::http::token_in(words).size() <= words.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_target(bytes);
  check_target("/" + std::string(bytes));
  check_target("/?" + std::string(bytes));
  check_ids(bytes);
  check_ids("o-" + std::string(bytes));
  static_cast<void>(rapporteur::http::parse_document(bytes));
  static_cast<void>(rapporteur::http::parse_documents(bytes));
  static_cast<void>(rapporteur::http::parse_said(bytes));
  static_cast<void>(rapporteur::http::parse_reason(bytes));
  return 0;
}
