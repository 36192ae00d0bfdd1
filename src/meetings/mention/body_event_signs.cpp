// What says that a body is held here rather than named: a day, a link, an adjective, a journey.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/body_event.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using catalogue::MeetingKind;
using tagger::Label;
using tagger::Tag;

// Month or day, no year alone.
constexpr std::size_t kMonth = 7;

// "at the European Council of 14 December": what stands before a meeting rather than a body.
bool leads_to_meeting(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{
      "at", "of", "for", "during", "before", "after", "until", "ahead", "following", "with"};
  return is_one_of(word, kWords);
}

// The cue that ends right before `front`, no more than `longest` tokens long, the shortest first;
// or null.
const lexicon::Cue* cue_ending(const Context& c, lexicon::CueClass of, std::uint32_t front,
                               std::uint32_t longest) {
  const std::uint32_t begin = c.sentence(front).begin;
  for (std::uint32_t back = 1; back <= longest && front >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(front - back, of, &words);
    if (cue != nullptr && words.end == front) return cue;
  }
  return nullptr;
}

// An organisation that a table knows is named there.
bool names_body(const Context& c, TokenRange s) {
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag != nullptr && tag->label == Label::body && tag->id != npos) return true;
  }
  return false;
}

}  // namespace

// "at the European Council of 14 and 15 December"
bool BodyEvents::is_dated(const Mention& m) const {
  if (!m.organ || m.organ.id == npos) return false;
  if (c_.catalogue.bodies()[m.organ.id].meeting == MeetingKind::unknown) return false;
  const std::uint32_t front = front_of(m);
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  if (front == begin || !leads_to_meeting(c_.doc.lower(front - 1))) return false;
  const std::string_view link = c_.lower(m.tokens.end);
  const bool linked = link == "of" || link == "on" || link == "in" || link == "(";
  const time::Expression* e = c_.time_at(linked ? m.tokens.end + 1 : m.tokens.end);
  return e != nullptr && time::is_date(e->kind) && e->edtf.size() >= kMonth &&
         e->edtf.find("..") == std::string::npos && c_.lower(e->tokens.begin) != "since";
}

// "have put off |the Binational Commission|": a body cannot be put off, its meeting can.
bool BodyEvents::is_called_off(const Mention& m) const {
  constexpr std::uint32_t kLongest = 3;
  const lexicon::Cue* cue = cue_ending(c_, c_.cues.status, front_of(m), kLongest);
  return cue != nullptr && (cue->value == "postponed" || cue->value == "cancelled");
}

// "an |extraordinary| Council of Ministers of the Union": how it meets, and no body is so by
// itself.
bool BodyEvents::is_occasional(const Mention& m) const {
  static constexpr std::array<std::string_view, 5> kHow{"extraordinary", "ordinary", "informal",
                                                        "emergency", "extra-ordinary"};
  const TokenRange s = c_.sentence(m.trigger.begin);
  const bool known = m.organisation || (m.organ && m.organ.id != npos) || names_body(c_, s);
  if (!known || m.tokens.begin < s.begin + 2) return false;
  const std::string_view article = c_.doc.lower(m.tokens.begin - 2);
  const bool of_it = article == "a" || article == "an" || front_of(m) < m.tokens.begin - 1;
  return of_it && is_one_of(c_.doc.lower(m.tokens.begin - 1), kHow);
}

// "on the sidelines of the General Affairs Council"
bool BodyEvents::is_linked(const Mention& m) const {
  if (!m.organ || m.organ.id == npos) return false;
  if (c_.catalogue.bodies()[m.organ.id].meeting == MeetingKind::unknown) return false;
  constexpr std::uint32_t kLongest = 6;
  return cue_ending(c_, c_.cues.link, front_of(m), kLongest) != nullptr;
}

// "|outcome of| the Fisheries Council": of the session of a body that is known to hold them.
bool BodyEvents::is_known_by_product(const Mention& m) const {
  if (!m.organ || m.organ.id == npos) return false;
  if (c_.catalogue.bodies()[m.organ.id].meeting == MeetingKind::unknown) return false;
  constexpr std::uint32_t kLongest = 3;
  const lexicon::Cue* cue = cue_ending(c_, c_.cues.background, front_of(m), kLongest);
  return cue != nullptr && cue->value == "over";
}

