#include "nominal/nominal_front.h"

#include <algorithm>

#include "clause/word_form.h"
#include "nominal/meeting_number.h"
#include "nominal/nominal_words.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"
#include "organ/small_organ.h"

namespace rapporteur::meetings {

using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;

void NominalFront::take_front() {
  constexpr int kMost = 24;  // steps
  std::uint32_t at = m_.tokens.begin;
  for (int steps = 0; at > s_.begin && steps < kMost; ++steps) {
    std::uint32_t next = round_before(c_, at, kDeterminer);
    if (next == at && take_article(at)) {
      --at;
      break;
    }
    if (next == at) next = over_word(at);
    if (next == at) break;
    at = next;
  }
  m_.tokens.begin = at;
}

// "the" and "a" open the phrase.
bool NominalFront::take_article(std::uint32_t at) {
  const std::string_view before = c_.doc.lower(at - 1);
  if (is_determiner(before)) {
    // "announced |that| talks will be held": it opens a clause
    const bool clause = before == "that" && c_.lower(m_.trigger.end - 1).ends_with("s");
    m_.definite = !clause;
    return true;
  }
  if (before != "a" && before != "an") return false;
  m_.fresh = true;
  return true;
}

std::uint32_t NominalFront::over_word(std::uint32_t at) {
  if (const std::uint32_t open = over_bracket(at); open < at) return open;
  if (const std::uint32_t list = over_list(at); list < at) return list;
  if (const std::uint32_t joint = over_joint(at); joint < at) return joint;
  if (const std::uint32_t number = over_number(at); number < at) return number;
  if (const Tag* tag = c_.tags.covering(at - 1); tag != nullptr) {
    add_tag(*tag);
    return tag->tokens.begin;
  }
  if (const TokenRange body = body_on_subject(at); !body.empty()) {
    add_words(body);
    return body.begin;
  }
  if (const TokenRange row = row_before(at); !row.empty()) {
    add_words(row);
    return row.begin;
  }
  if (const std::optional<std::uint32_t> known = over_known(at); known) return *known;
  if (const TokenRange small = small_organ_before(c_, at); !small.empty()) {
    add_words(small);
    return small.begin;
  }
  if (const std::uint32_t group = over_officials(at); group < at) return group;
  if (const std::uint32_t two = over_two_and_two(at); two < at) return two;
  if (const std::uint32_t figures = over_figures(at); figures < at) return figures;
  if (const std::uint32_t quoted = over_quotes(at); quoted < at) return quoted;
  if (c_.doc.lower(at - 1) == "and" && at - 1 > s_.begin &&
      (joins_names(c_, at - 1) || (!shouted_ && joins_plurals(c_, s_.begin, at)))) {
    return at - 1;
  }
  if (c_.doc.is_capital(at - 1) && at - 1 > s_.begin && !shouted_) {
    add_capital(at - 1);
    return at - 1;
  }
  if (const std::uint32_t nouns = nouns_before(c_, at); nouns < at) return nouns;
  return round_before(c_, at, kPossessor);
}

// "a two-day |experts'| meeting", "the |technical experts| session": the group that meets; or `at`.
std::uint32_t NominalFront::over_officials(std::uint32_t at) {
  constexpr std::uint32_t kLongest = 3;  // words
  const bool meets = m_.kind == "meeting" || m_.kind == "session";
  if (!meets || m_.organ || !m_.organ_words.empty()) return at;
  const std::uint32_t end = c_.lower(at - 1) == "'" ? at - 1 : at;
  for (std::uint32_t back = kLongest; back > 0; --back) {
    if (end < s_.begin + back || c_.cast.starting(end - back) != nullptr) continue;
    TokenRange words;
    const bool group = c_.cue(end - back, c_.cues.officials, &words) != nullptr;
    if (!group || words.end != end) continue;
    add_words(words);
    return words.begin;
  }
  return at;
}

// "the |Joint Committee on Agriculture| session"
TokenRange NominalFront::body_on_subject(std::uint32_t at) const {
  const bool owns = c_.lower(at) == "'s" || c_.lower(at) == "'";
  if (shouted_ || owns || at == s_.begin || !c_.doc.is_capital(at - 1)) return {};
  const TokenRange body = capital_body_before(c_, at, s_.begin);
  const bool subject =
      !body.empty() && c_.cue(body.end - 1, c_.cues.organ_head) == nullptr && !is_known(body);
  return subject ? body : TokenRange{};
}

// "the |Strategic Dialogue| session", where the noun itself is no talks.
TokenRange NominalFront::row_before(std::uint32_t at) const {
  const bool talks = m_.kind == "talks" && c_.doc.is_capital(m_.trigger.begin);
  return shouted_ || talks ? TokenRange{} : row_of_talks_before(c_, at, s_.begin);
}

// A body that a table knows stands in `words`: it is what its tag says.
bool NominalFront::is_known(TokenRange words) const {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const Tag* tag = c_.tags.covering(t);
    if (tag != nullptr && tag->label == Label::body && tag->id != npos) return true;
  }
  return false;
}

