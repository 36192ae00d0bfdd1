#include "fronted.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rapporteur/base/word_list.h"

namespace rapporteur::names {

namespace {

// "|In| talks with", "|Thanking| the minister"
bool opens_front(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kWords{
      "in",       "at",   "during", "after",     "before", "with",  "besides", "beside",
      "on",       "upon", "over",   "following", "ahead",  "prior", "apart",   "alongside",
      "together", "by",   "while",  "whilst",    "when",   "once"};
  return is_one_of(word, kWords) || (word.size() > 5 && word.ends_with("ing"));
}

// The only comma of its sentence so far, and no "as" that gives the office to who follows: "In his
// capacity |as| President of Peru, X signed".
bool is_first_comma(const Namings& n, std::uint32_t comma) {
  for (std::uint32_t t = n.sentence(comma).begin; t < comma; ++t) {
    const std::string_view word = n.lower(t);
    if (word == "," || word == ";" || word == ":" || word == "as") return false;
  }
  return true;
}

// "X |said|", "X |will| fly": a verb in a form that a subject has.
bool is_verb(const Namings& n, std::uint32_t token) {
  static constexpr std::array<std::string_view, 8> kAuxiliaries{"will", "would", "has", "had",
                                                                "is",   "was",   "are", "also"};
  const std::string_view word = n.lower(token);
  return word.ends_with("ed") || is_one_of(word, kAuxiliaries) ||
         n.cue(token, n.t.lexicon.cue_class("past_verb")) != nullptr ||
         (n.cue(token, n.t.lexicon.cue_class("person_verb")) != nullptr &&
          !word.starts_with("who"));
}

// Somebody of that last name has been told of, with his office.
bool is_known(const Namings& n, const Naming& subject) {
  constexpr std::size_t kFar = 400;  // names
  const std::size_t at = n.next(subject.tokens.begin);
  const std::string_view last = n.lower(subject.tokens.end - 1);
  for (std::size_t i = at > kFar ? at - kFar : 0; i < at; ++i) {
    const Naming& other = n.all[i];
    if (!other.offices.empty() && n.lower(other.tokens.end - 1) == last) return true;
  }
  return false;
}

}  // namespace

bool closes_front(const Namings& n, std::uint32_t comma, const Naming& subject) {
  static constexpr std::array<std::string_view, 8> kNoVerbs{"and", "or", "of",   "in",
                                                            "at",  "as", "with", "from"};
  const std::uint32_t next = subject.whole.end;
  if (n.lower(comma) != "," || !n.same_sentence(comma, next)) return false;
  if (!opens_front(n.lower(n.sentence(comma).begin)) || !is_first_comma(n, comma)) return false;
  if (n.doc.shape(next) != text::Shape::lower || is_one_of(n.lower(next), kNoVerbs)) return false;
  return is_verb(n, next) || is_known(n, subject);
}

bool closes_front(const Namings& n, std::uint32_t comma, const std::vector<std::size_t>& names) {
  return names.size() == 1 && closes_front(n, comma, n.all[names.front()]);
}

std::uint32_t behind_further_office(const Namings& n, std::uint32_t at) {
  const std::uint32_t office = n.office_after(n.behind_the(at));
  if (office == kNobody || n.offices[office].plural) return at;
  std::uint32_t end = n.offices[office].tokens.end;
  if (n.lower(end) == "(" && n.lower(end + 2) == ")") end += 3;
  const bool last = n.office_after(n.behind_the(end + 1)) == kNobody;
  return n.lower(end) == "," && last ? end + 1 : at;
}

std::uint32_t behind_bracketed_letters(const Namings& n, std::uint32_t at) {
  const lexicon::Match* letters =
      n.lower(at) == "(" ? n.t.matches.find(at + 1, lexicon::Channel::honorific) : nullptr;
  const bool after = letters != nullptr && n.t.catalogue.honorifics()[letters->id].after;
  return after && n.lower(letters->tokens.end) == ")" ? letters->tokens.end + 1 : at;
}

}  // namespace rapporteur::names
