#include "tense.h"

namespace rapporteur::time {

void TenseTracker::verb(Tense tense, std::vector<Phrase>& phrases) {
  tense_ = tense;
  for (; first_open_ < phrases.size(); ++first_open_) {
    Phrase& phrase = phrases[first_open_];
    if (phrase.tense == Tense::unknown) phrase.tense = tense;
  }
}

void TenseTracker::see(const Item& item, const text::Document& doc, std::uint32_t token,
                       std::vector<Phrase>& phrases) {
  switch (item.code) {
    case Code::future:
      verb(Tense::future, phrases);
      passive_ = item.value == 1;
      return;
    case Code::past:
      if (!passive_) verb(Tense::past, phrases);
      passive_ = false;
      return;
    case Code::be:
    case Code::present:
      passive_ = true;
      return;
    case Code::forward:
      near_ = Tense::future;
      return;
    case Code::back:
      near_ = Tense::past;
      return;
    case Code::same:  // "following Monday's talks"
      near_ = item.value > 0 ? Tense::past : Tense::unknown;
      return;
    case Code::none:
      if (item.past_form && !passive_) verb(Tense::past, phrases);
      if (passive_) {
        const std::string_view word = doc.lower(token);
        passive_ = word.size() > 3 && word.ends_with("ly");
      }
      return;
    default:
      return;
  }
}

Tense TenseTracker::take() {
  const Tense tense = near_ != Tense::unknown ? near_ : tense_;
  near_ = Tense::unknown;
  return tense;
}

}  // namespace rapporteur::time
