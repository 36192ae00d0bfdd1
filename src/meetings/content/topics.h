// Topics that words name (data/topics.tsv).
#pragma once

#include <string>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// Adds the ids of the topics named within `range`, each once.
void add_topics(const Context& context, TokenRange range, std::vector<std::string>& out);

}  // namespace rapporteur::meetings
