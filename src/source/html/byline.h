// Who wrote it: bylines as pages word them.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source::html {

// "By Ana Reis | 3 May 2021" -> "Ana Reis". Empty for what names nobody: addresses, accounts such
// as "admin", the publisher itself.
std::string clean_byline(std::string_view words, std::string_view publisher);

}  // namespace rapporteur::source::html
