-- The register on a server: what the migrations 0001 to 0006 for SQLite come to, in the words of
-- PostgreSQL. docs/formats/register.md explains every table.
--
-- Text is compared by bytes (COLLATE "C"), as SQLite compares it, whatever the database's language.
--
-- Two halves. "What reports say" is entered and never computed. "What it adds up to" can be thrown
-- away and computed again from the first half at any time.

-- ---------------------------------------------------------------- what reports say

CREATE TABLE setting (
  name text COLLATE "C" NOT NULL PRIMARY KEY,
  value text COLLATE "C" NOT NULL
);

-- Texts, each once, however many reports publish it.
CREATE TABLE text (
  id bigint PRIMARY KEY,
  digest text COLLATE "C" NOT NULL UNIQUE,  -- "sha256:" and 64 hexadecimal digits
  text text COLLATE "C" NOT NULL
);

CREATE TABLE report (
  id bigint PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE  -- canonical origin
);

CREATE TABLE version (
  id bigint PRIMARY KEY,
  report_id bigint NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  version_key text COLLATE "C" NOT NULL,  -- the greatest of a report's versions is current
  current bigint NOT NULL CHECK (current IN (0, 1)),
  engine text COLLATE "C" NOT NULL,
  schema bigint NOT NULL,
  name text COLLATE "C" NOT NULL,  -- the report's own id
  origin text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL REFERENCES text (digest),
  title text COLLATE "C" NOT NULL,
  publisher text COLLATE "C" NOT NULL,
  agency text COLLATE "C" NOT NULL,
  byline text COLLATE "C" NOT NULL,
  dateline_place text COLLATE "C" NOT NULL,
  dateline_country text COLLATE "C" NOT NULL,
  dateline_date text COLLATE "C" NOT NULL,
  published text COLLATE "C" NOT NULL,
  modified text COLLATE "C" NOT NULL,
  language text COLLATE "C" NOT NULL,
  UNIQUE (report_id, version_key)
);
CREATE UNIQUE INDEX version_current ON version (report_id) WHERE current = 1;
CREATE INDEX version_digest ON version (digest);
CREATE INDEX version_name ON version (name);

-- What the cleaning took out of a version's text.
CREATE TABLE left_out (
  id bigint PRIMARY KEY,
  version_id bigint NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  at bigint NOT NULL,
  text text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL
);
CREATE INDEX left_out_version ON left_out (version_id);

CREATE TABLE warning (
  id bigint PRIMARY KEY,
  version_id bigint NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  stage text COLLATE "C" NOT NULL CHECK (stage IN ('source', 'reader')),
  message text COLLATE "C" NOT NULL
);
CREATE INDEX warning_version ON warning (version_id);

-- The objects of a reading: "/meetings/0", "/meetings/0/participants/3", "/holdings/1".
CREATE TABLE object (
  id bigint PRIMARY KEY,
  version_id bigint NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  pointer text COLLATE "C" NOT NULL,
  list text COLLATE "C" NOT NULL,  -- "meetings", "participants", "agenda", ...
  parent_id bigint REFERENCES object (id) ON DELETE CASCADE,  -- the meeting it belongs to
  UNIQUE (version_id, pointer)
);
CREATE INDEX object_parent ON object (parent_id) WHERE parent_id IS NOT NULL;

-- One fact as one report states it. Ids ascend in the order of the public JSON.
CREATE TABLE claim (
  id bigint PRIMARY KEY,
  object_id bigint NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  property text COLLATE "C" NOT NULL,  -- pointer of the fact: object.pointer || '/' || property
  value text COLLATE "C" NOT NULL,
  evidence text COLLATE "C" NOT NULL,  -- JSON: [[begin, end], ...] in bytes of the text
  confidence double precision NOT NULL,
  rule text COLLATE "C" NOT NULL
);
CREATE INDEX claim_object ON claim (object_id);

-- Links between meetings of one report.
CREATE TABLE link (
  object_id bigint PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
  from_id bigint NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  to_id bigint NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  relation text COLLATE "C" NOT NULL
);
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);

