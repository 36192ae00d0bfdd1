// Lines that give one person each, in lists and tables: the state stands at the start, set off by
// a colon, dots, a bar or a column, or behind the office at the end.

#include <algorithm>
#include <string_view>
#include <vector>

#include "naming.h"
#include "rapporteur/text/layout.h"

namespace rapporteur::names {

namespace {

using tagger::Label;
using tagger::Tag;
using text::LineRole;
using text::TokenRange;

constexpr std::uint32_t kLongestRow = 45;
constexpr std::uint32_t kLongestHead = 9;  // tokens between the state and the name
constexpr std::uint32_t kForReach = 8;     // tokens between "for Peru" and who acts for it

class Rows {
 public:
  explicit Rows(Namings& namings) : n_(namings) {}

  void run() {
    for (const text::Sentence& s : n_.doc.sentences()) {
      const bool line =
          s.role == LineRole::item || s.role == LineRole::headline || s.role == LineRole::body;
      if (line) lines(s.tokens, s.role == LineRole::body);
    }
    for (std::size_t i = 0; i < n_.all.size(); ++i) list_with_states(i);
    for (Naming& naming : n_.all) for_state(naming);
  }

 private:
  // --- a line ------------------------------------------------------------------------------------

  // "Kenya - A\nMadagascar - B": without a stop at its end a row runs on into the next.
  void lines(TokenRange s, bool told) {
    std::uint32_t begin = s.begin;
    for (std::uint32_t t = s.begin + 1; t <= s.end; ++t) {
      if (t < s.end && !starts_line(t)) continue;
      if (t - begin <= kLongestRow) row({begin, t}, told);
      begin = t;
    }
  }

  // A state, set off from what follows, first in its line.
  [[nodiscard]] bool starts_line(std::uint32_t t) const {
    const Tag* tag = n_.t.tags.starting(t);
    if (tag == nullptr || tag->label != Label::state) return false;
    const std::string_view next = n_.lower(tag->tokens.end);
    const bool set_off = next == "-" || next == ":" || next == "|" || next == ",";
    return set_off && text::opens_line(n_.doc, t);
  }

  void row(TokenRange s, bool told) {
    const std::size_t i = n_.next(s.begin);
    if (i == n_.all.size() || n_.all[i].tokens.begin >= s.end) return;
    Naming& naming = n_.all[i];
    const std::uint32_t begin = skip_bullet(s);
    const Tag* head = n_.t.tags.starting(begin);
    const bool owner =
        head != nullptr && (head->label == Label::state || head->label == Label::body);
    if (owner && !(told && is_dateline(*head, naming)) &&
        is_head(head->tokens.end, naming.whole.begin)) {
      take_owner(naming, *head);
      take_rest(naming, s);
    } else if (naming.whole.begin == begin || has_role(begin, naming.whole.begin) ||
               (!told && is_head(begin, naming.whole.begin))) {
      take_rest(naming, s);
      take_last_state(naming, s, told);
    }
  }

  // "SINGAPORE - Malaysian Minister A", "KUWAIT: Minister A |arrived|": where a sentence was
  // written.
  bool is_dateline(const Tag& head, const Naming& naming) const {
    if (naming.state && naming.state.id != head.id) return true;
    const std::uint32_t behind = naming.whole.end;
    return n_.doc.shape(head.tokens.begin) == text::Shape::upper && behind < n_.doc.size() &&
           n_.same_sentence(behind, head.tokens.begin) &&
           n_.doc.shape(behind) == text::Shape::lower;
  }

  // "Chair | A | ...": what the person does in the meeting comes first.
  bool has_role(std::uint32_t begin, std::uint32_t name) const {
    const std::uint32_t office = n_.office_after(begin);
    if (office == kNobody) return false;
    const std::uint32_t end = n_.offices[office].tokens.end;
    return end < name && n_.doc.is_punctuation(end) && is_head(end, name);
  }

