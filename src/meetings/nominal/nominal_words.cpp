#include "nominal/nominal_words.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// Ends what stands between "round of" and the noun.
bool is_joint(const Context& c, std::uint32_t token) {
  const std::string_view word = c.doc.lower(token);
  return word == "," || word == ";" || word == ":" || word == "in" || word == "at" ||
         word == "on" || word == "for" || word == "to" || word == "with" ||
         c.cue(token, c.cues.verb) != nullptr || c.cue(token, c.cues.past) != nullptr;
}

}  // namespace

bool is_determiner(std::string_view w) {
  return w == "the" || w == "this" || w == "that" || w == "its" || w == "their" || w == "his" ||
         w == "her" || w == "these" || w == "those";
}

bool is_preposition(std::string_view w) {
  return w == "of" || w == "between" || w == "with" || w == "among" || w == "for" || w == "by" ||
         w == "from";
}

bool is_preparatory(const Context& c, TokenRange words) {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (c.doc.lower(t) == "preparatory") return true;
  }
  return false;
}

std::uint32_t measure_before(const Context& c, std::uint32_t at, std::uint32_t floor) {
  if (at <= floor + 2) return at;
  const std::string_view before = c.doc.lower(at - 1);
  const bool hyphen = c.doc.lower(at - 2) == "-";
  if (before == "day") return hyphen ? at - 3 : at;
  if (before == "level") return hyphen ? at - 2 : at - 1;
  return at;
}

TokenRange behind_dateline(const Context& c, std::uint32_t token) {
  TokenRange s = c.sentence(token);
  if (c.dateline.end > s.begin && c.dateline.end <= token) s.begin = c.dateline.end;
  return s;
}

TokenRange row_of_talks(const Context& c, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 6;
  const std::uint32_t limit = std::min(begin + kLongest, c.sentence(begin).end);
  for (std::uint32_t t = begin; t < limit; ++t) {
    // "the Foreign |and| Defence Ministerial Dialogue"
    const bool joins = t > begin && c.lower(t) == "and" && t + 1 < limit && c.doc.is_capital(t + 1);
    if (joins) continue;
    if (!c.doc.is_capital(t)) break;
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.head, &words);
    if (cue != nullptr) {
      const bool named = words.end > begin + 1 && c.doc.is_capital(words.end - 1);
      return cue->value == "talks" && named ? TokenRange{begin, words.end} : TokenRange{};
    }
    const Tag* tag = c.tags.covering(t);
    if (tag != nullptr && tag->label != Label::body) break;
    if (c.cast.covering(t) != nullptr || c.time_at(t) != nullptr) break;
    if (ordinal_before(c.doc, t + 1, t).value > 0) break;
  }
  return {};
}

TokenRange row_of_talks_before(const Context& c, std::uint32_t end, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 6;
  for (std::uint32_t n = kLongest; n > 1; --n) {
    if (end < floor + n) continue;
    const TokenRange row = row_of_talks(c, end - n);
    if (row.end == end) return row;
  }
  return {};
}

std::uint32_t level_before(const Context& c, std::uint32_t end, std::uint32_t floor) {
  if (end < floor + 2 || c.doc.lower(end - 1) != "level") return end;
  const std::string_view joint = c.doc.lower(end - 2);
  const std::uint32_t at = joint == "-" || joint == "–" ? end - 2 : end - 1;
  const names::Office* office = c.cast.office_ending(at);
  const names::Mention* who = c.cast.covering(at - 1);
  if (office == nullptr && who == nullptr) {
    return at > floor && !is_determiner(c.doc.lower(at - 1)) ? at - 1 : end;
  }
  std::uint32_t begin = office != nullptr ? office->tokens.begin : who->tokens.begin;
  if (ordinal_before(c.doc, begin + 1, begin).value > 0) ++begin;  // "the |fourth| minister-level"
  return std::max(begin, floor);
}

std::uint32_t behind_level(const Context& c, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 3;  // "deputy foreign minister"
  std::uint32_t level = at;
  while (level < end && level - at < kLongest && !c.doc.is_punctuation(level) &&
         c.tags.covering(level) == nullptr && c.lower(level) != "level") {
    ++level;
  }
  if (level == at || level >= end) return at;
  if (c.lower(level) == "-" || c.lower(level) == "–") ++level;
  const bool named = level + 1 < end && c.lower(level) == "level" && c.doc.is_capital(level + 1);
  return named ? level + 1 : at;
}

