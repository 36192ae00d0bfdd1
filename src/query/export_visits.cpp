// The profile "diplomatic-visits" and the network of those who met.
#include "export_part.h"

namespace rapporteur::query {
namespace {

constexpr Part kVisits[] = {
    {"visit",
     "SELECT p.meeting_id AS meeting, m.first_day AS date, m.last_day AS \"end\", "
     "m.dates AS \"when\", m.place, m.country, m.host AS host_state, p.name AS person, "
     "p.person_id, p.offices AS office, p.state, p.organisation, m.organisation AS body, m.organ, "
     "m.series_id AS series, m.ordinal, m.kind, m.format, m.status, p.attendance, p.capacity, "
     "(SELECT min(r.key || ' ' || o.pointer) FROM member AS pm "
     " JOIN object AS o ON o.id = pm.object_id JOIN member AS mm ON mm.object_id = o.parent_id "
     " JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
     " WHERE pm.person_id = p.person_id AND mm.meeting_id = p.meeting_id) AS evidence "
     "FROM participants AS p JOIN meeting AS m ON m.id = p.meeting_id "
     "WHERE p.person_id IS NOT NULL "
     "ORDER BY m.first_day IS NULL, m.first_day, p.meeting_id, p.person_id"},
};

constexpr Part kNetwork[] = {
    {"person", "SELECT id, name, state, organisation FROM person ORDER BY id"},
    {"met",
     "WITH present AS MATERIALIZED (SELECT DISTINCT mm.meeting_id, pm.person_id, m.first_day, "
     " m.last_day FROM meeting AS m JOIN member AS mm ON mm.meeting_id = m.id "
     " JOIN object AS o ON o.parent_id = mm.object_id "
     " JOIN member AS pm ON pm.object_id = o.id AND pm.person_id IS NOT NULL "
     " JOIN standing_claim AS c ON c.object_id = o.id AND c.property = 'attendance' "
     " AND c.value = 'attended' WHERE m.status IN ('held', 'ongoing')) "
     "SELECT a.person_id AS a, b.person_id AS b, count(*) AS meetings, "
     "min(a.first_day) AS first_day, max(a.last_day) AS last_day "
     "FROM present AS a JOIN present AS b "
     "ON b.meeting_id = a.meeting_id AND b.person_id > a.person_id "
     "GROUP BY a.person_id, b.person_id ORDER BY a.person_id, b.person_id"},
};

constexpr Part kConsultations[] = {
    {"consultation",
     "SELECT m.id, m.name, m.kind, m.status, m.format, m.mode, m.dates AS \"when\", m.first_day, "
     "m.last_day, m.place, m.country, m.host, m.organisation, m.organ, "
     "(SELECT group_concat(state, char(31)) FROM (SELECT DISTINCT c.value AS state "
     " FROM member AS mm "
     " JOIN object AS o ON o.parent_id = mm.object_id AND o.list = 'participants' "
     " JOIN standing_claim AS c ON c.object_id = o.id AND c.property = 'state' "
     " WHERE mm.meeting_id = m.id AND NOT EXISTS "
     "  (SELECT 1 FROM standing_claim AS a WHERE a.object_id = o.id AND a.property = 'attendance' "
     "   AND a.value = 'absent') "
     " ORDER BY c.value)) AS \"states[]\", "
     "(SELECT group_concat(key, char(31)) FROM (SELECT DISTINCT r.key FROM member AS mm "
     " JOIN object AS o ON o.id = mm.object_id JOIN version AS v ON v.id = o.version_id "
     " JOIN report AS r ON r.id = v.report_id WHERE mm.meeting_id = m.id ORDER BY r.key)) "
     " AS \"reports[]\" FROM meeting AS m ORDER BY m.id"},
};

}  // namespace

std::span<const Part> visits() { return kVisits; }
std::span<const Part> network() { return kNetwork; }
std::span<const Part> consultations() { return kConsultations; }

}  // namespace rapporteur::query
