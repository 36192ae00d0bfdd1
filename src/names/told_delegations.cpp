// "The Kenyan delegation arrived on Monday. The delegation is led by A": a delegation that was told
// of before is of the same state.

#include <algorithm>
#include <array>
#include <string_view>

#include "naming.h"
#include "side_list.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

constexpr std::uint32_t kLeadIn = 9;     // tokens between "led by" and the first name
constexpr std::uint32_t kSentences = 2;  // back to the delegation that was told of

class ToldDelegations {
 public:
  explicit ToldDelegations(Namings& namings)
      : n_(namings),
        lists_(namings),
        side_(namings.t.lexicon.cue_class("side")),
        doc_(namings.doc) {}

  void run() {
    for (std::uint32_t t = 1; t + 1 < doc_.size(); ++t) {
      if (!is_group(t)) continue;
      if (n_.lower(t - 1) == "the") group(t);
      if (const std::uint32_t first = n_.sentence(t).begin; is_leading(first)) leads(first, t);
    }
  }

 private:
  [[nodiscard]] bool is_group(std::uint32_t t) const {
    return n_.lower(t) == "delegation" || n_.lower(t) == "team" || n_.lower(t) == "mission";
  }

  [[nodiscard]] bool is_leading(std::uint32_t t) const {
    return n_.lower(t) == "leading" || n_.lower(t) == "heading";
  }

  // "|Leading the Kenyan delegation| to the talks, which were held in Lima, Minister A said": who
  // is named first behind the comma.
  void leads(std::uint32_t first, std::uint32_t noun) {
    if (noun > first + kLeadIn) return;
    const Named state = owner_of(noun);
    const std::size_t next = n_.next(noun);
    if (!state || next >= n_.all.size() || n_.all[next].state) return;
    const std::uint32_t name = n_.all[next].whole.begin;
    if (!n_.same_sentence(noun, name) || n_.lower(name - 1) != ",") return;
    n_.all[next].state = state;
  }

  void group(std::uint32_t noun) {
    const std::uint32_t names = behind_led(noun + 1);
    if (names == noun + 1) return;
    if (const Named state = told_before(noun)) lists_.give(names, state, kLeadIn);
  }

  // "The delegation |is led by|", "The delegation |included|": behind it, or `at`.
  [[nodiscard]] std::uint32_t behind_led(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 6> kAuxiliaries{"is",   "was", "will",
                                                                  "also", "be",  "itself"};
    std::uint32_t t = at;
    while (is_one_of(n_.lower(t), kAuxiliaries)) ++t;
    const Match* words = nullptr;
    const lexicon::Cue* cue = n_.same_sentence(at - 1, t) ? n_.cue(t, side_, &words) : nullptr;
    return cue != nullptr && cue->value == "led" ? words->tokens.end : at;
  }

  [[nodiscard]] Named told_before(std::uint32_t noun) const {
    const std::uint32_t sentence = doc_.sentence_of(noun);
    const std::uint32_t first = sentence - std::min(sentence, kSentences);
    for (std::uint32_t t = noun - 1; t > doc_.sentences()[first].tokens.begin; --t) {
      if (!is_group(t)) continue;
      if (const Named state = owner_of(t)) return state;
      if (const Named state = state_of_leader(t)) return state;
    }
    return {};
  }

  // "the |Kenyan| high-level delegation", "a delegation from |Kenya|"
  [[nodiscard]] Named owner_of(std::uint32_t noun) const {
    constexpr std::uint32_t kBetween = 4;  // tokens of "high-level"
    const std::uint32_t floor = n_.sentence(noun).begin;
    for (std::uint32_t t = noun; t > floor && noun - t < kBetween; --t) {
      if (const Named state = n_.state_covering(t - 1)) return state;
      if (doc_.shape(t - 1) != text::Shape::lower && n_.lower(t - 1) != "-") break;
    }
    if (n_.lower(noun + 1) != "of" && n_.lower(noun + 1) != "from") return {};
    return n_.state_at(n_.behind_the(noun + 2));
  }

  // "A of Kenya |led a high-level| delegation"
  [[nodiscard]] Named state_of_leader(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 8> kLeads{"led",    "leads", "leading", "lead",
                                                            "headed", "heads", "heading", "head"};
    constexpr std::uint32_t kBetween = 6;  // tokens of "a high-level official"
    const std::uint32_t floor = n_.sentence(noun).begin;
    for (std::uint32_t t = noun; t > floor && noun - t < kBetween; --t) {
      if (!is_one_of(n_.lower(t - 1), kLeads)) continue;
      const std::size_t next = n_.next(t - 1);
      const bool here = next > 0 && n_.all[next - 1].tokens.begin >= floor;
      return here ? n_.all[next - 1].state : Named{};
    }
    return {};
  }

  Namings& n_;
  SideLists lists_;  // of n_
  lexicon::CueClass side_;
  const text::Document& doc_;
};

}  // namespace

void share_told_delegations(Namings& namings) { ToldDelegations(namings).run(); }

}  // namespace rapporteur::names
