#include "rapporteur/time/recogniser.h"

#include <algorithm>
#include <memory_resource>
#include <utility>

#include "grammar.h"
#include "resolver.h"
#include "tense.h"
#include "vocabulary.h"

namespace rapporteur::time {

namespace {

using text::LineRole;

bool is_read(LineRole role) { return role != LineRole::boilerplate && role != LineRole::blank; }

// The text names years before 1000 in a way that leaves no doubt: "c. 347", "AD 842".
bool is_ancient(const text::Document& doc, std::span<const Item> items) {
  for (std::uint32_t t = 0; t < doc.size(); ++t) {
    if (items[t].code != Code::number || items[t].digits != 3 || items[t].value < 100) continue;
    const Code before = t > 0 ? items[t - 1].code : Code::none;
    const Code behind = t + 1 < doc.size() ? items[t + 1].code : Code::none;
    if (before == Code::epoch || behind == Code::epoch) return true;
    const bool stop = before == Code::stop && t > 1;
    const Item& leader = items[stop ? t - 2 : t > 0 ? t - 1 : 0];
    if (leader.code == Code::approximate && leader.value == 1) return true;
  }
  return false;
}

// "on 7 September, |daily| Cumhuriyet wrote": who tells it, not how often.
bool is_newspaper(const text::Document& doc, std::uint32_t token) {
  const std::string_view word = doc.lower(token);
  return (word == "daily" || word == "weekly") && token + 1 < doc.size() &&
         doc.is_capital(token + 1);
}

// Dates that come every year: "every year from June to September", "annually on 31 August".
class Habits {
 public:
  void start_sentence() { since_ = behind_date_ = kFar; }
  void see(const Item& item, std::vector<Phrase>& phrases) {
    ++behind_date_;
    if (item.code != Code::habit) {
      since_ = std::min(since_ + 1, kFar);
      return;
    }
    since_ = 0;  // "Independence Day is marked annually"
    if (behind_date_ <= kNear && of_any_year(phrases.back())) {
      phrases.back().kind = Kind::recurring;
    }
  }
  // Marks the phrases from number `first` on.
  void mark(std::vector<Phrase>& phrases, std::size_t first, const Item& item) {
    for (std::size_t i = first; i < phrases.size(); ++i) {
      if (since_ < kNear && of_any_year(phrases[i])) phrases[i].kind = Kind::recurring;
    }
    const bool yearly = item.code == Code::every && phrases.back().kind == Kind::recurring;
    if (yearly && behind_date_ <= kNear && first > 0 && of_any_year(phrases[first - 1])) {
      phrases[first - 1].kind = Kind::recurring;  // "from May to October every year"
    }
    behind_date_ = 0;
    since_ = yearly ? 0 : kFar;
  }

