// Whose the people are whom a report names by those beside whom they stand: "its Prime Minister",
// "his deputy", "took his place", "for President A of X".

#include <string_view>

#include "naming.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;

class Possessors {
 public:
  explicit Possessors(Namings& namings) : n_(namings), doc_(namings.doc) {}

  void run() {
    for (std::size_t i = 0; i < n_.all.size(); ++i) take_possessor(i);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  // "Fiji is missing: its Prime Minister, X": the state named last before "its"; "his Vice
  // Minister, X": that of the person before.
  void take_possessor(std::size_t i) {
    Naming& n = n_.all[i];
    if (n.state || n.body || n.offices.empty()) return;
    n.state = n_.possessor_before(n.whole.begin);
    const std::string_view word = n.whole.begin > 0 ? lower(n.whole.begin - 1) : "";
    if (!n.state) n.state = state_of_other(n);
    if (n.state || i == 0) return;
    if (word != "his" && word != "her" && !stands_in(n)) return;
    if (n_.cue(n.whole.begin, n_.cues.counterpart) != nullptr) return;  // of another state
    const Naming& owner = n_.all[i - 1];
    const std::uint32_t sentence = doc_.sentence_of(n.tokens.begin);
    if (sentence - doc_.sentence_of(owner.tokens.begin) <= 1) n.state = state_of(i - 1);
  }

  // The state that the naming says, or one of the same name before it.
  [[nodiscard]] Named state_of(std::size_t naming) const {
    const std::string_view last = lower(n_.all[naming].tokens.end - 1);
    for (std::size_t i = naming + 1; i-- > 0;) {
      const Naming& n = n_.all[i];
      if (n.state && lower(n.tokens.end - 1) == last) return n.state;
    }
    return {};
  }

  // "Foreign Minister X took his place".
  [[nodiscard]] bool stands_in(const Naming& n) const {
    const std::uint32_t end = std::min(n.whole.end + 3, n_.sentence(n.tokens.begin).end);
    for (std::uint32_t t = n.whole.end; t < end; ++t) {
      const lexicon::Cue* cue = n_.cue(t, n_.cues.stand_in);
      if (cue != nullptr && cue->value == "alone") return true;
    }
    return false;
  }

  // "Speaker X for President Y of Z", "Minister X, on behalf of the King of Z".
  [[nodiscard]] Named state_of_other(const Naming& n) const {
    std::uint32_t t = n.whole.end;
    if (lower(t) == "," || lower(t) == "(") ++t;
    const Match* match = nullptr;
    const lexicon::Cue* cue =
        same_sentence(t, n.tokens.begin) ? n_.cue(t, n_.cues.stand_in, &match) : nullptr;
    if (cue == nullptr || cue->value != "other") return {};
    t = match->tokens.end;
    while (lower(t) == "the" || lower(t) == "his" || lower(t) == "her") ++t;
    const std::uint32_t office = n_.office_after(t);
    if (office != kNobody && n_.offices[office].state) return n_.offices[office].state;
    const std::size_t next = n_.next(t);
    const bool other = next < n_.all.size() && n_.all[next].whole.begin <= t &&
                       same_sentence(t, n_.all[next].tokens.begin);
    return other ? n_.all[next].state : Named{};
  }

  Namings& n_;
  const text::Document& doc_;
};

}  // namespace

void take_possessors(Namings& namings) { Possessors(namings).run(); }

}  // namespace rapporteur::names