  // After the bullet or number, "for" and "the".
  std::uint32_t skip_bullet(TokenRange s) const {
    std::uint32_t t = s.begin;
    while (t < s.end && (n_.doc.is_punctuation(t) || n_.doc.shape(t) == text::Shape::number)) ++t;
    while (t < s.end && n_.t.tags.starting(t) == nullptr &&
           (n_.lower(t) == "for" || n_.lower(t) == "from" || n_.lower(t) == "the")) {
      ++t;
    }
    return t;
  }

  // Between the state and the name of a row stand no words but the rest of the state's name.
  bool is_head(std::uint32_t from, std::uint32_t to) const {
    if (to < from || to - from > kLongestHead + 12) return false;
    std::uint32_t words = 0;
    for (std::uint32_t t = from; t < to; ++t) {
      if (n_.doc.is_punctuation(t)) continue;
      if (n_.doc.shape(t) == text::Shape::lower && n_.lower(t) != "of" && n_.lower(t) != "the") {
        return false;
      }
      ++words;
    }
    return words <= kLongestHead && n_.lower(from) != "'s" && n_.lower(from) != "'";
  }

  void take_owner(Naming& naming, const Tag& owner) const {
    const Named named = {owner.id, n_.doc.span(owner.tokens)};
    if (owner.label == Label::state) {
      naming.state = named;
    } else if (!naming.state) {
      naming.body = named;
    }
  }

  // The office that follows the name in another column or after a comma.
  void take_rest(Naming& naming, TokenRange s) {
    for (int more = 0; more < 3; ++more) {
      std::uint32_t t = naming.whole.end;
      const bool column = t < s.end && n_.offices.size() > 0 && naming.offices.empty();
      while (t < s.end && (n_.lower(t) == "," || n_.lower(t) == "|" || n_.lower(t) == "-" ||
                           n_.lower(t) == "and" || n_.lower(t) == "the" || n_.lower(t) == "(")) {
        ++t;
      }
      if (t == naming.whole.end && !column) return;
      const std::uint32_t office = t < s.end ? n_.office_after(t) : kNobody;
      if (office == kNobody || n_.used[office] || n_.offices[office].plural) return;
      // "Dar, Saudi deputy minister |discuss| defence": a sentence.
      const std::uint32_t end = n_.offices[office].tokens.end;
      const bool goes_on = end < s.end && n_.doc.shape(end) == text::Shape::lower;
      if (goes_on && n_.lower(end) != "and") return;
      n_.take(naming, office);
    }
  }

  // "A |meets| the Foreign Minister of Hungary": a headline, no row of a table.
  [[nodiscard]] bool goes_on_with_verb(const Naming& naming, TokenRange s) const {
    const std::uint32_t at = naming.whole.end;
    if (at >= s.end || n_.doc.is_punctuation(at)) return false;
    const std::string_view word = n_.lower(at);
    const bool link = word == "of" || word == "from" || word == "for" || word == "and";
    return !link && n_.office_starting[at] == kNobody && n_.t.tags.starting(at) == nullptr;
  }

  // "A, Prime Minister, Antigua and Barbuda", "A, Deputy Minister (Hungary)".
  void take_last_state(Naming& naming, TokenRange s, bool told) const {
    if (naming.state || goes_on_with_verb(naming, s)) return;
    for (std::uint32_t t = naming.whole.end; t < s.end; ++t) {
      const Tag* tag = n_.t.tags.starting(t);
      if (tag == nullptr || tag->label != Label::state || t == 0) continue;
      const std::string_view before = n_.lower(t - 1);
      const bool set_off = before == "," || before == "(" || before == "|" || before == "-" ||
                           (before == "of" && !told);
      // Running text tells more than who it is: "A was in Tashkent, Uzbekistan".
      const bool near = told ? is_head(naming.whole.end, t) : t - naming.whole.end <= kLongestHead;
      // "the ministers of Chad, A, |Peru|, B, and Oman, C": the state of the next one
      const Tag* next = n_.lower(tag->tokens.end) == "," && tag->tokens.end + 1 < s.end
                            ? n_.t.tags.starting(tag->tokens.end + 1)
                            : nullptr;
      if (told && next != nullptr && next->label == Label::person) return;
      if (set_off && near) {
        naming.state = {tag->id, n_.doc.span(tag->tokens)};
      }
      return;
    }
  }