std::uint32_t round_before(const Context& c, std::uint32_t at, std::uint32_t reach) {
  const std::uint32_t begin = c.sentence(at).begin;
  for (std::uint32_t of = at; of >= begin + 2 && at - of <= reach; --of) {
    const std::string_view word = c.doc.lower(of - 1);
    const std::string_view noun = c.doc.lower(of - 2);
    if (word == "of") return noun == "round" || noun == "edition" || noun == "series" ? of - 2 : at;
    if (reach == kDeterminer ? !is_determiner(word) : is_joint(c, of - 1)) return at;
  }
  return at;
}

bool names_unknown_organisation(const Context& c, const Tag& tag) {
  if (tag.label != Label::body || tag.id != npos || tag.tokens.size() < 2) return false;
  if (!c.doc.is_capital(tag.tokens.begin)) return false;  // "transport ministers of the Union"
  const lexicon::Cue* first = c.cue(tag.tokens.begin, c.cues.organisation_head);
  const bool headed = c.cue(tag.tokens.end - 1, c.cues.organisation_head) != nullptr ||
                      (first != nullptr && first->value == "both");
  return headed && c.doc.lower(tag.tokens.begin) != "national";
}

bool is_joint_word(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kJoint{
      "joint", "intergovernmental", "interstate", "bilateral",       "binational",
      "mixed", "trilateral",        "tripartite", "interministerial"};
  return is_one_of(word, kJoint);
}

bool may_own_organs(const Context& c, TokenRange name) {
  constexpr std::uint32_t kFewest = 3;  // words
  static constexpr std::array<std::string_view, 15> kHeads{
      "commission", "council", "authority", "agency", "centre",   "center",  "institute", "program",
      "programme",  "bureau",  "network",   "fund",   "facility", "process", "bank"};
  if (name.size() < 2 || !c.doc.is_capital(name.begin)) return false;
  if (c.cue(name.begin, c.cues.adjective) != nullptr) return false;
  // "Bi-|National Commission|", "the |National Council|"
  const std::string_view before = c.lower(name.begin - 1);
  if (before == "-" || c.doc.lower(name.begin) == "national") return false;
  int states = 0;  // "the Saudi-Qatari Coordination Council"
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    const lexicon::Cue* head = c.cue(t, c.cues.organ_head);
    if (is_joint_word(c.doc.lower(t)) || (head != nullptr && head->value == "joint")) return false;
    states += c.matches.find(t, lexicon::Channel::state) != nullptr ? 1 : 0;
  }
  // "Organisation for Highland Development", "Regional |Centre| for Quality"
  const lexicon::Cue* first = c.cue(name.begin, c.cues.organisation_head);
  std::uint32_t head = name.begin + 1;
  while (head < name.end && (c.doc.is_capital(head) || c.doc.lower(head) == "-")) ++head;
  --head;
  const bool headed = c.cue(name.end - 1, c.cues.organisation_head) != nullptr ||
                      is_one_of(c.lower(name.end - 1), kHeads) ||
                      (head > name.begin && is_one_of(c.lower(head), kHeads)) ||
                      (first != nullptr && first->value == "both");
  const bool explained = c.lower(name.end) == "(" && c.lower(name.end + 2) == ")" &&
                         c.doc.shape(name.end + 1) == text::Shape::upper;
  const std::string words = catalogue::fold(c.doc.slice(c.doc.span(name)));
  return headed && states < 2 && (name.size() >= kFewest || explained) &&
         c.catalogue.find_generic_organ(words) == nullptr;
}

bool joins_names(const Context& c, std::uint32_t at) {
  const Tag* a = c.tags.covering(at - 1);
  const Tag* b = c.tags.covering(at + 1);
  return a != nullptr && b != nullptr && a->label == b->label;
}

bool joins_plurals(const Context& c, std::uint32_t begin, std::uint32_t at) {
  if (at < begin + 3 || !c.doc.is_capital(at) || !c.doc.is_capital(at - 2)) return false;
  const Tag* before = c.tags.covering(at - 2);
  const bool plain = before == nullptr || (before->label == Label::body && before->id == npos);
  // "Joint Border |Administrators and Commissioners| Meeting"
  const names::Mention* who = c.cast.covering(at - 2);
  const bool nobody =
      (who == nullptr || who->person == kNobody) && plain && c.tags.covering(at) == nullptr;
  return nobody && c.doc.lower(at).ends_with("s") && c.doc.lower(at - 2).ends_with("s");
}

