#include "participant/bystander.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "clause/word_list.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;

// Nothing but "the", "the next", names of states and titles in capitals.
bool is_title(const Context& c, TokenRange r) {
  static constexpr std::array<std::string_view, 7> kFront{"the",      "'s",  "next",    "new",
                                                          "outgoing", "his", "incoming"};
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    const tagger::Tag* tag = c.tags.covering(t);
    const bool state =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    if (!state && !c.doc.is_capital(t) && !is_one_of(c.lower(t), kFront)) return false;
  }
  return true;
}

// "a letter from |President A|"
bool is_object_of_talk(const Context& c, TokenRange person) {
  constexpr std::uint32_t kReach = 6;  // tokens of "the written message from His Majesty"
  const lexicon::CueClass spoken_of = c.cues.spoken_of;
  const std::uint32_t floor = c.sentence(person.begin).begin;
  const std::uint32_t from = person.begin > floor + kReach ? person.begin - kReach : floor;
  for (std::uint32_t t = person.begin; t-- > from;) {
    TokenRange words;
    if (c.cue(t, spoken_of, &words) == nullptr || words.end > person.begin) continue;
    return is_title(c, {words.end, person.begin});
  }
  return false;
}

// "the release of President A and |Minister B|": as the one before.
bool goes_on(const Context& c, TokenRange person) {
  std::uint32_t t = person.begin;
  while (t > 0 && (c.lower(t - 1) == "," || c.lower(t - 1) == "and" || c.lower(t - 1) == "the"))
    --t;
  const names::Mention* before = t < person.begin ? c.cast.ending(t) : nullptr;
  return before != nullptr && before->person != kNobody &&
         c.doc.sentence_of(before->tokens.begin) == c.doc.sentence_of(person.begin) &&
         is_object_of_talk(c, before->tokens);
}

// "|proposed a| meeting", "a |possible| summit", with the noun at `noun`: nobody has agreed on it.
bool is_only_wanted(const Context& c, std::uint32_t noun) {
  constexpr std::uint32_t kNear = 5;  // tokens of "the possibility of a bilateral"
  const std::uint32_t begin = c.sentence(noun).begin;
  for (std::uint32_t back = 1; back <= kNear && noun >= begin + back; ++back) {
    const lexicon::Cue* cue = c.cue(noun - back, c.cues.hypothetical);
    if (cue != nullptr) return cue->value != "talks";
    if (c.doc.is_punctuation(noun - back) || c.lower(noun - back) == "the") return false;
  }
  return false;
}

}  // namespace

bool is_of_unmet(const Context& c, TokenRange who) {
  constexpr std::uint32_t kReach = 20;
  static constexpr std::array<std::string_view, 4> kLinks{"between", "of", "with", "among"};
  const TokenRange s = c.sentence(who.begin);
  for (std::uint32_t back = 2; back <= kReach && who.begin >= s.begin + back; ++back) {
    const std::uint32_t t = who.begin - back;
    if (c.lower(t) == ";" || c.cue(t, c.cues.verb) != nullptr) return false;
    if (c.cue(t, c.cues.head) == nullptr || !is_one_of(c.lower(t + 1), kLinks)) continue;
    for (std::uint32_t day = t; day < s.end; ++day) {
      if (c.time_at(day) != nullptr) return false;
    }
    return is_only_wanted(c, t);
  }
  return false;
}

bool is_spoken_of(const Context& c, TokenRange person) {
  return is_object_of_talk(c, person) || goes_on(c, person) || is_of_unmet(c, person);
}

bool is_state_spoken_of(const Context& c, TokenRange state) {
  static constexpr std::array<std::string_view, 12> kMatters{
      "war",    "aggression", "integrity", "independence", "sovereignty", "reconstruction",
      "crisis", "conflict",   "situation", "support",      "invasion",    "developments"};
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t begin = c.sentence(state.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && state.begin >= begin + back; ++back) {
    const std::uint32_t t = state.begin - back;
    if (c.doc.is_punctuation(t) || c.cast.office_covering(t) != nullptr) return false;
    if (is_one_of(c.lower(t), kMatters)) return true;
  }
  return false;
}

