// Who is who. Each person gets the offices that stand next to the name (title before it,
// apposition after it); a list after a plural office shares it out; later mentions by a part of
// the name, by the office or as "his counterpart" lead back to the person.

#include "rapporteur/names/cast.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

// A name in the text with what stands beside it.
struct Naming {
  TokenRange tokens;  // of the name
  TokenRange whole;   // with titles
  std::vector<Office> offices;
  Named state;
  Named body;
};

class Work {
 public:
  Work(const Text& text, lexicon::CueClass collective, lexicon::CueClass counterpart,
       lexicon::CueClass delegate)
      : t_(text),
        doc_(text.doc),
        collective_(collective),
        counterpart_(counterpart),
        delegate_(delegate) {}

  Cast run() {
    cast_.offices = find_offices(t_);
    index_offices();
    for (const Tag& tag : t_.tags.all()) {
      if (tag.label == Label::person) namings_.push_back(name(tag));
    }
    for (std::size_t i = 0; i < namings_.size(); ++i) attach(i);
    share_plurals();
    join_semicolons();
    gather();
    add_unnamed();
    add_collectives();
    std::sort(cast_.mentions.begin(), cast_.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
    cast_.index(doc_.size());
    return std::move(cast_);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const {
    return t < doc_.size() ? doc_.lower(t) : std::string_view();
  }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return a < doc_.size() && b < doc_.size() && doc_.sentence_of(a) == doc_.sentence_of(b);
  }

  void index_offices() {
    office_ending_.assign(doc_.size() + 1, kNobody);
    office_starting_.assign(doc_.size() + 1, kNobody);
    used_.assign(cast_.offices.size(), false);
    for (std::uint32_t i = 0; i < cast_.offices.size(); ++i) {
      office_ending_[cast_.offices[i].tokens.end] = i;
      office_starting_[cast_.offices[i].tokens.begin] = i;
    }
  }

  Naming name(const Tag& tag) {
    Naming n;
    n.tokens = tag.tokens;
    n.whole = tag.tokens;
    n.whole.begin = skip_honorifics_back(tag.tokens.begin);
    n.tokens.begin = with_title_name(tag.tokens.begin);
    // "Babagana Monguno (rtd)"
    if (lower(n.whole.end) == "(" && lower(n.whole.end + 2) == ")" &&
        (lower(n.whole.end + 1) == "rtd" || lower(n.whole.end + 1) == "ret'd" ||
         lower(n.whole.end + 1) == "retd")) {
      n.whole.end += 3;
    }
    return n;
  }

  // "Sheikh" and "Sayyid" are part of the name.
  [[nodiscard]] std::uint32_t with_title_name(std::uint32_t at) const {
    if (at == 0) return at;
    for (const Match& m : t_.matches.at(at - 1)) {
      if (m.channel != Channel::honorific || m.tokens.end != at) continue;
      const catalogue::Honorific& h = t_.catalogue.honorifics()[m.id];
      if (h.part_of_name && same_sentence(at - 1, at)) return at - 1;
    }
    return at;
  }

  // The start of the honorifics that stand right before `at`.
  [[nodiscard]] std::uint32_t skip_honorifics_back(std::uint32_t at) const {
    for (bool moved = true; moved && at > 0;) {
      moved = false;
      if (office_ending_[at] != kNobody) break;  // "Secretary-General X" is no General
      for (std::uint32_t back = 1; back <= 4 && back <= at && !moved; ++back) {
        for (const Match& m : t_.matches.at(at - back)) {
          const bool military = m.channel == Channel::honorific && m.tokens.end == at;
          if (!military || !same_sentence(at - back, at)) continue;
          at -= back;
          moved = true;
          break;
        }
      }
      if (!moved && at > 1 && lower(at - 1) == "the" && is_honorific_end(at - 1)) {
        --at;  // "Dr. the Hon."
        moved = true;
      }
    }
    return at;
  }

  [[nodiscard]] bool is_honorific_end(std::uint32_t end) const {
    for (std::uint32_t back = 1; back <= 3 && back <= end; ++back) {
      for (const Match& m : t_.matches.at(end - back)) {
        if (m.channel == Channel::honorific && m.tokens.end == end) return true;
      }
    }
    return false;
  }

  // An office that ends at `end` and is free: its number, or kNobody.
  [[nodiscard]] std::uint32_t office_before(std::uint32_t end) const {
    const std::uint32_t i = office_ending_[end];
    return i != kNobody && !used_[i] && same_sentence(cast_.offices[i].tokens.begin, end - 1)
               ? i
               : kNobody;
  }
  [[nodiscard]] std::uint32_t office_after(std::uint32_t begin) const {
    return begin < doc_.size() ? office_starting_[begin] : kNobody;
  }

  void take(Naming& n, std::uint32_t office) {
    const Office& o = cast_.offices[office];
    used_[office] = true;
    n.offices.push_back(o);
    n.whole.begin = std::min(n.whole.begin, o.tokens.begin);
    n.whole.end = std::max(n.whole.end, o.tokens.end);
    if (!n.state && o.state) n.state = o.state;
    if (!n.body && o.body) n.body = o.body;
  }

  void attach(std::size_t i) {
    Naming& n = namings_[i];
    take_titles(n);
    take_states(n);
    if (n.offices.empty()) take_apposition(n);
    take_states(n);
    take_possessor(n);
    take_counterpart(i);
  }

  // "Deputy Prime Minister and Minister of Foreign Affairs of Vietnam Bui Thanh Son".
  void take_titles(Naming& n) {
    std::uint32_t at = n.whole.begin;
    std::uint32_t office = office_before(at);
    // "the Inspector-General of Police, Alkali Baba Usman", "Foreign Minister: X"
    if (office == kNobody && at > 1) {
      std::uint32_t comma = at - 1;
      if (lower(comma) == "\"" && comma > 0) --comma;
      const bool joined = lower(comma) == "," || lower(comma) == ":" || lower(comma) == "-";
      // An acronym of the office: "the National Security Adviser (NSA), X".
      std::uint32_t before = comma;
      if (joined && before > 3 && lower(before - 1) == ")" && lower(before - 3) == "(") before -= 3;
      const std::uint32_t found = joined ? office_before(before) : kNobody;
      if (found != kNobody && !cast_.offices[found].plural && owns_comma(found)) office = found;
      const std::uint32_t direct =
          office == kNobody && at > 3 && lower(at - 1) == ")" && lower(at - 3) == "("
              ? office_before(at - 3)
              : kNobody;
      if (direct != kNobody) office = direct;
    }
    if (office == kNobody || cast_.offices[office].plural) return;
    take(n, office);
    // Further offices before it, joined by "and", ";", "-" or ",".
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t begin = n.whole.begin;
      if (begin < 2) return;
      const std::string_view joint = lower(begin - 1);
      if (joint != "and" && joint != "-" && joint != ",") return;
      const std::uint32_t earlier = office_before(begin - 1);
      if (earlier == kNobody || cast_.offices[earlier].plural) return;
      const bool sure = joint != "," || cast_.offices[earlier].tokens.size() >= 2;
      if (!sure) return;
      take(n, earlier);
      std::rotate(n.offices.begin(), n.offices.end() - 1, n.offices.end());
    }
  }

