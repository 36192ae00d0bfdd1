// Which words of an item say it.

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/phrase.h"
#include "clause/word_form.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kLongestAside = 14;  // tokens
// What says nothing in front of its examples.
constexpr std::array<std::string_view, 5> kPapers{"documents", "agreements", "papers", "reports",
                                                  "instruments"};

}  // namespace

// "cooperation in the fields of energy, transport": the head is no item of its own where what
// follows is a list; "gas, including transit" stays two.
void Phrases::narrow(std::vector<Item>& items) const {
  std::vector<Item> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    TokenRange& range = items[i].pieces.back();
    const bool listed = i + 1 < items.size();
    // "gas, both its transit and its price": the halves say it.
    if (listed && items[i].pieces.size() == 1 && range.size() <= 2 &&
        c_.lower(items[i + 1].pieces.front().begin) == "both") {
      continue;
    }
    if (!out.empty() && c_.lower(range.begin) == "from" && is_container(out.back().pieces.back())) {
      out.pop_back();
      spread(range, out);
      continue;
    }
    bool done = false;
    for (std::uint32_t t = range.begin; t < range.end && !done; ++t) {
      std::uint32_t end = 0;
      if (!has_role(t, "narrow", &end) || end >= range.end) continue;
      const std::string_view word = c_.lower(t);
      const bool examples = word != "in" || c_.lower(t + 1) == "areas" ||
                            c_.lower(t + 1) == "fields" || c_.lower(t + 1) == "sectors";
      const TokenRange head = trim({range.begin, t});
      // "signed documents, including a protocol": the papers that follow say it.
      const bool papers =
          !head.empty() && head.size() <= 2 && is_one_of(c_.lower(head.end - 1), kPapers);
      const bool named = examples && !head.empty() && !has_role(head.end - 1, "issue") &&
                         !has_role(head.end - 1, "light") && !is_generic(head) && !papers;
      if (!examples && !listed) break;
      if (t == range.begin && examples && !out.empty() && is_container(out.back().pieces.back())) {
        out.pop_back();
      }
      if (named) out.push_back({{head}});
      range.begin = end;
      done = true;
    }
    out.push_back(std::move(items[i]));
  }
  items = std::move(out);
}

// "a range of issues, |from trade to water|": both ends.
void Phrases::spread(TokenRange range, std::vector<Item>& out) const {
  std::uint32_t to = range.begin + 2;
  while (to + 1 < range.end && c_.lower(to) != "to") ++to;
  if (to + 1 >= range.end) {
    out.push_back({{{range.begin + 1, range.end}}});
    return;
  }
  out.push_back({{{range.begin + 1, to}}});
  out.push_back({{{to + 1, range.end}}});
}

// "closer ties in sectors that matter", where the sectors follow.
bool Phrases::is_container(TokenRange range) const {
  const TokenRange r = trim(range);
  if (r.empty()) return true;
  const std::string_view last = c_.lower(r.end - 1);
  if (r.size() <= 2 && is_one_of(last, kPapers)) return true;
  return has_role(r.end - 1, "issue") || last == "sectors" || last == "areas" || last == "fields" ||
         last == "spheres" || last == "domains";
}

// "what is needed for cooperation" -> "cooperation".
bool Phrases::skip_verb(TokenRange& range) const {
  for (std::uint32_t t = range.begin + 1; t < std::min(range.begin + 4, range.end); ++t) {
    if (!has_role(t, "preposition")) continue;
    const TokenRange rest = trim({t + 1, range.end});
    if (rest.empty()) return false;
    range = rest;
    return true;
  }
  return false;
}

// "issues of mutual interest", as reports name what they do not tell; not "other issues of ...".
bool Phrases::names_interest(TokenRange range) const {
  if (range.size() < 4 || range.size() > 7 || !has_role(range.begin, "issue")) return false;
  const std::string_view last = c_.lower(range.end - 1);
  if (last != "interest" && last != "concern") return false;
  const std::string_view shared = c_.lower(range.begin + 2);
  if (c_.lower(range.begin + 1) != "of" || shared == "special" || shared == "particular") {
    return false;
  }
  for (std::uint32_t back = 1; back <= 2 && range.begin >= back; ++back) {
    const std::string_view before = c_.lower(range.begin - back);
    if (before == "other" || before == "further" || before == "various") return false;
  }
  return true;
}

