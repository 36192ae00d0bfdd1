// Lists of people that stand beside as many states: "A and B, his Azerbaijani and Armenian
// counterparts", "Serbian and Chilean delegations, headed by A and B".

#include <array>
#include <string_view>
#include <vector>

#include "name_list.h"
#include "naming.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;
using tagger::Label;
using tagger::Tag;

class PairedSides {
 public:
  explicit PairedSides(Namings& namings) : n_(namings), names_(namings) {}

  void run() {
    for (std::uint32_t t = 1; t < n_.doc.size(); ++t) {
      const Match* match = nullptr;
      const lexicon::Cue* cue = n_.cue(t, n_.cues.counterpart, &match);
      if (cue != nullptr && cue->value == "several") peers(t);
      if (is_group(n_.lower(t))) led(t);
    }
  }

 private:
  static bool is_group(std::string_view word) {
    static constexpr std::array<std::string_view, 7> kGroups{
        "delegations", "teams", "sides", "negotiators", "parties", "experts", "officials"};
    return is_one_of(word, kGroups);
  }

  // The states whose adjectives stand right before `token`, and where they begin.
  struct Owners {
    std::vector<Named> states;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // of the phrase they stand in
  };
  [[nodiscard]] Owners owners_before(std::uint32_t token) const {
    Owners out{{}, token, token + 1};
    const std::uint32_t floor = n_.sentence(token).begin;
    while (out.begin > floor) {
      const std::string_view word = n_.lower(out.begin - 1);
      const Tag* tag = n_.t.tags.covering(out.begin - 1);
      const bool whose =
          tag != nullptr && (tag->label == Label::nationality || tag->label == Label::state);
      const bool joint = !out.states.empty() && is_joint(word);
      if (!whose && !joint) break;
      if (whose) out.states.insert(out.states.begin(), {tag->id, n_.doc.span(tag->tokens)});
      out.begin = whose ? tag->tokens.begin : out.begin - 1;
    }
    // "held talks, Peruvian and Chilean teams": the joint belongs to what stands before
    while (out.begin < token && is_joint(n_.lower(out.begin))) ++out.begin;
    return out;
  }

  void give(const std::vector<std::size_t>& names, const std::vector<Named>& states) {
    for (std::size_t k = 0; k < names.size(); ++k) {
      Naming& n = n_.all[names[k]];
      if (!n.state) n.state = states[k];
    }
  }

  // "colleagues from |Lima and Quito|": the states or their capitals behind the noun at `noun`.
  [[nodiscard]] Owners origins(std::uint32_t noun) const {
    Owners out{{}, noun, noun + 1};
    if (n_.lower(noun + 1) != "from") return out;
    for (std::uint32_t at = noun + 2; at < n_.doc.size();) {
      at = n_.behind_the(at);
      if (n_.lower(at) == "from") at = n_.behind_the(at + 1);
      const Tag* tag = at < n_.doc.size() ? n_.t.tags.starting(at) : nullptr;
      const Named state = tag == nullptr ? Named{} : n_.state_or_capital(*tag);
      if (!state) break;
      out.states.push_back(state);
      at = out.end = tag->tokens.end;
      if (!is_joint(n_.lower(at))) break;
      while (is_joint(n_.lower(at))) ++at;
    }
    return out;
  }

  // "|A and B|, his Azerbaijani and Armenian counterparts", "|A and B| were his counterparts from X
  // and Y", "His counterparts from X and Y were |A and B|": the phrase runs from `whose` to `end`.
  [[nodiscard]] std::vector<std::size_t> named_peers(std::uint32_t whose, std::uint32_t end) const {
    if (is_were(end)) return names_.after(end + 1);
    const bool apposed = whose > 1 && (n_.lower(whose - 1) == "," || is_were(whose - 1));
    return apposed ? names_.before(whose - 1) : std::vector<std::size_t>{};
  }
  [[nodiscard]] bool is_were(std::uint32_t t) const {
    return n_.lower(t) == "were" || n_.lower(t) == "are";
  }

  void peers(std::uint32_t noun) {
    Owners owners = owners_before(noun);
    if (owners.states.empty()) owners = origins(noun);
    const std::uint32_t begin = owners.begin;
    static constexpr std::array<std::string_view, 3> kWhose{"his", "her", "their"};
    if (owners.states.size() < 2 || begin == 0 || !is_one_of(n_.lower(begin - 1), kWhose)) return;
    const std::vector<std::size_t> names = named_peers(begin - 1, owners.end);
    if (names.size() != owners.states.size()) return;
    give(names, owners.states);
    const Office* earlier = names.front() > 0 ? n_.owner_office(names.front()) : nullptr;
    if (earlier == nullptr) return;
    Office office = n_.fullest(*earlier, names.front());
    office.body = {};
    for (const std::size_t i : names) {
      if (!n_.all[i].offices.empty()) continue;
      office.state = n_.all[i].state;
      n_.all[i].offices.push_back(office);
    }
  }

  // "Serbian and Chilean delegations, |headed respectively by| A and B"
  void led(std::uint32_t noun) {
    const Owners owners = owners_before(noun);
    if (owners.states.size() < 2) return;
    std::uint32_t at = noun + 1;
    if (n_.lower(at) == ",") ++at;
    const std::string_view verb = n_.lower(at);
    if (verb != "headed" && verb != "led" && verb != "chaired") return;
    ++at;
    if (n_.lower(at) == "respectively") ++at;
    if (n_.lower(at) != "by") return;
    const std::vector<std::size_t> names = names_.after(at + 1);
    if (names.size() == owners.states.size()) give(names, owners.states);
  }

  Namings& n_;
  NameLists names_;  // of n_
};

}  // namespace

void share_paired_sides(Namings& namings) { PairedSides(namings).run(); }

}  // namespace rapporteur::names
