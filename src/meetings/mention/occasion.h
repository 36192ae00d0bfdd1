// The meeting beside which others were held: "X met Y on the sidelines of the Council".
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "on the sidelines of |the Council|": it only says on which occasion others met.
[[nodiscard]] bool is_occasion(const Context& context, const Mention& setting);

// "X met Y |on the sidelines of the Council in Goa on Thursday|": there and then.
void share_occasion(const Context& context, std::vector<Mention>& mentions);

}  // namespace rapporteur::meetings