bool Phrases::is_generic(TokenRange range) const {
  std::uint32_t end = 0;
  if (range.empty()) return true;
  if (names_interest(range)) return false;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    // "mutual interest |to both countries|"
    const bool whole =
        has_role(t, "generic", &end) &&
        (end == range.end || ((c_.lower(end - 1) == "interest" || c_.lower(end - 1) == "concern") &&
                              has_role(end, "preposition")));
    if (whole) {
      // Only determiners and adjectives before it: "various other issues".
      for (std::uint32_t u = range.begin; u < t; ++u) {
        if (!has_role(u, "determiner") && !has_role(u, "preposition") && !has_role(u, "empty") &&
            !has_role(u, "issue") && !has_role(u, "join")) {
          return false;
        }
      }
      return true;
    }
  }
  return false;
}

// The pieces of an item without the words that say nothing.
Item Phrases::trimmed(const Item& item) const {
  Item kept;
  for (std::size_t p = 0; p < item.pieces.size(); ++p) {
    TokenRange range = item.pieces[p];
    // A head that is shared ends in its preposition, which trim() would take away.
    if (p + 1 == item.pieces.size()) {
      range = trim(without_venue(range));
    } else {
      std::uint32_t end = 0;
      while (!range.empty() && has_role(range.begin, "determiner", &end)) range.begin = end;
      if (!range.empty() && asks(range.begin)) continue;  // "how they can work on"
      // "ways of": a head that says nothing.
      if (range.empty() || has_role(range.begin, "lead", &end) ||
          has_role(range.begin, "issue", &end) || has_role(range.begin, "preposition", &end)) {
        if (range.empty() || end + 1 >= range.end) continue;
      }
    }
    if (!range.empty()) kept.pieces.push_back(range);
  }
  return kept;
}

// "talks about water |in Blantyre| on Sunday": where they were, before the day.
TokenRange Phrases::without_venue(TokenRange range) const {
  if (range.size() < 3) return range;
  const bool day =
      starts_time(range.end) || (c_.lower(range.end) == "on" && starts_time(range.end + 1));
  const tagger::Tag* town = day ? c_.tags.covering(range.end - 1) : nullptr;
  if (town == nullptr || town->label != tagger::Label::place) return range;
  const std::uint32_t at = town->tokens.begin - 1;
  return at > range.begin && c_.lower(at) == "in" ? TokenRange{range.begin, at} : range;
}

TokenRange Phrases::trim(TokenRange range) const {
  bool asked = false;
  while (!range.empty() && trim_front(range, asked)) {
  }
  return range.empty() ? range : trim_end(without_clause(range), true);
}

// Takes off the first words that say nothing; `asked`: "how" was one of them. False: none were.
bool Phrases::trim_front(TokenRange& range, bool& asked) const {
  std::uint32_t end = 0;
  const std::uint32_t t = range.begin;
  if (c_.doc.is_punctuation(t) || has_role(t, "join", &end)) {
    range.begin = c_.doc.is_punctuation(t) ? t + 1 : end;
    return true;
  }
  if (opens_subordinate(t) && !has_role(t, "lead")) {
    range.begin = range.end;
    return false;
  }
  // "in particular, tariffs"
  if (has_role(t, "preposition") && has_role(t, "adverb", &end)) {
    range.begin = std::min(end, range.end);
    return true;
  }
  if (has_role(t, "preposition") && c_.lower(t) != "between" && c_.lower(t) != "without") {
    range.begin = t + 1;
    return true;
  }
  for (const std::string_view what : {"lead", "determiner", "adverb"}) {
    if (!has_role(t, what, &end)) continue;
    // "a |just| and lasting peace"
    if (has_role(t, "adjective") && c_.lower(end) == "and") continue;
    asked = asked || (what == "lead" && asks(t) && c_.lower(end - 1) != "to");
    range.begin = std::min(end, range.end);
    return true;
  }
  if (asked) {  // "how |trade| stands"
    asked = false;
    range = asked_about(range);
    if (range.begin != t) return true;
  }
  return trim_container(range);
}

