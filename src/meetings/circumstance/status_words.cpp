// Words that say outright what became of a meeting: "postponed", "is under way".

#include "circumstance/status_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "circumstance/whereabouts.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

TokenRange clause_around(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  TokenRange out{m.tokens.begin, m.tokens.end};
  while (out.begin > s.begin && c.doc.lower(out.begin - 1) != ";") --out.begin;
  while (out.end < s.end && c.doc.lower(out.end) != ";") ++out.end;
  return out;
}

std::uint32_t gap(TokenRange a, TokenRange b) {
  if (a.end <= b.begin) return b.begin - a.end;
  if (b.end <= a.begin) return a.begin - b.end;
  return 0;
}

std::uint32_t gap(TokenRange words, const Mention& m) {
  const std::uint32_t whole = gap(words, m.tokens);
  const bool over = m.ahead.begin >= m.tokens.end && words.begin >= m.ahead.end;
  return over ? whole - m.ahead.size() : whole;
}

namespace {

using record::Status;

// Where the adverbs begin that stand before `token`: "was |also| postponed"; at least 1.
std::uint32_t before_adverbs(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 6> kToo{"also",    "again",     "since",
                                                        "further", "meanwhile", "therefore"};
  const auto adverb = [&](std::uint32_t t) {
    return c.doc.lower(t).ends_with("ly") || is_one_of(c.doc.lower(t), kToo) ||
           c.cue(t, c.cues.adverb) != nullptr;
  };
  while (token > 1 && adverb(token - 1)) --token;
  return token;
}

// "The Summit of the ..., due on Thursday, has been postponed": the verb of the clause, however far
// it stands behind its subject, unless another meeting comes between.
bool is_predicate(const Context& c, TokenRange words, const Mention& m) {
  if (words.begin < m.tokens.end || words.begin == 0) return false;
  const std::string_view before = c.lower(before_adverbs(c, words.begin) - 1);
  if (before != "been" && before != "was" && before != "were" && before != "is") return false;
  // "The fifth summit |and| the 17th meeting were postponed": both.
  // "The session |that was to prepare for the summit| has been cancelled": nor one in its clause.
  const std::string_view link = c.lower(m.tokens.end);
  std::uint32_t others = link == "and" || link == "that" || link == "which" ? 1 : 0;
  for (std::uint32_t t = m.tokens.end; t < words.begin; ++t) {
    TokenRange noun;
    if (c.cue(t, c.cues.head, &noun) == nullptr) continue;
    if (others-- == 0) return false;
    t = noun.end - 1;  // "Ministerial Meeting"
  }
  return true;
}

// The end of the aside between commas that begins at `token`; `token` itself if none does.
std::uint32_t behind_aside(const Context& c, std::uint32_t token, std::uint32_t limit) {
  if (c.lower(token) != ",") return token;
  for (std::uint32_t t = token + 1; t < limit; ++t) {
    if (c.doc.lower(t) == ",") return t + 1;
  }
  return token;
}

// "A meeting of the ministers of the member states |is taking place|": the verb of the clause,
// however far it stands behind its subject and an aside: "The session, the third this year, ...".
bool is_going_on(const Context& c, TokenRange words, const Mention& m) {
  const std::string_view verb = c.doc.lower(words.begin);
  const bool perfect = verb == "has" || verb == "have";
  if (words.begin < m.tokens.end || (verb != "is" && verb != "are" && !perfect)) return false;
  for (std::uint32_t t = behind_aside(c, m.tokens.end, words.begin); t < words.begin; ++t) {
    const bool other = c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.past) != nullptr;
    if (other || c.doc.lower(t) == "and" || c.doc.lower(t) == ",") return false;
  }
  return true;
}

// "|Since then| it did not meet": how long there was none, not that one fell through.
bool is_of_gap(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 4> kMeets{"meet", "met", "place", "held"};
  const TokenRange s = c.sentence(words.begin);
  if (!is_one_of(c.doc.lower(words.end - 1), kMeets)) return false;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c.lower(t) == "since") return true;
  }
  return false;
}

// "despite rumours that it had been postponed", "could be called off", "unless it is put off",
// "asked to postpone it".
bool is_only_feared(const Context& c, TokenRange words) {
  constexpr std::uint32_t kNear = 7;
  static constexpr std::array<std::string_view, 28> kDoubts{
      "rumours",  "rumors",    "rumour",     "rumor",       "speculation", "fears",  "fear",
      "denied",   "denies",    "deny",       "denying",     "could",       "may",    "might",
      "unless",   "whether",   "asked",      "asks",        "requested",   "called", "refused",
      "proposed", "suggested", "threatened", "considering", "request",     "urged",  "call"};
  const std::uint32_t begin = c.sentence(words.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && words.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(words.begin - back);
    if (word == "," || word == ";" || word == "but") return false;
    // "in May", the month
    const bool month = word == "may" && c.doc.is_capital(words.begin - back);
    if (is_one_of(word, kDoubts) && !month) return true;
  }
  return false;
}