  // "the Secretary-General, X": the office is no apposition of somebody before it.
  [[nodiscard]] bool owns_comma(std::uint32_t office) const {
    const TokenRange o = cast_.offices[office].tokens;
    if (o.begin < 2 || lower(o.begin - 1) == "the" || lower(o.begin - 1) == ";") {
      std::uint32_t before = o.begin > 1 && lower(o.begin - 1) == "the" ? o.begin - 2 : o.begin - 1;
      if (o.begin < 2) return true;
      const Tag* tag = lower(before) == "," && before > 0 ? t_.tags.covering(before - 1) : nullptr;
      return tag == nullptr || tag->label != Label::person;
    }
    const Tag* tag =
        lower(o.begin - 1) == "," && o.begin > 1 ? t_.tags.covering(o.begin - 2) : nullptr;
    return tag == nullptr || tag->label != Label::person;
  }

  // "X (Tanzania)", "X of Zimbabwe", "India's X", "Indian X".
  void take_states(Naming& n) {
    if (n.state) return;
    const std::uint32_t end = n.whole.end;
    const bool bracket = lower(end) == "(";
    if (bracket || lower(end) == "of" || lower(end) == "from") {
      std::uint32_t next = end + 1;
      while (lower(next) == "the") ++next;
      const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
      const bool closed = tag != nullptr && (!bracket || lower(tag->tokens.end) == ")");
      if (tag != nullptr && tag->label == Label::state && closed && same_sentence(end, next)) {
        n.state = {tag->id, doc_.span(tag->tokens)};
        n.whole.end = tag->tokens.end + (bracket ? 1 : 0);
        return;
      }
    }
    if (n.whole.begin == 0) return;
    std::uint32_t before = n.whole.begin - 1;
    if (doc_.lower(before) == "'s" && before > 0) --before;
    const Tag* tag = t_.tags.covering(before);
    if (tag == nullptr || !same_sentence(before, n.tokens.begin)) return;
    const bool genitive = before != n.whole.begin - 1;
    // "Member of the State Council of the Republic of X NAME"
    const bool of =
        tag->label == Label::state && tag->tokens.begin > 1 &&
        (lower(tag->tokens.begin - 1) == "of" ||
         (lower(tag->tokens.begin - 1) == "the" && lower(tag->tokens.begin - 2) == "of"));
    if (of && !genitive && n.offices.empty()) n.state = {tag->id, doc_.span(tag->tokens)};
    if (tag->label == Label::nationality || (tag->label == Label::state && genitive)) {
      n.state = {tag->id, doc_.span(tag->tokens)};
      n.whole.begin = tag->tokens.begin;
    }
  }

