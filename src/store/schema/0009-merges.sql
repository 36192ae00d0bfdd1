-- Merges refer to objects without saying so to the engine. Whoever computes an entity anew knows its
-- merges and deletes those that are none any more. Two indexes and two looks at objects for each were
-- half of what a merge costs, and every report brings many.
ALTER TABLE merge RENAME TO old_merge;
CREATE TABLE merge (
  entity_id TEXT NOT NULL,
  a_id INTEGER NOT NULL,                -- objects
  b_id INTEGER NOT NULL,
  rule TEXT NOT NULL,
  score REAL NOT NULL,                  -- what its rule is worth, or how alike the names are
  PRIMARY KEY (entity_id, a_id, b_id)
) STRICT, WITHOUT ROWID;
INSERT INTO merge (entity_id, a_id, b_id, rule, score)
SELECT entity_id, a_id, b_id, rule, score FROM old_merge;
DROP TABLE old_merge;
