#include "features.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "rapporteur/base/table.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/record/fields.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::resolve {
namespace {

using record::Meeting;
using record::Member;
using record::Participant;
using record::Reading;

// Years and decades say too little to link anything.
constexpr int kLongestDays = 366;

// ---- text form: one "name=value" a line

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

// ---- meetings

std::string kind_of(const Meeting& m) {
  if (!m.kind) return {};
  switch (*m.kind) {
    case record::Kind::visit:
    case record::Kind::call:
    case record::Kind::reception:
    case record::Kind::signing:
      return std::string(to_string(*m.kind));
    default:
      return "meeting";  // one report's session is another's summit or conference
  }
}

std::optional<DayRange> days_of(const Meeting& m) {
  if (!m.when) return std::nullopt;
  const std::optional<time::Days> days = time::days_of(*m.when);
  if (!days || days->first == time::kOpenBegin || days->last == time::kOpenEnd ||
      days->last - days->first >= kLongestDays) {
    return std::nullopt;
  }
  return DayRange{days->first, days->last};
}

// Words that many unrelated organs are made of: alone they name no row of meetings.
bool is_generic(std::string_view folded_organ) {
  static const std::set<std::string_view> kWords = {"a",
                                                    "affairs",
                                                    "and",
                                                    "annual",
                                                    "bilateral",
                                                    "bodies",
                                                    "chiefs",
                                                    "commission",
                                                    "committee",
                                                    "consultations",
                                                    "cooperation",
                                                    "council",
                                                    "councils",
                                                    "defence",
                                                    "defense",
                                                    "delegations",
                                                    "deputy",
                                                    "dialogue",
                                                    "economic",
                                                    "economy",
                                                    "energy",
                                                    "experts",
                                                    "finance",
                                                    "for",
                                                    "foreign",
                                                    "forum",
                                                    "general",
                                                    "government",
                                                    "governments",
                                                    "group",
                                                    "head",
                                                    "heads",
                                                    "health",
                                                    "high",
                                                    "in",
                                                    "interior",
                                                    "intergovernmental",
                                                    "joint",
                                                    "justice",
                                                    "leaders",
                                                    "level",
                                                    "meeting",
                                                    "military",
                                                    "minister",
                                                    "ministers",
                                                    "ministerial",
                                                    "ministries",
                                                    "national",
                                                    "of",
                                                    "official",
                                                    "officials",
                                                    "on",
                                                    "parliament",
                                                    "parliaments",
                                                    "political",
                                                    "president",
                                                    "presidents",
                                                    "prime",
                                                    "regular",
                                                    "representatives",
                                                    "secretaries",
                                                    "secretary",
                                                    "security",
                                                    "senior",
                                                    "session",
                                                    "speakers",
                                                    "staff",
                                                    "state",
                                                    "states",
                                                    "strategic",
                                                    "subcommittee",
                                                    "summit",
                                                    "talks",
                                                    "technical",
                                                    "the",
                                                    "trade",
                                                    "transport",
                                                    "working"};
  bool generic = true;
  for_each_part(folded_organ, ' ', [&](std::string_view word) {
    if (!kWords.contains(word)) generic = false;
  });
  return generic;
}

std::set<std::string> states_of(const Meeting& m) {
  std::set<std::string> out;
  for (const Participant& p : m.participants) {
    const bool is_absent = p.attendance && *p.attendance == record::Attendance::absent;
    if (p.state && !is_absent) out.insert(*p.state);
  }
  if (m.host) out.insert(*m.host);
  return out;
}

std::string parties_of(const Meeting& m, const MeetingFeatures& f) {
  const std::set<std::string> states = states_of(m);
  const bool is_large = m.format && *m.format == record::Format::multilateral;
  if (!f.body.empty() || is_large || states.size() < 2 || states.size() > 3) return {};
  std::string out;
  for (const std::string& state : states) out += (out.empty() ? "" : ",") + state;
  return out;
}

std::string series_of(const Meeting& m, const MeetingFeatures& f) {
  if (!f.body.empty()) {
    const bool is_plenary = f.organ.empty() && f.ordinal && f.kind == "meeting";
    return f.organ.empty() && !is_plenary ? "" : f.body + "|" + f.organ;
  }
  if (f.organ.empty()) return {};
  if (!f.parties.empty()) return f.parties + "|" + f.organ;
  const bool is_bilateral = m.format && *m.format == record::Format::bilateral;
  return is_bilateral || is_generic(f.organ) ? "" : "|" + f.organ;
}

template <class T>
T value_or(const record::Fact<T>& fact, T otherwise) {
  return fact ? *fact : otherwise;
}

std::optional<record::Kind> kind_value(const Meeting& m) { return m.kind.value; }

MeetingFeatures features_of(const Meeting& m, const Knowledge& k) {
  MeetingFeatures f;
  const std::string organisation = value_or(m.organisation, std::string());
  f.body = k.body_key(organisation);
  f.organ = k.organ_key(organisation, value_or(m.organ, std::string()), kind_value(m));
  f.ordinal = m.ordinal.value;
  f.days = days_of(m);
  f.place = k.place_key(value_or(m.place, std::string()));
  f.country = value_or(m.country, std::string());
  f.kind = kind_of(m);
  f.parties = parties_of(m, f);
  // "Peru-Chile Joint Commission" and "Chilean-Peruvian Joint Commission" are one.
  if (!f.parties.empty()) f.organ = k.without_states(f.organ);
  f.series = series_of(m, f);
  if (f.parties.empty()) return f;
  for (const Participant& p : m.participants) {
    if (p.person) f.people.insert(k.name_key(*p.person));
  }
  return f;
}

// A session that a report calls the next or the last one is one of the same row.
void infer_from_links(const Reading& reading, std::vector<MeetingFeatures>& features) {
  std::map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    index_of.emplace(reading.meetings[i].id, i);
  }
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    for (const record::Link& link : reading.meetings[i].links) {
      const auto to = index_of.find(link.to);
      if (!link.relation || to == index_of.end() || to->second == i) continue;
      if (*link.relation != record::Relation::next &&
          *link.relation != record::Relation::previous) {
        continue;
      }
      const MeetingFeatures& known = features[i];
      MeetingFeatures& other = features[to->second];
      if (known.series.empty()) continue;
      if (other.body.empty() && other.organ.empty()) {
        other.body = known.body;
        other.organ = known.organ;
        other.series = known.series;
      } else if (other.body == known.body && other.organ.empty()) {
        other.organ = known.organ;
        other.series = known.series;
      } else if (other.body.empty() && other.organ == known.organ) {
        other.body = known.body;
        other.series = known.series;
      }
      if (other.series != known.series || other.ordinal || !known.ordinal) continue;
      other.inferred = *known.ordinal + (*link.relation == record::Relation::next ? 1 : -1);
    }
  }
}

