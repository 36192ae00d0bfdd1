// The status of a meeting by the tense of what is told of it.

#include <algorithm>
#include <array>
#include <cstdint>

#include "circumstance/status_words.h"
#include "clause/word_list.h"
#include "nominal/nominal_words.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

using record::Status;

// What another meeting's words count for against its own, in tokens.
constexpr std::uint32_t kOfOther = 40;

// Another meeting is named between the mention and `words`: they speak of that one.
bool is_of_other(const Context& c, TokenRange words, const Mention& m) {
  const TokenRange between = words.begin >= m.tokens.end
                                 ? TokenRange{m.tokens.end, words.begin}
                                 : TokenRange{words.end, std::max(words.end, m.tokens.begin)};
  for (std::uint32_t t = between.begin; t < between.end; ++t) {
    const bool told = t >= m.ahead.begin && t < m.ahead.end;
    if (!told && c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

// "|takes place| on 28 February": of a day that is told; else it may go on.
bool is_of_no_day(const Context& c, std::uint32_t token) {
  if (!c.lower(token).starts_with("take") || c.lower(token + 1) != "place") return false;
  const auto days = c.times_in(c.sentence(token));
  return std::none_of(days.begin(), days.end(), [&](const time::Expression& e) {
    return time::is_date(e.kind) && e.edtf != c.report.published && !c.in_dateline(e);
  });
}

// "including |plans| to build a bridge", "his plans to": things, nobody who plans.
bool is_noun_of_plans(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 18> kBefore{
      "including", "the", "its",  "his",  "her",   "their", "our", "of",  "on",
      "about",     "any", "with", "some", "these", "for",   "had", "has", "new"};
  const std::string_view word = c.lower(token);
  return (word == "plans" || word == "plan") && token > 0 && is_one_of(c.lower(token - 1), kBefore);
}

// "the first |to be| chaired by Peru", "the 26th |to be held|": which one, whenever it was.
bool is_of_rank(const Context& c, std::uint32_t to) {
  static constexpr std::array<std::string_view, 3> kRanks{"last", "only", "latest"};
  if (c.doc.lower(to) != "to" || to == c.sentence(to).begin) return false;
  const std::string_view before = c.doc.lower(to - 1);
  return is_one_of(before, kRanks) || ordinal_before(c.doc, to, c.sentence(to).begin).value > 0;
}

bool is_future(const Context& c, std::uint32_t token, TokenRange* words) {
  if (is_of_rank(c, token) || is_of_no_day(c, token) || is_noun_of_plans(c, token)) return false;
  // "|the invitation to the| meeting came from": it may have been held
  const bool of_meeting = c.lower(token) == "invitation" && c.lower(token + 2) == "the";
  if (of_meeting && token > 0 && c.lower(token - 1) == "the") return false;
  return c.cue(token, c.cues.future, words) != nullptr ||
         c.cue(token, c.cues.planned, words) != nullptr;
}

// "held a meeting |ahead of| the summit": it is the other that is still to come.
bool is_of_sequel(const Context& c, TokenRange words, const Mention& m) {
  const std::string_view first = c.doc.lower(words.begin);
  const bool leads = first == "ahead" || first == "prior" || first == "before";
  if (!leads || m.tokens.begin >= words.begin || words.begin == 0) return false;
  const std::string_view verb = c.doc.lower(words.begin - 1);  // "a visit |lies| ahead of X"
  return verb != "lies" && verb != "lie" && verb != "is" && verb != "are";
}

// "|to be| co-chaired by", "|should be| signed": still to come.
bool is_to_be(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 4;
  static constexpr std::array<std::string_view, 7> kAhead{"to",   "should", "shall", "may",
                                                          "must", "will",   "would"};
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back + 1; ++back) {
    const std::string_view word = c.doc.lower(verb - back);
    if (word == "be") return is_one_of(c.doc.lower(verb - back - 1), kAhead);
    if (word == "and" || word.ends_with("ed")) continue;  // "to be discussed |and| signed"
    if (word != "co" && word != "-" && c.cue(verb - back, c.cues.adverb) == nullptr) return false;
  }
  return false;
}

// "will fly to Lima for a meeting of the Council, the ministry |said|": the word of who tells of
// it, behind what is still to come.
bool is_word_of_teller(const Context& c, TokenRange words, const Mention& m) {
  static constexpr std::array<std::string_view, 7> kTold{"said",     "told",  "announced", "stated",
                                                         "reported", "added", "confirmed"};
  if (words.begin < m.tokens.end || !is_one_of(c.doc.lower(words.begin), kTold)) return false;
  bool comma = false;
  for (std::uint32_t t = m.tokens.end; t < words.begin; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.doc.lower(t) == "which") return false;
    comma = comma || c.doc.lower(t) == ",";
  }
  if (!comma) return false;
  for (std::uint32_t t = c.sentence(m.trigger.begin).begin; t < m.tokens.begin; ++t) {
    if (c.cue(t, c.cues.past) != nullptr) return false;
    if (c.cue(t, c.cues.future) != nullptr) return true;
  }
  return false;
}

// "told reporters |at the end of| the meeting", "said |after| the summit": it was over by then.
bool is_over_when_told(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 5> kTold{"said", "told", "stated", "added",
                                                         "announced"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || !m.relation.empty() || m.tokens.begin < begin + 2) return false;
  const std::string_view link = c.doc.lower(m.tokens.begin - 1);
  const std::string_view end = c.doc.lower(m.tokens.begin - 2);
  const bool after = link == "after" || link == "following" ||
                     (link == "of" && (end == "end" || end == "conclusion" || end == "close"));
  if (!after) return false;
  constexpr std::uint32_t kReach = 8;
  for (std::uint32_t back = 2; back <= kReach && m.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = m.tokens.begin - back;
    if (is_one_of(c.doc.lower(t), kTold)) return true;
  }
  return false;
}

// "will convene for the summit, also |attended| by observers": a participle without a time.
bool is_aside(const Context& c, TokenRange words) {
  const std::uint32_t begin = c.sentence(words.begin).begin;
  if (words.size() != 1 || c.lower(words.end) != "by" || words.begin < begin + 2) return false;
  const std::uint32_t before =
      c.doc.lower(words.begin - 1) == "also" ? words.begin - 2 : words.begin - 1;
  return c.doc.lower(before) == "," && c.doc.lower(words.begin).ends_with("ed");
}

// "welcomed the decision |during| their talks, hoping that it will help", "said |at| the meeting
// that Peru will join": what was said there may be of the future, the meeting is not.
bool is_occasion_of_words(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 30;
  static constexpr std::array<std::string_view, 6> kAhead{"would", "should", "shall",
                                                          "be",    "must",   "may"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || m.tokens.begin <= begin) return false;
  std::uint32_t at = m.tokens.begin;
  if (c.doc.lower(at - 1) == "their" || c.doc.lower(at - 1) == "the") --at;
  const std::string_view link = at > begin ? c.doc.lower(at - 1) : std::string_view();
  if (link != "during" && link != "at") return false;
  for (std::uint32_t back = 2; back <= kReach && m.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = m.tokens.begin - back;
    TokenRange words;
    const std::string_view word = c.doc.lower(t);
    // "the visit |to| Peru", "agreed |to| meet"
    const bool aim = word == "to" && c.doc.shape(t + 1) == text::Shape::lower &&
                     !is_determiner(c.doc.lower(t + 1));
    if (aim || is_future(c, t, &words) || is_one_of(word, kAhead)) return false;
    const bool past = word.ends_with("ed") || word == "said" || word == "told";
    const bool act = std::any_of(c.matches.at(t).begin(), c.matches.at(t).end(),
                                 [](const auto& a) { return a.channel == lexicon::Channel::act; });
    const std::string_view before = t > begin ? c.doc.lower(t - 1) : std::string_view();
    if (before == "and" || before == ",") continue;  // "to be discussed |and| signed"
    if (past && act) return t > begin && !is_one_of(before, kAhead);
  }
  return false;
}

// "The visit |will strengthen| their ties": what it brings, whenever it is.
bool is_of_effect(const Context& c, TokenRange future, const Mention& m) {
  static constexpr std::array<std::string_view, 16> kEffects{
      "help",    "strengthen", "promote", "boost",  "contribute", "further", "deepen",  "enhance",
      "provide", "serve",      "open",    "inject", "lay",        "bring",   "advance", "give"};
  const std::string_view word = c.doc.lower(future.begin);
  if (m.verbal || future.begin != m.tokens.end || (word != "will" && word != "would")) return false;
  std::uint32_t verb = future.begin + 1;
  while (verb < c.doc.size() && (c.doc.lower(verb) == "also" || c.doc.lower(verb).ends_with("ly")))
    ++verb;
  return is_one_of(c.lower(verb), kEffects);
}

}  // namespace

