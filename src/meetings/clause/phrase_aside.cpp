// What stands inside a clause or behind it and is no part of what it says: relative clauses,
// asides, other deeds of the same subject, who tells it.

#include <algorithm>
#include <array>

#include "clause/phrase.h"
#include "clause/word_form.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Match;

constexpr std::uint32_t kLongestAside = 14;   // tokens
constexpr std::uint32_t kLongestSource = 10;  // tokens of "the ministry's press office said"

bool is_participle(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kStrong{
      "cut",  "held", "made", "drawn", "set",     "given", "put",
      "sent", "led",  "left", "built", "written", "known", "taken"};
  const bool noun = word.ends_with("eed") && word != "agreed";  // "need", "speed"
  return (word.ends_with("ed") && !noun) || is_one_of(word, kStrong);
}

}  // namespace

bool Phrases::tells_of_item(std::uint32_t first) const {
  const std::uint32_t next = first + 1;
  const bool told =
      (has_role(next, "preposition") && c_.lower(next) != "of") || c_.time_at(next) != nullptr;
  return told && !c_.doc.is_capital(first) && is_participle(c_.lower(first));
}

std::uint32_t Phrases::before_aside(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kReach = 20;  // tokens of the aside
  if (end < begin + 4 || !is_comma(end - 1)) return end;
  const std::uint32_t floor = std::max(begin, end > kReach ? end - kReach : 0);
  std::uint32_t nearest = end;
  for (std::uint32_t t = end - 2; t > floor && c_.lower(t) != ";"; --t) {
    if (!is_comma(t)) continue;
    const std::string_view opens = c_.lower(t + 1);
    const bool relative = has_role(t + 1, "relative") ||
                          (has_role(t + 1, "preposition") && c_.lower(t + 2) == "which");
    if (relative || is_participle(opens)) return t;
    if (nearest != end) return end;  // a list
    nearest = t;
  }
  // "a protocol, |the third of its kind|, was signed"
  if (nearest == end || !has_role(nearest + 1, "determiner")) return end;
  for (std::uint32_t t = nearest; t < end; ++t) {
    if (c_.lower(t) == "and") return end;
  }
  return nearest;
}

// "the challenges |Europe is| facing": the auxiliary at `aux` belongs to a relative clause without
// its pronoun.
bool Phrases::bare_relative(std::uint32_t aux, std::uint32_t begin) const {
  std::uint32_t who = aux;
  const tagger::Tag* tag = c_.tags.covering(aux - 1);
  const names::Mention* m = mention_before(aux, aux - 1);
  if (has_role(aux - 1, "pronoun"))
    who = aux - 1;
  else if (m != nullptr && m->tokens.end == aux)
    who = m->tokens.begin;
  else if (tag != nullptr && tag->tokens.end == aux)
    who = tag->tokens.begin;
  if (who > begin && has_role(who - 1, "determiner")) --who;
  if (who == aux || who <= begin) return false;
  const std::string_view noun = c_.lower(who - 1);
  return noun.size() > 3 && noun.back() == 's' && !c_.doc.is_capital(who - 1) &&
         c_.tags.covering(who - 1) == nullptr && !has_role(who - 1, "relative") &&
         !has_role(who - 1, "preposition") && !has_role(who - 1, "adverb");
}

// ", the Gulf Agency |reports|": the present of a verb of telling right behind a name.
bool Phrases::is_reporting(std::uint32_t begin, std::uint32_t token) const {
  for (std::uint32_t t = begin; t < token; ++t) {
    const bool joint = c_.lower(t) == "." || c_.lower(t) == "-";  // "News.Az reports"
    if (!joint && !c_.doc.is_capital(t) && !has_role(t, "determiner")) return false;
  }
  for (const Match& m : c_.matches.at(token)) {
    if (m.channel != lexicon::Channel::act || m.tokens.end != token + 1) continue;
    const catalogue::SpeechActForm& said = form(m);
    const bool tells =
        c_.catalogue.speech_acts()[said.act].act_class == catalogue::ActClass::announce;
    if (tells && said.form == catalogue::VerbForm::third) return true;
  }
  return false;
}

