// An office's name in addresses, which tells its key: state, organisation and what it is.
#pragma once

#include <optional>
#include <string>

#include "rapporteur/query/browse.h"

namespace rapporteur::http {

std::string office_id_of(const query::OfficeKey& key);
std::optional<query::OfficeKey> office_key_of(const std::string& id);

}  // namespace rapporteur::http
