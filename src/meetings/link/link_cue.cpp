// Links that words between two meetings say: "on the sidelines of".

#include <algorithm>
#include <utility>

#include "link/link_finder.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Relation;

// The draft whose mention starts at or after `from` and before `until`, the first; or kNone.
std::size_t Links::first_after(std::uint32_t from, std::uint32_t until,
                               std::uint32_t* where) const {
  const auto it = std::lower_bound(places_.begin(), places_.end(), Place{from, 0});
  const bool found = it != places_.end() && it->at < until;
  if (where != nullptr) *where = found ? it->at : until;
  return found ? it->draft : Attribution::kNone;
}

// The last one that starts at or after `from` and before `until`.
std::size_t Links::last_before(std::uint32_t until, std::uint32_t from) const {
  const auto it = std::lower_bound(places_.begin(), places_.end(), Place{until, 0});
  if (it == places_.begin() || (it - 1)->at < from) return Attribution::kNone;
  return (it - 1)->draft;
}

// "on the sidelines of |the Assembly|": the draft that the report calls by a longer name with that
// noun, where there is one alone; or kNone.
std::size_t Links::called(std::uint32_t begin) const {
  const std::uint32_t behind = begin + 2;
  if (c_.lower(begin) != "the" || behind > c_.doc.size() || !c_.doc.is_capital(begin + 1)) {
    return Attribution::kNone;
  }
  // "the Assembly |Mr. Li| met": the name is one word long.
  const bool goes_on = behind < c_.doc.size() && c_.doc.is_capital(behind) &&
                       c_.matches.find(behind, lexicon::Channel::honorific) == nullptr &&
                       c_.cast.starting(behind) == nullptr;
  if (goes_on) return Attribution::kNone;
  const std::string wanted = catalogue::fold(c_.doc.word(begin + 1));
  std::size_t found = Attribution::kNone;
  for (std::size_t d = oldest_draft(drafts_); d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    const auto ends = [&](const record::Fact<std::string>& name) {
      return name && catalogue::fold(*name).ends_with(" " + wanted);
    };
    if (!ends(m.organ) && !ends(m.name)) continue;
    if (found != Attribution::kNone) return Attribution::kNone;
    found = d;
  }
  return found;
}

// "on the sidelines of": which meeting is beside which; false: nothing is said.
bool Links::place_beside(CueLink& l) const {
  constexpr std::size_t kNone = Attribution::kNone;
  const std::size_t named = called(l.words.end);
  if (named != kNone && named != l.source) {
    if (l.source == kNone && l.target != named) l.source = l.target;
    l.target = named;
    return true;
  }
  if (l.target == kNone) {
    // "on the sidelines of the G20": of a meeting that the report does not tell
    if (c_.lower(l.words.end - 1) == "of" && !is_session(main_meeting())) return false;
    l.target = drafts_.main;
  } else if ((l.source == kNone || l.source == l.target) && !place_in_front(l)) {
    return false;
  }
  // "During the meeting, leaders will meet the delegations": the side meeting is that one.
  const bool aside = !is_of_body(l.target) && !is_company(drafts_.drafts[l.target].meeting);
  if (l.source == drafts_.main && l.target != drafts_.main && aside) {
    std::swap(l.source, l.target);
  }
  return true;
}

// "On the sidelines of the summit, X met Y": nothing but the target stands before the words.
bool Links::place_in_front(CueLink& l) const {
  const std::size_t behind = first_after(l.target_at + 1, l.sentence.end);
  if (behind != Attribution::kNone) {
    if (behind != l.target) l.source = behind;
    return l.source != Attribution::kNone;
  }
  // "The conversation took place |on the occasion of| the session": what the report is about.
  const bool told = l.words.begin > l.sentence.begin && is_between_some(main_meeting()) &&
                    is_session(drafts_.drafts[l.target].meeting);
  if (told) {
    l.source = drafts_.main;
    return true;
  }
  std::swap(l.source, l.target);
  if (l.source == Attribution::kNone) return false;
  l.target = drafts_.main;
  return true;
}

// "ahead of", "a follow-up to": which meeting comes before which; false: nothing is left to say.
bool Links::place_apart(CueLink& l) {
  // "Ahead of the BNC |there will be| a meeting of officials": what stands behind comes first.
  const bool opens = l.words.begin == l.sentence.begin && is_before(l.words);
  if (opens && l.target != Attribution::kNone && behind_there(l.words.end, l.target_at)) {
    for (const std::size_t one : named_in({l.target_at, l.sentence.end})) {
      if (!is_session(drafts_.drafts[one].meeting)) continue;
      add(one, drafts_.main, l.relation, {c_.doc.span(l.words)}, 0.6F, "meetings/link-cue");
    }
    return false;
  }
  if (l.target == Attribution::kNone) return false;
  if (l.source == Attribution::kNone || l.source == l.target) {
    const std::size_t behind = first_after(l.target_at + 1, l.sentence.end);
    l.source = behind != Attribution::kNone && behind != l.target ? behind : drafts_.main;
  }
  return true;
}

