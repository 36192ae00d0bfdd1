#include "phrase.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;

constexpr std::uint32_t kLongestSubject = 60;  // tokens
constexpr std::uint32_t kLongestAside = 14;    // tokens

bool ends_with(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() + 2 && word.substr(word.size() - tail.size()) == tail;
}

bool is_gerund(std::string_view word) { return ends_with(word, "ing") && word.size() > 5; }

constexpr std::array<std::string_view, 10> kAdjectiveEndings = {
    "al", "ic", "ive", "ary", "ous", "ual", "ical", "able", "ible", "ese"};

}  // namespace

// A stretch between two separators of a list.
struct Phrases::Element {
  TokenRange tokens;
  std::uint32_t joint = 0;   // the "and" (or ",") before it
  bool after_comma = false;  // what stands before it: a comma or semicolon,
  bool after_and = false;    // "and" or the like, or both
  bool bound = false;        // "between A and B": goes with the one before
};

Phrases::Phrases(const Context& context)
    : c_(context),
      phrase_(context.lexicon.cue_class("phrase")),
      twin_(context.lexicon.cue_class("twin")),
      meeting_head_(context.lexicon.cue_class("meeting_head")) {}

std::string_view Phrases::role(std::uint32_t token, std::uint32_t* end) const {
  if (token >= c_.doc.size()) return {};
  const Match* match = nullptr;
  const lexicon::Cue* cue = c_.lexicon.cue_at(c_.matches, token, phrase_, &match);
  if (cue == nullptr) return {};
  if (end != nullptr) *end = match->tokens.end;
  return cue->value;
}

bool Phrases::has_role(std::uint32_t token, std::string_view wanted, std::uint32_t* end) const {
  if (token >= c_.doc.size()) return false;
  for (const Match& m : c_.matches.at(token)) {
    if (m.channel != Channel::cue) continue;
    const lexicon::Cue& cue = c_.lexicon.cues()[m.id];
    if (cue.cue_class != phrase_ || cue.value != wanted) continue;
    if (end != nullptr) *end = m.tokens.end;
    return true;
  }
  return false;
}

const Match* Phrases::act(std::uint32_t token) const {
  return token < c_.doc.size() ? c_.matches.find(token, Channel::act) : nullptr;
}

const catalogue::SpeechActForm& Phrases::form(const Match& match) const {
  return c_.catalogue.speech_act_forms()[match.id];
}

bool Phrases::is_finite_act(std::uint32_t token) const {
  if (token >= c_.doc.size() || c_.doc.is_capital(token)) return false;
  for (const Match& m : c_.matches.at(token)) {
    if (m.channel != Channel::act) continue;
    const catalogue::VerbForm f = form(m).form;
    if (f == catalogue::VerbForm::past) return true;
    // "reports", "plans": a verb only right after its subject.
    if (f == catalogue::VerbForm::third && token > 0 &&
        mention_before(token, token - 1) != nullptr) {
      return true;
    }
  }
  return false;
}

