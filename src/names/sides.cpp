// Lists of people who come for one state, which is said once: "on the Kuwaiti side were A, B and
// C", "led by A on the Uzbek side and B on the Tajik side", "for Peru, the Minister of Trade, A;
// the Minister of Health, B".

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "comers.h"
#include "headed_rows.h"
#include "name_list.h"
#include "naming.h"
#include "represented.h"
#include "side_list.h"

namespace rapporteur::names {

namespace {

using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

constexpr std::uint32_t kLeadIn = 9;  // tokens between "on the Kuwaiti side" and its first name
constexpr std::uint32_t kGroupReach = 16;  // tokens from "representatives of X" to "led by"

class Sides {
 public:
  explicit Sides(Namings& namings)
      : n_(namings),
        lists_(namings),
        names_(namings),
        comers_(namings),
        represented_(namings),
        side_(namings.t.lexicon.cue_class("side")),
        doc_(namings.doc) {}

  void run() {
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      const Match* match = nullptr;
      const lexicon::Cue* cue = n_.cue(t, side_, &match);
      if (cue == nullptr) {
        if (n_.lower(t) == "for" || n_.lower(t) == "from") comers_.at(t);
        if (n_.lower(t) == "by" || n_.lower(t) == "under") represented_.at(t);
        if (n_.lower(t) == "delegations") headed(t);
        continue;
      }
      if (cue->value == "led") {
        led(match->tokens);
      } else if (cue->value == "heading") {
        heading_delegation(match->tokens);
      } else if (cue->value == "part") {
        of_state(*match);
      } else {
        group(match->tokens);
      }
    }
    for (std::size_t i = 0; i < n_.all.size(); ++i) {
      ministers(i);
      represented_.gapped(i);
    }
    HeadedRows(n_).run();
  }

 private:
  // --- markers -----------------------------------------------------------------------------------

  // "on the Kuwaiti side", "from Kuwait's side", "A from the Kuwaiti side".
  void group(TokenRange words) {
    std::uint32_t at = words.begin;
    if (at > 0 && (n_.lower(at - 1) == "'s" || n_.lower(at - 1) == "'")) --at;
    const Named state = at > 0 ? n_.state_covering(at - 1) : Named{};
    if (!state || !n_.same_sentence(at - 1, words.begin)) return;
    at = n_.t.tags.covering(at - 1)->tokens.begin;
    if (at > 0 && n_.lower(at - 1) == "the") --at;
    const std::string_view word = at > 0 ? n_.lower(at - 1) : std::string_view();
    // "|in| the Kuwaiti delegation were A and B"
    const bool within =
        word == "in" && (n_.lower(words.end) == "were" || n_.lower(words.end) == "was" ||
                         n_.lower(words.end) == "are");
    if (word == "on" || word == "from" || word == "for" || within) {
      mark(at - 1, words.end, state);
      return;
    }
    // "while the Uzbek side by A", "the Uzbek delegation - by A"
    std::uint32_t by = behind_led(words.end);
    if (n_.lower(by) == "-" || n_.lower(by) == ",") ++by;
    if (n_.lower(by) == "by" || n_.lower(by) == "under") lists_.give(by + 1, state, kLeadIn);
    if (n_.lower(words.end) == ":") lists_.give(words.end + 1, state, kLeadIn);
    const bool elliptic = n_.lower(words.begin) == "one";  // "the Omani one the Minister A"
    if (elliptic && n_.office_after(n_.behind_the(words.end)) != kNobody) {
      lists_.give(words.end, state, 2);
    }
    if (const std::uint32_t names = behind_comprising(words.end))
      lists_.give(names, state, kLeadIn);
  }

  // "the Russian part |of the commission is chaired| by": where "by" stands, or `at`.
  [[nodiscard]] std::uint32_t behind_led(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 10;
    const std::uint32_t end = std::min(at + kReach, n_.sentence(at - 1).end);
    const bool of = n_.lower(at) == "of";
    for (std::uint32_t t = at; t + 1 < end; ++t) {
      const std::string_view word = n_.lower(t);
      const bool led = word == "chaired" || word == "led" || word == "headed" ||
                       word == "co-chaired" || word == "represented";
      if (led) return n_.lower(t + 1) == "by" ? t + 1 : at;
      const bool auxiliary = word == "is" || word == "was" || word == "will" || word == "be";
      if (!of && !auxiliary) return at;
      if (word == "," || word == ";" || n_.state_covering(t)) return at;
    }
    return at;
  }

