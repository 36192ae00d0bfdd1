-- What following feeds leaves for the next visit. It says nothing about meetings: exports leave it
-- out, and a register without it only asks for more than it needs.

CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  etag TEXT NOT NULL,                   -- as the host gave it; empty: the feed must be sent whole
  last_modified TEXT NOT NULL,          -- the same
  failures INTEGER NOT NULL,            -- visits in a row that failed
  not_before INTEGER NOT NULL           -- seconds since 1970; it is left alone until then
) STRICT;

CREATE TABLE feed_entry (
  feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
  key TEXT NOT NULL,                    -- its address, else its id
  mark TEXT NOT NULL,                   -- of what the feed said of it; empty: it was never had
  etag TEXT NOT NULL,                   -- of its page
  last_modified TEXT NOT NULL,          -- the same
  failures INTEGER NOT NULL,            -- visits in a row on which its page could not be had
  is_feed INTEGER NOT NULL CHECK (is_feed IN (0, 1)),  -- a further sitemap
  PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;
