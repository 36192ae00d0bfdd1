// What stands right beside a name: titles before it, appositions behind it, states around it.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "fronted.h"
#include "name_extent.h"
#include "naming.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

class Titles {
 public:
  explicit Titles(Namings& namings)
      : n_(namings), t_(namings.t), doc_(namings.doc), extent_(namings) {}

  void run() {
    for (const Tag& tag : t_.tags.all()) {
      const bool alias = !n_.all.empty() && tag.tokens.end <= n_.all.back().whole.end;
      const bool person = tag.label == Label::person && !alias &&
                          name_begin(t_, tag) < tag.tokens.end && !n_.in_office(tag.tokens) &&
                          !is_force(tag.tokens) && !is_title(tag.tokens) &&
                          lower(name_begin(t_, tag)) != "'s";
      if (person) names(tag);
    }
    for (std::size_t i = 0; i < n_.all.size(); ++i) attach(i);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  // "DG |Coast Guard|": a force of a state is nobody's name.
  [[nodiscard]] bool is_force(TokenRange tokens) const {
    const Match* m = nullptr;
    const lexicon::CueClass nouns = t_.lexicon.cue_class("organ_noun");
    return n_.cue(tokens.begin, nouns, &m) != nullptr && m->tokens == tokens;
  }

  // "|Dato Seri| Azman Rahim": a title right before a name is none itself.
  [[nodiscard]] bool is_title(TokenRange tokens) const {
    const Match* m = t_.matches.find(tokens.begin, Channel::honorific);
    const Tag* next = tokens.end < doc_.size() ? t_.tags.starting(tokens.end) : nullptr;
    return m != nullptr && m->tokens.end >= tokens.end && next != nullptr &&
           next->label == Label::person && same_sentence(tokens.begin, tokens.end);
  }

  // One name, or two that a comma and a title part: "Al-Sudani, King Abdullah".
  void names(const Tag& tag) {
    std::uint32_t begin = name_begin(t_, tag);
    for (std::uint32_t t = begin + 1; t + 1 < tag.tokens.end; ++t) {
      if (lower(t) != ",") continue;
      const Match* title = t_.matches.find(t + 1, Channel::honorific);
      if (title == nullptr) title = t_.matches.find(t + 1, Channel::office);
      if (title == nullptr || title->tokens.end >= tag.tokens.end) continue;
      n_.all.push_back(extent_.of({begin, t}));
      begin = title->tokens.end;
      t = begin;
    }
    n_.all.push_back(extent_.of({begin, tag.tokens.end}));
  }

  void attach(std::size_t i) {
    Naming& n = n_.all[i];
    take_titles(n);
    take_matter(n_, n);
    take_state(n_, n);
    if (n.offices.empty() || is_rank(n.offices)) {
      take_apposition(n);
    } else {
      take_further(n);
    }
    take_state(n_, n);
    take_relative(n_, i);
  }

  // "Prince X", "King X": what stands behind the name says more.
  [[nodiscard]] bool is_rank(const std::vector<Office>& offices) const {
    const Office& o = offices.front();
    if (offices.size() != 1 || o.office == npos || o.state) return false;
    const catalogue::OfficeLevel level = t_.catalogue.offices()[o.office].level;
    const std::string_view id = t_.catalogue.offices()[o.office].id;
    return level == catalogue::OfficeLevel::royal || id == "king" || id == "queen" ||
           id == "chair" || id == "co_chair" || id == "vice_chair" || id == "sultan" ||
           id == "ambassador" || id == "senator" || id == "plenipotentiary";
  }

  // "Deputy Prime Minister and Minister of Foreign Affairs of Vietnam Bui Thanh Son".
  void take_titles(Naming& n) {
    std::uint32_t at = n.whole.begin;
    // "received the Omani President" as a headline, and a byline below it: nobody's name
    if (at > 0 && !same_sentence(at - 1, at)) return;
    std::uint32_t office = n_.office_before(at);
    // "the Inspector-General of Police, Alkali Baba Usman", "Foreign Minister: X"
    if (office == kNobody && at > 1) {
      std::uint32_t comma = at - 1;
      if (lower(comma) == "\"" && comma > 0) --comma;
      const bool joined = lower(comma) == "," || lower(comma) == ":" || lower(comma) == "-";
      // An acronym of the office: "the National Security Adviser (NSA), X".
      std::uint32_t before = comma;
      if (joined && before > 3 && lower(before - 1) == ")" && lower(before - 3) == "(") before -= 3;
      if (joined) before = before_occasion(before_term(before));
      const std::uint32_t found = joined ? n_.office_before(before) : kNobody;
      const bool his = found != kNobody && !n_.offices[found].plural && owns_comma(found) &&
                       !closes_front(n_, comma, n);
      if (his) office = found;
      const std::uint32_t direct =
          office == kNobody && at > 3 && lower(at - 1) == ")" && lower(at - 3) == "("
              ? n_.office_before(at - 3)
              : kNobody;
      if (direct != kNobody) office = direct;
    }
    if (office == kNobody || n_.offices[office].plural) return;
    if (const std::uint32_t real = behind_rank(office); real != kNobody) {
      n.whole.begin = n_.offices[office].tokens.begin;
      office = real;
    }
    n_.take(n, office);
    // Further offices before it, joined by "and", ";", "-" or ",".
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t begin = n.whole.begin;
      if (begin < 2) return;
      const std::string_view joint = lower(begin - 1);
      if (joint != "and" && joint != "-" && joint != "," && joint != "/") return;
      const std::uint32_t earlier = n_.office_before(begin - 1);
      if (earlier == kNobody || n_.offices[earlier].plural) return;
      const bool sure = joint != "," ||
                        (n_.offices[earlier].tokens.size() >= 2 && !closes_front(n_, begin - 1, n));
      if (!sure || is_predicate(earlier)) return;
      n_.take(n, earlier);
      std::rotate(n.offices.begin(), n.offices.end() - 1, n.offices.end());
    }
  }