// "|pressing issues related to| X"; "the Palestinian issue" stays. False: no such words.
bool Phrases::trim_container(TokenRange& range) const {
  std::uint32_t head = range.begin;
  while (head + 1 < range.end && head < range.begin + 5 &&
         (is_adjective(head) || (head > range.begin && c_.lower(head) == "and") ||
          ends_with(c_.lower(head), "ing") || has_role(head, "determiner")) &&
         !has_role(head, "issue")) {
    ++head;
  }
  std::uint32_t end = 0;
  std::uint32_t link = 0;
  const bool shared = head > range.begin + 1;  // "regional and international issues of concern"
  if (!has_role(head, "issue", &end) || end >= range.end || !has_role(end, "of", &link) ||
      link >= range.end || (shared && is_generic({link, range.end})) || names_interest(range)) {
    return false;
  }
  range.begin = link;
  return true;
}

// Without relative clauses, brackets and what an item is made: "outlined energy |as a priority|".
TokenRange Phrases::without_clause(TokenRange range) const {
  // "work |that lies|": what is left of a relative clause.
  while (range.size() > 1 && opens_subordinate(range.end - 1)) --range.end;
  if (range.size() > 2 && opens_subordinate(range.end - 2)) range.end -= 2;
  for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
    const bool bracket = c_.lower(t) == "(";
    if (!bracket && (!opens_subordinate(t) || t < range.begin + 2)) continue;
    // "contributions that the region can make": a bare noun needs its clause.
    if (!bracket && t <= range.begin + 2 && range.size() <= 14) continue;
    range.end = t;
  }
  // "signed a treaty|, bringing to an end| years of talks"
  for (std::uint32_t t = range.begin + 1; t + 2 < range.end; ++t) {
    const bool participle =
        c_.lower(t) == "," && ends_with(c_.lower(t + 1), "ing") && !c_.doc.is_capital(t + 1);
    if (participle && (has_role(t + 2, "determiner") || c_.lower(t + 2) == "to")) range.end = t;
  }
  for (std::uint32_t t = range.begin + 1; t + 1 < range.end; ++t) {
    const std::string_view what = c_.lower(t + 1);
    const bool rank = what == "priority" || what == "priorities" || what == "key" ||
                      what == "areas" || what == "main" || what == "promising" ||
                      (what == "a" && c_.lower(t + 2) == "priority");
    if (c_.lower(t) == "as" && rank) range.end = t;
  }
  return range;
}

bool Phrases::asks(std::uint32_t token) const {
  const std::string_view word = c_.lower(token);
  return word == "how" || word == "where" || word == "why";
}

// "|trade| stands", "|the border| should be marked", "the two countries can |expand their trade|",
// "they can cooperate in |energy and health|".
TokenRange Phrases::asked_about(TokenRange range) const {
  std::uint32_t verb = range.begin + 1;
  while (verb < range.end && !has_role(verb, "aux") && !has_role(verb, "runs")) ++verb;
  if (verb >= range.end) return range;
  // "|goods could travel to the coast|": one word alone says nothing.
  const std::string_view modal = c_.lower(verb);
  const bool may = modal == "can" || modal == "could" || modal == "might" || modal == "may";
  const bool bare = verb == range.begin + 1 && !has_role(range.begin, "pronoun") &&
                    !c_.doc.is_capital(range.begin);
  if (may && bare && verb + 2 < range.end) return range;
  const names::Mention* who = mention_before(verb, verb - 1);
  const lexicon::Cue* group = c_.cue(verb - 1, outcome_);
  const tagger::Tag* tag = c_.tags.covering(verb - 1);
  // "the agreements of |the presidents|": not those who act.
  const bool acts = who != nullptr && who->kind != names::MentionKind::name &&
                    who->tokens.begin <= range.begin + 2;
  const bool people = has_role(verb - 1, "pronoun") || acts ||
                      (group != nullptr && group->value == "group") ||
                      (tag != nullptr && tag->label == tagger::Label::state &&
                       tag->tokens.begin <= range.begin + 1);
  if (!people || !has_role(verb, "aux")) return {range.begin, verb};
  std::uint32_t deed = verb;
  std::uint32_t end = 0;
  while (deed < range.end && (has_role(deed, "aux") || has_role(deed, "adverb"))) ++deed;
  if (deed >= range.end) return {range.begin, verb};
  // "they have got on with |their plans|"
  const std::string_view auxiliary = c_.lower(verb);
  const bool done = auxiliary == "have" || auxiliary == "has" || auxiliary == "had";
  for (std::uint32_t t = deed + 1; done && t + 1 < std::min(deed + 3, range.end); ++t) {
    if (c_.lower(t) == "with" || c_.lower(t) == "in") return {t + 1, range.end};
  }
  if (!has_role(deed, "together", &end)) return {deed, range.end};
  for (std::uint32_t t = end; t + 1 < range.end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "in" || word == "on" || word == "against") return {t + 1, range.end};
  }
  return {deed, range.end};
}

