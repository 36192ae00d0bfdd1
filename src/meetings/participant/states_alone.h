// States that take part or stay away without anybody's name.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

struct StateAct {
  Named state;
  TokenRange where;  // the words that name it
  ByteSpan words;    // those that say that it took part or stayed away
  bool absent = false;
  const names::Office* office = nullptr;  // of somebody of that state whom nobody names; or null
  bool member = false;                    // one of a list of those of a group
};

// "Grenada apologised for its absence", "Egypt and Sudan attended as observers", "attended by
// Chad, Niger and Libya", "Barbados sent its ambassador", and lines of a table that name a state
// and nobody ("Papua New Guinea (regrets)"). In the order of the text. Cost: O(tokens).
std::vector<StateAct> states_alone(const Context& context);

}  // namespace rapporteur::meetings