// "a |meeting of| the Border Commission will be convened": the noun tells of it; "talks with the
// |President of| the European Council": an office.
bool BodyEvents::is_of_noun(const Mention& m) const {
  const std::uint32_t front = front_of(m);
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  return front >= begin + 2 && c_.doc.lower(front - 1) == "of" &&
         (c_.cue(front - 2, c_.cues.head) != nullptr || c_.doc.lower(front - 2) == "level" ||
          c_.matches.find(front - 2, lexicon::Channel::office) != nullptr);
}

// "Joint Commission |of Cooperation|", "Committee |on Trade and Transport|": behind what the body
// is about, in capitals; or `end`.
std::uint32_t BodyEvents::subject_behind(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 10;
  const std::string_view link = c_.lower(end);
  const bool linked = link == "of" || link == "on" || link == "for";
  if (!linked || end + 1 >= c_.doc.size() || !c_.doc.is_capital(end + 1)) return end;
  std::uint32_t at = end + 1;
  while (at < c_.doc.size() && at - end < kLongest && c_.time_at(at) == nullptr &&
         (c_.doc.is_capital(at) || c_.doc.lower(at) == "and")) {
    ++at;
  }
  return at;
}

// "in Lima", ", Lima", "on Monday" at `token`.
bool BodyEvents::is_somewhere(std::uint32_t token) const {
  const std::string_view link = c_.lower(token);
  const bool linked = link == "in" || link == "at" || link == "on" || link == "," || link == "(";
  const std::uint32_t at = linked ? token + 1 : token;
  if (at >= c_.doc.size()) return false;
  const time::Expression* e = c_.time_at(at);
  if (e != nullptr) return link != "," && time::is_date(e->kind) && c_.lower(at) != "since";
  const Tag* tag = linked ? c_.tags.starting(at) : nullptr;
  return tag != nullptr && tag->label == Label::place && link != "on";
}

// "the ASEAN Regional Forum": a body that is nothing but its meetings.
bool BodyEvents::is_gathering(const Mention& m) const {
  static constexpr std::array<std::string_view, 5> kNouns{"forum", "conference", "assembly",
                                                          "congress", "dialogue"};
  return is_one_of(
      c_.lower(c_.doc.token_at(m.organ_span.end > m.organ_span.begin ? m.organ_span.end - 1
                                                                     : m.organ.words.end - 1)),
      kNouns);
}

// "led the delegation to |the Joint Commission| in Lima", "co-chaired |the Council| on Monday",
// "co-chaired |the Joint Commission|", which nobody does but while it sits.
bool BodyEvents::is_attended(const Mention& m) const {
  constexpr std::uint32_t kLongest = 6;
  const bool somewhere = is_somewhere(subject_behind(m.tokens.end));
  const std::uint32_t front = front_of(m);
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kLongest && front >= begin + back; ++back) {
    TokenRange words;
    if (c_.cue(front - back, attended_, &words) == nullptr) continue;
    const bool co_chaired = c_.doc.lower(words.begin).starts_with("co");
    const bool attended = c_.doc.lower(words.end - 1).starts_with("attend") && is_gathering(m);
    if (!somewhere && !co_chaired && !attended) continue;
    if (words.end == front || (words.end == front + 1 && c_.lower(front) == "the")) return true;
  }
  return false;
}

// "is in Brussels on Tuesday |for the EEA Council|"
bool BodyEvents::is_travelled_for(const Mention& m) const {
  constexpr std::uint32_t kNear = 8;
  if (!m.organ || m.organ.id == npos) return false;
  if (c_.catalogue.bodies()[m.organ.id].meeting == MeetingKind::unknown) return false;
  const std::uint32_t front = front_of(m);
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  if (front < begin + 3 || c_.doc.lower(front - 1) != "for") return false;
  for (std::uint32_t back = 2; back <= kNear && front >= begin + back; ++back) {
    const std::uint32_t t = front - back;
    const Tag* tag = c_.tags.covering(t);
    if (tag != nullptr && (tag->label == Label::place || tag->label == Label::state)) {
      const std::string_view link =
          tag->tokens.begin > begin ? c_.doc.lower(tag->tokens.begin - 1) : "";
      return link == "in" || link == "to";
    }
    if (c_.doc.is_punctuation(t) || (tag != nullptr && c_.time_at(t) == nullptr)) return false;
  }
  return false;
}

