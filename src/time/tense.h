// Which way the verbs of a sentence point, token by token.
#pragma once

#include <cstddef>
#include <vector>

#include "codes.h"
#include "phrase.h"
#include "rapporteur/text/document.h"

namespace rapporteur::time {

// "The visit |will last| two days", "talks due |to last| until Friday": no last Friday.
bool is_verb_last(const text::Document& doc, std::uint32_t token);

// Fed the tokens of a sentence in order. A date takes the tense of the last verb before it, else
// of the first one behind it: "will meet in Beijing on May 21, a spokesperson said Wednesday".
class TenseTracker {
 public:
  void start_sentence(std::size_t first_phrase, std::uint32_t begin) {
    begin_ = begin;
    tense_ = Tense::unknown;
    first_open_ = first_phrase;
    soft_ = false;
    plan_ = false;
    passive_ = false;
    near_ = Tense::unknown;
    moved_ = false;
    moved_to_ = false;
    agreed_ = false;
    asks_ = false;
    invited_ = 0;
    just_verb_ = false;
    held_ = 0;
  }

  // Another token that belongs to no date. Phrases since the start of the sentence that have
  // no tense yet get that of the first verb behind them.
  void see(const Item& item, const text::Document& doc, std::uint32_t token,
           std::vector<Phrase>& phrases);

  // "a meeting for Friday", "postponed to Friday": a weekday behind `item` lies ahead.
  void see_before_weekday(const Item& item);

  // Gives the dates from number `first` on their tense; "ahead of" and "following" bind the
  // next date only.
  void mark(std::vector<Phrase>& phrases, std::size_t first);

 private:
  void near(Tense tense, bool loose);
  void drop_plan(std::vector<Phrase>& phrases);
  void verb(Tense tense, bool soft, std::vector<Phrase>& phrases);

  Tense tense_ = Tense::unknown;
  Tense near_ = Tense::unknown;
  bool soft_ = false;
  bool plan_ = false;           // "the summit planned for", not "was planned for"
  bool passive_ = false;        // a participle may follow: "will be [officially] held"
  bool near_is_loose_ = false;  // a verb between undoes it
  bool just_verb_ = false;      // the last token was one
  bool moved_ = false;          // "postponed"
  bool moved_to_ = false;       // "postponed |to|": the day right behind lies ahead
  bool agreed_ = false;         // "agreed to": on what is done, not on when
  bool asks_ = false;           // "invited A": what A is asked to do is still to come
  int invited_ = 0;             // so many more tokens are near "invited"
  int held_ = 0;                // so many more tokens are near "was held"
  std::size_t first_open_ = 0;
  std::uint32_t begin_ = 0;  // of the sentence
};

}  // namespace rapporteur::time
