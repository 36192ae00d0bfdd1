#include "organ/meeting_name.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "identity/identity.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// A headline of more words is a sentence in capitals.
constexpr std::uint32_t kLongestInHeadline = 12;

bool is_clause_word(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kWords{
      "that",   "which", "who",  "whose", "where", "when", "as",   "will",
      "would",  "is",    "are",  "was",   "were",  "be",   "been", "during",
      "within", "after", "from", "under", "by",    "with", "to",   "into"};
  return is_one_of(word, kWords);
}

// What stands before a name and is no part of it: "'s |extraordinary", "the |next| 12th".
bool is_before_name(const Context& c, std::uint32_t t) {
  const std::string_view word = c.doc.lower(t);
  if (c.doc.is_punctuation(t) || word == "'s" || word == "own") return true;
  if (is_determiner(word) || word == "a" || word == "an") return true;
  const lexicon::Cue* adjective = c.cue(t, c.cues.adjective);
  return adjective != nullptr && (adjective->value == "next" || adjective->value == "previous");
}

bool ends_name(const Context& c, std::uint32_t t) {
  const std::string_view word = c.doc.lower(t);
  const bool stop = c.doc.is_punctuation(t) && word != "-" && word != "–" && word != "/" &&
                    word != "'" && word != "(" && word != ")" && word != "&";
  if (stop || is_clause_word(word) || c.time_at(t) != nullptr) return true;
  if (c.doc.is_capital(t)) return false;
  return c.cue(t, c.cues.light_verb) != nullptr || c.cue(t, c.cues.past) != nullptr ||
         c.cue(t, c.cues.past_verb) != nullptr;
}

// "Summit |of the|", "Meeting |(|"
bool is_loose_end(const Context& c, std::uint32_t t) {
  const std::string_view word = c.doc.lower(t);
  return word == "(" || word == "-" || word == "–" || word == "and" || is_preposition(word) ||
         is_determiner(word);
}

bool holds_person(const Context& c, TokenRange name) {
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    const Tag* tag = c.tags.covering(t);
    if (tag != nullptr && tag->label == Label::person) return true;
  }
  return false;
}

bool holds_capital(const Context& c, TokenRange name) {
  const std::uint32_t first = c.sentence(name.begin).begin;
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    if (c.doc.is_capital(t) && t != first) return true;
  }
  return false;
}

// Talks and visits are described; only capitals make a name of them.
bool may_have_name(const Context& c, const Mention& m) {
  if (m.verbal) return false;
  const record::Kind kind = kind_of(c, m);
  if (kind == record::Kind::visit || kind == record::Kind::call ||
      kind == record::Kind::reception) {
    return false;
  }
  return kind != record::Kind::talks || (!m.in_headline && c.doc.is_capital(m.trigger.end - 1));
}

}  // namespace

TokenRange proper_name(const Context& c, const Mention& m) {
  if (!may_have_name(c, m)) return {};
  TokenRange name{m.tokens.begin, m.tokens.begin};
  while (name.begin < m.trigger.begin && is_before_name(c, name.begin)) ++name.begin;
  name.end = name.begin;
  while (name.end < m.tokens.end && !ends_name(c, name.end)) ++name.end;
  while (name.end > name.begin && is_loose_end(c, name.end - 1)) --name.end;
  const bool whole = name.end >= m.trigger.end && name.size() >= 2;
  if (!whole || holds_person(c, name) || !holds_capital(c, name)) return {};
  if (m.in_headline && name.size() > kLongestInHeadline) return {};
  return name;
}

}  // namespace rapporteur::meetings
