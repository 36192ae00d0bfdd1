// Lists of people before as many states, and people who are told by the press office of theirs:
// "Presidents A and B of X and Y", "the Omani minister's office said that A".

#include <array>
#include <string_view>
#include <vector>

#include "name_list.h"
#include "naming.h"

namespace rapporteur::names {

namespace {

class OwnersInOrder {
 public:
  explicit OwnersInOrder(Namings& namings) : n_(namings), names_(namings) {}

  void run() {
    for (std::size_t i = 1; i < n_.all.size(); ++i) pair(i);
    for (std::uint32_t o = 0; o < n_.offices.size(); ++o) speak(o);
  }

 private:
  // "A, B and |C of X, Y and Z|": the third of three, before three states.
  void pair(std::size_t last) {
    const std::vector<Named> states = states_from(n_.all[last].tokens.end);
    if (states.size() < 2) return;
    const std::vector<std::size_t> names = names_.before(n_.all[last].whole.end);
    if (names.size() != states.size()) return;
    for (std::size_t k = 0; k < names.size(); ++k) {
      const Naming& n = n_.all[names[k]];
      const bool first = k + 1 == names.size();  // took the first of the states
      if ((n.state && !first) || n.body) return;
    }
    for (std::size_t k = 0; k < names.size(); ++k) n_.all[names[k]].state = states[k];
  }

  // "of X, Y and Z" at `at`.
  [[nodiscard]] std::vector<Named> states_from(std::uint32_t at) const {
    std::vector<Named> out;
    if (n_.lower(at) == ",") ++at;  // "A and B, of X and Y"
    if (n_.lower(at) != "of") return out;
    for (++at; at < n_.doc.size();) {
      at = n_.behind_the(at);
      const tagger::Tag* tag = at < n_.doc.size() ? n_.t.tags.starting(at) : nullptr;
      if (tag == nullptr || tag->label != tagger::Label::state) break;
      out.push_back({tag->id, n_.doc.span(tag->tokens)});
      at = tag->tokens.end;
      if (!is_joint(n_.lower(at))) break;
      while (is_joint(n_.lower(at))) ++at;
    }
    return out;
  }

  // "The |Omani minister|'s office said that A had met B": A is he, if nothing else is said of A.
  void speak(std::uint32_t o) {
    static constexpr std::array<std::string_view, 4> kFront{"press", "private", "executive",
                                                            "media"};
    static constexpr std::array<std::string_view, 6> kSays{"said",    "says",     "announced",
                                                           "reports", "reported", ","};
    const Office& office = n_.offices[o];
    std::uint32_t at = office.tokens.end;
    if (n_.used[o] || office.plural || office.former || !office.state || n_.lower(at) != "'s")
      return;
    ++at;
    if (is_one_of(n_.lower(at), kFront)) ++at;
    if (n_.lower(at) != "office" && n_.lower(at) != "service") return;
    ++at;
    if (!is_one_of(n_.lower(at), kSays)) return;
    ++at;
    if (n_.lower(at) == "that") ++at;
    const std::size_t i = n_.next(at);
    if (i == n_.all.size() || n_.all[i].whole.begin != at || is_known(i)) return;
    Naming& n = n_.all[i];
    n.offices.push_back(office);
    n.state = office.state;
    n_.used[o] = true;
  }

  // The office, state or body of somebody of that family name is said.
  [[nodiscard]] bool is_known(std::size_t naming) const {
    const std::string_view last = n_.lower(n_.all[naming].tokens.end - 1);
    for (const Naming& n : n_.all) {
      const bool told = n.state || n.body || !n.offices.empty();
      if (told && n_.lower(n.tokens.end - 1) == last) return true;
    }
    return false;
  }

  Namings& n_;
  NameLists names_;  // of n_
};

}  // namespace

void share_owners_in_order(Namings& namings) { OwnersInOrder(namings).run(); }

}  // namespace rapporteur::names
