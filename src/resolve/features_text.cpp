// The text form of features: one "name=value" a line.
#include <algorithm>
#include <charconv>
#include <utility>

#include "features.h"

namespace rapporteur::resolve {
namespace {

class Encoder {
 public:
  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += name;
    out_ += '=';
    for (const char c : value) out_ += c == '\n' ? ' ' : c;
    out_ += '\n';
  }
  template <class T>
  void add_number(std::string_view name, const std::optional<T>& v) {
    if (v) add(name, std::to_string(*v));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

template <class F>
void for_each_line(std::string_view text, F f) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t equals = line.find('=');
    if (equals != std::string_view::npos) f(line.substr(0, equals), line.substr(equals + 1));
  }
}

std::int32_t number_of(std::string_view text) {
  std::int32_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

}  // namespace

std::string_view side_of(std::string_view person) { return person.substr(0, person.find(':') + 1); }

std::string_view name_in(std::string_view person) { return person.substr(person.find(':') + 1); }

bool may_be_same(std::string_view person, std::string_view other) {
  const std::string_view side = side_of(person);
  const std::string_view theirs = side_of(other);
  return name_in(person) == name_in(other) && (side == theirs || side == ":" || theirs == ":");
}

std::string encode(const MeetingFeatures& f) {
  Encoder out;
  out.add("series", f.series);
  out.add("body", f.body);
  out.add("organ", f.organ);
  out.add_number("ordinal", f.ordinal);
  out.add_number("inferred", f.inferred);
  if (f.days) {
    out.add("first", std::to_string(f.days->first));
    out.add("last", std::to_string(f.days->last));
  }
  out.add("place", f.place);
  out.add("country", f.country);
  out.add("kind", f.kind);
  if (f.happened) out.add("happened", "1");
  out.add_number("planned", f.planned_from);
  for (const std::string& p : f.parties) out.add("party", p);
  for (const std::string& p : f.people) out.add("person", p);
  return out.take();
}

std::string encode(const PersonFeatures& f) {
  Encoder out;
  out.add("name", f.name);
  out.add("state", f.state);
  out.add("organisation", f.organisation);
  return out.take();
}

MeetingFeatures decode_meeting(std::string_view text) {
  MeetingFeatures f;
  for_each_line(text, [&f](std::string_view name, std::string_view value) {
    if (name == "series") f.series = value;
    if (name == "body") f.body = value;
    if (name == "organ") f.organ = value;
    if (name == "ordinal") f.ordinal = number_of(value);
    if (name == "inferred") f.inferred = number_of(value);
    if (name == "first") f.days = DayRange{number_of(value), number_of(value)};
    if (name == "last" && f.days) f.days->last = number_of(value);
    if (name == "place") f.place = value;
    if (name == "country") f.country = value;
    if (name == "kind") f.kind = value;
    if (name == "happened") f.happened = true;
    if (name == "planned") f.planned_from = number_of(value);
    if (name == "party") f.parties.emplace(value);
    if (name == "person") f.people.emplace(value);
  });
  return f;
}

PersonFeatures decode_person(std::string_view text) {
  PersonFeatures f;
  for_each_line(text, [&f](std::string_view name, std::string_view value) {
    if (name == "name") f.name = value;
    if (name == "state") f.state = value;
    if (name == "organisation") f.organisation = value;
  });
  return f;
}

}  // namespace rapporteur::resolve
