// Who is of a group of one state: "senior officials of Peru, including A and B", "A was also part
// of the Peruvian delegation"; or presides over a house of it.

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "name_list.h"
#include "naming.h"
#include "side_list.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;
using tagger::Tag;
using text::TokenRange;

constexpr std::uint32_t kLeadIn = 4;  // tokens between "including" and the first name

class Memberships {
 public:
  explicit Memberships(Namings& namings)
      : n_(namings), lists_(namings), side_(namings.t.lexicon.cue_class("side")) {}

  void run() {
    const lexicon::CueClass sample = n_.t.lexicon.cue_class("sample");
    for (std::uint32_t t = 0; t < n_.doc.size(); ++t) {
      const Match* match = nullptr;
      const lexicon::Cue* cue = n_.cue(t, sample, &match);
      if (cue == nullptr) continue;
      if (cue->value == "names") {
        if (const Named state = state_of_group(t); state) {
          lists_.give(match->tokens.end, state, kLeadIn);
        }
      } else {
        belongs(match->tokens);
      }
    }
    for (std::size_t i = 0; i < n_.all.size(); ++i) {
      heads_house(n_.all[i]);
      that_of(i);
    }
  }

 private:
  // The state of the group named last before `token`, with nobody named between; or nothing.
  [[nodiscard]] Named state_of_group(std::uint32_t token) const {
    constexpr std::uint32_t kReach = 12;
    const std::uint32_t floor = n_.sentence(token).begin;
    for (std::uint32_t t = token; t > floor && token - t < kReach; --t) {
      const Tag* tag = n_.t.tags.covering(t - 1);
      if (n_.lower(t - 1) == ";" || (tag != nullptr && tag->label == tagger::Label::person)) break;
      const Named state = n_.state_covering(t - 1);
      if (!state || tag->tokens.begin == floor) continue;
      const std::uint32_t begin = tag->tokens.begin;
      const bool several = n_.lower(begin - 1) == "and" || n_.lower(begin - 1) == ",";
      return !several && is_of_group(tag->tokens, token) ? state : Named{};
    }
    return {};
  }

  // "|officials| of Peru", "Peru's senior |officials|"
  [[nodiscard]] bool is_of_group(TokenRange state, std::uint32_t limit) const {
    constexpr std::uint32_t kBehind = 5;  // tokens of "'s top political leaders"
    std::uint32_t of = state.begin - 1;
    if (n_.lower(of) == "the" && of > 0) --of;
    if ((n_.lower(of) == "of" || n_.lower(of) == "from") && of > 0) return ends_group(of - 1);
    for (std::uint32_t t = state.end; t < std::min(limit, state.end + kBehind); ++t) {
      if (ends_group(t)) return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_group(std::uint32_t token) const {
    const std::uint32_t office = n_.office_ending[token + 1];
    if (office != kNobody && n_.offices[office].plural) return true;
    constexpr std::uint32_t kWords = 3;  // of "high-ranking officials"
    for (std::uint32_t t = token; token - t < kWords; --t) {
      const Match* match = nullptr;
      if (n_.cue(t, n_.cues.delegate, &match) != nullptr) return match->tokens.end == token + 1;
      if (t == 0) break;
    }
    return false;
  }

  // "A and B |were members of| the Peruvian team"
  void belongs(TokenRange words) {
    constexpr std::uint32_t kBetween = 4;  // tokens of "was also there"
    const std::uint32_t at = n_.behind_the(words.end);
    const Named state = n_.state_at(at);
    const std::size_t next = n_.next(words.begin);
    if (!state || next == 0 || !is_side(n_.t.tags.starting(at)->tokens.end)) return;
    Naming& last = n_.all[next - 1];
    const std::uint32_t from = last.whole.end;
    if (!n_.same_sentence(last.tokens.begin, at) || words.begin > from + kBetween) return;
    bool is = n_.lower(words.begin) == "joined";
    for (std::uint32_t t = from; t < words.begin; ++t) {
      const std::string_view word = n_.lower(t);
      is = is || word == "was" || word == "were" || word == "is" || word == "are";
      if (n_.doc.is_punctuation(t)) return;
    }
    if (is) give_back(next - 1, state);
  }

  // "A, who |presides over the Parliament of Peru|", "A, who |heads Peru's Foreign Ministry|"
  void heads_house(Naming& naming) {
    constexpr std::uint32_t kReach = 10;
    static constexpr std::array<std::string_view, 6> kHeads{"heads",    "leads", "chairs",
                                                            "presides", "runs",  "directs"};
    static constexpr std::array<std::string_view, 12> kHouses{
        "parliament", "ministry",    "assembly", "duma",    "senate",   "government",
        "diplomacy",  "legislature", "majlis",   "knesset", "congress", "house"};
    const std::uint32_t at = naming.whole.end;
    if (naming.state || naming.body || n_.lower(at) != "," || n_.lower(at + 1) != "who") return;
    if (!is_one_of(n_.lower(at + 2), kHeads)) return;
    const std::uint32_t end = std::min(at + kReach, n_.sentence(naming.tokens.begin).end);
    Named state;
    bool house = false;
    for (std::uint32_t t = at + 3; t < end && n_.lower(t) != ","; ++t) {
      if (!state) state = n_.state_at(t);
      house = house || is_one_of(n_.lower(t), kHouses);
    }
    if (house && state) naming.state = state;
  }

  // "the Defence Minister of Peru, A, and |that of Chile, B|": in the office of the one before.
  void that_of(std::size_t i) {
    Naming& naming = n_.all[i];
    const std::uint32_t at = naming.whole.begin;
    if (i == 0 || naming.state || !naming.offices.empty() || at < 5 || n_.lower(at - 1) != ",")
      return;
    const Tag* tag = n_.t.tags.covering(at - 2);
    if (tag == nullptr || tag->label != tagger::Label::state || tag->tokens.begin < 3) return;
    std::uint32_t of = tag->tokens.begin - 1;
    if (n_.lower(of) == "the") --of;
    const Naming& before = n_.all[i - 1];
    const bool that = n_.lower(of) == "of" && n_.lower(of - 1) == "that";
    if (!that || before.offices.empty() || !n_.same_sentence(before.tokens.begin, at)) return;
    naming.state = {tag->id, n_.doc.span(tag->tokens)};
    Office office = n_.shared_office(before);
    office.state = naming.state;
    naming.offices.push_back(std::move(office));
  }

  [[nodiscard]] bool is_side(std::uint32_t token) const {
    const lexicon::Cue* cue = n_.cue(token, side_);
    return cue != nullptr && cue->value == "group";
  }

  // The person and those in the list before.
  void give_back(std::size_t last, const Named& state) {
    for (std::size_t i = last + 1; i-- > 0;) {
      Naming& one = n_.all[i];
      if ((one.state && one.state.id != state.id) || one.body) return;
      one.state = state;
      const bool listed = i > 0 && n_.same_sentence(n_.all[i - 1].tokens.begin, one.tokens.begin) &&
                          lists_.joins(n_.all[i - 1].whole.end, one.whole.begin);
      if (!listed) return;
    }
  }

  Namings& n_;
  SideLists lists_;  // of n_
  lexicon::CueClass side_;
};

}  // namespace

void share_memberships(Namings& namings) { Memberships(namings).run(); }

}  // namespace rapporteur::names
