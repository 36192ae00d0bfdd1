// Keys made of words, where no table knows better.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rapporteur/resolve/knowledge.h"

namespace rapporteur::resolve {

// "The Shanghai Cooperation Organization" -> "shanghai cooperation organisation"
std::string body_words(std::string_view organisation);
// "Meeting of the Security Council Secretaries" -> "security council secretaries"; a summit
// without words -> "summit".
// Without the name of its organisation: "Council of Ministers of the Rivers Organisation (RO)" of
// that organisation -> "council ministers".
std::string organ_words(std::string_view organ, std::optional<record::Kind> kind,
                        std::string_view organisation = {});

}  // namespace rapporteur::resolve
