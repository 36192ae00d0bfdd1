// What follows the head of an office: "of", "for", "to", "under" and what they take.

#include <algorithm>

#include "office_parser.h"

namespace rapporteur::names {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

namespace {

constexpr std::uint32_t kLongestOffice = 30;  // tokens

}  // namespace

bool Parser::is_organ(const Tag& tag) const {
  return tag.id != npos && t_.catalogue.bodies()[tag.id].kind == catalogue::BodyKind::organ;
}

bool Parser::is_preposition(std::string_view word) {
  return word == "of" || word == "for" || word == "to" || word == "on" || word == "under" ||
         word == "at" || word == "with";
}

bool Parser::is_determiner(std::string_view word) {
  return word == "the" || word == "his" || word == "her" || word == "its" || word == "their";
}

bool Parser::is_chair() const {
  if (office_.office == npos) return false;
  const std::string_view id = t_.catalogue.offices()[office_.office].id;
  return id == "chair" || id == "co_chair" || id == "vice_chair";
}

// "Lagos |State|", taken for somebody's name.
bool Parser::is_region(TokenRange name) const {
  const std::string_view last = lower(name.end - 1);
  return name.size() > 1 && is_regional() &&
         (last == "state" || last == "province" || last == "region" || last == "county" ||
          last == "district" || last == "island" || last == "islands" || last == "prefecture");
}

bool Parser::is_envoy() const {
  return office_.office != npos &&
         t_.catalogue.offices()[office_.office].level == catalogue::OfficeLevel::ambassador;
}

// "Minister of Transport", "Minister for Foreign Affairs": one with a portfolio.
bool Parser::is_minister() const {
  if (office_.office == npos) return false;
  const catalogue::Office& office = t_.catalogue.offices()[office_.office];
  const bool minister = office.level == catalogue::OfficeLevel::minister ||
                        office.level == catalogue::OfficeLevel::deputy_minister;
  const bool charged = std::any_of(wording_.begin(), wording_.end(), [&](TokenRange r) {
    return !r.empty() && (doc_.lower(r.begin) == "of" || doc_.lower(r.begin) == "for");
  });
  return minister && (charged || !office.portfolio.empty());
}

void Parser::right() {
  std::uint32_t at = more_matter();
  if (at == head_.tokens.end && matter_beside(at) > at) {
    wording_.push_back({at, matter_beside(at)});
    at = matter_beside(at);
  }
  if (at == head_.tokens.end && is_to_come(at)) {
    wording_.push_back({at, at + 2});
    at += 2;
  }
  if (at == head_.tokens.end) at = behind_bare_body(at);
  while (at < sentence_.end && at - head_.tokens.begin < kLongestOffice) {
    const std::uint32_t seat = std::max(own_seat(at), seat_of_unit(at));
    if (seat > at) {
      at = seat;
      continue;
    }
    std::uint32_t next = behind_charge(at);
    const bool within = (lower(next) == "in" || lower(next) == "at") && leads_to_unit(next + 1);
    const std::string_view preposition = within ? "of" : lower(next);
    // "Party chief |To| Lam": in a sentence a preposition is no capital.
    const bool named = next < sentence_.end && doc_.is_capital(next) && next > sentence_.begin &&
                       doc_.sentences()[doc_.sentence_of(next)].role == text::LineRole::body;
    if (!is_preposition(preposition) || (named && preposition == "to")) {
      const std::uint32_t unit = own_unit(at);
      if (unit == at) break;
      at = unit;
      continue;
    }
    if (const std::uint32_t end = behind_own_state(next); end > next) {
      at = end;
      continue;
    }
    ++next;
    // "of |The| Gambia": the article of a name stays
    while (is_determiner(lower(next)) && t_.tags.starting(next) == nullptr) ++next;
    const std::uint32_t end = complement(at, next, preposition);
    if (end == at) break;
    at = end;
  }
  office_.tokens.end = behind_sender(behind_short_name(at));
}

// "the Minister of Trade |from the Republic of Peru|": behind the state whose it is, or `at`.
std::uint32_t Parser::behind_sender(std::uint32_t at) {
  if (office_.plural || office_.state || lower(at) != "from" || !stays_at_home()) return at;
  const std::uint32_t begin = lower(at + 1) == "the" ? at + 2 : at + 1;
  const Tag* tag = begin < sentence_.end ? t_.tags.starting(begin) : nullptr;
  if (tag == nullptr || tag->label != Label::state) return at;
  set_state(*tag);
  return tag->tokens.end;
}

// "Secretary General |SAARC| Anna Dahl": the body without its preposition, right before a person.
std::uint32_t Parser::behind_bare_body(std::uint32_t at) {
  const Tag* tag = at < sentence_.end ? t_.tags.starting(at) : nullptr;
  const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
  if (!body || office_.plural || office_.state || serves_state()) return at;
  if (!leads_to_person(tag->tokens.end)) return at;
  set_body(*tag);
  return tag->tokens.end;
}

// "Foreign Minister |of the country|, A": a state named before; behind it, or `at`.
std::uint32_t Parser::behind_own_state(std::uint32_t at) const {
  const std::string_view noun = lower(at + 2);
  const bool state = noun == "country" || noun == "nation" || noun == "republic";
  const bool own = lower(at) == "of" && lower(at + 1) == "the" && state;
  return own && t_.tags.covering(at + 2) == nullptr ? at + 3 : at;
}

// "Secretary of the Ministry of Trade |(MOT) of Peru|": behind the state whose it is, or `at`.
std::uint32_t Parser::behind_short_name(std::uint32_t at) {
  const std::uint32_t open = lower(at) == ")" && at > sentence_.begin + 1 ? at - 2 : at;
  if (lower(open) != "(" || lower(open + 2) != ")" || lower(open + 3) != "of") return at;
  const std::uint32_t begin = lower(open + 4) == "the" ? open + 5 : open + 4;
  const Tag* tag = begin < sentence_.end ? t_.tags.starting(begin) : nullptr;
  if (tag == nullptr || tag->label != Label::state) return at;
  set_state(*tag);
  if (!wording_.empty() && wording_.back().end > open) wording_.back().end = open;
  return tag->tokens.end;
}

// Takes what follows a preposition that stands at `from`; the complement starts at `begin`.
// The end of it, or `from` if it is none.
std::uint32_t Parser::complement(std::uint32_t from, std::uint32_t begin,
                                 std::string_view preposition) {
  if (begin >= sentence_.end) return from;
  // "handed the |chair| of the Commission to President A": to whom, not of what.
  if (preposition == "to" && is_chair()) return from;
  // "the visit of the Kyrgyz minister |to Bishkek|": where he goes
  const Tag* town = preposition == "to" ? t_.tags.starting(begin) : nullptr;
  if (town != nullptr && town->label == Label::place && !is_sent()) return from;
  // "brought the ministers |to the Hilton|"
  if (preposition == "to" && office_.plural && stays_at_home()) return from;
  if (office_.plural) begin = behind_count_of_members(begin);
  const Tag* tag = t_.tags.covering(begin);
  // "|Head of the Department| of Trade": the head takes in where its unit's name starts
  const bool within = tag != nullptr && tag->label == Label::body && tag->id == npos &&
                      tag->tokens.begin >= head_.tokens.begin &&
                      tag->tokens.begin < head_.tokens.end && preposition == "of";
  if (within) {
    wording_.push_back({from, tag->tokens.end});
    return tag->tokens.end;
  }
  if (tag != nullptr && tag->tokens.begin != begin) return from;
  if (tag != nullptr && tag->label == Label::person) {
    if (preposition == "of" && is_region(tag->tokens)) {  // "Governor of |Lagos State|"
      wording_.push_back({from, tag->tokens.end});
      return tag->tokens.end;
    }
    const std::uint32_t end = name_begin(t_, *tag);
    if (end > begin) wording_.push_back({from, end});
    return end > begin ? end : from;
  }
  const Match* inner = t_.matches.find(begin, Channel::office);
  // "the meeting of Peru's Foreign Minister |with| the President of Chile": two who meet
  if (preposition == "with" && inner != nullptr) return from;
  if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
    const std::uint32_t end = tag->tokens.end;
    const Match* of_state = t_.matches.find(end, Channel::office);
    const bool genitive = lower(end) == "'s" || lower(end) == "'";
    if (preposition == "with" && (genitive || of_state != nullptr)) return from;
    const Match* served = t_.matches.find(genitive ? end + 1 : end, Channel::office);
    const bool owned = genitive || tag->label == Label::nationality;
    if (preposition == "of" && owned && served != nullptr && serves()) {
      // "Special Envoy of Oman's Sultan"
      set_state(*tag);
      wording_.push_back({from, begin});
      wording_.push_back(served->tokens);
      return served->tokens.end;
    }
    const bool owns = genitive || tag->label == Label::nationality || is_short_name(end);
    if (preposition == "of" && owns) {
      const std::uint32_t organ = organ_of_state(from, genitive ? end + 1 : end);
      if (organ != from) {
        set_state(*tag);
        return organ;
      }
    }
    if (preposition == "of" && tag->label == Label::state) {
      const std::uint32_t unit = unit_of_state(end);
      if (unit > end) {  // "Commander of Seychelles |Coastguard|"
        set_state(*tag);
        wording_.push_back({from, from + 1});
        wording_.push_back({end, unit});
        return unit;
      }
      // "President of Russia"
      set_state(*tag);
      return end;
    }
    // "Head of the Union's Delegation to Peru, |Ambassador A|"
    const bool rank = of_state != nullptr && preposition == "to" && leads_to_envoy(*of_state);
    if (of_state != nullptr && preposition != "of" && serves() && !rank) {
      // "Adviser to the US President"
      set_state(*tag);
      wording_.push_back({from, begin});
      wording_.push_back(of_state->tokens);
      return of_state->tokens.end;
    }
    if (tag->label == Label::nationality && of_state == nullptr) {
      // "Ambassador for the |Indian Ocean|"
      const bool matter = preposition != "to" && subject_of_people(*tag) > tag->tokens.begin;
      return matter ? subject_matter(from, begin) : from;
    }
    const bool sent = std::any_of(wording_.begin(), wording_.end(), [&](TokenRange r) {
      return !r.empty() && doc_.lower(r.begin) == "to";
    });
    if (preposition == "for" && tag->label == Label::state && sent && !office_.state) {
      set_state(*tag);  // "Commissioner to the Union for Grenada"
      return end;
    }
    if (preposition == "for" && tag->label == Label::state && !office_.state && is_minister()) {
      set_state(*tag);  // "Minister of Transport for the Republic of South Africa"
      return end;
    }
    const bool advises =
        preposition == "to" && tag->label == Label::state && !office_.state &&
        office_.office != npos &&
        t_.catalogue.offices()[office_.office].level == catalogue::OfficeLevel::adviser;
    if (advises) {
      set_state(*tag);  // "National Security Adviser to the Republic of Mauritius"
      return end;
    }
    // "the visit of the President of Peru |to| Chile": where he goes
    if (preposition == "to" && stays_at_home()) return from;
    if (preposition == "to" || preposition == "for" || preposition == "with") {
      wording_.push_back({from, behind_states(end)});
      return wording_.back().end;
    }
    return from;
  }
  const bool seat = tag != nullptr && is_capital_city(*tag) && lower(tag->tokens.end) == "'s";
  if (seat && preposition == "of") {  // "in Lima's Foreign Ministry"
    const std::uint32_t organ = organ_of_state(from, tag->tokens.end + 1);
    if (organ != from) take_seat(*tag);
    return organ;
  }
  if (const std::uint32_t end = behind_members(begin); end > begin) return end;
  if (tag != nullptr && tag->label == Label::body) {
    const bool organisation = tag->id != npos && !is_organ(*tag);
    // "its Ambassador |to the Union|" serves who sent him
    const bool sent_to = preposition == "to" && is_envoy();
    if (!sent_to && !is_desk(tag->tokens.end)) set_body(*tag);
    const std::uint32_t after = behind_member_states(without_honorific(tag->tokens));
    // "Special Envoy of the UN |Secretary-General| for Chad"
    const Match* master = t_.matches.find(after, Channel::office);
    if (organisation && preposition == "of" && is_sent() && master != nullptr) {
      wording_.push_back({from, master->tokens.end});
      return master->tokens.end;
    }
    // "Co-ordinator of OSCE Economic Activities"
    const bool goes_on = after < sentence_.end && t_.tags.covering(after) == nullptr &&
                         doc_.shape(after) == text::Shape::capitalised &&
                         t_.matches.find(after, Channel::office) == nullptr &&
                         t_.matches.find(after, Channel::honorific) == nullptr;
    // "Minister of |Public Service|, Labour and Youth"
    const bool listed = serves_state() && lower(after) == "," && closes_with_and(after + 1);
    if (goes_on || listed) return subject_matter(from, begin);
    // "of the SCO Regional Anti-Terrorist Structure"
    const Tag* organ = after < sentence_.end ? t_.tags.starting(after) : nullptr;
    if (organisation && organ != nullptr && organ->label == Label::body) {
      wording_.push_back({from, organ->tokens.end});
      return organ->tokens.end;
    }
    if (const std::uint32_t group = behind_group(after); group > after) {
      wording_.push_back({from, group});
      return group;
    }
    const bool portfolio = serves_state() && !office_.plural;  // "Minister of |the Community|"
    if (!(organisation && preposition == "of") || portfolio) wording_.push_back({from, after});
    return after;
  }
  if (inner != nullptr && !is_phrase_office(begin)) {
    return nested(from, *inner);
  }
  if (const std::uint32_t end = majesty(begin); end > begin) {
    wording_.push_back({from, end});
    return end;
  }
  if (const std::uint32_t end = organ_noun(begin); end > begin && preposition == "of") {
    wording_.push_back({from, end});
    return end;
  }
  return subject_matter(from, begin);
}