// "he |moved to| pay a call": a verb follows, no day and no place.
bool leads_to_verb(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 14> kOfDays{
      "the", "a",    "an",   "another", "next",   "early", "late",
      "mid", "this", "that", "some",    "coming", "its",   "sometime"};
  const std::uint32_t next = words.end;
  if (words.size() != 2 || c.doc.lower(words.end - 1) != "to") return false;
  return next < c.doc.size() && c.doc.shape(next) == text::Shape::lower &&
         c.time_at(next) == nullptr && !is_one_of(c.doc.lower(next), kOfDays);
}

// "whose flight |had been cancelled|", "a |cancelled| flight": no meeting fell through.
bool is_of_other_thing(const Context& c, TokenRange words) {
  constexpr std::uint32_t kNear = 4;  // tokens of "flights to the island had been"
  static constexpr std::array<std::string_view, 32> kThings{
      "flight",     "flights", "plane",    "planes",   "train",     "trains",    "ferry",
      "ferries",    "order",   "orders",   "election", "elections", "vote",      "votes",
      "referendum", "match",   "matches",  "game",     "games",     "concert",   "debt",
      "debts",      "licence", "licences", "licenses", "contract",  "contracts", "leave",
      "class",      "classes", "loan",     "loans"};
  const TokenRange s = c.sentence(words.begin);
  if (words.end < s.end && is_one_of(c.doc.lower(words.end), kThings)) return true;
  for (std::uint32_t back = 1; back <= kNear && words.begin >= s.begin + back; ++back) {
    const std::uint32_t t = words.begin - back;
    if (c.doc.is_punctuation(t) || c.cue(t, c.cues.head) != nullptr) return false;
    if (is_one_of(c.doc.lower(t), kThings)) return true;
  }
  return false;
}

// "|Earlier|, it was postponed": what became of an earlier plan.
bool tells_of_before(const Context& c, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 4> kBefore{"earlier", "previously", "originally",
                                                           "initially"};
  return is_one_of(c.lower(begin), kBefore);
}

// "The summit was due in May. |A new date will be| announced": of no other meeting that is named.
bool is_new_date(const Context& c, TokenRange words) {
  const TokenRange s = c.sentence(words.begin);
  const std::string_view before = words.begin > s.begin ? c.doc.lower(words.begin - 1) : ";";
  const std::uint32_t noun = c.doc.lower(words.begin) == "a" ? words.begin + 2 : words.begin + 1;
  if ((before != ";" && before != "and") || !c.lower(noun).starts_with("date")) return false;
  for (std::uint32_t t = words.end; t < s.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return false;
  }
  return true;
}

}  // namespace

std::optional<Verdict> status_by_pronoun(const Context& c) {
  for (const text::Sentence& s : c.doc.sentences()) {
    if (s.role != text::LineRole::body || tells_of_before(c, s.tokens.begin)) continue;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      TokenRange words;
      const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
      if (cue == nullptr || (cue->value != "postponed" && cue->value != "cancelled")) continue;
      if (is_only_feared(c, words) || is_of_gap(c, words)) continue;
      if (is_new_date(c, words)) {
        return Verdict{Status::postponed, c.doc.span(words), 0.7F, "meetings/status-of-it"};
      }
      for (std::uint32_t back = 1; back <= 4 && t >= s.tokens.begin + back; ++back) {
        if (c.doc.lower(t - back) != "it") continue;
        return Verdict{*record::from_string<Status>(cue->value), c.doc.span(words), 0.7F,
                       "meetings/status-of-it"};
      }
    }
  }
  return std::nullopt;
}

