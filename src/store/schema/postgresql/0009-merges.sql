-- Merges refer to objects without saying so to the engine: see the migration of the same number for
-- files.
ALTER TABLE merge DROP CONSTRAINT merge_a_id_fkey, DROP CONSTRAINT merge_b_id_fkey;
DROP INDEX merge_a;
DROP INDEX merge_b;