  // --- a list in a sentence ----------------------------------------------------------------------

  // "met: |A, Iceland, B, Norway, and C, Chile|": two or more in a row, each before his state.
  void list_with_states(std::size_t first) {
    const TokenRange s = n_.sentence(n_.all[first].tokens.begin);
    const std::uint32_t begin = n_.all[first].whole.begin;
    if (begin > s.begin + 1 && n_.lower(begin - 1) == "," && n_.state_covering(begin - 2)) return;
    std::vector<const Tag*> states;
    for (std::size_t i = first; i < n_.all.size(); ++i) {
      const Tag* state = state_behind(n_.all[i], s.end);
      if (state == nullptr || n_.all[i].state) break;
      states.push_back(state);
      std::uint32_t at = state->tokens.end;
      while (at < s.end && (n_.lower(at) == "," || n_.lower(at) == "and")) ++at;
      const bool more = i + 1 < n_.all.size() && at > state->tokens.end &&
                        n_.all[i + 1].whole.begin == at && at < s.end;
      if (!more) break;
    }
    for (std::size_t k = 0; states.size() > 1 && k < states.size(); ++k) {
      n_.all[first + k].state = {states[k]->id, n_.doc.span(states[k]->tokens)};
    }
  }

  // "A|, the Philippines|": the state that a comma parts from the name, or null.
  [[nodiscard]] const Tag* state_behind(const Naming& naming, std::uint32_t limit) const {
    if (n_.lower(naming.whole.end) != ",") return nullptr;
    const std::uint32_t at = n_.behind_the(naming.whole.end + 1);
    const Tag* tag = at < limit ? n_.t.tags.starting(at) : nullptr;
    const bool state = tag != nullptr && tag->label == Label::state &&
                       n_.office_starting[at] == kNobody && n_.lower(tag->tokens.end) != "'s";
    return state ? tag : nullptr;
  }

  // --- "for Peru, the Minister of Transport, A", "A came for Peru", "Peru (Minister A)"
  // --------------

  void for_state(Naming& naming) {
    const bool serves =
        naming.body && naming.body.id != catalogue::npos;  // no ministry that no table knows
    if (naming.state || serves) return;
    if (behind(naming) || in_bracket(naming) || behind_dash(naming) || leads(naming) ||
        of_other_side(naming))
      return;
    before(naming);
  }

  // "led as follows: Kenya - A, Minister; Rwanda: B", "Portugal, the Secretary of State C"
  bool behind_dash(Naming& naming) const {
    const std::uint32_t floor = n_.sentence(naming.tokens.begin).begin;
    std::uint32_t at = naming.whole.begin;
    while (at > floor && (n_.lower(at - 1) == "the" || n_.lower(at - 1) == "its")) --at;
    if (at < floor + 2) return false;
    const std::string_view joint = n_.lower(at - 1);
    const bool comma = joint == "," && !naming.offices.empty();
    if (joint != "-" && joint != ":" && !comma) return false;
    const Tag* tag = n_.t.tags.covering(at - 2);
    const bool owner = tag != nullptr && tag->tokens.end == at - 1 && tag->tokens.begin > floor &&
                       (tag->label == Label::state || (tag->label == Label::body && !comma));
    if (!owner) return false;
    std::uint32_t before = tag->tokens.begin - 1;
    if (n_.lower(before) == "the" && before > floor) --before;
    if (n_.lower(before) == "and" && before > floor) --before;
    const std::string_view stop = n_.lower(before);
    if (stop != ";" && (comma || (stop != ":" && stop != ","))) return false;
    take_owner(naming, *tag);
    return true;
  }

