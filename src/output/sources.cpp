#include "sources.h"

#include <algorithm>

namespace rapporteur::output {

std::size_t Sources::number(const Citation& source) {
  std::vector<std::string> words = source.quotes;
  if (!source.sentence.empty()) words = {source.sentence};
  const auto [at, is_new] =
      numbers_.emplace(std::pair(source.report, std::move(words)), listed_.size() + 1);
  if (is_new) {
    listed_.push_back(source);
    return at->second;
  }
  std::vector<std::string>& known = listed_[at->second - 1].quotes;
  for (const std::string& quote : source.quotes) {
    if (std::find(known.begin(), known.end(), quote) == known.end()) known.push_back(quote);
  }
  return at->second;
}

std::vector<std::size_t> Sources::numbers(const std::vector<Citation>& sources) {
  std::vector<std::size_t> out;
  for (const Citation& source : sources) out.push_back(number(source));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string Sources::marks(const std::vector<Citation>& sources, std::size_t more) {
  std::string out;
  for (const std::size_t n : numbers(sources)) out += "[" + std::to_string(n) + "]";
  if (out.empty() || more == 0) return out;
  return "(+" + std::to_string(more) + (more == 1 ? " report) " : " reports) ") + out;
}

std::vector<std::pair<std::size_t, std::size_t>> quoted_parts(const Citation& source) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const std::string& quote : source.quotes) {
    const std::size_t at = quote.empty() ? std::string::npos : source.sentence.find(quote);
    if (at != std::string::npos) found.emplace_back(at, at + quote.size());
  }
  std::sort(found.begin(), found.end());
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const auto& part : found) {
    if (!out.empty() && part.first <= out.back().second + 1) {
      out.back().second = std::max(out.back().second, part.second);
    } else {
      out.push_back(part);
    }
  }
  return out;
}

}  // namespace rapporteur::output
