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
constexpr std::uint32_t kLongestMatter = 12;  // tokens of subjects before another comma

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

// "Minister of Transport": one with a portfolio.
bool Parser::is_minister() const {
  if (office_.office == npos) return false;
  const catalogue::OfficeLevel level = t_.catalogue.offices()[office_.office].level;
  const bool minister =
      level == catalogue::OfficeLevel::minister || level == catalogue::OfficeLevel::deputy_minister;
  return minister && std::any_of(wording_.begin(), wording_.end(), [&](TokenRange r) {
           return !r.empty() && (doc_.lower(r.begin) == "of" || doc_.lower(r.begin) == "for");
         });
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
  while (at < sentence_.end && at - head_.tokens.begin < kLongestOffice) {
    const std::uint32_t seat = own_seat(at);
    if (seat > at) {
      at = seat;
      continue;
    }
    std::uint32_t next = behind_charge(at);
    const bool within = lower(next) == "in" && leads_to_unit(next + 1);
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
    ++next;
    // "of |The| Gambia": the article of a name stays
    while (is_determiner(lower(next)) && t_.tags.starting(next) == nullptr) ++next;
    const std::uint32_t end = complement(at, next, preposition);
    if (end == at) break;
    at = end;
  }
  office_.tokens.end = behind_short_name(at);
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
  const Tag* tag = t_.tags.covering(begin);
  // "|Head of the Department| of Trade": the head takes in where its unit's name starts
  const bool within = tag != nullptr && tag->label == Label::body && tag->id == npos &&
                      tag->tokens.begin > head_.tokens.begin &&
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
    if (preposition == "of" && (genitive || tag->label == Label::nationality)) {
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
    if (of_state != nullptr && preposition != "of" && serves()) {
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
    if (preposition == "to" || preposition == "for" || preposition == "with") {
      wording_.push_back({from, end});
      return end;
    }
    return from;
  }
  if (const std::uint32_t end = behind_members(begin); end > begin) return end;
  if (tag != nullptr && tag->label == Label::body) {
    const bool organisation = tag->id != npos && !is_organ(*tag);
    // "its Ambassador |to the Union|" serves who sent him
    if (preposition != "to" || !is_envoy()) set_body(*tag);
    const std::uint32_t after = behind_member_states(without_honorific(tag->tokens));
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

// "Foreign Affairs and Trade", "Economic Development", "tourism".
std::uint32_t Parser::subject_matter(std::uint32_t from, std::uint32_t begin) {
  const std::uint32_t end = matter_end(begin, begin);
  if (end == begin) return from;
  wording_.push_back({from, end});
  return end;
}

// The end of the subject matter that starts at `begin` and goes on, or starts, at `end`.
std::uint32_t Parser::matter_end(std::uint32_t begin, std::uint32_t end) const {
  for (;;) {
    std::uint32_t next = end;
    if (end > begin) {
      const bool list = lower(next) == "," && end - begin < kLongestMatter;
      if (list && (list_goes_on(next + 1) || closes_with_and(next + 1))) ++next;
      if (lower(next) == "and" || lower(next) == "&") ++next;
      if (next > end && lower(next) == "the" && names_matter(next + 1)) ++next;
      if (lower(next) == "-" && !doc_.space_before(next)) ++next;
    }
    if (next >= sentence_.end) break;
    // "International |Co-operation|"
    const bool half = next > end && next + 1 <= sentence_.end && lower(next - 1) == "-" &&
                      !doc_.space_before(next) && doc_.shape(next) == text::Shape::lower;
    if (half && next == end + 1) {
      end = next + 1;
      continue;
    }
    const std::uint32_t word = subject_word(next);
    if (word == next) break;
    // After a conjunction, another office or a person ends the portfolio.
    const bool joined = next > end || end > begin;
    if (joined && (t_.matches.find(next, Channel::office) != nullptr ||
                   (next > end && leads_to_office(next)))) {
      break;
    }
    end = word;
  }
  return end;
}

// "Cooperation and the |Francophonie|,": capitals that lead to nobody's office.
bool Parser::names_matter(std::uint32_t at) const {
  return at < sentence_.end && doc_.is_capital(at) && t_.tags.covering(at) == nullptr &&
         t_.matches.find(at, Channel::office) == nullptr &&
         t_.matches.find(at, Channel::honorific) == nullptr && !leads_to_office(at);
}

// "and |NATO Secretary General|", "and |Acting President|": capitals that end in another office.
bool Parser::leads_to_office(std::uint32_t at) const {
  constexpr std::uint32_t kNear = 5;
  for (std::uint32_t t = at; t < std::min(at + kNear, sentence_.end); ++t) {
    const Match* office = t_.matches.find(t, Channel::office);
    if (office != nullptr) return doc_.is_capital(t);
    if (!doc_.is_capital(t) && lower(t) != "-") return false;
  }
  return false;
}

// "Minister of Foreign Affairs |and Tourism|": the end of what a head that says a portfolio itself
// goes on with.
std::uint32_t Parser::more_matter() {
  const std::uint32_t end = head_.tokens.end;
  bool of = false;
  for (std::uint32_t t = head_.tokens.begin; t < end; ++t) {
    of = of || doc_.lower(t) == "of" || doc_.lower(t) == "for";
  }
  const bool joint = lower(end) == "," || lower(end) == "and" || lower(end) == "&";
  if (!of || !joint || office_.plural) return end;
  const std::uint32_t last = matter_end(head_.tokens.begin, end);
  if (last > end) wording_.push_back({end, last});
  return last;
}

bool Parser::holds_and(TokenRange r) const {
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (doc_.lower(t) == "and" || doc_.lower(t) == "&") return true;
  }
  return false;
}

// "of Trade, Industry and Crafts": after the comma comes a portfolio word and then "and" or ",".
bool Parser::list_goes_on(std::uint32_t at) const {
  if (lower(at) == "and") {  // "Trade, Industry, and |Crafts|"
    const Match* portfolio = t_.matches.find(at + 1, Channel::portfolio);
    return portfolio != nullptr && !leads_to_office(portfolio->tokens.begin);
  }
  std::uint32_t end = at;
  for (int more = 0; more < 3 && end < sentence_.end; ++more) {
    const std::uint32_t word = subject_word(end);
    if (word == end || (more > 0 && t_.matches.find(end, Channel::office) != nullptr)) break;
    end = word;
  }
  const Tag* unit = at < sentence_.end ? t_.tags.starting(at) : nullptr;
  // "Trade and Export Development", taken for a body.
  const bool wholly = unit != nullptr && unit->label == Label::body && unit->id == npos &&
                      end == unit->tokens.end && holds_and(unit->tokens);
  if (wholly) return true;
  const bool portfolio = t_.matches.find(at, Channel::portfolio) != nullptr;
  const bool words = lower(end) == "and" && t_.tags.covering(at) == nullptr && end > at &&
                     end + 1 < sentence_.end && doc_.is_capital(end + 1) &&
                     t_.matches.find(end + 1, Channel::office) == nullptr;
  return end > at && (lower(end) == "and" || lower(end) == ",") &&
         t_.matches.find(at, Channel::office) == nullptr && (portfolio || words);
}

// "of Livestock, |Agriculture, Food Security and Water|": capitals that commas part and "and"
// closes, none of them a person, a state or an office.
bool Parser::closes_with_and(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 16;
  if (office_.plural || !doc_.is_capital(head_.tokens.begin)) return false;
  bool closed = false;
  std::uint32_t words = 0;  // of the subject
  for (std::uint32_t t = at; t < std::min(at + kReach, sentence_.end); ++t) {
    const std::string_view word = lower(t);
    if (word == "," || word == "and" || word == "&") {
      if (closed && words > 0) return true;
      const bool oxford = word == "and" && words == 0 && t > at;  // "Trade, Industry, and Crafts"
      if (words == 0 && !oxford) return false;
      closed = word != ",";
      if (closed && lower(t + 1) == "the") ++t;
      if (closed && leads_to_office(t + 1)) return false;
      words = 0;
      continue;
    }
    if (word == "the" && words == 0) continue;  // "the Middle Classes, |the| Self-employed and"
    if (is_hyphen(t) && words > 0) {            // "Self-|employed|"
      if (t + 1 < sentence_.end && !doc_.space_before(t + 1)) ++t;
      continue;
    }
    const Tag* tag = t_.tags.covering(t);
    const bool other = tag != nullptr && tag->label != Label::place && tag->id != npos;
    if (other || (tag != nullptr && tag->label == Label::person) || !doc_.is_capital(t) ||
        is_date(t) || t_.matches.find(t, Channel::honorific) != nullptr) {
      return closed && words > 0;
    }
    if (t_.matches.find(t, Channel::office) != nullptr) return false;
    ++words;
  }
  return closed && words > 0;
}

// The end of a body's words, before the title of the person behind them: "Royal Office |Gen.".
std::uint32_t Parser::without_honorific(TokenRange body) const {
  const Match* title = ending_at(body.end, Channel::honorific);
  const Tag* next = body.end < sentence_.end ? t_.tags.starting(body.end) : nullptr;
  const bool apart = title != nullptr && title->tokens.begin > body.begin && next != nullptr &&
                     next->label == Label::person &&
                     lower(title->tokens.begin - 1) != "of";  // "Office of His Majesty"
  return apart ? title->tokens.begin : body.end;
}

// "and |Moroccan Expatriates|": the end of it, or where the adjective starts if that leads on to
// another office ("and |Russian Defence Minister|").
std::uint32_t Parser::subject_of_people(const Tag& adjective) const {
  const std::uint32_t next = adjective.tokens.end;
  const bool word = next < sentence_.end && doc_.is_capital(next) &&
                    t_.tags.covering(next) == nullptr &&
                    t_.matches.find(next, Channel::honorific) == nullptr;
  return word && !leads_to_office(next) ? next + 1 : adjective.tokens.begin;
}

// The end of one piece of subject matter at `at`, or `at`.
std::uint32_t Parser::subject_word(std::uint32_t at) const {
  const Tag* tag = t_.tags.covering(at);
  if (tag != nullptr && tag->label == Label::person) {
    return tag->tokens.begin == at ? name_begin(t_, *tag) : at;
  }
  if (const Match* m = t_.matches.find(at, Channel::portfolio); m != nullptr) {
    return m->tokens.end;
  }
  if (tag != nullptr && tag->label == Label::place) return tag->tokens.end;
  if (tag != nullptr && tag->label == Label::body) return without_honorific(tag->tokens);
  if (tag != nullptr && tag->label == Label::nationality) return subject_of_people(*tag);
  if (tag != nullptr) return at;
  const bool initial = doc_.word(at).size() == 1 && doc_.word(at) != "&";
  const bool word = doc_.is_capital(at) && t_.matches.find(at, Channel::honorific) == nullptr;
  return word && !initial && !is_date(at) ? at + 1 : at;
}

}  // namespace rapporteur::names
