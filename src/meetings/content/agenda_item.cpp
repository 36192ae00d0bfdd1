// Which words are an item of an agenda.

#include <algorithm>

#include "content/agenda_finder.h"
#include "content/outcome_judge.h"
#include "content/topics.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Match;

constexpr std::uint32_t kLongestItem = 12;      // words
constexpr std::uint32_t kLongestInserted = 10;  // tokens of "over breakfast" between commas
constexpr std::uint32_t kLongestTheme = 40;     // tokens between quotes
constexpr std::size_t kMostItems = 24;          // per meeting
constexpr std::string_view kRule = "meetings/agenda";

}  // namespace

// The list that starts at `begin`; "with his counterpart" and the like are passed over.
bool AgendaFinder::take_after(std::uint32_t begin, TokenRange sentence, float confidence) {
  std::uint32_t t = begin;
  std::uint32_t end = 0;
  while (t + 1 < sentence.end &&
         (phrases_.has_role(t, "adverb", &end) || c_.lower(t) == "with" || is_manner(t))) {
    if (is_manner(t)) {  // "deliberated |extensively| on"
      ++t;
      continue;
    }
    if (c_.lower(t) != "with") {
      t = end;
      continue;
    }
    const std::uint32_t behind = behind_company(t, sentence);
    if (behind == t) break;
    t = behind;
  }
  // "addressed|, inter alia,| the use of water"
  if (c_.lower(t) == "," && phrases_.has_role(t + 1, "adverb", &end) && end < sentence.end &&
      c_.lower(end) == ",") {
    t = end + 1;
  }
  t = behind_circumstances(behind_inserted(t, sentence), sentence);
  if (t < sentence.end && c_.doc.is_punctuation(t) && c_.lower(t) != "\"" && c_.lower(t) != ":" &&
      c_.lower(t) != "'") {
    return false;
  }
  // "the issues discussed |during| the meeting"
  if (phrases_.has_role(t, "aux") || c_.lower(t) == "by" || c_.lower(t) == "and" ||
      c_.lower(t) == "during") {
    return false;
  }
  if (phrases_.mention_at(t) != nullptr &&
      phrases_.mention_at(t)->kind != names::MentionKind::state &&
      phrases_.starts_clause(t, sentence.end)) {
    return false;
  }
  // "The discussion of |the ministers| concentrated on X": who talks.
  std::uint32_t who = t;
  while (phrases_.has_role(who, "determiner", &end)) who = end;
  const names::Mention* group = phrases_.mention_at(who);
  const bool office = group != nullptr && (group->kind == names::MentionKind::collective ||
                                           group->kind == names::MentionKind::office);
  if (t > sentence.begin && c_.lower(t - 1) == "of" && office) return false;
  std::uint32_t stop = phrases_.clause_end(t, sentence.end, true);
  // "Themed |"Water for all"|, the meeting opened"
  const bool quote = c_.lower(t) == "\"" || c_.lower(t) == "'" || c_.lower(t) == "“";
  for (std::uint32_t u = t + 1; quote && u < std::min(t + kLongestTheme, sentence.end); ++u) {
    if (c_.lower(u) != c_.lower(t) && c_.lower(u) != "”") continue;
    stop = u + 1;
    break;
  }
  const bool some = take(t, stop, confidence);
  // "discussed three questions: water, roads and schools"
  return behind_colon(stop, stop + 1, sentence) || some;
}

// "discussed|, over a working breakfast,| trucks at the border"
std::uint32_t AgendaFinder::behind_inserted(std::uint32_t t, TokenRange sentence) const {
  const std::string_view first = c_.lower(t + 1);
  // "talk about|, and come to terms on,| trade and visas"
  const bool verb = first == "and" && (c_.lower(t + 2) == "to" || phrases_.act(t + 2) != nullptr);
  const bool adverbial = phrases_.has_role(t + 1, "preposition") && first != "of";
  if (c_.lower(t) != "," || (!verb && !adverbial)) return t;
  for (std::uint32_t u = t + 2; u + 1 < std::min(t + kLongestInserted, sentence.end); ++u) {
    if (phrases_.has_role(u, "aux") || c_.lower(u) == ";" || c_.lower(u) == "and") return t;
    if (c_.lower(u) == ",") return u + 1;
  }
  return t;
}

// "extensively" in front of a preposition.
bool AgendaFinder::is_manner(std::uint32_t t) const {
  return c_.lower(t).ends_with("ly") && phrases_.has_role(t + 1, "preposition");
}

