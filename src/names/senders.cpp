// States that send somebody: "Iran and Turkey were led by A and B".

#include <algorithm>
#include <array>
#include <vector>

#include "name_list.h"
#include "naming.h"

namespace rapporteur::names {

namespace {

using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

constexpr std::uint32_t kSenderReach = 9;  // tokens between "was represented by" and a name

bool opens_clause(std::string_view word) {
  return word == ";" || word == ":" || word == "while" || word == "whereas" || word == "but";
}

class Senders {
 public:
  explicit Senders(Namings& namings) : n_(namings), lists_(namings) {}

  void run() {
    for (std::uint32_t t = 0; t < n_.doc.size(); ++t) {
      const Match* match = nullptr;
      const lexicon::Cue* cue = n_.cue(t, n_.cues.sends, &match);
      const bool sends = cue != nullptr && cue->value != "acts";
      if (sends) senders(match->tokens, cue->value == "near", cue->value == "direct");
      if (!sends && n_.lower(t) == "represented") represented(t);
      if (!sends && (n_.lower(t) == "led" || n_.lower(t) == "headed")) led(t);
      if (!sends && n_.lower(t + 1) == "by") seat(t);
    }
  }

 private:
  // "Iran was |represented| at the summit in Accra |by| A"
  void represented(std::uint32_t verb) {
    const std::uint32_t end = behind_by(verb);
    if (end > verb) senders({verb - 1, end}, false, false);
  }

  // "The Kenyan delegation was |led| at the talks with Somalia |by| A"
  void led(std::uint32_t verb) {
    constexpr std::uint32_t kNear = 4;  // tokens of "delegation will be"
    const std::uint32_t end = behind_by(verb);
    const std::uint32_t floor = n_.sentence(verb).begin;
    for (std::uint32_t t = verb; end > verb && t > floor && verb - t < kNear; --t) {
      const std::string_view noun = n_.lower(t - 1);
      if (noun != "delegation" && noun != "side" && noun != "team") continue;
      return senders({t - 1, end}, true, false);
    }
  }

  // "Oman's |seat| at the summit in Accra was |taken by| A"
  void seat(std::uint32_t verb) {
    static constexpr std::array<std::string_view, 3> kVerbs{"taken", "occupied", "filled"};
    constexpr std::uint32_t kReach = 20;  // tokens of "at the summit of the League in Accra was"
    if (!is_one_of(n_.lower(verb), kVerbs)) return;
    const std::uint32_t floor = n_.sentence(verb).begin;
    for (std::uint32_t t = verb; t > floor && verb - t < kReach; --t) {
      if (n_.lower(t - 1) == "," || n_.lower(t - 1) == ";") return;
      static constexpr std::array<std::string_view, 3> kSeats{"seat", "chair", "place"};
      if (!is_one_of(n_.lower(t - 1), kSeats)) continue;
      return senders({t - 1, verb + 2}, true, false);
    }
  }

  // Behind the "by" of a passive verb that words of place or day follow; or `verb`.
  [[nodiscard]] std::uint32_t behind_by(std::uint32_t verb) const {
    constexpr std::uint32_t kReach = 16;  // tokens from the verb to "by"
    static constexpr std::array<std::string_view, 7> kBe{"was", "were", "is",   "are",
                                                         "be",  "been", "being"};
    static constexpr std::array<std::string_view, 4> kWhere{"at", "in", "on", "during"};
    const TokenRange s = n_.sentence(verb);
    if (verb == s.begin || !is_one_of(n_.lower(verb - 1), kBe)) return verb;
    if (!is_one_of(n_.lower(verb + 1), kWhere)) return verb;
    for (std::uint32_t t = verb + 1; t < std::min(verb + kReach, s.end); ++t) {
      const Tag* tag = n_.t.tags.covering(t);
      if (n_.lower(t) == ";" || (tag != nullptr && tag->label == Label::person)) return verb;
      if (n_.lower(t) == "by") return t + 1;
    }
    return verb;
  }

  // "Iran and Turkey were led by A and B", "Uzbekistan sent only deputy minister A".
  // `near`: "the Iranian delegation led by A": the state right before the words.
  // `direct`: "Norway had Minister A there": the name right behind, with nothing else before.
  void senders(TokenRange words, bool near, bool direct) {
    std::uint32_t at = words.end;
    const std::uint32_t limit = std::min(words.end + kSenderReach, n_.sentence(words.begin).end);
    const std::size_t i = n_.next(at);
    if (i == n_.all.size() || n_.all[i].whole.begin > limit) return;
    if (direct && (n_.all[i].whole.begin > at || !n_.state_covering(words.begin - 1))) return;
    // "The Kenyan |delegation was| received by A": of another state
    const std::string_view last = n_.lower(words.end - 1);
    const bool is = last == "was" || last == "were";
    for (; at < n_.all[i].whole.begin; ++at) {
      if (n_.lower(at) == ";" || n_.state_at(at) || (is && n_.lower(at) == "by")) return;
    }
    std::vector<Named> states;
    if (near) {
      const Tag* tag = owner_of_group(words.begin);
      if (tag != nullptr) states.push_back(n_.state_at(tag->tokens.begin));
      if (states.empty() || !states.front()) return;
    } else {
      states = clause_states(words.begin);
      if (states.empty()) states = state_of_subject(words.begin);
    }
    const std::vector<std::size_t> names = lists_.after(at);
    if (states.empty() || names.empty()) return;
    const bool each = names.size() == states.size();
    for (std::size_t k = 0; k < names.size(); ++k) {
      Naming& naming = n_.all[names[k]];
      if (naming.state || (!each && k > 0 && states.size() > 1)) continue;
      naming.state = each ? states[k] : states.front();
      naming.body = {};
    }
  }

