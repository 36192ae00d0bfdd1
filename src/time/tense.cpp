#include "tense.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur::time {

namespace {

constexpr int kHeld = 8;   // tokens from "was held" to its day
constexpr int kGuest = 8;  // tokens from "invited" over the guest to "to"

// "had been", "had originally been"
bool follows_had(const text::Document& doc, std::uint32_t token) {
  if (token > 1 && doc.lower(token - 1).ends_with("ly")) --token;
  return token > 0 && doc.lower(token - 1) == "had";
}

// "the summit |planned| for May"; not "originally planned", "was planned", which may be past.
bool is_standing_plan(const text::Document& doc, std::uint32_t token) {
  static constexpr std::array<std::string_view, 8> kPast{
      "originally", "initially", "first", "once", "previously", "was", "were", "been"};
  if (token == 0) return false;
  return std::find(kPast.begin(), kPast.end(), doc.lower(token - 1)) == kPast.end();
}

// "the summit, |hosted| by Peru, on Friday", "will meet on Monday, |attended| by observers": the
// participle has no time of its own.
bool is_aside(const text::Document& doc, std::uint32_t token) {
  const bool by = token + 1 < doc.size() && doc.lower(token + 1) == "by";
  if (!by || token < 2) return false;
  const std::uint32_t before = doc.lower(token - 1) == "also" ? token - 2 : token - 1;
  return doc.lower(before) == "," && doc.lower(token).ends_with("ed");
}

// "|invited| A", "|urged| A", "|agreed| on Monday": what is to be done comes later.
bool asks(std::string_view verb) {
  static constexpr std::array<std::string_view, 10> kAsk{
      "invited",    "urged",  "asked",   "requested", "tasked",
      "instructed", "agreed", "decided", "promised",  "pledged"};
  return std::find(kAsk.begin(), kAsk.end(), verb) != kAsk.end();
}

}  // namespace

bool is_verb_last(const text::Document& doc, std::uint32_t token) {
  static constexpr std::array<std::string_view, 8> kModals{"will",  "would", "to",    "shall",
                                                           "could", "may",   "might", "should"};
  return token > 0 && doc.lower(token) == "last" &&
         std::find(kModals.begin(), kModals.end(), doc.lower(token - 1)) != kModals.end();
}

void TenseTracker::verb(Tense tense, bool soft, std::vector<Phrase>& phrases) {
  tense_ = tense;
  soft_ = soft;
  plan_ = false;
  just_verb_ = true;
  if (near_is_loose_) near_ = Tense::unknown;
  for (; first_open_ < phrases.size(); ++first_open_) {
    Phrase& phrase = phrases[first_open_];
    if (phrase.tense != Tense::unknown) continue;
    phrase.tense = tense;
    phrase.tense_is_soft = soft;
  }
}

// "The visit to Lima |on Sunday| has been cancelled": the day was planned; but "|On Sunday| the
// visit was cancelled".
void TenseTracker::drop_plan(std::vector<Phrase>& phrases) {
  for (std::size_t i = first_open_; i < phrases.size(); ++i) {
    if (phrases[i].tense != Tense::unknown || phrases[i].tokens.begin <= begin_ + 1) continue;
    phrases[i].tense = Tense::future;
    phrases[i].tense_is_soft = true;
  }
  moved_ = true;
}

