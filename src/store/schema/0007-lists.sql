-- What lists, counts and queues go by, so that they cost what they show and not what there is.

-- What a meeting is counted under: 'state' (took part), 'present' (took part, hosted, chaired or was
-- the place) and 'topic' (of its agenda), over all its reports.
CREATE TABLE meeting_value (
  meeting_id TEXT NOT NULL,
  property TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (meeting_id, property, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_value_value ON meeting_value (property, value);

INSERT INTO meeting_value (meeting_id, property, value)
SELECT DISTINCT mm.meeting_id, CASE o.list WHEN 'agenda' THEN 'topic' ELSE 'state' END, c.value
FROM member AS mm
JOIN object AS o ON o.parent_id = mm.object_id
JOIN standing_claim AS c ON c.object_id = o.id
WHERE mm.meeting_id IS NOT NULL
  AND ((o.list = 'participants' AND c.property = 'state')
       OR (o.list = 'agenda' AND c.property = 'topics'));

INSERT INTO meeting_value (meeting_id, property, value)
SELECT meeting_id, 'present', value FROM meeting_value WHERE property = 'state'
UNION SELECT id, 'present', country FROM meeting WHERE country IS NOT NULL
UNION SELECT id, 'present', host FROM meeting WHERE host IS NOT NULL
UNION SELECT id, 'present', chair FROM meeting WHERE length(chair) = 2;

CREATE INDEX meeting_body ON meeting (organisation, organ);
CREATE INDEX person_state ON person (state, name);
CREATE INDEX ranked_value_person ON ranked_value (value) WHERE property = 'person';
CREATE INDEX version_published ON version (published) WHERE current = 1;
CREATE INDEX claim_doubt ON claim (confidence, id, property) WHERE evidence <> '[]';
