#pragma once

#include <memory>
#include <string>

#include "connection.h"

namespace rapporteur::store::postgresql {

// Connects to the register at the address. Errors: those of Register::open.
Result<std::unique_ptr<Connection>> open(const std::string& address, const OpenOptions& options);

}  // namespace rapporteur::store::postgresql
