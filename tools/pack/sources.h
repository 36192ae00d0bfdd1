// Tables that the pack takes from elsewhere: each function gives TSV, as if a person had written
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::pack {

// Territory names of a CLDR locale file (common/main/en.xml): columns code, name, kind, where
// kind is "", "short" or "variant". Two-letter codes only, sorted.
// Errors: those of read_file; bad_data (no XML, no territories).
Result<std::string> cldr_territories(const std::string& path);

// Countries of iso-codes (iso_3166-1.json): columns code, alpha3, name, official, common; sorted.
// Errors: those of read_file; bad_data (no JSON of that shape).
Result<std::string> iso_countries(const std::string& path);

// For the place tables (in this order, as parsed blocks): columns key (a folded name) and rows
// ("12;873": the places of that name, counted through all blocks). Sorted by key.
// Errors: damaged; bad_data (a table without a column "name").
Result<std::string> place_keys(const std::vector<std::string>& blocks);

}  // namespace rapporteur::pack
