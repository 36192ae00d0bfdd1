// Who is named beside a meeting without taking part in it, and who takes part by a bare name.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "a letter from |the Mauritanian President A|". Cost: O(1).
bool is_spoken_of(const Context& context, TokenRange person);

// "|Prince| Ali bin Said", who needs no office.
bool is_noble(const Context& context, TokenRange person);

// "A received B", "A held talks with B": the sentence tells that some of it meet one another.
bool meets_somebody(const Context& context, TokenRange person);

}  // namespace rapporteur::meetings