-- ---------------------------------------------------------------- what it adds up to

CREATE TABLE series (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE
);

-- Meetings with their canonical values.
CREATE TABLE meeting (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  series_id text COLLATE "C" REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  name text COLLATE "C",
  organisation text COLLATE "C",
  organ text COLLATE "C",
  kind text COLLATE "C",
  format text COLLATE "C",
  mode text COLLATE "C",
  ordinal bigint,
  status text COLLATE "C",
  dates text COLLATE "C",  -- EDTF
  first_day text COLLATE "C",
  last_day text COLLATE "C",
  rescheduled_to text COLLATE "C",
  place text COLLATE "C",
  country text COLLATE "C",
  venue text COLLATE "C",
  chair text COLLATE "C",
  chair_person text COLLATE "C",
  host text COLLATE "C",
  inviter text COLLATE "C"
);
CREATE INDEX meeting_series ON meeting (series_id, ordinal);
CREATE INDEX meeting_days ON meeting (first_day, last_day);

CREATE TABLE person (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  state text COLLATE "C",
  organisation text COLLATE "C"
);
CREATE INDEX person_name ON person (name);

-- Which object is about which entity. `own_id` of every member leads to its entity.
CREATE TABLE member (
  object_id bigint PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
  own_id text COLLATE "C" NOT NULL,
  features text COLLATE "C" NOT NULL,
  meeting_id text COLLATE "C" REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  person_id text COLLATE "C" REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  copy_of text COLLATE "C",  -- the text that stands for all copies of this member's; NULL: this one
  CHECK (meeting_id IS NULL OR person_id IS NULL)
);
CREATE INDEX member_own_id ON member (own_id);
CREATE INDEX member_meeting ON member (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX member_person ON member (person_id) WHERE person_id IS NOT NULL;

-- Only members that share a block can be one entity.
CREATE TABLE block (
  key text COLLATE "C" NOT NULL,
  object_id bigint NOT NULL REFERENCES member (object_id) ON DELETE CASCADE,
  PRIMARY KEY (key, object_id)
);
CREATE INDEX block_object ON block (object_id);

-- All values of an entity's properties, the canonical one at rank 0.
CREATE TABLE ranked_value (
  entity_id text COLLATE "C" NOT NULL,
  property text COLLATE "C" NOT NULL,
  rank bigint NOT NULL,
  value text COLLATE "C" NOT NULL,
  support bigint NOT NULL,  -- texts that state it; copies count once
  confidence double precision NOT NULL,
  disputed bigint NOT NULL CHECK (disputed IN (0, 1)),
  PRIMARY KEY (entity_id, property, rank)
);
CREATE INDEX ranked_value_disputed ON ranked_value (entity_id, property) WHERE disputed = 1;

-- Who stands on which side of a disputed property.
CREATE TABLE side (
  entity_id text COLLATE "C" NOT NULL,
  property text COLLATE "C" NOT NULL,
  rank bigint NOT NULL,
  object_id bigint NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  PRIMARY KEY (entity_id, property, rank, object_id)
);
CREATE INDEX side_object ON side (object_id);

-- Why members are one entity.
CREATE TABLE merge (
  entity_id text COLLATE "C" NOT NULL,
  a_id bigint NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  b_id bigint NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  rule text COLLATE "C" NOT NULL,
  score double precision NOT NULL,  -- what its rule is worth, or how alike the names are
  PRIMARY KEY (entity_id, a_id, b_id)
);
CREATE INDEX merge_a ON merge (a_id);
CREATE INDEX merge_b ON merge (b_id);

-- ---------------------------------------------------------------- what people say

CREATE TABLE correction (
  id text COLLATE "C" NOT NULL PRIMARY KEY,  -- "c-" and a digest of what it says
  verdict text COLLATE "C" NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'merge', 'split')),
  report text COLLATE "C",  -- of claims: all of this report with this property, value
  property text COLLATE "C",  -- and quote
  value text COLLATE "C",
  quote text COLLATE "C",
  subject text COLLATE "C",  -- on an object of this name; NULL: on any
  replacement text COLLATE "C",  -- the right value
  who text COLLATE "C" NOT NULL,
  made text COLLATE "C" NOT NULL,  -- "2026-03-01T09:30:00.000Z"
  why text COLLATE "C" NOT NULL,
  undone text COLLATE "C",  -- when; NULL: it stands
  undone_who text COLLATE "C",
  undone_why text COLLATE "C",
  CHECK ((report IS NULL) = (verdict IN ('merge', 'split')))
);
CREATE INDEX correction_report ON correction (report) WHERE report IS NOT NULL;

