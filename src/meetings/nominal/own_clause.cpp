#include "nominal/own_clause.h"

#include <algorithm>

namespace rapporteur::meetings {

std::uint32_t behind_own_clause(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kLongest = 20;
  const std::uint32_t first = c.lower(token) == "," ? token + 1 : token;
  if (c.lower(first) != "that" && c.lower(first) != "which") return token;
  const std::uint32_t end = std::min(first + kLongest, c.sentence(first).end);
  for (std::uint32_t t = first + 1; t < end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.doc.lower(t) == ";") return token;
    if (c.cue(t, c.cues.stretch) != nullptr) return t;
  }
  return token;
}

}  // namespace rapporteur::meetings
