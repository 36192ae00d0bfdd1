// Where what is said begins and ends, and what goes on with it.

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "content/outcome_judge.h"
#include "statement/statement_finder.h"

namespace rapporteur::meetings {

namespace {

// "agreed |with her Chilean counterpart| to open", "agreed |with A| on": what leads to the content
// behind the one with whom it was agreed; `with` itself where nobody is told.
std::uint32_t behind_partner(const Context& c, std::uint32_t with, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 16;  // tokens
  static constexpr std::array<std::string_view, 9> kFront{"his", "her",  "their", "its", "the",
                                                          "and", "both", ",",     "of"};
  static constexpr std::array<std::string_view, 4> kLead{"to", "that", "on", "upon"};
  if (c.lower(with) != "with") return with;
  bool somebody = false;
  for (std::uint32_t t = with + 1; t < std::min(with + kLongest, end);) {
    const std::string_view word = c.doc.lower(t);
    if (somebody && is_one_of(word, kLead)) return t;
    const names::Mention* who = c.cast.covering(t);
    const tagger::Tag* tag = c.tags.covering(t);
    if (who != nullptr) {
      t = std::max(who->tokens.end, t + 1);
      somebody = true;
    } else if (c.cue(t, c.cues.counterpart) != nullptr) {
      ++t;
      somebody = true;
    } else if (tag != nullptr && tag->label != tagger::Label::place) {
      t = std::max(tag->tokens.end, t + 1);
    } else if (is_one_of(word, kFront)) {
      ++t;
    } else {
      return with;
    }
  }
  return with;
}

}  // namespace

// Past the words that open a content and say nothing: "that", "to", "with satisfaction that".
std::uint32_t StatementFinder::content_begin(std::uint32_t t) const {
  for (bool moved = true; moved && t < s_.end;) {
    moved = false;
    std::uint32_t end = 0;
    if (has_value(t, "attitude", &end)) {
      t = end;
      moved = true;
      continue;
    }
    const std::string_view word = lower(t);
    // "agreed |"in principle"| to talk"
    const bool quote = word == "\"" || word == "“";
    const bool manner = p_.has_role(t + 1, "adverb", &end) || has_value(t + 1, "attitude", &end);
    if (quote && manner && (lower(end) == "\"" || lower(end) == "”")) {
      t = end + 1;
      moved = true;
      continue;
    }
    const bool agreed_for = word == "for" && t > s_.begin && lower(t - 1).substr(0, 5) == "agree";
    // "committed |themselves to| peace"
    const bool oneself = (word == "themselves" || word == "itself") && lower(t + 1) == "to";
    if (word == "that" || word == "to" || word == "on" || word == "upon" || agreed_for || oneself) {
      ++t;
      moved = true;
    } else if (p_.has_role(t, "adverb", &end)) {
      t = end;
      moved = true;
    } else if (word == "with" && lower(t + 1) == "each") {
      t += 3;
      moved = true;
    } else if (const std::uint32_t lead = behind_partner(c_, t, s_.end); lead > t) {
      t = lead;
      moved = true;
    }
  }
  return t;
}

bool StatementFinder::opens_quote_or_sum(std::uint32_t t) const {
  const std::string_view sign = lower(t);
  return sign == "\"" || sign == "'" || sign == "$" || sign == "€" || sign == "£" || sign == "¥";
}

// "decided, |in particular|, to double": the content behind what stands between commas.
std::uint32_t StatementFinder::behind_adverbial(std::uint32_t t) const {
  if (lower(t) != ",") return t;
  for (std::uint32_t u = t + 1; u + 1 < std::min(t + kLongestAdverbial, s_.end); ++u) {
    if (lower(u) == ";" || lower(u) == ":") return t;
    if (lower(u) == "," && (lower(u + 1) == "to" || lower(u + 1) == "that")) {
      return content_begin(u + 1);
    }
  }
  return t;
}

// The infinitive or clause behind a place and a time that open the content; `t` where there is
// none.
std::uint32_t StatementFinder::behind_circumstance(std::uint32_t t) const {
  if (const std::uint32_t matter = matter_behind_day(t); matter > t) return matter;
  const std::string_view first = lower(t);
  const bool circumstance = first == "in" || first == "at" || first == "during" || first == "on" ||
                            first == "by" || first == "between" || first == "among" ||
                            first == "from" || first == "starting" || first == "beginning" ||
                            p_.starts_time(t) || p_.starts_time(t + 1);
  if (!circumstance) return t;
  const time::Expression* when = c_.time_at(p_.starts_time(t) ? t : t + 1);
  if (when != nullptr && p_.has_role(when->tokens.end, "determiner")) return when->tokens.end;
  // "agreed on |Sunday to| restart", whatever the verb is
  const std::uint32_t to = when != nullptr ? when->tokens.end : s_.end;
  const bool restart = to + 1 < s_.end && lower(to) == "to" && !doc_.is_capital(to + 1);
  if (restart && !p_.has_role(to + 1, "determiner")) return to + 1;
  for (std::uint32_t u = t + 1; u + 1 < std::min(t + kLongestAdverbial, s_.end); ++u) {
    // "agreed that |in the time to come|, they will work together"
    if (lower(u) == "," && t > s_.begin && lower(t - 1) == "that") return u + 1;
    if (doc_.is_punctuation(u) || p_.has_role(u, "aux")) return t;
    if (lower(u) == "that" && !p_.has_role(u - 1, "preposition")) return u + 1;
    const bool infinitive = lower(u) == "to" && (has_value(u + 1, "base") || is_base_act(u + 1));
    if (infinitive && !doc_.is_capital(u + 1)) return u + 1;
  }
  return t;
}

// "agreed |Wednesday at talks in Lima on| trade": the matter behind a day and where they talked;
// `t` where there is none.
std::uint32_t StatementFinder::matter_behind_day(std::uint32_t t) const {
  const time::Expression* when = p_.starts_time(t) ? c_.time_at(t) : nullptr;
  if (when == nullptr) return t;
  std::uint32_t at = when->tokens.end;
  const bool where = lower(at) == "at" || lower(at) == "in" || lower(at) == "during";
  const std::uint32_t end = std::min(at + kLongestAdverbial, s_.end);
  while (where && at < end && lower(at) != "on") {
    const bool other = doc_.is_punctuation(at) || p_.has_role(at, "aux") || lower(at) == "to" ||
                       lower(at) == "that";
    if (other) return t;
    ++at;
  }
  const bool matter = at + 1 < end && lower(at) == "on" && !p_.starts_time(at + 1);
  return matter ? content_begin(at) : t;
}

// "resolved |here on Sunday, after two days of talks,| to share alerts": the content behind what
// stands between, towns and days and what two commas hold; `t` where there is none.
std::uint32_t StatementFinder::behind_insertions(std::uint32_t t) const {
  std::uint32_t at = t;
  bool commas = false;
  for (bool moved = true; moved && at + 1 < s_.end;) {
    const std::uint32_t before = at;
    const std::uint32_t day = lower(at) == "on" ? at + 1 : at;
    const time::Expression* when = p_.starts_time(day) ? c_.time_at(day) : nullptr;
    const tagger::Tag* town = lower(at) == "in" ? c_.tags.starting(at + 1) : nullptr;
    if (when != nullptr)
      at = when->tokens.end;
    else if (town != nullptr && town->label == tagger::Label::place)
      at = town->tokens.end;
    else if (lower(at) == "here")
      ++at;
    else if (lower(at) == ",")
      at = behind_comma_pair(at);
    commas = commas || (at > before && lower(before) == ",");
    moved = at > before;
  }
  if (!commas || at >= s_.end) return t;
  const std::string_view link = lower(at);
  const bool leads = link == "to" || link == "that" || link == "on" || link == "upon" ||
                     p_.has_role(at, "determiner");
  return leads ? content_begin(at) : t;
}

// ", |at the insistence of Gabon|, on": behind the second comma, or `comma`.
std::uint32_t StatementFinder::behind_comma_pair(std::uint32_t comma) const {
  if (!p_.has_role(comma + 1, "preposition") && lower(comma + 1) != "after") return comma;
  for (std::uint32_t u = comma + 2; u + 1 < std::min(comma + kLongestAdverbial, s_.end); ++u) {
    if (lower(u) == ",") return u + 1;
    if (doc_.is_punctuation(u) || p_.has_role(u, "aux") || p_.is_finite_act(u)) return comma;
  }
  return comma;
}

// The determiner at `t` goes on with a phrase: "of the", "and a".
bool StatementFinder::in_phrase(std::uint32_t t) const {
  return p_.has_role(t - 1, "preposition") || p_.has_role(t - 1, "join") ||
         doc_.is_punctuation(t - 1) || p_.has_role(t - 1, "determiner");
}

// The content from `begin`, and what goes on with it: "and to", "and that", "as well as", and
// the preposition of the predicate ("in favour of X and of Y").
void StatementFinder::add_contents(Statement s, std::uint32_t begin) {
  const std::string_view link =
      p_.has_role(s.verb.end - 1, "preposition") ? lower(s.verb.end - 1) : std::string_view();
  const TokenRange opening = s.opening;
  bool infinitive = begin > s_.begin && lower(begin - 1) == "to";
  const bool clause = begin > s_.begin && lower(begin - 1) == "that";
  if (clause) begin = behind_circumstance(begin);
  for (std::uint32_t from = begin; from < s_.end;) {
    const std::uint32_t end = p_.clause_end(from, s_.end, false);
    if (end <= from) return;
    std::uint32_t next = end;
    std::uint32_t stop = end;
    for (std::uint32_t t = from + 1; t + 1 < end; ++t) {
      std::uint32_t join = 0;
      const bool as_well = lower(t) == "as" && lower(t - 1) == "," && p_.has_role(t, "join", &join);
      const bool again = lower(t) == "and" && !link.empty() &&
                         (lower(t + 1) == link || (link == "upon" && lower(t + 1) == "on"));
      const std::uint32_t verb = parallel_verb(from, t, infinitive);
      if (!as_well && !again && verb == t) continue;
      stop = as_well ? t - 1 : t;
      next = as_well ? join : again ? t + 2 : verb;
      break;
    }
    s.content = {from, cut_adjunct(from, stop)};
    s.opening = opening;
    s.list = false;
    const names::Mention* who = clause ? p_.mention_at(from) : nullptr;
    const bool subject =
        who != nullptr && who->tokens.end >= s.content.end;  // "that |X| and Y met"
    if (!s.content.empty() && !subject) out_.push_back(s);
    if (stop < end) {
      infinitive = infinitive || (next > s_.begin && lower(next - 1) == "to");
      from = content_begin(next);
      continue;
    }
    if (const std::uint32_t paper = further_paper(s, next); paper > next) {
      from = paper;
      continue;
    }
    if (lower(next) == ",") ++next;
    if (lower(next) != "and") return;
    ++next;
    if (p_.has_role(next, "adverb")) ++next;
    // "that Ghana supports the plan |and will pay for it|"
    if (clause && p_.has_role(next, "aux")) {
      from = next;
      continue;
    }
    if (lower(next) != "to" && lower(next) != "that") return;
    infinitive = lower(next) == "to";
    from = content_begin(next);
  }
}

// "signed an accord on visas|;| and |a protocol on water|": where the further paper behind the
// semicolon at `t` begins, or `t`.
std::uint32_t StatementFinder::further_paper(const Statement& s, std::uint32_t t) const {
  if (lower(t) != ";" || !is_documentary(s.act) || s.passive) return t;
  const std::uint32_t begin = lower(t + 1) == "and" ? t + 2 : t + 1;
  if (begin >= s_.end || !p_.has_role(begin, "determiner")) return t;
  const std::uint32_t end = p_.clause_end(begin, s_.end, false);
  return starts_with_paper(begin, end) && !has_auxiliary(begin, end) ? begin : t;
}

// The verb behind the separator at `t` that goes on with the infinitive at `from`: "to open the
// border|, hold| patrols| and to build| a road"; `t` where there is none.
std::uint32_t StatementFinder::parallel_verb(std::uint32_t from, std::uint32_t t,
                                             bool infinitive) const {
  if (from == s_.begin || (lower(t) != "," && lower(t) != "and")) return t;
  bool modal = false;  // "that the two would guard the border and hold patrols"
  for (std::uint32_t m = from; m < t && !modal; ++m) modal = is_future(lower(m));
  if (!infinitive && !modal) return t;
  if (t < from + 2) return t;  // "to expand and deepen cooperation": one object
  // "to promote a free |and open| region"
  if (p_.has_role(t - 1, "adjective") && p_.has_role(t - 2, "determiner")) return t;
  std::uint32_t u = t + 1;
  if (lower(t) == "," && lower(u) == "and") ++u;
  const bool relative = lower(t) == "," && lower(u + 1) == "be";  // "a fund, to be run by banks"
  if (lower(u) == "to" && infinitive && !p_.has_role(u + 1, "determiner") && !relative)
    return u + 1;
  while (p_.has_role(u, "adverb")) ++u;
  if (u + 1 >= doc_.size()) return t;
  const bool verb =
      (has_value(u, "base") || is_base_act(u)) && !doc_.is_capital(u) && lower(u + 1) != "-";
  const bool object = p_.has_role(u + 1, "determiner") || p_.has_role(u + 1, "preposition") ||
                      doc_.shape(u + 1) == text::Shape::number || doc_.is_capital(u + 1) ||
                      !p_.has_role(u + 1, "join");
  return verb && object ? u : t;
}

// The base form of a verb of speech_acts.tsv in front of its object: "waive visas".
bool StatementFinder::is_base_act(std::uint32_t token) const {
  if (token + 1 >= s_.end || doc_.is_punctuation(token + 1)) return false;
  if (p_.has_role(token + 1, "preposition") || p_.has_role(token + 1, "join")) return false;
  for (const lexicon::Match& m : c_.matches.at(token)) {
    if (m.channel != lexicon::Channel::act) continue;
    if (p_.form(m).form == catalogue::VerbForm::base) return true;
  }
  return false;
}

// "the date |when they spoke|": what tells the circumstances is no content.
std::uint32_t StatementFinder::cut_adjunct(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin + 2; t < end; ++t) {
    const std::string_view word = lower(t);
    const bool circumstance = word == "when" || word == "while" || word == "where" ||
                              word == "because" || word == "although" || word == "whereas";
    if (circumstance) return t;
    // "agreed to train together |as their session was held| in Rome"
    if (word != "as" || !p_.has_role(t + 1, "determiner")) continue;
    for (std::uint32_t u = t + 2; u < std::min(t + kColonReach, end); ++u) {
      if (doc_.is_punctuation(u)) break;
      if (p_.has_role(u, "aux")) return t;
    }
  }
  return end;
}

}  // namespace rapporteur::meetings
