#include "ask.h"

#include <set>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/store/evidence.h"
#include "rapporteur/time/edtf.h"
#include "sentence.h"

namespace rapporteur::query {
namespace {

constexpr const char* kClaims =
    "SELECT o.id, coalesce(o.parent_id, o.id), o.list, o.pointer, c.property, c.value, c.evidence, "
    "c.confidence, c.rule, r.key, v.title, v.digest, "
    "coalesce(in_meeting.copy_of, v.digest), coalesce(in_person.copy_of, v.digest), "
    "v.publisher, v.published "
    "FROM standing_claim AS c JOIN object AS o ON o.id = c.object_id "
    "JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
    "LEFT JOIN member AS in_meeting ON in_meeting.object_id = coalesce(o.parent_id, o.id) "
    "LEFT JOIN member AS in_person ON in_person.object_id = o.id WHERE ";

ClaimRow claim_of(const Cursor& row) {
  ClaimRow out;
  out.object = row.integer(0);
  out.meeting_object = row.integer(1);
  out.list = row.text(2);
  out.object_pointer = row.text(3);
  out.property = row.text(4);
  Source& s = out.source;
  s.value = row.text(5);
  store::parse_evidence(row.text(6), s.evidence);
  s.confidence = static_cast<float>(row.real(7));
  s.rule = row.text(8);
  s.report = row.text(9);
  s.title = row.text(10);
  s.pointer = out.object_pointer + "/" + out.property;
  out.digest = row.text(11);
  out.meeting_group = row.text(12);
  out.person_group = row.text(13);
  s.publisher = row.text(14);
  s.published = row.text(15);
  return out;
}

// Fills in the words; every text is read once.
Result<void> add_quotes(const Register& reg, std::vector<ClaimRow>& claims) {
  std::map<std::string, std::vector<ClaimRow*>> by_text;
  for (ClaimRow& c : claims) {
    if (!c.source.evidence.empty()) by_text[c.digest].push_back(&c);
  }
  for (const auto& [digest, list] : by_text) {
    Result<void> r = for_each_row(
        reg, "SELECT text FROM text WHERE digest = ?", {digest}, [&](const Cursor& row) {
          for (ClaimRow* c : list) {
            for (const ByteSpan span : c->source.evidence) {
              const bool sound = is_valid(span, row.text(0));
              c->source.quotes.emplace_back(sound ? span.of(row.text(0)) : std::string_view());
              c->source.sentences.push_back(sound ? sentence_around(row.text(0), span) : "");
            }
          }
        });
    if (!r) return r;
  }
  return {};
}

constexpr const char* kInMeeting = "m.id IN (SELECT mm.meeting_id FROM member AS mm ";

void add_body(const std::string& body, const catalogue::Catalogue* catalogue,
              std::vector<Condition>& out) {
  Condition c{"body", "", {}};
  c.sql =
      "m.id IN (SELECT n.id FROM meeting AS n WHERE n.name IS NOT NULL AND "
      "n.name LIKE ? ESCAPE '\\' UNION SELECT rv.entity_id FROM ranked_value AS rv "
      "WHERE rv.property IN ('organisation', 'organ') AND (rv.value LIKE ? ESCAPE '\\'";
  c.parameters = {like(body), like(body)};
  if (catalogue != nullptr) {
    for (const catalogue::Index index : catalogue->find_bodies_named(body)) {
      c.sql += " OR rv.value = ?";
      c.parameters.emplace_back(std::string(catalogue->bodies()[index].name));
    }
  }
  c.sql += "))";
  out.push_back(std::move(c));
}

void add_state(const std::string& state, std::vector<Condition>& out) {
  out.push_back({"state",
                 "m.id IN (SELECT mv.meeting_id FROM meeting_value AS mv WHERE "
                 "mv.property = 'present' AND mv.value = ?)",
                 {state}});
}

void add_person(const Register& reg, const std::string& person, std::vector<Condition>& out) {
  const Result<std::string> id = reg.entity_of(person);
  const std::string which = id ? "pm.person_id = ?"
                               : "pm.person_id IN (SELECT entity_id FROM ranked_value "
                                 "WHERE property = 'person' AND value LIKE ? ESCAPE '\\')";
  out.push_back({"person",
                 std::string(kInMeeting) +
                     "JOIN object AS o ON o.parent_id = mm.object_id "
                     "JOIN member AS pm ON pm.object_id = o.id WHERE " +
                     which + ")",
                 {id ? *id : like(person)}});
}

Result<std::string> day_of(const std::string& edtf, bool first, const std::string& name) {
  const std::optional<time::Days> days = time::days_of(edtf);
  const time::DayNumber open = first ? time::kOpenBegin : time::kOpenEnd;
  if (!days || (first ? days->first : days->last) == open) {
    return Error{ErrorCode::bad_data, "no date: '" + edtf + "'; write 2022-08-19, 2022-08 or 2022",
                 name};
  }
  const time::DayNumber day = first ? days->first : days->last;
  return time::edtf_of({day, day});
}

}  // namespace

const char* const kMeetingColumns =
    "m.id, m.name, m.organisation, m.organ, m.kind, m.ordinal, m.status, m.dates, m.first_day, "
    "m.last_day, m.place, m.country, m.chair, m.series_id, "
    "(SELECT count(*) FROM member WHERE meeting_id = m.id)";

MeetingRow row_of(const Cursor& c) {
  MeetingRow out;
  std::string* const texts[] = {&out.id,        &out.name,     &out.organisation, &out.organ,
                                &out.kind,      nullptr,       &out.status,       &out.when,
                                &out.first_day, &out.last_day, &out.place,        &out.country,
                                &out.chair,     &out.series};
  int column = 0;
  for (std::string* text : texts) {
    if (text != nullptr) *text = c.text(column);
    ++column;
  }
  if (!c.is_null(5)) out.ordinal = static_cast<int>(c.integer(5));
  out.reports = static_cast<int>(c.integer(14));
  return out;
}

Result<std::vector<ClaimRow>> load_claims(const Register& reg, const std::string& condition,
                                          const std::vector<Value>& parameters) {
  std::vector<ClaimRow> out;
  const std::string sql = kClaims + condition + " ORDER BY r.key, o.id, c.id";
  Result<void> r = for_each_row(reg, sql, parameters,
                                [&out](const Cursor& row) { out.push_back(claim_of(row)); });
  if (r) r = add_quotes(reg, out);
  if (!r) return r.error();
  return out;
}

int support_of(const std::vector<const ClaimRow*>& claims, std::string ClaimRow::* group) {
  std::set<std::string_view> groups;
  for (const ClaimRow* c : claims) groups.insert(c->*group);
  return static_cast<int>(groups.size());
}

Result<std::vector<Condition>> conditions_of(const Register& reg, const MeetingFilter& f,
                                             const catalogue::Catalogue* catalogue) {
  std::vector<Condition> out;
  if (!f.body.empty()) add_body(f.body, catalogue, out);
  if (!f.series.empty()) out.push_back({"series", "m.series_id = ?", {f.series}});
  if (!f.state.empty()) add_state(f.state, out);
  if (!f.person.empty()) add_person(reg, f.person, out);
  if (!f.place.empty()) {
    out.push_back({"place",
                   "m.id IN (SELECT rv.entity_id FROM ranked_value AS rv WHERE "
                   "rv.property = 'place' AND rv.value LIKE ? ESCAPE '\\')",
                   {like(f.place)}});
  }
  if (!f.kind.empty()) out.push_back({"kind", "m.kind = ?", {f.kind}});
  if (!f.status.empty()) out.push_back({"status", "m.status = ?", {f.status}});
  if (!f.from.empty()) {
    Result<std::string> day = day_of(f.from, true, "from");
    if (!day) return day.error();
    out.push_back({"from", "m.last_day >= ?", {*day}});
  }
  if (!f.to.empty()) {
    Result<std::string> day = day_of(f.to, false, "to");
    if (!day) return day.error();
    out.push_back({"to", "m.first_day <= ?", {*day}});
  }
  return out;
}

Condition of_body(const std::string& organisation, const std::string& organ) {
  Condition out{"body", "m.organisation = ?", {organisation}};
  if (organisation.empty()) out = {"body", "m.organisation IS NULL", {}};
  if (organ.empty()) return out;
  out.sql += " AND m.organ = ?";
  out.parameters.emplace_back(organ);
  return out;
}

std::pair<std::string, std::vector<Value>> all_of(const std::vector<Condition>& conditions) {
  std::string sql = "1 = 1";
  std::vector<Value> parameters;
  for (const Condition& c : conditions) {
    sql += " AND " + c.sql;
    parameters.insert(parameters.end(), c.parameters.begin(), c.parameters.end());
  }
  return {sql, parameters};
}

Result<std::size_t> count_meetings_where(const Register& reg,
                                         const std::vector<Condition>& conditions) {
  const auto [where, parameters] = all_of(conditions);
  std::size_t n = 0;
  Result<void> r =
      for_each_row(reg, "SELECT count(*) FROM meeting AS m WHERE " + where, parameters,
                   [&n](const Cursor& row) { n = static_cast<std::size_t>(row.integer(0)); });
  if (!r) return r.error();
  return n;
}

std::string like(std::string_view part) {
  std::string out = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + '%';
}

}  // namespace rapporteur::query
