#include "content/outcome_item.h"

#include <algorithm>

namespace rapporteur::meetings {

// "the Ministers of Health", "Jenny Ante": who signs.
bool OutcomeItem::is_somebody(const Item& item) const {
  const TokenRange words = item.pieces.front();
  for (std::uint32_t t = words.begin; t < std::min(words.begin + 3, words.end); ++t) {
    if (c_.lower(t) == "counterpart") return true;
  }
  const names::Mention* who = phrases_.mention_at(words.begin);
  return who != nullptr && who->kind != names::MentionKind::state;
}

// "was approved": nothing but the verb.
bool OutcomeItem::is_mere_verb(const Item& item, TokenRange verb) const {
  Item rest;
  for (const TokenRange& piece : item.pieces) {
    if (piece != verb) rest.pieces.push_back(piece);
  }
  return substance(rest) == 0;
}

// "the matter", "it", "a number of issues"
bool OutcomeItem::is_empty(const Item& item) const {
  if (item.pieces.size() > 1 || item.pieces.front().size() > 3) return false;
  // "concern over Mali"
  const TokenRange words = item.pieces.front();
  if (words.size() > 2 && c_.tags.covering(words.end - 1) != nullptr) return false;
  return phrases_.split(item.pieces.front()).empty();
}

bool OutcomeItem::is_time(const Item& item) const {
  const TokenRange r = item.pieces.front();
  const time::Expression* e = item.pieces.size() == 1 ? c_.time_at(r.begin) : nullptr;
  return e != nullptr && e->tokens.end >= r.end;
}

// Words that say something.
std::uint32_t OutcomeItem::substance(const Item& item) const {
  std::uint32_t count = 0;
  for (const TokenRange& piece : item.pieces) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) {
      const bool empty_word = c_.doc.is_punctuation(t) || phrases_.has_role(t, "aux") ||
                              phrases_.has_role(t, "pronoun") ||
                              phrases_.has_role(t, "preposition") ||
                              phrases_.has_role(t, "determiner") ||
                              phrases_.has_role(t, "adverb") || c_.doc.word(t).size() < 3;
      count += empty_word ? 0 : 1;
    }
  }
  return count;
}

}  // namespace rapporteur::meetings
