#include "same.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <tuple>

#include "words.h"

namespace rapporteur::service::evaluation {

namespace {

constexpr double kSameOffice = 0.5;
constexpr double kSameOrganisation = 0.6;
constexpr double kSameMeeting = 0.40;

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};

std::optional<int> number(std::string_view digits) {
  int out = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, out);
  if (digits.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return out;
}

// The first or last day of "2018", "2018-05" or "2018-05-16"; months count as 31 days long.
std::optional<Day> edge(std::string_view date, bool last) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
  if (date.size() > 4 && date[4] != '-') return std::nullopt;
  if (date.size() > 7 && date[7] != '-') return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size, int otherwise) -> std::optional<int> {
    if (date.size() < at + size) return otherwise;
    return number(date.substr(at, size));
  };
  const auto year = part(0, 4, 0);
  const auto month = part(5, 2, last ? 12 : 1);
  const auto day = part(8, 2, last ? 31 : 1);
  if (!year || !month || !day) return std::nullopt;
  return Day{*year, *month, *day};
}

using Days = std::pair<Day, Day>;

std::optional<Days> days(std::string_view edtf) {
  std::string plain;
  std::copy_if(edtf.begin(), edtf.end(), std::back_inserter(plain),
               [](char c) { return c != '~' && c != '?'; });
  const std::size_t slash = plain.find('/');
  std::string first = plain.substr(0, slash);
  std::string last = slash == std::string::npos ? first : plain.substr(plain.rfind('/') + 1);
  if (slash != std::string::npos && (first.empty() || first == "..")) first = "0001";
  if (slash != std::string::npos && (last.empty() || last == "..")) last = "9999";
  const auto from = edge(first, false);
  const auto to = edge(last, true);
  if (!from || !to) return std::nullopt;
  return Days{*from, *to};
}

bool overlap(std::string_view a, std::string_view b) {
  const auto x = days(a);
  const auto y = days(b);
  return x && y && x->first <= y->second && y->first <= x->second;
}

bool same_place(std::string_view expected, std::string_view read) {
  const std::string a = fold(expected);
  const std::string b = fold(read);
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

bool same_state(const Value& a, const Value& b) { return a.text == b.text; }

// organisation, organ and the like, one after another.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

// A mean with weights.
class Mean {
 public:
  void add(double weight, double value) {
    total_ += weight;
    sum_ += weight * value;
  }
  [[nodiscard]] double value() const { return total_ > 0 ? sum_ / total_ : 0.0; }

 private:
  double total_ = 0;
  double sum_ = 0;
};

double place_likeness(const Meeting& g, const Meeting& p) {
  if (same_value(place, g.fields[place], p.fields[place])) return 1.0;
  const bool country_too = g.fields[country] && same_state(g.fields[country], p.fields[country]);
  return country_too ? 0.5 : 0.0;
}

double when_likeness(const Value& g, const Value& p) {
  if (g.text == p.text) return 1.0;
  return overlap(g.view(), p.view()) ? 0.6 : 0.0;
}

// 0..1, over what the annotation has.
double likeness(const Meeting& g, const Meeting& p) {
  Mean mean;
  if (g.fields[organ] || g.fields[organisation]) {
    mean.add(0.30,
             token_f1(joined({g.fields[organisation].view(), g.fields[organ].view()}),
                      joined({p.fields[organisation].view(), p.fields[organ].view(), p.name})));
  }
  if (g.fields[when]) mean.add(0.25, when_likeness(g.fields[when], p.fields[when]));
  if (g.fields[place] || g.fields[country]) mean.add(0.15, place_likeness(g, p));
  if (g.fields[ordinal]) {
    mean.add(0.15, same_value(ordinal, g.fields[ordinal], p.fields[ordinal]) ? 1.0 : 0.0);
  }
  mean.add(0.05, g.fields[kind].text == p.fields[kind].text ? 1.0 : 0.0);
  mean.add(0.05, g.fields[status].text == p.fields[status].text ? 1.0 : 0.0);
  const auto expected = named(g.participants);
  if (!expected.empty()) {
    const auto read = named(p.participants);
    const auto hits = std::count_if(expected.begin(), expected.end(), [&](const Participant* x) {
      return std::any_of(read.begin(), read.end(),
                         [&](const Participant* y) { return same_participant(*x, *y); });
    });
    mean.add(0.25, static_cast<double>(hits) / static_cast<double>(expected.size()));
  }
  return mean.value();
}

}  // namespace

bool same_words(const Value& expected, const Value& read) {
  return expected && read && fold(expected.view()) == fold(read.view());
}

bool same_value(Field field, const Value& expected, const Value& read) {
  if (!expected || !read) return false;
  switch (field) {
    case organisation:
    case organ:
      return names_same(expected.view(), read.view());
    case chair:
      return same_words(expected, read) || same_person(expected.view(), read.view());
    case place:
      return same_place(expected.view(), read.view());
    case ordinal: {
      const auto a = number(expected.view());
      return a && a == number(read.view());
    }
    default:
      return same_words(expected, read);
  }
}

bool same_participant(const Participant& g, const Participant& p) {
  if (g.person) return p.person && same_person(g.person.view(), p.person.view());
  if (p.person) return false;
  if (g.state || p.state) {
    return same_state(g.state, p.state) &&
           (!g.offices || !p.offices ||
            names_same(g.offices.view(), p.offices.view(), kSameOffice));
  }
  if (g.organisation) {
    return token_f1(g.organisation.view(), p.organisation.view()) >= kSameOrganisation ||
           same_words(g.organisation, p.organisation);
  }
  return g.offices && token_f1(g.offices.view(), p.offices.view()) >= kSameOffice;
}

std::vector<const Participant*> named(const std::vector<Participant>& participants) {
  std::vector<const Participant*> out;
  for (const Participant& p : participants) {
    if (p.person || p.state || p.organisation) out.push_back(&p);
  }
  return out;
}

std::vector<std::pair<std::size_t, std::size_t>> align(const std::vector<Meeting>& expected,
                                                       const std::vector<Meeting>& read) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // likeness negated, for order
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (std::size_t j = 0; j < read.size(); ++j) {
      const double how_like = likeness(expected[i], read[j]);
      if (how_like >= kSameMeeting) pairs.emplace_back(-how_like, i, j);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<bool> taken(expected.size());
  std::vector<bool> used(read.size());
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const auto& [negated, i, j] : pairs) {
    if (taken[i] || used[j]) continue;
    taken[i] = used[j] = true;
    out.emplace_back(i, j);
  }
  return out;
}

}  // namespace rapporteur::service::evaluation