  // "Foreign Minister A for Nicaragua", "A represented the Commission".
  bool behind(Naming& naming) {
    std::uint32_t begin = naming.whole.end;
    if (n_.lower(begin) == "," && n_.lower(begin + 1) == "who") begin += 2;
    // "A, Deputy Premier, represented Montserrat"
    const bool set_off = n_.lower(begin) == "," && n_.lower(begin + 1) != "for";
    if (set_off && !naming.offices.empty() && acts_for(begin + 1) != begin + 1) ++begin;
    std::uint32_t t = acts_for(begin);
    if (t == begin || !n_.same_sentence(t, naming.tokens.begin)) return false;
    t = n_.behind_the(t);
    const Tag* tag = t < n_.doc.size() ? n_.t.tags.starting(t) : nullptr;
    if (tag == nullptr || n_.lower(tag->tokens.end) == "'s") return false;
    const bool office = n_.office_starting[t] != kNobody;
    const Named seat = tag->label == Label::place ? n_.state_or_capital(*tag) : Named{};
    if (office || (tag->label != Label::state && tag->label != Label::body && !seat)) return false;
    if (seat) naming.state = seat;  // "A, Minister of State, spoke for |Abuja|"
    if (!seat) take_owner(naming, *tag);
    last_ = tag->tokens.begin;
    // "who took part for Rwanda as Minister of Trade"
    const std::uint32_t held =
        n_.lower(tag->tokens.end) == "as" ? n_.office_after(tag->tokens.end + 1) : kNobody;
    if (naming.offices.empty() && held != kNobody && !n_.used[held]) n_.take(naming, held);
    return true;
  }

  // "A, Deputy Minister, headed the Australian delegation", "A was leader of Kenya's team"
  bool leads(Naming& naming) const {
    constexpr std::uint32_t kVerb = 26;  // tokens from the name to "headed"
    constexpr std::uint32_t kNear = 7;  // from there to the state: "a high-level Kenyan delegation"
    const std::size_t next = n_.next(naming.whole.end);
    const std::uint32_t end = n_.sentence(naming.tokens.begin).end;
    const std::uint32_t limit =
        next < n_.all.size() ? std::min(end, n_.all[next].whole.begin) : end;
    for (std::uint32_t t = naming.whole.end; t < std::min(limit, naming.whole.end + kVerb); ++t) {
      const std::string_view word = n_.lower(t);
      if (word == ";") return false;
      const bool verb = word == "headed" || word == "led" || word == "heads" || word == "leads" ||
                        word == "heading" || word == "leading" || word == "leader" ||
                        word == "head" || word == "lead";
      if (word == "represented" && represents(naming, t, limit)) return true;
      if (!verb || (t > 0 && n_.lower(t + 1) == "by")) continue;
      for (std::uint32_t at = t + 1; at < std::min(limit, t + 1 + kNear); ++at) {
        const Tag* tag = n_.t.tags.starting(at);
        const std::string_view with = n_.lower(at);
        if (with == "with" || with == "between" || with == ",") return false;
        if (tag == nullptr) continue;
        std::uint32_t group = tag->tokens.end;
        if (n_.lower(group) == "'s") ++group;
        const bool of = n_.lower(at - 1) == "of" && at > t + 1;  // "the delegation of Kenya"
        // "at the |head of Kenya's delegation|"
        const bool owned = of && word == "head" && n_.lower(tag->tokens.end) == "'s";
        const std::string_view what = of && !owned ? n_.lower(at - 2) : n_.lower(group);
        const bool side = what == "delegation" || what == "participation" || what == "team" ||
                          what == "side" || (of && what == "that");
        const bool state = tag->label == Label::state || tag->label == Label::nationality;
        if (side && state) naming.state = {tag->id, n_.doc.span(tag->tokens)};
        return side && state;
      }
      return false;
    }
    return false;
  }

