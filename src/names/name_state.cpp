// The state that stands beside a name: "X (Tanzania)", "X of Zimbabwe", "India's X".

#include <algorithm>
#include <array>
#include <string_view>

#include "naming.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using tagger::Label;
using tagger::Tag;

class NameState {
 public:
  explicit NameState(const Namings& namings) : n_(namings), t_(namings.t), doc_(namings.doc) {}

  // "X (Tanzania)", "X of Zimbabwe", "India's X", "Indian X".
  void take(Naming& n) const {
    if (n.state || take_state_before_bracket(n)) return;
    const std::uint32_t end = n.whole.end;
    const bool bracket = lower(end) == "(";
    const bool origin =
        lower(end + 1) == "from" || lower(end + 1) == "for" || lower(end + 1) == "of";
    if (lower(end) == "," && origin && take_origin(n)) return;
    if (bracket || lower(end) == "of" || lower(end) == "from") {
      std::uint32_t next = end + 1;
      if (bracket && (lower(next) == "for" || lower(next) == "of" || lower(next) == "from")) ++next;
      next = n_.behind_the(next);
      const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
      const std::string_view after = tag != nullptr ? lower(tag->tokens.end) : std::string_view();
      // "Foreign Minister A |from Accra|"
      const Named seat = tag != nullptr && lower(end) == "from" && !n.offices.empty()
                             ? n_.state_or_capital(*tag)
                             : Named{};
      if (seat && tag->label == Label::place && same_sentence(end, next)) {
        n.state = seat;
        n.whole.end = tag->tokens.end;
        return;
      }
      const bool closed =
          tag != nullptr && (!bracket || after == ")" || after == "," || after == ";");
      if (bracket && after == ")" && !n.body && n.offices.empty() && is_organisation(tag)) {
        n.body = {tag->id, doc_.span(tag->tokens)};  // "A (European Union)"
        n.whole.end = tag->tokens.end + 1;
        return;
      }
      if (tag != nullptr && tag->label == Label::state && closed && same_sentence(end, next)) {
        n.state = {tag->id, doc_.span(tag->tokens)};
        n.whole.end = tag->tokens.end + (bracket && after == ")" ? 1 : 0);
        return;
      }
    }
    if (lower(end) == "," && take_state_behind_comma(n)) return;
    if (lower(end) == "of" && (take_organ_of_state(n) || take_body(n))) return;
    if (n.whole.begin == 0 || take_of_guest(n)) return;
    std::uint32_t before = n.whole.begin - 1;
    // "the Philippines|'| X", but no quote that opens
    const bool plural = doc_.lower(before) == "'" && !doc_.space_before(before);
    if ((plural || doc_.lower(before) == "'s") && before > 0) --before;
    const Tag* tag = t_.tags.covering(before);
    if (tag == nullptr || !same_sentence(before, n.tokens.begin)) return;
    const bool genitive = before != n.whole.begin - 1;
    // "Member of the State Council of the Republic of X NAME"
    const bool of =
        tag->label == Label::state && tag->tokens.begin > 1 &&
        (lower(tag->tokens.begin - 1) == "of" ||
         (lower(tag->tokens.begin - 1) == "the" && lower(tag->tokens.begin - 2) == "of"));
    if (of && !genitive && n.offices.empty()) n.state = {tag->id, doc_.span(tag->tokens)};
    if (tag->label == Label::body && genitive && tag->id != npos && !n.body) {
      n.body = {tag->id, doc_.span(tag->tokens)};  // "the ICRC's X"
    }
    if (tag->label == Label::nationality || (tag->label == Label::state && genitive)) {
      n.state = {tag->id, doc_.span(tag->tokens)};
      n.whole.begin = tag->tokens.begin;
    }
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  [[nodiscard]] bool is_organisation(const Tag* tag) const {
    return tag != nullptr && tag->label == Label::body && tag->id != npos &&
           t_.catalogue.bodies()[tag->id].kind == catalogue::BodyKind::organisation;
  }

  // "the foreign ministers of Peru |(X)|, Chile (Y) and Bolivia (Z)"
  bool take_state_before_bracket(Naming& n) const {
    const std::uint32_t begin = n.whole.begin;
    if (begin < 2 || lower(begin - 1) != "(" || lower(n.whole.end) != ")") return false;
    const Tag* tag = t_.tags.covering(begin - 2);
    const bool state = tag != nullptr && tag->label == Label::state;
    if (!state || !same_sentence(begin - 2, begin)) return false;
    n.state = {tag->id, doc_.span(tag->tokens)};
    return true;
  }

  // "her Peruvian |guest|, X", "his |visitor| from Peru, X"
  bool take_of_guest(Naming& n) const {
    static constexpr std::array<std::string_view, 4> kNouns{"guest", "visitor", "host", "caller"};
    const std::uint32_t end = lower(n.whole.begin - 1) == "," ? n.whole.begin - 1 : n.whole.begin;
    if (end < 2) return false;
    const Tag* tag = t_.tags.covering(end - 1);
    const bool from = tag != nullptr && tag->label == Label::state && tag->tokens.begin > 1 &&
                      lower(tag->tokens.begin - 1) == "from" &&
                      is_one_of(lower(tag->tokens.begin - 2), kNouns);
    if (!from && is_one_of(lower(end - 1), kNouns)) tag = t_.tags.covering(end - 2);
    const bool whose = tag != nullptr && tag->label == Label::nationality;
    if ((!from && !whose) || !same_sentence(tag->tokens.begin, n.tokens.begin)) return false;
    n.state = {tag->id, doc_.span(tag->tokens)};
    return true;
  }

  // "Deputy Speaker X of the parliament of Serbia"
  bool take_organ_of_state(Naming& n) const {
    constexpr std::uint32_t kLongest = 5;  // tokens of the organ
    const std::uint32_t end = n.whole.end;
    if (lower(end + 1) != "the" || n.offices.empty()) return false;
    for (std::uint32_t t = end + 2; t < end + 2 + kLongest && t < doc_.size(); ++t) {
      if (doc_.is_punctuation(t) || !same_sentence(end, t)) return false;
      if (lower(t) != "of") continue;
      std::uint32_t next = t + 1;
      next = n_.behind_the(next);
      const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
      if (tag == nullptr || tag->label != Label::state) continue;
      n.state = {tag->id, doc_.span(tag->tokens)};
      return true;
    }
    return false;
  }

  // "Secretary General X |of the Union|": of those who serve a body, or a state's that is none.
  bool take_body(Naming& n) const {
    if (n.offices.empty() || n.body || n.offices.front().office == npos) return false;
    const catalogue::OfficeLevel level = t_.catalogue.offices()[n.offices.front().office].level;
    const bool serves = level == catalogue::OfficeLevel::body_head ||
                        level == catalogue::OfficeLevel::body_official;
    const std::uint32_t at = n_.behind_the(n.whole.end + 1);
    const Tag* tag = serves && at < doc_.size() ? t_.tags.starting(at) : nullptr;
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos &&
                      same_sentence(at, n.tokens.begin);
    if (!body) return false;
    n.body = {tag->id, doc_.span(tag->tokens)};
    n.whole.end = tag->tokens.end;
    return true;
  }

  // "the ministers of Peru, |A|, of Chile, |B|": the states stand before the names.
  [[nodiscard]] bool stands_behind_state(const Naming& n) const {
    const std::uint32_t comma = n.whole.begin - 1;
    if (n.whole.begin < 3 || lower(comma) != ",") return false;
    const Tag* tag = t_.tags.covering(comma - 1);
    if (tag == nullptr || tag->label != Label::state || tag->tokens.begin == 0) return false;
    std::uint32_t of = tag->tokens.begin - 1;
    if (lower(of) == "the" && of > 0) --of;
    return lower(of) == "of";
  }

  // "X, from Paraguay; Y, for Uruguay", "the presidents X, of Peru, and Y, of Chile"
  bool take_origin(Naming& n) const {
    std::uint32_t at = n.whole.end + 2;
    at = n_.behind_the(at);
    const Tag* tag = at < doc_.size() ? t_.tags.starting(at) : nullptr;
    const bool state =
        tag != nullptr && tag->label == Label::state && same_sentence(at, n.tokens.begin);
    if (!state || stands_behind_state(n)) return false;
    const std::string_view next = lower(tag->tokens.end);
    if (next != "," && next != ";" && next != "." && next != "and") return false;
    n.state = {tag->id, doc_.span(tag->tokens)};
    n.whole.end = tag->tokens.end;
    return true;
  }

  // "X (Minister of Trade, Rwanda)", "X, Prime Minister, Federation of St Kitts and Nevis;".
  bool take_state_behind_comma(Naming& n) const {
    std::uint32_t at = n.whole.end + 1;
    while (at < doc_.size() && t_.tags.starting(at) == nullptr && is_title_of_state(at)) ++at;
    const Tag* tag = at < doc_.size() ? t_.tags.starting(at) : nullptr;
    if (tag == nullptr || tag->label != Label::state || !same_sentence(at, n.tokens.begin)) {
      return false;
    }
    const std::string_view next = lower(tag->tokens.end);
    const bool full = tag->tokens.begin > n.whole.end + 1 || tag->tokens.size() > 1;
    const bool more = full && !n.offices.empty() && (next == "and" || next == ",");
    if (more) {  // "A, Minister of Trade, Republic of X and Chair of the Council"
      n.state = {tag->id, doc_.span(tag->tokens)};
      return true;
    }
    // "A, Deputy Foreign Minister, Peru, took part", "A, Secretary of Trade, the Philippines"
    if (!n.offices.empty() && is_closed(*tag)) {
      n.state = {tag->id, doc_.span(tag->tokens)};
      n.whole.end = tag->tokens.end;
      return true;
    }
    // "General A, Kingdom of Saudi Arabia; General B, State of Kuwait; ..."
    const bool listed = next == ";" && full && n.offices.empty();
    if (next != ")" && !listed && (n.offices.empty() || (next != ";" && next != "."))) return false;
    n.state = {tag->id, doc_.span(tag->tokens)};
    n.whole.end = tag->tokens.end + (next == ")" ? 1 : 0);
    return true;
  }

  // The line ends with the state, or its clause goes on: no further state of a list follows.
  [[nodiscard]] bool is_closed(const Tag& state) const {
    std::uint32_t at = state.tokens.end;
    if (!same_sentence(at, state.tokens.begin)) return true;
    if (lower(at) == ",") ++at;
    const bool joint = lower(at) == "and";
    if (joint) ++at;
    if (!same_sentence(at, state.tokens.begin)) return false;
    if (is_represented(at)) return false;
    if (at == state.tokens.end) {  // "A, Secretary of Trade, Peru |chaired|"
      return t_.lexicon.cue_at(t_.matches, at, t_.lexicon.cue_class("attend")) != nullptr ||
             t_.lexicon.cue_at(t_.matches, at, t_.lexicon.cue_class("person_verb")) != nullptr;
    }
    const Tag* next = t_.tags.starting(n_.behind_the(at));
    if (next != nullptr) return next->label == Label::person;
    return joint ? t_.matches.find(at, lexicon::Channel::honorific) != nullptr
                 : doc_.shape(at) == text::Shape::lower;
  }

  // "A, Minister of Trade, Peru |was represented by| B": a state of its own.
  [[nodiscard]] bool is_represented(std::uint32_t verb) const {
    constexpr std::uint32_t kNear = 4;
    for (std::uint32_t t = verb; t < std::min(verb + kNear, doc_.size()); ++t) {
      if (lower(t) == "represented") return lower(t + 1) == "by";
    }
    return false;
  }

  // "the Kingdom of"
  [[nodiscard]] bool is_title_of_state(std::uint32_t t) const {
    const std::string_view word = lower(t);
    return word == "the" || word == "of" || word == "federation" || word == "commonwealth" ||
           word == "republic" || word == "kingdom" || word == "state";
  }

  const Namings& n_;
  const Text& t_;
  const text::Document& doc_;
};

}  // namespace