  // "A was |the head of the Omani team| and Minister X": A's, not X's.
  [[nodiscard]] bool is_predicate(std::uint32_t office) const {
    std::uint32_t at = n_.offices[office].tokens.begin;
    if (at > 0 && (lower(at - 1) == "the" || lower(at - 1) == "a")) --at;
    if (at < 2 || !same_sentence(at - 2, at)) return false;
    if (lower(at - 1) != "was" && lower(at - 1) != "is" && lower(at - 1) != "were") return false;
    const std::size_t next = n_.next(at);
    return next > 0 && n_.all[next - 1].whole.end + 1 == at;
  }

  // "Chair of the Council |for November|, X": where the term begins for which one holds the office.
  [[nodiscard]] std::uint32_t before_term(std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 5;
    for (std::uint32_t t = end; t > 1 && end - t < kLongest; --t) {
      if (doc_.is_punctuation(t - 1) || !same_sentence(t - 1, end)) return end;
      const bool term = lower(t - 1) == "for" || lower(t - 1) == "during";
      if (term && t < end) return n_.office_before(t - 1) != kNobody ? t - 1 : end;
    }
    return end;
  }

  // "Prime Minister and Chair |of the meeting|, X": before the occasion over which one presides.
  [[nodiscard]] std::uint32_t before_occasion(std::uint32_t end) const {
    static constexpr std::array<std::string_view, 6> kOccasions{"meeting",    "session", "summit",
                                                                "conference", "forum",   "council"};
    const bool occasion = end > 3 && lower(end - 3) == "of" && lower(end - 2) == "the" &&
                          is_one_of(lower(end - 1), kOccasions);
    return occasion && n_.office_before(end - 3) != kNobody ? end - 3 : end;
  }

  // "Director of Y |Ambassador| X", "the Chairman, |Senator| X": the office before a bare rank.
  [[nodiscard]] std::uint32_t behind_rank(std::uint32_t office) const {
    const Office& rank = n_.offices[office];
    const std::uint32_t begin = rank.tokens.begin;
    if (begin == 0 || !is_bare_rank(rank)) return kNobody;
    const std::uint32_t at = extent_.skip_honorifics_back(begin);  // ", |Hon.| Ambassador X"
    const bool comma = at > 0 && lower(at - 1) == ",";
    const std::uint32_t before = n_.office_before(comma ? at - 1 : at);
    const bool sure =
        before != kNobody && !n_.offices[before].plural && (!comma || owns_comma(before));
    return sure ? before : kNobody;
  }