  // "Fiji is missing: its Prime Minister, X": the state named last before "its".
  void take_possessor(Naming& n) const {
    if (!n.state && !n.body) n.state = possessor_before(n.whole.begin);
  }

  [[nodiscard]] Named possessor_before(std::uint32_t token) const {
    if (token < 2 || lower(token - 1) != "its") return {};
    const std::uint32_t first = doc_.sentences()[doc_.sentence_of(token)].tokens.begin;
    for (std::uint32_t t = token - 1; t > first; --t) {
      const Tag* tag = t_.tags.covering(t - 1);
      if (tag == nullptr || tag->label != Label::state) continue;
      return {tag->id, doc_.span(tag->tokens)};
    }
    return {};
  }

  // "X, the Foreign Minister of Oman, ..."; "X, a ministry spokesperson"; "X - Prime Minister".
  void take_apposition(Naming& n) {
    std::uint32_t at = n.whole.end;
    const std::string_view joint = lower(at);
    if (joint != "," && joint != "(" && joint != "-") return;
    ++at;
    while (lower(at) == "the" || lower(at) == "a" || lower(at) == "an" || lower(at) == "who" ||
           lower(at) == "is" || lower(at) == "now" || lower(at) == "currently") {
      ++at;
    }
    if (!same_sentence(at, n.tokens.begin)) return;
    std::uint32_t office = office_after(at);
    if (office == kNobody || used_[office] || cast_.offices[office].plural) return;
    if (belongs_to_next(office)) return;
    take(n, office);
    // "X, Minister of Economy and First Deputy Prime Minister"
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t end = n.whole.end;
      std::uint32_t next = end + 1;
      if (lower(end) == "," && lower(next) == "and") ++next;
      if (lower(end) != "and" && lower(end) != ",") return;
      while (lower(next) == "the") ++next;
      const std::uint32_t further = office_after(next);
      if (further == kNobody || used_[further] || cast_.offices[further].plural) return;
      if (belongs_to_next(further)) return;
      take(n, further);
    }
  }

  // The office is the title of the person right behind it.
  [[nodiscard]] bool belongs_to_next(std::uint32_t office) const {
    const std::uint32_t end = cast_.offices[office].tokens.end;
    for (std::uint32_t t = end; t < std::min(end + 5, doc_.size()); ++t) {
      const Tag* tag = t_.tags.covering(t);
      if (tag != nullptr && tag->label == Label::person) return same_sentence(end - 1, t);
      if (tag != nullptr || (!doc_.is_capital(t) && lower(t) != ".")) return false;
    }
    return false;
  }

  // "his Chinese counterpart Wang Yi", "Almendras, his Bolivian opposite number".
  void take_counterpart(std::size_t i) {
    Naming& n = namings_[i];
    const std::uint32_t sentence = doc_.sentence_of(n.tokens.begin);
    const TokenRange s = doc_.sentences()[sentence].tokens;
    const std::uint32_t from = n.whole.begin > s.begin + 6 ? n.whole.begin - 6 : s.begin;
    const std::uint32_t to = std::min(n.whole.end + 7, s.end);
    for (std::uint32_t t = from; t < to; ++t) {
      const Match* m = nullptr;
      if (t_.lexicon.cue_at(t_.matches, t, counterpart_, &m) == nullptr) continue;
      const bool before = m->tokens.end <= n.whole.begin &&
                          (m->tokens.end == n.whole.begin || lower(m->tokens.end) == ",");
      const bool after = m->tokens.begin >= n.whole.end && lower(n.whole.end) == ",";
      if (!before && !after) continue;
      if (!n.state && t > s.begin) {
        const Tag* tag = t_.tags.covering(t - 1);
        if (tag != nullptr && tag->label == Label::nationality) {
          n.state = {tag->id, doc_.span(tag->tokens)};
        }
      }
      if (n.offices.empty() && i > 0) copy_office(n, i);
      n.whole.begin = std::min(n.whole.begin, m->tokens.begin);
      return;
    }
  }

  // The office of the last person before `i` who has one; its words are the evidence.
  void copy_office(Naming& n, std::size_t i) {
    for (std::size_t back = i; back-- > 0;) {
      if (namings_[back].offices.empty()) continue;
      Office o = namings_[back].offices.front();
      o.state = {};
      o.body = {};
      n.offices.push_back(std::move(o));
      return;
    }
  }

  // "Presidents A of X, B (Y) and C", "Prime Ministers of X A, Y - B": one office for all.
  void share_plurals() {
    for (std::uint32_t o = 0; o < cast_.offices.size(); ++o) {
      if (!cast_.offices[o].plural) continue;
      Office office = cast_.offices[o];
      std::uint32_t at = office.tokens.end;
      Named state = std::exchange(office.state, {});
      bool first = true;
      for (std::size_t i = next_naming(at); i < namings_.size(); ++i) {
        Naming& n = namings_[i];
        if (!same_sentence(at - 1, n.tokens.begin) || !n.offices.empty()) break;
        const std::uint32_t gap = n.whole.begin > at ? n.whole.begin - at : 0;
        if (gap > 5 || !only_joints(at, n.whole.begin, state)) break;
        if (!n.state && state) n.state = state;
        state = {};
        Office own = office;
        own.plural = false;
        if (n.state) own.state = n.state;
        n.offices.push_back(std::move(own));
        if (first) n.whole.begin = std::min(n.whole.begin, office.tokens.begin);
        first = false;
        used_[o] = true;
        at = n.whole.end;
      }
    }
  }

  [[nodiscard]] std::size_t next_naming(std::uint32_t token) const {
    std::size_t i = 0;
    while (i < namings_.size() && namings_[i].tokens.begin < token) ++i;
    return i;
  }

  // Between two names of a list: commas, "and", dashes, honorifics, a state that goes with the
  // next name (which is returned in `state`).
  bool only_joints(std::uint32_t from, std::uint32_t to, Named& state) const {
    for (std::uint32_t t = from; t < to;) {
      const Tag* tag = t_.tags.covering(t);
      if (tag != nullptr && tag->label == Label::state) {
        state = {tag->id, doc_.span(tag->tokens)};
        t = tag->tokens.end;
        continue;
      }
      const std::string_view word = lower(t);
      if (word != "," && word != "and" && word != "-" && word != "the" && word != ":" &&
          word != "of") {
        return false;
      }
      ++t;
    }
    return true;
  }

  // "Deputy Director of the Commission; Minister of Public Security X": in a list of people set
  // off by semicolons, an entry without a name is the first half of the next.
  void join_semicolons() {
    for (Naming& n : namings_) {
      if (n.offices.empty() || n.whole.begin < 2 || lower(n.whole.begin - 1) != ";") continue;
      const std::uint32_t before = office_before(n.whole.begin - 1);
      if (before == kNobody || cast_.offices[before].plural) continue;
      const Office earlier = cast_.offices[before];
      const std::uint32_t start = earlier.tokens.begin;
      if (start == 0 || (lower(start - 1) != ";" && lower(start - 1) != ":")) continue;
      used_[before] = true;
      n.offices.insert(n.offices.begin(), earlier);
      n.whole.begin = start;
    }
  }

  // Namings of the same person -> people and mentions.
  void gather() {
    std::vector<std::vector<std::string>> words_of;  // per person: folded words of the name
    for (const Naming& n : namings_) {
      const std::vector<std::string> words = name_words(n.tokens);
      std::uint32_t person = kNobody;
      for (std::uint32_t p = 0; p < cast_.people.size() && person == kNobody; ++p) {
        if (same_name(words_of[p], words, cast_.people[p], n)) person = p;
      }
      if (person == kNobody) {
        person = static_cast<std::uint32_t>(cast_.people.size());
        cast_.people.push_back({name_text(n.tokens), doc_.span(n.tokens), {}, {}, {}, false});
        words_of.push_back(words);
      }
      Person& p = cast_.people[person];
      if (words.size() > words_of[person].size()) {
        words_of[person] = words;
        p.name = name_text(n.tokens);
        p.words = doc_.span(n.tokens);
      }
      for (const Office& o : n.offices) add_office(p, o);
      if (!p.state && n.state) p.state = n.state;
      if (!p.body && n.body) p.body = n.body;
      cast_.mentions.push_back({n.whole, MentionKind::name, person, kNobody, {}});
    }
  }

  [[nodiscard]] std::vector<std::string> name_words(TokenRange r) const {
    std::vector<std::string> out;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (doc_.is_punctuation(t)) continue;
      std::string word = catalogue::fold(doc_.word(t));
      if (!word.empty()) out.push_back(std::move(word));
    }
    return out;
  }

  // "FUMIO KISHIDA" and line breaks as the eye reads them.
  [[nodiscard]] std::string name_text(TokenRange r) const {
    std::string out;
    for (const char c : doc_.slice(doc_.span(r))) out += c == '\n' ? ' ' : c;
    return out;
  }

  // All words of the shorter one stand in the longer one (initials count), and one is long enough.
  static bool same_name(const std::vector<std::string>& known, const std::vector<std::string>& now,
                        const Person& person, const Naming& naming) {
    const auto& shorter = known.size() <= now.size() ? known : now;
    const auto& longer = known.size() <= now.size() ? now : known;
    if (shorter.empty()) return false;
    if (person.state && naming.state && person.state.id != naming.state.id) return false;
    bool whole_word = false;
    for (const std::string& word : shorter) {
      const bool found = std::any_of(longer.begin(), longer.end(), [&](const std::string& other) {
        if (word == other) return true;
        return (word.size() == 1 && other.starts_with(word)) ||
               (other.size() == 1 && word.starts_with(other));
      });
      if (!found) return false;
      whole_word = whole_word || word.size() > 2;
    }
    return whole_word;
  }

  static void add_office(Person& p, const Office& office) {
    const std::string folded = catalogue::fold(office.text);
    for (Office& known : p.offices) {
      const std::string other = catalogue::fold(known.text);
      if (other == folded || other.find(folded) != std::string::npos) return;
      if (folded.find(other) != std::string::npos) {
        known = office;
        return;
      }
      // "Minister for Foreign Affairs" and later "the Minister", "Foreign Minister Lavrov".
      if (known.office == office.office) return;
    }
    if (p.offices.size() < 4) p.offices.push_back(office);
  }

  // Offices that no name takes: groups, unnamed holders, and those who are named elsewhere.
  void add_unnamed() {
    for (std::uint32_t o = 0; o < cast_.offices.size(); ++o) {
      if (used_[o]) continue;
      Office& office = cast_.offices[o];
      if (!office.state && !office.body && !office.plural) {
        office.state = possessor_before(office.tokens.begin);
      }
      Mention m{office.tokens, MentionKind::office, kNobody, o, {}};
      if (office.state) m.states.push_back(office.state);
      if (office.plural) states_after(office.tokens.end, m);
      if (!office.plural) m.person = holder_of(office, office.tokens.begin);
      cast_.mentions.push_back(std::move(m));
    }
  }

  // "of Uzbekistan, Kazakhstan, the Kyrgyz Republic and Turkmenistan" from `at` on.
  void states_after(std::uint32_t at, Mention& m) const {
    if (lower(at) == "of" || lower(at) == "from") {
      ++at;
    } else if (m.states.empty()) {
      return;
    }
    while (at < doc_.size() && same_sentence(m.tokens.begin, at)) {
      std::uint32_t next = at;
      while (lower(next) == "," || lower(next) == "and" || lower(next) == "the" ||
             lower(next) == "as" || lower(next) == "well") {
        ++next;
      }
      const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
      if (tag == nullptr || tag->label != Label::state) break;
      m.states.push_back({tag->id, doc_.span(tag->tokens)});
      at = tag->tokens.end;
    }
    if (!m.states.empty()) m.tokens.end = std::max(m.tokens.end, at);
  }

  // Who holds that office, by what the text says up to `before` or, failing that, later.
  [[nodiscard]] std::uint32_t holder_of(const Office& office, std::uint32_t before) const {
    std::uint32_t best = kNobody;
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) {
      const Person& person = cast_.people[p];
      if (office.state && person.state && office.state.id != person.state.id) continue;
      const bool same = std::any_of(person.offices.begin(), person.offices.end(),
                                    [&](const Office& o) { return o.office == office.office; });
      if (!same) continue;
      const bool agrees = office.state && person.state;
      if (!agrees && !office.definite) continue;
      const std::uint32_t at = doc_.token_at(person.words.begin);
      if (best == kNobody || at < before) best = p;
    }
    return best;
  }

  void add_collectives() {
    std::vector<bool> taken(doc_.size());
    for (const Mention& m : cast_.mentions) {
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) taken[t] = true;
    }
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      if (taken[t]) continue;
      const Match* m = nullptr;
      if (t_.lexicon.cue_at(t_.matches, t, delegate_, &m) != nullptr) {
        Mention group{m->tokens, MentionKind::state, kNobody, kNobody, {}};
        states_after(m->tokens.end, group);
        if (!group.states.empty()) {
          cast_.mentions.push_back(group);
          t = group.tokens.end - 1;
          continue;
        }
      }
      if (t_.lexicon.cue_at(t_.matches, t, collective_, &m) != nullptr) {
        cast_.mentions.push_back({m->tokens, MentionKind::collective, kNobody, kNobody, {}});
        t = m->tokens.end - 1;
      }
    }
  }

  const Text& t_;
  const text::Document& doc_;
  lexicon::CueClass collective_, counterpart_, delegate_;
  Cast cast_;
  std::vector<Naming> namings_;
  std::vector<std::uint32_t> office_ending_, office_starting_;
  std::vector<bool> used_;
};

}  // namespace

void Cast::index(std::uint32_t tokens) {
  const auto mark = [](std::vector<std::uint32_t>& of, TokenRange r, std::size_t position) {
    for (std::uint32_t t = r.begin; t < r.end; ++t)
      of[t] = static_cast<std::uint32_t>(position + 1);
  };
  of_token_.assign(tokens, 0);
  office_of_token_.assign(tokens, 0);
  for (std::size_t i = 0; i < mentions.size(); ++i) mark(of_token_, mentions[i].tokens, i);
  for (std::size_t i = 0; i < offices.size(); ++i) mark(office_of_token_, offices[i].tokens, i);
}

Caster::Caster(const lexicon::Lexicon& lexicon)
    : collective_(lexicon.cue_class("collective")),
      counterpart_(lexicon.cue_class("counterpart")),
      delegate_(lexicon.cue_class("delegate")) {}

Cast Caster::cast(const Text& text) const {
  return Work(text, collective_, counterpart_, delegate_).run();
}

}  // namespace rapporteur::names