// The list behind a colon in [from, to).
bool AgendaFinder::behind_colon(std::uint32_t from, std::uint32_t to, TokenRange sentence) {
  for (std::uint32_t t = from; t < std::min(to, sentence.end); ++t) {
    const std::string_view sign = c_.lower(t);
    const bool dash = (sign == "-" || sign == "–" || sign == "—") && c_.doc.space_before(t) &&
                      t + 1 < sentence.end && c_.doc.space_before(t + 1);
    if (sign != ":" && !dash) continue;
    if (dash && (phrases_.has_role(t + 1, "join") || phrases_.starts_clause(t + 1, sentence.end))) {
      return false;
    }
    return take(t + 1, phrases_.clause_end(t + 1, sentence.end, true), 0.65F);
  }
  return false;
}

// "with the visiting Prime Minister X" -> the token behind it.
std::uint32_t AgendaFinder::behind_company(std::uint32_t with, TokenRange sentence) const {
  const std::string_view whom = c_.lower(with + 1);
  if (whom == "them" || whom == "him" || whom == "her" || whom == "us") return with + 2;
  for (std::uint32_t t = with + 1; t < std::min(with + 6, sentence.end); ++t) {
    const names::Mention* m = phrases_.mention_at(t);
    if (m != nullptr) return m->tokens.end;
    const tagger::Tag* tag = c_.tags.starting(t);
    if (tag != nullptr && tag->label != tagger::Label::nationality) return tag->tokens.end;
  }
  return with;
}

bool AgendaFinder::take(std::uint32_t begin, std::uint32_t end, float confidence) {
  if (begin >= end) return false;
  const std::size_t d = owner_.of(cue_, {begin, end}, tense_);
  if (d == Attribution::kNone) return false;
  used_ = std::max(used_, end);
  list_begin_ = drafts_.drafts[d].meeting.agenda.size();
  if (quoted(begin, end)) return add(d, Item{{{begin + 1, end - 1}}}, confidence);
  bool some = false;
  for (Item& item : phrases_.split({begin, end})) {
    skip_deed(item);
    skip_company(item);
    some = add(d, std::move(item), confidence) || some;
  }
  return some;
}

// "discussed trade |with her Bolivian counterpart|", "|with him|": with whom, and not what.
void AgendaFinder::skip_company(Item& item) const {
  TokenRange& words = item.pieces.back();
  for (std::uint32_t t = words.begin + 1; t + 1 < words.end; ++t) {
    if (c_.lower(t) != "with" || has_value(words.begin, "talk")) continue;
    const std::uint32_t last = words.end - 1;
    const names::Mention* who = phrases_.mention_before(words.end, last);
    const bool group = who != nullptr && who->kind == names::MentionKind::collective &&
                       who->tokens.end == words.end && who->tokens.begin <= t + 3;
    const bool peer = c_.cue(last, c_.cues.counterpart) != nullptr && last <= t + 3;
    const std::string_view whom = c_.lower(last);
    const bool pronoun = last == t + 1 && (whom == "him" || whom == "her" || whom == "them");
    if (group || peer || pronoun) words.end = t;
  }
}

// "will review trade and |approve| the budget": what is done with the paper says nothing.
void AgendaFinder::skip_deed(Item& item) const {
  TokenRange& words = item.pieces.front();
  const Match* act = phrases_.act(words.begin);
  if (act == nullptr || phrases_.form(*act).form != catalogue::VerbForm::base) return;
  const std::string_view id = c_.catalogue.speech_acts()[phrases_.form(*act).act].id;
  if (!is_documentary(id) || !phrases_.has_role(act->tokens.end, "determiner")) return;
  const TokenRange thing = phrases_.trim({act->tokens.end, words.end});
  if (!thing.empty()) words = thing;
}

// A theme in quotes is one item.
bool AgendaFinder::quoted(std::uint32_t begin, std::uint32_t end) const {
  if (end < begin + 3) return false;
  const std::string_view first = c_.lower(begin);
  const std::string_view last = c_.lower(end - 1);
  return (first == "'" || first == "\"") && (last == "'" || last == "\"");
}

// "|The message also says| that trade will be discussed"
bool AgendaFinder::says_so(TokenRange words) const {
  const bool finite = phrases_.is_finite_act(words.end - 1) || c_.lower(words.end) == "that";
  if (words.size() < 2 || !finite) return false;
  const Match* act = phrases_.act(words.end - 1);
  return act != nullptr && c_.catalogue.speech_acts()[phrases_.form(*act).act].act_class ==
                               catalogue::ActClass::announce;
}