bool is_byline(const Context& c, TokenRange person) {
  constexpr std::uint32_t kLongest = 12;  // tokens of such a line
  const TokenRange s = c.sentence(person.begin);
  if (s.size() > kLongest || c.doc.sentence_of(person.begin) > 4) return false;
  const std::uint32_t begin = c.lower(s.begin) == "by" ? s.begin + 1 : s.begin;
  if (person.begin != begin) return false;
  bool told = begin > s.begin;
  for (std::uint32_t t = person.end; t < s.end; ++t) {
    if (c.doc.shape(t) != text::Shape::lower) continue;
    const std::string_view word = c.lower(t);
    if (word != "in" && word != "and" && word != "reporter" && word != "correspondent")
      return false;
    told = true;
  }
  return told && c.cast.office_covering(person.begin) == nullptr;
}

std::uint32_t before_list(const Context& c, std::uint32_t floor, std::uint32_t state) {
  std::uint32_t t = state - 1;
  while (t > floor) {
    const std::string_view word = c.lower(t);
    const tagger::Tag* tag = c.tags.covering(t);
    const bool listed = tag != nullptr && tag->label == Label::state;
    if (word != "the" && word != "," && word != "and" && !listed) break;
    --t;
  }
  return t;
}

bool is_noble(const Context& c, TokenRange person) {
  const lexicon::Match* m = c.matches.find(person.begin, lexicon::Channel::honorific);
  if (m == nullptr || m->tokens.end >= person.end) return false;
  const catalogue::Honorific& h = c.catalogue.honorifics()[m->id];
  return h.kind == "noble" && h.part_of_name;
}

namespace {

bool joins_people(std::string_view word) {
  return word == "," || word == "and" || word == "&" || word == "the" || word == "as" ||
         word == "well" || word == "also" || word == "too" || word == "both";
}

// The attending of whom stands before it, or else of whom stands behind it, that starts at `token`.
bool says_attended(const Context& c, std::uint32_t token, bool of_before, TokenRange* words) {
  const lexicon::Cue* cue = c.cue(token, c.cues.attend, words);
  if (cue == nullptr) return false;
  const bool before = cue->value == "subject" || cue->value == "before";
  return before == of_before;
}

}  // namespace

bool is_told_to_attend(const Context& c, TokenRange person) {
  constexpr std::uint32_t kLongestCue = 6;
  constexpr std::uint32_t kLongestRow = 160;  // tokens
  TokenRange s = c.sentence(person.begin);
  if (person.begin > s.begin + kLongestRow) s.begin = person.begin - kLongestRow;
  s.end = std::min(s.end, person.end + kLongestRow);
  TokenRange words;
  for (std::uint32_t t = person.end; t < s.end;) {
    if (says_attended(c, t, true, &words)) return true;
    const names::Mention* m = c.cast.starting(t);
    if (m == nullptr && !joins_people(c.doc.lower(t))) break;
    t = m != nullptr ? m->tokens.end : t + 1;
  }
  for (std::uint32_t t = person.begin; t > s.begin;) {
    for (std::uint32_t back = 1; back <= kLongestCue && t >= s.begin + back; ++back) {
      if (says_attended(c, t - back, false, &words) && words.end == t) return true;
    }
    const names::Mention* m = c.cast.ending(t);
    if (m == nullptr && !joins_people(c.doc.lower(t - 1))) return false;
    t = m != nullptr ? m->tokens.begin : t - 1;
  }
  return false;
}

namespace {

// "A|, who heads the press office of the ministry, |has said": the verb behind what tells who A is;
// or the end of the name.
std::uint32_t behind_apposition(const Context& c, TokenRange person) {
  constexpr std::uint32_t kLongest = 18;
  const std::uint32_t end = std::min(person.end + kLongest, c.sentence(person.begin).end);
  static constexpr std::array<std::string_view, 4> kTellsWho{",", "heading", "responsible",
                                                             "serving"};
  if (!is_one_of(c.lower(person.end), kTellsWho)) return person.end;
  for (std::uint32_t t = person.end + 1; t < end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) break;
    if (c.lower(t) == ",") return t;
  }
  return person.end;
}

