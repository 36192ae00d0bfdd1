// Whose the people are whom a report names by those beside whom they stand: "its Prime Minister",
// "his deputy", "took his place", "for President A of X".

#include <string_view>

#include "naming.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;

constexpr std::uint32_t kPredicate = 7;  // tokens between "is" and an office

class Possessors {
 public:
  explicit Possessors(Namings& namings) : n_(namings), doc_(namings.doc) {}

  void run() {
    for (std::size_t i = 0; i < n_.all.size(); ++i) take_possessor(i);
    for (std::uint32_t o = 0; o < n_.offices.size(); ++o) take_predicate(o);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  // "He is at present chairperson of the Union", "Chibesa is this year's chair": the office of whom
  // the sentence before named last, or of its subject.
  void take_predicate(std::uint32_t o) {
    const Office& office = n_.offices[o];
    if (n_.used[o] || office.plural || office.state) return;
    const std::uint32_t floor = n_.sentence(office.tokens.begin).begin;
    std::uint32_t t = office.tokens.begin;
    while (t > floor && office.tokens.begin - t < kPredicate && !is_copula(lower(t - 1))) --t;
    if (t == floor || !is_copula(lower(t - 1))) return;
    const std::uint32_t verb = t - 1;
    for (; t < office.tokens.begin; ++t) {
      if (doc_.shape(t) != text::Shape::lower && lower(t) != "'s") return;
    }
    const bool pronoun = verb == floor + 1 && (lower(floor) == "he" || lower(floor) == "she");
    const std::size_t next = n_.next(pronoun ? floor : verb);
    if (next == 0) return;
    Naming& n = n_.all[next - 1];
    const bool subject = pronoun ? doc_.sentence_of(floor) - doc_.sentence_of(n.tokens.begin) <= 1
                                 : n.whole.end == verb && n.whole.begin == floor;
    if (!subject) return;
    n_.used[o] = true;
    n.offices.push_back(office);
  }

  static bool is_copula(std::string_view word) { return word == "is" || word == "remains"; }

  // "Fiji is missing: its Prime Minister, X": the state named last before "its"; "his Vice
  // Minister, X": that of the person before.
  void take_possessor(std::size_t i) {
    Other other = other_of(n_.all[i]);
    if (!other.found() && comes_for(i)) other = {i - 1, kNobody};
    if (!other.found()) other = represented_before(n_.all[i]);
    if (!other.found() && (is_sent_for(i) || is_represented_by(i))) other = {i - 1, kNobody};
    if (!other.found() && is_read_before(i)) other = {i + 1, kNobody};
    if (other.found()) {
      n_.stand_ins.push_back({i, other.naming, other.office});
      share_state(n_.all[i], other);
    }
    Naming& n = n_.all[i];
    const bool whose = n.whole.begin > 0 && lower(n.whole.begin - 1) == "whose";
    if (n.state || n.body || (n.offices.empty() && !whose)) return;
    n.state = n_.possessor_before(n.whole.begin);
    const std::string_view word = n.whole.begin > 0 ? lower(n.whole.begin - 1) : "";
    if (!n.state) n.state = of_master(n);
    if (!n.state) n.state = of_delegate(n);
    if (!n.state) n.state = of_announcer(n);
    if (!n.state) n.state = of_excused(i);
    if (!n.state && word == "its") n.body = body_before(n.whole.begin - 1);
    if (n.state || n.body || i == 0) return;
    if (word != "his" && word != "her" && !stands_in(n)) return;
    if (n_.cue(n.whole.begin, n_.cues.counterpart) != nullptr) return;  // of another state
    const Naming& owner = n_.all[i - 1];
    const std::uint32_t sentence = doc_.sentence_of(n.tokens.begin);
    if (sentence - doc_.sentence_of(owner.tokens.begin) <= 1) n.state = state_of(i - 1);
  }

  // "The |ECOWAS Commission| was represented by its president, X": the organisation that stands
  // last before "its" in the sentence.
  [[nodiscard]] Named body_before(std::uint32_t its) const {
    for (std::uint32_t t = its; t > n_.sentence(its).begin; --t) {
      const tagger::Tag* tag = n_.t.tags.covering(t - 1);
      if (tag == nullptr || tag->label != tagger::Label::body) continue;
      return tag->id == catalogue::npos ? Named{} : Named{tag->id, doc_.span(tag->tokens)};
    }
    return {};
  }

  // "the South African President's special envoy, X": of the same state.
  [[nodiscard]] Named of_master(const Naming& n) const {
    const std::uint32_t begin = n.whole.begin;
    if (begin < 2 || lower(begin - 1) != "'s") return {};
    const std::uint32_t master = n_.office_before(begin - 1);
    return master == kNobody ? Named{} : n_.offices[master].state;
  }

  // "Iraq announced |the participation of| Prime Minister A"
  [[nodiscard]] Named of_announcer(const Naming& n) const {
    constexpr std::uint32_t kNear = 8;
    static constexpr std::array<std::string_view, 4> kComes{"participation", "attendance",
                                                            "presence", "arrival"};
    const std::uint32_t begin = n.whole.begin;
    const std::uint32_t floor = n_.sentence(begin).begin;
    if (begin < floor + 4 || lower(begin - 1) != "of" || !is_one_of(lower(begin - 2), kComes)) {
      return {};
    }
    for (std::uint32_t t = begin - 2; t > floor && begin - t < kNear; --t) {
      if (doc_.is_punctuation(t - 1)) return {};
      if (const Named state = n_.state_covering(t - 1); state) return state;
    }
    return {};
  }

  // "Pakistan had asked for more. Its delegate, minister of state X, left early."
  [[nodiscard]] Named of_delegate(const Naming& n) const {
    const std::uint32_t begin = n.whole.begin;
    if (begin < 3 || lower(begin - 1) != "," || lower(begin - 3) != "its") return {};
    if (n_.cue(begin - 2, n_.cues.delegate) == nullptr || !same_sentence(begin - 3, begin)) {
      return {};
    }
    const Named here = n_.possessor_before(begin - 2);
    const std::uint32_t sentence = doc_.sentence_of(begin);
    if (here || sentence == 0) return here;
    const text::TokenRange before = doc_.sentences()[sentence - 1].tokens;
    return before.empty() ? Named{} : n_.state_at(before.begin);
  }

  // "Peru was represented by Deputy Minister A, since the minister, B, was ill": that of whoever
  // came instead.
  [[nodiscard]] Named of_excused(std::size_t i) const {
    constexpr std::uint32_t kNear = 3;  // tokens from "since" to the office
    const Naming& n = n_.all[i];
    if (i == 0 || !same_sentence(n_.all[i - 1].tokens.begin, n.tokens.begin)) return {};
    const std::uint32_t floor = n_.all[i - 1].whole.end;
    for (std::uint32_t t = n.whole.begin; t > floor && n.whole.begin - t < kNear; --t) {
      const std::string_view word = lower(t - 1);
      if (word == "since" || word == "because") return n_.all[i - 1].state;
    }
    return {};
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

  // Whom somebody represents.
  struct Other {
    std::size_t naming = kNobody;
    std::uint32_t office = kNobody;
    [[nodiscard]] bool found() const { return naming != kNobody || office != kNobody; }
  };

  // "Speaker X for President Y of Z", "Minister X, on behalf of the King of Z".
  [[nodiscard]] Other other_of(const Naming& n) const {
    const Match* match = stand_in_words(n);
    if (match == nullptr) return {};
    std::uint32_t t = match->tokens.end;
    while (lower(t) == "the" || lower(t) == "his" || lower(t) == "her") ++t;
    const std::size_t next = n_.next(t);
    const bool other = next < n_.all.size() && n_.all[next].whole.begin <= t &&
                       same_sentence(match->tokens.begin, n_.all[next].tokens.begin);
    if (other && !n_.all[next].offices.empty()) return {next, kNobody};
    t = after_honorifics(t);
    const std::uint32_t office = n_.office_after(t);
    const bool known = office != kNobody && !n_.offices[office].plural && !n_.used[office] &&
                       same_sentence(match->tokens.begin, t);
    return known ? Other{kNobody, office} : Other{};
  }

  // "|For| President A of X |came| B", "|on behalf of| the King of Z, A, spoke B".
  [[nodiscard]] bool comes_for(std::size_t i) const {
    if (i == 0) return false;
    const Naming& leader = n_.all[i - 1];
    if (leader.offices.empty() || n_.all[i].offices.empty()) return false;
    std::uint32_t at = leader.whole.begin;
    while (at > 0 && lower(at - 1) == "the") --at;
    if (at == 0 || !same_sentence(at - 1, n_.all[i].whole.begin)) return false;
    const std::string_view before = lower(at - 1);
    const bool instead = at > 1 && before == "of" &&
                         (lower(at - 2) == "behalf" || lower(at - 2) == "place" ||
                          lower(at - 2) == "instead" || lower(at - 2) == "stead");
    const bool opens =
        before == "for" && (at < 2 || at - 1 == n_.sentence(at - 1).begin ||
                            lower(at - 2) == "and" || lower(at - 2) == ";" || lower(at - 2) == ",");
    // "|Standing in for| Minister A, Deputy Minister B led the team of Oman"
    const bool stands = before == "for" && at > 2 && at - 2 <= n_.sentence(at - 1).begin + 1 &&
                        lower(n_.sentence(at - 1).begin).ends_with("ing");
    if (!stands && (!leader.state || (!instead && !opens))) return false;
    const std::uint32_t behind = behind_aside(behind_state(leader.whole.end));
    for (std::uint32_t t = behind; t < n_.all[i].whole.begin; ++t) {
      if (!tells_of_coming(lower(t))) return false;
    }
    return true;
  }

  // "for President A|, who was kept at home|, B came": behind that clause at `at`, or `at`.
  [[nodiscard]] std::uint32_t behind_aside(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 14;
    if (lower(at) != "," || lower(at + 1) != "who") return at;
    const std::uint32_t end = std::min(at + kLongest, n_.sentence(at).end);
    for (std::uint32_t t = at + 2; t < end; ++t) {
      if (lower(t) == ",") return t;
    }
    return at;
  }

  // "President A has sent Minister B |to represent him|"
  [[nodiscard]] bool is_sent_for(std::size_t i) const {
    const std::uint32_t end = n_.all[i].whole.end;
    const bool sent = lower(end) == "to" && lower(end + 1) == "represent" &&
                      (lower(end + 2) == "him" || lower(end + 2) == "her");
    return sent && i > 0 && !n_.all[i - 1].offices.empty() &&
           same_sentence(n_.all[i - 1].tokens.begin, end);
  }

  // "President A |of Chile| was": behind the state that follows a name, or `at`.
  [[nodiscard]] std::uint32_t behind_state(std::uint32_t at) const {
    const std::uint32_t begin = lower(at) == "of" ? n_.behind_the(at + 1) : at;
    const tagger::Tag* tag =
        begin > at && begin < doc_.size() ? n_.t.tags.starting(begin) : nullptr;
    return tag != nullptr && tag->label == tagger::Label::state ? tag->tokens.end : at;
  }

  // "A, represented by |B|", "A, who was represented by his |deputy B|"
  [[nodiscard]] bool is_represented_by(std::size_t i) const {
    static constexpr std::array<std::string_view, 6> kArticles{"the", "a",   "an",
                                                               "his", "her", "by"};
    static constexpr std::array<std::string_view, 11> kPassive{
        "was", "is", "being", "who", "has", "been", "also", "will", "be", ",", "("};
    if (i == 0) return false;
    const std::uint32_t floor = behind_state(n_.all[i - 1].whole.end);
    std::uint32_t at = n_.all[i].whole.begin;
    while (at > floor && is_one_of(lower(at - 1), kArticles)) --at;
    if (at <= floor) return false;
    if (is_read_for(floor, n_.all[i].whole.begin)) return true;
    const std::uint32_t verb = lower(at) == "by" ? verb_of_stand_in(at, floor) : at;
    if (verb == at) return false;
    at = verb;
    while (at > floor && is_one_of(lower(at - 1), kPassive)) --at;
    return at == floor && same_sentence(floor - 1, n_.all[i].whole.begin);
  }

  // "was |represented at the summit in Lima| by": the verb before "by" at `by`; or `by`.
  [[nodiscard]] std::uint32_t verb_of_stand_in(std::uint32_t by, std::uint32_t floor) const {
    constexpr std::uint32_t kReach = 12;
    static constexpr std::array<std::string_view, 3> kWhere{"at", "in", "during"};
    for (std::uint32_t t = by; t > floor && by - t < kReach; --t) {
      if (lower(t - 1) == ",") return by;
      if (lower(t - 1) != "represented") continue;
      return t == by || is_one_of(lower(t), kWhere) ? t - 1 : by;
    }
    return by;
  }

  // "Minister A, in |a speech read on her behalf by| the Director, B": between the two, whose words
  // end at `floor` and begin at `begin`.
  [[nodiscard]] bool is_read_for(std::uint32_t floor, std::uint32_t begin) const {
    constexpr std::uint32_t kReach = 14;  // tokens between the two
    if (begin - floor > kReach || !same_sentence(floor - 1, begin)) return false;
    bool read = false;
    for (std::uint32_t t = floor; t < begin; ++t) {
      const lexicon::Cue* cue = n_.cue(t, n_.cues.stand_in);
      read = read || (cue != nullptr && cue->value == "read");
      if (lower(t) == ";" || n_.state_covering(t)) return false;
    }
    return read;
  }

  // "In |a speech read on his behalf by B|, Minister A thanked the guests": B, for the next.
  [[nodiscard]] bool is_read_before(std::size_t i) const {
    const std::uint32_t floor = n_.sentence(n_.all[i].tokens.begin).begin;
    if (i + 1 >= n_.all.size() || (i > 0 && n_.all[i - 1].tokens.begin >= floor)) return false;
    const Naming& next = n_.all[i + 1];
    if (!same_sentence(floor, next.tokens.begin) || next.offices.empty()) return false;
    const std::uint32_t begin = n_.all[i].whole.begin;
    for (std::uint32_t t = floor; t < begin; ++t) {
      const lexicon::Cue* cue = n_.cue(t, n_.cues.stand_in);
      if (cue != nullptr && cue->value == "read") return true;
    }
    return false;
  }

  // "|Representing the Premier of Anguilla was| A": him of whom only the office is said.
  [[nodiscard]] Other represented_before(const Naming& n) const {
    std::uint32_t at = n.whole.begin;
    const std::string_view verb = at > 1 ? lower(at - 1) : std::string_view();
    if (verb != "was" && verb != "is" && verb != "came") return {};
    const std::uint32_t office = n_.office_before(--at);
    if (office == kNobody || n_.offices[office].plural || !n_.offices[office].state) return {};
    at = n_.offices[office].tokens.begin;
    while (at > 0 && (lower(at - 1) == "the" || lower(at - 1) == "its")) --at;
    const bool instead = at > 0 && lower(at - 1) == "representing";
    return instead ? Other{kNobody, office} : Other{};
  }

  static bool tells_of_coming(std::string_view word) {
    return word == "," || word == "came" || word == "attended" || word == "spoke" ||
           word == "sat" || word == "was" || word == "there" || word == "participated" ||
           word == "took" || word == "part" || word == "the" || word == "signed" ||
           word == "appeared" || word == "his" || word == "her";
  }

  // The words behind the naming, or its last office, that say that it comes for another.
  [[nodiscard]] const Match* stand_in_words(const Naming& n) const {
    const auto other = [&](std::uint32_t t) -> const Match* {
      const Match* match = nullptr;
      const lexicon::Cue* cue =
          same_sentence(t, n.tokens.begin) ? n_.cue(t, n_.cues.stand_in, &match) : nullptr;
      return cue != nullptr && cue->value == "other" ? match : nullptr;
    };
    const bool joint = lower(n.whole.end) == "," || lower(n.whole.end) == "(";
    const Match* match = other(n.whole.end + (joint ? 1 : 0));
    if (match == nullptr && !n.offices.empty()) match = other(n.offices.back().tokens.begin);
    return match;
  }

  [[nodiscard]] std::uint32_t after_honorifics(std::uint32_t t) const {
    for (int more = 0; more < 3 && t < doc_.size(); ++more) {
      const Match* honorific = n_.t.matches.find(t, lexicon::Channel::honorific);
      if (honorific == nullptr || n_.office_after(t) != kNobody) break;
      t = honorific->tokens.end;
      t = n_.behind_the(t);
    }
    return t;
  }

  // Both are of one state.
  void share_state(Naming& n, const Other& other) {
    if (other.office != kNobody && !n_.offices[other.office].state) {
      // "for the President of the Transition, |Head of State of Chad|"
      Office& office = n_.offices[other.office];
      const std::uint32_t end = office.tokens.end;
      const std::uint32_t more = lower(end) == "," ? n_.office_after(end + 1) : kNobody;
      if (more != kNobody) office.state = n_.offices[more].state;
    }
    Named& theirs =
        other.naming != kNobody ? n_.all[other.naming].state : n_.offices[other.office].state;
    if (!n.state && !n.body && theirs) n.state = theirs;
    if (!theirs && n.state) theirs = n.state;
  }

  Namings& n_;
  const text::Document& doc_;
};

}  // namespace

void take_possessors(Namings& namings) { Possessors(namings).run(); }

}  // namespace rapporteur::names
