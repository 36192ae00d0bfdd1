// A body's name in addresses: of the tables its id there ("sco.chs"), else made of its words.
#pragma once

#include <optional>
#include <string>

#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::http {

struct Body {
  std::string organisation;                  // as the register words it; may be empty
  std::string organ;                         // the same
  catalogue::Index index = catalogue::npos;  // in the tables
};

std::string body_id_of(const catalogue::Catalogue& catalogue, const std::string& organisation,
                       const std::string& organ);
// Nothing if `id` names no body of the tables and is not made of words.
std::optional<Body> body_of(const catalogue::Catalogue& catalogue, const std::string& id);

}  // namespace rapporteur::http