std::optional<Verdict> status_by_tense(const Context& c, const Mention& m) {
  if (is_over_when_told(c, m) || is_occasion_of_words(c, m)) {
    return Verdict{Status::held, c.doc.span(m.trigger), 0.9F, "meetings/tense"};
  }
  const TokenRange clause = clause_around(c, m);
  std::optional<Verdict> best;
  std::uint32_t best_distance = 1000;
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    if (t >= m.ahead.begin && t < m.ahead.end) continue;
    TokenRange words;
    bool future = is_future(c, t, &words);
    const bool past = !future && c.cue(t, c.cues.past, &words) != nullptr;
    if (!future && !past) continue;
    future = future || is_to_be(c, words.begin);
    t = words.end - 1;
    if (future && is_of_sequel(c, words, m)) continue;
    if (!future && is_aside(c, words)) continue;
    if (past && is_word_of_teller(c, words, m)) continue;
    const std::uint32_t d =
        2 * gap(words, m) + (past ? 1 : 0) +
        (is_of_other(c, words, m) || (future && is_of_effect(c, words, m)) ? kOfOther : 0U);
    if (d >= best_distance) continue;
    best = Verdict{future ? Status::announced : Status::held, c.doc.span(words),
                   0.8F - 0.01F * static_cast<float>(std::min(d, 30U)), "meetings/tense"};
    best_distance = d;
  }
  return best;
}