// "A said", "according to A", "told A"
bool tells(const Context& c, TokenRange person) {
  static constexpr std::array<std::string_view, 14> kTells{
      "said",      "says",      "told",     "added",    "noted",    "stated",    "explained",
      "announced", "confirmed", "informed", "recalled", "reported", "disclosed", "specified"};
  for (std::uint32_t next : {person.end, behind_apposition(c, person)}) {
    while (c.lower(next) == "," || c.lower(next) == "has") ++next;
    if (is_one_of(c.lower(next), kTells)) return true;
  }
  if (person.begin < 2) return false;
  const std::string_view before = c.lower(person.begin - 1);
  // ", |said A|", but "|she| said A will lead the team"
  static constexpr std::array<std::string_view, 5> kOthers{"he", "she", "it", "they", "who"};
  const bool told = is_one_of(c.lower(person.begin - 2), kOthers);
  return (is_one_of(before, kTells) && !told) ||
         (before == "to" && c.lower(person.begin - 2) == "according");
}

catalogue::OfficeLevel level_of(const Context& c, const names::Person& p) {
  if (p.offices.empty() || p.offices.front().office == npos) return {};
  return c.catalogue.offices()[p.offices.front().office].level;
}

bool is_leader(const Context& c, const names::Person& p) {
  using catalogue::OfficeLevel;
  const OfficeLevel level = level_of(c, p);
  return level == OfficeLevel::head_of_state || level == OfficeLevel::head_of_government;
}

// Who speaks of it will rather be there: a leader, or at a session a minister.
bool may_come(const Context& c, const record::Meeting& m, const names::Person& p) {
  const bool summit = m.kind && *m.kind == record::Kind::summit;
  return is_leader(c, p) || (!summit && level_of(c, p) == catalogue::OfficeLevel::minister);
}

// "Ministers of Foreign Affairs": "affair", "foreign", "minister", in the order of the alphabet.
std::vector<std::string> words_of_office(std::string_view office) {
  std::vector<std::string> out;
  const std::string folded = catalogue::fold(office);
  for (const auto part : std::views::split(folded, ' ')) {
    std::string word(part.begin(), part.end());
    if (word.ends_with('s')) word.pop_back();
    if (word.size() > 3) out.push_back(std::move(word));
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

bool only_announces(const Context& c, const record::Meeting& m, const names::Mention& who) {
  const bool to_come =
      m.status && *m.status != record::Status::held && *m.status != record::Status::ongoing;
  return to_come && tells(c, who.tokens) && !may_come(c, m, c.cast.people[who.person]);
}

bool speaks_of_others(const Context& c, const record::Meeting& m, const names::Mention& who) {
  const names::Person& p = c.cast.people[who.person];
  if (p.offices.empty() || is_leader(c, p) || !tells(c, who.tokens)) return false;
  const std::vector<std::string> own = words_of_office(p.offices.front().text);
  std::size_t sides = 0;
  for (const record::Participant& one : m.participants) {
    if (one.person || !one.state || !one.offices) continue;
    const std::vector<std::string> group = words_of_office(one.offices->front());
    if (std::ranges::includes(own, group) || std::ranges::includes(group, own)) return false;
    static constexpr std::array<std::string_view, 7> kAnybody{
        "leader", "official", "delegation", "representative", "side", "delegate", "expert"};
    const bool anybody = std::ranges::any_of(
        group, [](const std::string& word) { return is_one_of(word, kAnybody); });
    sides += anybody ? 0 : 1;
  }
  return sides > 1;
}

bool is_at_airport(const Context& c, TokenRange person) {
  const TokenRange s = c.sentence(person.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const std::string_view word = c.lower(t);
    if (word == "airport" || word == "airports" || word == "tarmac") return true;
  }
  return false;
}

bool is_welcomer(const Context& c, TokenRange person) {
  for (std::uint32_t t = c.sentence(person.begin).begin; t + 1 < person.begin; ++t) {
    if (c.lower(t) != "arrival" || c.lower(t + 1) != "by" || t < 2) continue;
    const std::string_view before = c.lower(t - 1);
    const std::string_view link =
        before == "his" || before == "her" || before == "their" ? c.lower(t - 2) : before;
    if (link == "on" || link == "upon") return true;
  }
  return false;
}

bool meets_somebody(const Context& c, TokenRange person) {
  const TokenRange s = c.sentence(person.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const lexicon::Cue* cue = c.cue(t, c.cues.verb);
    const bool talks = cue != nullptr && (cue->value == "talks" || cue->value == "reception" ||
                                          cue->value == "call" || cue->value == "meeting");
    if (talks) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
