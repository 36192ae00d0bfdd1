-- Views for people: SQL, Datasette, notebooks.

CREATE VIEW meetings AS
SELECT m.id, m.name, m.organisation, m.organ, m.kind, m.format, m.mode, m.ordinal, m.status,
       m.dates, m.first_day, m.last_day, m.place, m.country, m.venue, m.chair, m.chair_person,
       m.host, m.inviter, m.rescheduled_to, m.series_id,
       (SELECT count(*) FROM member WHERE member.meeting_id = m.id) AS reports
FROM meeting AS m;

-- One row per claim, with what it is about.
CREATE VIEW facts AS
SELECT c.id AS claim_id,
       meeting_member.meeting_id AS meeting_id,
       own_member.person_id AS person_id,
       c.property, c.value, c.confidence, c.rule,
       r.key AS report, o.pointer || '/' || c.property AS pointer, v.published
FROM claim AS c
JOIN object AS o ON o.id = c.object_id
JOIN version AS v ON v.id = o.version_id
JOIN report AS r ON r.id = v.report_id
LEFT JOIN member AS own_member ON own_member.object_id = o.id
LEFT JOIN member AS meeting_member ON meeting_member.object_id = coalesce(o.parent_id, o.id);

-- One row per stretch of words that states a claim. Offsets are UTF-8 bytes, half-open.
CREATE VIEW evidence AS
SELECT c.id AS claim_id, r.key AS report, o.pointer || '/' || c.property AS pointer,
       c.property, c.value,
       json_extract(span.value, '$[0]') AS begin_byte,
       json_extract(span.value, '$[1]') AS end_byte,
       CAST(substr(CAST(t.text AS BLOB), json_extract(span.value, '$[0]') + 1,
                   json_extract(span.value, '$[1]') - json_extract(span.value, '$[0]'))
            AS TEXT) AS quote
FROM claim AS c
JOIN object AS o ON o.id = c.object_id
JOIN version AS v ON v.id = o.version_id
JOIN report AS r ON r.id = v.report_id
JOIN text AS t ON t.digest = v.digest,
     json_each(c.evidence) AS span;

-- Participants as each report names them.
CREATE VIEW participant_claims AS
SELECT o.id AS object_id, o.parent_id AS meeting_object_id, o.version_id,
       max(c.value) FILTER (WHERE c.property = 'person') AS person,
       group_concat(c.value, '; ') FILTER (WHERE c.property = 'offices') AS offices,
       max(c.value) FILTER (WHERE c.property = 'state') AS state,
       max(c.value) FILTER (WHERE c.property = 'organisation') AS organisation,
       max(c.value) FILTER (WHERE c.property = 'attendance') AS attendance,
       max(c.value) FILTER (WHERE c.property = 'capacity') AS capacity
FROM object AS o
JOIN claim AS c ON c.object_id = o.id
WHERE o.list = 'participants'
GROUP BY o.id;

-- One row per meeting and participant, over all reports. Whoever came was expected before: that
-- is no contradiction, so the strongest word counts.
CREATE VIEW participants AS
SELECT mm.meeting_id AS meeting_id, pm.person_id AS person_id,
       coalesce(p.name, max(pc.person)) AS name,
       max(pc.offices) AS offices,
       coalesce(p.state, max(pc.state)) AS state,
       coalesce(p.organisation, max(pc.organisation)) AS organisation,
       CASE WHEN sum(pc.attendance = 'attended') > 0 THEN 'attended'
            WHEN sum(pc.attendance = 'absent') > 0 THEN 'absent'
            WHEN sum(pc.attendance = 'expected') > 0 THEN 'expected' END AS attendance,
       min(pc.capacity) AS capacity,
       count(DISTINCT v.digest) AS support
FROM participant_claims AS pc
JOIN version AS v ON v.id = pc.version_id
JOIN member AS mm ON mm.object_id = pc.meeting_object_id
LEFT JOIN member AS pm ON pm.object_id = pc.object_id
LEFT JOIN person AS p ON p.id = pm.person_id
GROUP BY mm.meeting_id,
         coalesce(pm.person_id,
                  'nobody named|' || coalesce(pc.state, '') || '|' ||
                  coalesce(pc.organisation, '') || '|' || coalesce(pc.offices, ''));

-- Meetings that reports link, as entities.
CREATE VIEW links AS
SELECT DISTINCT f.meeting_id AS from_id, l.relation AS relation, t.meeting_id AS to_id
FROM link AS l
JOIN member AS f ON f.object_id = l.from_id
JOIN member AS t ON t.object_id = l.to_id
WHERE f.meeting_id <> t.meeting_id;

-- One row per value of a disputed property, with the reports on its side.
CREATE VIEW conflicts AS
SELECT rv.entity_id AS entity_id, coalesce(m.name, p.name) AS name, rv.property, rv.rank,
       rv.value, rv.support,
       (SELECT group_concat(key, char(10)) FROM (
          SELECT DISTINCT r.key AS key
          FROM side AS s
          JOIN object AS o ON o.id = s.object_id
          JOIN version AS v ON v.id = o.version_id
          JOIN report AS r ON r.id = v.report_id
          WHERE s.entity_id = rv.entity_id AND s.property = rv.property AND s.rank = rv.rank
          ORDER BY r.key)) AS reports
FROM ranked_value AS rv
LEFT JOIN meeting AS m ON m.id = rv.entity_id
LEFT JOIN person AS p ON p.id = rv.entity_id
WHERE rv.disputed = 1;

CREATE VIEW series_sessions AS
SELECT s.id AS series_id, m.id AS meeting_id, m.organisation, m.organ, m.ordinal, m.dates,
       m.place, m.country, m.status
FROM series AS s JOIN meeting AS m ON m.series_id = s.id;

-- Any id an entity has ever been a member by, and the entity it leads to.
CREATE VIEW aliases AS
SELECT own_id AS id, coalesce(meeting_id, person_id) AS entity_id FROM member;
