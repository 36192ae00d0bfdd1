// What a list holds: which commas and "and" part two items, and which join one.

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>

#include "clause/phrase.h"
#include "clause/word_form.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;

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

enum class Phrases::Joint : std::uint8_t { merge, separate, share };

bool Phrases::is_adjective(std::uint32_t token) const {
  if (has_role(token, "noun")) return false;
  if (has_role(token, "adjective") || ends_compound_adjective(token)) return true;
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
      if (m.channel != Channel::cue || m.cue_class != twin_) continue;
      use(c_.lexicon.cues()[m.id].value);
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

// "young people|, with support from the EU|": how, no further thing.
bool Phrases::leads_to_aid(std::uint32_t comma, std::uint32_t begin) const {
  return c_.lower(comma + 1) == "with" && c_.lower(begin) != "with" &&
         c_.lower(comma + 2) != "regard" && c_.lower(comma + 2) != "respect" &&
         !has_role(comma + 1, "narrow") && comma > begin;
}

// "the post at Mwami, |where a hall will open|, and the queues": behind the comma that closes the
// relative clause at `at`, or `at`.
std::uint32_t Phrases::behind_relative_at(std::uint32_t at, std::uint32_t limit) const {
  const std::uint32_t relative = has_role(at, "preposition") ? at + 1 : at;
  const bool opens = relative < limit && opens_subordinate(relative);
  const std::uint32_t behind = opens ? behind_relative(relative, limit) : relative;
  return behind != relative ? behind + 1 : at;
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
    } else if (word == "," && t + 1 < list.end && c_.doc.is_capital(t + 1)) {
      // "between Burgas, Batumi and Varna" goes on
    } else if (between && word == "for" && c_.doc.is_capital(t - 1)) {
      // "between the Committee for Trade and the Council" goes on
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
    if (comma && leads_to_aid(t, list.begin)) {
      finish(t);
      return out;
    }
    const bool join = !comma && has_role(t, "join", &end);
    if (!comma && !join) {
      ++t;
      continue;
    }
    finish(t);
    if (comma) end = behind_relative_at(end, list.end);
    const bool opened = now.tokens.empty();
    if (!opened) now = Element{{}, t, false, false, false};
    now.joint = t;
    now.after_comma = now.after_comma || comma;
    now.after_and = now.after_and || join;
    now.bound = between && (join || comma);
    if (join) between = false;
    now.tokens = {end, end};
    t = end;
  }
  finish(list.end);
  return out;
}

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

// How the stretch `right` goes on with the item before it, which starts with `head` and ends with
// `left`; `last`: nothing follows. `commas`: how many part the list.
Phrases::Joint Phrases::joint_of(TokenRange list, std::ptrdiff_t commas, TokenRange head,
                                 TokenRange left, const Element& right, bool last) const {
  const TokenRange r = right.tokens;
  if (right.bound) return Joint::merge;
  const std::uint32_t article = c_.lower(r.begin) == "the" ? 1 : 0;
  const tagger::Tag* state = c_.tags.starting(r.begin + article);
  // "ties with Egypt |and the United States|": two states behind one preposition
  const tagger::Tag* first = c_.tags.covering(left.end - 1);
  const bool two_states =
      first != nullptr && state != nullptr && right.after_and && !right.after_comma &&
      first->label == tagger::Label::state && state->label == tagger::Label::state &&
      first->tokens.begin > left.begin && c_.lower(first->tokens.begin - 1) == "with";
  if (two_states) return Joint::merge;
  // "Mali's |and Niger's accession|"
  const std::string_view owner = c_.lower(left.end - 1);
  if (right.after_and && !right.after_comma && (owner.ends_with("'s") || owner == "s")) {
    return Joint::merge;
  }
  // "the floods in Beira, |Mozambique|"
  const tagger::Tag* town = c_.tags.covering(left.end - 1);
  if (right.after_comma && !right.after_and && town != nullptr && state != nullptr &&
      town->label == tagger::Label::place && state->label == tagger::Label::state &&
      state->tokens.end == r.end && town->tokens.begin > left.begin &&
      has_role(town->tokens.begin - 1, "preposition")) {
    return Joint::merge;
  }
  // "memoranda on trade, on housing and on roads"
  const bool of_cue = list.begin > 0 && c_.lower(r.begin) == c_.lower(list.begin - 1);
  // "papers: on water in the south; on roads": each starts as the list does.
  const bool opened = has_role(list.begin, "preposition") && right.after_comma &&
                      c_.lower(r.begin) == c_.lower(list.begin);
  if (opened) return Joint::separate;
  if (has_role(r.begin, "preposition") && !of_cue && repeats(head, r)) return Joint::share;
  const std::uint32_t tail = last_preposition(left);
  const TokenRange bare{tail == left.end ? left.begin : tail + 1, left.end};
  // "open, inclusive and transparent cooperation"
  const bool degree =
      left.size() > 2 && (c_.lower(left.end - 2) == "more" || c_.lower(left.end - 2) == "an" ||
                          c_.lower(left.end - 2) == "a");
  const bool sure = degree || ends_compound_adjective(left.end - 1);
  const bool adjectives = !bare.empty() && is_adjective(left.end - 1) && (bare.size() <= 3 || sure);
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
    // "reform of the |UN Security Council| and trade"
    if (first != nullptr && first->tokens.end == left.end && first->tokens.size() > 1 &&
        !c_.doc.is_capital(r.begin)) {
      return Joint::separate;
    }
    const std::string_view p = c_.lower(tail);
    // "the recovery of |the region| and climate finance": each stands for itself.
    const bool whole = !bare.empty() && has_role(bare.begin, "determiner");
    if (whole && r.size() == 2 && !c_.doc.is_capital(r.begin)) return Joint::separate;
    const bool shares = p == "of" || p == "in" || p == "on" || p == "against" || p == "about";
    return shares && tail > left.begin && bare.size() <= 2 && r.size() <= 2 ? Joint::share
                                                                            : Joint::merge;
  }
  if (gerund && left.size() >= 2 && left.size() <= 3)
    return r.size() <= 2 ? Joint::share : Joint::separate;
  return Joint::separate;
}

