// The whole register, a type after another. docs/formats/export.md says what the columns are.
#include "export_part.h"

namespace rapporteur::query {
namespace {

constexpr Part kParts[] = {
    {"report",
     "SELECT r.key AS report, row_number() OVER versions - 1 AS version, v.current, "
     "(SELECT count(*) FROM object AS o LEFT JOIN claim AS c ON c.object_id = o.id "
     " WHERE o.version_id = v.id) AS claims, "
     "(SELECT count(*) FROM left_out WHERE version_id = v.id) AS left_out, v.name AS id, "
     "nullif(v.origin, '') AS origin, v.digest, "
     "v.engine, v.schema, nullif(v.title, '') AS title, nullif(v.publisher, '') AS publisher, "
     "nullif(v.agency, '') AS agency, nullif(v.byline, '') AS byline, "
     "nullif(v.dateline_place, '') AS dateline_place, "
     "nullif(v.dateline_country, '') AS dateline_country, "
     "nullif(v.dateline_date, '') AS dateline_date, nullif(v.published, '') AS published, "
     "nullif(v.modified, '') AS modified, nullif(v.language, '') AS language, t.text, "
     "(SELECT group_concat(message, char(31)) FROM (SELECT message FROM warning "
     " WHERE version_id = v.id AND stage = 'source' ORDER BY id)) AS \"source_warnings[]\", "
     "(SELECT group_concat(message, char(31)) FROM (SELECT message FROM warning "
     " WHERE version_id = v.id AND stage = 'reader' ORDER BY id)) AS \"warnings[]\" "
     "FROM version AS v JOIN report AS r ON r.id = v.report_id "
     "JOIN text AS t ON t.digest = v.digest "
     "WINDOW versions AS (PARTITION BY r.key ORDER BY v.version_key) "
     "ORDER BY r.key, v.version_key"},
    {"left_out",
     "SELECT r.key AS report, "
     "(SELECT count(*) FROM version AS e WHERE e.report_id = v.report_id "
     " AND e.version_key < v.version_key) AS version, v.digest, l.at, l.text, l.reason "
     "FROM left_out AS l "
     "JOIN version AS v ON v.id = l.version_id JOIN report AS r ON r.id = v.report_id "
     "ORDER BY r.key, v.version_key, l.id"},
    {"claim",
     "SELECT r.key AS report, o.pointer || coalesce('/' || c.property, '') AS pointer, "
     "c.property, c.value, c.evidence AS \"evidence<>\", "
     "c.confidence AS \"confidence~\", nullif(c.rule, '') AS rule "
     "FROM version AS v JOIN report AS r ON r.id = v.report_id "
     "JOIN object AS o ON o.version_id = v.id LEFT JOIN claim AS c ON c.object_id = o.id "
     "ORDER BY r.key, o.id, c.id"},
    {"correction",
     "SELECT id, verdict, report, property, value, quote, subject, replacement, "
     "replace(members, char(10), char(31)) AS \"members[]\", "
     "replace(others, char(10), char(31)) AS \"others[]\", who, made, why, undone, undone_who, "
     "undone_why FROM corrections ORDER BY made, id"},
    {"series",
     "SELECT s.id, s.key, (SELECT group_concat(id, char(31)) FROM (SELECT id FROM meeting "
     " WHERE series_id = s.id ORDER BY ordinal IS NULL, ordinal, first_day IS NULL, first_day, id))"
     " AS \"sessions[]\" FROM series AS s ORDER BY s.id"},
    {"meeting",
     "SELECT m.id, m.series_id AS series, m.name, m.organisation, m.organ, m.kind, m.format, "
     "m.mode, m.ordinal, m.status, m.dates AS \"when\", m.first_day, m.last_day, "
     "m.rescheduled_to, m.place, m.country, m.venue, m.chair, m.chair_person, m.host, m.inviter, "
     "(SELECT group_concat(k, char(31)) FROM (SELECT r.key || ' ' || o.pointer AS k "
     " FROM member AS mm JOIN object AS o ON o.id = mm.object_id "
     " JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
     " WHERE mm.meeting_id = m.id ORDER BY r.key, o.pointer)) AS \"members[]\" "
     "FROM meeting AS m ORDER BY m.id"},
    {"person",
     "SELECT p.id, p.name, p.state, p.organisation, "
     "(SELECT group_concat(value, char(31)) FROM (SELECT value FROM ranked_value "
     " WHERE entity_id = p.id AND property = 'person' ORDER BY rank)) AS \"names[]\", "
     "(SELECT group_concat(value, char(31)) FROM (SELECT value FROM ranked_value "
     " WHERE entity_id = p.id AND property IN ('office', 'offices') ORDER BY property, rank)) "
     " AS \"offices[]\", "
     "(SELECT group_concat(k, char(31)) FROM (SELECT r.key || ' ' || o.pointer AS k "
     " FROM member AS pm JOIN object AS o ON o.id = pm.object_id "
     " JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
     " WHERE pm.person_id = p.id ORDER BY r.key, o.pointer)) AS \"members[]\" "
     "FROM person AS p ORDER BY p.id"},
    {"participant",
     "SELECT meeting_id AS meeting, person_id AS person, name, offices, state, organisation, "
     "attendance, capacity, support FROM participants "
     "ORDER BY meeting_id, person_id IS NULL, person_id, state, organisation, offices, name"},
    {"link",
     "SELECT from_id AS \"from\", relation, to_id AS \"to\" FROM links "
     "ORDER BY from_id, relation, to_id"},
    {"conflict",
     "SELECT entity_id AS entity, property, rank, value, support, "
     "replace(reports, char(10), char(31)) AS \"reports[]\" FROM conflicts "
     "ORDER BY entity_id, property, rank"},
    {"merge",
     "SELECT g.entity_id AS entity, ra.key || ' ' || a.pointer AS a, rb.key || ' ' || b.pointer "
     "AS b, g.rule, g.score AS \"score~\" FROM merge AS g "
     "JOIN object AS a ON a.id = g.a_id JOIN version AS va ON va.id = a.version_id "
     "JOIN report AS ra ON ra.id = va.report_id "
     "JOIN object AS b ON b.id = g.b_id JOIN version AS vb ON vb.id = b.version_id "
     "JOIN report AS rb ON rb.id = vb.report_id ORDER BY 1, 2, 3"},
};

}  // namespace

std::span<const Part> whole_register() { return kParts; }

}  // namespace rapporteur::query
