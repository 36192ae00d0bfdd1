// From the first day of a meeting to its last: "opened on Monday ... concludes on Friday", "the
// two-day conference, which began Tuesday", "ended four days of talks on Saturday".

#include <algorithm>
#include <array>
#include <charconv>

#include "clause/word_list.h"
#include "draft.h"
#include "identity/attribution.h"
#include "rapporteur/time/edtf.h"
#include "verbal/journey.h"

namespace rapporteur::meetings {

namespace {

// How far behind its verb a day may stand, in tokens.
constexpr std::uint32_t kReach = 12;
// What lasts longer is no meeting but a process.
constexpr std::int32_t kLongest = 21;
constexpr time::DayNumber kUnset = time::kOpenBegin;

// What a report says of the days of one meeting.
struct Stretch {
  const time::Expression* begin = nullptr;
  const time::Expression* end = nullptr;
  std::int32_t days = 0;
  ByteSpan days_words;
  bool is_over = false;  // "ended": the day that is told is the last one
};

class Stretches {
 public:
  Stretches(const Context& context, Drafts& drafts)
      : c_(context),
        drafts_(drafts),
        attribution_(context, drafts),
        stretch_(context.cues.stretch),
        duration_(context.cues.duration),
        lasting_(context.cues.lasting),
        found_(drafts.drafts.size()) {}

