// Who comes with somebody: "President A of X, accompanied by B and C".

#include <algorithm>
#include <string_view>
#include <vector>

#include "name_list.h"
#include "naming.h"
#include "side_list.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;
using text::TokenRange;

constexpr std::uint32_t kLeadIn = 9;  // tokens between "accompanied by" and the first name

class Company {
 public:
  explicit Company(Namings& namings) : n_(namings), lists_(namings), doc_(namings.doc) {}

  void run() {
    const lexicon::CueClass side = n_.t.lexicon.cue_class("side");
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      const Match* match = nullptr;
      const lexicon::Cue* cue = n_.cue(t, side, &match);
      if (cue != nullptr && cue->value == "company") company(match->tokens);
      if (cue != nullptr && cue->value == "companions") companions(match->tokens);
      if (cue != nullptr && cue->value == "beside") beside(match->tokens);
    }
  }

 private:
  // "President A of X, accompanied by B and C": as the person before.
  void company(TokenRange words) {
    const std::size_t next = n_.next(words.begin);
    if (next == 0) return;
    if (speaks_of_several(words.begin)) return each(words);
    // "The Omani minister was accompanied by A": of whom the office alone is said
    const std::uint32_t office = n_.office_before(words.begin);
    if (office != kNobody && n_.offices[office].state && !n_.offices[office].plural) {
      return lists_.give(words.end, n_.offices[office].state, kLeadIn);
    }
    const Naming& owner = n_.all[subject_before(words.begin, next - 1)];
    const std::uint32_t apart =
        doc_.sentence_of(words.begin) - doc_.sentence_of(owner.tokens.begin);
    const Named state = owner.state ? owner.state : state_by_name(owner);
    if (apart <= 1 && state) lists_.give(words.end, state, kLeadIn);
    if (apart == 0 && !owner.state && owner.body) officials(words.end, owner.body);
  }

  // "President A of X, together with |Minister B|,": who serves below him is of his state.
  void beside(TokenRange words) {
    using catalogue::OfficeLevel;
    const std::size_t i = n_.next(words.end);
    const bool aside = words.begin > 0 && n_.lower(words.begin - 1) == ",";
    if (!aside || i == 0 || i == n_.all.size() || n_.all[i].whole.begin != words.end) return;
    const Naming& leader = n_.all[i - 1];
    Naming& n = n_.all[i];
    if (leader.whole.end + 1 != words.begin || !leader.state || n.state || n.body) return;
    if (leader.offices.empty() || n.offices.empty()) return;
    const auto level = [&](const Office& o) {
      return o.office == catalogue::npos ? OfficeLevel::unknown
                                         : n_.t.catalogue.offices()[o.office].level;
    };
    const OfficeLevel above = level(leader.offices.front());
    const OfficeLevel below = level(n.offices.front());
    const bool serves = below == OfficeLevel::minister || below == OfficeLevel::deputy_minister ||
                        below == OfficeLevel::official || below == OfficeLevel::ambassador;
    if (serves && above != below) n.state = leader.state;
  }

  // "President A of X is here. Ministers |B and C| travel with him": as he of whom was told.
  void companions(TokenRange words) {
    std::uint32_t end = words.begin;
    while (end > 0 && (n_.lower(end - 1) == "will" || n_.lower(end - 1) == "also")) --end;
    const std::vector<std::size_t> names = NameLists(n_).before(end);
    if (names.empty()) return;
    const Named state = state_of_master(n_.all[names.front()].whole.begin);
    for (const std::size_t i : names) {
      Naming& n = n_.all[i];
      if (state && !n.state && !n.body && !n.offices.empty()) n.state = state;
    }
  }

  // Of the first of the sentence before, over those that go on with "He" or "She".
  [[nodiscard]] Named state_of_master(std::uint32_t before) const {
    constexpr std::uint32_t kFar = 3;  // sentences
    const std::uint32_t last = doc_.sentence_of(before);
    for (std::uint32_t back = 1; back <= std::min(kFar, last); ++back) {
      const TokenRange s = doc_.sentences()[last - back].tokens;
      if (n_.lower(s.begin) == "he" || n_.lower(s.begin) == "she") continue;
      const std::size_t i = n_.next(s.begin);
      const bool named = i < n_.all.size() && n_.all[i].tokens.begin < s.end;
      if (!named) return {};
      return n_.all[i].state ? n_.all[i].state : state_by_name(n_.all[i]);
    }
    return {};
  }

  // "Ann Dahl of Norway ... |Dahl| was accompanied by": that of the fuller name before.
  [[nodiscard]] Named state_by_name(const Naming& owner) const {
    for (const Naming& n : n_.all) {
      if (n.tokens.begin >= owner.tokens.begin) break;
      if (n.state && n_.lower(n.tokens.end - 1) == n_.lower(owner.tokens.end - 1)) return n.state;
    }
    return {};
  }

  // "|The ministers| were accompanied by A and B": of those who were named before.
  [[nodiscard]] bool speaks_of_several(std::uint32_t verb) const {
    constexpr std::uint32_t kReach = 24;  // tokens of such a subject
    const std::uint32_t floor = n_.sentence(verb).begin;
    if (verb - floor > kReach) return false;
    if (n_.next(floor) != n_.next(verb)) return false;  // somebody is named before the verb
    for (std::uint32_t t = floor; t < verb; ++t) {
      const std::uint32_t office = n_.office_after(t);
      if (office != kNobody && n_.offices[office].plural) return true;
      const std::string_view word = n_.lower(t);
      if (word == "they" || word == "both" || word == "leaders" || word == "presidents") {
        return true;
      }
    }
    return false;
  }

  // One of each, in the order of their states.
  void each(TokenRange words) {
    const std::size_t i = n_.next(words.end);
    if (i == n_.all.size() || !lists_.leads_in(words.end, n_.all[i].whole.begin, kLeadIn)) return;
    const std::vector<std::size_t> names = NameLists(n_).after(n_.all[i].whole.begin);
    std::vector<Named> states;
    const std::uint32_t sentence = doc_.sentence_of(words.begin);
    for (std::size_t k = n_.next(words.begin); k-- > 0;) {
      if (sentence - doc_.sentence_of(n_.all[k].tokens.begin) > 1) break;
      if (n_.all[k].state) states.insert(states.begin(), n_.all[k].state);
    }
    if (names.size() < 2 || names.size() != states.size()) return;
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (!n_.all[names[k]].state) n_.all[names[k]].state = states[k];
    }
  }

  // "the Secretary-General of the Union, accompanied by |her deputy A|": the first named there, if
  // the office is one of organisations.
  void officials(std::uint32_t at, const Named& body) {
    const std::size_t i = n_.next(at);
    if (i == n_.all.size() || !n_.same_sentence(at, n_.all[i].tokens.begin)) return;
    Naming& n = n_.all[i];
    if (n.state || n.body || n.offices.empty() || n.offices.front().office == catalogue::npos) {
      return;
    }
    const auto level = n_.t.catalogue.offices()[n.offices.front().office].level;
    if (level == catalogue::OfficeLevel::body_official &&
        lists_.leads_in(at, n.whole.begin, kLeadIn)) {
      n.body = body;
    }
  }

  // "A met B; |he| was accompanied by C": A, who opens the sentence. Else `last`.
  [[nodiscard]] std::size_t subject_before(std::uint32_t verb, std::size_t last) const {
    constexpr std::uint32_t kNear = 3;  // tokens of "he was also"
    const std::uint32_t floor = n_.sentence(verb).begin;
    bool pronoun = false;
    for (std::uint32_t t = verb; t > floor && verb - t < kNear && !pronoun; --t) {
      pronoun = n_.lower(t - 1) == "he" || n_.lower(t - 1) == "she";
    }
    // "A met B in Lima on Monday, accompanied by C": A too
    const bool comma = verb > floor && n_.lower(verb - 1) == ",";
    const bool apart = comma && n_.all[last].whole.end + 1 < verb &&
                       n_.all[last].tokens.begin >= floor && !goes_on_with_name(last, verb - 1);
    if (!pronoun && !apart) return last;
    const std::uint32_t begin = n_.sentence(n_.all[last].tokens.begin).begin;
    std::size_t first = last;
    while (first > 0 && n_.all[first - 1].tokens.begin >= begin) --first;
    const Naming& subject = n_.all[first];
    for (std::uint32_t t = begin; t < subject.whole.begin; ++t) {
      if (!n_.doc.is_punctuation(t) && n_.doc.shape(t) == text::Shape::lower &&
          n_.lower(t) != "the" && n_.lower(t) != "on") {
        return last;  // "During talks with A, B"
      }
    }
    return first;
  }

  // "A met B, |Minister of Trade|, accompanied by C": B is still spoken of.
  [[nodiscard]] bool goes_on_with_name(std::size_t i, std::uint32_t to) const {
    bool placed = false;
    for (std::uint32_t t = n_.all[i].whole.end; t < to; ++t) {
      placed = placed || n_.lower(t) == "in" || n_.lower(t) == "on" || n_.lower(t) == "at" ||
               n_.lower(t).ends_with("day");
    }
    return !placed;
  }

  Namings& n_;
  SideLists lists_;  // of n_
  const text::Document& doc_;
};

}  // namespace

void share_company(Namings& namings) { Company(namings).run(); }

}  // namespace rapporteur::names
