// Where the sources of this layer found it before it was shared.
#pragma once

#include "rapporteur/output/json.h"
