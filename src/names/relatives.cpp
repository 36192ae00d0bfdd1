// Who is named by another's side: "his Chinese counterpart Wang Yi", "his deputy, A".

#include <algorithm>
#include <string_view>
#include <utility>

#include "naming.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

class Relatives {
 public:
  explicit Relatives(Namings& namings) : n_(namings), t_(namings.t), doc_(namings.doc) {}

  // "his Chinese counterpart Wang Yi", "her counterpart from Benin, X", "Almendras, his Bolivian
  // opposite number".
  void take_counterpart(std::size_t i) {
    Naming& n = n_.all[i];
    const TokenRange s = n_.sentence(n.tokens.begin);
    const std::uint32_t from = n.whole.begin > s.begin + 7 ? n.whole.begin - 7 : s.begin;
    const std::uint32_t to = std::min(n.whole.end + 7, s.end);
    for (std::uint32_t t = from; t < to; ++t) {
      const Match* m = nullptr;
      const lexicon::Cue* cue = n_.cue(t, n_.cues.counterpart, &m);
      if (cue == nullptr || cue->value != "one") continue;
      Named state = t > s.begin ? n_.state_covering(t - 1) : Named{};
      std::uint32_t end = m->tokens.end;
      const bool seat =
          lower(end) == "in" && !state;  // "his counterpart in |the Omani government|"
      if (lower(end) == "from" || lower(end) == "of" || seat) {
        std::uint32_t next = end + 1;
        next = n_.behind_the(next);
        const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
        const bool adjective =
            seat && tag != nullptr && tag->label == Label::nationality &&
            (lower(tag->tokens.end) == "government" || lower(tag->tokens.end) == "cabinet");
        if (tag != nullptr && (tag->label == Label::state || adjective)) {
          state = {tag->id, doc_.span(tag->tokens)};
          end = tag->tokens.end;
        }
      }
      if (lower(end) == "," || is_copula(end)) ++end;
      end = behind_led(end);
      const bool before = end == n.whole.begin;
      const bool behind = lower(n.whole.end) == "," || is_copula(n.whole.end);
      const bool after = m->tokens.begin >= n.whole.end && behind &&
                         (is_possessive(lower(n.whole.end + 1)) || is_said_to_be(n.whole.end + 1));
      if (!before && !after) continue;
      if (!n.state && state) n.state = state;
      if (const Office* earlier = owner_office(i, m->tokens.begin);
          n.offices.empty() && earlier != nullptr) {
        Office o = n_.fullest(*earlier, i);
        o.state = {};
        o.body = {};
        n.offices.push_back(std::move(o));
      }
      n.whole.begin = std::min(n.whole.begin, m->tokens.begin);
      return;
    }
  }

  // "let |his deputy, A|, take his place", "|A, her deputy|": the deputy of the one named before.
  void take_deputy(std::size_t i) {
    Naming& n = n_.all[i];
    if (!n.offices.empty()) return;
    const std::uint32_t begin = n.whole.begin;
    if (begin < 2) return;
    const std::uint32_t before = begin > 0 && lower(begin - 1) == "," ? begin - 1 : begin;
    std::uint32_t word = kNobody;
    if (is_deputy(before - 1)) {
      word = before - 1;
    } else if (lower(n.whole.end) == "," && is_deputy(n.whole.end + 2)) {
      word = n.whole.end + 2;
    }
    if (word == kNobody || !same_sentence(word, n.tokens.begin)) return;
    if (const std::uint32_t master = unnamed_master(word); master != kNobody) {
      return deputise(n, word, n_.offices[master], n_.offices[master].state, {});
    }
    if (i == 0) return;
    const Naming& owner = n_.all[i - 1];
    const bool near = doc_.sentence_of(word) - doc_.sentence_of(owner.tokens.begin) <= 1;
    if (!near) return;
    if (owner.offices.empty()) {  // "Oman's A sent his deputy, B"
      if (!n.state && !n.body) n.state = owner.state;
      return;
    }
    deputise(n, word, owner.offices.front(), owner.state, owner.body);
  }

  // "Instead of |the Omani minister| came his deputy": an office without a name, told before the
  // word and behind all names; or kNobody.
  [[nodiscard]] std::uint32_t unnamed_master(std::uint32_t word) const {
    const std::uint32_t begin = n_.sentence(word).begin;
    for (std::uint32_t t = word; t > begin; --t) {
      const tagger::Tag* tag = t_.tags.covering(t - 1);
      if (tag != nullptr && tag->label == tagger::Label::person) return kNobody;
      const std::uint32_t office = n_.office_before(t);
      if (office == kNobody) continue;
      const Office& o = n_.offices[office];
      return o.state && !o.plural && !o.former ? office : kNobody;
    }
    return kNobody;
  }