// "the Common Market Council |(CMC)| Ordinary Meeting"
std::uint32_t NominalFront::over_bracket(std::uint32_t at) {
  const std::uint32_t open = bracket_before(c_, at);
  if (open == at) return at;
  const Tag* tag = c_.tags.covering(open + 1);
  if (tag != nullptr && tag->label == Label::body) add_body(*tag);
  return open;
}

// "the eleventh |Political, Security, and |Defence Dialogue", "the Peru-Chile |Trade and
// |Investment Dialogue": capitals in a row that commas part, from a number or a state on; or `at`.
std::uint32_t NominalFront::over_list(std::uint32_t at) {
  constexpr std::uint32_t kLongest = 12;
  const bool ministers = m_.kind == "meeting" || m_.kind == "session";
  if (shouted_ || at == s_.begin || !c_.doc.is_capital(at)) return at;
  if (m_.kind != "talks" && !ministers) return at;
  bool comma = false;
  std::uint32_t begin = at;
  while (begin > s_.begin && at - begin < kLongest) {
    const std::string_view word = c_.doc.lower(begin - 1);
    const Tag* tag = c_.tags.covering(begin - 1);
    const bool named = tag != nullptr && (tag->label != Label::body || tag->id != npos);
    const bool joint = word == "," || word == "and" || word == "&";
    if (named || c_.cast.covering(begin - 1) != nullptr || c_.time_at(begin - 1) != nullptr) break;
    if (ordinal_before(c_.doc, begin, s_.begin).value > 0) break;
    if (!joint && !c_.doc.is_capital(begin - 1)) break;
    // "the 11th |Foreign and |Defence Ministers' Meeting"
    const bool foreign = word == "and" && ministers && c_.lower(begin - 2) == "foreign";
    comma = comma || (word == "," && !ministers) || foreign;
    if (word == "," && ministers) break;
    --begin;
  }
  if (!comma || begin <= s_.begin || !c_.doc.is_capital(begin)) return at;
  std::uint32_t front = begin;  // "the fourth |annual| Political, Security and Defence Dialogue"
  if (front > s_.begin + 1 && c_.cue(front - 1, c_.cues.adjective) != nullptr) --front;
  const Tag* owner = c_.tags.covering(front - 1);
  const bool state =
      owner != nullptr && (owner->label == Label::state || owner->label == Label::nationality);
  const bool two = c_.doc.lower(front - 1) == "2" && c_.doc.lower(front - 2) == "+";
  if (!state && !two && ordinal_before(c_.doc, front, s_.begin).value == 0) return at;
  m_.organ_span = c_.doc.span({begin, m_.trigger.end});
  m_.organ_words = c_.words(m_.organ_span);
  return begin;
}

// "Peru|'s| summit", "Lima|-|Quito talks", "Ghana|/|Togo talks"
std::uint32_t NominalFront::over_joint(std::uint32_t at) {
  const std::string_view before = c_.doc.lower(at - 1);
  if (before == "'s" && at - 1 > s_.begin && c_.time_at(at - 2) != nullptr) m_.definite = true;
  const Tag* further = before == "/" && at - 1 > s_.begin ? c_.tags.covering(at - 2) : nullptr;
  const bool slash = further != nullptr && further->label == Label::state;
  const bool joint = before == "'s" || before == "'" || before == "-" || before == "+" || slash;
  return joint ? at - 1 : at;
}

std::uint32_t NominalFront::over_number(std::uint32_t at) {
  const Ordinal bare = bare_number(c_, at);
  const Ordinal o = bare.value > 0 ? bare : ordinal_before(c_.doc, at, s_.begin);
  if (o.value <= 0) return at;
  if (m_.ordinal == 0) {
    m_.ordinal = o.value;
    m_.ordinal_span = c_.doc.span(o.tokens);
  }
  return o.tokens.begin;
}

std::optional<std::uint32_t> NominalFront::over_known(std::uint32_t at) {
  const Match* adjective = ending(at, Channel::cue, c_.cues.adjective);
  const Match* organ = ending(at, Channel::organ);
  const names::Office* office = c_.cast.office_ending(at);
  const std::uint32_t adjective_size = adjective == nullptr ? 0 : adjective->tokens.size();
  const std::uint32_t organ_size = organ == nullptr ? 0 : organ->tokens.size();
  // "the 12th |Expert| Group Meeting": a word of the name, nobody's office
  const bool named = !m_.organ_words.empty() && c_.doc.is_capital(at - 1) &&
                     m_.organ_span.begin == c_.doc.span({at, at + 1}).begin;
  if (named && office != nullptr && !office->plural && office->tokens.size() == 1) {
    add_capital(at - 1);
    return at - 1;
  }
  if (office != nullptr && office->tokens.size() >= std::max(adjective_size, organ_size)) {
    return over_office(*office, at);
  }
  if (organ != nullptr && organ_size >= adjective_size) {
    add_words(organ->tokens);
    return organ->tokens.begin;
  }
  if (adjective == nullptr) return std::nullopt;
  if (is_behind_them(at)) return at;
  const std::string_view value = c_.lexicon.cues()[adjective->id].value;
  const std::uint32_t front = adjective->tokens.begin;
  // "this |will be the last| meeting under Norway's chair": of this one
  const bool itself = value == "previous" && c_.lower(front) == "last" && front > s_.begin + 2 &&
                      c_.lower(front - 1) == "the" && is_be(c_.lower(front - 2));
  if (itself) return adjective->tokens.begin;
  if (value == "next" || value == "previous") m_.relation = value;
  if (!value.empty()) m_.fresh = true;
  return adjective->tokens.begin;
}

