// Days as pages write them.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source::html {

// The first day in `words` as EDTF: what parse_date takes, "Thu, 18 Aug 2022 10:00:00 GMT",
// "August 18th, 2022", "18 de agosto de 2022", "18.08.2022", "2022/08/18". "07/08/2022" could be
// two days and is none. Empty: none. Cost: O(bytes).
std::string day_in(std::string_view words);

// The day in an address's path: /2022/08/18/, /2022/aug/18/, /2022-08-18-, /20220818. Else the
// month of /2022/08/. Empty: none.
std::string day_in_address(std::string_view address);

}  // namespace rapporteur::source::html
