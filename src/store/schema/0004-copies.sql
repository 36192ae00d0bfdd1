-- Copies of one text count once wherever support is counted, not only in ranked_value.

-- The text that stands for all copies of this member's among the members of its entity: the one
-- with the smallest digest. NULL: this one.
ALTER TABLE member ADD COLUMN copy_of TEXT;

DROP VIEW participants;

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
       count(DISTINCT coalesce(mm.copy_of, v.digest)) AS support
FROM participant_claims AS pc
JOIN version AS v ON v.id = pc.version_id
JOIN member AS mm ON mm.object_id = pc.meeting_object_id
LEFT JOIN member AS pm ON pm.object_id = pc.object_id
LEFT JOIN person AS p ON p.id = pm.person_id
GROUP BY mm.meeting_id,
         coalesce(pm.person_id,
                  'nobody named|' || coalesce(pc.state, '') || '|' ||
                  coalesce(pc.organisation, '') || '|' || coalesce(pc.offices, ''));