// An ambassador or envoy, who stands for somebody else.
bool Parser::is_sent() const {
  using catalogue::OfficeLevel;
  if (office_.office == npos) return false;
  const OfficeLevel level = t_.catalogue.offices()[office_.office].level;
  return level == OfficeLevel::ambassador || level == OfficeLevel::envoy;
}

// "Special Envoy to Chad |and Mali|, A": behind the other state to which one is sent, or `at`.
std::uint32_t Parser::behind_states(std::uint32_t at) const {
  if (!is_sent() || lower(at) != "and") return at;
  const Tag* tag = at + 1 < sentence_.end ? t_.tags.starting(at + 1) : nullptr;
  if (tag == nullptr || tag->label != Label::state) return at;
  const std::string_view next = lower(tag->tokens.end);
  const bool owns = next == "'s" || t_.matches.find(tag->tokens.end, Channel::office) != nullptr;
  return owns ? at : tag->tokens.end;
}

// A head of state, a head of government or a minister is sent to no other state.
bool Parser::stays_at_home() const {
  using catalogue::OfficeLevel;
  if (office_.office == npos) return false;
  const OfficeLevel level = t_.catalogue.offices()[office_.office].level;
  return level == OfficeLevel::head_of_state || level == OfficeLevel::head_of_government ||
         level == OfficeLevel::minister;
}