std::optional<Verdict> status_by_arrival(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 4> kCame{"arrived", "landed", "began", "started"};
  static constexpr std::array<std::string_view, 4> kAhead{"to", "will", "not", "when"};
  if (m.kind != "visit" || m.in_headline) return std::nullopt;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.tokens.begin; t > begin + 1; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return std::nullopt;
    if (!is_one_of(word, kCame) || is_one_of(c.doc.lower(t - 2), kAhead)) continue;
    return Verdict{Status::held, c.doc.span({t - 1, t}), 0.9F, "meetings/own-verb"};
  }
  return std::nullopt;
}

namespace {

// "|used his stay| to meet", "|took the opportunity| to meet": it was done.
bool is_chance_taken(const Context& c, std::uint32_t to) {
  constexpr std::uint32_t kNear = 12;
  static constexpr std::array<std::string_view, 4> kTook{"used", "took", "seized", "made"};
  static constexpr std::array<std::string_view, 8> kChance{
      "opportunity", "occasion", "chance", "advantage", "visit", "stay", "trip", "stopover"};
  const std::uint32_t begin = c.sentence(to).begin;
  bool chance = false;
  for (std::uint32_t back = 1; back <= kNear && to >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(to - back);
    chance = chance || is_one_of(word, kChance) || c.cue(to - back, c.cues.head) != nullptr;
    if (is_one_of(word, kTook)) return chance;
  }
  return false;
}

// "will be discussed |when they| meet in Tonga": the verb stands in a clause of time.
bool is_in_clause_of_time(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 5;
  static constexpr std::array<std::string_view, 5> kWhen{"when", "before", "until", "once", "till"};
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back; ++back) {
    if (c.doc.is_punctuation(verb - back)) return false;
    if (is_one_of(c.doc.lower(verb - back), kWhen)) return true;
  }
  return false;
}

