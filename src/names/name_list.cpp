#include "name_list.h"

namespace rapporteur::names {

std::vector<std::size_t> NameLists::after(std::uint32_t at) const {
  std::vector<std::size_t> out;
  const std::string_view first = n_.lower(at);
  if (first == "," || first == ":" || first == "-" || first == "(") ++at;
  bool closed = false;
  for (std::size_t i = n_.next(at); i < n_.all.size() && !closed; ++i) {
    std::uint32_t t = at;
    for (; t < n_.all[i].whole.begin && (is_joint(n_.lower(t)) || n_.lower(t) == "the"); ++t) {
      closed = closed || (n_.lower(t) == "and" && !out.empty());  // "A, B and C": the last one
    }
    if (t != n_.all[i].whole.begin || !n_.same_sentence(at - 1, t)) break;
    if (!out.empty() && t == at) break;
    out.push_back(i);
    at = n_.all[i].whole.end;
  }
  return out;
}

std::vector<std::size_t> NameLists::before(std::uint32_t end) const {
  std::vector<std::size_t> out;
  for (std::size_t i = n_.next(end); i-- > 0;) {
    std::uint32_t t = end;
    while (t > n_.all[i].whole.end && (is_joint(n_.lower(t - 1)) || n_.lower(t - 1) == "the")) --t;
    if (t != n_.all[i].whole.end || !n_.same_sentence(n_.all[i].tokens.begin, end - 1)) break;
    out.insert(out.begin(), i);
    end = n_.all[i].whole.begin;
  }
  return out;
}

void join_semicolons(Namings& namings) {
  for (Naming& n : namings.all) {
    if (n.offices.empty() || n.whole.begin < 2 || namings.lower(n.whole.begin - 1) != ";") continue;
    const std::uint32_t before = namings.office_before(n.whole.begin - 1);
    if (before == kNobody || namings.offices[before].plural) continue;
    const Office earlier = namings.offices[before];
    const std::uint32_t start = earlier.tokens.begin;
    if (start == 0 || (namings.lower(start - 1) != ";" && namings.lower(start - 1) != ":"))
      continue;
    namings.used[before] = true;
    n.offices.insert(n.offices.begin(), earlier);
    n.whole.begin = start;
  }
}

}  // namespace rapporteur::names
