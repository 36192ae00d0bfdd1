// Where a register lies on a PostgreSQL server.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::store::postgresql {

// "postgresql://..." or "postgres://...".
bool is_address(std::string_view path);

// Whether it is plain where its password ends: a password with '@' or '/' that are not written as
// %40 and %2F would be taken for a part of the host, and shown.
bool is_plain(std::string_view address);

// The address without passwords, for errors: everything between the ':' and the '@' of its
// credentials and the values of parameters that hold secrets is left out. Total.
std::string without_password(std::string_view address);

}  // namespace rapporteur::store::postgresql
