// A tree of named values as a JSON object.
#pragma once

#include "rapporteur/output/json.h"
#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

void write_object(const Node::Object& object, Json& json);

}  // namespace rapporteur::output
