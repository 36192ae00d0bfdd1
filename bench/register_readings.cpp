#include "register_readings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <utility>
#include <vector>

#include "random.h"
#include "rapporteur/base/digest.h"

namespace rapporteur::bench {
namespace {

constexpr std::size_t kReportsOfASession = 20;
constexpr std::size_t kSessionsOfASeries = 20;
constexpr std::size_t kShuffled = 2000;  // readings of a few days
constexpr std::size_t kStep = 1237;      // shares no divisor with kShuffled
constexpr int kWords = 400;
constexpr int kSeats = 8;         // who may come for a body
constexpr std::size_t kTerm = 5;  // sessions until a seat changes hands
constexpr int kFirstYear = 1990;

constexpr const char* kSyllables[] = {"ba",  "den", "ki",  "lor", "mu",  "nas", "po",  "rin",
                                      "sel", "tav", "vo",  "gar", "hel", "jo",  "kun", "zim",
                                      "fer", "dal", "oth", "wes", "yar", "lim", "cor", "pel"};
constexpr const char* kFiller[] = {
    "the",       "delegations", "considered", "progress", "in",      "work",       "on",
    "roads",     "and",         "railways",   "while",    "experts", "prepared",   "a",
    "report",    "about",       "water",      "energy",   "of",      "members",    "who",
    "expressed", "hope",        "that",       "further",  "steps",   "would",      "follow",
    "before",    "autumn",      "for",        "trade",    "between", "neighbours", "with",
    "attention", "to",          "borders",    "farms",    "schools"};
constexpr const char* kStates[] = {"KZ", "UZ", "KG", "TJ", "PE", "CL", "BR", "IN", "KE", "GH"};
constexpr const char* kOffices[] = {"Minister of Foreign Affairs", "Minister of Transport",
                                    "Secretary of the Security Council", "Prime Minister"};
constexpr const char* kCouncils[] = {"Council of Foreign Ministers",
                                     "Council of Transport Ministers",
                                     "Security Council Secretaries", "Council of Heads of State"};

template <class T, std::size_t N>
const T& pick(const T (&of)[N], std::uint64_t number) {
  return of[number % N];
}

// A capitalised word of `syllables` syllables; different numbers below 24^syllables differ.
std::string name_of(std::uint64_t number, int syllables) {
  std::string out;
  for (int i = 0; i < syllables; ++i) {
    out += pick(kSyllables, number);
    number /= std::size(kSyllables);
  }
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

class Builder {
 public:
  explicit Builder(std::size_t number) : random_(number) {
    out_.engine = "bench";
    out_.report.id = std::to_string(number);
    out_.report.origin =
        "https://site" + std::to_string(number % 997) + ".example/" + std::to_string(number);
    out_.report.language = "en";
    out_.report.title = "Report " + std::to_string(number);
  }

  template <class T>
  void say(record::Fact<T>& fact, T value, std::string_view words) {
    std::string& text = out_.report.text;
    fill(11);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    fact.set(std::move(value), {{begin, static_cast<std::uint32_t>(text.size())}}, 0.9F, "bench");
    text += ' ';
    words_ += 1 + static_cast<int>(std::count(words.begin(), words.end(), ' '));
  }
  void say(record::Fact<std::string>& fact, const std::string& value) { say(fact, value, value); }

  void fill(int words) {
    for (int i = 0; i < words && words_ < kWords; ++i, ++words_) {
      out_.report.text += kFiller[random_.below(std::size(kFiller))];
      out_.report.text += ' ';
    }
  }

  record::Reading done() {
    fill(kWords);
    out_.report.digest = "sha256:" + sha256_hex(out_.report.text);
    return std::move(out_);
  }

  record::Reading& reading() { return out_; }
  Random& random() { return random_; }

 private:
  Random random_;
  record::Reading out_;
  int words_ = 0;
};

std::string day_of(std::size_t ordinal, std::size_t series) {
  char day[40];
  std::snprintf(day, sizeof day, "%04d-%02d-%02d", kFirstYear + static_cast<int>(ordinal),
                1 + static_cast<int>(series % 12), 1 + static_cast<int>(series / 12 % 28));
  return day;
}

// One of the seats of a body; whoever holds it goes after a while.
void add_participant(Builder& b, record::Meeting& m, std::size_t series, std::size_t ordinal,
                     int seat) {
  record::Participant& p = m.participants.emplace_back();
  const std::uint64_t holder = (series * kSeats + seat) * 16 + ordinal / kTerm;
  b.say(p.person, name_of(holder * 7 + 3, 2) + " " + name_of(holder, 5));
  const std::string office = pick(kOffices, seat);
  b.say(p.offices, std::vector<std::string>{office}, office);
  b.say(p.state, std::string(pick(kStates, series + seat)));
  b.say(p.attendance, record::Attendance::attended, "attended");
}

void add_session(Builder& b, record::Meeting& m, const std::string& body, const std::string& organ,
                 record::Status status, const std::string& when) {
  b.say(m.name, "session of the " + organ);
  b.say(m.organisation, body);
  b.say(m.organ, organ);
  b.say(m.kind, record::Kind::session, "session");
  b.say(m.status, status, status == record::Status::held ? "took place" : "will be held");
  b.say(m.when, when, "then");
}

}  // namespace

RegisterReadings::RegisterReadings(std::size_t count)
    : count_(count),
      series_(std::max<std::size_t>(1, count / (kReportsOfASession * kSessionsOfASeries))) {}

std::string RegisterReadings::body(std::size_t series) const {
  return name_of(series, 4) + " River Organisation";
}

record::Reading RegisterReadings::at(std::size_t number) const {
  const std::size_t window = number / kShuffled * kShuffled;
  const std::size_t size = std::min(kShuffled, count_ - window);
  const std::size_t place =
      size == kShuffled ? (number - window) * kStep % kShuffled : number - window;
  const std::size_t session = (window + place) / kReportsOfASession;
  const std::size_t series = session % series_;
  const std::size_t ordinal = session / series_ + 1;
  const std::string organ = pick(kCouncils, series);

