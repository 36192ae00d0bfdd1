// One office, or one verb, for several people at once.

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "fronted.h"
#include "name_list.h"
#include "naming.h"
#include "state_runs.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

constexpr std::uint32_t kGap = 9;  // tokens between two names of a list, at most

class Groups {
 public:
  explicit Groups(Namings& namings) : n_(namings), lists_(namings) {}

  void run() {
    for (std::uint32_t o = 0; o < n_.offices.size(); ++o) {
      if (n_.offices[o].plural) share(o);
    }
    for (std::size_t i = 1; i < n_.all.size(); ++i) go_on(i);
    for (std::uint32_t t = 0; t < n_.doc.size(); ++t) {
      const Match* match = nullptr;
      const lexicon::Cue* cue = n_.cue(t, n_.cues.counterpart, &match);
      if (cue != nullptr && cue->value == "several") counterparts(match->tokens);
    }
  }

 private:
  // --- lists that say their office once ----------------------------------------------------------

  // "Prime Ministers are A of X, |B of Y| and |C of Z|": whom a list gives with a state alone holds
  // the office of the one before.
  void go_on(std::size_t i) {
    Naming& n = n_.all[i];
    const Naming& before = n_.all[i - 1];
    if (!n.offices.empty() || !n.state || before.offices.size() != 1 || !before.state) return;
    // "the Emir of X, A; |Y's B|"
    if (n.state.words.begin < n_.doc.span(n.tokens).begin && before.offices[0].definite) return;
    const bool other = n.state.id != before.state.id && heads_state(before.offices.front());
    if (!other || !n_.same_sentence(before.tokens.begin, n.tokens.begin)) return;
    const std::uint32_t from = before.whole.end;
    if (n.whole.begin <= from || n.whole.begin - from > 3) return;
    for (std::uint32_t t = from; t < n.whole.begin; ++t) {
      if (!is_joint(n_.lower(t)) && n_.lower(t) != ";") return;
    }
    Office office = before.offices.front();
    office.state = {};
    office.body = {};
    n.offices.push_back(std::move(office));
  }

  [[nodiscard]] bool heads_state(const Office& office) const {
    if (office.office == catalogue::npos) return false;
    const catalogue::OfficeLevel level = n_.t.catalogue.offices()[office.office].level;
    return level == catalogue::OfficeLevel::head_of_state ||
           level == catalogue::OfficeLevel::head_of_government ||
           n_.t.catalogue.offices()[office.office].id == "foreign_minister";
  }

  // --- names beside an office ------------------------------------------------------------------

  void give(std::size_t i, Office office, const Named& state) {
    Naming& naming = n_.all[i];
    if (!naming.state && state) naming.state = state;
    if (!naming.offices.empty()) return;
    if (office.plural) make_singular(n_.t.catalogue, office);
    office.state = naming.state;
    naming.offices.push_back(std::move(office));
  }

  // Each of `names` gets the office, and the state that stands in the same place of its list.
  bool pair(const std::vector<std::size_t>& names, const std::vector<Named>& states,
            const Office& office) {
    if (names.size() < 2 || names.size() != states.size()) return false;
    for (std::size_t i = 0; i < names.size(); ++i) give(names[i], office, states[i]);
    return true;
  }

  void share(std::uint32_t o) {
    Office office = n_.offices[o];
    std::vector<Named> states;
    if (office.state) states.push_back(office.state);
    const bool before = office.state && office.state.words.begin < office.words.front().begin;
    std::uint32_t end = office.tokens.end;
    if (before) {
      adjectives_before(n_, office.tokens.begin, states);
    } else if (office.state) {
      end = states_on(n_, end, states);
    }
    // "the heads of the Peru and Chile |governments|, A and B"
    if (states.size() > 1 && n_.lower(end) == "governments") ++end;
    end = behind_task(end, states.size());
    if (closes_front(n_, end, lists_.after(end))) return;
    office.state = {};
    std::uint32_t begin = before_owners(office.tokens.begin);
    if (begin > 0 && n_.lower(begin - 1) == "the") --begin;
    const bool apposition = begin > 1 && n_.lower(begin - 1) == ",";
    const std::vector<std::size_t> earlier =
        apposition ? lists_.before(begin - 1) : std::vector<std::size_t>();
    const std::uint32_t first = n_.offices[o].tokens.begin;
    const bool respective = first > 0 && n_.lower(first - 1) == "respective";
    if (states.empty() && (respective || is_held_once(office))) {
      states = states_of_owners(first, lists_.after(end).size());
      if (!respective && (states.size() != 2 || states[0].id == states[1].id)) states.clear();
    }
    const bool done = pair(lists_.after(end), states, office) || pair(earlier, states, office) ||
                      (earlier.size() > 1 && states.empty() && share_all(earlier, office)) ||
                      share_along(office, n_.offices[o]);
    if (!done) share_behind_colon(office, n_.offices[o]);
    if (!done) share_portfolios(office, n_.offices[o]);
    n_.used[o] = n_.used[o] || done;
  }

