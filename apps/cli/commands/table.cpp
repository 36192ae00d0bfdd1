// The commands, in the order of the help.
#include <array>

#include "command.h"

namespace rapporteur::cli {

extern const CommandEntry kRead;
extern const CommandEntry kExtract;

std::span<const CommandEntry* const> commands() {
  static constexpr std::array kAll = {&kRead, &kExtract};
  return kAll;
}

}  // namespace rapporteur::cli