  Builder b(number);
  b.reading().meetings.resize(2);
  record::Meeting& main = b.reading().meetings[0];
  main.id = "m1";
  main.main = true;
  add_session(b, main, body(series), organ, record::Status::held, day_of(ordinal, series));
  b.say(main.ordinal, static_cast<int>(ordinal), std::to_string(ordinal) + "th");
  b.say(main.place, name_of(series / 3, 3));
  b.say(main.country, std::string(pick(kStates, series)));
  const int first = static_cast<int>(b.random().below(kSeats));
  for (int i = 0; i < 3; ++i) add_participant(b, main, series, ordinal, (first + 3 * i) % kSeats);
  record::Participant& unnamed = main.participants.emplace_back();
  b.say(unnamed.state, std::string(pick(kStates, series + 9)));
  b.say(unnamed.attendance, record::Attendance::expected, "was expected");
  for (const char* const subject : {"the fight against terrorism", "trade along the river"}) {
    record::AgendaItem& item = main.agenda.emplace_back();
    b.say(item.text, std::string(subject));
  }
  record::Outcome& outcome = main.outcomes.emplace_back();
  outcome.act = "agree";
  b.say(outcome.text, std::string("to meet every year"));
  record::Link& link = main.links.emplace_back();
  b.say(link.relation, record::Relation::next, "next");
  link.to = "m2";

  record::Meeting& next = b.reading().meetings[1];
  next.id = "m2";
  add_session(b, next, body(series), organ, record::Status::announced,
              day_of(ordinal + 1, series).substr(0, 4));
  b.reading().report.published = day_of(ordinal, series);
  return b.done();
}

}  // namespace rapporteur::bench