const names::Mention* Phrases::mention_at(std::uint32_t token) const {
  const auto& all = c_.cast.mentions;
  const auto it =
      std::lower_bound(all.begin(), all.end(), token,
                       [](const names::Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  return it != all.end() && it->tokens.begin == token ? &*it : nullptr;
}

const names::Mention* Phrases::mention_before(std::uint32_t token, std::uint32_t floor) const {
  const auto& all = c_.cast.mentions;
  auto it =
      std::lower_bound(all.begin(), all.end(), token,
                       [](const names::Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  while (it != all.begin()) {
    --it;
    if (it->tokens.end > token) continue;
    return it->tokens.end > floor ? &*it : nullptr;
  }
  return nullptr;
}

bool Phrases::starts_time(std::uint32_t token) const {
  const time::Expression* e = time_at(token);
  return e != nullptr && e->tokens.begin == token;
}

const time::Expression* Phrases::time_at(std::uint32_t token) const {
  const auto it =
      std::partition_point(c_.times.begin(), c_.times.end(),
                           [&](const time::Expression& e) { return e.tokens.end <= token; });
  return it != c_.times.end() && it->tokens.begin <= token ? &*it : nullptr;
}

bool Phrases::opens_subordinate(std::uint32_t token) const {
  if (role(token) != "relative") return false;
  // "of that joint action": a determiner.
  return c_.lower(token) != "that" || token == 0 || !has_role(token - 1, "preposition");
}

bool Phrases::starts_clause(std::uint32_t token, std::uint32_t limit) const {
  std::uint32_t t = token;
  std::uint32_t end = 0;
  while (t < limit && has_role(t, "adverb", &end)) t = end;
  if (t >= limit) return false;
  std::uint32_t after = 0;
  if (has_role(t, "pronoun", &end)) {
    after = end;
  } else {
    const names::Mention* m = mention_at(t);
    if (m == nullptr && has_role(t, "determiner", &end)) m = mention_at(end);
    const tagger::Tag* tag = m == nullptr ? c_.tags.starting(t) : nullptr;
    if (m == nullptr && tag == nullptr && has_role(t, "determiner", &end)) {
      tag = end < c_.doc.size() ? c_.tags.starting(end) : nullptr;
    }
    if (m != nullptr) after = m->tokens.end;
    if (m == nullptr && tag != nullptr) after = tag->tokens.end;
  }
  if (after == 0) {
    // "the announcement said", "Lu said", "a spokesperson for the ministry added"
    const Match* next_act = act(t + 1);  // "officials said"
    const bool bare =
        next_act != nullptr && is_finite_act(t + 1) &&
        c_.catalogue.speech_acts()[form(*next_act).act].act_class == catalogue::ActClass::announce;
    if (!bare && !has_role(t, "determiner") && !c_.doc.is_capital(t)) return false;
    for (std::uint32_t u = t + 1; u < std::min(t + 6, limit); ++u) {
      if (c_.doc.is_punctuation(u) || has_role(u, "relative") || has_role(u, "aux")) return false;
      const Match* m = act(u);
      if (m == nullptr || form(*m).form != catalogue::VerbForm::past) continue;
      const catalogue::Index index = form(*m).act;
      return c_.catalogue.speech_acts()[index].act_class == catalogue::ActClass::announce;
    }
    return false;
  }
  while (after < limit && has_role(after, "adverb", &end)) after = end;
  if (after >= limit) return false;
  if (has_role(after, "aux") || is_finite_act(after)) return true;
  const Match* m = act(after);
  return m != nullptr && form(*m).form != catalogue::VerbForm::gerund && has_role(token, "pronoun");
}

std::uint32_t Phrases::clause_end(std::uint32_t begin, std::uint32_t limit, bool list) const {
  std::uint32_t separator = 0;  // the last comma or "and" passed
  std::uint32_t question = begin;
  while (question < limit &&
         (has_role(question, "preposition") || has_role(question, "determiner"))) {
    ++question;
  }
  const bool asks =
      has_role(question, "relative") || c_.lower(question) == "how" || c_.lower(question) == "what";
  bool verbs = false;  // a finite auxiliary was passed
  bool subordinate = asks;
  for (std::uint32_t t = begin; t < limit; ++t) {
    const std::string_view word = c_.lower(t);
    std::uint32_t end = 0;
    if (t > begin && has_role(t, "stop") && (list || c_.doc.is_punctuation(t - 1))) return t;
    if (word == ";" && list) {
      separator = t;
      subordinate = false;
      continue;
    }
    if (word == ";" || word == "." || word == "?" || word == "!" || (word == ":" && t > begin)) {
      return t;
    }
    if (word == "-" && t > begin && c_.doc.space_before(t) && t + 1 < limit &&
        c_.doc.space_before(t + 1)) {
      return t;
    }
    if (word == "(") {
      std::uint32_t close = t;
      while (close < limit && c_.lower(close) != ")") ++close;
      if (close < limit) t = close;
      continue;
    }
    const bool comma = word == ",";
    if (comma && t > begin) {
      const std::uint32_t behind = behind_aside(t, limit);
      if (behind != t) {
        if (list) return t;
        t = behind - 1;
        continue;
      }
    }
    const bool joined = word == "and" || word == "but" || word == "or";
    if ((comma || joined) && t > begin) {
      std::uint32_t next = t + 1;
      if (comma && (c_.lower(next) == "and" || c_.lower(next) == "but")) ++next;
      while (next < limit && has_role(next, "adverb", &end) && !has_role(next, "join")) next = end;
      const bool joins = has_role(next, "join");
      // "X, as follows"; but "X, as well as Y" goes on.
      if (comma && !joins && c_.lower(next) == "as") return t;
      if (comma && !joins && opens_subordinate(next) && c_.lower(next) != "that") return t;
      // "supplies, light and heavy, will go on": the verb that the content still lacks.
      const bool lacks_verb = !list && comma && !verbs && has_role(next, "aux");
      if (!lacks_verb &&
          (has_role(next, "aux") || starts_clause(next, limit) || is_finite_act(next))) {
        // ", as were regional developments" goes on with the list elsewhere.
        return t;
      }
      if (list && joined && opens_deed(next, limit)) return t;
      if (joined && !list && (c_.lower(next) == "to" || c_.lower(next) == "that")) return t;
      const Match* verb = act(next);
      if (comma && verb != nullptr && form(*verb).form == catalogue::VerbForm::gerund &&
          c_.lower(t + 1) != "and" && c_.lower(verb->tokens.end) != "of") {
        return t;
      }
      separator = t;
      subordinate = asks;
      continue;
    }
    verbs = verbs || has_role(t, "aux");
    if (!list) continue;
    if (opens_subordinate(t) && t > begin) subordinate = true;
    if (has_role(t, "aux") && !subordinate && t > begin) return separator > begin ? separator : t;
    if (t > begin && (word == "on" || word == "at" || word == "with")) {
      if (word == "with") {
        std::uint32_t next = t + 1;
        while (has_role(next, "determiner", &end)) next = end;
        const names::Mention* m = mention_at(next);
        if (m != nullptr && m->kind == names::MentionKind::name) return t;
      }
      if (word == "on" && (starts_time(t) || starts_time(t + 1))) return t;
      for (std::uint32_t next = t + 1; word == "at" && next < std::min(t + 4, limit); ++next) {
        if (c_.lexicon.cue_at(c_.matches, next, meeting_head_) != nullptr) return t;
      }
    }
  }
  return limit;
}

// "and |sent his| good wishes", "and |visited the| plant": another verb of the same subject.
bool Phrases::opens_deed(std::uint32_t token, std::uint32_t limit) const {
  if (token + 1 >= limit || c_.doc.is_capital(token)) return false;
  const bool verb = has_role(token, "deed") || ends_with(c_.lower(token), "ed");
  return verb && (has_role(token + 1, "determiner") || has_role(token + 1, "preposition") ||
                  has_role(token + 1, "pronoun") || c_.lower(token + 1) == "that");
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
    if (c_.lower(u) == ",") return has_role(u + 1, "aux") ? u : comma;
  }
  return comma;
}

bool Phrases::is_saying(std::uint32_t token) const {
  const Match* m = is_finite_act(token) ? act(token) : nullptr;
  return m != nullptr && m->tokens.end == token + 1 &&
         c_.catalogue.speech_acts()[form(*m).act].act_class == catalogue::ActClass::announce;
}

std::uint32_t Phrases::subject_begin(std::uint32_t verb, std::uint32_t floor) const {
  if (verb > floor + kLongestSubject) floor = verb - kLongestSubject;
  std::uint32_t at = verb;  // where the subject may begin, going backward
  bool hard = false;        // it begins after a semicolon or colon
  while (at > floor) {
    const std::uint32_t t = at - 1;
    const std::string_view word = c_.lower(t);
    const bool dash = word == "-" && c_.doc.space_before(t) && c_.doc.space_before(t + 1);
    if (word == ";" || word == ":" || dash) {
      hard = true;
      break;
    }
    if (has_role(t, "aux") || (is_finite_act(t) && !has_role(t - 1, "determiner"))) {
      // A verb inside a relative clause belongs to the subject: "the ships which Kiev had used".
      std::uint32_t back = t;
      bool relative = false;
      for (std::uint32_t n = 0; n < 6 && back > floor && !relative; ++n) {
        --back;
        if (c_.lower(back) == ",") break;
        relative = opens_subordinate(back) && back > floor;
      }
      if (!relative || c_.lower(back - 1) == ",") break;
      at = back;
      continue;
    }
    at = t;
  }
  if (at == floor || hard) {
    // "At the meeting, X was discussed": an adverbial before the first comma is no subject.
    std::uint32_t end = 0;
    std::uint32_t t = at;
    while (t < verb && has_role(t, "adverb", &end) && c_.lower(t) != "both") t = end;
    const bool adverbial =
        has_role(t, "preposition") || has_role(t, "stop") || has_role(t, "relative");
    if (t < verb && c_.lower(t) == ",") return t + 1;
    if (adverbial) {
      for (std::uint32_t u = t; u < verb; ++u) {
        if (c_.lower(u) == ",") return u + 1;
      }
    }
    return t;
  }
  // "said |the delegations| agreed": what is said begins right behind the verb of saying.
  if (is_saying(at - 1) && at + 1 < verb) return c_.lower(at) == "that" ? at + 1 : at;
  // The verb before belongs to another clause, which ends at the next separator.
  for (std::uint32_t t = at; t < verb; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "," || word == ";" || word == ":" || word == "and" || word == "but") {
      std::uint32_t next = t + 1;
      while (c_.lower(next) == "and" || c_.lower(next) == "but" || c_.lower(next) == ",") ++next;
      return next < verb ? next : verb;
    }
  }
  return verb;
}

bool Phrases::is_adjective(std::uint32_t token) const {
  if (has_role(token, "noun")) return false;
  if (has_role(token, "adjective")) return true;
  const tagger::Tag* tag = c_.tags.covering(token);
  if (tag != nullptr) return tag->label == tagger::Label::nationality;
  const std::string_view word = c_.lower(token);
  return std::any_of(kAdjectiveEndings.begin(), kAdjectiveEndings.end(),
                     [&](std::string_view tail) { return ends_with(word, tail); });
}

bool Phrases::inside_one_name(std::uint32_t conjunction) const {
  if (conjunction == 0 || conjunction + 1 >= c_.doc.size()) return false;
  const tagger::Tag* tag = c_.tags.covering(conjunction);
  if (tag != nullptr && tag->tokens.begin < conjunction) return true;
  for (std::uint32_t back = 1; back <= 12 && back <= conjunction; ++back) {
    for (const Match& m : c_.matches.at(conjunction - back)) {
      if (m.tokens.end <= conjunction + 1) continue;
      // "separatism and extremism" is two topics, whatever else it is.
      if (m.channel == Channel::topic &&
          c_.matches.find(conjunction + 1, Channel::topic) != nullptr) {
        continue;
      }
      if (m.channel == Channel::body || m.channel == Channel::state ||
          m.channel == Channel::topic || m.channel == Channel::organ ||
          m.channel == Channel::office) {
        return true;
      }
    }
  }
  // "Treaty of Friendship and Cooperation", "Belt and Road": capitals on both sides that no table
  // knows as two names.
  const bool capitals = c_.doc.is_capital(conjunction - 1) && c_.doc.is_capital(conjunction + 1);
  return capitals && c_.tags.covering(conjunction - 1) == nullptr &&
         c_.tags.covering(conjunction + 1) == nullptr && conjunction >= 2 &&
         !c_.doc.is_punctuation(conjunction - 2);
}

// The words on both sides of "and" share a group.
bool Phrases::are_twins(TokenRange left, TokenRange right) const {
  std::set<std::string_view> groups;
  const auto each = [&](std::uint32_t token, auto use) {
    for (const Match& m : c_.matches.at(token)) {
      if (m.channel != Channel::cue) continue;
      const lexicon::Cue& cue = c_.lexicon.cues()[m.id];
      if (cue.cue_class == twin_) use(cue.value);
    }
  };
  each(left.end - 1, [&](std::string_view group) { groups.insert(group); });
  bool same = false;
  std::uint32_t first = right.begin;
  std::uint32_t end = 0;
  while (first + 1 < right.end && (has_role(first, "determiner", &end) || is_adjective(first))) {
    first += 1;
  }
  each(first, [&](std::string_view group) { same = same || groups.count(group) != 0; });
  return same;
}

// "trade and economic relations": the left noun modifies the head of the right.
bool Phrases::share_head_noun(TokenRange left, TokenRange right) const {
  if (left.size() != 1 || right.size() < 2 || right.size() > 4) return false;
  return has_role(right.end - 1, "light") && is_adjective(right.begin);
}

std::uint32_t Phrases::last_preposition(TokenRange range) const {
  for (std::uint32_t t = range.end; t-- > range.begin;) {
    if (has_role(t, "preposition")) return t;
  }
  return range.end;
}

std::vector<Phrases::Element> Phrases::elements(TokenRange list) const {
  std::vector<Element> out;
  Element now;
  now.tokens = {list.begin, list.begin};
  bool between = false;
  const auto finish = [&](std::uint32_t end) {
    now.tokens.end = end;
    if (!now.tokens.empty()) out.push_back(now);
  };
  for (std::uint32_t t = list.begin; t < list.end;) {
    const std::string_view word = c_.lower(t);
    if (word == "between") {
      between = true;
    } else if (word == "," || word == "in" || word == "on" || word == "for" || word == "at") {
      between = false;  // "cooperation between the members in A and B"
    }
    if (word == "(") {
      while (t < list.end && c_.lower(t) != ")") ++t;
      t = std::min(t + 1, list.end);
      continue;
    }
    std::uint32_t end = t + 1;
    const bool comma =
        (word == "," || word == ";") &&
        (t + 1 >= list.end || c_.doc.space_before(t + 1) || c_.doc.is_punctuation(t + 1));
    const bool join = !comma && has_role(t, "join", &end);
    if (!comma && !join) {
      ++t;
      continue;
    }
    finish(t);
    const bool opened = now.tokens.empty();
    if (!opened) now = Element{{}, t, false, false, false};
    now.joint = t;
    now.after_comma = now.after_comma || comma;
    now.after_and = now.after_and || join;
    now.bound = join && between && !comma;
    if (join) between = false;
    now.tokens = {end, end};
    t = end;
  }
  finish(list.end);
  return out;
}

namespace {

enum class Joint : std::uint8_t { merge, separate, share };

}  // namespace

// Where the preposition that `right` starts with stands in `head`; head.end if it does not.
std::uint32_t Phrases::repeated(TokenRange head, TokenRange right) const {
  for (std::uint32_t t = head.begin; t < head.end; ++t) {
    if (c_.lower(t) == c_.lower(right.begin) && t > head.begin) return t;
  }
  return head.end;
}

// "memoranda on trade" + "on housing", "ways of keeping peace" + "of meeting threats"; not
// "the decisions of the Council" + "of the Assembly", which two bodies share.
bool Phrases::repeats(TokenRange head, TokenRange right) const {
  const std::uint32_t at = repeated(head, right);
  if (at == head.end) return false;
  const bool gerund = right.size() > 1 && is_gerund(c_.lower(right.begin + 1));
  return c_.lower(at) != "of" || gerund || at <= head.begin + 2;
}

std::vector<Item> Phrases::split(TokenRange list) const {
  std::vector<Item> raw;
  const std::vector<Element> parts = elements(list);
  const auto commas =
      std::count_if(parts.begin(), parts.end(), [](const Element& e) { return e.after_comma; });
  const auto joint_of = [&](TokenRange head, TokenRange left, const Element& right, bool last) {
    const TokenRange r = right.tokens;
    if (right.bound) return Joint::merge;
    // "memoranda on trade, on housing and on roads"
    const bool of_cue = list.begin > 0 && c_.lower(r.begin) == c_.lower(list.begin - 1);
    if (has_role(r.begin, "preposition") && !of_cue && repeats(head, r)) return Joint::share;
    const std::uint32_t tail = last_preposition(left);
    const TokenRange bare{tail == left.end ? left.begin : tail + 1, left.end};
    // "open, inclusive and transparent cooperation"
    const bool adjectives = !bare.empty() && is_adjective(left.end - 1) && bare.size() <= 2;
    if (adjectives && (right.after_and || is_adjective(r.begin))) return Joint::merge;
    if (right.after_comma && !right.after_and) return Joint::separate;
    if (inside_one_name(right.joint) || are_twins(left, r)) return Joint::merge;
    if (right.after_comma) return Joint::separate;  // "A, B, and C"
    if (share_head_noun(bare, r)) return Joint::merge;
    const std::uint32_t own = last_preposition(r);
    if (has_role(r.begin, "preposition")) {
      // "dealt with refugees and with the budget", "in countering A, in stopping B or in C"
      const bool of_list = commas > 0 && c_.lower(r.begin) == c_.lower(list.begin);
      return of_cue || of_list ? Joint::separate : Joint::merge;
    }
    if (commas > 0 && last) return Joint::separate;  // "A, B and C"
    if (has_role(r.begin, "determiner")) return Joint::separate;
    const bool gerund = is_gerund(c_.lower(left.begin)) && !is_gerund(c_.lower(r.begin));
    if (tail != left.end) {
      if (own != r.end || r.size() > 3) {
        return own != r.end ? Joint::separate : Joint::merge;
      }
      const std::string_view p = c_.lower(tail);
      const bool shares = p == "of" || p == "in" || p == "on" || p == "against" || p == "about";
      return shares && tail > left.begin && bare.size() <= 2 && r.size() <= 2 ? Joint::share
                                                                              : Joint::merge;
    }
    if (gerund && left.size() >= 2 && left.size() <= 3)
      return r.size() <= 2 ? Joint::share : Joint::separate;
    return Joint::separate;
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Element& e = parts[i];
    if (raw.empty()) {
      raw.push_back({{e.tokens}});
      continue;
    }
    const TokenRange left = raw.back().pieces.back();
    // Words between the pieces, brackets for instance, keep them apart.
    const bool last = i + 1 == parts.size();
    // "memoranda on trade and energy, on housing": the head may stand some items back.
    if (has_role(e.tokens.begin, "preposition") && !e.bound &&
        !repeats(raw.back().pieces.front(), e.tokens)) {
      const auto head = std::find_if(raw.rbegin(), raw.rend(), [&](const Item& item) {
        return repeats(item.pieces.front(), e.tokens);
      });
      if (head != raw.rend()) {
        TokenRange shared = head->pieces.front();
        shared.end = repeated(shared, e.tokens) + 1;
        raw.push_back({{shared, {e.tokens.begin + 1, e.tokens.end}}});
        continue;
      }
    }
    switch (joint_of(raw.back().pieces.front(), left, e, last)) {
      case Joint::merge:
        raw.back().pieces.back().end = e.tokens.end;
        break;
      case Joint::separate:
        raw.push_back({{e.tokens}});
        break;
      case Joint::share: {
        TokenRange own = e.tokens;
        TokenRange head = raw.back().pieces.front();
        if (has_role(own.begin, "preposition")) {
          head.end = repeated(head, own) + 1;
          ++own.begin;
        } else if (raw.back().pieces.size() == 1) {
          const std::uint32_t p = last_preposition(left);
          head.end = p == left.end ? left.begin + 1 : p + 1;
        }
        raw.push_back({{head, own}});
        break;
      }
    }
  }
  narrow(raw);
  std::vector<Item> out;
  bool explained = false;  // "the nations of the bloc, that is A, B and C"
  for (Item& item : raw) {
    const TokenRange whole = item.pieces.back();
    explained = explained || (c_.lower(whole.begin) == "that" && c_.lower(whole.begin + 1) == "is");
    const tagger::Tag* tag = c_.tags.covering(whole.end - 1);
    if (explained && tag != nullptr && tag->label == tagger::Label::state) continue;
    Item kept;
    for (std::size_t p = 0; p < item.pieces.size(); ++p) {
      TokenRange range = item.pieces[p];
      // A head that is shared ends in its preposition, which trim() would take away.
      if (p + 1 == item.pieces.size()) {
        range = trim(range);
      } else {
        std::uint32_t end = 0;
        while (!range.empty() && has_role(range.begin, "determiner", &end)) range.begin = end;
        // "ways of": a head that says nothing.
        if (range.empty() || has_role(range.begin, "lead", &end) ||
            has_role(range.begin, "issue", &end) || has_role(range.begin, "preposition", &end)) {
          if (range.empty() || end + 1 >= range.end) continue;
        }
      }
      if (!range.empty()) kept.pieces.push_back(range);
    }
    if (kept.empty() || is_generic(kept.pieces.back())) continue;
    const std::uint32_t first = kept.pieces.front().begin;
    if (has_role(first, "aux") && !skip_verb(kept.pieces.front())) continue;
    const std::string_view last_word = c_.lower(kept.pieces.back().end - 1);
    if (last_word == "them" || last_word == "it") continue;
    if (c_.lower(first) == "be" || has_role(first, "pronoun")) continue;
    out.push_back(std::move(kept));
  }
  return out;
}

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
    bool done = false;
    for (std::uint32_t t = range.begin; t < range.end && !done; ++t) {
      std::uint32_t end = 0;
      if (!has_role(t, "narrow", &end) || end >= range.end) continue;
      const std::string_view word = c_.lower(t);
      const bool examples = word != "in" || c_.lower(t + 1) == "areas" ||
                            c_.lower(t + 1) == "fields" || c_.lower(t + 1) == "sectors";
      const TokenRange head = trim({range.begin, t});
      const bool named = examples && !head.empty() && !has_role(head.end - 1, "issue") &&
                         !has_role(head.end - 1, "light") && !is_generic(head);
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

// "closer ties in sectors that matter", where the sectors follow.
bool Phrases::is_container(TokenRange range) const {
  const TokenRange r = trim(range);
  if (r.empty()) return true;
  const std::string_view last = c_.lower(r.end - 1);
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

bool Phrases::is_generic(TokenRange range) const {
  std::uint32_t end = 0;
  if (range.empty()) return true;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (has_role(t, "generic", &end) && end == range.end) {
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

TokenRange Phrases::trim(TokenRange range) const {
  std::uint32_t end = 0;
  for (bool moved = true; moved && !range.empty();) {
    moved = false;
    const std::uint32_t t = range.begin;
    if (c_.doc.is_punctuation(t) || has_role(t, "join", &end)) {
      range.begin = c_.doc.is_punctuation(t) ? t + 1 : end;
      moved = true;
      continue;
    }
    if (opens_subordinate(t) && !has_role(t, "lead")) return {range.end, range.end};
    if (has_role(t, "preposition") && c_.lower(t) != "between" && c_.lower(t) != "without") {
      range.begin = t + 1;
      moved = true;
      continue;
    }
    for (const std::string_view what : {"lead", "determiner", "adverb"}) {
      if (!has_role(t, what, &end)) continue;
      range.begin = std::min(end, range.end);
      moved = true;
      break;
    }
    if (moved || range.empty()) continue;
    // "pressing issues related to X" -> "X"; "the Palestinian issue" stays.
    std::uint32_t head = range.begin;
    while (
        head + 1 < range.end && head < range.begin + 3 &&
        (is_adjective(head) || ends_with(c_.lower(head), "ing") || has_role(head, "determiner")) &&
        !has_role(head, "issue")) {
      ++head;
    }
    std::uint32_t link = 0;
    if (has_role(head, "issue", &end) && end < range.end && has_role(end, "of", &link) &&
        link < range.end) {
      range.begin = link;
      moved = true;
    }
  }
  // What a relative clause adds, and brackets.
  for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
    const bool bracket = c_.lower(t) == "(";
    if (!bracket && (!opens_subordinate(t) || t < range.begin + 2)) continue;
    // "contributions that the region can make": a bare noun needs its clause.
    if (!bracket && t <= range.begin + 2 && range.size() <= 14) continue;
    range.end = t;
  }
  return trim_end(range, true);
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
  bool verb = false;
  for (std::uint32_t u = t + 1; u < limit; ++u) {
    if (c_.lower(u) == "," || c_.lower(u) == "and") return t;
    if (!has_role(u, "aux")) continue;
    if (verb && !has_role(u - 1, "aux")) return u;
    verb = true;
  }
  return t;
}

std::string Phrases::text(const Item& item) const {
  std::string out;
  for (const TokenRange& piece : item.pieces) {
    if (!out.empty()) out += ' ';
    out += c_.words(c_.doc.span(piece));
  }
  return out;
}

std::vector<ByteSpan> Phrases::spans(const Item& item) const {
  std::vector<ByteSpan> out;
  for (const TokenRange& piece : item.pieces) out.push_back(c_.doc.span(piece));
  return out;
}

std::uint32_t Phrases::count_words(const Item& item) const {
  std::uint32_t count = 0;
  for (const TokenRange& piece : item.pieces) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t)
      count += c_.doc.is_punctuation(t) ? 0 : 1;
  }
  return count;
}

namespace {

std::set<std::string> folded_words(std::string_view text) {
  std::set<std::string> out;
  const std::string folded = catalogue::fold(text);
  std::size_t at = 0;
  while (at < folded.size()) {
    std::size_t end = folded.find(' ', at);
    if (end == std::string::npos) end = folded.size();
    std::string word = folded.substr(at, end - at);
    if (word.size() > 2 && word != "the" && word != "and") out.insert(std::move(word));
    at = end + 1;
  }
  return out;
}

}  // namespace

bool says_the_same(std::string_view a, std::string_view b) {
  const std::set<std::string> x = folded_words(a);
  const std::set<std::string> y = folded_words(b);
  const std::size_t fewer = std::min(x.size(), y.size());
  const auto shared = static_cast<std::size_t>(
      std::count_if(x.begin(), x.end(), [&](const std::string& w) { return y.count(w) != 0; }));
  if (shared == fewer) return true;
  return fewer >= 4 && 4 * shared >= 3 * fewer;
}

bool is_told(const text::Sentence& sentence) {
  return sentence.role == text::LineRole::body || sentence.role == text::LineRole::item;
}

}  // namespace rapporteur::meetings