-- Whom a merge or a split is about, whether or not the register holds them.
CREATE TABLE correction_member (
  correction_id text COLLATE "C" NOT NULL REFERENCES correction (id) ON DELETE CASCADE,
  report text COLLATE "C" NOT NULL,
  pointer text COLLATE "C" NOT NULL,
  side bigint NOT NULL CHECK (side IN (0, 1)),  -- 0: one entity; 1: none of it
  PRIMARY KEY (correction_id, report, pointer)
);
CREATE INDEX correction_member_key ON correction_member (report, pointer);

-- Computed: which claims the standing corrections decide.
CREATE TABLE verdict (
  claim_id bigint PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  correction_id text COLLATE "C" NOT NULL REFERENCES correction (id),
  verdict text COLLATE "C" NOT NULL,
  value text COLLATE "C"  -- in place of the claim's; NULL: its own
);
CREATE INDEX verdict_correction ON verdict (correction_id);

-- ---------------------------------------------------------------- feeds

CREATE TABLE feed (
  id bigint PRIMARY KEY,
  address text COLLATE "C" NOT NULL UNIQUE,
  etag text COLLATE "C" NOT NULL,  -- as the host gave it; empty: the feed must be sent whole
  last_modified text COLLATE "C" NOT NULL,  -- the same
  failures bigint NOT NULL,  -- visits in a row that failed
  not_before bigint NOT NULL  -- seconds since 1970; it is left alone until then
);

CREATE TABLE feed_entry (
  feed_id bigint NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
  key text COLLATE "C" NOT NULL,  -- its address, else its id
  mark text COLLATE "C" NOT NULL,  -- of what the feed said of it; empty: it was never had
  etag text COLLATE "C" NOT NULL,  -- of its page
  last_modified text COLLATE "C" NOT NULL,  -- the same
  failures bigint NOT NULL,  -- visits in a row on which its page could not be had
  is_feed bigint NOT NULL CHECK (is_feed IN (0, 1)),  -- a further sitemap
  PRIMARY KEY (feed_id, key)
);

-- ---------------------------------------------------------------- views

CREATE VIEW standing_claim AS
SELECT c.id AS id, c.object_id AS object_id, c.property AS property,
       coalesce(d.value, c.value) AS value, c.evidence AS evidence,
       CASE WHEN d.claim_id IS NULL THEN c.confidence ELSE 1.0 END AS confidence, c.rule AS rule,
       CASE WHEN d.claim_id IS NULL THEN 0 ELSE 1 END AS confirmed,
       d.correction_id AS correction_id
FROM claim AS c LEFT JOIN verdict AS d ON d.claim_id = c.id
WHERE d.verdict IS DISTINCT FROM 'reject';

CREATE VIEW searchable_report AS
SELECT v.id AS id, v.title AS title, t.text AS text
FROM version AS v JOIN text AS t ON t.digest = v.digest
WHERE v.current = 1;

CREATE VIEW searchable_claim AS
SELECT id, value, object_id
FROM standing_claim
WHERE property IN ('name', 'organisation', 'organ', 'place', 'venue', 'chair_person', 'inviter',
                   'person', 'offices', 'office', 'text', 'topics', 'actor');

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
       r.key AS report, o.pointer || '/' || c.property AS pointer, v.published,
       c.correction_id AS correction_id
