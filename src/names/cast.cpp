// Who is who. Each person gets the offices that stand next to the name (title before it,
// apposition after it); a list after a plural office shares it out; later mentions by a part of
// the name, by the office or as "his counterpart" lead back to the person.

#include "rapporteur/names/cast.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "naming.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

constexpr std::size_t kAcronym = 3;    // letters of an office in short: "PM", "FM"
constexpr std::uint32_t kImplied = 3;  // sentences after an office that may name its holders

class Work {
 public:
  Work(const Text& text, const Cues& cues) : t_(text), doc_(text.doc), n_(text, cues) {}

  Cast run() {
    for (const Tag& tag : t_.tags.all()) {
      const bool person = tag.label == Label::person && name_begin(t_, tag) < tag.tokens.end;
      if (person) n_.all.push_back(name(tag));
    }
    for (std::size_t i = 0; i < n_.all.size(); ++i) attach(i);
    read_rows(n_);
    share_groups(n_);
    join_semicolons();
    for (std::size_t i = 0; i < n_.all.size(); ++i) take_possessor(i);
    cast_.offices = n_.offices;
    gather();
    imply_offices();
    add_unnamed();
    add_counterparts();
    add_collectives();
    std::sort(cast_.mentions.begin(), cast_.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
    cast_.index(doc_.size());
    return std::move(cast_);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  Naming name(const Tag& tag) {
    Naming n;
    n.tokens = tag.tokens;
    n.tokens.begin = name_begin(t_, tag);
    n.whole = n.tokens;
    n.whole.begin = skip_honorifics_back(n.tokens.begin);
    n.tokens.begin = with_title_name(n.tokens.begin);
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
      if (n_.office_ending[at] != kNobody) break;  // "Secretary-General X" is no General
      for (std::uint32_t back = std::min(at, 4U); back > 0 && !moved; --back) {
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

  void attach(std::size_t i) {
    Naming& n = n_.all[i];
    take_titles(n);
    take_states(n);
    if (n.offices.empty() || is_rank(n.offices)) {
      take_apposition(n);
    } else {
      take_further(n);
    }
    take_states(n);
    take_counterpart(i);
  }

  // "Prince X", "King X": what stands behind the name says more.
  [[nodiscard]] bool is_rank(const std::vector<Office>& offices) const {
    const Office& o = offices.front();
    if (offices.size() != 1 || o.office == npos || o.state) return false;
    const catalogue::OfficeLevel level = t_.catalogue.offices()[o.office].level;
    const std::string_view id = t_.catalogue.offices()[o.office].id;
    return level == catalogue::OfficeLevel::royal || id == "king" || id == "queen" ||
           id == "chair" || id == "co_chair" || id == "vice_chair" || id == "sultan";
  }

  // "Deputy Prime Minister and Minister of Foreign Affairs of Vietnam Bui Thanh Son".
  void take_titles(Naming& n) {
    std::uint32_t at = n.whole.begin;
    std::uint32_t office = n_.office_before(at);
    // "the Inspector-General of Police, Alkali Baba Usman", "Foreign Minister: X"
    if (office == kNobody && at > 1) {
      std::uint32_t comma = at - 1;
      if (lower(comma) == "\"" && comma > 0) --comma;
      const bool joined = lower(comma) == "," || lower(comma) == ":" || lower(comma) == "-";
      // An acronym of the office: "the National Security Adviser (NSA), X".
      std::uint32_t before = comma;
      if (joined && before > 3 && lower(before - 1) == ")" && lower(before - 3) == "(") before -= 3;
      const std::uint32_t found = joined ? n_.office_before(before) : kNobody;
      if (found != kNobody && !n_.offices[found].plural && owns_comma(found)) office = found;
      const std::uint32_t direct =
          office == kNobody && at > 3 && lower(at - 1) == ")" && lower(at - 3) == "("
              ? n_.office_before(at - 3)
              : kNobody;
      if (direct != kNobody) office = direct;
    }
    if (office == kNobody || n_.offices[office].plural) return;
    n_.take(n, office);
    // Further offices before it, joined by "and", ";", "-" or ",".
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t begin = n.whole.begin;
      if (begin < 2) return;
      const std::string_view joint = lower(begin - 1);
      if (joint != "and" && joint != "-" && joint != ",") return;
      const std::uint32_t earlier = n_.office_before(begin - 1);
      if (earlier == kNobody || n_.offices[earlier].plural) return;
      const bool sure = joint != "," || n_.offices[earlier].tokens.size() >= 2;
      if (!sure) return;
      n_.take(n, earlier);
      std::rotate(n.offices.begin(), n.offices.end() - 1, n.offices.end());
    }
  }

  // "the Secretary-General, X": the office is no apposition of somebody before it, or of one who
  // has an office already: "the President of X, A, the President of Y, B".
  [[nodiscard]] bool owns_comma(std::uint32_t office) const {
    const TokenRange o = n_.offices[office].tokens;
    const std::size_t next = n_.next(o.begin);
    const bool served =
        next > 0 && next < n_.all.size() && !n_.all[next - 1].offices.empty() &&
        n_.all[next - 1].offices.front().tokens.end <= n_.all[next - 1].tokens.begin;
    if (served && o.begin > 1 && lower(o.begin - 1) == "the") return true;
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
      const std::string_view after = tag != nullptr ? lower(tag->tokens.end) : std::string_view();
      const bool closed =
          tag != nullptr && (!bracket || after == ")" || after == "," || after == ";");
      if (tag != nullptr && tag->label == Label::state && closed && same_sentence(end, next)) {
        n.state = {tag->id, doc_.span(tag->tokens)};
        n.whole.end = tag->tokens.end + (bracket && after == ")" ? 1 : 0);
        return;
      }
    }
    // "X (Minister of Trade, Rwanda)"
    if (lower(end) == ",") {
      const Tag* tag = end + 1 < doc_.size() ? t_.tags.starting(end + 1) : nullptr;
      if (tag != nullptr && tag->label == Label::state && lower(tag->tokens.end) == ")") {
        n.state = {tag->id, doc_.span(tag->tokens)};
        n.whole.end = tag->tokens.end + 1;
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

  // "Fiji is missing: its Prime Minister, X": the state named last before "its"; "his Vice
  // Minister, X": that of the person before.
  void take_possessor(std::size_t i) {
    Naming& n = n_.all[i];
    if (n.state || n.body || n.offices.empty()) return;
    n.state = possessor_before(n.whole.begin);
    const std::string_view word = n.whole.begin > 0 ? lower(n.whole.begin - 1) : "";
    if (!n.state) n.state = state_of_other(n);
    if (n.state || i == 0) return;
    if (word != "his" && word != "her" && !stands_in(n)) return;
    const Naming& owner = n_.all[i - 1];
    const std::uint32_t sentence = doc_.sentence_of(n.tokens.begin);
    if (sentence - doc_.sentence_of(owner.tokens.begin) <= 1) n.state = owner.state;
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
           lower(at) == "is" || lower(at) == "now" || lower(at) == "currently" ||
           lower(at) == "its" || lower(at) == "our" || lower(at) == "also") {
      ++at;
    }
    if (!same_sentence(at, n.tokens.begin)) return;
    std::uint32_t office = n_.office_after(at);
    if (office == kNobody || n_.used[office] || n_.offices[office].plural) return;
    if (belongs_to_next(office)) return;
    if (!n.offices.empty() && n_.offices[office].office != n.offices.front().office) {
      n.offices.clear();
    }
    n_.take(n, office);
    // "X, Minister of Economy and First Deputy Prime Minister"
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t end = n.whole.end;
      std::uint32_t next = end + 1;
      if (lower(end) == "," && lower(next) == "and") ++next;
      if (lower(end) != "and" && lower(end) != ",") return;
      while (lower(next) == "the") ++next;
      const std::uint32_t further = n_.office_after(next);
      if (further == kNobody || n_.used[further] || n_.offices[further].plural) return;
      if (belongs_to_next(further)) return;
      n_.take(n, further);
    }
  }

  // "President X, who is Chairperson of the Union".
  void take_further(Naming& n) {
    std::uint32_t at = n.whole.end;
    if (lower(at) != "," || lower(at + 1) != "who" || lower(at + 2) != "is") return;
    at += 3;
    while (lower(at) == "also" || lower(at) == "the" || lower(at) == "currently") ++at;
    const std::uint32_t office = same_sentence(at, n.tokens.begin) ? n_.office_after(at) : kNobody;
    if (office == kNobody || n_.used[office] || n_.offices[office].plural) return;
    n_.take(n, office);
  }

  // The office is the title of the person right behind it: "the chair of the Committee (CEP), X".
  [[nodiscard]] bool belongs_to_next(std::uint32_t office) const {
    const TokenRange o = n_.offices[office].tokens;
    std::uint32_t end = o.end;
    if (lower(end) == "(" && lower(end + 2) == ")") end += 3;
    const bool another = o.begin > 1 && lower(o.begin - 1) == "the" &&
                         (lower(o.begin - 2) == "and" || lower(o.begin - 2) == ",");
    if (another && lower(end) == ",") ++end;
    for (std::uint32_t t = end; t < std::min(end + 5, doc_.size()); ++t) {
      const Tag* tag = t_.tags.covering(t);
      if (tag != nullptr && tag->label == Label::person) return same_sentence(end - 1, t);
      if (tag != nullptr || (!doc_.is_capital(t) && lower(t) != ".")) return false;
    }
    return false;
  }

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
      Named state = t > s.begin ? state_covering(t - 1) : Named{};
      std::uint32_t end = m->tokens.end;
      if (lower(end) == "from" || lower(end) == "of") {
        std::uint32_t next = end + 1;
        while (lower(next) == "the") ++next;
        const Tag* tag = next < doc_.size() ? t_.tags.starting(next) : nullptr;
        if (tag != nullptr && tag->label == Label::state) {
          state = {tag->id, doc_.span(tag->tokens)};
          end = tag->tokens.end;
        }
      }
      if (lower(end) == ",") ++end;
      const bool before = end == n.whole.begin;
      const bool after = m->tokens.begin >= n.whole.end && lower(n.whole.end) == ",";
      if (!before && !after) continue;
      if (!n.state && state) n.state = state;
      if (const Office* earlier = n_.earlier_office(i); n.offices.empty() && earlier != nullptr) {
        Office o = *earlier;
        o.state = {};
        o.body = {};
        n.offices.push_back(std::move(o));
      }
      n.whole.begin = std::min(n.whole.begin, m->tokens.begin);
      return;
    }
  }

  [[nodiscard]] Named state_covering(std::uint32_t token) const {
    const Tag* tag = t_.tags.covering(token);
    const bool state =
        tag != nullptr && (tag->label == Label::nationality || tag->label == Label::state);
    return state ? Named{tag->id, doc_.span(tag->tokens)} : Named{};
  }

  // "Deputy Director of the Commission; Minister of Public Security X": in a list of people set
  // off by semicolons, an entry without a name is the first half of the next.
  void join_semicolons() {
    for (Naming& n : n_.all) {
      if (n.offices.empty() || n.whole.begin < 2 || lower(n.whole.begin - 1) != ";") continue;
      const std::uint32_t before = n_.office_before(n.whole.begin - 1);
      if (before == kNobody || n_.offices[before].plural) continue;
      const Office earlier = n_.offices[before];
      const std::uint32_t start = earlier.tokens.begin;
      if (start == 0 || (lower(start - 1) != ";" && lower(start - 1) != ":")) continue;
      n_.used[before] = true;
      n.offices.insert(n.offices.begin(), earlier);
      n.whole.begin = start;
    }
  }

  // Namings of the same person -> people and mentions.
  void gather() {
    std::vector<std::vector<std::string>> words_of;  // per person: folded words of the name
    for (const Naming& n : n_.all) {
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

  // "The foreign ministers met. Fuad Hussein of Iraq had ...": who is named with a state and no
  // office soon after an office of several holds that one.
  void imply_offices() {
    for (const Naming& n : n_.all) {
      Person* p = nullptr;
      for (Person& known : cast_.people) {
        if (known.words == doc_.span(n.tokens)) p = &known;
      }
      if (p == nullptr || !p->offices.empty() || !n.state) continue;
      const std::uint32_t sentence = doc_.sentence_of(n.tokens.begin);
      for (std::uint32_t o = static_cast<std::uint32_t>(n_.offices.size()); o-- > 0;) {
        const Office& office = n_.offices[o];
        if (office.tokens.begin > n.tokens.begin) continue;
        if (sentence - doc_.sentence_of(office.tokens.begin) > kImplied) break;
        if (!office.plural || office.office == npos || !is_ministerial(office)) continue;
        Office own = office;
        own.state = {};
        own.body = {};
        make_singular(t_.catalogue, own);
        p->offices.push_back(std::move(own));
        break;
      }
    }
  }

  [[nodiscard]] bool is_ministerial(const Office& office) const {
    const catalogue::OfficeLevel level = t_.catalogue.offices()[office.office].level;
    return level == catalogue::OfficeLevel::minister ||
           level == catalogue::OfficeLevel::deputy_minister;
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
      // "Lu" is all of a family name where it stands at an end of the longer one.
      whole_word = whole_word || word.size() > 2 ||
                   (word.size() == 2 && (word == longer.front() || word == longer.back()));
    }
    return whole_word;
  }

  static void add_office(Person& p, const Office& office) {
    const std::string folded = catalogue::fold(office.text);
    for (Office& known : p.offices) {
      // "Presidents A and B", later "President A"; "PM A", later "Prime Minister A".
      const bool fuller = (known.plural && !office.plural) ||
                          (known.text.size() <= kAcronym && office.text.size() > kAcronym);
      if (fuller && known.office == office.office) {
        known = office;
        return;
      }
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
      if (n_.used[o]) continue;
      Office& office = n_.offices[o];
      if (!office.state && !office.body && !office.plural) {
        office.state = possessor_before(office.tokens.begin);
      }
      Mention m{office.tokens, MentionKind::office, kNobody, o, {}};
      if (office.state) m.states.push_back(office.state);
      if (office.plural) {
        const bool adjective =
            office.state && office.state.words.begin < office.words.front().begin;
        const std::uint32_t begin = m.tokens.begin;
        if (adjective && begin > 0 && lower(begin - 1) == "and") states_before(begin - 1, m);
        states_after(office.tokens.end, m);
      } else if (lower(office.tokens.end) == ":" && !office.state) {
        states_after(office.tokens.end, m);  // "Vice President: Comoros"
      }
      if (!office.plural) m.person = holder_of(office, office.tokens.begin);
      cast_.mentions.push_back(std::move(m));
    }
  }

  // "of Uzbekistan, Kazakhstan, the Kyrgyz Republic and Turkmenistan" from `at` on.
  void states_after(std::uint32_t at, Mention& m) const {
    const bool list = lower(at) == ":";
    if (list && lower(at + 1) == "those") ++at;  // "Presidents: those of Iraq and Tunisia"
    if (lower(at) == "of" || lower(at) == "from" || list) {
      at += list && lower(at) == "those" ? 2 : 1;
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

  // "with their Kyrgyz and Tajik colleagues", "counterparts from Oman and Iran": nobody's name.
  void add_counterparts() {
    std::vector<bool> taken(doc_.size());
    for (const Mention& m : cast_.mentions) {
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) taken[t] = true;
    }
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      const Match* match = nullptr;
      if (taken[t] || n_.cue(t, n_.cues.counterpart, &match) == nullptr) continue;
      Mention m{match->tokens, MentionKind::office, kNobody, kNobody, {}};
      states_before(t, m);
      states_after(match->tokens.end, m);
      const std::size_t next = n_.next(t);
      const Office* earlier = n_.earlier_office(next);
      const bool far =
          next > 0 && doc_.sentence_of(t) - doc_.sentence_of(n_.all[next - 1].tokens.begin) > 2;
      if (m.states.empty() || earlier == nullptr || far) continue;
      Office office = *earlier;
      office.tokens = match->tokens;
      office.plural = true;
      office.state = {};
      office.body = {};
      m.office = static_cast<std::uint32_t>(cast_.offices.size());
      cast_.offices.push_back(std::move(office));
      cast_.mentions.push_back(std::move(m));
    }
  }

  // "the Russian, Turkish and Iranian" right before `begin`.
  void states_before(std::uint32_t begin, Mention& m) const {
    for (;;) {
      while (begin > 0 && (lower(begin - 1) == "and" || lower(begin - 1) == ",")) --begin;
      const Named state = begin > 0 ? state_covering(begin - 1) : Named{};
      if (!state || !same_sentence(begin - 1, m.tokens.begin)) return;
      m.states.insert(m.states.begin(), state);
      begin = t_.tags.covering(begin - 1)->tokens.begin;
      m.tokens.begin = begin;
      if (begin == 0 || (lower(begin - 1) != "and" && lower(begin - 1) != ",")) return;
    }
  }

  void add_collectives() {
    std::vector<bool> taken(doc_.size());
    for (const Mention& m : cast_.mentions) {
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) taken[t] = true;
    }
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      if (taken[t]) continue;
      const Match* m = nullptr;
      if (const lexicon::Cue* cue = n_.cue(t, n_.cues.delegate, &m); cue != nullptr) {
        Mention group{m->tokens, MentionKind::state, kNobody, kNobody, {}};
        if (cue->value == "side" && lower(group.tokens.end) != "of") states_before(t, group);
        states_after(m->tokens.end, group);
        if (!group.states.empty()) {
          cast_.mentions.push_back(group);
          t = group.tokens.end - 1;
          continue;
        }
      }
      if (t_.lexicon.cue_at(t_.matches, t, n_.cues.collective, &m) != nullptr) {
        cast_.mentions.push_back({m->tokens, MentionKind::collective, kNobody, kNobody, {}});
        t = m->tokens.end - 1;
      }
    }
  }

  const Text& t_;
  const text::Document& doc_;
  Namings n_;
  Cast cast_;
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

Caster::Caster(const lexicon::Lexicon& lexicon) : cues_(std::make_unique<Cues>(lexicon)) {}
Caster::Caster(Caster&&) noexcept = default;
Caster& Caster::operator=(Caster&&) noexcept = default;
Caster::~Caster() = default;

Cast Caster::cast(const Text& text) const { return Work(text, *cues_).run(); }

}  // namespace rapporteur::names
