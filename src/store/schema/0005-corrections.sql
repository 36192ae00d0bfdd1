-- What people have said about claims and entities: kept apart from both, and never computed.

CREATE TABLE correction (
  id TEXT NOT NULL PRIMARY KEY,         -- "c-" and a digest of what it says
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'merge', 'split')),
  report TEXT,                          -- of claims: all of this report with this property, value
  property TEXT,                        -- and quote
  value TEXT,
  quote TEXT,
  subject TEXT,                         -- on an object of this name; NULL: on any
  replacement TEXT,                     -- the right value
  who TEXT NOT NULL,
  made TEXT NOT NULL,                   -- "2026-03-01T09:30:00.000Z"
  why TEXT NOT NULL,
  undone TEXT,                          -- when; NULL: it stands
  undone_who TEXT,
  undone_why TEXT,
  CHECK ((report IS NULL) = (verdict IN ('merge', 'split')))
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_report ON correction (report) WHERE report IS NOT NULL;

-- Whom a merge or a split is about, whether or not the register holds them.
CREATE TABLE correction_member (
  correction_id TEXT NOT NULL REFERENCES correction (id) ON DELETE CASCADE,
  report TEXT NOT NULL,
  pointer TEXT NOT NULL,
  side INTEGER NOT NULL CHECK (side IN (0, 1)),  -- 0: one entity; 1: none of it
  PRIMARY KEY (correction_id, report, pointer)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_member_key ON correction_member (report, pointer);

-- Computed: which claims the standing corrections decide.
CREATE TABLE verdict (
  claim_id INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  correction_id TEXT NOT NULL REFERENCES correction (id),
  verdict TEXT NOT NULL,
  value TEXT                            -- in place of the claim's; NULL: its own
) STRICT;
CREATE INDEX verdict_correction ON verdict (correction_id);

-- Claims as corrections leave them: what a person has rejected is gone, what was corrected has its
-- right value. `confirmed`: a person has said so.
CREATE VIEW standing_claim AS
SELECT c.id AS id, c.object_id AS object_id, c.property AS property,
       coalesce(d.value, c.value) AS value, c.evidence AS evidence,
       iif(d.claim_id IS NULL, c.confidence, 1.0) AS confidence, c.rule AS rule,
       d.claim_id IS NOT NULL AS confirmed, d.correction_id AS correction_id
FROM claim AS c LEFT JOIN verdict AS d ON d.claim_id = c.id
WHERE d.verdict IS NOT 'reject';

DROP VIEW searchable_claim;
CREATE VIEW searchable_claim AS
SELECT id, value, object_id
FROM standing_claim
WHERE property IN ('name', 'organisation', 'organ', 'place', 'venue', 'chair_person', 'inviter',
                   'person', 'offices', 'office', 'text', 'topics', 'actor');

-- The views of claims show what stands.

DROP VIEW facts;
CREATE VIEW facts AS
SELECT c.id AS claim_id,
       meeting_member.meeting_id AS meeting_id,
       own_member.person_id AS person_id,
       c.property, c.value, c.confidence, c.rule,
       r.key AS report, o.pointer || '/' || c.property AS pointer, v.published,
       c.correction_id AS correction_id
FROM standing_claim AS c
JOIN object AS o ON o.id = c.object_id
JOIN version AS v ON v.id = o.version_id
JOIN report AS r ON r.id = v.report_id
LEFT JOIN member AS own_member ON own_member.object_id = o.id
LEFT JOIN member AS meeting_member ON meeting_member.object_id = coalesce(o.parent_id, o.id);

DROP VIEW evidence;
CREATE VIEW evidence AS
SELECT c.id AS claim_id, r.key AS report, o.pointer || '/' || c.property AS pointer,
       c.property, c.value,
       json_extract(span.value, '$[0]') AS begin_byte,
       json_extract(span.value, '$[1]') AS end_byte,
       CAST(substr(CAST(t.text AS BLOB), json_extract(span.value, '$[0]') + 1,
                   json_extract(span.value, '$[1]') - json_extract(span.value, '$[0]'))
            AS TEXT) AS quote
FROM standing_claim AS c
JOIN object AS o ON o.id = c.object_id
JOIN version AS v ON v.id = o.version_id
JOIN report AS r ON r.id = v.report_id
JOIN text AS t ON t.digest = v.digest,
     json_each(c.evidence) AS span;

DROP VIEW participant_claims;
CREATE VIEW participant_claims AS
SELECT o.id AS object_id, o.parent_id AS meeting_object_id, o.version_id,
       max(c.value) FILTER (WHERE c.property = 'person') AS person,
       group_concat(c.value, '; ') FILTER (WHERE c.property = 'offices') AS offices,
       max(c.value) FILTER (WHERE c.property = 'state') AS state,
       max(c.value) FILTER (WHERE c.property = 'organisation') AS organisation,
       max(c.value) FILTER (WHERE c.property = 'attendance') AS attendance,
       max(c.value) FILTER (WHERE c.property = 'capacity') AS capacity
FROM object AS o
JOIN standing_claim AS c ON c.object_id = o.id
WHERE o.list = 'participants'
GROUP BY o.id;

-- One row per correction; `claims` and `members_here` say what it meets in this register.
CREATE VIEW corrections AS
SELECT c.id, c.verdict, c.report, c.property, c.value, c.quote, c.subject, c.replacement,
       (SELECT group_concat(k, char(10)) FROM (
          SELECT report || ' ' || pointer AS k FROM correction_member
          WHERE correction_id = c.id AND side = 0 ORDER BY report, pointer)) AS members,
       (SELECT group_concat(k, char(10)) FROM (
          SELECT report || ' ' || pointer AS k FROM correction_member
          WHERE correction_id = c.id AND side = 1 ORDER BY report, pointer)) AS others,
       c.who, c.made, c.why, c.undone, c.undone_who, c.undone_why,
       (SELECT count(*) FROM verdict WHERE correction_id = c.id) AS claims,
       (SELECT count(*) FROM correction_member AS cm
        JOIN report AS r ON r.key = cm.report
        JOIN version AS v ON v.report_id = r.id AND v.current = 1
        JOIN object AS o ON o.version_id = v.id AND o.pointer = cm.pointer
        WHERE cm.correction_id = c.id) AS members_here
FROM correction AS c;