  // "the co-chairs of X and Y |on the border|, A and B", "the ministers of X and Y |at the time|, A
  // and B": the comma before as many names as states, or `at`.
  [[nodiscard]] std::uint32_t behind_task(std::uint32_t at, std::size_t states) const {
    constexpr std::uint32_t kLongest = 16;
    const std::string_view first = n_.lower(at);
    const bool task = first == "on" || first == "for" || first == "responsible" ||
                      (first == "in" && n_.lower(at + 1) == "charge") ||
                      (first == "at" && n_.lower(at + 2) == "time");
    if (!task || states < 2) return at;
    for (std::uint32_t t = at; t < at + kLongest && n_.same_sentence(at, t); ++t) {
      if (n_.lower(t) == ",") return lists_.after(t).size() == states ? t : at;
    }
    return at;
  }

  // "A, B and C, |the three countries'| foreign ministers", "A and B, |all| presidents"
  [[nodiscard]] std::uint32_t before_owners(std::uint32_t office) const {
    constexpr std::uint32_t kReach = 4;  // tokens of "three countries' respective"
    std::uint32_t at = office;
    for (std::uint32_t steps = 0; steps < kReach && at > 0; ++steps) {
      const std::string_view word = n_.lower(at - 1);
      const bool owner = word == "'" || word == "'s" || word == "countries" || word == "states" ||
                         word == "their" || word == "respective" || word == "all" ||
                         word == "both" || word == "two" || word == "three" || word == "four" ||
                         word == "five" || word == "six";
      if (!owner) break;
      --at;
    }
    return at;
  }

  // A state has one: "Foreign Ministers A and B were there, too".
  [[nodiscard]] bool is_held_once(const Office& office) const {
    if (office.office == catalogue::npos) return false;
    const catalogue::Office& head = n_.t.catalogue.offices()[office.office];
    return head.level == catalogue::OfficeLevel::minister && head.id.ends_with("_minister");
  }

  // "A of Gabon and B of Chad met. With them were their respective ministers, C and D": the states
  // of the last `count` who have one, in the order of the text.
  [[nodiscard]] std::vector<Named> states_of_owners(std::uint32_t before, std::size_t count) const {
    constexpr std::size_t kMost = 6;
    std::vector<Named> out;
    if (count > kMost) return out;
    const std::uint32_t sentence = n_.doc.sentence_of(before);
    for (std::size_t i = n_.next(before); i-- > 0 && out.size() < count;) {
      const Naming& n = n_.all[i];
      if (sentence - n_.doc.sentence_of(n.tokens.begin) > 1 || !n.state) break;
      out.insert(out.begin(), n.state);
    }
    return out;
  }

  bool share_all(const std::vector<std::size_t>& names, const Office& office) {
    for (const std::size_t i : names) give(i, office, {});
    return !names.empty();
  }

  // "Prime Minister A", but not the first of "presidents A, |the chairman|, and B".
  [[nodiscard]] static bool names_office(const Naming& naming, bool first) {
    return !naming.offices.empty() &&
           (!first || naming.offices[0].tokens.begin < naming.tokens.end);
  }

  // "Presidents A of X|, who chairs the bloc|, B of Y": behind the aside at `at`, or `at`.
  [[nodiscard]] std::uint32_t behind_aside(std::uint32_t at, std::uint32_t to) const {
    if (n_.lower(at) != "," || !n_.lower(at + 1).starts_with("who")) return at;
    std::uint32_t t = at + 2;
    while (t < to && n_.lower(t) != ",") ++t;
    return t < to && t - at <= 2 * kGap ? t : at;
  }

  // "Presidents A of X, B (Y) and C", "Prime Ministers of X A, Y - B", "the ministers, A and B".
  bool share_along(const Office& office, const Office& whole) {
    std::uint32_t at = whole.tokens.end;
    Named state = whole.state;
    bool first = true;
    std::vector<std::size_t> given;
    for (std::size_t i = n_.next(at); i < n_.all.size(); ++i) {
      Naming& naming = n_.all[i];
      if (!n_.same_sentence(at - 1, naming.tokens.begin) || names_office(naming, first)) break;
      // "officials of the ministry|,| X, |the ambassador|,": another entry of the list
      if (first && n_.lower(at) == "," && !naming.offices.empty()) break;
      if (!first) at = behind_aside(at, naming.whole.begin);
      const std::uint32_t gap = naming.whole.begin > at ? naming.whole.begin - at : 0;
      if (gap > kGap || !only_joints(at, naming.whole.begin, state)) break;
      std::vector<Office> own = std::exchange(naming.offices, {});
      give(i, office, std::exchange(state, {}));
      naming.offices.insert(naming.offices.end(), own.begin(), own.end());
      given.push_back(i);
      if (first) naming.whole.begin = std::min(naming.whole.begin, whole.tokens.begin);
      first = false;
      at = naming.whole.end;
    }
    if (given.size() > 1) share_state(given, whole);
    return !first;
  }

