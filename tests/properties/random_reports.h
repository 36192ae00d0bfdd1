// Readings that look random and are the same on every machine: few bodies, towns, days and people,
// so that reports meet often, under other names, and contradict each other.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/base/digest.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::tests {

class RandomReport {
 public:
  explicit RandomReport(std::mt19937& random) : random_(random) {}

  record::Reading make(const std::string& origin) {
    record::Report& report = reading_.report;
    reading_.engine = "property";
    report.id = report.origin = origin;
    report.published = "2020-0" + std::to_string(1 + below(9)) + "-10";
    for (std::size_t n = 1 + below(3); n > 0; --n) add_meeting();
    if (reading_.meetings.size() > 1) add_link();
    report.digest = "sha256:" + sha256_hex(report.text);
    return std::move(reading_);
  }

 private:
  using List = std::initializer_list<const char*>;

  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(List list) { return *(list.begin() + below(list.size())); }

  template <class T>
  void say(record::Fact<T>& fact, T value, const std::string& words) {
    if (words.empty()) return;
    std::string& text = reading_.report.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    fact.set(std::move(value), {{begin, static_cast<std::uint32_t>(text.size())}}, 0.9F,
             "any/rule");
    text += ' ';
  }
  void say(record::Fact<std::string>& fact, const std::string& value) { say(fact, value, value); }

  void add_meeting() {
    record::Meeting& m = reading_.meetings.emplace_back();
    m.id = "m" + std::to_string(reading_.meetings.size());
    m.main = reading_.meetings.size() == 1;
    const record::Status kStatus[] = {record::Status::held, record::Status::announced,
                                      record::Status::postponed, record::Status::cancelled};
    const record::Status status = kStatus[below(4)];
    say(m.status, status, std::string(to_string(status)));
    say(m.when, pick({"2020-03-01", "2020-03-01/2020-03-02", "2020-03-02", "2020-03", "2020",
                      "../2020-03-02", "2020-11-05", "2021", ""}));
    say(m.place, pick({"Minsk", "Dushanbe", ""}));
    below(3) == 0 ? talks(m) : session(m);
  }

  void session(record::Meeting& m) {
    say(m.kind, record::Kind::session, "session");
    say(m.organisation, pick({"Inland Rivers Organisation", "Inland Rivers Organization", "IRO",
                              "Rivers Organisation", "Beta Union", ""}));
    say(m.organ, pick({"Council of Ministers", "ministers", "Conference on Dry Ports", ""}));
    if (below(3) == 0) {
      const int ordinal = static_cast<int>(4 + below(3));
      say(m.ordinal, ordinal, std::to_string(ordinal) + "th");
    }
    for (std::size_t n = below(3); n > 0; --n) somebody(m);
  }

  void talks(record::Meeting& m) {
    const bool visit = below(2) == 0;
    say(m.kind, visit ? record::Kind::visit : record::Kind::talks, visit ? "visit" : "talks");
    say(m.country, pick({"BY", "TJ", ""}));
    for (std::size_t n = 1 + below(3); n > 0; --n) somebody(m);
  }

  void somebody(record::Meeting& m) {
    record::Participant& p = m.participants.emplace_back();
    say(p.person,
        pick({"Ivan Petrov", "I. Petrov", "Igor Petrov", "Petrov Ivan", "Maria Silva", ""}));
    say(p.state, pick({"BY", "TJ", "BR", ""}));
    const std::string office = pick({"Foreign Minister", "foreign minister", "envoy", "", ""});
    say(p.offices, std::vector<std::string>{office}, office);
  }

  void add_link() {
    const record::Relation kRelations[] = {record::Relation::next, record::Relation::previous,
                                           record::Relation::prepares, record::Relation::sidelines};
    const record::Relation relation = kRelations[below(4)];
    record::Link& link = reading_.meetings.front().links.emplace_back();
    say(link.relation, relation, std::string(to_string(relation)));
    link.to = "m2";
  }

  std::mt19937& random_;
  record::Reading reading_;
};

inline std::vector<record::Reading> random_reports(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<record::Reading> out;
  for (int i = 0; i < 10; ++i) {
    out.push_back(RandomReport(random).make("https://r.example/" + std::to_string(i)));
  }
  return out;
}

}  // namespace rapporteur::tests