FROM standing_claim AS c
JOIN object AS o ON o.id = c.object_id
JOIN version AS v ON v.id = o.version_id
JOIN report AS r ON r.id = v.report_id
LEFT JOIN member AS own_member ON own_member.object_id = o.id
LEFT JOIN member AS meeting_member ON meeting_member.object_id = coalesce(o.parent_id, o.id);

-- One row per stretch of words that states a claim. Offsets are UTF-8 bytes, half-open.
CREATE VIEW evidence AS
SELECT c.id AS claim_id, r.key AS report, o.pointer || '/' || c.property AS pointer,
       c.property, c.value,
       CAST(span.value ->> 0 AS bigint) AS begin_byte,
       CAST(span.value ->> 1 AS bigint) AS end_byte,
       convert_from(substring(convert_to(t.text, 'UTF8')
                              FROM CAST(span.value ->> 0 AS integer) + 1
                              FOR CAST(span.value ->> 1 AS integer)
                                  - CAST(span.value ->> 0 AS integer)),
                    'UTF8') COLLATE "C" AS quote
FROM standing_claim AS c
JOIN object AS o ON o.id = c.object_id
JOIN version AS v ON v.id = o.version_id
JOIN report AS r ON r.id = v.report_id
JOIN text AS t ON t.digest = v.digest
CROSS JOIN LATERAL json_array_elements(CAST(c.evidence AS json)) AS span (value);

-- Participants as each report names them.
CREATE VIEW participant_claims AS
SELECT o.id AS object_id, o.parent_id AS meeting_object_id, o.version_id,
       max(c.value) FILTER (WHERE c.property = 'person') AS person,
       string_agg(c.value, '; ' ORDER BY c.id) FILTER (WHERE c.property = 'offices') AS offices,
       max(c.value) FILTER (WHERE c.property = 'state') AS state,
       max(c.value) FILTER (WHERE c.property = 'organisation') AS organisation,
       max(c.value) FILTER (WHERE c.property = 'attendance') AS attendance,
       max(c.value) FILTER (WHERE c.property = 'capacity') AS capacity
FROM object AS o
JOIN standing_claim AS c ON c.object_id = o.id
WHERE o.list = 'participants'
GROUP BY o.id;

-- One row per meeting and participant, over all reports. Whoever came was expected before: that
-- is no contradiction, so the strongest word counts.
CREATE VIEW participants AS
SELECT mm.meeting_id AS meeting_id, max(pm.person_id) AS person_id,
       coalesce(max(p.name), max(pc.person)) AS name,
       max(pc.offices) AS offices,
       coalesce(max(p.state), max(pc.state)) AS state,
       coalesce(max(p.organisation), max(pc.organisation)) AS organisation,
       CASE WHEN bool_or(pc.attendance = 'attended') THEN 'attended'
            WHEN bool_or(pc.attendance = 'absent') THEN 'absent'
            WHEN bool_or(pc.attendance = 'expected') THEN 'expected' END AS attendance,
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
       (SELECT string_agg(key, chr(10) ORDER BY key) FROM (
          SELECT DISTINCT r.key AS key
          FROM side AS s
          JOIN object AS o ON o.id = s.object_id
          JOIN version AS v ON v.id = o.version_id
          JOIN report AS r ON r.id = v.report_id
          WHERE s.entity_id = rv.entity_id AND s.property = rv.property AND s.rank = rv.rank)
        AS named) AS reports
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

-- One row per correction; `claims` and `members_here` say what it meets in this register.
CREATE VIEW corrections AS
SELECT c.id, c.verdict, c.report, c.property, c.value, c.quote, c.subject, c.replacement,
       (SELECT string_agg(report || ' ' || pointer, chr(10) ORDER BY report, pointer)
        FROM correction_member WHERE correction_id = c.id AND side = 0) AS members,
       (SELECT string_agg(report || ' ' || pointer, chr(10) ORDER BY report, pointer)
        FROM correction_member WHERE correction_id = c.id AND side = 1) AS others,
       c.who, c.made, c.why, c.undone, c.undone_who, c.undone_why,
       (SELECT count(*) FROM verdict WHERE correction_id = c.id) AS claims,
       (SELECT count(*) FROM correction_member AS cm
        JOIN report AS r ON r.key = cm.report
        JOIN version AS v ON v.report_id = r.id AND v.current = 1
        JOIN object AS o ON o.version_id = v.id AND o.pointer = cm.pointer
        WHERE cm.correction_id = c.id) AS members_here