std::string month_of(std::int32_t day) { return time::edtf_of({day, day}).substr(0, 7); }
std::string year_of(std::int32_t day) { return time::edtf_of({day, day}).substr(0, 4); }

void add_place_blocks(const MeetingFeatures& f, std::set<std::string>& out) {
  if (!f.days || f.days->length() > kPreciseDays || f.place.empty()) return;
  for (const std::string& month : {month_of(f.days->first), month_of(f.days->last)}) {
    if (!f.body.empty()) out.insert("place|" + f.place + "|" + month + "|body|" + f.body);
    if (!f.organ.empty()) out.insert("place|" + f.place + "|" + month + "|organ|" + f.organ);
  }
}

// ---- members

// The claims on each object itself.
std::map<std::string, std::vector<record::Statement>> statements_of(const Reading& reading) {
  std::map<std::string, std::vector<record::Statement>> out;
  for (const record::Claim& c : claims_of(reading)) {
    const std::string object = c.pointer.substr(0, c.pointer.rfind('/'));
    out[object].push_back({c.property, c.value, c.confidence});
  }
  return out;
}

class MemberMaker {
 public:
  MemberMaker(const Reading& reading, const Knowledge& knowledge)
      : knowledge_(knowledge),
        report_(report_key(reading.report)),
        group_(reading.report.digest),
        text_(reading.report.text),
        published_(reading.report.modified.empty() ? reading.report.published
                                                   : reading.report.modified),
        statements_(statements_of(reading)) {}

  void meeting(std::size_t index, const MeetingFeatures& f) {
    Member& m = add(record::EntityKind::meeting, "/meetings/" + std::to_string(index));
    m.features = encode(f);
    m.blocks = blocks_of(f);
  }

  template <class Object>
  void person(const std::string& pointer, const Object& o) {
    if (!o.person) return;
    PersonFeatures f;
    f.name = catalogue::fold(*o.person);
    f.state = value_or(o.state, std::string());
    f.organisation = knowledge_.body_key(value_or(o.organisation, std::string()));
    Member& m = add(record::EntityKind::person, pointer);
    m.features = encode(f);
    m.blocks = {"name|" + knowledge_.name_key(*o.person)};
  }

  std::vector<Member> take() { return std::move(out_); }

 private:
  Member& add(record::EntityKind kind, std::string pointer) {
    Member& m = out_.emplace_back();
    m.kind = kind;
    m.statements = statements_[pointer];
    m.key = {report_, std::move(pointer)};
    m.group = group_;
    m.text = text_;
    m.published = published_;
    return m;
  }

  const Knowledge& knowledge_;
  std::string report_;
  std::string group_;
  std::string_view text_;
  std::string published_;
  std::map<std::string, std::vector<record::Statement>> statements_;
  std::vector<Member> out_;
};

}  // namespace

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
  out.add("parties", f.parties);
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
    if (name == "parties") f.parties = value;
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

std::vector<std::string> blocks_of(const MeetingFeatures& f) {
  std::set<std::string> out;
  if (!f.series.empty()) {
    for (const std::optional<int>& number : {f.ordinal, f.inferred}) {
      if (number) out.insert("session|" + f.series + "|" + std::to_string(*number));
    }
    if (f.days) {
      out.insert("year|" + f.series + "|" + year_of(f.days->first));
      out.insert("year|" + f.series + "|" + year_of(f.days->last));
    }
  }
  add_place_blocks(f, out);
  if (!f.parties.empty() && f.days && f.days->length() <= kPreciseDays) {
    for (std::int32_t day = f.days->first; day <= f.days->last; ++day) {
      out.insert("parties|" + f.parties + "|" + time::edtf_of({day, day}));
    }
  }
  return {out.begin(), out.end()};
}

std::vector<Member> members_of(const Reading& reading, const Knowledge& knowledge) {
  std::vector<MeetingFeatures> features;
  for (const Meeting& m : reading.meetings) features.push_back(features_of(m, knowledge));
  infer_from_links(reading, features);
  MemberMaker maker(reading, knowledge);
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    maker.meeting(i, features[i]);
    const std::string base = "/meetings/" + std::to_string(i) + "/participants/";
    const std::vector<Participant>& people = reading.meetings[i].participants;
    for (std::size_t j = 0; j < people.size(); ++j) {
      maker.person(base + std::to_string(j), people[j]);
    }
  }
  for (std::size_t i = 0; i < reading.holdings.size(); ++i) {
    maker.person("/holdings/" + std::to_string(i), reading.holdings[i]);
  }
  return maker.take();
}

}  // namespace rapporteur::resolve