void take_state(const Namings& namings, Naming& n) { NameState(namings).take(n); }

namespace {

// "Minister", "Deputy Minister": of what is not said.
bool is_bare_minister(const catalogue::Catalogue& catalogue, const Office& office) {
  if (office.office == npos || office.words.size() != 1) return false;
  const std::string_view id = catalogue.offices()[office.office].id;
  const bool minister = id == "minister" || id == "deputy_minister" || id == "cabinet_secretary";
  return minister && office.text.find(" of ") == std::string::npos &&
         office.text.find(" for ") == std::string::npos;
}

}  // namespace

void take_matter(const Namings& n, Naming& naming) {
  constexpr int kMost = 4;  // matters
  const std::uint32_t from = naming.whole.end;
  if (naming.offices.size() != 1 || (n.lower(from) != "of" && n.lower(from) != "for")) return;
  Office& office = naming.offices.front();
  if (!is_bare_minister(n.t.catalogue, office)) return;
  std::uint32_t end = from;
  for (int more = 0; more < kMost; ++more) {
    std::uint32_t at = end + 1;
    if (n.lower(end) == "," && n.lower(at) == "and") ++at;
    const bool joined =
        more == 0 || n.lower(end) == "and" || n.lower(end) == "," || n.lower(end) == "&";
    const lexicon::Match* m =
        joined && at < n.doc.size() ? n.t.matches.find(at, lexicon::Channel::portfolio) : nullptr;
    if (m == nullptr || !n.doc.is_capital(at) || !n.same_sentence(from, at)) break;
    if (n.office_after(at) != kNobody) break;
    end = m->tokens.end;
  }
  if (end == from) return;
  office.words.push_back(n.doc.span({from, end}));
  office.text += ' ';
  for (const char c : n.doc.slice(office.words.back())) office.text += c == '\n' ? ' ' : c;
  naming.whole.end = end;
}

}  // namespace rapporteur::names