// ", |the ministry's press office said| on Friday": who tells it.
bool Phrases::names_source(std::uint32_t begin, std::uint32_t limit) const {
  static constexpr std::array<std::string_view, 13> kTells{
      "says",  "reports", "reads",   "specified", "indicated", "notes",   "adds",
      "wrote", "writes",  "informs", "relates",   "states",    "reported"};
  // ", |read a statement| on Friday"
  const bool read = c_.lower(begin) == "read" || c_.lower(begin) == "reads";
  if (read && has_role(begin + 1, "determiner")) return true;
  for (std::uint32_t t = begin + 1; t < std::min(limit, begin + kLongestSource); ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "," || word == ";" || word == "and" || has_role(t, "aux")) return false;
    const bool tells = has_role(begin, "determiner") && is_one_of(word, kTells);
    if (!tells && !is_saying(t) && !is_reporting(begin, t)) continue;
    const std::uint32_t next = t + 1;
    const bool cites = c_.lower(next) == "citing" || c_.lower(next) == "quoting";
    return cites || next >= limit || c_.doc.is_punctuation(next) || has_role(next, "preposition") ||
           starts_time(next) || has_role(next, "stop") || has_role(next, "adverb");
  }
  return false;
}

// "aid, |which is late|, and the dam": the comma behind a relative clause in a list that goes on,
// or `relative`.
std::uint32_t Phrases::behind_relative(std::uint32_t relative, std::uint32_t limit) const {
  for (std::uint32_t t = relative + 1; t + 2 < std::min(limit, relative + kLongestAside); ++t) {
    if (c_.lower(t) == ";" || c_.lower(t) == ":") return relative;
    if (c_.lower(t) != ",") continue;
    const bool joined = c_.lower(t + 1) == "and" || has_role(t + 1, "determiner");
    const std::uint32_t next = c_.lower(t + 1) == "and" ? t + 2 : t + 1;
    const bool verb = has_role(next, "aux") || is_finite_act(next) || opens_deed(next, limit) ||
                      starts_clause(next, limit);
    return joined && !verb ? t : relative;
  }
  return relative;
}

// "and |sent his| good wishes", "and |visited the| plant": another verb of the same subject.
bool Phrases::opens_deed(std::uint32_t token, std::uint32_t limit) const {
  if (token + 1 >= limit || c_.doc.is_capital(token)) return false;
  const bool verb = has_role(token, "deed") || ends_with(c_.lower(token), "ed");
  return verb && (has_role(token + 1, "determiner") || has_role(token + 1, "preposition") ||
                  has_role(token + 1, "pronoun") || c_.lower(token + 1) == "that");
}

// "energy, |conducted| useful talks", "and |paid| a visit": a verb that stands before no noun as
// its adjective. `bare`: only a comma leads to it.
bool Phrases::opens_action(std::uint32_t token, bool bare) const {
  if (!has_role(token, "action") || c_.doc.is_capital(token)) return false;
  if (token + 1 >= c_.doc.size()) return !bare;
  const bool participle = has_role(token + 1, "preposition") || c_.doc.is_punctuation(token + 1) ||
                          starts_time(token + 1) || starts_time(token + 2);
  return !bare || !participle;
}

// "the talks, |put off in June|, will go on": a participle with its adverbial between commas; the
// second comma, or `comma` where there is no such thing.
std::uint32_t Phrases::behind_aside(std::uint32_t comma, std::uint32_t limit) const {
  std::uint32_t t = comma + 1;
  std::uint32_t end = 0;
  while (t < limit && has_role(t, "adverb", &end)) t = end;
  const Match* verb = act(t);
  const bool participle = verb != nullptr ? form(*verb).form == catalogue::VerbForm::past ||
                                                form(*verb).form == catalogue::VerbForm::participle
                                          : ends_with(c_.lower(t), "ed");
  if (!participle || c_.doc.is_capital(t)) return comma;
  const std::uint32_t after = verb != nullptr ? verb->tokens.end : t + 1;
  if (!has_role(after, "preposition") && !starts_time(after)) return comma;
  for (std::uint32_t u = after; u < std::min(limit, after + kLongestAside); ++u) {
    if (c_.lower(u) == ";" || c_.lower(u) == ":") break;
    const bool goes_on = has_role(u + 1, "aux") || has_role(u + 1, "preposition");
    if (c_.lower(u) == ",") return goes_on ? u : comma;
  }
  return comma;
}

}  // namespace rapporteur::meetings
