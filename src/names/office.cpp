// An office is parsed from its head ("Minister") outwards: first to the left over modifiers,
// portfolios and the state, then to the right over "of", "for", "to", "under" and what they take.

#include <algorithm>
#include <cctype>
#include <string_view>

#include "office_parser.h"

namespace rapporteur::names {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

namespace {

constexpr std::uint32_t kLongestTitle = 6;  // tokens of "Custodian of the Two Holy Mosques"

}  // namespace

Parser::Parser(const Text& text, const Match& head, std::uint32_t floor)
    : t_(text), doc_(text.doc), head_(head), sentence_(sentence_tokens()) {
  sentence_.begin = std::max(sentence_.begin, floor);
}

Office Parser::parse() {
  const catalogue::OfficeName& name = t_.catalogue.office_names()[head_.id];
  office_.office = name.office;
  office_.plural = name.plural;
  office_.tokens = head_.tokens;
  left();
  wording_.push_back({wording_begin_, head_.tokens.end});
  right();
  finish();
  return office_;
}

TokenRange Parser::sentence_tokens() const {
  return doc_.sentences()[doc_.sentence_of(head_.tokens.begin)].tokens;
}

std::string_view Parser::lower(std::uint32_t t) const {
  return t < sentence_.end ? doc_.lower(t) : std::string_view();
}

void Parser::set_state(const Tag& tag) {
  if (!office_.state) office_.state = {tag.id, doc_.span(tag.tokens)};
}

void Parser::set_body(const Tag& tag) {
  if (!office_.body || office_.body.id == npos) office_.body = {tag.id, doc_.span(tag.tokens)};
}

// The longest match of `channel` that ends at `end`, or null.
const Match* Parser::ending_at(std::uint32_t end, Channel channel) const {
  const std::uint32_t most = std::min(kLongestTitle, end - std::min(end, sentence_.begin));
  for (std::uint32_t back = most; back > 0; --back) {
    for (const Match& m : t_.matches.at(end - back)) {
      if (m.channel == channel && m.tokens.end == end) return &m;
    }
  }
  return nullptr;
}

void Parser::left() {
  std::uint32_t at = with_twin(head_.tokens.begin);
  std::uint32_t wording = at;
  while (at > sentence_.begin) {
    const Tag* tag = t_.tags.covering(at - 1);
    const bool genitive = doc_.lower(at - 1) == "'s" || (doc_.lower(at - 1) == "'");
    if (genitive && at - 1 > sentence_.begin) {
      const Tag* owner = t_.tags.covering(at - 2);
      if (owner == nullptr || !take_owner(*owner)) break;
      at = owner->tokens.begin;
      break;
    }
    if (tag != nullptr) {
      if (tag->label == Label::nationality || tag->label == Label::state) {
        set_state(*tag);
        at = tag->tokens.begin;
        continue;
      }
      if (tag->label == Label::place && is_regional()) {
        at = tag->tokens.begin;
        wording = at;
        continue;
      }
      if (tag->label == Label::body) {
        const bool known = tag->id != npos;
        set_body(*tag);
        at = tag->tokens.begin;
        // "SCO Secretary-General": the body is no part of the wording; "DIRCO Minister" is.
        if (!known) wording = at;
        continue;
      }
      break;
    }
    if (const Match* m = ending_at(at, Channel::modifier); m != nullptr) {
      if (is_predicate(m->tokens.begin)) break;
      const auto kind = t_.catalogue.modifiers()[m->id].kind;
      if (kind == catalogue::ModifierKind::former) office_.former = true;
      // "host Prime Minister A": what he is for the day.
      const std::string_view word = doc_.lower(m->tokens.begin);
      const bool passing = word == "host" || word == "visiting";
      at = m->tokens.begin;
      if (!passing) wording = at;
      continue;
    }
    if (const Match* m = ending_at(at, Channel::portfolio); m != nullptr) {
      at = m->tokens.begin;
      wording = at;
      continue;
    }
    // "Foreign and Defence Ministers"; "Deputy Prime Minister": two heads in a row.
    const bool joint = doc_.lower(at - 1) == "and" && wording == at &&
                       ending_at(at - 1, Channel::portfolio) != nullptr &&
                       (at != head_.tokens.begin || is_owned_list(at - 1));
    if (joint || is_hyphen(at - 1)) {
      --at;
      continue;
    }
    // "Bhutan's |Industry|, Trade and Employment Secretary"
    if (const std::uint32_t list = list_before(at, wording); list < at) {
      at = list;
      wording = at;
      continue;
    }
    // "Peru's |embattled| President"
    const bool epithet = wording == at && at > sentence_.begin + 2 &&
                         doc_.shape(at - 1) == text::Shape::lower && doc_.lower(at - 2) == "'s" &&
                         doc_.is_capital(at);
    const Tag* owner = epithet ? t_.tags.covering(at - 3) : nullptr;
    if (owner != nullptr && owner->label == Label::state) {
      set_state(*owner);
      at = owner->tokens.begin;
      break;
    }
    const Match* head = ending_at(at, Channel::office);
    const bool capital = doc_.is_capital(at - 1) && doc_.is_capital(head_.tokens.begin) &&
                         doc_.shape(at - 1) != text::Shape::upper && !starts_sentence(at - 1);
    if (head != nullptr && capital) {
      at = head->tokens.begin;
      wording = at;
      continue;
    }
    const bool plain = doc_.word(at - 1).size() > 2 && doc_.lower(at - 1) != "the";
    if (capital && plain && !ends_honorific(at) && !is_date(at - 1)) {
      --at;
      wording = at;
      continue;
    }
    if (wording == at && is_department(at - 1)) {
      --at;
      wording = at;
      break;
    }
    break;
  }
  while (at < wording && (doc_.lower(at) == "-" || doc_.lower(at) == "and")) ++at;
  office_.tokens.begin = std::min(at, wording);
  wording_begin_ = wording;
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
  if (doc_.lower(t) != "present" || t == sentence_.begin) return false;
  const std::string_view before = doc_.lower(t - 1);
  return before == "were" || before == "was" || before == "are" || before == "is" ||
         before == "at" || before == "also";
}

// "head of Peruvian diplomacy": an office by its whole wording, though a state parts it.
void Parser::know_whole() {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  for (const catalogue::OfficeName& name : t_.catalogue.office_names()) {
    if (name.plural != office_.plural) continue;
    if (!std::equal(name.text.begin(), name.text.end(), office_.text.begin(), office_.text.end(),
                    same)) {
      continue;
    }
    office_.office = name.office;
    return;
  }
}

// Holders of the office serve another: "Adviser to the US President".
bool Parser::serves() const {
  if (office_.office == npos) return false;
  const catalogue::OfficeLevel level = t_.catalogue.offices()[office_.office].level;
  return level == catalogue::OfficeLevel::adviser || level == catalogue::OfficeLevel::envoy ||
         level == catalogue::OfficeLevel::official;
}

// "President of the |European Council|": a head that names its body.
void Parser::body_within() {
  for (std::uint32_t t = head_.tokens.begin; t < head_.tokens.end; ++t) {
    const Match* m = t_.matches.find(t, Channel::body);
    if (m == nullptr || m->tokens.end > head_.tokens.end || m->tokens == head_.tokens) continue;
    const catalogue::Index body = t_.catalogue.body_names()[m->id].body;
    if (body == npos) continue;
    office_.body = {body, doc_.span(m->tokens)};
    return;
  }
}

// No organisation has such an office.
bool Parser::serves_state() const {
  if (office_.office == npos) return false;
  const catalogue::OfficeLevel level = t_.catalogue.offices()[office_.office].level;
  return level == catalogue::OfficeLevel::minister ||
         level == catalogue::OfficeLevel::deputy_minister ||
         level == catalogue::OfficeLevel::head_of_government;
}

bool Parser::is_hyphen(std::uint32_t t) const {
  return doc_.lower(t) == "-" && !doc_.space_before(t);
}

bool Parser::is_regional() const {
  return office_.office != npos &&
         t_.catalogue.offices()[office_.office].level == catalogue::OfficeLevel::regional;
}

bool Parser::ends_honorific(std::uint32_t end) const {
  return ending_at(end, Channel::honorific) != nullptr;
}

bool Parser::is_date(std::uint32_t t) const {
  const lexicon::Cue* cue = t_.lexicon.cue_at(t_.matches, t, t_.lexicon.cue_class("no_name"));
  return cue != nullptr && (cue->value == "date" || cue->value == "opener");
}

bool Parser::take_owner(const Tag& owner) {
  switch (owner.label) {
    case Label::state:
    case Label::nationality:
      set_state(owner);
      return true;
    case Label::body:
      set_body(owner);
      return true;
    default:
      return false;
  }
}

void Parser::finish() {
  for (TokenRange r : wording_) {
    if (r.empty()) continue;
    const ByteSpan span = doc_.span(r);
    const bool touches =
        !office_.words.empty() && doc_.token_at(office_.words.back().end) == r.begin &&
        doc_.slice({office_.words.back().end, span.begin}).find_first_not_of(" \n") ==
            std::string_view::npos;
    if (touches) {
      office_.words.back().end = span.end;
    } else {
      office_.words.push_back(span);
    }
  }
  for (const ByteSpan span : office_.words) {
    if (!office_.text.empty()) office_.text += ' ';
    for (const char c : doc_.slice(span)) office_.text += c == '\n' ? ' ' : c;
  }
  if (office_.state && office_.words.size() > 1) know_whole();
  if (!office_.body && !office_.state) body_within();
  // "Minister for EAC Affairs", but "the foreign ministers of the SCO"
  if (serves_state() && !office_.plural) office_.body = {};
  // With both a state and a body the office is the state's ("Russia's envoy to NATO").
  if (office_.state && office_.body) office_.body = {};
}

Office parse_office(const Text& text, const Match& head, std::uint32_t floor) {
  return Parser(text, head, floor).parse();
}

}  // namespace rapporteur::names
