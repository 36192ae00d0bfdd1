// The verb whose object a meeting is: "held", "opened", "ended three days of".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

bool is_adjunct(const Context& c, TokenRange words) {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const tagger::Tag* tag = c.tags.covering(t);
    const bool place = tag != nullptr && (tag->label == tagger::Label::place ||
                                          (tag->label == tagger::Label::state && t > words.begin &&
                                           c.doc.lower(tag->tokens.begin - 1) == "in"));
    const bool day = c.time_at(t) != nullptr;
    // "at Bayan Palace", of which nothing is known
    const std::string_view before = t > words.begin ? c.doc.lower(t - 1) : std::string_view();
    const bool named = c.doc.is_capital(t) && tag == nullptr && c.cast.covering(t) == nullptr &&
                       (before == "at" || before == "in" || c.doc.is_capital(t - 1));
    const bool link = word == "on" || word == "at" || word == "in" || word == "here" ||
                      word == "also" || word == "jointly" || word == "together";
    if (!place && !day && !link && !named && c.cue(t, c.cues.adverb) == nullptr &&
        words.size() > 1) {
      return false;
    }
    if (word.ends_with("ed")) return false;  // "had prepared the summit"
  }
  return true;
}

namespace {

// "ended |three days of| talks": where the words begin that tell how long; else `noun`.
std::uint32_t before_length(const Context& c, std::uint32_t noun) {
  static constexpr std::array<std::string_view, 6> kUnits{"days", "day",   "hours",
                                                          "week", "weeks", "rounds"};
  const std::uint32_t begin = c.sentence(noun).begin;
  if (noun < begin + 3 || c.doc.lower(noun - 1) != "of") return noun;
  return is_one_of(c.doc.lower(noun - 2), kUnits) ? noun - 3 : noun;
}

// "held |a human rights| dialogue": the article before words that only say what it is about; else
// `noun`.
std::uint32_t before_matter(const Context& c, std::uint32_t noun) {
  constexpr std::uint32_t kMost = 4;  // words
  static constexpr std::array<std::string_view, 5> kArticles{"a", "an", "another", "their", "its"};
  static constexpr std::array<std::string_view, 12> kJoints{
      "of", "in", "on", "at", "to", "for", "with", "from", "by", "before", "after", "during"};
  const std::uint32_t begin = c.sentence(noun).begin;
  for (std::uint32_t back = 1; back <= kMost + 1 && noun >= begin + back; ++back) {
    const std::uint32_t t = noun - back;
    const std::string_view word = c.doc.lower(t);
    if (is_one_of(word, kArticles)) return back > 1 ? t : noun;
    const bool noun_before = back > 1 && c.cue(t, c.cues.head) != nullptr;
    const bool plain = c.doc.shape(t) == text::Shape::lower && !is_one_of(word, kJoints) &&
                       !noun_before && c.cue(t, c.cues.past) == nullptr &&
                       c.cue(t, c.cues.light_verb) == nullptr && c.time_at(t) == nullptr;
    if (!plain) return noun;
  }
  return noun;
}

}  // namespace

TokenRange light_verb_before(const Context& c, const Mention& m, const lexicon::Cue** found) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t noun = before_matter(c, before_length(c, m.tokens.begin));
  for (std::uint32_t back = 1; back <= 10 && noun >= s.begin + back; ++back) {
    TokenRange words;
    const std::uint32_t at = noun - back;
    const lexicon::Cue* cue = c.cue(at, c.cues.light_verb, &words);
    if (cue == nullptr || words.end > noun) continue;
    // "their preparatory |meeting for| the summit"
    if (c.doc.lower(at) == "meeting" && at > s.begin && c.tags.covering(at - 1) == nullptr &&
        (c.cue(at - 1, c.cues.adjective) != nullptr || is_determiner(c.doc.lower(at - 1)))) {
      continue;
    }
    if (!is_adjunct(c, {words.end, noun})) return {};
    const bool paid = m.kind == "visit" || m.kind == "call" || m.kind == "reception";
    if (cue->value == "pay" && !paid) return {};
    if (found != nullptr) *found = cue;
    return words;
  }
  return {};
}

bool is_within_verb(const Context& c, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 8;  // tokens from "was" to "at"
  static constexpr std::array<std::string_view, 4> kLinks{"at", "in", "during", "within"};
  static constexpr std::array<std::string_view, 7> kDone{
      "led", "represented", "presented", "headed", "accompanied", "assisted", "joined"};
  static constexpr std::array<std::string_view, 6> kPassive{"was", "were", "is",
                                                            "are", "been", "being"};
  const std::uint32_t begin = c.sentence(noun).begin;
  if (noun < begin + 2 || !is_one_of(c.doc.lower(noun - 1), kLinks)) return false;
  if (is_one_of(c.doc.lower(noun - 2), kDone)) return true;
  // "a report |was read during| the meeting by X"
  const std::string_view done = c.doc.lower(noun - 2);
  const bool participle = done.ends_with("ed") || c.cue(noun - 2, c.cues.past_verb) != nullptr ||
                          done == "read" || done == "given" || done == "made";
  for (std::uint32_t back = 3; participle && back <= kReach && noun >= begin + back; ++back) {
    if (c.doc.is_punctuation(noun - back)) return false;
    if (is_one_of(c.doc.lower(noun - back), kPassive)) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
