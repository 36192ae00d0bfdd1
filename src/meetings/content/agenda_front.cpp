// Subjects at the front of a sentence or line, in front of what is said of them.

#include <algorithm>

#include "content/agenda_finder.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;

constexpr std::uint32_t kLongestTitle = 14;   // tokens of the title of a part
constexpr std::size_t kFewItems = 6;          // that leave room for the titles of parts
constexpr std::size_t kFewestSections = 3;    // of a report whose parts have titles
constexpr std::uint32_t kLongestHeading = 8;  // tokens up to its colon
constexpr std::uint32_t kLongestItem = 12;    // words
constexpr std::uint32_t kLongestFront = 28;   // tokens of "On X, ..." up to its comma
constexpr std::uint32_t kLongestOpening = 7;  // tokens of a subject behind that comma

}  // namespace

// "On the drought, the leaders declared ...", "6. On Lesotho, Summit:"
void AgendaFinder::front(TokenRange sentence) {
  std::uint32_t t = sentence.begin;
  while (t < sentence.end && (c_.doc.is_punctuation(t) || c_.doc.word(t).size() == 1 ||
                              c_.doc.shape(t) == text::Shape::number)) {
    ++t;
  }
  TokenRange cue;
  if (!has_value(t, "front", &cue)) return;
  const std::string_view article = c_.lower(cue.end);
  if (article == "a" || article == "an" || article == "his" || article == "her") return;
  if (is_circumstance(cue.end) || phrases_.starts_time(cue.end) ||
      phrases_.starts_time(cue.end + 1) || phrases_.mention_at(cue.end) != nullptr) {
    const names::Mention* m = phrases_.mention_at(cue.end);
    if (m == nullptr || m->kind != names::MentionKind::state) return;
  }
  const std::uint32_t limit = std::min(sentence.end, cue.end + kLongestFront);
  for (std::uint32_t comma = cue.end + 1; comma < limit; ++comma) {
    if (c_.lower(comma) == ";" || c_.lower(comma) == ":") return;
    // "On fisheries they came to no conclusion."
    const bool they = c_.lower(comma) == "they" && comma < cue.end + kLongestOpening;
    if (c_.lower(comma) != "," && !they) continue;
    if (!they && !opens_statement(comma + 1, sentence)) continue;
    TokenRange topic{cue.end, comma};
    // "On Venezuela, where the crisis goes on, they ..."
    for (std::uint32_t u = cue.end + 1; u < comma; ++u) {
      if (c_.lower(u) == "," && phrases_.opens_subordinate(u + 1)) topic.end = u;
    }
    const std::string_view last = c_.lower(topic.end - 1);
    if (last == "side" || last == "sides" || last == "part") return;  // "On the Omani side, ..."
    if (names_meeting(topic.begin, topic.end) || has_verb(topic)) return;
    tense_ = Tense::past;
    take(topic.begin, topic.end, 0.65F);
    return;
  }
}

bool AgendaFinder::has_verb(TokenRange range) const {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (phrases_.has_role(t, "aux") || phrases_.has_role(t, "pronoun")) return true;
  }
  return false;
}

// Those who meet, or something, with a verb: "they voiced", "Summit:", "no line was found".
bool AgendaFinder::opens_statement(std::uint32_t begin, TokenRange sentence) const {
  if (phrases_.starts_clause(begin, sentence.end)) return true;
  const std::uint32_t limit = std::min(begin + kLongestOpening, sentence.end);
  for (std::uint32_t t = begin; t < limit; ++t) {
    if (c_.lower(t) == ":" && t > begin) return true;
    if (c_.doc.is_punctuation(t) || phrases_.has_role(t, "relative")) return false;
    if (t > begin && (phrases_.has_role(t, "aux") || phrases_.is_finite_act(t))) return true;
  }
  return false;
}

// "Niue picked |climate change| as the theme."
bool AgendaFinder::object(TokenRange cue, TokenRange sentence) {
  const std::uint32_t floor =
      cue.begin > sentence.begin + kLongestItem ? cue.begin - kLongestItem : sentence.begin;
  // "had |"Water for all"| as its theme"
  std::uint32_t close = cue.begin;
  const auto is_quote = [&](std::uint32_t t) {
    const std::string_view sign = c_.lower(t);
    return sign == "\"" || sign == "“" || sign == "”" || sign == "'" || sign == "‘" || sign == "’";
  };
  if (close > floor + 2 && is_quote(close - 1)) {
    for (std::uint32_t t = close - 1; t-- > floor + 1;) {
      if (is_quote(t)) return has_value(t - 1, "pick") && take(t, close, 0.6F);
    }
  }
  for (std::uint32_t t = cue.begin; t-- > floor;) {
    if (c_.doc.is_punctuation(t)) return false;
    const bool verb = phrases_.act(t) != nullptr || has_value(t, "pick");
    if (verb && t + 1 < cue.begin) return take(t + 1, cue.begin, 0.6F);
  }
  return false;
}

