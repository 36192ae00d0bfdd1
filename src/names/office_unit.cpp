// Where somebody holds an office and of what he or she is in charge: units behind commas and in
// brackets, the state of an ambassador, "responsible for".

#include <algorithm>

#include "office_parser.h"

namespace rapporteur::names {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;

// "Minister |in charge| of", "Minister |responsible| for": where the preposition stands.
std::uint32_t Parser::behind_charge(std::uint32_t at) const {
  if (lower(at) == "," && at + 1 < sentence_.end) {  // "Minister of Trade, in charge of Crafts"
    const std::uint32_t behind = behind_charge(at + 1);
    return behind > at + 1 ? behind : at;
  }
  if (lower(at) == "in" && lower(at + 1) == "charge" && lower(at + 2) == "of") return at + 2;
  if (lower(at) == "with" && lower(at + 1) == "responsibility" && lower(at + 2) == "for") {
    return at + 2;
  }
  const bool charged = lower(at) == "responsible" || lower(at) == "charged";
  return charged && (lower(at + 1) == "for" || lower(at + 1) == "with") ? at + 1 : at;
}

// "Cabinet Secretary in |the Ministry of Trade|", "in |Uganda's foreign ministry|", "Director in
// |the foreign ministry|"
bool Parser::leads_to_unit(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 4;  // tokens of "State Department for"
  while (is_determiner(lower(at))) ++at;
  if (at >= sentence_.end) return false;
  if (doc_.is_capital(at) && (is_unit(lower(at)) || lower(at) == "office")) return true;
  const Tag* tag = t_.tags.starting(at);
  const bool owned = tag != nullptr && (tag->label == Label::state ||
                                        tag->label == Label::nationality || is_capital_city(*tag));
  if (owned)
    at = tag->tokens.end + (lower(tag->tokens.end) == "'s" || lower(tag->tokens.end) == "'");
  for (std::uint32_t t = at; t < std::min(at + kLongest, sentence_.end); ++t) {
    if (owned ? is_unit(lower(t)) : lower(t) == "ministry" && !stays_at_home()) return true;
    if (doc_.is_punctuation(t) || is_preposition(lower(t))) return false;
  }
  return false;
}

// "Ambassador of Chile |in Peru|", "Oman's ambassador |in Lima|": the end of it, or `at`.
std::uint32_t Parser::own_seat(std::uint32_t at) {
  if (lower(at) != "in" || office_.office == npos || office_.plural) return at;
  // "Resident Representative of the Programme |in Peru|" is sent there, too
  const bool envoy =
      t_.catalogue.offices()[office_.office].level == catalogue::OfficeLevel::ambassador ||
      (office_.body && !office_.state);
  std::uint32_t next = at + 1;
  while (is_determiner(lower(next))) ++next;
  const Tag* tag = envoy && next < sentence_.end ? t_.tags.starting(next) : nullptr;
  const bool state =
      tag != nullptr && tag->label == Label::state &&
      (office_.state ? tag->id != office_.state.id : static_cast<bool>(office_.body));
  const std::uint32_t end = tag != nullptr ? behind_country(*tag) : at;
  const bool town = tag != nullptr && tag->label == Label::place && lower(end) == "," &&
                    end + 1 < sentence_.end && leads_to_person(end + 1);
  if (!state && !town) return at;
  wording_.push_back({at, tag->tokens.end});
  return town ? end : tag->tokens.end;
}

// "Director at the Foreign Ministry |in Lima|, took part": the capital for the state whose the unit
// is; behind it, or `at`.
std::uint32_t Parser::seat_of_unit(std::uint32_t at) {
  if (lower(at) != "in" || wording_.empty() || lower(wording_.back().end - 1) != "ministry")
    return at;
  const Tag* tag = at + 1 < sentence_.end ? t_.tags.starting(at + 1) : nullptr;
  if (tag == nullptr || !is_capital_city(*tag)) return at;
  const std::string_view next = lower(tag->tokens.end);
  if (next != "," && next != ")" && next != ";") return at;
  take_seat(*tag);
  return tag->tokens.end;
}

// "in Lima|, Peru|, Mr A": behind the state in which the town lies, or behind the town.
std::uint32_t Parser::behind_country(const Tag& town) const {
  const std::uint32_t at = town.tokens.end;
  if (town.label != Label::place || town.id == npos || lower(at) != ",") return at;
  const Tag* country = at + 1 < sentence_.end ? t_.tags.starting(at + 1) : nullptr;
  const bool lies = country != nullptr && country->label == Label::state &&
                    country->id == t_.catalogue.places()[town.id].state;
  return lies ? country->tokens.end : at;
}

// A person's name stands at `at`, whatever titles go before it.
bool Parser::leads_to_person(std::uint32_t at) const {
  while (at < sentence_.end) {
    const Tag* tag = t_.tags.covering(at);
    if (tag != nullptr) return tag->label == Label::person;
    const Match* title = t_.matches.find(at, Channel::honorific);
    if (title == nullptr && lower(at) != "the") return false;
    at = title != nullptr ? title->tokens.end : at + 1;
  }
  return false;
}

bool Parser::is_unit(std::string_view word) {
  return word == "ministry" || word == "department" || word == "division" || word == "wing" ||
         word == "bureau" || word == "directorate" || word == "office" || word == "agency" ||
         word == "authority" || word == "secretariat" || word == "centre" || word == "center" ||
         word == "institute" || word == "service" || word == "services" || word == "commission" ||
         word == "administration";
}

// "Director, Ministry of Foreign Affairs", "Secretary (East)": the end of it, or `at`.
std::uint32_t Parser::own_unit(std::uint32_t at) {
  if (office_.plural) return at;
  if (lower(at) == ",") {
    const Tag* tag = at + 1 < sentence_.end ? t_.tags.starting(at + 1) : nullptr;
    const bool unit = tag != nullptr && tag->label == Label::body && tag->id == npos &&
                      (is_unit(lower(at + 1)) || is_unit(lower(tag->tokens.end - 1)));
    if (!unit) return at;
    // "Director, Ministry of Trade |and Industry|"
    const std::uint32_t end = matter_end(at + 1, tag->tokens.end);
    wording_.push_back({at, end});
    return end;
  }
  if (lower(at) != "(" || !doc_.is_capital(head_.tokens.begin)) return at;
  std::uint32_t end = at + 1;
  for (; end < sentence_.end && end < at + 6 && lower(end) != ")"; ++end) {
    const Tag* tag = t_.tags.covering(end);
    const bool word = doc_.is_capital(end) && doc_.shape(end) == text::Shape::capitalised;
    if ((!word && lower(end) != "and" && lower(end) != "&") || ends_honorific(end + 1)) return at;
    const bool region = tag != nullptr && tag->label == Label::place && tag->id == npos;
    if (tag != nullptr && tag->label != Label::body && !region) return at;
    if (t_.matches.find(end, Channel::office) != nullptr) return at;
  }
  const bool title = end + 1 < sentence_.end && lower(end) == ")" && end > at + 1;
  const std::string_view head = doc_.lower(head_.tokens.end - 1);
  if (!title || (head != "secretary" && head != "director")) return at;
  wording_.push_back({at, end + 1});
  return end + 1;
}

// "of Seychelles |Coastguard|", "of the Latvian |Armed Forces General Staff|": the end of what of a
// state whose name ends at `at` is meant, or `at`.
std::uint32_t Parser::unit_of_state(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 4;
  if (serves_state()) return at;
  const lexicon::CueClass nouns = t_.lexicon.cue_class("organ_noun");
  std::uint32_t found = at;
  for (std::uint32_t t = at; t < std::min(at + kLongest, sentence_.end); ++t) {
    const Match* m = nullptr;
    if (!doc_.is_capital(t) || t_.tags.covering(t) != nullptr) break;
    if (t_.lexicon.cue_at(t_.matches, t, nouns, &m) != nullptr) {
      found = m->tokens.end;
      continue;
    }
    const bool title = t >= found && (t_.matches.find(t, Channel::office) != nullptr ||
                                      t_.matches.find(t, Channel::honorific) != nullptr);
    if (title) break;
  }
  return found;
}

// "of |15| member states", "of the |ten| states": behind the number, or `at`.
std::uint32_t Parser::behind_count(std::uint32_t at) const {
  if (at >= sentence_.end) return at;
  const lexicon::CueClass counts = t_.lexicon.cue_class("count");
  const bool count =
      doc_.shape(at) == text::Shape::number || t_.lexicon.cue_at(t_.matches, at, counts) != nullptr;
  return count ? at + 1 : at;
}

// "ministers of |countries of the Union|", "of |member states of the Union|": behind the body,
// whose they are; or `begin`.
std::uint32_t Parser::behind_members(std::uint32_t begin) {
  if (!office_.plural) return begin;
  std::uint32_t at = begin;
  if (lower(at) == "all") ++at;
  if (is_determiner(lower(at))) ++at;
  at = behind_count(at);
  if (lower(at) == "member" || lower(at) == "contracting" || lower(at) == "participating") ++at;
  const std::string_view members = lower(at);
  const bool circle = members == "countries" || members == "states" || members == "members" ||
                      members == "nations" || members == "parties";
  if (!circle) return begin;
  ++at;
  const std::string_view word = lower(at);
  if (word != "of" && word != "to" && word != "in" && word != "from") return begin;
  ++at;
  while (is_determiner(lower(at))) ++at;
  const Tag* tag = at < sentence_.end ? t_.tags.starting(at) : nullptr;
  if (tag == nullptr || tag->label != Label::body || tag->id == npos) return begin;
  set_body(*tag);
  return tag->tokens.end;
}

// "of |ten| ASEAN member states", with the number at `at`: behind it, or `at`.
std::uint32_t Parser::behind_count_of_members(std::uint32_t at) const {
  const std::uint32_t behind = behind_count(at);
  const Tag* tag = behind < sentence_.end ? t_.tags.starting(behind) : nullptr;
  const bool circle = tag != nullptr && tag->label == Label::body && tag->id != npos;
  return circle && behind_member_states(tag->tokens.end) > tag->tokens.end ? behind : at;
}

// "Ambassador|-Designate| of Spain", "President|-elect|".
bool Parser::is_to_come(std::uint32_t at) const {
  return at + 1 < sentence_.end && is_hyphen(at) &&
         (lower(at + 1) == "designate" || lower(at + 1) == "elect");
}

// "of the Union |member states|" at `at`, behind the body: the end of it, or `at`.
std::uint32_t Parser::behind_member_states(std::uint32_t at) const {
  const std::uint32_t noun = lower(at) == "member" || lower(at) == "participating" ? at + 1 : at;
  const std::string_view word = lower(noun);
  return word == "states" || word == "countries" || word == "nations" ? noun + 1 : at;
}

// "|Planning Commission| of Kenya": where the name of the unit ends, whose state follows.
std::uint32_t Parser::end_of_unit(const Tag& tag) const {
  for (std::uint32_t t = tag.tokens.begin + 1; t + 1 < tag.tokens.end; ++t) {
    if (lower(t) != "of") continue;
    const Match* state = t_.matches.find(t + 1, Channel::state);
    return state != nullptr && state->tokens.end == tag.tokens.end ? t : tag.tokens.end;
  }
  return tag.tokens.end;
}

// "Director General |Economic Affairs| A", "Deputy Chairman |Planning Commission|": what the holder
// is in charge of right behind the head, before a name or the end of a clause. Its end, or `at`.
std::uint32_t Parser::matter_beside(std::uint32_t at) const {
  if (office_.plural || office_.state || !doc_.is_capital(head_.tokens.begin)) return at;
  if (at >= sentence_.end || !doc_.is_capital(at)) return at;
  std::uint32_t end = at;
  const Tag* tag = t_.tags.starting(at);
  const Match* portfolio = t_.matches.find(at, Channel::portfolio);
  const Match* force = nullptr;
  const lexicon::CueClass nouns = t_.lexicon.cue_class("organ_noun");
  if (tag != nullptr && tag->label == Label::body && tag->id == npos) {
    const std::uint32_t name = end_of_unit(*tag);
    const std::string_view last = lower(name - 1);
    const bool house = last == "assembly" || last == "parliament" || last == "senate";
    if (is_unit(last) || last == "staff" || house) end = name;
  } else if (t_.lexicon.cue_at(t_.matches, at, nouns, &force) != nullptr) {
    end = force->tokens.end;
  } else if (tag == nullptr && portfolio != nullptr && doc_.is_capital(portfolio->tokens.end - 1)) {
    end = portfolio->tokens.end;
  }
  if (end == at || t_.matches.find(end, Channel::office) != nullptr) return at;
  std::uint32_t name = end;
  const Match* honorific = t_.matches.find(name, Channel::honorific);
  if (honorific != nullptr) name = honorific->tokens.end;
  const Tag* person = name < sentence_.end ? t_.tags.starting(name) : nullptr;
  const bool named = person != nullptr && person->label == Label::person;
  const std::string_view next = lower(end);
  return named || next == "of" || next == "(" || next == "," || next == ";" ? end : at;
}

// "to |His Majesty|", nobody named: the end of it, or `begin`.
std::uint32_t Parser::majesty(std::uint32_t begin) const {
  const Match* m = t_.matches.find(begin, Channel::honorific);
  const bool noble = m != nullptr && t_.catalogue.honorifics()[m->id].kind == "noble" &&
                     (lower(begin) == "his" || lower(begin) == "her");
  if (!noble) return begin;
  std::uint32_t end = m->tokens.end;
  const Tag* tag = end < sentence_.end ? t_.tags.covering(end) : nullptr;
  const bool named = tag != nullptr && tag->label == Label::person;
  const Match* more = t_.matches.find(end, Channel::honorific);
  const bool title = more != nullptr || t_.matches.find(end, Channel::office) != nullptr;
  return named ? (m->tokens.size() > 1 ? end : begin) : title ? begin : end;
}

// "water department", "parliaments": an organ in lower case that starts at `begin`. Its end, or
// `begin`.
std::uint32_t Parser::organ_noun(std::uint32_t begin) const {
  const lexicon::CueClass heads = t_.lexicon.cue_class("body_head");
  const lexicon::CueClass nouns = t_.lexicon.cue_class("organ_noun");
  std::uint32_t found = begin;
  for (std::uint32_t t = begin; t < std::min(begin + 4, sentence_.end); ++t) {
    if (doc_.shape(t) != text::Shape::lower || is_preposition(doc_.lower(t))) break;
    const Match* m = nullptr;
    const bool organ = t_.lexicon.cue_at(t_.matches, t, heads, &m) != nullptr ||
                       t_.lexicon.cue_at(t_.matches, t, nouns, &m) != nullptr;
    if (organ) found = m->tokens.end;
  }
  return found;
}

// "FSB", of which no table knows: a service in capitals.
bool Parser::is_short_name(std::uint32_t at) const {
  constexpr std::size_t kLongest = 6;  // letters
  return at < sentence_.end && t_.tags.starting(at) == nullptr &&
         doc_.shape(at) == text::Shape::upper && doc_.word(at).size() > 1 &&
         doc_.word(at).size() <= kLongest;
}

// "of Russia's Security Council", "of the Lao National Assembly": the organ, whose preposition
// stands at `from`, starts at `begin`. Its end, or `from`.
std::uint32_t Parser::organ_of_state(std::uint32_t from, std::uint32_t begin) {
  const Tag* tag = begin < sentence_.end ? t_.tags.starting(begin) : nullptr;
  std::uint32_t end = begin;
  if (tag != nullptr && tag->label == Label::body) {
    end = tag->tokens.end;
  } else if (const std::uint32_t noun = organ_noun(begin); noun > begin && !office_.plural) {
    end = noun;  // "of Tajik |customs|"
  } else if (const std::uint32_t unit = unit_of_state(begin); unit > begin) {
    end = unit;  // "of the Latvian |Army|"
  } else if (begin < sentence_.end && tag == nullptr &&
             (lower(begin) == "parliament" || lower(begin) == "senate" ||
              lower(begin) == "government" || lower(begin) == "parliamentary")) {
    end = begin + 1;
  } else if (is_short_name(begin)) {
    end = begin + 1;  // "of the Russian |FSB|"
  }
  if (end == begin) return from;
  wording_.push_back({from, from + 1});
  wording_.push_back({begin, end});
  return end;
}

}  // namespace rapporteur::names
