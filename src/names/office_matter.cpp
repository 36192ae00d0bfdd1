// What the holder of an office is in charge of: "Foreign Affairs and Trade", "Livestock,
// Agriculture and Food Security".

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

constexpr std::uint32_t kLongestMatter = 12;  // tokens of subjects before another comma

}  // namespace

// "|Industry and| Trade Minister": where a portfolio of several starts that goes on into the head,
// or `head`.
std::uint32_t Parser::with_twin(std::uint32_t head) const {
  constexpr std::uint32_t kLongest = 6;  // tokens of "Investment, Industry and Foreign"
  for (std::uint32_t back = std::min(kLongest, head - sentence_.begin); back > 1; --back) {
    const Match* twin = t_.matches.find(head - back, Channel::portfolio);
    const bool across =
        twin != nullptr && twin->tokens.end > head && twin->tokens.end < head_.tokens.end;
    if (across && doc_.is_capital(head - back) == doc_.is_capital(head)) return head - back;
  }
  return head;
}

// Where the portfolio starts that ends at `end` behind "the", the name of a state or another of a
// list; or `end`.
std::uint32_t Parser::owned_portfolio(std::uint32_t end) const {
  const Match* portfolio = ending_at(end, Channel::portfolio);
  if (portfolio == nullptr || portfolio->tokens.begin == sentence_.begin) return end;
  const std::uint32_t begin = portfolio->tokens.begin;
  const std::string_view before = doc_.lower(begin - 1);
  const Tag* owner = t_.tags.covering(begin - 1);
  const bool owned =
      owner != nullptr && (owner->label == Label::state || owner->label == Label::nationality);
  return owned || before == "the" || before == "'s" || before == "," ? begin : end;
}

// "Peru's |Industry| and Commerce Minister", where the head says a portfolio itself.
bool Parser::is_owned_list(std::uint32_t end) const {
  const bool says = t_.matches.find(head_.tokens.begin, Channel::portfolio) != nullptr;
  const std::uint32_t begin = owned_portfolio(end);
  return says && begin < end && doc_.is_capital(begin) == doc_.is_capital(head_.tokens.begin);
}

// "the |Industry|, Trade and Employment Secretary": where the portfolio starts that a comma parts
// from those that start at `wording` and hold an "and", or `at`.
std::uint32_t Parser::list_before(std::uint32_t at, std::uint32_t wording) const {
  if (at != wording || at < sentence_.begin + 2 || doc_.lower(at - 1) != ",") return at;
  if (!holds_and({at, head_.tokens.end})) return at;
  const std::uint32_t begin = owned_portfolio(at - 1);
  return begin < at - 1 ? begin : at;
}

// "A, |Justice, Legal and| Parliamentary Affairs Minister B": where a list of capitals starts that
// "and" joins to what starts at `at`, or `at`. Behind somebody's name a comma parts people.
std::uint32_t Parser::front_list(std::uint32_t at) const {
  if (office_.plural || !doc_.is_capital(at) || at < sentence_.begin + 2) return at;
  if (doc_.sentences()[doc_.sentence_of(at)].role == text::LineRole::headline) return at;
  const std::string_view joint = doc_.lower(at - 1);
  bool comma = joint == "," && holds_and({at, head_.tokens.end});
  const bool joined = (joint == "and" || joint == "&") && doc_.lower(at - 2) != ",";
  if (!comma && !joined) return at;
  std::uint32_t begin = at;
  for (std::uint32_t t = at; t > sentence_.begin; --t) {
    const std::string_view word = doc_.lower(t - 1);
    const bool parts = word == "," || word == "and" || word == "&" || word == "'s" || word == "'";
    if (parts) {
      const bool named = t > sentence_.begin + 1 && t_.tags.covering(t - 2) != nullptr;
      if (named) break;
      comma = comma || word == ",";
      continue;
    }
    const bool matter = doc_.is_capital(t - 1) && t_.tags.covering(t - 1) == nullptr &&
                        !starts_sentence(t - 1) && ending_at(t, Channel::office) == nullptr &&
                        !ends_honorific(t);
    if (!matter && doc_.shape(t - 1) != text::Shape::lower) return at;
    if (!matter) break;
    begin = t - 1;
  }
  return comma ? begin : at;
}

// "Foreign Affairs and Trade", "Economic Development", "tourism".
std::uint32_t Parser::subject_matter(std::uint32_t from, std::uint32_t begin) {
  std::uint32_t end = matter_end(begin, begin);
  if (end == begin) return from;
  // "the ministers of the Nordic |countries|"
  const bool region = office_.plural && end < sentence_.end &&
                      (lower(end) == "countries" || lower(end) == "nations");
  if (region) ++end;
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
    if (end > begin && owns_matter(end)) next = end + 1;
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

// "Small Islands|'| Affairs", "Elders|'| Rights": the genitive before what they are looked after
// in.
bool Parser::owns_matter(std::uint32_t at) const {
  const std::string_view mark = lower(at);
  const bool genitive = (mark == "'" || mark == "’" || mark == "'s") && !doc_.space_before(at);
  if (!genitive || at + 1 >= sentence_.end || !doc_.is_capital(at + 1)) return false;
  const std::string_view what = lower(at + 1);
  return what == "affairs" || what == "rights" || what == "welfare" || what == "development" ||
         what == "empowerment" || what == "relations" || what == "issues" || what == "services" ||
         what == "protection";
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
  if (!of || !joint) return end;
  // "the ministers of trade |and industry| of A and B", but "the ministers of trade and experts"
  if (office_.plural && t_.matches.find(end + 1, Channel::portfolio) == nullptr) return end;
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
    if (portfolio != nullptr) return !leads_to_office(portfolio->tokens.begin);
    return starts_people(at + 1);
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
    if (starts_people(t)) {
      ++words;
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

// "Trade, and |Moroccan Expatriates|,"
bool Parser::starts_people(std::uint32_t at) const {
  const Tag* tag = at < sentence_.end ? t_.tags.starting(at) : nullptr;
  return tag != nullptr && tag->label == Label::nationality &&
         subject_of_people(*tag) > tag->tokens.begin;
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
