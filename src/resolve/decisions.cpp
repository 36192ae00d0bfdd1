#include "decisions.h"

#include <functional>
#include <map>
#include <utility>

namespace rapporteur::resolve {

std::vector<Decision> decisions_of(const std::vector<const std::vector<record::Bond>*>& bonds) {
  std::map<std::pair<std::string, std::string>, Decision, std::greater<>> latest_first;
  for (std::size_t i = 0; i < bonds.size(); ++i) {
    for (const record::Bond& b : *bonds[i]) {
      Decision& d = latest_first[{b.since, b.correction}];
      d.rule =
          (b.apart ? "a person split them off (" : "a person merged them (") + b.correction + ")";
      (b.side == 0 ? d.ones : d.others).push_back(i);
    }
  }
  std::vector<Decision> out;
  out.reserve(latest_first.size());
  for (auto& [when, decision] : latest_first) out.push_back(std::move(decision));
  return out;
}

}  // namespace rapporteur::resolve
