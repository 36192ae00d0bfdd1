#include "rapporteur/lexicon/lexicon.h"

namespace rapporteur::lexicon {
std::string find() { return text::read(); }
}  // namespace rapporteur::lexicon