// "Lima |awaits| him", "Lima is |the next stop|", "|has invited| him to Lima": he has not come yet.
bool is_journey_ahead(const Context& c, const Mention& m) {
  const lexicon::Cue* cue = c.cue(m.trigger.begin, c.cues.stay);
  if (m.kind != "visit" || cue == nullptr) return false;
  if (cue->value == "awaits") return c.doc.lower(m.trigger.begin) != "awaited";
  const std::string_view first = c.doc.lower(m.trigger.begin);
  const bool listed = first == "next" || first == "further" || first == "the";
  if (cue->value == "accepts" || cue->value == "pays") return first != "paid" && first != "had";
  return cue->value == "invites" || (cue->value == "stop" && listed);
}

}  // namespace

std::optional<Verdict> status_by_own_verb(const Context& c, const Mention& m) {
  if (!m.verbal) return std::nullopt;
  const std::uint32_t verb = m.trigger.begin;
  const std::uint32_t begin = c.sentence(verb).begin;
  const ByteSpan words = c.doc.span(m.trigger);
  for (std::uint32_t back = 0; back <= 5 && verb >= begin + back; ++back) {
    TokenRange future;
    if (!is_future(c, verb - back, &future) || future.end + 1 < verb) continue;
    if (c.doc.lower(future.begin) == "to" && is_chance_taken(c, future.begin)) {
      return Verdict{Status::held, words, 0.85F, "meetings/own-verb"};
    }
    return Verdict{Status::announced, c.doc.span(future), 0.85F, "meetings/own-verb"};
  }
  if (is_journey_ahead(c, m)) {
    return Verdict{Status::announced, words, 0.8F, "meetings/own-verb"};
  }
  const std::string_view word = c.doc.lower(verb);
  // "will confer with X and |be received by| Y"
  if (word == "be" && verb > begin && c.doc.lower(verb - 1) == "and") {
    return Verdict{Status::announced, words, 0.8F, "meetings/own-verb"};
  }
  const bool did = verb > begin && c.doc.lower(verb - 1) == "did";
  const bool past = did || word.ends_with("ed") || c.cue(verb, c.cues.past) != nullptr ||
                    c.cue(verb, c.cues.past_verb) != nullptr;
  if (past) return Verdict{Status::held, words, 0.85F, "meetings/own-verb"};
  const bool body = c.doc.sentences()[m.sentence].role == text::LineRole::body;
  const bool of_body = m.organisation || m.organ || !m.organ_words.empty();
  const bool present = of_body && body && m.trigger.size() == 1 && word.ends_with("s");
  if (present) return Verdict{Status::announced, words, 0.55F, "meetings/own-verb"};
  // "Ministers of the League |gather| in Tunis today": a plural's present
  static constexpr std::array<std::string_view, 7> kPlural{"meet", "gather", "convene", "assemble",
                                                           "sit",  "come",   "get"};
  const std::string_view before = verb > begin ? c.doc.lower(verb - 1) : std::string_view();
  if (body && (of_body || m.group) && is_one_of(word, kPlural) && before != "not") {
    return Verdict{Status::announced, words, 0.55F, "meetings/own-verb"};
  }
  if (body && m.trigger.size() == 1 && is_in_clause_of_time(c, verb)) {
    return Verdict{Status::announced, words, 0.7F, "meetings/own-verb"};
  }
  return std::nullopt;
}

}  // namespace rapporteur::meetings