  void deputise(Naming& n, std::uint32_t word, Office o, const Named& state, const Named& body) {
    o.office = npos;
    o.text = "deputy " + o.text;
    o.words.insert(o.words.begin(), doc_.span({word, word + 1}));
    n.offices.push_back(std::move(o));
    if (!n.state) n.state = state;
    if (!n.body) n.body = body;
    n.whole.begin = std::min(n.whole.begin, word);
    n.whole.end = std::max(n.whole.end, word + 1);
  }

 private:
  // "A held talks with Prime Minister B and his counterpart |C|", "A was received by President B
  // and talked with his counterpart C": A's counterpart. Else of the one named last.
  [[nodiscard]] const Office* owner_office(std::size_t i, std::uint32_t counterpart) const {
    constexpr std::uint32_t kNear = 8;  // tokens of "and then had talks with his Mozambican"
    const std::uint32_t begin = n_.sentence(counterpart).begin;
    const std::uint32_t last = i > 0 ? std::max(begin, n_.all[i - 1].whole.end) : begin;
    bool joined = false;
    for (std::uint32_t t = counterpart; t > last && counterpart - t < kNear; --t) {
      joined = joined || lower(t - 1) == "and";
    }
    std::size_t first = i;
    while (first > 0 && n_.all[first - 1].tokens.begin >= begin) --first;
    if (first == i) {
      const std::uint32_t unnamed = unnamed_owner(begin, counterpart);
      if (unnamed != kNobody) return &n_.offices[unnamed];
    }
    if (!joined || first + 1 >= i) return n_.owner_office(i);
    if (!n_.all[first].offices.empty()) return &n_.shared_office(n_.all[first]);
    const std::string_view name = lower(n_.all[first].tokens.end - 1);
    for (std::size_t back = 0; back < first; ++back) {
      const bool same = lower(n_.all[back].tokens.end - 1) == name;
      if (same && !n_.all[back].offices.empty()) return &n_.shared_office(n_.all[back]);
    }
    return n_.owner_office(i);
  }

  // "|The Prime Minister| called on his Omani counterpart": who acts, by his office alone, between
  // the two tokens; or kNobody.
  [[nodiscard]] std::uint32_t unnamed_owner(std::uint32_t begin, std::uint32_t counterpart) const {
    constexpr std::uint32_t kReach = 16;
    for (std::uint32_t t = counterpart; t > begin && counterpart - t < kReach; --t) {
      const std::uint32_t office = n_.office_ending[t];
      if (office == kNobody) continue;
      const Office& o = n_.offices[office];
      const std::uint32_t at = o.tokens.begin;
      const bool subject = !o.plural && at > 0 && lower(at - 1) == "the" &&
                           (at < 2 || (lower(at - 2) != "by" && lower(at - 2) != "with" &&
                                       lower(at - 2) != "of" && lower(at - 2) != "to"));
      if (subject && o.tokens.begin >= begin) return office;
    }
    return kNobody;
  }

  // "its Iraqi counterpart, |led by| A": behind the words, or `at`.
  [[nodiscard]] std::uint32_t behind_led(std::uint32_t at) const {
    if (lower(at) == "under") return at + 1;
    const bool led = lower(at) == "led" || lower(at) == "headed";
    return led && lower(at + 1) == "by" ? at + 2 : at;
  }

  // "Almendras, |his| Bolivian opposite number", but "A, on Friday, met his Japanese counterpart"
  [[nodiscard]] static bool is_possessive(std::string_view word) {
    return word == "his" || word == "her" || word == "their" || word == "the" || word == "a";
  }

  // "A, |who is| his Japanese counterpart"
  [[nodiscard]] bool is_said_to_be(std::uint32_t t) const {
    return lower(t) == "who" && is_copula(t + 1) && is_possessive(lower(t + 2));
  }

  // "his Peruvian counterpart |was| A"
  [[nodiscard]] bool is_copula(std::uint32_t t) const {
    return lower(t) == "is" || lower(t) == "was";
  }

  // "his |deputy|"
  [[nodiscard]] bool is_deputy(std::uint32_t t) const {
    return t > 0 && lower(t) == "deputy" && (lower(t - 1) == "his" || lower(t - 1) == "her");
  }

  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  Namings& n_;
  const Text& t_;
  const text::Document& doc_;
};

}  // namespace

void take_relative(Namings& namings, std::size_t naming) {
  Relatives relatives(namings);
  relatives.take_counterpart(naming);
  relatives.take_deputy(naming);
}

}  // namespace rapporteur::names