  // "Uzbek Ministers |A and B|": who hold offices of which a state has many are of the one that is
  // said, if no other state is.
  void share_state(const std::vector<std::size_t>& names, const Office& office) {
    if (!office.state || office.office == catalogue::npos || is_held_once(office)) return;
    const catalogue::OfficeLevel level = n_.t.catalogue.offices()[office.office].level;
    const bool top = level == catalogue::OfficeLevel::head_of_state ||
                     level == catalogue::OfficeLevel::head_of_government;
    // "the three members of the presidency of X, A, B and C"
    if (top && office.text.find("ember") == std::string::npos) return;
    const bool others = std::any_of(names.begin() + 1, names.end(), [&](std::size_t i) {
      return n_.all[i].state || n_.all[i].body;
    });
    if (others) return;
    for (const std::size_t i : names) n_.all[i].state = office.state;
  }

  // "Three of the five |presidents| were in the room: A of X, B of Y and C of Z": all whom the list
  // gives with their states.
  void share_behind_colon(const Office& office, const Office& whole) {
    const std::uint32_t end = n_.sentence(whole.tokens.begin).end;
    std::uint32_t colon = whole.tokens.end;
    while (colon < end && n_.lower(colon) != ":" && n_.office_starting[colon] == kNobody) ++colon;
    if (colon >= end || n_.lower(colon) != ":") return;
    const std::vector<std::size_t> names = lists_.after(colon);
    std::size_t with_state = 0;
    for (const std::size_t i : names) {
      if (!n_.all[i].offices.empty()) return;
      with_state += n_.all[i].state ? 1 : 0;
    }
    const bool listed = names.size() > 1 && 2 * with_state > names.size();
    if (listed) share_all(names, office);
  }

  // "Six |ministers| who are there include A (foreign affairs), B (defence) and C (mines)": each
  // has the office with what stands behind the name.
  void share_portfolios(const Office& office, const Office& whole) {
    constexpr std::uint32_t kReach = 12;  // tokens from the office to the first name
    std::uint32_t at = whole.tokens.end;
    for (std::size_t i = n_.next(at); i < n_.all.size(); ++i) {
      Naming& naming = n_.all[i];
      const std::uint32_t open = naming.whole.end;
      const bool next = naming.whole.begin < at + kReach && naming.offices.empty() &&
                        n_.same_sentence(whole.tokens.begin, naming.tokens.begin);
      if (!next || n_.lower(open) != "(") return;
      const lexicon::Match* matter = n_.t.matches.find(open + 1, lexicon::Channel::portfolio);
      if (matter == nullptr || n_.lower(matter->tokens.end) != ")") return;
      give(i, office, {});
      const ByteSpan words = n_.doc.span({open, matter->tokens.end + 1});
      naming.offices.back().text += ' ' + std::string(n_.doc.slice(words));
      naming.offices.back().words.push_back(words);
      naming.whole.end = matter->tokens.end + 1;
      at = naming.whole.end;
    }
  }

  // Between two names of a list: commas, "and", dashes, a state that goes with the next name
  // (which is returned in `state`).
  bool only_joints(std::uint32_t from, std::uint32_t to, Named& state) const {
    for (std::uint32_t t = from; t < to;) {
      const Tag* tag = n_.t.tags.covering(t);
      if (tag != nullptr && tag->label == Label::state) {
        state = {tag->id, n_.doc.span(tag->tokens)};
        t = tag->tokens.end;
        continue;
      }
      const std::string_view word = n_.lower(t);
      if (word == "(" && behind_portfolio(t, to) > t) {
        t = behind_portfolio(t, to);
        continue;
      }
      if (!is_joint(word) && word != "-" && word != "the" && word != ":" && word != "of" &&
          word != "(" && word != ";") {
        return false;
      }
      ++t;
    }
    return true;
  }