  [[nodiscard]] bool is_bare_rank(const Office& office) const {
    if (office.tokens.size() != 1 || office.office == npos) return false;
    const std::string_view id = t_.catalogue.offices()[office.office].id;
    return id == "ambassador" || id == "senator";
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
    if (served && opens_with_state(o)) return true;  // "President A, |Oman's Minister of Trade|, B"
    if (served && is_others(n_.all[next - 1], n_.offices[office])) return true;
    if (in_relative_clause(o.begin)) return false;
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

  [[nodiscard]] bool opens_with_state(TokenRange r) const {
    const Tag* tag = t_.tags.covering(r.begin);
    return tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
  }

  // "X, the Foreign Minister of Oman, ..."; "X, a ministry spokesperson"; "X - Prime Minister".
  void take_apposition(Naming& n) {
    std::uint32_t at = behind_bracketed_letters(n_, n.whole.end);
    const bool bare = is_bare(n, at);
    const std::string_view joint = bare ? std::string_view() : lower(at);
    if (!bare && joint != "," && joint != "(" && joint != "-") return;
    if (!bare) ++at;
    while (opens_apposition(lower(at))) ++at;
    if (!same_sentence(at, n.tokens.begin)) return;
    at = behind_letters(behind_country(at));
    const std::uint32_t office = not_owner(n_.office_after(at));
    if (office == kNobody || n_.used[office] || n_.offices[office].plural) return;
    if (belongs_to_next(office) || (joint == "," && is_second_of_headline(office))) return;
    if (!n.offices.empty() && n_.offices[office].office != n.offices.front().office) {
      n.offices.clear();
    }
    n_.take(n, office);
    // "X, Minister of Economy and First Deputy Prime Minister"
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t end = n.whole.end;
      std::uint32_t next = end + 1;
      if (lower(end) == "," && lower(next) == "and") ++next;
      if (lower(end) != "and" && lower(end) != "," && lower(end) != "/") return;
      next = n_.behind_the(next);
      // "X, Oman's Ambassador to Egypt and |its| Permanent Representative to the League"
      const bool its = lower(next) == "its" || lower(next) == "his" || lower(next) == "her";
      const std::uint32_t further = n_.office_after(its ? next + 1 : next);
      if (further == kNobody || n_.used[further] || n_.offices[further].plural) return;
      if (its && !(is_envoy(n_.offices[further]) && is_envoy(n.offices.front()))) return;
      if (belongs_to_next(further)) return;
      const Named& other = n_.offices[further].state;  // "A, Minister of X, and the Minister of Y"
      if (n.state && other && other.id != n.state.id) return;
      n_.take(n, further);
    }
  }

  // "X, |who is the| Minister", "X, |who as| Minister presides"
  [[nodiscard]] static bool opens_apposition(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kWords{
        "the", "a", "an", "who", "is", "now", "its", "our", "also", "his", "her", "as"};
    return word == "currently" || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  }

  [[nodiscard]] bool is_envoy(const Office& office) const {
    if (office.office == npos) return false;
    const catalogue::OfficeLevel level = t_.catalogue.offices()[office.office].level;
    return level == catalogue::OfficeLevel::ambassador || level == catalogue::OfficeLevel::envoy;
  }

  // "X, the President's |special envoy|", "X, the Prime Minister's spokesman": what is held is what
  // the office owns, if that is an office too.
  [[nodiscard]] std::uint32_t not_owner(std::uint32_t office) const {
    if (office == kNobody) return kNobody;
    const std::uint32_t end = n_.offices[office].tokens.end;
    const bool genitive = lower(end) == "'s" || lower(end) == "'";
    // "Director for Africa in |Kenya|'s State Department"
    return genitive && t_.tags.covering(end - 1) == nullptr ? n_.office_after(end + 1) : office;
  }

  // "Dar, |Saudi deputy minister| discuss defence ties": nothing closes it, so they are two.
  [[nodiscard]] bool is_second_of_headline(std::uint32_t office) const {
    const std::uint32_t end = n_.offices[office].tokens.end;
    const text::Sentence& s = doc_.sentences()[doc_.sentence_of(end - 1)];
    return s.role == text::LineRole::headline && end < s.tokens.end && !doc_.is_punctuation(end) &&
           lower(end) != "and";
  }

  // "X, the |country's| Minister of Trade", "the |host country's|": where the office stands, or
  // `at`.
  [[nodiscard]] std::uint32_t behind_country(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 5> kNouns{"country", "nation", "kingdom",
                                                            "republic", "island"};
    const std::uint32_t noun = lower(at) == "host" ? at + 1 : at;
    const bool owner = is_one_of(lower(noun), kNouns) && lower(noun + 1) == "'s";
    return owner ? noun + 2 : at;
  }

  // "represented by the Hon. X |Minister of Foreign Affairs| and Foreign Trade; ..."
  [[nodiscard]] bool is_bare(const Naming& n, std::uint32_t at) const {
    const std::uint32_t office = n_.office_after(at);
    if (office == kNobody || n_.used[office] || !n.offices.empty() || !doc_.is_capital(at)) {
      return false;
    }
    const Office& o = n_.offices[office];
    const text::Sentence& s = doc_.sentences()[doc_.sentence_of(at)];
    const bool told = s.role == text::LineRole::body || s.role == text::LineRole::item;
    return told && !o.plural && o.tokens.size() > 1 && same_sentence(at, n.tokens.begin);
  }

