// A sentence in which no word tells of a meeting, but those of two sides, or a group of an
// organisation, do something together in a town on a day: "X of Peru and Y of Chile inspected the
// bridge in Arica on Tuesday", "Transport ministers of the Union adopted a protocol in Lima on
// Monday".

#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "verbal/behind_names.h"

namespace rapporteur::meetings {

namespace {

// A verb of doing, as far as its form tells, and none of speaking: each may have spoken by himself.
bool does(const Context& c, std::uint32_t verb) {
  static constexpr std::array<std::string_view, 23> kIrregular{
      "dealt", "chose", "spoke", "sat",  "had",   "ate",   "spent", "went",
      "took",  "gave",  "laid",  "cut",  "drew",  "put",   "set",   "found",
      "stood", "made",  "came",  "rode", "drove", "broke", "walked"};
  static constexpr std::array<std::string_view, 26> kSays{
      "called",    "urged",    "accused",  "warned",    "stated",   "condemned", "praised",
      "thanked",   "attended", "appealed", "denied",    "voted",    "demanded",  "insisted",
      "announced", "declared", "rejected", "expressed", "stressed", "noted",     "added",
      "welcomed",  "opposed",  "asked",    "wanted",    "hoped"};
  const auto is_deed = [&](std::string_view word) {
    return word.ends_with("ed") && !is_one_of(word, kSays);
  };
  const std::string_view word = c.doc.lower(verb);
  const std::string_view next = c.lower(verb + 1);
  // "has approved", "had gone over"
  if (word == "has" || word == "have" || word == "had") {
    if (is_deed(next) || next == "gone" || next == "taken" || next == "seen") return true;
  }
  return is_deed(word) || is_one_of(word, kIrregular);
}

// "|In Arica|, X and Y ...": the town that opens the sentence.
Named town_in_front(const Context& c, TokenRange s) {
  const std::string_view link = c.doc.lower(s.begin);
  const tagger::Tag* tag = c.tags.starting(s.begin + 1);
  const bool town = tag != nullptr && tag->label == tagger::Label::place && tag->id != npos;
  if ((link != "in" && link != "at") || !town) return {};
  return {tag->id, c.doc.span(tag->tokens)};
}

// Where the subject begins, behind a town and a day: "In Arica on Thursday, |X| ...".
std::uint32_t behind_front(const Context& c, TokenRange s) {
  constexpr std::uint32_t kLongest = 10;
  const bool opens = town_in_front(c, s) || c.time_at(s.begin) != nullptr ||
                     c.time_at(std::min(s.begin + 1, s.end - 1)) != nullptr;
  for (std::uint32_t t = s.begin; opens && t < std::min(s.end, s.begin + kLongest); ++t) {
    if (c.cast.starting(t) != nullptr || c.cast.office_starting(t) != nullptr) break;
    if (c.doc.lower(t) == ",") return t + 1;
  }
  return s.begin;
}

// Those before the verb, all of them, or he before it and the other behind "with".
std::optional<Mention> of_persons(const Context& c, TokenRange verb) {
  static constexpr lexicon::Cue kBoth{"", "both"};
  std::optional<Mention> m = joint_mention(c, verb, kBoth);
  if (!m || m->kind == "call") return std::nullopt;
  const std::string_view behind = c.lower(m->tokens.end);
  const bool owner = behind == "'s" || behind == "'";  // "agreed with X's plan"
  return owner && !m->objects.empty() ? std::nullopt : m;
}

// "had cleared the |texts|", "got the |papers| ready": what is done before others meet.
bool tells_of_papers(const Context& c, TokenRange s) {
  static constexpr std::array<std::string_view, 16> kPapers{
      "papers",    "paper",  "texts",     "text",  "drafts",     "draft",
      "documents", "agenda", "decisions", "ready", "groundwork", "resolutions",
      "programme", "ground", "dossiers",  "files"};
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (is_one_of(c.doc.lower(t), kPapers)) return true;
  }
  return false;
}

// "Ministers of the Union adopted ..."
std::optional<Mention> of_group(const Context& c, TokenRange verb) {
  static constexpr lexicon::Cue kGroup{"", "group"};
  return joint_mention(c, verb, kGroup);
}

// "The foreign ministers |had got| the papers ready on Tuesday": before those of whom was told (see
// Completion::takes_prelude), wherever it was.
bool is_prelude(const Context& c, TokenRange s, const Mention& m) {
  const bool group = m.people.empty() && !m.organ_words.empty();
  if (!group || c.doc.lower(m.trigger.begin) != "had" || !tells_of_papers(c, s)) return false;
  return time_beside(c, m) != kNobody;
}

// "|The Joint Committee| approved the plan", "|the Council| has dealt with it": a body of several
// that acts in a town on a day sits there.
bool is_sitting_body(const Context& c, const Mention& m) {
  if (m.organ && m.organ.id != npos) {
    return c.catalogue.bodies()[m.organ.id].meeting != catalogue::MeetingKind::unknown;
  }
  if (m.organ_words.empty()) return false;
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c.doc.token_at(m.organ_span.begin); t < end; ++t) {
    const lexicon::Cue* head = c.doc.is_capital(t) ? c.cue(t, c.cues.organ_head) : nullptr;
    if (head != nullptr && (m.organisation || head->value == "joint")) return true;
  }
  return false;
}

// The town and the day of the sentence, before the verb or behind it; false: one is not said.
bool takes_spot(const Context& c, TokenRange s, Mention& m) {
  Mention beside = m;
  beside.tokens.end = m.trigger.end;  // "walked over the bridge in Arica on Monday |with X|"
  place_beside(c, beside);
  if (!beside.place) beside.place = town_in_front(c, s);
  if (!beside.place || time_beside(c, beside) == kNobody) return false;
  m.place = beside.place;
  return true;
}

}  // namespace

std::optional<Mention> together_mention(const Context& c, const text::Sentence& s) {
  constexpr std::uint32_t kLongest = 40;
  if (s.role != text::LineRole::body || s.tokens.empty()) return std::nullopt;
  const std::uint32_t end = std::min(s.tokens.end, s.tokens.begin + kLongest);
  const std::uint32_t begin = behind_front(c, s.tokens);
  static constexpr std::array<std::string_view, 14> kJoins{
      ",", "and", "of", "the", "for", "(", ")", "'s", "'", "from", "both", "his", "her", "-"};
  const std::uint32_t verb = behind_names(c, begin, end, kJoins);
  if (verb == begin || verb + 1 >= end || !does(c, verb)) return std::nullopt;
  std::optional<Mention> m = of_persons(c, {verb, verb + 1});
  if (!m) m = of_group(c, {verb, verb + 1});
  if (!m) return std::nullopt;
  if (is_prelude(c, s.tokens, *m)) return m;
  const bool known = !m->people.empty() || (m->organisation && m->group) || is_sitting_body(c, *m);
  return known && takes_spot(c, s.tokens, *m) ? m : std::nullopt;
}

}  // namespace rapporteur::meetings
