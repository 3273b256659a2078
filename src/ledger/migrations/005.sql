-- Where stories come from: what their pages said of themselves, the feeds that are watched, what was read already.
-- Stories are named by hash, so that one that is forgotten leaves nothing here that holds it back.

-- What a source says of a story beyond its text.
CREATE TABLE story_origin (
  story TEXT PRIMARY KEY,
  author TEXT,
  -- How the date was found: metadata, json-ld, url, text, relative, updated, feed, header.
  dated TEXT
) STRICT, WITHOUT ROWID;

-- The texts that stood at an address, in the order in which they were met: an outlet's correction is a version of its own.
CREATE TABLE story_version (
  address TEXT NOT NULL,
  version INTEGER NOT NULL,
  story TEXT NOT NULL,
  seen TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  PRIMARY KEY (address, version),
  UNIQUE (address, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_version_story ON story_version (story);
CREATE TRIGGER story_origin_kept_u BEFORE UPDATE ON story_origin BEGIN SELECT RAISE(ABORT, 'append-only: story_origin'); END;
CREATE TRIGGER story_version_kept_u BEFORE UPDATE ON story_version BEGIN SELECT RAISE(ABORT, 'append-only: story_version'); END;

-- Documents whose stories are all in the ledger, by a hash of their bytes and of how they were read: a run that is started
-- again passes them over unread.
CREATE TABLE document_read (
  digest TEXT PRIMARY KEY,
  -- Hashes of its stories, JSON.
  stories TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Feeds that are watched, and how each stands. These two tables move.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  outlet TEXT,
  lang TEXT,
  watched INTEGER NOT NULL DEFAULT 1,
  etag TEXT,
  modified TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  -- Epoch milliseconds.
  due INTEGER NOT NULL DEFAULT 0,
  last_read INTEGER,
  last_problem TEXT
) STRICT;

CREATE TABLE feed_entry (
  feed_id INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  key TEXT NOT NULL,
  -- Hash of what the feed says of it: another one means that the outlet has touched it.
  mark TEXT NOT NULL,
  url TEXT,
  title TEXT,
  date TEXT,
  -- wait: to be fetched; kept: its story is in the ledger; gone, refused, failed: it is not fetched any more.
  state TEXT NOT NULL CHECK (state IN ('wait', 'kept', 'gone', 'refused', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  -- How often a page that is kept has been looked at again.
  looks INTEGER NOT NULL DEFAULT 0,
  etag TEXT,
  modified TEXT,
  due INTEGER,
  PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_entry_due ON feed_entry (feed_id, due) WHERE due IS NOT NULL;