// Puts the one that prepares first; false: neither prepares the other.
bool Links::order_preparation(CueLink& l) const {
  // "The session |preceded by| a meeting of officials": by those behind the words.
  const bool behind = c_.lower(l.words.begin) == "preceded";
  if (behind || is_higher(l.source, l.target)) std::swap(l.source, l.target);
  if (is_over(l.target, l.source)) {
    // "The summit met, prepared by its ministers the day before."
    if (is_higher(l.target, l.source) ||
        !comes_before(drafts_.drafts[l.target].meeting, drafts_.drafts[l.source].meeting)) {
      return false;
    }
    std::swap(l.source, l.target);
  }
  // No body prepares its own next session.
  const record::Meeting& from = drafts_.drafts[l.source].meeting;
  const record::Meeting& to = drafts_.drafts[l.target].meeting;
  if (from.organ && to.organ && same_organ(*from.organ, *to.organ)) return false;
  // A visit "ahead of" a summit is no preparation.
  return !is_before(l.words) || is_session(from);
}

void Links::by_cue(std::uint32_t t) {
  TokenRange words;
  const lexicon::Cue* cue = c_.cue(t, c_.cues.link, &words);
  if (cue == nullptr) return;
  const std::optional<Relation> relation = record::from_string<Relation>(cue->value);
  if (!relation) return;
  const TokenRange s = c_.sentence(t);
  if (*relation == Relation::sidelines && is_bare_aside(words)) return by_bare_aside(words, s);
  CueLink l{*relation, words, s};
  l.target = first_after(words.end, s.end, &l.target_at);
  l.source = last_before(words.begin, s.begin);
  const bool placed = *relation == Relation::sidelines ? place_beside(l) : place_apart(l);
  if (!placed || l.source == Attribution::kNone || l.target == Attribution::kNone ||
      l.source == l.target) {
    return;
  }
  if (*relation == Relation::prepares && !order_preparation(l)) return;
  if (*relation == Relation::sidelines && lies_apart(l.source, l.target)) return;
  if (*relation == Relation::sidelines && is_talked_of(l)) return;
  for (const std::size_t one : told_with(l.source, s)) {
    if (one == l.target) continue;
    add(one, l.target, *relation, {c_.doc.span(words)}, 0.7F, "meetings/link-cue");
  }
}

// "During the meeting they |discussed preparations for| the 10th summit": what was talked about.
bool Links::is_talked_of(const CueLink& l) const {
  if (c_.cue(l.words.end - 1, c_.cues.head) == nullptr) return false;
  bool talked = false;
  for (std::uint32_t t = l.words.end; t < l.target_at; ++t) {
    const lexicon::Cue* link = c_.cue(t, c_.cues.link);
    const bool prepares = link != nullptr && link->value == "prepares";
    if (c_.cue(t, c_.cues.verb) != nullptr) return false;
    talked = talked || prepares || c_.cue(t, c_.cues.agenda) != nullptr ||
             c_.cue(t, c_.cues.background) != nullptr;
  }
  return talked;
}

// "X and Y met |in Geneva on Tuesday| during the session": behind where and when.
std::uint32_t Links::behind_circumstances(std::uint32_t t) const {
  for (const std::uint32_t end = c_.sentence(t).end; t + 1 < end;) {
    const std::uint32_t first = c_.lower(t) == "on" ? t + 1 : t;
    const time::Expression* day = c_.time_at(first);
    const tagger::Tag* town = c_.lower(t) == "in" ? c_.tags.starting(t + 1) : nullptr;
    if (day != nullptr && day->tokens.begin == first) {
      t = day->tokens.end;
    } else if (town != nullptr && town->label == tagger::Label::place) {
      t = town->tokens.end;
    } else {
      break;
    }
  }
  return t;
}

