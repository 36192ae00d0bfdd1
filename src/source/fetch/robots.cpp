#include "robots.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "words.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kMostRules = 4096;

struct Line {
  std::string field;  // in lower case; empty: not one of "field: value"
  std::string_view value;
};

Line line_of(std::string_view bytes) {
  bytes = bytes.substr(0, bytes.find('#'));
  const std::size_t colon = bytes.find(':');
  if (colon == std::string_view::npos) return {};
  return {lower(trimmed(bytes.substr(0, colon))), trimmed(bytes.substr(colon + 1))};
}

// Greedy matching of '*' with one step back: linear in path times stars.
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < path.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == path[t]) {
      ++p;
      ++t;
    } else if (p == pattern.size() && !anchored) {
      return true;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

Robots Robots::refusing() {
  Robots out;
  out.rules_.push_back({"/", false});
  return out;
}

Robots Robots::parse(std::string_view text, std::string_view agent) {
  const std::string wanted = lower(agent);
  Robots own, any;
  bool own_group = false, any_group = false;  // the lines belong to it
  bool found_own = false;
  bool in_agents = false;  // the line before named an agent, too
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Line line = line_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.field == "user-agent") {
      if (!in_agents) own_group = any_group = false;
      in_agents = true;
      const std::string name = lower(line.value);
      any_group = any_group || name == "*";
      own_group = own_group || (!name.empty() && name == wanted);
      found_own = found_own || own_group;
      continue;
    }
    const bool rule = line.field == "allow" || line.field == "disallow";
    if (rule || line.field == "crawl-delay") in_agents = false;
    for (Robots* group : {own_group ? &own : nullptr, any_group ? &any : nullptr}) {
      if (group == nullptr) continue;
      if (rule && !line.value.empty() && group->rules_.size() < kMostRules) {
        group->rules_.push_back({std::string(line.value), line.field == "allow"});
      }
      double seconds = 0;
      if (line.field == "crawl-delay" &&
          std::from_chars(line.value.data(), line.value.data() + line.value.size(), seconds).ec ==
              std::errc() &&
          std::isfinite(seconds) && seconds >= 0) {
        group->delay_ = seconds;
      }
    }
  }
  return found_own ? own : any;
}

bool Robots::allows(std::string_view path) const {
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (!matches(rule.pattern, path)) continue;
    const bool longer = best == nullptr || rule.pattern.size() > best->pattern.size();
    const bool as_long = best != nullptr && rule.pattern.size() == best->pattern.size();
    if (longer || (as_long && rule.allow)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace rapporteur::source
