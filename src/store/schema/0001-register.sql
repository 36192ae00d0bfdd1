-- The register: reports and their versions, the claims that current versions make, and the
-- entities that the claims are about. docs/formats/register.md explains every table.
--
-- Two halves. "What reports say" is entered and never computed. "What it adds up to" can be thrown
-- away and computed again from the first half at any time.

-- ---------------------------------------------------------------- what reports say

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Texts, each once, however many reports publish it.
CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,          -- "sha256:" and 64 hexadecimal digits
  text TEXT NOT NULL
) STRICT;

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE              -- canonical origin
) STRICT;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  version_key TEXT NOT NULL,            -- the greatest of a report's versions is current
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  engine TEXT NOT NULL,
  schema INTEGER NOT NULL,
  name TEXT NOT NULL,                   -- the report's own id
  origin TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES text (digest),
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  agency TEXT NOT NULL,
  byline TEXT NOT NULL,
  dateline_place TEXT NOT NULL,
  dateline_country TEXT NOT NULL,
  dateline_date TEXT NOT NULL,
  published TEXT NOT NULL,
  modified TEXT NOT NULL,
  language TEXT NOT NULL,
  UNIQUE (report_id, version_key)
) STRICT;
CREATE UNIQUE INDEX version_current ON version (report_id) WHERE current = 1;
CREATE INDEX version_digest ON version (digest);
CREATE INDEX version_name ON version (name);

-- What the cleaning took out of a version's text.
CREATE TABLE left_out (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX left_out_version ON left_out (version_id);

CREATE TABLE warning (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('source', 'reader')),
  message TEXT NOT NULL
) STRICT;
CREATE INDEX warning_version ON warning (version_id);

-- The objects of a reading: "/meetings/0", "/meetings/0/participants/3", "/holdings/1".
CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  pointer TEXT NOT NULL,
  list TEXT NOT NULL,                   -- "meetings", "participants", "agenda", ...
  parent_id INTEGER REFERENCES object (id) ON DELETE CASCADE,  -- the meeting it belongs to
  UNIQUE (version_id, pointer)
) STRICT;
CREATE INDEX object_parent ON object (parent_id) WHERE parent_id IS NOT NULL;

-- One fact as one report states it. Ids ascend in the order of the public JSON.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  property TEXT NOT NULL,               -- pointer of the fact: object.pointer || '/' || property
  value TEXT NOT NULL,
  evidence TEXT NOT NULL,               -- JSON: [[begin, end], ...] in bytes of the text
  confidence REAL NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX claim_object ON claim (object_id);

-- Links between meetings of one report.
CREATE TABLE link (
  object_id INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
  from_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  to_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  relation TEXT NOT NULL
) STRICT;
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);

-- ---------------------------------------------------------------- what it adds up to

CREATE TABLE series (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Meetings with their canonical values.
CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY,
  series_id TEXT REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  organisation TEXT,
  organ TEXT,
  kind TEXT,
  format TEXT,
  mode TEXT,
  ordinal INTEGER,
  status TEXT,
  dates TEXT,                           -- EDTF
  first_day TEXT,
  last_day TEXT,
  rescheduled_to TEXT,
  place TEXT,
  country TEXT,
  venue TEXT,
  chair TEXT,
  chair_person TEXT,
  host TEXT,
  inviter TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_series ON meeting (series_id, ordinal);
CREATE INDEX meeting_days ON meeting (first_day, last_day);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT,
  organisation TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX person_name ON person (name);

-- Which object is about which entity. `own_id` of every member leads to its entity.
CREATE TABLE member (
  object_id INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE,
  own_id TEXT NOT NULL,
  features TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (meeting_id IS NULL OR person_id IS NULL)
) STRICT;
CREATE INDEX member_own_id ON member (own_id);
CREATE INDEX member_meeting ON member (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX member_person ON member (person_id) WHERE person_id IS NOT NULL;

-- Only members that share a block can be one entity.
CREATE TABLE block (
  key TEXT NOT NULL,
  object_id INTEGER NOT NULL REFERENCES member (object_id) ON DELETE CASCADE,
  PRIMARY KEY (key, object_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_object ON block (object_id);

-- All values of an entity's properties, the canonical one at rank 0.
CREATE TABLE ranked_value (
  entity_id TEXT NOT NULL,
  property TEXT NOT NULL,
  rank INTEGER NOT NULL,
  value TEXT NOT NULL,
  support INTEGER NOT NULL,             -- texts that state it; copies count once
  confidence REAL NOT NULL,
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  PRIMARY KEY (entity_id, property, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX ranked_value_disputed ON ranked_value (entity_id, property) WHERE disputed = 1;

-- Who stands on which side of a disputed property.
CREATE TABLE side (
  entity_id TEXT NOT NULL,
  property TEXT NOT NULL,
  rank INTEGER NOT NULL,
  object_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  PRIMARY KEY (entity_id, property, rank, object_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX side_object ON side (object_id);

-- Why members are one entity.
CREATE TABLE merge (
  entity_id TEXT NOT NULL,
  a_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  b_id INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  PRIMARY KEY (entity_id, a_id, b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_a ON merge (a_id);
CREATE INDEX merge_b ON merge (b_id);

-- ---------------------------------------------------------------- full-text search

-- No triggers keep the indexes: a statement that fires one makes FTS5 write out what it has
-- gathered, a piece for every claim. The program enters a whole batch at its end.

CREATE VIEW searchable_report AS
SELECT v.id AS id, v.title AS title, t.text AS text
FROM version AS v JOIN text AS t ON t.digest = v.digest
WHERE v.current = 1;

CREATE VIEW searchable_claim AS
SELECT id, value
FROM claim
WHERE property IN ('name', 'organisation', 'organ', 'place', 'venue', 'chair_person', 'inviter',
                   'person', 'offices', 'office', 'text', 'topics', 'actor');

CREATE VIRTUAL TABLE report_fts USING fts5 (
  title, text, content = 'searchable_report', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_fts USING fts5 (
  value, content = 'searchable_claim', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2');