// "X met Y |at the G20 Summit| in Rome": beside the summit, and where it is.
void Links::by_occasion(std::size_t d) {
  constexpr std::uint32_t kNear = 6;
  if (!is_between_some(drafts_.drafts[d].meeting)) return;
  for (const std::uint32_t i : drafts_.drafts[d].mentions) {
    const Mention& m = drafts_.mentions[i];
    const std::uint32_t link = behind_circumstances(m.tokens.end);
    const std::string_view word = c_.lower(link);
    const bool apart = word == "during" && m.people.size() == 2;
    if (!m.verbal || (!apart && (m.objects.empty() || word != "at"))) continue;
    const std::uint32_t end = std::min(link + kNear, c_.sentence(m.trigger.begin).end);
    const std::size_t whole = first_after(link + 1, end);
    if (whole == Attribution::kNone || whole == d) continue;
    const record::Meeting& occasion = drafts_.drafts[whole].meeting;
    const bool known = occasion.organisation || occasion.organ;
    if (!is_session(occasion) || !known || has(d, Relation::sidelines)) continue;
    add(d, whole, Relation::sidelines, {c_.doc.span({link, link + 1})}, 0.6F, "meetings/link-cue");
    take_place(drafts_.drafts[d].meeting, occasion);
  }
}

// "|In the margins|, the general was received": the words do not say of what.
bool Links::is_bare_aside(TokenRange words) const {
  const std::string_view last = c_.lower(words.end - 1);
  return last == "margins" || last == "sidelines" || last == "occasion";
}

// All that the sentence tells beside the meeting that the report is about.
void Links::by_bare_aside(TokenRange words, TokenRange sentence) {
  if (!is_company(main_meeting())) return;
  for (const std::size_t one : named_in(sentence)) {
    const record::Meeting& m = drafts_.drafts[one].meeting;
    if (one == drafts_.main || (m.kind && *m.kind == record::Kind::visit)) continue;
    add(one, drafts_.main, Relation::sidelines, {c_.doc.span(words)}, 0.7F, "meetings/link-cue");
  }
}

// "met the ministers of Peru, Chile and Ghana": all that the same words of sentence `s` tell.
std::vector<std::size_t> Links::told_with(std::size_t draft, TokenRange s) const {
  std::vector<std::size_t> out{draft};
  const auto first = std::lower_bound(places_.begin(), places_.end(), Place{s.begin, 0});
  const auto own = std::find_if(first, places_.end(), [&](const Place& place) {
    return place.draft == draft || place.at >= s.end;
  });
  if (own == places_.end() || own->at >= s.end) return out;
  for (auto it = first; it != places_.end() && it->at <= own->at; ++it) {
    if (it->at == own->at && it->draft != draft) out.push_back(it->draft);
  }
  return out;
}

// "the BNC |there will be|" in [from, until): a clause of its own begins.
bool Links::behind_there(std::uint32_t from, std::uint32_t until) const {
  constexpr std::uint32_t kReach = 12;  // tokens
  for (std::uint32_t t = from; t + 1 < until && t < from + kReach; ++t) {
    if (c_.lower(t) == "there") return true;
  }
  return false;
}

// The drafts that are named in `range`, each once.
std::vector<std::size_t> Links::named_in(TokenRange range) const {
  std::vector<std::size_t> out;
  auto it = std::lower_bound(places_.begin(), places_.end(), Place{range.begin, 0});
  for (; it != places_.end() && it->at < range.end; ++it) {
    if (std::find(out.begin(), out.end(), it->draft) == out.end()) out.push_back(it->draft);
  }
  return out;
}

// The one is over before the other begins, by more than `days`.
bool Links::is_over(std::size_t one, std::size_t other, int days) const {
  const record::Meeting& a = drafts_.drafts[one].meeting;
  const record::Meeting& b = drafts_.drafts[other].meeting;
  if (!a.when || !b.when) return false;
  const std::optional<time::Days> first = time::days_of(*a.when);
  const std::optional<time::Days> second = time::days_of(*b.when);
  return first && second && first->last + days < second->first;
}

// "During the meeting they reviewed the decisions |of the 11th session| in May": one of the same
// row or of another time, which is only spoken of.
bool Links::lies_apart(std::size_t one, std::size_t other) const {
  constexpr int kFew = 3;  // days that an event beside a summit may lie off it
  const record::Meeting& a = drafts_.drafts[one].meeting;
  const record::Meeting& b = drafts_.drafts[other].meeting;
  const bool row = a.organ && b.organ && same_organ(*a.organ, *b.organ);
  return row || is_over(one, other, kFew) || is_over(other, one, kFew);
}

// "ahead of", "in the run-up to": words that tell no more than when.
bool Links::is_before(TokenRange words) const {
  const std::string_view first = c_.lower(words.begin);
  return first == "ahead" || first == "run" || c_.lower(words.end - 2) == "advance" ||
         c_.lower(words.begin + 2) == "run";
}

bool Links::is_of_body(std::size_t d) const { return !drafts_.drafts[d].bilateral; }

}  // namespace rapporteur::meetings