  // "a Kenyan delegation to the talks |comprising|": behind it, or 0.
  std::uint32_t behind_comprising(std::uint32_t at) const {
    constexpr std::uint32_t kBetween = 18;  // tokens of "to the 20th session of X in Y on Monday"
    const std::uint32_t end = std::min(at + kBetween, n_.sentence(at - 1).end);
    for (std::uint32_t t = at; t < end; ++t) {
      const std::string_view word = n_.lower(t);
      if (word == "," || word == ";") return 0;
      if (word == "comprising" || word == "including" || word == "comprised" ||
          word == "comprises" || word == "included" || word == "includes" || word == "consisting" ||
          word == "consisted" || word == "consists" || word == "composed") {
        return t + 1;
      }
    }
    return 0;
  }

  // "on the part of Kuwait"
  void of_state(const Match& words) {
    std::uint32_t at = words.tokens.end;
    at = n_.behind_the(at);
    const Tag* tag = at < doc_.size() ? n_.t.tags.starting(at) : nullptr;
    if (tag == nullptr || tag->label != Label::state) return;
    mark(words.tokens.begin, tag->tokens.end, {tag->id, doc_.span(tag->tokens)});
  }

  // "a delegation from Kuwait, headed by A", "representatives of Kuwait, among them experts, led
  // by A"
  void led(TokenRange words) {
    const std::uint32_t floor = n_.sentence(words.begin).begin;
    for (std::uint32_t t = words.begin; t > floor && words.begin - t < kGroupReach; --t) {
      const Tag* tag = n_.t.tags.covering(t - 1);
      if (tag == nullptr || tag->tokens.begin != t - 1) {
        if (n_.lower(t - 1) == ";" || (tag != nullptr && tag->label == Label::person)) return;
        continue;
      }
      if (tag->label == Label::person) return;
      if (is_owner_of_side(*tag)) return lists_.give(words.end, state_of(*tag), kLeadIn);
      if (tag->label != Label::state) continue;
      std::uint32_t at = tag->tokens.begin;
      // "from Kuwait |(headed by A)|"
      const bool bracket = n_.lower(tag->tokens.end) == "(" && tag->tokens.end + 1 == words.begin;
      if (bracket) return lists_.give(words.end, state_of(*tag), kLeadIn);
      if (at > floor && n_.lower(at - 1) == "the") --at;
      const bool of = at > floor + 1 && (n_.lower(at - 1) == "of" || n_.lower(at - 1) == "from");
      if (at > floor + 2 && (n_.lower(at - 1) == "and" || n_.lower(at - 1) == ",")) continue;
      if (!of || n_.cue(at - 2, n_.cues.delegate) == nullptr) return;
      if (share_each(tag->tokens.begin, words)) return;
      return lists_.give(words.end, state_of(*tag), kLeadIn);
    }
  }

  // "the |Peruvian| delegation to the Union, led by A", "|Peruvian| lawmakers led by A"
  [[nodiscard]] bool is_owner_of_side(const Tag& tag) const {
    if (tag.label != Label::nationality) return false;
    const lexicon::Cue* cue = n_.cue(tag.tokens.end, n_.cues.delegate);
    return cue != nullptr && !cue->value.empty();
  }

  [[nodiscard]] Named state_of(const Tag& tag) const { return {tag.id, doc_.span(tag.tokens)}; }