// "debated the drought |in Bamako|": where they met, if the report says so with these words.
TokenRange AgendaFinder::without_place(TokenRange words, const record::Meeting& m) const {
  if (!m.place || m.place.evidence.empty()) return words;
  const std::uint32_t town = c_.doc.token_at(m.place.evidence.front().begin);
  const bool inside = town > words.begin + 1 && town < words.end;
  const bool last = inside && c_.doc.span({town, words.end}) == m.place.evidence.front();
  return last && c_.lower(town - 1) == "in" ? TokenRange{words.begin, town - 1} : words;
}

bool AgendaFinder::add(std::size_t d, Item item, float confidence) {
  // "|during which| the results of the season were discussed"
  TokenRange& first = item.pieces.front();
  if (c_.lower(first.begin + 1) == "which" && first.end > first.begin + 2) {
    first = phrases_.trim({first.begin + 2, first.end});
  }
  TokenRange& last = item.pieces.back();
  last = without_place(last, drafts_.drafts[d].meeting);
  last = phrases_.shorten(last, kLongestItem);
  if (says_so(last)) return false;
  if (last.empty() || is_person(item) || is_meeting(item)) return false;
  const std::string text = phrases_.text(item);
  record::Meeting& meeting = drafts_.drafts[d].meeting;
  if (meeting.agenda.size() >= kMostItems) return false;
  for (std::size_t i = 0; i < meeting.agenda.size(); ++i) {
    const std::string& known = *meeting.agenda[i].text;
    // Items of one list differ, though one may hold the words of another.
    if (i >= list_begin_ ? known == text : says_the_same(known, text)) return true;
  }
  record::AgendaItem out;
  for (const TokenRange& piece : item.pieces) add_topics(c_, piece, out.topics);
  out.text.set(text, phrases_.spans(item), confidence, std::string(kRule));
  meeting.agenda.push_back(std::move(out));
  return true;
}

// "on |President X of Peru closed| the stay": a verb behind who is named.
bool AgendaFinder::acts(std::uint32_t t) const {
  const tagger::Tag* of = c_.lower(t) == "of" ? c_.tags.starting(t + 1) : nullptr;
  if (of != nullptr && of->label == tagger::Label::state) t = of->tokens.end;
  return c_.lower(t).ends_with("ed") && c_.doc.shape(t) == text::Shape::lower;
}

// A person, an office or a date alone is no subject, nor is "no point".
bool AgendaFinder::is_person(const Item& item) const {
  const TokenRange r = item.pieces.back();
  if (item.pieces.size() > 1) return false;
  const names::Mention* m = phrases_.mention_at(r.begin);
  if (m != nullptr && m->tokens.end >= r.end && m->kind != names::MentionKind::state) return true;
  // "with X, |the Minister of Trade of Peru|": what he is
  const names::Office* office = c_.cast.office_starting(r.begin);
  if (office != nullptr && !office->plural && office->tokens.end >= r.end) return true;
  if (m != nullptr && m->person != kNobody && acts(m->tokens.end)) return true;
  if (phrases_.has_role(r.begin, "pronoun") && r.size() < 3) return true;
  const std::string_view first = c_.lower(r.begin);
  if (first == "no" || first == "none" || first == "nothing") return true;
  // "and ways to |develop them|": of what was named before.
  const std::string_view second = r.size() > 1 ? c_.lower(r.begin + 1) : std::string_view();
  const bool verb = c_.doc.shape(r.begin) == text::Shape::lower;
  if (verb && (second == "them" || second == "it")) return true;
  // "a total of |23 items| on the agenda": how many subjects, none of them.
  for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
    if (c_.doc.shape(t) == text::Shape::number && phrases_.has_role(t + 1, "issue")) return true;
  }
  // "39 in Nigeria": how many, no subject.
  const bool count = c_.doc.shape(r.begin) == text::Shape::number && c_.time_at(r.begin) == nullptr;
  if (count && (r.size() == 1 || c_.lower(r.begin + 1) == "in")) return true;
  const time::Expression* e = c_.time_at(r.begin);
  return e != nullptr && e->tokens.end >= r.end;
}

bool AgendaFinder::is_meeting(const Item& item) const {
  const TokenRange r = item.pieces.back();
  auto it = first_mention(r.begin + 1);
  for (int back = 0; back < 4 && it != named_.begin(); ++back) {
    --it;
    if (it->end >= r.end) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