bool opens_meeting(const Context& c, std::uint32_t at) {
  TokenRange adjective;
  if (c.cue(at, c.cues.head) != nullptr) return true;
  return c.cue(at, c.cues.adjective, &adjective) != nullptr &&
         c.cue(adjective.end, c.cues.head) != nullptr;
}

std::uint32_t after_bracket(const Context& c, std::uint32_t open) {
  const std::uint32_t limit = std::min(c.sentence(open).end, open + 8);
  for (std::uint32_t t = open + 1; t < limit; ++t) {
    if (c.doc.lower(t) == ")") return t + 1;
  }
  return open;
}

std::uint32_t bracket_before(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 6;
  if (end == 0 || c.doc.lower(end - 1) != ")") return end;
  const std::uint32_t begin = c.sentence(end - 1).begin;
  for (std::uint32_t t = end - 1; t > begin && end - t <= kLongest; --t) {
    if (c.doc.lower(t - 1) == "(") return t - 1 > begin ? t - 1 : end;
  }
  return end;
}

std::uint32_t duration_behind(const Context& c, std::uint32_t at) {
  static constexpr std::array<std::string_view, 10> kUnits{
      "day", "days", "week", "weeks", "hour", "hours", "month", "months", "night", "nights"};
  constexpr std::uint32_t kLongest = 4;  // "of two and a half"
  if (c.lower(at) != "of") return at;
  const std::uint32_t end = std::min(c.sentence(at).end, at + 2 + kLongest);
  for (std::uint32_t t = at + 2; t < end; ++t) {
    if (is_one_of(c.doc.lower(t), kUnits)) return t + 1;
    if (c.doc.is_capital(t) || c.doc.is_punctuation(t)) return at;
  }
  return at;
}

bool is_shouted(const Context& c, TokenRange s) {
  constexpr std::uint32_t kFirst = 40;
  constexpr std::uint32_t kFewest = 4;
  std::uint32_t words = 0;
  for (std::uint32_t t = s.begin; t < std::min(s.end, s.begin + kFirst); ++t) {
    const text::Shape shape = c.doc.shape(t);
    if (shape == text::Shape::lower || shape == text::Shape::capitalised) return false;
    words += shape == text::Shape::upper ? 1 : 0;
  }
  return words >= kFewest;
}

TokenRange members_at(const Context& c, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 3;
  static constexpr std::array<std::string_view, 7> kMembers{
      "states", "countries", "members", "parties", "signatories", "nations", "economies"};
  const std::uint32_t limit = std::min(c.sentence(at).end, at + kLongest);
  for (std::uint32_t t = at; t < limit && !c.doc.is_punctuation(t); ++t) {
    if (is_preposition(c.doc.lower(t))) return {};
    if (is_one_of(c.doc.lower(t), kMembers)) return {at, t + 1};
  }
  return {};
}

Format format_behind(const Context& c, std::uint32_t at) {
  const auto is_format = [](std::string_view word) {
    return word == "format" || word == "framework" || word == "umbrella" || word == "aegis" ||
           word == "auspices" || word == "formula" || word == "formation" ||
           word == "configuration";
  };
  const std::string_view link = c.lower(at);
  if (link != "in" && link != "within" && link != "under") return {};
  std::uint32_t next = at + 1;
  if (c.lower(next) == "the") ++next;
  const bool before = is_format(c.lower(next)) && c.lower(next + 1) == "of";
  if (before) next += c.lower(next + 2) == "the" ? 3 : 2;
  const Tag* tag = next < c.doc.size() ? c.tags.starting(next) : nullptr;
  if (tag == nullptr || tag->label != Label::body || tag->id == npos) return {};
  if (before || is_format(c.lower(tag->tokens.end - 1))) return {tag, tag->tokens.end};
  // "in the Bucharest Nine |(B9)| format"
  std::uint32_t end = tag->tokens.end;
  if (c.lower(end) == "(" && c.lower(end + 2) == ")") end += 3;
  return is_format(c.lower(end)) ? Format{tag, end + 1} : Format{};
}