  void run() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(t)].role;
      if (role != text::LineRole::body && role != text::LineRole::headline) continue;
      read(t);
    }
    for (std::size_t d = 0; d < found_.size(); ++d) {
      for (const std::uint32_t i : drafts_.drafts[d].mentions) {
        found_[d].is_over = found_[d].is_over || comes_home(c_, drafts_.mentions[i]);
      }
    }
    for (std::size_t d = 0; d < found_.size(); ++d) apply(found_[d], drafts_.drafts[d].meeting);
    take_ranges();
  }

 private:
  // "|Two days| of talks among experts had preceded it": of others.
  [[nodiscard]] bool goes_ahead(TokenRange days) const {
    constexpr std::uint32_t kNear = 9;
    const std::uint32_t end = std::min(days.end + kNear, c_.sentence(days.begin).end);
    for (std::uint32_t t = days.end; t < end; ++t) {
      if (c_.doc.lower(t) == "preceded" && c_.lower(t + 1) != "by") return true;
    }
    return false;
  }

  void read(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* lasting = c_.cue(t, lasting_, &words);  // "It runs for three days"
    const lexicon::Cue* cue = lasting != nullptr ? lasting : c_.cue(t, duration_, &words);
    const bool tells = cue != nullptr || c_.cue(t, stretch_) != nullptr || goes_on_since(t);
    std::size_t d = tells ? attribution_.at(t) : Attribution::kNone;
    if (d == Attribution::kNone) return;
    const bool told = cue != nullptr && lasting == nullptr && speaks_of_told(words);
    if (told) d = drafts_.main;
    Stretch& out = found_[d];
    // "two days |ago|", "two days |before| the summit" tell when, not how long.
    static constexpr std::array<std::string_view, 6> kWhen{"ago",    "earlier", "later",
                                                           "before", "ahead",   "prior"};
    if (cue != nullptr && (is_one_of(c_.lower(words.end), kWhen) || goes_ahead(words))) return;
    if (cue != nullptr) {
      const bool named =
          lasting != nullptr || attribution_.named_in(c_.doc.sentence_of(t)) || names_event(words);
      if (out.days == 0 && named && (told || is_near_mention(d, words))) {
        std::from_chars(cue->value.data(), cue->value.data() + cue->value.size(), out.days);
        out.days_words = c_.doc.span(words);
        out.is_over = out.is_over || is_behind_after(words.begin);
      }
      return;
    }
    cue = c_.cue(t, stretch_, &words);
    if (cue == nullptr && out.begin == nullptr && goes_on_since(t)) out.begin = day_behind(t + 1);
    if (cue == nullptr || is_only_named(d, words) || is_no_verb(words)) return;
    const record::Fact<record::Kind>& kind = drafts_.drafts[d].meeting.kind;
    const bool leaves = cue->value == "home";  // "She flies home on Friday": from a visit
    if (leaves && (!kind || *kind != record::Kind::visit)) return;
    const bool ends = cue->value == "end" || leaves;
    if (ends && is_near_mention(d, words)) out.is_over = true;
    const time::Expression* day = day_behind(words.end);
    if (day == nullptr) day = day_before(words.begin);
    if (day == nullptr) return;
    const time::Expression*& slot = ends ? out.end : out.begin;
    if (slot == nullptr) slot = day;
  }

  // "|after| two days of talks", "left |following| a successful three-day visit", "at the |close|
  // of two days"
  [[nodiscard]] bool is_behind_after(std::uint32_t token) const {
    constexpr std::uint32_t kNear = 5;
    static constexpr std::array<std::string_view, 4> kAfter{"after", "following", "end",
                                                            "conclusion"};
    const std::uint32_t begin = c_.sentence(token).begin;
    for (std::uint32_t back = 0; back <= kNear && token >= begin + back; ++back) {
      const std::uint32_t t = token - back;
      if (is_one_of(c_.doc.lower(t), kAfter)) return true;
      if (back > 0 && c_.doc.shape(t) != text::Shape::lower) return false;
    }
    return false;
  }

  // "|The three-day meeting| comes ahead of the summit": no mention of its own, and it opens the
  // sentence.
  [[nodiscard]] bool speaks_of_told(TokenRange words) const {
    const TokenRange s = c_.sentence(words.begin);
    const std::string_view article = c_.doc.lower(s.begin);
    const bool opens = words.begin == s.begin + 1 && (article == "the" || article == "this");
    std::uint32_t noun = words.end;
    if (c_.lower(noun) == "long") ++noun;
    TokenRange head;
    if (!opens || c_.cue(noun, c_.cues.head, &head) == nullptr) return false;
    const auto& here = attribution_.in(c_.doc.sentence_of(words.begin));
    return std::none_of(here.begin(), here.end(), [&](const Attribution::Place& p) {
      const TokenRange m = drafts_.mentions[p.mention].tokens;
      return m.begin < head.end && m.end > words.begin;
    });
  }

  // "The |two-day| deliberations": the meeting by another word.
  [[nodiscard]] bool names_event(TokenRange words) const {
    static constexpr std::array<std::string_view, 9> kNouns{
        "deliberations", "event",   "gathering",   "sitting", "proceedings",
        "conclave",      "retreat", "discussions", "sittings"};
    const std::string_view before = words.begin > 0 ? c_.doc.lower(words.begin - 1) : "";
    return (before == "the" || before == "this") && is_one_of(c_.lower(words.end), kNouns);
  }

  // "had |been| at work in the palace |since| Monday", "|is| in Lima |since| Monday"
  [[nodiscard]] bool goes_on_since(std::uint32_t t) const {
    constexpr std::uint32_t kNear = 10;
    if (c_.doc.lower(t) != "since" || c_.time_at(t + 1) == nullptr) return false;
    const std::uint32_t begin = c_.sentence(t).begin;
    for (std::uint32_t back = 1; back <= kNear && t >= begin + back; ++back) {
      const std::string_view word = c_.doc.lower(t - back);
      if (word == "first" || word == "," || word == ";") return false;
      if (word == "been" || word == "is" || word == "are") return true;
    }
    return false;
  }

  // "opens today ... The meeting will run from 25 to 28 February": the days that begin with the one
  // that is told first.
  void take_ranges() const {
    for (const time::Expression& e : c_.times) {
      if (!time::is_date(e.kind) || e.edtf.find('/') == std::string::npos) continue;
      const std::size_t d = attribution_.at(e.tokens.begin);
      const std::optional<time::Days> days = time::days_of(e.edtf);
      if (d == Attribution::kNone || !days || c_.in_dateline(e)) continue;
      record::Meeting& m = drafts_.drafts[d].meeting;
      const bool open = days->first == time::kOpenBegin || days->last == time::kOpenEnd;
      const bool longer = !open && days->last > days->first && days->last - days->first <= kLongest;
      const time::DayNumber told = m.when ? day_of(*m.when) : kUnset;
      // "concluded his visit on Thursday ... was on a visit from Dec. 12 to 14"
      const bool visit = m.kind && *m.kind == record::Kind::visit && told >= days->first &&
                         told <= days->last &&
                         attribution_.named_in(c_.doc.sentence_of(e.tokens.begin));
      if (!longer || told == kUnset || (told != days->first && !visit)) continue;
      if (e.kind == time::Kind::week || e.kind == time::Kind::weekend) continue;
      std::vector<ByteSpan> words = m.when.evidence;
      words.push_back(e.span);
      m.when.set(e.edtf, std::move(words), 0.7F, "meetings/when-stretch");
      m.when_basis = e.basis;
    }
  }

  // The first day that stands behind the verb before another one.
  [[nodiscard]] const time::Expression* day_behind(std::uint32_t from) const {
    const TokenRange s = c_.sentence(from == 0 ? 0 : from - 1);
    const std::uint32_t limit = std::min(from + kReach, s.end);
    for (const time::Expression& e : c_.times_in({from, limit})) {
      const std::uint32_t begin = c_.doc.token_at(e.core.begin);  // "last [until] tomorrow"
      if (begin < from) continue;
      for (std::uint32_t t = from; t < begin; ++t) {
        const std::string_view word = c_.doc.lower(t);
        if (c_.cue(t, stretch_) != nullptr || word == "and" || word == ";") return nullptr;
      }
      if (time::is_date(e.kind) && time::length(e.core_edtf) == 1) return &e;
    }
    return nullptr;
  }

  // "|today| brought to a close", "has |on Friday| ended": the day right before the verb.
  [[nodiscard]] const time::Expression* day_before(std::uint32_t verb) const {
    const TokenRange s = c_.sentence(verb);
    for (const time::Expression& e : c_.times_in({s.begin, verb})) {
      const bool day = time::is_date(e.kind) && time::length(e.core_edtf) == 1;
      if (day && e.tokens.end == verb && !c_.in_dateline(e)) return &e;
    }
    return nullptr;
  }

  // The words stand in the clause that names the meeting, or in one that goes on with it.
  [[nodiscard]] bool is_near_mention(std::size_t d, TokenRange words) const {
    constexpr std::uint32_t kNear = 10;
    constexpr std::uint32_t kNearAlone = 20;  // where no other meeting is named
    const std::uint32_t sentence = c_.doc.sentence_of(words.begin);
    if (!attribution_.named_in(sentence)) return d == drafts_.main;
    const auto& places = attribution_.in(sentence);
    const bool alone = std::all_of(places.begin(), places.end(),
                                   [&](const Attribution::Place& p) { return p.draft == d; });
    const std::uint32_t reach = alone ? kNearAlone : kNear;
    for (const Attribution::Place& place : places) {
      const TokenRange m = drafts_.mentions[place.mention].tokens;
      const bool near = words.begin < m.end + reach && m.begin < words.end + reach;
      if (place.draft == d && near) return true;
    }
    return false;
  }

  // "at the end of the talks", "close cooperation", "put off until March".
  [[nodiscard]] bool is_no_verb(TokenRange words) const {
    constexpr std::size_t kShort = 4;  // letters of "on", "in", "with"
    if (words.begin == 0) return false;
    const std::string_view before = c_.doc.lower(words.begin - 1);
    if (before == "the" || before == "an" || before == "a") return true;
    for (std::uint32_t back = 1; back <= 2 && words.begin >= back; ++back) {
      const lexicon::Cue* status = c_.cue(words.begin - back, c_.cues.status);
      if (status != nullptr && status->value == "postponed") return true;
    }
    const std::string_view word = c_.doc.lower(words.begin);
    // "told the experts to |continue their work| from 26 June", but "are to continue"
    static constexpr std::array<std::string_view, 9> kAhead{
        "is", "are", "was", "were", "due", "set", "scheduled", "expected", "planned"};
    const bool told = words.begin > 1 && before == "to" && word.starts_with("continu");
    if (told && !is_one_of(c_.doc.lower(words.begin - 2), kAhead)) return true;
    if (words.size() != 1 || (word != "close" && word != "open")) return false;
    const std::string_view behind = c_.lower(words.end);
    return c_.time_at(words.end) == nullptr && behind.size() > kShort;
  }

  // "until" and "through" speak of a meeting only beside its name or its verb.
  [[nodiscard]] bool is_only_named(std::size_t d, TokenRange words) const {
    const std::string_view word = c_.doc.lower(words.begin);
    const bool joint = words.size() == 1 && (word == "until" || word == "through" ||
                                             word == "till" || word == "open" || word == "close");
    return joint && !is_near_mention(d, words);
  }

  // The day of an expression or value that is a single one; kUnset.
  static time::DayNumber day_of(const std::string& edtf) {
    const std::optional<time::Days> days = time::days_of(edtf);
    return days && days->first == days->last ? days->first : kUnset;
  }

  // The same, or the day since when something goes on.
  static time::DayNumber first_of(const std::string& edtf) {
    const std::optional<time::Days> days = time::days_of(edtf);
    return days && days->last == time::kOpenEnd ? days->first : day_of(edtf);
  }

  void apply(const Stretch& s, record::Meeting& m) const {
    if (s.days == 1) return;  // "the one-day summit"
    const time::DayNumber told = m.when ? first_of(*m.when) : kUnset;
    if (m.when && told == kUnset) return;
    time::DayNumber first = s.begin != nullptr ? day_of(s.begin->core_edtf) : kUnset;
    time::DayNumber last = s.end != nullptr ? day_of(s.end->core_edtf) : kUnset;
    std::vector<ByteSpan> words;
    if (m.when) words = m.when.evidence;
    if (first == kUnset && last == kUnset && s.days > 1) (s.is_over ? last : first) = told;
    if (first == kUnset && last == kUnset) return;
    if (s.days > 1 && last == kUnset) {
      last = first + s.days - 1;
      words.push_back(s.days_words);
    } else if (s.days > 1 && first == kUnset) {
      first = last - s.days + 1;
      words.push_back(s.days_words);
    } else if (first == kUnset && told < last) {
      first = told;
    } else if (last == kUnset && told > first && s.is_over) {
      last = told;
    }
    if (first == kUnset || last <= first || last - first > kLongest) return;
    if (told != kUnset && (told < first || told > last)) return;
    if (s.begin != nullptr) words.push_back(s.begin->span);
    if (s.end != nullptr) words.push_back(s.end->span);
    m.when.set(time::edtf_of({first, last}), std::move(words), 0.7F, "meetings/when-stretch");
    m.when_basis = record::Basis::resolved;
  }

  const Context& c_;
  Drafts& drafts_;
  Attribution attribution_;
  lexicon::CueClass stretch_;
  lexicon::CueClass duration_;
  lexicon::CueClass lasting_;
  std::vector<Stretch> found_;
};

}  // namespace

void add_stretches(const Context& context, Drafts& drafts) { Stretches(context, drafts).run(); }

}  // namespace rapporteur::meetings