  // "X, |MP|, Minister of Trade": where the office stands, or `at`.
  [[nodiscard]] std::uint32_t behind_letters(std::uint32_t at) const {
    const Match* m = t_.matches.find(at, Channel::honorific);
    const bool letters = m != nullptr && t_.catalogue.honorifics()[m->id].after;
    if (!letters || lower(m->tokens.end) != ",") return at;
    std::uint32_t next = m->tokens.end + 1;
    if (lower(next) == "who" && lower(next + 1) == "is") next += 2;  // "X, MP, |who is| Minister"
    next = n_.behind_the(next);
    return n_.office_after(next) != kNobody && same_sentence(at, next) ? next : at;
  }

  // "Secretary of State X of Y, |the Minister of Z|": the office is of another state.
  // "the Prime Minister of Y, X, |President of the Commission|, Z": a body's, and his is a state's.
  [[nodiscard]] bool is_others(const Naming& before, const Office& office) const {
    const Named body = before.offices.front().body;
    if (office.state) return before.state ? before.state.id != office.state.id : bool(body);
    if (!office.body || office.office == npos) return false;
    const std::string_view id = t_.catalogue.offices()[office.office].id;
    const bool chair = id == "chair" || id == "co_chair" || id == "vice_chair" ||
                       id == "chairperson_in_office";  // states' leaders hold it besides
    return !chair && (before.state || (body && body.id != office.body.id));
  }

  // "X, who is also |its representative|, Y": the office is that of X.
  [[nodiscard]] bool in_relative_clause(std::uint32_t office) const {
    constexpr std::uint32_t kReach = 7;
    const std::uint32_t floor = n_.sentence(office).begin;
    for (std::uint32_t at = office; at > floor && office - at < kReach; --at) {
      if (lower(at - 1) == ",") return false;
      if (lower(at - 1) == "who") return true;
    }
    return false;
  }

  // "President X, who is Chairperson of the Union", "who as Chairperson leads it".
  void take_further(Naming& n) {
    std::uint32_t at = n.whole.end;
    if (lower(at) != "," || lower(at + 1) != "who") return;
    if (lower(at + 2) != "is" && lower(at + 2) != "as") return;
    at += 3;
    while (lower(at) == "also" || lower(at) == "the" || lower(at) == "currently") ++at;
    at = behind_country(at);
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
    // "A, Secretary in the Ministry, and |Chile's Deputy Minister|, B"
    const bool of_other = o.begin > 1 && lower(o.begin - 1) == "and" && opens_with_state(o);
    if ((another || of_other) && lower(end) == ",") {
      end = behind_further_office(n_, end + 1);
      if (has_title_or_is_known(end)) return false;
    }
    for (std::uint32_t t = end; t < std::min(end + 5, doc_.size()); ++t) {
      const Tag* tag = t_.tags.covering(t);
      if (tag != nullptr && tag->label == Label::person) return same_sentence(end - 1, t);
      if (tag != nullptr || (!doc_.is_capital(t) && lower(t) != ".")) return false;
    }
    return false;
  }

  // "With A, the French Foreign Minister, |Minister B| spoke": who follows the comma has an office
  // of his own, or was told of before by a longer name.
  [[nodiscard]] bool has_title_or_is_known(std::uint32_t at) const {
    if (const std::uint32_t own = n_.office_after(at); own != kNobody) {
      return !is_bare_rank(n_.offices[own]);  // "the Trade Representative, Ambassador A"
    }
    const std::size_t i = n_.next(at);
    if (i >= n_.all.size() || n_.all[i].tokens.begin != at) return false;
    const TokenRange name = n_.all[i].tokens;
    constexpr std::size_t kFar = 400;  // names
    for (std::size_t back = i > kFar ? i - kFar : 0; back + 1 < i; ++back) {
      const Naming& n = n_.all[back];
      const bool longer = n.tokens.size() > name.size() && !n.offices.empty();
      if (longer && lower(n.tokens.end - 1) == lower(name.end - 1)) return true;
    }
    return false;
  }

  Namings& n_;
  const Text& t_;
  const text::Document& doc_;
  const NameExtent extent_;
};

}  // namespace

void attach_titles(Namings& namings) { Titles(namings).run(); }

}  // namespace rapporteur::names
