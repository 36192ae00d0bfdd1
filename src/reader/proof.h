// No value without words: a fact whose evidence does not hold is taken out, with a warning.
#pragma once

#include "rapporteur/record/reading.h"

namespace rapporteur::reader {

// Checks every fact of `reading`: spans inside the text, on character starts, of decent length.
void prove(record::Reading& reading);

}  // namespace rapporteur::reader