  // "... headed the Omani team and A |that of the Kenyan|", "and A |of the Kenyan one|": whose is
  // said by an adjective alone.
  bool of_other_side(Naming& naming) const {
    std::uint32_t at = naming.whole.end;
    if (n_.lower(at) == "that" || n_.lower(at) == "those") ++at;
    if (n_.lower(at) != "of" || n_.lower(at + 1) != "the") return false;
    const Tag* tag = n_.t.tags.starting(at + 2);
    if (tag == nullptr || tag->label != Label::nationality) return false;
    const std::string_view behind = n_.lower(tag->tokens.end);
    if (behind != "one" && behind != "side" && !n_.doc.is_punctuation(tag->tokens.end))
      return false;
    naming.state = {tag->id, n_.doc.span(tag->tokens)};
    return true;
  }

  // "A, based in Rome and Permanent Representative to B, |represented| Kenya"
  bool represents(Naming& naming, std::uint32_t verb, std::uint32_t limit) const {
    const std::string_view before = n_.lower(verb - 1);
    if (before == "was" || before == "is" || before == "be" || before == "been") return false;
    std::uint32_t at = verb + 1;
    at = n_.behind_the(at);
    const Tag* tag = at < limit ? n_.t.tags.starting(at) : nullptr;
    const bool state =
        tag != nullptr && tag->label == Label::state && n_.lower(tag->tokens.end) != "'s";
    if (state) naming.state = {tag->id, n_.doc.span(tag->tokens)};
    return state;
  }

  // The end of "for", "came for", "represented" at `t`; or `t`.
  [[nodiscard]] std::uint32_t acts_for(std::uint32_t t) const {
    const lexicon::Match* match = nullptr;
    const lexicon::Cue* cue = n_.cue(t, n_.cues.sends, &match);
    return cue != nullptr && cue->value == "acts" ? match->tokens.end : t;
  }

  // "Lithuania (Vice-Minister A)"
  bool in_bracket(Naming& naming) const {
    const std::uint32_t open = naming.whole.begin;
    if (open < 2 || n_.lower(open - 1) != "(" || n_.lower(naming.whole.end) != ")") return false;
    const Tag* tag = n_.t.tags.covering(open - 2);
    if (tag == nullptr || (tag->label != Label::state && tag->label != Label::body)) return false;
    take_owner(naming, *tag);
    return true;
  }

  void before(Naming& naming) const {
    const std::uint32_t floor = n_.sentence(naming.tokens.begin).begin;
    std::uint32_t t = naming.whole.begin;
    bool comma = false;
    for (std::uint32_t steps = 0; t > floor && steps < kForReach; ++steps) {
      --t;
      comma = comma || n_.lower(t) == ",";
      if (n_.lower(t) == ";" || n_.lower(t) == ".") return;
      const Tag* tag = n_.t.tags.covering(t);
      if (tag == nullptr) continue;
      const bool state = tag->label == Label::state || tag->label == Label::nationality;
      if (!state || tag->tokens.begin <= floor || tag->tokens.begin == last_) return;
      std::uint32_t at = tag->tokens.begin - 1;
      if (n_.lower(at) == "the" && at > floor) --at;
      const std::string_view group = n_.lower(tag->tokens.end);
      const bool leads =
          (group == "delegation" || group == "team" || group == "side") &&
          (n_.lower(at) == "leading" || n_.lower(at) == "heading" ||
           (n_.lower(at) == "of" && !comma));  // "at the request of the Omani side, X called"
      const bool acts = leads || n_.lower(at) == "for" || n_.lower(at) == "representing";
      if (acts) naming.state = {tag->id, n_.doc.span(tag->tokens)};
      return;
    }
  }

  std::uint32_t last_ = kNobody;  // the state behind the naming before
  Namings& n_;
};

}  // namespace

void read_rows(Namings& namings) { Rows(namings).run(); }

}  // namespace rapporteur::names
