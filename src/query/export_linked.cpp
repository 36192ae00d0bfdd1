// What linked data is made of: reports, who is named, what happened. The words behind it are
// for_each_quoted_claim's.
#include "export_part.h"

namespace rapporteur::query {
namespace {

constexpr Part kLinked[] = {
    {"report",
     "SELECT r.key AS report, nullif(v.title, '') AS title, nullif(v.publisher, '') AS publisher, "
     "nullif(v.agency, '') AS agency, nullif(v.byline, '') AS byline, "
     "nullif(v.published, '') AS published, nullif(v.modified, '') AS modified, "
     "nullif(v.language, '') AS language, v.digest, v.engine FROM version AS v "
     "JOIN report AS r ON r.id = v.report_id WHERE v.current = 1 ORDER BY r.key"},
    {"engine", "SELECT DISTINCT engine FROM version WHERE current = 1 ORDER BY engine"},
    {"state",
     "SELECT state FROM (SELECT value AS state FROM standing_claim WHERE property = 'state' "
     "UNION SELECT state FROM person UNION SELECT country FROM meeting) WHERE state IS NOT NULL "
     "ORDER BY state"},
    {"body",
     "SELECT name, parent FROM (SELECT organisation AS name, NULL AS parent FROM meeting "
     "UNION SELECT organisation, NULL FROM person UNION SELECT organ, organisation FROM meeting "
     "UNION SELECT value, NULL FROM standing_claim WHERE property = 'organisation') "
     "WHERE name IS NOT NULL ORDER BY parent IS NOT NULL, parent, name"},
    {"person",
     "SELECT p.id, p.name, p.state, p.organisation, "
     "(SELECT group_concat(value, char(31)) FROM (SELECT value FROM ranked_value "
     " WHERE entity_id = p.id AND property = 'person' AND value <> p.name ORDER BY rank)) "
     " AS \"names[]\" FROM person AS p ORDER BY p.id"},
    {"holding",
     "SELECT person, office, state, organisation, min(published) AS first_report, "
     "max(published) AS last_report FROM (SELECT pm.person_id AS person, c.value AS office, "
     " (SELECT value FROM standing_claim WHERE object_id = o.id AND property = 'state') AS state, "
     " (SELECT value FROM standing_claim WHERE object_id = o.id AND property = 'organisation') "
     "  AS organisation, nullif(v.published, '') AS published FROM member AS pm "
     " JOIN object AS o ON o.id = pm.object_id JOIN version AS v ON v.id = o.version_id "
     " JOIN standing_claim AS c ON c.object_id = o.id AND c.property IN ('office', 'offices') "
     " WHERE pm.person_id IS NOT NULL) GROUP BY person, office, state, organisation "
     "ORDER BY person, office, state, organisation"},
    {"correction",
     "SELECT id, verdict, who, made, nullif(why, '') AS why FROM correction "
     "WHERE undone IS NULL ORDER BY id"},
    {"event",
     "SELECT m.id, m.name, m.organisation, m.organ, m.kind, m.mode, m.ordinal, m.status, "
     "m.dates AS \"when\", m.rescheduled_to, m.place, m.country, m.venue, m.series_id AS series, "
     "(SELECT group_concat(person_id, char(31)) FROM (SELECT DISTINCT pm.person_id "
     " AS person_id FROM member AS mm JOIN object AS o ON o.parent_id = mm.object_id "
     " JOIN member AS pm ON pm.object_id = o.id AND pm.person_id IS NOT NULL "
     " WHERE mm.meeting_id = m.id AND NOT EXISTS "
     "  (SELECT 1 FROM standing_claim AS a WHERE a.object_id = o.id AND a.property = 'attendance' "
     "   AND a.value = 'absent') "
     " ORDER BY pm.person_id)) AS \"attendees[]\", "
     "(SELECT group_concat(to_id, char(31)) FROM (SELECT to_id FROM links WHERE from_id = m.id "
     " AND relation = 'part_of' ORDER BY to_id)) AS \"part_of[]\", "
     "(SELECT group_concat(value, char(31)) FROM (SELECT DISTINCT c.value FROM member AS mm "
     " JOIN object AS o ON o.parent_id = mm.object_id AND o.list = 'agenda' "
     " JOIN standing_claim AS c ON c.object_id = o.id AND c.property = 'text' "
     " WHERE mm.meeting_id = m.id ORDER BY c.value)) AS \"agenda[]\", "
     "(SELECT group_concat(key, char(31)) FROM (SELECT DISTINCT r.key FROM member AS mm "
     " JOIN object AS o ON o.id = mm.object_id JOIN version AS v ON v.id = o.version_id "
     " JOIN report AS r ON r.id = v.report_id WHERE mm.meeting_id = m.id ORDER BY r.key)) "
     " AS \"reports[]\" FROM meeting AS m ORDER BY m.id"},
};

}  // namespace

std::span<const Part> linked() { return kLinked; }

}  // namespace rapporteur::query
