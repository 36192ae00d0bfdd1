// The words before the head of an office: modifiers, portfolios, the state or body whose it is.

#include <algorithm>
#include <array>
#include <string_view>

#include "office_parser.h"

namespace rapporteur::names {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;

// "Peru's Minister", "the SCO's Secretary": nothing of the office stands before the owner.
Parser::Step Parser::over_genitive(Front& f) {
  if (doc_.lower(f.at - 1) != "'s" && doc_.lower(f.at - 1) != "'") return Step::none;
  if (f.at - 1 <= sentence_.begin) return Step::none;
  const Tag* owner = t_.tags.covering(f.at - 2);
  if (owner == nullptr) return Step::stop;
  if (take_owner(*owner) || take_capital(*owner)) f.at = owner->tokens.begin;
  return Step::stop;
}

// "|Lima|'s new foreign minister": the capital for the state, where only states have the office.
bool Parser::take_capital(const Tag& owner) {
  if (!is_capital_city(owner) || !serves_state()) return false;
  take_seat(owner);
  return true;
}

bool Parser::is_capital_city(const Tag& tag) const {
  return tag.label == Label::place && tag.id != npos &&
         t_.catalogue.places()[tag.id].kind == catalogue::PlaceKind::capital;
}

void Parser::take_seat(const Tag& capital) {
  if (office_.state) return;
  office_.state = {t_.catalogue.places()[capital.id].state, doc_.span(capital.tokens)};
}

// "|Peruvian| Minister", "|SCO| Secretary-General"
Parser::Step Parser::over_name(Front& f) {
  const Tag* tag = t_.tags.covering(f.at - 1);
  if (tag == nullptr) return Step::none;
  const bool of_state = tag->label == Label::nationality || tag->label == Label::state;
  if (is_place_of_stay(*tag) || is_agency(*tag)) return Step::stop;
  const bool region = tag->label == Label::place && is_regional();
  if (!of_state && !region && tag->label != Label::body) return Step::stop;
  if (of_state) set_state(*tag);
  if (tag->label == Label::body) set_body(*tag);
  f.at = tag->tokens.begin;
  // "SCO Secretary-General": the body is no part of the wording; "DIRCO Minister" is.
  if (region || (tag->label == Label::body && tag->id == npos)) f.wording = f.at;
  return Step::moved;
}

// "|the Indian Ocean Commission (IOC)| Secretary-General": the letters stand between the two.
Parser::Step Parser::over_letters(Front& f) {
  const bool bracket = f.at >= sentence_.begin + 4 && doc_.lower(f.at - 1) == ")" &&
                       doc_.lower(f.at - 3) == "(" && doc_.shape(f.at - 2) == text::Shape::upper;
  const Tag* tag = bracket ? t_.tags.covering(f.at - 4) : nullptr;
  const bool owner = tag != nullptr && (tag->label == Label::body || tag->label == Label::state);
  if (!owner || tag->tokens.end != f.at - 3) return Step::none;
  if (tag->label == Label::body && tag->id == npos) return Step::none;
  if (take_owner(*tag)) f.at = tag->tokens.begin;
  return Step::stop;
}

// "during his stay |in Chile| Minister A of Peru met", "on a visit |to Chile|": where, not whose.
bool Parser::is_place_of_stay(const Tag& tag) const {
  const std::uint32_t at = tag.tokens.begin;
  if (tag.label != Label::state || at <= sentence_.begin + 1) return false;
  const std::string_view noun = doc_.lower(at - 2);
  const bool journey = noun == "visit" || noun == "trip" || noun == "journey" || noun == "tour";
  return doc_.lower(at - 1) == "in" || (doc_.lower(at - 1) == "to" && journey);
}

// "ASTANA. |KAZINFORM| Foreign Minister A met B": who reports, whose office it is not.
bool Parser::is_agency(const Tag& tag) const {
  const lexicon::CueClass agencies = t_.lexicon.cue_class("agency");
  const Match* m = nullptr;
  return tag.label == Label::body && tag.id == npos && tag.tokens.begin == sentence_.begin &&
         t_.lexicon.cue_at(t_.matches, tag.tokens.begin, agencies, &m) != nullptr &&
         m->tokens.end == tag.tokens.end;
}

// "|former| President", "|Foreign| Minister"
Parser::Step Parser::over_title_word(Front& f) {
  // "first |deputy minister|", in small letters as well
  const std::string_view next = doc_.lower(f.at);
  if (doc_.lower(f.at - 1) == "first" && (next == "deputy" || next == "vice")) {
    f.wording = --f.at;
    return Step::moved;
  }
  if (const Match* m = ending_at(f.at, Channel::modifier); m != nullptr) {
    if (is_predicate(m->tokens.begin)) return Step::stop;
    const auto kind = t_.catalogue.modifiers()[m->id].kind;
    if (kind == catalogue::ModifierKind::former) office_.former = true;
    // "host Prime Minister A": what he is for the day.
    const std::string_view word = doc_.lower(m->tokens.begin);
    f.at = m->tokens.begin;
    if (word != "host" && word != "visiting") f.wording = f.at;
    return Step::moved;
  }
  const Match* portfolio = ending_at(f.at, Channel::portfolio);
  if (portfolio == nullptr) return Step::none;
  f.at = portfolio->tokens.begin;
  f.wording = f.at;
  return Step::moved;
}

// "Foreign |and| Defence Ministers", "Secretary|-|General", "|Industry, Trade and| Employment
// Secretary"
Parser::Step Parser::over_joint(Front& f) {
  const bool joint = doc_.lower(f.at - 1) == "and" && f.wording == f.at &&
                     ending_at(f.at - 1, Channel::portfolio) != nullptr &&
                     (f.at != head_.tokens.begin || is_owned_list(f.at - 1));
  if (joint || is_hyphen(f.at - 1)) {
    --f.at;
    return Step::moved;
  }
  const std::uint32_t list = list_before(f.at, f.wording);
  if (list >= f.at) return Step::none;
  f.at = list;
  f.wording = f.at;
  return Step::moved;
}

// "Peru's |embattled| President"
Parser::Step Parser::over_epithet(Front& f) {
  const bool epithet = f.wording == f.at && f.at > sentence_.begin + 2 &&
                       doc_.shape(f.at - 1) == text::Shape::lower && doc_.lower(f.at - 2) == "'s" &&
                       doc_.is_capital(f.at);
  const Tag* owner = epithet ? t_.tags.covering(f.at - 3) : nullptr;
  if (owner == nullptr || owner->label != Label::state) return Step::none;
  set_state(*owner);
  f.at = owner->tokens.begin;
  return Step::stop;
}

// "X |Meets| Presidents of Peru and Chile": a verb that a headline writes with a capital.
bool Parser::is_headline_verb(std::uint32_t t) const {
  static constexpr std::array<std::string_view, 20> kVerbs{
      "meets",  "sees",  "receives", "hosts",  "thanks",   "welcomes",      "visits",
      "greets", "urges", "tells",    "calls",  "awaits",   "congratulates", "joins",
      "met",    "saw",   "received", "hosted", "welcomed", "congratulated"};
  return std::find(kVerbs.begin(), kVerbs.end(), doc_.lower(t)) != kVerbs.end();
}

// "Deputy |Prime Minister|": two heads in a row, or a word in capitals of which no table knows.
Parser::Step Parser::over_capital(Front& f) {
  const Match* head = ending_at(f.at, Channel::office);
  const bool capital = doc_.is_capital(f.at - 1) && doc_.is_capital(head_.tokens.begin) &&
                       doc_.shape(f.at - 1) != text::Shape::upper && !starts_sentence(f.at - 1);
  const bool plain = doc_.word(f.at - 1).size() > 2 && doc_.lower(f.at - 1) != "the";
  if (capital && head != nullptr) {
    f.at = head->tokens.begin;
  } else if (capital && plain && !ends_honorific(f.at) && !is_date(f.at - 1) &&
             !is_headline_verb(f.at - 1)) {
    --f.at;
  } else {
    if (f.wording == f.at && is_department(f.at - 1)) f.wording = --f.at;
    return Step::stop;
  }
  f.wording = f.at;
  return Step::moved;
}

void Parser::left() {
  const std::uint32_t head = with_twin(head_.tokens.begin);
  Front f{head, head};
  for (Step step = Step::moved; step != Step::stop && f.at > sentence_.begin;) {
    step = over_genitive(f);
    if (step == Step::none) step = over_letters(f);
    if (step == Step::none) step = over_name(f);
    if (step == Step::none) step = over_title_word(f);
    if (step == Step::none) step = over_joint(f);
    if (step == Step::none) step = over_epithet(f);
    if (step == Step::none) step = over_capital(f);
  }
  while (f.at < f.wording && (doc_.lower(f.at) == "-" || doc_.lower(f.at) == "and")) ++f.at;
  if (f.at == f.wording) f.at = f.wording = front_list(f.wording);
  office_.tokens.begin = std::min(f.at, f.wording);
  wording_begin_ = f.wording;
  if (office_.tokens.begin > sentence_.begin) {
    const std::string_view before = doc_.lower(office_.tokens.begin - 1);
    office_.definite = before == "the" || before == "his" || before == "her" || before == "their";
  }
}

// "A, |DFA| Undersecretary", "the |MEA| Secretary": letters that nothing else is known by.
bool Parser::is_department(std::uint32_t t) const {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 6;
  const std::string_view word = doc_.word(t);
  const bool letters = doc_.shape(t) == text::Shape::upper && word.size() >= kShortest &&
                       word.size() <= kLongest && t_.tags.covering(t) == nullptr &&
                       word.find('.') == std::string_view::npos && !ends_honorific(t + 1);
  if (!letters || doc_.shape(head_.tokens.begin) != text::Shape::capitalised) return false;
  if (t == sentence_.begin) return true;
  const std::string_view before = doc_.lower(t - 1);
  return before == "," || before == "the" || before == "'s" || before == "(" || before == "and";
}

// "On that side were |present| Minister A and Minister B".
bool Parser::is_predicate(std::uint32_t t) const {
  // "a delegation |under| State Secretary A"
  if (doc_.lower(t) == "under" && !doc_.is_capital(t) && doc_.is_capital(t + 1)) return true;
  if (doc_.lower(t) != "present" || t == sentence_.begin) return false;
  const std::string_view before = doc_.lower(t - 1);
  return before == "were" || before == "was" || before == "are" || before == "is" ||
         before == "at" || before == "also";
}

}  // namespace rapporteur::names
