-- Stories as published and facts as coded. Rows of these tables are never changed: triggers refuse it.

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  -- The source's own id; stories of two sources may share one.
  name TEXT NOT NULL,
  lang TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outlet TEXT,
  outlet_folded TEXT NOT NULL,
  url TEXT,
  title TEXT,
  text TEXT NOT NULL,
  added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
CREATE INDEX story_name ON story (name);
CREATE INDEX story_date ON story (date, id);

-- One reading of one story by one version of the coder.
CREATE TABLE coding (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES story,
  coder TEXT NOT NULL,
  added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  UNIQUE (story_id, coder)
) STRICT;

-- Which coding of a story counts: a pointer, the one thing here that moves.
CREATE TABLE story_head (
  story_id INTEGER PRIMARY KEY REFERENCES story,
  coding_id INTEGER NOT NULL UNIQUE REFERENCES coding
) STRICT;

-- A coded data set, whose facts have no story.
CREATE TABLE dataset (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  about TEXT,
  added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

-- A sentence that states at least one fact; offsets are UTF-16 units into the story's text.
CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES story,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start),
  text TEXT NOT NULL,
  UNIQUE (story_id, start, "end")
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES coding,
  name TEXT NOT NULL,
  -- All names, JSON; and folded, one a line, for looking up.
  names TEXT NOT NULL,
  names_folded TEXT NOT NULL,
  country TEXT NOT NULL,
  role TEXT
) STRICT;
CREATE INDEX person_coding ON person (coding_id);
CREATE INDEX person_country ON person (country);

-- first_day and last_day: when it happened where the text says, else the day of publication; never empty, for ordering.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER REFERENCES coding,
  dataset_id INTEGER REFERENCES dataset,
  sentence_id INTEGER REFERENCES sentence,
  type TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  pair TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN source <= target THEN source || '|' || target ELSE target || '|' || source END) STORED,
  source_person TEXT,
  target_person TEXT,
  mutual INTEGER NOT NULL DEFAULT 0,
  "from" TEXT,
  "to" TEXT,
  granularity TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  factuality TEXT NOT NULL,
  attributed_to TEXT,
  -- Every name of whoever says or does it, folded, one a line.
  speaker_folded TEXT NOT NULL DEFAULT '',
  mode TEXT,
  recurring INTEGER NOT NULL DEFAULT 0,
  precedent TEXT,
  place TEXT,
  -- What is shown but not asked for: chain, condition, purpose, quotes, numbers, happening; JSON.
  detail TEXT,
  offsets TEXT,
  confidence REAL NOT NULL,
  CHECK ((coding_id IS NULL) <> (dataset_id IS NULL))
) STRICT;
CREATE INDEX event_day ON event (first_day, id);
CREATE INDEX event_pair ON event (pair, first_day, id);
CREATE INDEX event_source ON event (source, first_day, id);
CREATE INDEX event_target ON event (target, first_day, id);
CREATE INDEX event_type ON event (type, first_day, id);
CREATE INDEX event_factuality ON event (factuality, first_day, id);
CREATE INDEX event_coding ON event (coding_id) WHERE coding_id IS NOT NULL;
CREATE INDEX event_sentence ON event (sentence_id) WHERE sentence_id IS NOT NULL;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES coding,
  sentence_id INTEGER NOT NULL REFERENCES sentence,
  speaker TEXT NOT NULL,
  speaker_folded TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  offsets TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX claim_day ON claim (first_day, id);
CREATE INDEX claim_coding ON claim (coding_id);
CREATE INDEX claim_sentence ON claim (sentence_id);

CREATE TABLE claim_about (
  party TEXT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY (party, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_about_claim ON claim_about (claim_id);

CREATE TABLE tie (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES coding,
  sentence_id INTEGER NOT NULL REFERENCES sentence,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  pair TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN a <= b THEN a || '|' || b ELSE b || '|' || a END) STORED,
  domain TEXT NOT NULL,
  kind TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  offsets TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX tie_day ON tie (first_day, id);
CREATE INDEX tie_pair ON tie (pair, first_day, id);
CREATE INDEX tie_a ON tie (a, first_day, id);
CREATE INDEX tie_b ON tie (b, first_day, id);
CREATE INDEX tie_coding ON tie (coding_id);
CREATE INDEX tie_sentence ON tie (sentence_id);

CREATE TABLE trend (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES coding,
  sentence_id INTEGER NOT NULL REFERENCES sentence,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  pair TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN a <= b THEN a || '|' || b ELSE b || '|' || a END) STORED,
  direction TEXT NOT NULL,
  "from" TEXT,
  "to" TEXT,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  offsets TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX trend_day ON trend (first_day, id);
CREATE INDEX trend_pair ON trend (pair, first_day, id);
CREATE INDEX trend_a ON trend (a, first_day, id);
CREATE INDEX trend_b ON trend (b, first_day, id);
CREATE INDEX trend_coding ON trend (coding_id);
CREATE INDEX trend_sentence ON trend (sentence_id);

-- Full text over folded words; the words themselves stand in the tables above. Rows can be erased, and then leave nothing.
CREATE VIRTUAL TABLE story_words USING fts5 (title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE sentence_words USING fts5 (text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO story_words (story_words, rank) VALUES ('secure-delete', 1);
INSERT INTO sentence_words (sentence_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER story_kept_u BEFORE UPDATE ON story BEGIN SELECT RAISE(ABORT, 'append-only: story'); END;
CREATE TRIGGER story_kept_d BEFORE DELETE ON story BEGIN SELECT RAISE(ABORT, 'append-only: story'); END;
CREATE TRIGGER coding_kept_u BEFORE UPDATE ON coding BEGIN SELECT RAISE(ABORT, 'append-only: coding'); END;
CREATE TRIGGER coding_kept_d BEFORE DELETE ON coding BEGIN SELECT RAISE(ABORT, 'append-only: coding'); END;
CREATE TRIGGER sentence_kept_u BEFORE UPDATE ON sentence BEGIN SELECT RAISE(ABORT, 'append-only: sentence'); END;
CREATE TRIGGER sentence_kept_d BEFORE DELETE ON sentence BEGIN SELECT RAISE(ABORT, 'append-only: sentence'); END;
CREATE TRIGGER person_kept_u BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'append-only: person'); END;
CREATE TRIGGER person_kept_d BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'append-only: person'); END;
CREATE TRIGGER event_kept_u BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'append-only: event'); END;
CREATE TRIGGER event_kept_d BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'append-only: event'); END;
CREATE TRIGGER claim_kept_u BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'append-only: claim'); END;
CREATE TRIGGER claim_kept_d BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'append-only: claim'); END;
CREATE TRIGGER claim_about_kept_u BEFORE UPDATE ON claim_about BEGIN SELECT RAISE(ABORT, 'append-only: claim_about'); END;
CREATE TRIGGER claim_about_kept_d BEFORE DELETE ON claim_about BEGIN SELECT RAISE(ABORT, 'append-only: claim_about'); END;
CREATE TRIGGER tie_kept_u BEFORE UPDATE ON tie BEGIN SELECT RAISE(ABORT, 'append-only: tie'); END;
CREATE TRIGGER tie_kept_d BEFORE DELETE ON tie BEGIN SELECT RAISE(ABORT, 'append-only: tie'); END;
CREATE TRIGGER trend_kept_u BEFORE UPDATE ON trend BEGIN SELECT RAISE(ABORT, 'append-only: trend'); END;
CREATE TRIGGER trend_kept_d BEFORE DELETE ON trend BEGIN SELECT RAISE(ABORT, 'append-only: trend'); END;
