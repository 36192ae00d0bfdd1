#include "sources.h"

namespace rapporteur::output {

std::size_t Sources::number(const Citation& source) {
  const auto [at, is_new] =
      numbers_.emplace(std::pair(source.report, source.quotes), listed_.size() + 1);
  if (is_new) listed_.push_back(&source);
  return at->second;
}

std::string Sources::marks(const std::vector<Citation>& sources) {
  std::string out;
  for (const Citation& source : sources) {
    const std::string mark = "[" + std::to_string(number(source)) + "]";
    if (out.find(mark) == std::string::npos) out += mark;
  }
  return out;
}

}  // namespace rapporteur::output
