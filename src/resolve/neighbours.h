// Which members anything could link directly: what a change may reach.
#pragma once

#include <span>
#include <vector>

#include "features.h"

namespace rapporteur::resolve {

// As record::Resolver says. Members that say the same are compared once.
std::vector<bool> neighbours(std::span<const record::Member* const> from,
                             std::span<const record::Member* const> others,
                             const Knowledge& knowledge);

}  // namespace rapporteur::resolve
