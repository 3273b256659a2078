-- Coded data sets: events that others have coded, without a story. Millions of them, so they are kept packed, by pair of parties.
ALTER TABLE dataset ADD COLUMN format TEXT NOT NULL DEFAULT '';
-- Numbers given to its events so far: the next event gets this one.
ALTER TABLE dataset ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
-- How much of its file of refused rows belongs to what is kept here.
ALTER TABLE dataset ADD COLUMN refused_bytes INTEGER NOT NULL DEFAULT 0;

-- Small numbers for what repeats. Numbers below 65,536.
CREATE TABLE coded_party (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE coded_code (
  id INTEGER PRIMARY KEY,
  -- As the data set writes it: a CAMEO code, or a PLOVER type.
  code TEXT NOT NULL UNIQUE,
  -- NULL for statements, which have none.
  type TEXT,
  mode TEXT
) STRICT;
-- Actors as the data set names them.
CREATE TABLE coded_actor (
  id INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (dataset_id, code, name)
) STRICT;

-- A piece of a file that was read, known again by its content: hash of its first line, length in bytes, hash of all of it.
CREATE TABLE coded_piece (
  id INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  lead TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  hash TEXT NOT NULL,
  file TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  -- Its events are numbered from here on.
  first_n INTEGER NOT NULL,
  events INTEGER NOT NULL,
  repeated INTEGER NOT NULL,
  without_party INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  UNIQUE (dataset_id, lead, bytes, hash)
) STRICT;
CREATE TRIGGER coded_piece_kept_u BEFORE UPDATE ON coded_piece BEGIN SELECT RAISE(ABORT, 'append-only: coded_piece'); END;
CREATE TRIGGER coded_piece_kept_d BEFORE DELETE ON coded_piece BEGIN SELECT RAISE(ABORT, 'append-only: coded_piece'); END;

-- The data set's own ids of its events that are here, 65,536 to a row.
CREATE TABLE coded_id (
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  block INTEGER NOT NULL,
  ids BLOB NOT NULL,
  PRIMARY KEY (dataset_id, block)
) STRICT, WITHOUT ROWID;

-- Events of one year that came together, or were put together since: eight segments of a level become one of the next.
CREATE TABLE coded_segment (
  id INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  year INTEGER NOT NULL,
  level INTEGER NOT NULL,
  first_n INTEGER NOT NULL,
  last_n INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  events INTEGER NOT NULL,
  -- How many of them have a PLOVER type.
  typed INTEGER NOT NULL,
  -- Its runs, by id.
  first_run INTEGER NOT NULL,
  last_run INTEGER NOT NULL
) STRICT;
CREATE INDEX coded_segment_year ON coded_segment (dataset_id, year, level, first_n);

-- Events between two parties (a <= b by number) in one segment, by day and number, in columns; see columns.ts.
CREATE TABLE coded_run (
  id INTEGER PRIMARY KEY,
  segment_id INTEGER NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  events INTEGER NOT NULL,
  columns BLOB NOT NULL
) STRICT;
CREATE INDEX coded_run_a ON coded_run (a, b, segment_id);
CREATE INDEX coded_run_b ON coded_run (b, segment_id);

-- Derived: how often who did what to whom on each day of a segment, in columns; see days.ts.
CREATE TABLE coded_days (
  segment_id INTEGER PRIMARY KEY,
  columns BLOB NOT NULL
) STRICT;