 private:
  static constexpr int kNear = 4;  // words between
  static constexpr int kFar = 100;
  static bool of_any_year(const Phrase& phrase) {
    const Point& p = phrase.first;
    if (p.year != 0 || p.year_base != Base::none) return false;
    return p.form == Form::feast ||
           (p.form == Form::calendar && p.day == 0 && (p.weekday != 0 || p.month != 0)) ||
           (p.form == Form::calendar && p.day != 0 && p.month != 0 && p.weekday == 0);
  }
  int since_ = kFar;        // words since "annually"
  int behind_date_ = kFar;  // words since the last date
};

// Only a comma and a preposition stand between the two.
bool follows_closely(const text::Document& doc, const Phrase& before, const Phrase& phrase) {
  constexpr Pos kNear = 3;
  const Pos begin = before.tokens.end;
  const Pos end = phrase.tokens.begin;
  if (begin >= end || end - begin > kNear || doc.word(begin) != ",") return false;
  for (Pos t = begin + 1; t < end; ++t) {
    const std::string_view word = doc.lower(t);
    if (word != "on" && word != "in" && word != "from" && word != "at" && word != "the") {
      return false;
    }
  }
  return true;
}

bool lacks_year(const Point& p) {
  return p.form == Form::calendar && p.year == 0 && p.year_base == Base::none && p.month != 0;
}

// "a year ago", "last year", "next year"
bool counts_years(const Phrase& phrase) {
  const Point& p = phrase.first;
  const bool counted = p.form == Form::shift && p.unit == Unit::year && p.base == Base::anchor;
  return counted && phrase.kind == Kind::year && !phrase.is_range && phrase.bound == Bound::none;
}

void set_year(const Phrase& year, Phrase& phrase) {
  for (Point* p : {&phrase.first, &phrase.last}) {
    if (!lacks_year(*p)) continue;
    p->year_base = year.first.base;
    p->year_shift = static_cast<std::int16_t>(year.first.count);
  }
}

// "a year ago, on |4 and 5 December|", "on |4 December| two years ago": days of the year that is
// said beside them.
void share_years(const text::Document& doc, std::vector<Phrase>& phrases) {
  for (std::size_t i = 1; i < phrases.size(); ++i) {
    Phrase& one = phrases[i - 1];
    Phrase& other = phrases[i];
    if (counts_years(one) && follows_closely(doc, one, other)) set_year(one, other);
    if (counts_years(other) && one.tokens.end == other.tokens.begin) set_year(other, one);
  }
}

// All expressions of the text, unresolved.
std::vector<Phrase> phrases_of(const text::Document& doc, std::span<const Item> items) {
  std::vector<Phrase> phrases;
  phrases.reserve(doc.size() / 24);
  Grammar grammar(doc, items);
  grammar.set_ancient(is_ancient(doc, items));
  TenseTracker tracker;
  Habits habits;
  for (const text::Sentence& sentence : doc.sentences()) {
    if (!is_read(sentence.role)) continue;
    grammar.enter(sentence);
    tracker.start_sentence(phrases.size(), sentence.tokens.begin);
    habits.start_sentence();
    for (Pos at = sentence.tokens.begin; at < sentence.tokens.end;) {
      const std::size_t size = phrases.size();
      const bool starts = Grammar::starts(items[at]);
      const Pos end = starts ? grammar.expression(at, phrases) : kFail;
      if (end == kFail) {
        tracker.see(items[at], doc, at, phrases);
        if (!is_newspaper(doc, at)) habits.see(items[at], phrases);
        at += items[at].length;
        continue;
      }
      if (phrases[size].first.is_bare_weekday()) {
        const bool behind = phrases[size].bound == Bound::none;
        const Pos leader = behind ? std::max(at, sentence.tokens.begin + 1) - 1 : at;
        tracker.see_before_weekday(items[leader]);
      }
      tracker.mark(phrases, size);
      habits.mark(phrases, size, items[at]);
      at = end;
    }
  }
  share_years(doc, phrases);
  return phrases;
}

}  // namespace

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::day:
      return "day";
    case Kind::interval:
      return "interval";
    case Kind::weekend:
      return "weekend";
    case Kind::week:
      return "week";
    case Kind::month:
      return "month";
    case Kind::season:
      return "season";
    case Kind::quarter:
      return "quarter";
    case Kind::year:
      return "year";
    case Kind::decade:
      return "decade";
    case Kind::century:
      return "century";
    case Kind::holiday:
      return "holiday";
    case Kind::vague:
      return "vague";
    case Kind::reference:
      return "reference";
    case Kind::time_of_day:
      return "time-of-day";
    case Kind::duration:
      return "duration";
    case Kind::recurring:
      return "recurring";
  }
  return {};
}

bool is_date(Kind kind) {
  return kind != Kind::time_of_day && kind != Kind::duration && kind != Kind::recurring;
}

struct Wordings::Impl {
  std::vector<Phrase> phrases;
};

Wordings::Wordings(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Wordings::Wordings(Wordings&&) noexcept = default;
Wordings& Wordings::operator=(Wordings&&) noexcept = default;
Wordings::~Wordings() = default;

struct Recogniser::Impl {
  Vocabulary vocabulary;
};

Recogniser::Recogniser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;
Recogniser::~Recogniser() = default;

Result<Recogniser> Recogniser::load(const Pack& pack) {
  auto vocabulary = Vocabulary::load(pack);
  if (!vocabulary) return vocabulary.error();
  return Recogniser(std::make_unique<Impl>(Impl{std::move(*vocabulary)}));
}

Wordings Recogniser::scan(const text::Document& doc, Scratch& scratch) const {
  std::pmr::vector<Item> items(doc.size(), scratch.arena.resource());
  impl_->vocabulary.classify(doc, items);
  return Wordings(std::make_unique<Wordings::Impl>(Wordings::Impl{phrases_of(doc, items)}));
}

void Recogniser::resolve(const text::Document& doc, const Wordings& wordings, const Anchor& anchor,
                         std::vector<Expression>& out) const {
  Resolver(doc, impl_->vocabulary, anchor).resolve(wordings.impl_->phrases, out);
}

void Recogniser::find(const text::Document& doc, const Anchor& anchor, Scratch& scratch,
                      std::vector<Expression>& out) const {
  resolve(doc, scan(doc, scratch), anchor, out);
}

}  // namespace rapporteur::time
