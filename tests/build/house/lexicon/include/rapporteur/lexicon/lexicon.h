#pragma once
#include "rapporteur/text/text.h"
namespace rapporteur::lexicon {
std::string find();
}