namespace {

// "held talks but |ruled out| a summit", "the session put off |the| matter": said of what stands
// behind the words, or, "not ruled out", of nothing.
bool is_of_object(const Context& c, TokenRange words, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 8> kDeterminers{"the", "a",   "an",    "any",
                                                                "its", "his", "their", "this"};
  const std::uint32_t begin = c.sentence(words.begin).begin;
  if (words.begin > begin && c.doc.lower(words.begin - 1) == "not") return true;
  if (is_predicate(c, words, m)) return false;
  const std::uint32_t end = std::min(words.end + kNear, c.sentence(words.begin).end);
  if (words.begin >= m.tokens.end) {
    return is_one_of(c.lower(words.end), kDeterminers) && words.end < end;
  }
  for (std::uint32_t t = words.end; t < std::min(end, m.tokens.begin); ++t) {
    if (c.cue(t, c.cues.head) != nullptr && words.end <= m.tokens.begin) return true;
  }
  return false;
}

// "|is in| Tashkent |on| a working visit", "|is on| a state visit", "|is paying| the country a
// visit"
bool is_there(const Context& c, const Mention& m, ByteSpan* words) {
  constexpr std::uint32_t kReach = 14;
  static constexpr std::array<std::string_view, 8> kBehind{
      "in", "here", "at", "now", "currently", "already", "presently", "on"};
  static constexpr std::array<std::string_view, 4> kPays{"paying", "making", "undertaking",
                                                         "conducting"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  bool stays = c.doc.lower(m.trigger.begin) == "on";  // "is |on a state visit to|"
  if (m.kind != "visit" || (m.verbal && !stays)) return false;
  for (std::uint32_t back = 1; back <= kReach && m.trigger.begin >= begin + back; ++back) {
    const std::uint32_t t = m.trigger.begin - back;
    if (c.doc.is_punctuation(t) && c.doc.lower(t) != "-") return false;
    const std::string_view verb = c.doc.lower(t);
    const std::string_view next = c.doc.lower(t + 1);
    stays = stays || verb == "on" || verb == "for";
    const bool there = stays && is_one_of(next, kBehind);
    const std::string_view before = t > begin ? c.doc.lower(t - 1) : std::string_view();
    const bool been = verb == "been" && (before == "has" || before == "have");
    if ((verb != "is" && verb != "are" && !been) || (!there && !is_one_of(next, kPays))) continue;
    *words = c.doc.span(TokenRange{t, m.trigger.end});
    return true;
  }
  return false;
}

// "X |is in| Lima", "|has been| in Lima since Monday", "|stays on Monday in| Lima": he has not
// left.
bool is_staying(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 6> kStays{"is",   "are",   "has",
                                                          "have", "stays", "remains"};
  static constexpr std::array<std::string_view, 3> kIn{"in", "at", "on"};
  if (m.kind != "visit" || !m.trip || !is_one_of(c.doc.lower(m.trigger.begin), kStays))
    return false;
  const lexicon::Cue* cue = c.cue(m.trigger.begin, c.cues.stay);
  const std::string_view last = c.doc.lower(m.trigger.end - 1);
  const std::string_view first = c.lower(m.trigger.begin + 1);
  const bool aside = c.cue(m.trigger.begin, c.cues.future) != nullptr || first == "bound";
  return cue != nullptr && !aside && is_one_of(last, kIn) && !first.starts_with("expect");
}

// "left Lima |after| a three-day visit", "returned home, |ending| his visit": the guest has gone.
bool is_left(const Context& c, const Mention& m, ByteSpan* words) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 2> kAfter{"after", "following"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.kind != "visit" || m.verbal) return false;
  std::uint32_t end = 0;
  for (std::uint32_t back = 1; back <= kNear && m.trigger.begin >= begin + back; ++back) {
    const std::uint32_t t = m.trigger.begin - back;
    if (c.doc.is_punctuation(t) && c.doc.lower(t) != "-") break;
    const lexicon::Cue* cue = c.cue(t, c.cues.stretch);
    const bool ends = cue != nullptr && cue->value == "end" && c.doc.lower(t).ends_with("ing");
    if (ends || is_one_of(c.doc.lower(t), kAfter)) end = t;
  }
  if (end == 0) return false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (c.cue(t, c.cues.future) != nullptr || c.cue(t, c.cues.planned) != nullptr) return false;
  }
  *words = c.doc.span(TokenRange{end, m.trigger.end});
  return true;
}

// "was officially |opened| by the President", "|opened| the session", "|opened| and chaired":
// somebody did it, and what came of the meeting is told elsewhere.
bool is_act_of_opening(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 4> kBe{"was", "were", "been", "being"};
  static constexpr std::array<std::string_view, 3> kObject{"the", "by", "and"};
  if (c.lower(words.begin) != "opened" && c.lower(words.begin) != "opens") return false;
  const bool passive =
      words.begin > 0 && is_one_of(c.lower(before_adverbs(c, words.begin) - 1), kBe);
  return passive || is_one_of(c.lower(words.end), kObject);
}

// "will be |started| on Wednesday", "to be officially |opened| today"
bool is_yet_to_be(const Context& c, TokenRange words) {
  return words.begin > 0 && c.lower(before_adverbs(c, words.begin) - 1) == "be";
}