  // "the |Iranian| delegation led by", "a |Kenyan| Government delegation led by"
  [[nodiscard]] const Tag* owner_of_group(std::uint32_t group) const {
    constexpr std::uint32_t kBetween = 3;  // tokens of "high-level parliamentary"
    const std::uint32_t floor = n_.sentence(group).begin;
    for (std::uint32_t t = group; t > floor && group - t <= kBetween; --t) {
      if (const Tag* tag = n_.t.tags.covering(t - 1); tag != nullptr) return tag;
      const bool word = n_.doc.shape(t - 1) == text::Shape::lower || n_.lower(t - 1) == "-" ||
                        n_.lower(t - 1) == "government" || n_.lower(t - 1) == "'s";
      if (!word || n_.lower(t - 1) == "the" || n_.lower(t - 1) == "and") return nullptr;
    }
    return nullptr;
  }

  // "President A of X |was represented by|": that of who stands right before the verb.
  [[nodiscard]] std::vector<Named> state_of_subject(std::uint32_t verb) const {
    const std::size_t next = n_.next(verb);
    if (next == 0 || n_.lower(verb) == "for") return {};
    const Naming& n = n_.all[next - 1];
    const std::uint32_t before = verb > 0 && n_.lower(verb - 1) == "," ? verb - 1 : verb;
    const bool subject = n.whole.end == before && n.state && n_.same_sentence(verb, n.tokens.begin);
    return subject ? std::vector<Named>{n.state} : std::vector<Named>{};
  }

  // The states at the start of the clause whose verb stands at `verb`: its subject.
  std::vector<Named> clause_states(std::uint32_t verb) const {
    if (const Named seat = capital_before(verb); seat) return {seat};
    std::vector<Named> out;
    const std::uint32_t floor = n_.sentence(verb).begin;
    std::uint32_t begin = verb;
    while (begin > floor && !opens_clause(n_.lower(begin - 1))) --begin;
    // A name before the verb is its subject, or ends the clause before.
    for (std::uint32_t t = verb; t > begin; --t) {
      const Tag* tag = n_.t.tags.covering(t - 1);
      const bool person = tag != nullptr && tag->label == Label::person;
      if (person && !is_in_relative(t - 1, begin)) begin = t;
    }
    for (std::uint32_t t = begin; t < verb; ++t) {
      const Tag* tag = n_.t.tags.starting(t);
      if (tag == nullptr || (tag->label != Label::state && tag->label != Label::nationality)) {
        continue;
      }
      out.push_back({tag->id, n_.doc.span(tag->tokens)});
      std::uint32_t next = tag->tokens.end;
      while (is_joint(n_.lower(next))) ++next;
      next = n_.behind_the(behind_relative(next, verb));
      if (next == tag->tokens.end || !n_.state_at(next)) break;
    }
    // "X, Prime Minister of Peru, |Oman was represented by|": one state, the last
    if (out.size() > 1 && n_.lower(verb) == "was") out.erase(out.begin(), out.end() - 1);
    return out;
  }

  // "Angola, whose |A| is ill, was represented by": inside what is said of the state.
  [[nodiscard]] bool is_in_relative(std::uint32_t name, std::uint32_t begin) const {
    constexpr std::uint32_t kLongest = 12;
    for (std::uint32_t t = name; t > begin + 1 && name - t < kLongest; --t) {
      if (n_.lower(t - 1) == ",") return false;
      if (n_.lower(t - 1) == "whose")
        return n_.lower(t - 2) == "," && bool{n_.state_covering(t - 3)};
    }
    return false;
  }

  // "Angola, |which presides,| and Zambia": behind the clause at `at`, or `at`.
  [[nodiscard]] std::uint32_t behind_relative(std::uint32_t at, std::uint32_t limit) const {
    constexpr std::uint32_t kLongest = 12;
    if (n_.lower(at) != "which" && n_.lower(at) != "whose") return at;
    for (std::uint32_t t = at; t < std::min(limit, at + kLongest); ++t) {
      if (n_.lower(t) == ",") return t + 1;
    }
    return at;
  }

  // "|Warsaw| was represented by", "to the talks in Lima |Accra| had sent": the capital for the
  // state.
  [[nodiscard]] Named capital_before(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 12> kWhere{
        "in", "at", "from", "to", "of", "near", "for", "outside", "with", "via", "around", "by"};
    const std::uint32_t floor = n_.sentence(verb).begin;
    if (verb > floor && (n_.lower(verb - 1) == "had" || n_.lower(verb - 1) == "has")) --verb;
    const Tag* tag = verb > floor ? n_.t.tags.covering(verb - 1) : nullptr;
    if (tag == nullptr || tag->label != Label::place) return {};
    const std::uint32_t begin = tag->tokens.begin;
    const bool subject = begin == floor || !is_one_of(n_.lower(begin - 1), kWhere);
    return subject ? n_.state_or_capital(*tag) : Named{};
  }

  Namings& n_;
  NameLists lists_;  // of n_
};

}  // namespace

void share_senders(Namings& namings) { Senders(namings).run(); }

}  // namespace rapporteur::names