  // "Secretaries of State A |(Land and Environment)| and B (Mines)": behind the bracket that opens
  // at `open` and says what the one before deals with, or `open`.
  [[nodiscard]] std::uint32_t behind_portfolio(std::uint32_t open, std::uint32_t limit) const {
    constexpr std::uint32_t kLongest = 12;
    for (std::uint32_t t = open + 1; t < std::min(limit, open + kLongest); ++t) {
      if (n_.lower(t) == ")") return t + 1;
      if (n_.state_covering(t)) return open;
    }
    return open;
  }

  // --- counterparts ----------------------------------------------------------------------------

  // "|The Omani minister| met his colleagues A and B": the office alone, before `token`; or null.
  [[nodiscard]] const Office* unnamed_owner(std::uint32_t token) const {
    const std::uint32_t begin = n_.sentence(token).begin;
    for (std::uint32_t t = token; t > begin; --t) {
      const std::uint32_t office = n_.office_before(t);
      if (office != kNobody && !n_.offices[office].plural) return &n_.offices[office];
    }
    return nullptr;
  }

  void counterparts(TokenRange words) {
    const std::size_t next = n_.next(words.end);
    const Office* earlier = n_.owner_office(next);
    if (earlier == nullptr) earlier = unnamed_owner(words.begin);
    if (earlier == nullptr) return;
    Office office = n_.fullest(*earlier, next);
    office.state = {};
    office.body = {};
    std::vector<Named> states;
    const Tag* tag = words.begin > 0 ? n_.t.tags.covering(words.begin - 1) : nullptr;
    if (tag != nullptr && (tag->label == Label::nationality || tag->label == Label::state)) {
      states.push_back({tag->id, n_.doc.span(tag->tokens)});
      adjectives_before(n_, tag->tokens.begin, states);
    }
    std::uint32_t end = words.end;
    if (states.empty() && (n_.lower(end) == "from" || n_.lower(end) == "of")) {
      if (each_behind_state(end + 1, office)) return;
      end = states_on(n_, end + 1, states);
    }
    // "received their Indian colleagues in Canberra, Ministers A and B"
    const Tag* town =
        n_.lower(end) == "in" && end + 1 < n_.doc.size() ? n_.t.tags.starting(end + 1) : nullptr;
    if (town != nullptr && town->label == Label::place) end = town->tokens.end;
    if (n_.lower(end) == "on" && n_.lower(end + 2) == ",") end += 2;  // "on Monday, Ministers A"
    const std::vector<std::size_t> names = lists_.after(end);
    if (pair(names, states, office)) return;
    if (pair_with_owners(names, words.begin, states)) return;
    const Named one = states.size() == 1 ? states.front() : Named{};
    for (const std::size_t i : names) give(i, office, one);
  }

  // "his peers from |Senegal, A, and Mali, B|": each behind his state.
  bool each_behind_state(std::uint32_t at, const Office& office) {
    bool found = false;
    for (std::size_t i = n_.next(at); i < n_.all.size(); ++i) {
      while (is_joint(n_.lower(at)) || n_.lower(at) == ";") ++at;
      at = n_.behind_the(at);
      const Tag* tag = at < n_.doc.size() ? n_.t.tags.starting(at) : nullptr;
      if (tag == nullptr || tag->label != Label::state) break;
      const bool named = n_.lower(tag->tokens.end) == "," &&
                         n_.all[i].whole.begin == tag->tokens.end + 1 &&
                         n_.same_sentence(at, n_.all[i].tokens.begin);
      if (!named) break;
      give(i, office, {tag->id, n_.doc.span(tag->tokens)});
      at = n_.all[i].whole.end;
      found = true;
    }
    return found;
  }

  // "Ministers A and B met with their Chilean counterparts C and D": each has the office of one.
  bool pair_with_owners(const std::vector<std::size_t>& names, std::uint32_t before,
                        const std::vector<Named>& states) {
    if (names.size() < 2 || names.front() < names.size() || states.size() > 1) return false;
    const std::size_t first = names.front() - names.size();
    for (std::size_t k = 0; k < names.size(); ++k) {
      const Naming& owner = n_.all[first + k];
      if (owner.offices.empty() || !n_.same_sentence(owner.tokens.begin, before)) return false;
    }
    const bool different =
        n_.all[first].offices.front().office != n_.all[first + 1].offices.front().office;
    if (!different) return false;
    for (std::size_t k = 0; k < names.size(); ++k) {
      Office office = n_.all[first + k].offices.front();
      office.state = {};
      office.body = {};
      give(names[k], std::move(office), states.empty() ? Named{} : states.front());
    }
    return true;
  }

  Namings& n_;
  NameLists lists_;  // of n_
};

}  // namespace

void share_groups(Namings& namings) { Groups(namings).run(); }

}  // namespace rapporteur::names