// "|Preparations for| the visit are under way", "|work| is under way |for| the visit": what goes on
// stands before the mention.
bool is_of_work_for(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 8;
  static constexpr std::array<std::string_view, 4> kFor{"for", "on", "towards", "to"};
  static constexpr std::array<std::string_view, 8> kWork{
      "preparations", "preparation", "preparatory", "arrangements",
      "work",         "groundwork",  "planning",    "efforts"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.tokens.begin <= begin + 1 || !is_one_of(c.doc.lower(m.tokens.begin - 1), kFor)) {
    return false;
  }
  for (std::uint32_t back = 2; back <= kReach && m.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = m.tokens.begin - back;
    if (c.doc.is_punctuation(t) || c.cue(t, c.cues.head) != nullptr) return false;
    if (is_one_of(c.doc.lower(t), kWork)) return true;
  }
  return false;
}

// "|began| on Saturday preparations for the dialogue", "preparations |are under way|": it is not
// the dialogue that began.
bool is_of_preparing(const Context& c, TokenRange words) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t before = before_adverbs(c, words.begin) - 1;
  const bool front = words.begin > c.sentence(words.begin).begin;
  if (front && (c.doc.lower(before).starts_with("prepar") || c.doc.lower(before) == "arrangements"))
    return true;
  const std::uint32_t end = std::min(words.end + kNear, c.sentence(words.begin).end);
  for (std::uint32_t t = words.end; t < end; ++t) {
    const std::string_view before_it = c.doc.lower(t - 1);  // "opened today |to| prepare"
    const bool aim = before_it == "to" || before_it == "in";
    if (c.doc.lower(t).starts_with("prepar") && !aim) return true;
    if (c.doc.is_punctuation(t) || c.cue(t, c.cues.head) != nullptr) return false;
  }
  return false;
}

// "demanded in Warsaw |that| quotas be |dropped|": of what those who met demand.
bool is_of_demand(const Context& c, TokenRange words, const Mention& m) {
  if (!m.verbal) return false;
  for (std::uint32_t t = m.trigger.end; t < words.begin; ++t) {
    if (c.doc.lower(t) == "that") return true;
  }
  return false;
}

// "opens", "begins": of what has begun, or of what will.
bool is_simple_present(std::string_view verb) {
  return verb.ends_with("s") && verb != "is" && verb != "has";
}

}  // namespace

std::optional<Verdict> status_by_word(const Context& c, const Mention& m) {
  const TokenRange clause = clause_around(c, m);
  std::optional<Verdict> best;
  std::uint32_t best_distance = 14;
  ByteSpan there;
  if (is_there(c, m, &there)) {
    return Verdict{Status::ongoing, there, 0.8F, "meetings/status-word", true, false, true};
  }
  if (is_staying(c, m)) {
    const ByteSpan stays = c.doc.span(m.trigger);
    return Verdict{Status::ongoing, stays, 0.7F, "meetings/status-word", true, false, true};
  }
  if (is_left(c, m, &there)) return Verdict{Status::held, there, 0.7F, "meetings/status-word"};
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    if (t >= m.ahead.begin && t < m.ahead.end) continue;
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
    if (cue == nullptr) continue;
    const bool of_visit = cue->value == "visit";  // "is visiting", "is paying a visit"
    const std::optional<Status> status =
        of_visit ? Status::ongoing : record::from_string<Status>(cue->value);
    if (!status || (of_visit && m.kind != "visit")) continue;
    if (c.lower(words.end) == "-" && !c.doc.space_before(words.end)) continue;  // "closed-door"
    const bool drastic = *status == Status::postponed || *status == Status::cancelled;
    // "will be held |later this month|": some day of it
    const bool some_day = c.doc.lower(words.end - 1) == "later" && c.time_at(words.end) != nullptr;
    const bool unsure =
        drastic && (some_day || is_denied_for_other(c, words.end) || is_only_feared(c, words) ||
                    is_of_gap(c, words) || leads_to_verb(c, words) || is_of_other_thing(c, words));
    if (unsure || (drastic && (is_of_object(c, words, m) || is_of_demand(c, words, m)))) continue;
    if (*status == Status::ongoing && !m.verbal && is_of_work_for(c, m)) {
      return Verdict{Status::announced, c.doc.span(words), 0.6F, "meetings/status-word"};
    }
    const bool no_start =
        is_act_of_opening(c, words) || is_of_preparing(c, words) || is_yet_to_be(c, words);
    if (*status == Status::ongoing && no_start) continue;
    const bool predicate = drastic ? is_predicate(c, words, m) : is_going_on(c, words, m);
    const std::uint32_t d = predicate ? 1 : gap(words, m) + (drastic ? 0 : 8);
    if (d >= best_distance) continue;
    best = Verdict{*status,
                   c.doc.span(words),
                   drastic ? 0.85F : 0.6F,
                   "meetings/status-word",
                   c.doc.lower(words.begin).ends_with("s"),
                   is_simple_present(c.doc.lower(words.begin)),
                   of_visit};
    best_distance = d;
  }
  return best;
}

}  // namespace rapporteur::meetings
