// Those who are met together with somebody: "met Chilean President A and Prime Minister B".

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "name_list.h"
#include "naming.h"

namespace rapporteur::names {

namespace {

class Hosts {
 public:
  explicit Hosts(Namings& namings) : n_(namings), lists_(namings), doc_(namings.doc) {}

  void run() {
    for (std::size_t i = 0; i < n_.all.size(); ++i) {
      if (n_.all[i].state && !n_.all[i].offices.empty() && is_met(i)) share(i);
    }
  }

 private:
  // The state is said before the name, "Chilean President A", "her Chilean counterpart A", and
  // whoever meets stands before it: "X met", "held talks with".
  [[nodiscard]] bool is_met(std::size_t i) const {
    static constexpr std::array<std::string_view, 15> kMeets{
        "with",   "met", "meet",    "meets",    "meeting", "received", "receive", "receives",
        "hosted", "saw", "thanked", "welcomed", "greeted", "visited",  "briefed"};
    const Naming& n = n_.all[i];
    if (n.state.words.begin >= doc_.span(n.tokens).begin) return false;
    const std::uint32_t floor = n_.sentence(n.tokens.begin).begin;
    std::uint32_t at = std::min(n.whole.begin, doc_.token_at(n.state.words.begin));
    while (at > floor && (n_.lower(at - 1) == "the" || n_.lower(at - 1) == "his" ||
                          n_.lower(at - 1) == "her" || n_.lower(at - 1) == "their")) {
      --at;
    }
    if (at == floor) return false;
    for (const std::string_view word : kMeets) {
      if (n_.lower(at - 1) == word) return true;
    }
    return false;
  }

  // To the others of the list who have an office of a state but no state.
  void share(std::size_t i) {
    const std::vector<std::size_t> names = lists_.after(n_.all[i].whole.begin);
    for (std::size_t k = 1; k < names.size(); ++k) {
      if (!may_be_colleague(n_.all[names[k]], n_.all[i]) || is_known(names[k])) return;
    }
    for (std::size_t k = 1; k < names.size(); ++k) n_.all[names[k]].state = n_.all[i].state;
  }

  // Somebody of that family name was told of before, and comes from elsewhere.
  [[nodiscard]] bool is_known(std::size_t i) const {
    constexpr std::size_t kFar = 400;  // names
    const std::string_view last = n_.lower(n_.all[i].tokens.end - 1);
    for (std::size_t k = i > kFar ? i - kFar : 0; k < i; ++k) {
      if (n_.lower(n_.all[k].tokens.end - 1) == last) return true;
    }
    return false;
  }

  [[nodiscard]] bool may_be_colleague(const Naming& n, const Naming& first) const {
    if (n.state || n.body || n.offices.empty() || n.offices.front().state) return false;
    const catalogue::Index office = n.offices.front().office;
    if (office == catalogue::npos || office == first.offices.front().office) return false;
    const catalogue::Office& known = n_.t.catalogue.offices()[office];
    if (known.id.find("secretary_of_state") != std::string_view::npos) return false;  // American
    return known.level == catalogue::OfficeLevel::head_of_state ||
           known.level == catalogue::OfficeLevel::head_of_government ||
           known.level == catalogue::OfficeLevel::deputy_head ||
           known.level == catalogue::OfficeLevel::minister ||
           known.level == catalogue::OfficeLevel::deputy_minister ||
           known.level == catalogue::OfficeLevel::parliament;
  }

  Namings& n_;
  NameLists lists_;  // of n_
  const text::Document& doc_;
};

}  // namespace

void share_hosts(Namings& namings) { Hosts(namings).run(); }

}  // namespace rapporteur::names
