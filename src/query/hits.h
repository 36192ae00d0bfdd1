// What a search has found, before it is shown.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "ask.h"
#include "rapporteur/base/digest.h"

namespace rapporteur::query {

// What the words are found in, by its number in the index. Nothing else is looked up for it.
struct WordMatch {
  std::int64_t score = 0;  // in millionths: sums of floating point numbers may differ at their ends
  std::int64_t id = 0;
  bool of_claim = false;
};

// A match with all that its place among those of one score depends on.
struct PlacedHit {
  WordMatch match;
  SearchHit hit;
  std::string value;  // digest of the fact's: a list has several of one pointer

  [[nodiscard]] auto key() const { return std::tie(hit.report, hit.pointer, value); }
};

// The columns that placed_in reads, of facts and of reports.
inline constexpr const char* kClaim =
    "SELECT c.id, r.key, v.title, o.pointer || '/' || c.property, c.property, c.value "
    "FROM standing_claim AS c JOIN object AS o ON o.id = c.object_id "
    "JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id ";
inline constexpr const char* kReport =
    "SELECT v.id, r.key, v.title, '', '', '' FROM version AS v "
    "JOIN report AS r ON r.id = v.report_id ";

PlacedHit placed_in(const Cursor& row, std::int64_t score, bool of_claim);

// Hits of words that too much holds to rank it: of the newest reports first (by date of
// publication, those without one last), then by report, pointer and value, as many as are wanted
// behind `after`. They have score 0. Cost: a few looks for each report until there are enough, so
// that it suits words that many reports hold.
Result<std::vector<PlacedHit>> newest_hits(const Register& reg, const std::string& match,
                                           const SearchFilter::Position* after, std::size_t wanted);

}  // namespace rapporteur::query