TokenRange with_front(const Context& c, TokenRange name) {
  constexpr std::uint32_t kLongestFront = 3;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  const std::uint32_t begin = c.sentence(name.begin).begin;
  for (std::uint32_t back = kLongestFront; back > 0; --back) {
    if (name.begin < begin + back) continue;
    TokenRange words;
    const bool head = c.cue(name.begin - back, organ_head, &words) != nullptr;
    if (head && words.end > name.begin && words.end <= name.end) {
      name.begin = words.begin;
      break;
    }
  }
  return with_subject(c, name, c.sentence(name.begin).end);
}

bool is_between_few(const Mention& m) {
  return m.kind == "talks" || m.kind == "visit" || m.kind == "call" || m.kind == "reception" ||
         (m.kind == "meeting" && !m.organisation && m.organ_words.empty());
}

namespace {

// "the |heads| of the CIS foreign ministries"
bool is_head_of_ministry(const Context& c, TokenRange heads) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 10> kHouses{
      "ministries",  "departments", "agencies",  "services",     "offices",
      "authorities", "missions",    "embassies", "directorates", "units"};
  if (c.doc.lower(heads.begin) != "heads" || c.lower(heads.end) != "of") return false;
  const std::uint32_t end = std::min(heads.end + kNear, c.sentence(heads.begin).end);
  for (std::uint32_t t = heads.end; t < end; ++t) {
    if (is_one_of(c.doc.lower(t), kHouses)) return true;
  }
  return false;
}

}  // namespace

const lexicon::Cue* level_only(const Context& c, const names::Office& office) {
  if (office.words.size() != 1) return nullptr;
  TokenRange words;
  const std::uint32_t begin = c.doc.token_at(office.words.front().begin);
  const lexicon::Cue* cue = c.cue(begin, c.cues.level_only, &words);
  const bool all = cue != nullptr && c.doc.span(words).end == office.words.front().end;
  return all && !is_head_of_ministry(c, words) ? cue : nullptr;
}

bool names_organ(const Context& c, const Tag& tag) {
  const catalogue::Body& body = c.catalogue.bodies()[tag.id];
  if (body.kind != catalogue::BodyKind::series) return body.kind == catalogue::BodyKind::organ;
  if (body.meeting != catalogue::MeetingKind::unknown) return true;
  // "MIKTA Foreign Ministers"
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    if (c.cue(t, c.cues.organ_word) != nullptr) return true;
  }
  return false;
}

std::uint32_t behind_institutions(const Context& c, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 7;
  static constexpr std::array<std::string_view, 12> kNouns{
      "ministries",  "governments", "authorities", "delegations", "parliaments", "agencies",
      "departments", "services",    "forces",      "armies",      "capitals",    "sides"};
  bool several = false;
  for (std::uint32_t t = begin; t + 1 < std::min(begin + kLongest, end); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (c.doc.is_punctuation(t)) return begin;
    several = several || is_one_of(word, kNouns);
    if (!several || (word != "of" && word != "from")) continue;
    const std::uint32_t next = c.doc.lower(t + 1) == "the" ? t + 2 : t + 1;
    const tagger::Tag* tag = next < end ? c.tags.starting(next) : nullptr;
    if (tag != nullptr && tag->label == tagger::Label::state) return next;
  }
  return begin;
}

const Tag* body_of_peers(const Context& c, std::uint32_t at) {
  TokenRange words;
  const lexicon::Cue* peers = c.cue(at, c.cues.counterpart, &words);
  if (peers == nullptr || peers->value != "several") return nullptr;
  const std::string_view link = c.lower(words.end);
  if (link != "of" && link != "from" && link != "in") return nullptr;
  const std::uint32_t name = words.end + (c.lower(words.end + 1) == "the" ? 2 : 1);
  const Tag* tag = name < c.sentence(at).end ? c.tags.starting(name) : nullptr;
  const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
  if (!body || names_organ(c, *tag)) return nullptr;
  // "colleagues of the Union's member states": of each, not of the Union
  const std::string_view behind = c.lower(tag->tokens.end);
  const bool each = behind == "member" || behind == "countries" || behind == "states" ||
                    behind == "'s" || behind == "nations";
  return each ? nullptr : tag;
}

bool is_arranged(const Context& c, const Mention& m, std::uint32_t token) {
  static constexpr std::array<std::string_view, 6> kWords{"planned", "scheduled", "arranged",
                                                          "set",     "fixed",     "due"};
  return token == m.trigger.end && is_one_of(c.lower(token), kWords);
}

}  // namespace rapporteur::meetings