// "Tomorrow it is the turn of |the Standing Committee|", "On 3 May it will be |the Committee of
// Experts|": on the day that stands before.
const time::Expression* BodyEvents::day_of_turn(const Mention& m) const {
  static constexpr std::array<std::string_view, 4> kBe{"is", "was", "be", "been"};
  const std::uint32_t front = front_of(m);
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  if (front < begin + 3) return nullptr;
  const bool turn = c_.doc.lower(front - 1) == "of" && c_.doc.lower(front - 2) == "turn";
  const std::uint32_t it = front - (c_.doc.lower(front - 1) == "be" ? 3 : 2);
  const std::string_view next = c_.lower(m.tokens.end);
  const bool picked = next == "that" || next == "which" || next == "who";
  const bool be =
      is_one_of(c_.doc.lower(front - 1), kBe) && it > begin && c_.doc.lower(it) == "it" && !picked;
  if (!turn && !be) return nullptr;
  const time::Expression* day = nullptr;  // the last one
  for (const time::Expression& e : c_.times_in({begin, front})) {
    if (time::is_date(e.kind)) day = &e;
  }
  return day;
}

namespace {

// A noun or a verb in `range` tells of a meeting, or "it will be": what follows may leave it out.
bool tells_of_meeting(const Context& c, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return true;
    const lexicon::Cue* verb = c.cue(t, c.cues.verb);
    if (verb != nullptr && verb->value == "meeting") return true;
    const bool is = c.lower(t + 1) == "is" || c.lower(t + 1) == "was" || c.lower(t + 1) == "will";
    if (c.doc.lower(t) == "it" && is) return true;
  }
  return false;
}

// The day that ends at `end`, over a comma; or null.
const time::Expression* day_ending(const Context& c, std::uint32_t end) {
  if (end > 0 && c.doc.lower(end - 1) == ",") --end;
  const time::Expression* e = end > 0 ? c.time_at(end - 1) : nullptr;
  return e != nullptr && e->tokens.end == end && time::is_date(e->kind) ? e : nullptr;
}

}  // namespace

// "The experts met on 3 May |and the Council of Ministers on 6 May|", "; on 6 May the Council of
// Ministers": with a day of its own and without the verb.
const time::Expression* BodyEvents::day_behind_another(const Mention& m) const {
  const TokenRange s = c_.sentence(m.trigger.begin);
  std::uint32_t front = front_of(m);
  const time::Expression* before = day_ending(c_, front);
  const time::Expression* behind = day_right_behind(c_, m.tokens.end);
  if (before == nullptr && behind == nullptr) return nullptr;
  if (before != nullptr) front = before->tokens.begin;
  if (before != nullptr && front > s.begin && c_.doc.lower(front - 1) == "on") --front;
  if (front <= s.begin + 3) return nullptr;
  static constexpr std::array<std::string_view, 5> kJoints{";", ",", "and", "then", "while"};
  if (!is_one_of(c_.doc.lower(front - 1), kJoints)) return nullptr;
  const std::uint32_t end = behind != nullptr ? behind->tokens.end : m.tokens.end;
  const std::string_view next = c_.lower(end);
  const bool ends =
      end >= s.end || c_.doc.is_punctuation(end) || next == "and" || next == "in" || next == "at";
  if (!ends || !tells_of_meeting(c_, {s.begin, front - 1})) return nullptr;
  return behind != nullptr ? behind : before;
}

// "The Finance Committee had met, and so had |the Consultative Board|"
bool BodyEvents::does_likewise(const Mention& m) const {
  static constexpr std::array<std::string_view, 10> kDid{"did",  "had", "have", "has",  "will",
                                                         "does", "is",  "are",  "were", "was"};
  const TokenRange s = c_.sentence(m.trigger.begin);
  const std::uint32_t front = front_of(m);
  if (front < s.begin + 4 || !is_one_of(c_.doc.lower(front - 1), kDid)) return false;
  const bool so = c_.doc.lower(front - 2) == "so" && c_.doc.lower(front - 3) == "and";
  return so && ends_clause(m.tokens.end) && tells_of_meeting(c_, {s.begin, front - 3});
}

// "The committee |of the Union| had met, and so had the Board": whose body the second is as well.
void BodyEvents::take_owner_before(Mention& m) const {
  for (std::uint32_t t = c_.sentence(m.trigger.begin).begin; t < m.tokens.begin; ++t) {
    const Tag* tag = c_.tags.starting(t);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
    if (body && !names_organ(c_, *tag)) m.organisation = {tag->id, c_.doc.span(tag->tokens)};
  }
}

}  // namespace rapporteur::meetings
