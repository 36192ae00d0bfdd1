#include "content/outcome_content.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kShortFirst = 4;  // tokens of a first thing that others may follow
constexpr std::uint32_t kShortNoun = 6;   // tokens up to "papers |covering|", ", a paper |which|"

}  // namespace

// "|deepen| ties": a base form in front of its object.
bool OutcomeContent::is_verb(std::uint32_t token) const {
  const lexicon::Cue* cue = c_.cue(token, outcome_);
  const bool base = cue != nullptr && cue->value == "base";
  const std::string_view next = c_.lower(token + 1);
  return base && !phrases_.has_role(token + 1, "preposition") && next != "," && next != "-";
}

// "The statement said that |the meeting was held in Rome|": no result of it.
bool OutcomeContent::tells_of_meeting(TokenRange content) const {
  std::uint32_t t = content.begin;
  while (t < content.end && phrases_.has_role(t, "determiner")) ++t;
  TokenRange head;
  if (t >= content.end || c_.cue(t, c_.cues.head, &head) == nullptr) return false;
  for (t = head.end; t < content.end && phrases_.has_role(t, "aux"); ++t) {
    const std::string_view to_come = c_.lower(t);
    if (to_come == "will" || to_come == "shall" || to_come == "should") return false;
  }
  const std::string_view verb = c_.lower(t);
  return verb == "held" || verb == "convened" || (verb == "took" && c_.lower(t + 1) == "place");
}

// "closer ties in |trade, energy and transport|": the commas part what stands behind a
// preposition rather than what was agreed.
bool OutcomeContent::has_list_inside(TokenRange content) const {
  std::uint32_t comma = content.begin;
  std::uint32_t preposition = content.end;
  for (; comma < content.end && c_.lower(comma) != ","; ++comma) {
    if (phrases_.has_role(comma, "preposition")) preposition = comma;
  }
  if (comma + 1 >= content.end || preposition == content.end) return false;
  const bool parallel =
      phrases_.has_role(comma + 1, "determiner") || c_.lower(comma + 1) == c_.lower(preposition);
  return !parallel && comma > content.begin + kShortFirst;
}

bool OutcomeContent::is_noun_list(const Statement& s) const {
  const TokenRange content = s.content;
  if (c_.lower(content.begin - 1) == "to" || c_.lower(content.begin - 1) == "that") return false;
  if (is_verb(content.begin) || has_list_inside(content)) return false;
  std::uint32_t commas = 0;
  bool joined = false;
  for (std::uint32_t t = content.begin; t < content.end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "to" || phrases_.has_role(t, "aux") || phrases_.has_role(t, "relative") ||
        word == "\"" || word == "(") {
      return false;
    }
    // "orientations for 2020, with a focus on trade, defence and security"
    if (word == "," && phrases_.has_role(t + 1, "narrow")) return false;
    commas += word == "," ? 1 : 0;
    joined = joined || word == "and" || word == "or";
  }
  // "agreed on the border and the return of prisoners"
  const bool pair = s.act == "agree" && phrases_.has_role(content.begin - 1, "preposition");
  return joined && (commas > 0 || pair);
}

TokenRange OutcomeContent::core(TokenRange content) const {
  if (!phrases_.has_role(content.begin, "determiner")) return content;
  for (std::uint32_t t = content.begin + 4; t < content.end; ++t) {
    if (c_.lower(t) == ",") return {content.begin, t};
  }
  return content;
}

bool OutcomeContent::is_theme(TokenRange content) const {
  for (std::uint32_t t = content.begin; t < content.end; ++t) {
    const lexicon::Cue* cue = c_.cue(t, c_.cues.agenda);
    if (cue != nullptr && cue->value == "object") return true;
  }
  return false;
}

std::uint32_t OutcomeContent::before_apposition(TokenRange content) const {
  for (std::uint32_t t = content.begin + 1; t + 3 < content.end; ++t) {
    if (c_.lower(t) != "," || (c_.lower(t + 1) != "a" && c_.lower(t + 1) != "an")) continue;
    for (std::uint32_t u = t + 2; u < std::min(t + kShortNoun, content.end); ++u) {
      if (c_.doc.is_punctuation(u)) break;
      if (phrases_.has_role(u, "relative")) return t;
    }
  }
  return content.end;
}

bool OutcomeContent::has_cover(TokenRange content) const {
  for (std::uint32_t t = content.begin + 1; t < std::min(content.begin + kShortNoun, content.end);
       ++t) {
    if (c_.lower(t) == "covering" || c_.lower(t) == "spanning") return true;
  }
  return false;
}

bool OutcomeContent::is_one_thing(const std::vector<Item>& parts) const {
  constexpr std::uint32_t kBare = 3;  // tokens
  if (parts.size() < 3) return false;
  bool governs = false;
  const TokenRange head = parts.front().pieces.front();
  for (std::uint32_t t = head.begin + 1; t < head.end; ++t) {
    const std::string_view word = c_.lower(t);
    governs = governs || word == "in" || word == "on" || word == "for" || word == "covering";
  }
  return governs && std::all_of(parts.begin() + 1, parts.end() - 1, [&](const Item& part) {
           return part.pieces.size() == 1 && part.pieces.front().size() <= kBare;
         });
}

bool OutcomeContent::is_further_thing(TokenRange words) const {
  if (words.begin == 0) return false;
  const std::string_view article = c_.lower(words.begin - 1);
  if (article != "a" && article != "an") return false;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (c_.cue(t, c_.cues.head) != nullptr) return false;
  }
  return true;
}

bool OutcomeContent::is_place(TokenRange range) const {
  const tagger::Tag* tag = c_.tags.covering(range.begin);
  return tag != nullptr && tag->tokens.end >= range.end &&
         (tag->label == tagger::Label::state || tag->label == tagger::Label::place);
}

bool OutcomeContent::is_signed_thing(const Statement& s) const {
  const std::string_view verb = c_.lower(s.verb.begin);
  const bool signs = verb == "signed" || verb == "sign" || verb == "signs" || verb == "initialled";
  if (!signs || !phrases_.has_role(s.content.begin, "determiner")) return false;
  for (std::uint32_t t = s.content.begin; t < s.content.end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "book" || word == "guestbook" || word == "register") return false;
    if (phrases_.mention_at(t) != nullptr) return false;
  }
  return true;
}

}  // namespace rapporteur::meetings
