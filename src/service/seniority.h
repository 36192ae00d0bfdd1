// How high an office stands, from its wording.
#pragma once

#include <string>
#include <string_view>

#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::service {

// "head_of_state", "minister", "deputy_minister", ...: a name of catalogue::OfficeLevel, the most
// senior one of offices that are listed with ";"; "" where no table knows the office.
std::string seniority_of(std::string_view offices, const catalogue::Catalogue& catalogue);

}  // namespace rapporteur::service