// "|Ambassador| A": the title of who is named behind it.
bool Parser::leads_to_envoy(const Match& office) const {
  const catalogue::Index id = t_.catalogue.office_names()[office.id].office;
  return id != npos && t_.catalogue.offices()[id].level == catalogue::OfficeLevel::ambassador &&
         office.tokens.end < sentence_.end && leads_to_person(office.tokens.end);
}

// "head of the IMF |mission|": behind what a body sends or keeps somewhere, or `at`.
std::uint32_t Parser::behind_group(std::uint32_t at) const {
  const std::string_view word = lower(at);
  const bool group = word == "mission" || word == "delegation" || word == "team" ||
                     word == "office" || word == "representation";
  return group ? at + 1 : at;
}

// "Head of the GCC |Department|": a ministry's, which deals with that body.
bool Parser::is_desk(std::uint32_t at) const {
  const std::string_view word = lower(at);
  const bool unit =
      word == "department" || word == "division" || word == "directorate" || word == "desk";
  return unit && lower(at + 1) != "of" && lower(at + 1) != "for";
}

// An office that is only the start of a portfolio: "Minister of State for Trade".
bool Parser::is_phrase_office(std::uint32_t begin) const {
  const Match* portfolio = t_.matches.find(begin, Channel::portfolio);
  const Match* office = t_.matches.find(begin, Channel::office);
  return portfolio != nullptr && portfolio->tokens.end > office->tokens.end;
}

// "Chief of Staff to the President of X": the inner office belongs to the wording, its state to
// the whole.
std::uint32_t Parser::nested(std::uint32_t from, const Match& inner) {
  std::uint32_t end = inner.tokens.end;
  wording_.push_back({from, end});
  const std::uint32_t of = end;
  if (lower(of) == "of") {
    std::uint32_t next = of + 1;
    while (lower(next) == "the" && t_.tags.starting(next) == nullptr) ++next;
    const Tag* tag = next < sentence_.end ? t_.tags.starting(next) : nullptr;
    if (tag != nullptr && tag->label == Label::state) {
      set_state(*tag);
      return tag->tokens.end;
    }
  }
  return end;
}

}  // namespace rapporteur::names
