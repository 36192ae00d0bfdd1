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

// "President of the |European Council|": a head that names its body; but "Chairman of the National
// |Assembly|", which is no one's Assembly but a state's.
void Parser::body_within() {
  for (std::uint32_t t = head_.tokens.begin; t < head_.tokens.end; ++t) {
    const Match* m = t_.matches.find(t, Channel::body);
    if (m == nullptr || m->tokens.end > head_.tokens.end || m->tokens == head_.tokens) continue;
    const catalogue::Index body = t_.catalogue.body_names()[m->id].body;
    const bool part = t > head_.tokens.begin && doc_.is_capital(t - 1);
    if (body == npos || part) continue;
    office_.body = {body, doc_.span(m->tokens)};
    return;
  }
}

// "|European| Commissioner A": of the Commission.
void Parser::european() {
  if (office_.body || office_.office == npos || office_.words.empty()) return;
  if (t_.catalogue.offices()[office_.office].id != "commissioner") return;
  const std::uint32_t first = doc_.token_at(office_.words.front().begin);
  const bool before = first > sentence_.begin && lower(first - 1) == "european";
  const bool within = lower(first) == "european" || lower(first) == "eu";
  const std::uint32_t word = before ? first - 1 : first;
  if (before || within) {
    office_.body = {t_.catalogue.find_body("eu.commission"), doc_.span({word, word + 1})};
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
  if (!office_.state) european();
  // "Minister for EAC Affairs", but "the foreign ministers of the SCO"
  if (serves_state() && !office_.plural) office_.body = {};
  // With both a state and a body the office is the state's ("Russia's envoy to NATO").
  if (office_.state && office_.body) office_.body = {};
}

Office parse_office(const Text& text, const Match& head, std::uint32_t floor) {
  return Parser(text, head, floor).parse();
}

}  // namespace rapporteur::names
