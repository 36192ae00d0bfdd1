#include "verbal/behind_names.h"

#include <algorithm>

namespace rapporteur::meetings {

std::uint32_t behind_names(const Context& c, std::uint32_t at, std::uint32_t end,
                           std::span<const std::string_view> joins) {
  while (at < end) {
    const names::Mention* who = c.cast.starting(at);
    const names::Office* office = c.cast.office_starting(at);
    const tagger::Tag* tag = c.tags.starting(at);
    if (who != nullptr) {
      at = who->tokens.end;
    } else if (office != nullptr) {
      at = office->tokens.end;
    } else if (tag != nullptr) {
      at = tag->tokens.end;
    } else if (std::find(joins.begin(), joins.end(), c.doc.lower(at)) != joins.end() ||
               c.doc.is_capital(at)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace rapporteur::meetings