void TenseTracker::see(const Item& item, const text::Document& doc, std::uint32_t token,
                       std::vector<Phrase>& phrases) {
  moved_to_ = moved_ && (item.code == Code::to || item.code == Code::until);
  // "invited A |to| the summit in May": still to come
  if (invited_ > 0 && doc.lower(token) == "to") verb(Tense::future, false, phrases);
  invited_ = doc.lower(token) == "invited" ? kGuest : invited_ > 0 ? invited_ - 1 : 0;
  asks_ = asks_ || asks(doc.lower(token));
  const bool opens_clause = item.code == Code::that && just_verb_;
  just_verb_ = false;
  // "agreed to open it |during| talks on Monday", "|at a meeting|": where they agreed.
  const bool where = (item.code == Code::past && item.value == 3) || doc.lower(token) == "during";
  if (where) {
    if (agreed_) verb(Tense::past, false, phrases);
    agreed_ = false;
    return;
  }
  if (opens_clause && tense_ == Tense::past) {  // "approved that the summit in June should ..."
    tense_ = Tense::unknown;
    first_open_ = phrases.size();
    return;
  }
  // "A date has been agreed|:| 26 January": what follows is a clause of its own.
  if (doc.lower(token) == ":") {
    tense_ = Tense::unknown;
    first_open_ = phrases.size();
    held_ = 0;
    return;
  }
  // "was held in Lima in May", but "was held to prepare the summit in May"
  const bool other = item.code == Code::to || item.code == Code::aim ||
                     item.code == Code::forward || item.past_form;
  held_ = !other && held_ > 0 ? held_ - 1 : 0;
  switch (item.code) {
    case Code::future: {
      // "A |to meet| B on Friday", of a title; not "A flew to Lima |to meet| B on Friday".
      // "invited A |to visit| Lima in May" is still to come.
      if (item.value == 6 && tense_ != Tense::unknown && !asks_) return;
      // "on Sunday |agreed to| meet in May": the day before is past.
      const bool agreement = item.value == 3 || item.value == 5;
      if (agreement && !passive_) verb(Tense::past, false, phrases);
      agreed_ = item.value == 3;
      // "was scheduled [to be held]" is a plan that may be past; "is scheduled" is not, nor is
      // "the summit, due in February".
      const bool due = item.value == 4 && token > 0 && doc.lower(token - 1) == ",";
      const bool plan = (item.value == 2 || (item.value == 4 && !due)) && !passive_;
      verb(Tense::future, plan || (item.value == 1 && soft_), phrases);
      plan_ = plan && is_standing_plan(doc, token);
      passive_ = item.value == 1;
      return;
    }
    case Code::past:
      if (item.value == 5) drop_plan(phrases);
      if (!passive_) verb(Tense::past, false, phrases);
      passive_ = false;
      moved_ = moved_ || item.value == 1;
      held_ = item.value == 4 ? kHeld : 0;
      return;
    case Code::present:
      if (!soft_) tense_ = Tense::unknown;  // "are now haggling over a day in October"
      passive_ = true;
      return;
    case Code::be:  // "had been slated for May" is a plan that may be past
      passive_ = doc.lower(token) != "been" || !follows_had(doc, token);
      return;
    case Code::forward:  // "ahead of Friday's summit", but "ahead of it, they met on Friday"
      near(Tense::future, true);
      return;
    case Code::back:
      near(Tense::past, false);
      return;
    case Code::same:  // "following Monday's talks"
      near(item.value > 0 ? Tense::past : Tense::unknown, false);
      return;
    case Code::direction:  // "the upcoming talks on Friday", "the last talks, on Friday"
      if (item.value != 0 && !is_verb_last(doc, token))
        near(item.value > 0 ? Tense::future : Tense::past, true);
      return;
    case Code::none:
      if (is_aside(doc, token)) return;
      if (item.past_form && !passive_) verb(Tense::past, false, phrases);
      if (passive_) {
        const std::string_view word = doc.lower(token);
        passive_ = word.size() > 3 && word.ends_with("ly");
      }
      return;
    default:
      return;
  }
}

void TenseTracker::near(Tense tense, bool loose) {
  near_ = tense;
  near_is_loose_ = loose;
}

void TenseTracker::see_before_weekday(const Item& item) {
  const bool moved = moved_ && (item.code == Code::to || item.code == Code::until);
  if (item.code == Code::aim || moved) near(Tense::future, false);
}

void TenseTracker::mark(std::vector<Phrase>& phrases, std::size_t first) {
  for (std::size_t i = first; i < phrases.size(); ++i) {
    phrases[i].tense = moved_to_ ? Tense::future : near_ != Tense::unknown ? near_ : tense_;
    phrases[i].tense_is_soft = near_ == Tense::unknown && soft_;
    phrases[i].is_planned = phrases[i].tense_is_soft && plan_;
    phrases[i].is_over = near_ == Tense::unknown && held_ > 0 && !moved_to_;
  }
  moved_to_ = false;
  near_ = Tense::unknown;
}

}  // namespace rapporteur::time
