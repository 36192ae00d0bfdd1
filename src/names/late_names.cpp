// "The Maltese premier telephoned his Libyan counterpart. A and B agreed ...": those whom one
// sentence tells by office and state alone are named at the start of the next.

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "naming.h"
#include "state_list.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Match;
using text::TokenRange;

constexpr std::size_t kMost = 4;  // people whom a sentence leaves to the next

class LateNames {
 public:
  explicit LateNames(Namings& namings) : n_(namings), lists_(namings) {}

  void run() {
    for (std::size_t i = 0; i < n_.all.size(); ++i) {
      const std::vector<std::size_t> names = opening(i);
      if (names.empty() || !share(names)) share_all(i);
    }
  }

 private:
  // The bare names that open a sentence, "A and B agreed", the first of which is `i`.
  [[nodiscard]] std::vector<std::size_t> opening(std::size_t i) const {
    const TokenRange s = n_.sentence(n_.all[i].tokens.begin);
    std::uint32_t at = s.begin;
    std::vector<std::size_t> out;
    for (; i < n_.all.size() && out.size() < kMost && is_bare(i); ++i) {
      if (n_.all[i].whole.begin != at) break;
      out.push_back(i);
      at = n_.all[i].whole.end;
      if (n_.lower(at) != "and" && n_.lower(at) != ",") break;
      at += n_.lower(at) == "," && n_.lower(at + 1) == "and" ? 2 : 1;
    }
    // "A, an analyst, said": told by somebody else
    const std::string_view next = n_.lower(at);
    const bool acts = at < s.end && n_.doc.shape(at) == text::Shape::lower && next != "of" &&
                      next != "from" && next != "at" && next != "and";
    const bool closed = !out.empty() && n_.all[out.back()].whole.end == at;
    return acts && closed ? out : std::vector<std::size_t>{};
  }

  // Of nobody's office and state, and named for the first time.
  [[nodiscard]] bool is_bare(std::size_t i) const {
    const Naming& n = n_.all[i];
    if (n.state || n.body || !n.offices.empty() || n.tokens.size() < 2) return false;
    const std::string_view family = n_.lower(n.tokens.end - 1);
    return std::none_of(n_.all.begin(), n_.all.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const Naming& o) { return n_.lower(o.tokens.end - 1) == family; });
  }

  // "The leaders of X, Y and Z are here. A is welcoming B and C": three or more, wherever they
  // stand.
  void share_all(std::size_t first) {
    constexpr std::size_t kFew = 3;
    const std::uint32_t sentence = n_.doc.sentence_of(n_.all[first].tokens.begin);
    if (first > 0 && n_.doc.sentence_of(n_.all[first - 1].tokens.begin) == sentence) return;
    std::vector<std::size_t> names;
    for (std::size_t i = first; i < n_.all.size(); ++i) {
      if (n_.doc.sentence_of(n_.all[i].tokens.begin) != sentence) break;
      if (!is_bare(i)) return;
      names.push_back(i);
    }
    if (names.size() >= kFew) share(names);
  }

  bool share(const std::vector<std::size_t>& names) {
    const std::uint32_t sentence = n_.doc.sentence_of(n_.all[names.front()].tokens.begin);
    if (sentence == 0 || n_.doc.sentences()[sentence].role != text::LineRole::body) return false;
    const std::vector<Office> told = told_in(n_.doc.sentences()[sentence - 1].tokens);
    if (told.size() != names.size()) return false;
    for (std::size_t k = 0; k < names.size(); ++k) {
      Naming& n = n_.all[names[k]];
      n.state = told[k].state;
      const bool level = told[k].text.ends_with("eader");  // "leaders" says how high, not what
      if (!level) n.offices.push_back(told[k]);
    }
    // "A met |his Peruvian counterpart B|": now that the office of A is known
    for (std::size_t i = names.back() + 1; i < n_.all.size(); ++i) {
      if (n_.doc.sentence_of(n_.all[i].tokens.begin) != sentence) break;
      if (n_.all[i].offices.empty()) take_relative(n_, i);
    }
    return true;
  }

  // The offices of a sentence that have a state and no holder, each state once.
  [[nodiscard]] std::vector<Office> told_in(TokenRange s) const {
    std::vector<Office> out;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (const std::uint32_t o = n_.office_starting[t]; o != kNobody && !n_.used[o]) {
        add_holders(o, out);
      } else if (const Match* match = nullptr;
                 n_.cue(t, n_.cues.counterpart, &match) != nullptr && !out.empty()) {
        add_counterpart(match->tokens, out);
      }
    }
    for (std::size_t k = 1; k < out.size(); ++k) {
      for (std::size_t back = 0; back < k; ++back) {
        if (out[back].state.id == out[k].state.id) return {};
      }
    }
    return out;
  }

  void add_holders(std::uint32_t o, std::vector<Office>& out) const {
    Office office = n_.offices[o];
    if (office.office == npos || office.former) return;
    Mention m{office.tokens, MentionKind::office, kNobody, o, {}};
    if (office.state) m.states.push_back(office.state);
    if (office.plural) {
      lists_.after(office.tokens.end, m);
      make_singular(n_.t.catalogue, office);
    }
    for (const Named& state : m.states) {
      office.state = state;
      office.plural = false;
      out.push_back(office);
    }
  }

  // "his |Libyan| counterpart": in the office of the first, where nobody is named behind it.
  void add_counterpart(TokenRange words, std::vector<Office>& out) const {
    const Named state = words.begin > 0 ? n_.state_covering(words.begin - 1) : Named{};
    const std::size_t next = n_.next(words.end);
    const bool named = next < n_.all.size() && n_.all[next].whole.begin <= words.end + 1 &&
                       n_.same_sentence(words.begin, n_.all[next].whole.begin);
    if (!state || named) return;
    Office office = out.front();
    office.state = state;
    out.push_back(std::move(office));
  }

  Namings& n_;
  StateLists lists_;  // of n_
};

}  // namespace

void share_late_names(Namings& namings) { LateNames(namings).run(); }

}  // namespace rapporteur::names
