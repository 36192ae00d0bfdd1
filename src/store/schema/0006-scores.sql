-- How much each merge can be relied on: what its rule is worth, or how alike the names are. Registers
-- compute their merges anew when the rules change, so the default stands only until then.
ALTER TABLE merge ADD COLUMN score REAL NOT NULL DEFAULT 0;
