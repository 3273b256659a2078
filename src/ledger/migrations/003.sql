-- Happenings and copies. All of it is derived, and can be dropped and rebuilt.

-- One act in the world. The id is made from its first report, so that it does not depend on the order of reading.
CREATE TABLE happening (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  events INTEGER NOT NULL,
  stories INTEGER NOT NULL
) STRICT;
CREATE INDEX happening_day ON happening (first_day, id);

-- Every event that stories state; an event without a row here (one of a data set) is its own happening.
CREATE TABLE happening_event (
  event_id INTEGER PRIMARY KEY,
  happening_id INTEGER NOT NULL
) STRICT;
CREATE INDEX happening_event_happening ON happening_event (happening_id);

-- Codings whose events stand in happenings.
CREATE TABLE happening_coding (
  coding_id INTEGER PRIMARY KEY
) STRICT;

-- Acts of two stories, each by the first of its events, and the log-odds that they are one.
CREATE TABLE happening_link (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX happening_link_b ON happening_link (b, a);

-- Dated events that lay more than a month back when they were told, by pair and by the day of the telling.
CREATE TABLE happening_past (
  pair TEXT NOT NULL,
  published TEXT NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (pair, published, event_id)
) STRICT, WITHOUT ROWID;

-- Merges and splits as last applied: events that are one happening (1) or are not (0).
CREATE TABLE happening_word (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  together INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- MinHash signature of a story's text, its bands for looking it up, and the first of the stories that it is a copy of.
CREATE TABLE story_signature (
  story_id INTEGER PRIMARY KEY,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE story_band (
  band INTEGER NOT NULL,
  story_id INTEGER NOT NULL,
  PRIMARY KEY (band, story_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_copy (
  story_id INTEGER PRIMARY KEY,
  original_id INTEGER NOT NULL
) STRICT;
CREATE INDEX story_copy_original ON story_copy (original_id);