std::uint32_t NominalFront::over_office(const names::Office& office, std::uint32_t at) {
  add_office(office);
  const std::uint32_t behind = c_.lower(at) == "(" ? after_bracket(c_, at) : at;
  if (c_.lower(behind) == "level" || c_.lower(behind) == "-") level_ = &office;
  const Ordinal o = number_in_front(c_, office.tokens);
  if (o.value > 0 && m_.ordinal == 0) {
    m_.ordinal = o.value;
    m_.ordinal_span = c_.doc.span(o.tokens);
  }
  return office.tokens.begin;
}

// "the |2+2| Ministerial Meeting": of the name, where that is in capitals; or `at`.
std::uint32_t NominalFront::over_two_and_two(std::uint32_t at) {
  if (at < s_.begin + 3 || c_.doc.lower(at - 2) != "+" || m_.organ || shouted_) return at;
  const auto is_two = [&](std::uint32_t t) { return c_.doc.lower(t) == "2"; };
  const bool capitals = c_.doc.is_capital(at) && c_.doc.is_capital(m_.trigger.begin);
  if (!is_two(at - 1) || !is_two(at - 3) || !capitals) return at;
  std::uint32_t end = m_.trigger.end;
  if (m_.organ_words.empty()) {
    for (std::uint32_t t = at; t < m_.trigger.begin; ++t) {
      const bool joint = c_.doc.lower(t) == "-" || c_.doc.lower(t) == "and";
      if (!joint && !c_.doc.is_capital(t)) return at;
    }
  } else {
    if (m_.organ_span.begin != c_.doc.span({at, at + 1}).begin) return at;
    end = c_.doc.token_at(m_.organ_span.end - 1) + 1;
  }
  m_.organ_span = c_.doc.span({at - 3, end});
  m_.organ_words = c_.words(m_.organ_span);
  return at - 3;
}

// "the seventh |“|2+2 meeting”", "the second |“2+2”| Ministerial Dialogue": the marks around the
// phrase or a part of it, with what they hold; or `at`.
std::uint32_t NominalFront::over_quotes(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 8;
  const auto is_mark = [&](std::uint32_t t) {
    const std::string_view mark = c_.lower(t);
    return mark == "\"" || mark == "“" || mark == "”";
  };
  if (at < s_.begin + 2 || !is_mark(at - 1)) return at;
  if (is_mark(m_.trigger.end)) return at - 1;
  for (std::uint32_t back = 3; back <= kLongest && at >= s_.begin + back + 1; ++back) {
    const std::uint32_t t = at - back;
    if (is_mark(t)) return t;
    if (c_.doc.is_punctuation(t) && c_.doc.lower(t) != "+" && c_.doc.lower(t) != "-") return at;
  }
  return at;
}

// "the second |2+2| dialogue", "the |two-day| meeting", "the |2023| BRICS Summit"
std::uint32_t NominalFront::over_figures(std::uint32_t at) const {
  const bool number = c_.doc.shape(at - 1) == text::Shape::number;
  const bool plus = at - 1 > s_.begin && (c_.lower(at) == "+" || c_.doc.lower(at - 2) == "+");
  if (number && c_.doc.word(at - 1).size() == 1 && plus) return at - 1;
  if (const std::uint32_t measure = measure_before(c_, at, s_.begin); measure < at) return measure;
  return number && c_.doc.word(at - 1).size() == 4 ? at - 1 : at;
}

// "|following| talks": a preposition, where "the following talks" are the next ones
bool NominalFront::is_behind_them(std::uint32_t at) const {
  return c_.doc.lower(at - 1) == "following" &&
         (at - 1 == s_.begin || !is_determiner(c_.doc.lower(at - 2)));
}

// The match of `channel` that ends at `end`.
const Match* NominalFront::ending(std::uint32_t end, Channel channel,
                                  lexicon::CueClass wanted) const {
  for (std::uint32_t back = 1; back <= 8 && end >= s_.begin + back; ++back) {
    for (const Match& m : c_.matches.at(end - back)) {
      if (m.channel != channel || m.tokens.end != end) continue;
      if (channel == Channel::cue && m.cue_class != wanted) continue;
      return &m;
    }
  }
  return nullptr;
}

}  // namespace rapporteur::meetings
