// How high an office stands, from its wording.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::service {

// "head_of_state", "minister", "deputy_minister", ...: a name of catalogue::OfficeLevel, the most
// senior one of offices that are listed with ";"; "" where no table knows the office.
std::string seniority_of(std::string_view offices, const catalogue::Catalogue& catalogue);

// The same as a number to sort by: 0 for a head of state; kNoRank where no table knows the office.
inline constexpr std::size_t kNoRank = 1000;
std::size_t seniority_rank(std::string_view offices, const catalogue::Catalogue& catalogue);

}  // namespace rapporteur::service