// "THEME: Agriculture and Food Security"
bool AgendaFinder::label(TokenRange sentence) {
  std::uint32_t t = sentence.begin;
  while (t < sentence.end && c_.doc.is_punctuation(t)) ++t;
  for (const Match& m : c_.matches.at(t < sentence.end ? t : sentence.begin)) {
    if (m.channel != Channel::cue || m.cue_class != c_.cues.agenda) continue;
    if (c_.lexicon.cues()[m.id].value != "label" || c_.lower(m.tokens.end) != ":") continue;
    if (m.tokens.end + 1 >= sentence.end) return false;
    if (names_meeting(m.tokens.end + 1, sentence.end)) return false;
    take(m.tokens.end + 1, sentence.end, 0.8F);
    return true;
  }
  return false;
}

// "3. |Sharks|: it was decided to ban the hooks." A subject in front of what was decided on it.
void AgendaFinder::heading(std::uint32_t sentence) {
  const auto& all = c_.doc.sentences();
  const text::Sentence& s = all[sentence];
  if (sentence > 0 && all[sentence - 1].paragraph == s.paragraph) return;
  std::uint32_t begin = s.tokens.begin;
  while (begin < s.tokens.end && (c_.doc.is_punctuation(begin) || c_.doc.word(begin).size() == 1 ||
                                  c_.doc.shape(begin) == text::Shape::number)) {
    ++begin;
  }
  std::uint32_t colon = begin;
  for (; colon < std::min(begin + kLongestHeading, s.tokens.end); ++colon) {
    if (c_.lower(colon) == ":") break;
    const tagger::Tag* tag = c_.tags.covering(colon);
    const bool name = tag != nullptr && tag->label != tagger::Label::nationality;
    if (name || phrases_.mention_at(colon) != nullptr || c_.doc.is_punctuation(colon) ||
        phrases_.has_role(colon, "aux") || phrases_.has_role(colon, "pronoun") ||
        phrases_.is_finite_act(colon) || c_.cue(colon, c_.cues.label) != nullptr ||
        c_.cue(colon, c_.cues.head) != nullptr || c_.cue(colon, c_.cues.body_head) != nullptr) {
      return;
    }
  }
  if (colon == begin || c_.lower(colon) != ":" || names_meeting(begin, colon) ||
      phrases_.act(begin) != nullptr) {
    return;
  }
  const std::vector<Statement> said =
      find_statements(c_, phrases_, {colon + 1, s.tokens.end}, nullptr);
  const bool decided = std::any_of(said.begin(), said.end(), [](const Statement& one) {
    return one.act_class == catalogue::ActClass::outcome && one.voice != Voice::apart &&
           one.voice != Voice::single;
  });
  if (!decided) return;
  cue_ = colon;
  tense_ = Tense::past;
  take(begin, colon, 0.6F);
}

// "|Trade in farm products|" above "The ministers welcomed ...": what the parts of a long report
// are called, where it has several.
void AgendaFinder::sections() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  const bool together =
      main.kind && (*main.kind == record::Kind::session || *main.kind == record::Kind::summit ||
                    *main.kind == record::Kind::conference || *main.kind == record::Kind::talks);
  if (!together || main.agenda.size() > kFewItems) return;
  std::vector<TokenRange> titles;
  const auto& all = c_.doc.sentences();
  for (std::uint32_t i = 1; i + 1 < all.size(); ++i) {
    const TokenRange title = section_title(i);
    if (!title.empty() && tells_of_talks(i + 1)) titles.push_back(title);
  }
  if (titles.size() < kFewestSections) return;
  for (const TokenRange& title : titles) {
    list_begin_ = main.agenda.size();
    for (Item& item : phrases_.split(title)) add(drafts_.main, std::move(item), 0.5F);
  }
}

// A heading that names a thing, without its number; or nothing.
TokenRange AgendaFinder::section_title(std::uint32_t sentence) const {
  const text::Sentence& s = c_.doc.sentences()[sentence];
  if (s.role != text::LineRole::headline) return {};
  TokenRange title = s.tokens;
  while (!title.empty() &&
         (c_.doc.is_punctuation(title.begin) || c_.doc.word(title.begin).size() == 1 ||
          c_.doc.shape(title.begin) == text::Shape::number)) {
    ++title.begin;
  }
  if (has_value(title.begin, "front")) return {};
  if (title.empty() || title.size() > kLongestTitle || has_verb(title) ||
      names_meeting(title.begin, title.end) || phrases_.act(title.begin) != nullptr) {
    return {};
  }
  bool small = false;
  for (std::uint32_t t = title.begin; t < title.end; ++t) {
    const names::Mention* who = phrases_.mention_at(t);
    const bool somebody = who != nullptr && who->kind != names::MentionKind::state;
    if (somebody || phrases_.is_finite_act(t) || phrases_.starts_time(t) || c_.lower(t) == "?" ||
        c_.lower(t) == "|" || c_.lower(t) == "\"" || has_value(t, "no-section")) {
      return {};
    }
    small = small || c_.doc.shape(t) != text::Shape::upper;
  }
  return small ? title : TokenRange{};
}

// Those who meet say or do something in that sentence, or talk about something.
bool AgendaFinder::tells_of_talks(std::uint32_t sentence) const {
  const text::Sentence& s = c_.doc.sentences()[sentence];
  if (s.role != text::LineRole::body && s.role != text::LineRole::item) return false;
  for (const Statement& said : statements_.in(s.tokens)) {
    if (said.voice != Voice::apart && said.voice != Voice::single) return true;
  }
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    if (opens_talk(c_, t)) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
