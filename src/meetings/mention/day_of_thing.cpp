// Days that are those of a thing rather than of a meeting: of a document, of what was done since.

#include <algorithm>
#include <array>

#include "circumstance/programme_day.h"
#include "circumstance/speech_time.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

// "the first session |since Mali withdrew in May|": of what happened before, unless that is a
// meeting.
bool is_in_since_clause(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kLongest = 10;
  const TokenRange s = c.sentence(e.tokens.begin);
  const std::uint32_t behind = std::min(e.tokens.end + 2, s.end);
  if (e.tokens.begin < s.begin + 2) return false;
  std::uint32_t since = e.tokens.begin - 1;
  while (since > s.begin && c.doc.lower(since) != "since") {
    if (c.doc.lower(since) == "," || e.tokens.begin - since > kLongest) return false;
    --since;
  }
  if (c.doc.lower(since) != "since" || since + 1 == e.tokens.begin) return false;
  static constexpr std::array<std::string_view, 8> kEarlier{"last",  "previous", "held",  "then",
                                                            "first", "its",      "their", "the"};
  // "since |the United States| struck in May": somebody acts
  const bool acts = c.tags.covering(since + 1) != nullptr || c.tags.starting(since + 2) != nullptr;
  // "since |the outbreak of| the war in May", but "since |the third| in May"
  const bool thing = c.doc.lower(since + 1) == "the" && c.doc.lower(since + 3) == "of" &&
                     c.doc.shape(since + 2) == text::Shape::lower;
  if (!acts && !thing && is_one_of(c.doc.lower(since + 1), kEarlier)) return false;
  for (std::uint32_t t = since; t < behind; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return false;
  }
  return true;
}

// "met for the first time |after the November 2020 armistice|": the time of a thing that is over.
bool is_in_name_of_thing(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kNear = 3;  // words from the day to the noun of a meeting
  static constexpr std::array<std::string_view, 3> kLinks{"after", "since", "following"};
  const TokenRange s = c.sentence(e.tokens.begin);
  const std::uint32_t behind = e.tokens.end;
  if (e.tokens.begin < s.begin + 2 || behind >= s.end) return false;
  if (c.doc.lower(e.tokens.begin - 1) != "the") return false;
  if (!is_one_of(c.doc.lower(e.tokens.begin - 2), kLinks)) return false;
  if (c.doc.shape(behind) != text::Shape::lower || c.doc.lower(behind) == "when") return false;
  for (std::uint32_t t = behind; t < std::min(s.end, behind + kNear); ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return false;
  }
  return true;
}

// "what was achieved |over the previous year|": how long something else took.
bool is_stretch_of_work(const Context& c, const time::Expression& e) {
  constexpr std::size_t kYear = 4;  // letters of a year in EDTF
  static constexpr std::array<std::string_view, 4> kOver{"over", "throughout", "within", "during"};
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  std::uint32_t at = e.tokens.begin;
  if (at > begin && c.doc.lower(at - 1) == "the") --at;
  const bool over = at > begin && is_one_of(c.doc.lower(at - 1), kOver);
  if (!over || e.edtf.size() != kYear) return false;
  for (std::uint32_t t = at; t < e.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "previous" || word == "past" || word == "last") return true;
  }
  return false;
}

// "the |agreement| on checkpoints |of July 24, 2004|"
bool is_day_of_document(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kReach = 9;
  static constexpr std::array<std::string_view, 12> kDocuments{
      "agreement",   "agreements", "treaty",      "treaties", "convention", "protocol",
      "declaration", "resolution", "resolutions", "accords",  "memorandum", "constitution"};
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  if (e.tokens.begin == begin || c.doc.lower(e.tokens.begin - 1) != "of") return false;
  for (std::uint32_t back = 2; back <= kReach && e.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = e.tokens.begin - back;
    if (is_one_of(c.doc.lower(t), kDocuments)) return true;
    if (c.doc.lower(t) == "," || c.cue(t, c.cues.head) != nullptr) return false;
  }
  return false;
}

// "signed today |after talks|", "signed on Friday |following their meeting|"
bool is_after_talks(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kNear = 3;  // words before the noun
  if (c.lower(token) != "after" && c.lower(token) != "following") return false;
  for (std::uint32_t t = token + 1; t <= token + kNear && t < c.sentence(token).end; ++t) {
    const lexicon::Cue* noun = c.cue(t, c.cues.head);
    if (noun != nullptr) return noun->value == "talks" || noun->value == "meeting";
    if (c.tags.covering(t) != nullptr) return false;
  }
  return false;
}

// "signed in August |during the visit|", "signed on Friday |in Lima at the session|": on its day
// after all. `token`: behind the day.
bool is_of_occasion(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 5> kThere{"during", "at", "when", "while",
                                                          "within"};
  if (c.lower(token) == ",") ++token;
  const tagger::Tag* town = c.lower(token) == "in" ? c.tags.starting(token + 1) : nullptr;
  if (town != nullptr && town->label == tagger::Label::place) token = town->tokens.end;
  return is_one_of(c.lower(token), kThere) || is_after_talks(c, token);
}

}  // namespace

bool is_day_of_thing(const Context& c, const time::Expression& e, bool signing) {
  if (is_in_name_of_thing(c, e) || is_stretch_of_work(c, e)) return true;
  if (is_in_since_clause(c, e) || (!signing && is_day_of_document(c, e))) return true;
  if (!signing && is_time_of_plan(c, e)) return true;
  const lexicon::CueClass thing = c.cues.thing_past;
  if (is_of_occasion(c, e.tokens.end)) return false;
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  std::uint32_t at = e.tokens.begin;
  if (at > begin && (c.doc.lower(at - 1) == "on" || c.doc.lower(at - 1) == "in")) --at;
  constexpr std::uint32_t kReach = 14;  // tokens of "signed by the governments of A and B in"
  for (std::uint32_t back = 1; back <= kReach && at >= begin + back; ++back) {
    const std::uint32_t t = at - back;
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, thing, &words);
    const bool here = cue != nullptr && words.end == at && back <= 3;
    const bool by = cue != nullptr && cue->value == "signed" && c.lower(words.end) == "by";
    if (here || by) return !(signing && cue->value == "signed");
    if (c.doc.is_punctuation(t) || c.cue(t, c.cues.head) != nullptr) return false;
  }
  return false;
}

bool is_day_of_fronted_act(const Context& c, const time::Expression& e) {
  static constexpr std::array<std::string_view, 5> kFronts{"after", "before", "upon", "since",
                                                           "while"};
  const std::uint32_t begin = behind_dateline(c, e.tokens.begin).begin;
  const std::uint32_t comma = c.lower(e.tokens.end) == "," ? e.tokens.end : e.tokens.end + 1;
  if (e.tokens.begin <= begin || c.lower(comma) != ",") return false;
  if (!is_one_of(c.lower(begin), kFronts) || !c.lower(begin + 1).ends_with("ing")) return false;
  for (std::uint32_t t = begin + 1; t < comma; ++t) {
    if (c.lower(t) == "," || c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) {
      return false;
    }
  }
  return true;
}

}  // namespace rapporteur::meetings