  // "the delegations of |Peru and Chile|, led by |Ministers A and B|": as many states, the first at
  // `at`, as people behind `words`.
  bool share_each(std::uint32_t at, TokenRange words) {
    std::vector<Named> states;
    while (at < words.begin) {
      const Named state = n_.state_at(at);
      if (!state) {
        if (n_.lower(at) != "," && n_.lower(at) != "and" && n_.lower(at) != "the") return false;
        ++at;
        continue;
      }
      states.push_back(state);
      at = n_.t.tags.covering(at)->tokens.end;
    }
    const std::size_t i = n_.next(words.end);
    const bool led =
        i < n_.all.size() && lists_.leads_in(words.end, n_.all[i].whole.begin, kLeadIn);
    return led && share_states(names_.after(n_.all[i].whole.begin), states);
  }

  // The states of the list that starts at `at`.
  [[nodiscard]] std::vector<Named> states_from(std::uint32_t at) const {
    std::vector<Named> out;
    while (at < doc_.size()) {
      const Named state = n_.state_at(at);
      if (state) out.push_back(state);
      if (!state && !is_joint(n_.lower(at)) && n_.lower(at) != "the") break;
      at = state ? n_.t.tags.covering(at)->tokens.end : at + 1;
    }
    return out;
  }

  // "|A and B| headed the delegations of |Peru and Chile|"
  void headed(std::uint32_t group) {
    const std::uint32_t floor = n_.sentence(group).begin;
    std::uint32_t verb = group;
    if (verb > floor && n_.lower(verb - 1) == "the") --verb;
    const std::string_view word = verb > floor ? n_.lower(verb - 1) : std::string_view();
    if (word != "headed" && word != "led" && word != "head" && word != "lead") return;
    if (n_.lower(group + 1) != "of" && n_.lower(group + 1) != "from") return;
    share_states(names_.before(verb - 1), states_from(group + 2));
  }

  bool share_states(const std::vector<std::size_t>& names, const std::vector<Named>& states) {
    if (names.size() < 2 || names.size() != states.size()) return false;
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (!n_.all[names[k]].state) n_.all[names[k]].state = states[k];
    }
    return true;
  }

  // "|Heading| Oman's delegation was A", "|at the head of| the team from Oman stood A".
  void heading_delegation(TokenRange words) {
    constexpr std::uint32_t kReach = 12;  // tokens of "the delegation of Oman to the 12th meeting"
    constexpr std::uint32_t kBehind = 9;  // from the delegation to whom it is led by
    const TokenRange s = n_.sentence(words.begin);
    const std::string_view before = words.begin > s.begin ? n_.lower(words.begin - 1) : ";";
    if (before != ";" && before != "," && before != "and" && before != "while") return;
    Named state;
    bool group = false;
    std::uint32_t at = words.end;
    for (; at < std::min(words.end + kReach, s.end); ++at) {
      const Tag* tag = n_.t.tags.covering(at);
      if (tag != nullptr && tag->label == Label::person) return;
      if (n_.lower(at) == ";") break;
      if (n_.lower(at) == ",") {
        if (state && group) at = behind_clause(at, s.end);
        break;
      }
      if (!state) state = n_.state_at(at);
      group = group || n_.lower(at) == "delegation" || n_.lower(at) == "side" ||
              n_.lower(at) == "team" || n_.lower(at) == "mission";
      const std::string_view verb = n_.lower(at);
      static constexpr std::array<std::string_view, 9> kVerbs{
          "was", "is", "were", "will", "came", "stood", "sat", "stands", "sits"};
      if (is_one_of(verb, kVerbs)) break;
    }
    const std::size_t i = n_.next(at);
    if (!state || !group || i == n_.all.size()) return;
    Naming& leader = n_.all[i];
    const bool near = leader.whole.begin <= at + kBehind && leader.whole.begin < s.end;
    if (near && !leader.state && !leader.body) leader.state = state;
  }

  // "at the 115th meeting|, which ended in Lahore, was| A": behind the clause that the comma opens
  // and the verb; or the comma.
  [[nodiscard]] std::uint32_t behind_clause(std::uint32_t comma, std::uint32_t limit) const {
    constexpr std::uint32_t kLongest = 12;
    if (n_.lower(comma + 1) != "which" && n_.lower(comma + 1) != "that") return comma;
    for (std::uint32_t t = comma + 2; t + 1 < std::min(limit, comma + kLongest); ++t) {
      const std::string_view verb = n_.lower(t + 1);
      if (n_.lower(t) == "," && (verb == "was" || verb == "is" || verb == "were")) return t + 1;
    }
    return comma;
  }

