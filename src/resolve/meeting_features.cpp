// The features of a reading's meetings.
#include <algorithm>
#include <map>
#include <utility>

#include "features.h"
#include "rapporteur/record/fields.h"
#include "rapporteur/time/edtf.h"
#include "rows.h"

namespace rapporteur::resolve {
namespace {

using record::Meeting;
using record::Participant;
using record::Reading;
using record::Relation;
using record::Status;

// Years and decades say too little to link anything.
constexpr int kLongestDays = 366;
// What prepares a meeting, or is to happen by a day, comes at most that long before it.
constexpr int kPreparedDays = 60;
constexpr std::int32_t kVisitDays = 2;
constexpr std::size_t kMostSides = 3;
constexpr std::size_t kMostUnplaced = 6;  // participants

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

bool has_happened(const Meeting& m) {
  return m.status && (*m.status == Status::held || *m.status == Status::ongoing ||
                      *m.status == Status::cancelled);
}

// An open end says only that the known day belongs to it, or, of what is to come, that it is the
// last possible one.
std::optional<DayRange> days_of(const Meeting& m) {
  if (!m.when) return std::nullopt;
  std::optional<time::Days> days = time::days_of(*m.when);
  if (!days) return std::nullopt;
  const bool from = days->first != time::kOpenBegin;
  const bool to = days->last != time::kOpenEnd;
  if (!from && !to) return std::nullopt;
  if (!from) days->first = has_happened(m) ? days->last : days->last - kPreparedDays;
  if (!to) days->last = days->first;
  if (days->last - days->first >= kLongestDays) return std::nullopt;
  return DayRange{days->first, days->last};
}

bool is_absent(const Participant& p) {
  return p.attendance && *p.attendance == record::Attendance::absent;
}

// Who meets whom. A guest is received by the country where he or she is.
std::set<std::string> parties_of(const Meeting& m, const MeetingFeatures& f, const Knowledge& k) {
  const bool is_large = m.format && *m.format == record::Format::multilateral;
  if (!f.body.empty() || is_large || m.kind.value == record::Kind::conference) return {};
  std::set<std::string> out;
  for (const Participant& p : m.participants) {
    if (is_absent(p)) continue;
    if (p.state) {
      out.insert(*p.state);
    } else if (p.organisation) {
      out.insert(body_letters(k.body_key(*p.organisation)));
    }
  }
  if (m.host) out.insert(*m.host);
  if (out.size() == 1 && m.country) out.insert(*m.country);
  if (out.size() < 2 || out.size() > kMostSides) return {};
  return out;
}

std::string list_of(const std::set<std::string>& parties) {
  std::string out;
  for (const std::string& party : parties) out += (out.empty() ? "" : ",") + party;
  return out;
}

std::string series_of(const Meeting& m, const MeetingFeatures& f) {
  if (!f.body.empty()) {
    const bool is_plenary = f.organ.empty() && f.ordinal && f.kind == "meeting";
    return f.organ.empty() && !is_plenary ? "" : f.body + "|" + f.organ;
  }
  if (f.organ.empty()) return {};
  if (!f.parties.empty()) return list_of(f.parties) + "|" + f.organ;
  const bool is_bilateral = m.format && *m.format == record::Format::bilateral;
  return is_bilateral || is_everyday(f.organ) ? "" : "|" + f.organ;
}

// Of a meeting of few; where the report leaves open for whom they come, of a handful.
std::set<std::string> people_of(const Meeting& m, const MeetingFeatures& f, const Knowledge& k) {
  std::set<std::string> out;
  const bool is_large = m.format && *m.format == record::Format::multilateral;
  const bool is_of_few = f.body.empty() && f.organ.empty() && !is_large &&
                         m.kind.value != record::Kind::conference &&
                         m.participants.size() <= kMostUnplaced;
  if (f.parties.empty() && !is_of_few) return out;
  for (const Participant& p : m.participants) {
    if (!p.person || is_absent(p)) continue;
    const std::string state = p.state.value.value_or("");
    for (const std::string& key : k.name_keys(*p.person, state)) out.insert(state + ":" + key);
  }
  return out;
}

MeetingFeatures features_of(const Meeting& m, const Knowledge& k) {
  MeetingFeatures f;
  const std::string organisation = m.organisation.value.value_or("");
  f.body = k.body_key(organisation);
  f.organ = k.organ_key(organisation, m.organ.value.value_or(""), m.kind.value);
  f.ordinal = m.ordinal.value;
  f.days = days_of(m);
  f.place = k.place_key(m.place.value.value_or(""));
  f.country = m.country.value.value_or("");
  f.kind = kind_of(m);
  f.happened = has_happened(m);
  f.parties = parties_of(m, f, k);
  // "Peru-Chile Joint Commission" and "Chilean-Peruvian Joint Commission" are one.
  if (!f.parties.empty()) f.organ = k.without_states(f.organ);
  f.series = series_of(m, f);
  f.people = people_of(m, f, k);
  return f;
}

// What a report says of one meeting by linking it to another. `known` stands in `relation` to
// `other`.
class Inference {
 public:
  Inference(const MeetingFeatures& known, Relation relation, MeetingFeatures& other)
      : known_(known), relation_(relation), other_(other) {}

