// Readings as answers: the public JSON with its evidence in the unit that was asked for.
#pragma once

#include "rapporteur/record/reading.h"
#include "write.h"

namespace rapporteur::http {

// As output writes it, spans and places of what was left out in the unit of `spans`.
void write(record::Reading reading, const Spans& spans, Json& json);

}  // namespace rapporteur::http