  // The words from `begin` to `end` name a side: who stands right before them is of it, or else
  // those behind them.
  void mark(std::uint32_t begin, std::uint32_t end, const Named& state) {
    end = behind_being(end);
    const std::size_t next = n_.next(begin);
    const std::uint32_t before = begin > 0 && n_.lower(begin - 1) == "," ? begin - 1 : begin;
    const bool behind =
        next > 0 && n_.all[next - 1].whole.end == before && n_.same_sentence(before - 1, begin);
    if (!behind) {
      lists_.give(end, state, kLeadIn);
    } else {
      if (!n_.all[next - 1].state) n_.all[next - 1].state = state;
      if (before < begin && doc_.is_punctuation(end) && lists_end(end))
        mark_before(next - 1, state);
    }
  }

  // "on the Kuwaiti delegation |to the Council in Accra are| A and B": behind the verb, or `at`.
  [[nodiscard]] std::uint32_t behind_being(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 12;
    const std::string_view aim = n_.lower(at);
    if (aim != "to" && aim != "at" && aim != "in") return at;
    const std::uint32_t end = std::min(at + kReach, n_.sentence(at - 1).end);
    for (std::uint32_t t = at; t < end; ++t) {
      const std::string_view word = n_.lower(t);
      if (word == "are" || word == "were" || word == "is" || word == "was") return t + 1;
      const Tag* tag = n_.t.tags.covering(t);
      if (word == "," || (tag != nullptr && tag->label == Label::person)) return at;
    }
    return at;
  }

  [[nodiscard]] bool lists_end(std::uint32_t at) const {
    return n_.lower(at) == "." || n_.lower(at) == ";";
  }

  // "|A, minister, B, envoy,| and C, director, from the Kuwaiti side.": the whole list.
  void mark_before(std::size_t last, const Named& state) {
    for (std::size_t i = last; i-- > 0;) {
      Naming& one = n_.all[i];
      const bool listed = n_.same_sentence(one.tokens.begin, n_.all[last].tokens.begin) &&
                          lists_.joins(one.whole.end, n_.all[i + 1].whole.begin);
      if (!listed || (one.state && one.state.id != state.id)) return;
      if (!one.body) one.state = state;
    }
  }

  // "Kuwait's Minister of Trade A, Minister of Health B and Ambassador C": those who follow without
  // a state, in other offices below the top, are of the first one's.
  void ministers(std::size_t i) {
    const Naming first = n_.all[i];
    if (!first.state || first.offices.empty() || !serves_state(first.offices.front())) return;
    const std::uint32_t state = first.state.words.begin;
    const bool ahead =
        state >= doc_.span(first.whole).begin && state < first.offices.front().words.front().begin;
    if (!ahead) return;
    for (std::size_t k = i + 1; k < n_.all.size(); ++k) {
      Naming& next = n_.all[k];
      if (!lists_.joins(n_.all[k - 1].whole.end, next.whole.begin)) return;
      const bool served = next.body && next.body.id != catalogue::npos;
      if (next.state || served || next.offices.empty()) return;
      const Office& office = next.offices.front();
      if (!serves_state(office) || office.text == first.offices.front().text) return;
      next.state = first.state;
    }
  }

  // A minister, a deputy, an ambassador or the like.
  bool serves_state(const Office& office) const {
    using catalogue::OfficeLevel;
    if (office.office == catalogue::npos || office.plural) return false;
    const OfficeLevel level = n_.t.catalogue.offices()[office.office].level;
    return level == OfficeLevel::minister || level == OfficeLevel::deputy_minister ||
           level == OfficeLevel::ambassador || level == OfficeLevel::official;
  }

  Namings& n_;
  SideLists lists_;  // of n_
  NameLists names_;  // of n_
  Comers comers_;
  Represented represented_;  // of n_
  lexicon::CueClass side_;
  const text::Document& doc_;
};

}  // namespace

void share_sides(Namings& namings) { Sides(namings).run(); }

}  // namespace rapporteur::names
