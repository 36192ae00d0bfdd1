#include <algorithm>

#include "draft.h"

namespace rapporteur::meetings {

std::span<const time::Expression> Context::times_in(TokenRange tokens) const {
  const auto first =
      std::partition_point(times.begin(), times.end(),
                           [&](const time::Expression& e) { return e.tokens.end <= tokens.begin; });
  const auto last = std::partition_point(
      first, times.end(), [&](const time::Expression& e) { return e.tokens.begin < tokens.end; });
  return {first, last};
}

const time::Expression* Context::time_at(std::uint32_t token) const {
  const std::span<const time::Expression> found = times_in({token, token + 1});
  return found.empty() ? nullptr : &found.front();
}

const time::Expression* Context::date_at(std::uint32_t token) const {
  const time::Expression* e = time_at(token);
  return e != nullptr && time::is_date(e->kind) && !e->edtf.empty() ? e : nullptr;
}

bool Context::in_dateline(const time::Expression& e) const {
  return e.tokens.begin >= dateline.begin && e.tokens.begin < dateline.end;
}

std::string Context::words(ByteSpan span) const {
  std::string out;
  for (const char c : doc.slice(span)) out += c == '\n' ? ' ' : c;
  return out;
}

}  // namespace rapporteur::meetings
