#include "rapporteur/text/text.h"

#include "words.h"

namespace rapporteur::text {
std::string read() { return word(); }
}  // namespace rapporteur::text
