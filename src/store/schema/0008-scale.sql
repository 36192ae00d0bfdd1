-- What pages ask first costs what they show, however many reports there are.

-- Doubts are looked up for one property after another.
DROP INDEX claim_doubt;
CREATE INDEX claim_doubt ON claim (property, confidence, id) WHERE evidence <> '[]';
-- Who is said to have been absent is rare; with it begins the search for who attended as well.
CREATE INDEX claim_absent ON claim (object_id) WHERE property = 'attendance' AND value = 'absent';

-- Counts of all meetings read these instead of the whole rows. What no filter asks for comes first, so
-- that none takes this for its own.
CREATE INDEX meeting_facets
ON meeting (mode, format, kind, status, country, place, organisation, organ, first_day, last_day);
DROP INDEX meeting_body;
CREATE INDEX meeting_body ON meeting (organisation, organ, first_day, last_day);
CREATE INDEX meeting_to_come ON meeting (last_day, first_day, status)
WHERE status IN ('announced', 'ongoing', 'postponed', 'cancelled');

-- Filters by a part of a name.
CREATE INDEX meeting_name ON meeting (name) WHERE name IS NOT NULL;
CREATE INDEX ranked_value_place ON ranked_value (value) WHERE property = 'place';
CREATE INDEX ranked_value_body ON ranked_value (value) WHERE property IN ('organisation', 'organ');
