// Organisations that take part without anybody's name.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

struct BodyAct {
  Named body;                             // of Catalogue::bodies(), or its words alone
  TokenRange where;                       // the words that name it
  const names::Office* office = nullptr;  // of somebody of it whom nobody names; or null
};

// "attended by representatives of |the African Union| and |the World Bank|", "|The World Bank| and
// |UNDP| attended as observers", "the Executive Secretary of |IGAD| took part". In the order of the
// text.
// Cost: O(tokens).
std::vector<BodyAct> bodies_alone(const Context& context);

}  // namespace rapporteur::meetings
