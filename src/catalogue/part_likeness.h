// How alike one part of a name is to one part of another.
#pragma once

#include "person_names.h"

namespace rapporteur::catalogue {

// 0..1; 0: not the same part.
double likeness(const NamePart& a, const NamePart& b);

}  // namespace rapporteur::catalogue