TokenRange Phrases::trim_end(TokenRange range, bool adverbs) const {
  for (bool moved = true; moved && !range.empty();) {
    const std::uint32_t t = range.end - 1;
    moved = c_.doc.is_punctuation(t) && c_.lower(t) != ")" && c_.lower(t) != "%";
    const bool quantity = c_.lower(t) == "all" || c_.lower(t) == "both" || c_.lower(t) == "each";
    moved = moved || has_role(t, "preposition") || has_role(t, "join") ||
            (has_role(t, "determiner") && !quantity);
    for (std::uint32_t back = 1; adverbs && !moved && back <= 4 && back <= range.size(); ++back) {
      std::uint32_t end = 0;
      const std::uint32_t from = range.end - back;
      if (!has_role(from, "adverb", &end) || end != range.end) continue;
      range.end = from + 1;
      moved = true;
    }
    if (moved) --range.end;
  }
  return range;
}

TokenRange Phrases::shorten(TokenRange range, std::uint32_t words) const {
  std::uint32_t count = 0;
  std::uint32_t cut = 0;  // the last natural boundary inside the allowance
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (c_.doc.is_punctuation(t)) {
      if (c_.lower(t) == "," && count >= words / 2) cut = t;
      continue;
    }
    // "the West African sub-|region|", "Peru-Chile |Joint Commission|": no word or name is cut
    // apart
    const bool joined = t > range.begin && c_.lower(t - 1) == "-" && !c_.doc.space_before(t);
    const bool named =
        count >= words && cut == 0 && c_.doc.is_capital(t) && c_.doc.is_capital(t - 1);
    if (joined || named) continue;
    if (count >= words) {
      return trim_end({range.begin, cut > range.begin ? cut : t}, false);
    }
    const bool boundary =
        c_.lower(t) != "of" && (has_role(t, "preposition") || has_role(t, "relative") ||
                                has_role(t, "join") || has_role(t, "stop"));
    if (boundary && count >= words / 2) cut = t;
    ++count;
  }
  return range;
}

std::vector<TokenRange> Phrases::without_asides(TokenRange range) const {
  std::vector<TokenRange> out;
  std::uint32_t from = range.begin;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const std::uint32_t behind = behind_insertion(t, range);
    if (behind == t) continue;
    if (from < t) out.push_back({from, t});
    from = behind;
    t = behind - 1;
  }
  if (from < range.end) out.push_back({from, range.end});
  return out;
}

// The token behind brackets, an aside between commas before a verb, or a relative clause of the
// subject that starts at `t`: "residents |who have stayed| may move"; `t` where there is none.
std::uint32_t Phrases::behind_insertion(std::uint32_t t, TokenRange range) const {
  const std::uint32_t limit = std::min(range.end, t + kLongestAside);
  if (t == range.begin) return t;
  if (c_.lower(t) == "(") {
    for (std::uint32_t u = t + 1; u < limit; ++u) {
      if (c_.lower(u) == ")") return u + 1;
    }
    return t;
  }
  if (c_.lower(t) == ",") {
    for (std::uint32_t u = t + 2; u + 1 < limit; ++u) {
      if (c_.lower(u) == "and") return t;
      if (c_.lower(u) == ",") return has_role(u + 1, "aux") ? u + 1 : t;
    }
    return t;
  }
  if (!opens_subordinate(t) || c_.lower(t) == "whether") return t;
  if (c_.lower(t) == "that" && is_gerund(c_.lower(t - 1))) return t;  // "ensuring that X"
  bool verb = false;
  for (std::uint32_t u = t + 1; u < limit; ++u) {
    if (c_.lower(u) == "," || c_.lower(u) == "and") return t;
    if (!has_role(u, "aux")) continue;
    if (verb && !has_role(u - 1, "aux")) return u;
    verb = true;
  }
  return t;
}

}  // namespace rapporteur::meetings