// "ties in the political, trade, economic and humanitarian fields": marks the elements that share
// the head of the last of them with the one before.
void Phrases::join_shared_heads(std::vector<Element>& parts) const {
  for (std::size_t last = 2; last < parts.size(); ++last) {
    const TokenRange r = parts[last].tokens;
    const bool noun =
        r.size() >= 2 && (has_role(r.begin + 1, "light") || has_role(r.begin + 1, "issue"));
    // "political, economic, defence and security issues"
    const bool modified = last >= 3 && r.size() == 2 && parts[last - 2].tokens.size() == 1 &&
                          is_adjective(parts[last - 2].tokens.begin);
    const bool head = noun && (is_adjective(r.begin) || modified) &&
                      (r.size() == 2 || has_role(r.begin + 2, "preposition"));
    if (!head) continue;
    std::size_t first = last;
    while (first > 0 && parts[first - 1].tokens.size() == 1) --first;
    if (first == 0 || first == last) continue;
    if (!is_adjective(parts[first - 1].tokens.end - 1)) continue;
    for (std::size_t i = first; i <= last; ++i) parts[i].bound = true;
  }
}

std::vector<Item> Phrases::split(TokenRange list) const {
  std::vector<Item> raw;
  std::vector<Element> parts = elements(list);
  join_shared_heads(parts);
  const auto commas =
      std::count_if(parts.begin(), parts.end(), [](const Element& e) { return e.after_comma; });
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
    const bool opened = c_.lower(e.tokens.begin) == c_.lower(list.begin);
    if (has_role(e.tokens.begin, "preposition") && !e.bound && !opened &&
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
    switch (joint_of(list, commas, raw.back().pieces.front(), left, e, last)) {
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
  return finished(std::move(raw));
}

// "discussed trade, as well as |considered| the border": behind a verb of talking that goes on.
TokenRange Phrases::behind_talk(TokenRange range) const {
  TokenRange verb;
  const lexicon::Cue* cue = c_.cue(range.begin, c_.cues.agenda, &verb);
  // "will review trade and |deliberate on| the border"
  const bool base = cue != nullptr && verb.size() > 1 && has_role(verb.end - 1, "preposition");
  const bool talks =
      cue != nullptr && (cue->value == "verb" || cue->value == "soft") &&
      (base || c_.lower(range.begin).ends_with("ed") || is_gerund(c_.lower(range.begin)));
  return talks && verb.end < range.end ? trim({verb.end, range.end}) : range;
}

// The items trimmed, without those that name no subject.
std::vector<Item> Phrases::finished(std::vector<Item> raw) const {
  std::vector<Item> out;
  bool clause = false;     // the item before ends in a relative clause with a state
  bool explained = false;  // "the nations of the bloc, that is A, B and C"
  for (const Item& item : raw) {
    const TokenRange whole = item.pieces.back();
    explained = explained || (c_.lower(whole.begin) == "that" && c_.lower(whole.begin + 1) == "is");
    const tagger::Tag* tag = c_.tags.covering(whole.end - 1);
    if (explained && tag != nullptr && tag->label == tagger::Label::state) continue;
    // "a road that will join Mali, |Niger and Chad|": what a relative clause goes on with.
    const bool bare = tag != nullptr && tag->tokens.begin <= whole.begin + 1 &&
                      (tag->label == tagger::Label::state || tag->label == tagger::Label::place);
    if (clause && bare) continue;
    clause = false;
    for (std::uint32_t t = whole.begin + 1; t < whole.end && !clause; ++t) {
      clause = opens_subordinate(t) && tag != nullptr && tag->label == tagger::Label::state;
    }
    Item kept = trimmed(item);
    if (!kept.empty() && !out.empty()) {
      kept.pieces.back() = behind_talk(kept.pieces.back());
      if (kept.pieces.back().empty()) continue;
    }
    // "how trade stands, what its |prospects are|"
    while (!kept.empty() && kept.pieces.back().size() > 1 &&
           (c_.lower(kept.pieces.back().end - 1) == "is" ||
            c_.lower(kept.pieces.back().end - 1) == "are")) {
      --kept.pieces.back().end;
    }
    if (kept.empty() || is_generic(kept.pieces.back())) continue;
    const std::uint32_t first = kept.pieces.front().begin;
    if (!out.empty() && tells_of_item(first)) continue;
    if (has_role(first, "aux") && !skip_verb(kept.pieces.front())) continue;
    const std::string_view last_word = c_.lower(kept.pieces.back().end - 1);
    // "ways of using |it|", but "projects in |IT|"
    const bool pronoun = !c_.doc.is_capital(kept.pieces.back().end - 1);
    if (pronoun && (last_word == "them" || last_word == "it")) continue;
    // "specifically and |pragmatically|"
    if (kept.pieces.size() == 1 && kept.pieces.front().size() == 1 && last_word.ends_with("ally")) {
      continue;
    }
    if (c_.lower(first) == "be" || has_role(first, "pronoun")) continue;
    out.push_back(std::move(kept));
  }
  return out;
}

}  // namespace rapporteur::meetings