FROM correction AS c;

-- ---------------------------------------------------------------- full-text search

-- Words as FTS5's unicode61 takes them: runs of letters and digits, without marks, in lower case.
-- The parser of tsvector then finds nothing but words in it. Most texts are ASCII, which has no
-- marks; spaces stay as they are, since to replace them one by one takes most of the time.
CREATE FUNCTION register_plain(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT regexp_replace(
         CASE WHEN octet_length(words) = length(words) THEN lower(words COLLATE "und-x-icu")
         ELSE lower(normalize(regexp_replace(normalize(words, NFD), '[\u0300-\u036F]', '', 'g'),
                              NFC) COLLATE "und-x-icu") END,
         '[^[:alnum:] ]+', ' ', 'g')
$$;

CREATE FUNCTION register_words(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT to_tsvector('pg_catalog.simple', register_plain(words))
$$;

-- "word" "some words" "begin"*: all of them, or with OR between them any.
CREATE FUNCTION register_query(question text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  part text[];
  one tsquery;
  whole tsquery;
BEGIN
  FOR part IN SELECT regexp_matches(question, '(OR\s+)?"([^"]*)"(\*?)', 'g') LOOP
    one := phraseto_tsquery('pg_catalog.simple', register_plain(part[2]));
    CONTINUE WHEN numnode(one) = 0;
    IF part[3] = '*' THEN
      one := CAST(CAST(one AS text) || ':*' AS tsquery);
    END IF;
    whole := CASE WHEN whole IS NULL THEN one
                  WHEN part[1] IS NULL THEN whole && one
                  ELSE whole || one END;
  END LOOP;
  RETURN coalesce(whole, CAST('' AS tsquery));
END
$$;

-- A stretch of the text around what was found, which stands between chr(2) and chr(3).
CREATE FUNCTION register_snippet(words text, question tsquery) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT CASE WHEN strpos(words, bare) > 1 THEN '…' ELSE '' END || marked ||
       CASE WHEN strpos(words, bare) + length(bare) <= length(words) THEN '…' ELSE '' END
FROM (SELECT marked, translate(marked, chr(2) || chr(3), '') AS bare
      FROM ts_headline('pg_catalog.simple', words, question,
                       'StartSel="' || chr(2) || '", StopSel="' || chr(3) ||
                       '", MaxWords=24, MinWords=12, ShortWord=0') AS marked) AS shown
$$;

CREATE TABLE claim_words (
  id bigint PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  words tsvector NOT NULL
);
CREATE INDEX claim_words_words ON claim_words USING gin (words);

-- A tsvector holds no more than a megabyte, so that long texts lie here in parts of 100,000
-- characters; the title is in the first.
CREATE TABLE report_words (
  id bigint REFERENCES version (id) ON DELETE CASCADE,
  part bigint,
  words tsvector NOT NULL,
  PRIMARY KEY (id, part)
);
CREATE INDEX report_words_words ON report_words USING gin (words);

CREATE VIEW claim_fts AS
SELECT w.id AS rowid, c.value AS value, w.words AS words
FROM claim_words AS w JOIN standing_claim AS c ON c.id = w.id;

CREATE VIEW report_fts AS
SELECT w.id AS rowid, v.title AS title, substr(t.text, CAST(w.part AS integer) * 100000 + 1, 100000) AS text,
       w.words AS words
FROM report_words AS w JOIN version AS v ON v.id = w.id JOIN text AS t ON t.digest = v.digest;