  void run() {
    const bool in_row = relation_ == Relation::next || relation_ == Relation::previous;
    if (in_row) {
      infer_series();
      infer_ordinal();
    } else if (!other_.days && known_.days) {
      infer_days();
    }
  }

 private:
  // A session that a report calls the next or the last one is one of the same row.
  void infer_series() {
    if (known_.series.empty()) return;
    const bool no_body = other_.body.empty();
    const bool no_organ = other_.organ.empty();
    if (!(no_body || other_.body == known_.body) || !(no_organ || other_.organ == known_.organ)) {
      return;
    }
    if (!no_body && !no_organ) return;
    if (no_body && !no_organ && known_.body.empty()) return;
    if (no_body) other_.body = known_.body;
    if (no_organ) other_.organ = known_.organ;
    if (other_.parties.empty()) other_.parties = known_.parties;
    other_.series = known_.series;
  }

  void infer_ordinal() {
    if (known_.series.empty() || other_.series != known_.series) return;
    if (other_.ordinal || !known_.ordinal) return;
    other_.inferred = *known_.ordinal + (relation_ == Relation::next ? 1 : -1);
  }

  void infer_days() {
    if (relation_ == Relation::part_of && other_.kind == "visit") {
      // Talks on one day of it: it began and ended somewhere around.
      other_.days = DayRange{known_.days->first - kVisitDays, known_.days->last + kVisitDays};
    } else if (relation_ != Relation::prepares) {
      other_.days = known_.days;
    } else if (known_.days->is_precise()) {
      other_.days = DayRange{known_.days->first, known_.days->last + kPreparedDays};
    }
  }

  const MeetingFeatures& known_;
  Relation relation_;
  MeetingFeatures& other_;
};

void infer_from_links(const Reading& reading, std::vector<MeetingFeatures>& features) {
  std::map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    index_of.emplace(reading.meetings[i].id, i);
  }
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    for (const record::Link& link : reading.meetings[i].links) {
      const auto to = index_of.find(link.to);
      if (!link.relation || to == index_of.end() || to->second == i) continue;
      Inference(features[i], *link.relation, features[to->second]).run();
      const bool beside =
          *link.relation == Relation::sidelines || *link.relation == Relation::part_of;
      if (beside) Inference(features[to->second], *link.relation, features[i]).run();
    }
  }
}

// What is announced for a day before the report's own is as good as past.
void set_planned(const Reading& reading, std::vector<MeetingFeatures>& features) {
  const std::optional<time::Days> published = time::days_of(
      reading.report.modified.empty() ? reading.report.published : reading.report.modified);
  for (MeetingFeatures& f : features) {
    if (f.happened || !f.days) continue;
    f.planned_from = f.days->first;
    if (published && published->first != time::kOpenBegin) {
      f.planned_from = std::min(f.days->first, published->first);
    }
  }
}

}  // namespace

std::vector<MeetingFeatures> meeting_features(const Reading& reading, const Knowledge& knowledge) {
  std::vector<MeetingFeatures> out;
  for (const Meeting& m : reading.meetings) out.push_back(features_of(m, knowledge));
  infer_from_links(reading, out);
  set_planned(reading, out);
  return out;
}

}  // namespace rapporteur::resolve
