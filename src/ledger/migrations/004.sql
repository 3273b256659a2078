-- What an analyst says of the record. Each row is a word of its own, added and never changed; facts as coded stay.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  -- Hash of who, when, what and why: the same in every ledger that the row is taken to.
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT NOT NULL,
  -- JSON; what it says depends on the kind.
  body TEXT NOT NULL,
  -- Of undo and redo: the uid of the row meant.
  target TEXT
) STRICT;
CREATE INDEX correction_target ON correction (target) WHERE target IS NOT NULL;
CREATE INDEX correction_at ON correction (at, uid);

-- The stories a correction stands on, by hash: they may not be here yet.
CREATE TABLE correction_story (
  story TEXT NOT NULL,
  correction_id INTEGER NOT NULL REFERENCES correction,
  PRIMARY KEY (story, correction_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER correction_kept_u BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'append-only: correction'); END;
CREATE TRIGGER correction_kept_d BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'append-only: correction'); END;
CREATE TRIGGER correction_story_kept_u BEFORE UPDATE ON correction_story BEGIN SELECT RAISE(ABORT, 'append-only: correction_story'); END;
CREATE TRIGGER correction_story_kept_d BEFORE DELETE ON correction_story BEGIN SELECT RAISE(ABORT, 'append-only: correction_story'); END;

-- Derived: the facts of this ledger that a correction is about, in the coding that counts. fit: same, words, kept, none.
CREATE TABLE correction_fact (
  correction_id INTEGER NOT NULL REFERENCES correction,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- The fact as coded (or as first added); NULL where the newer coder has none like it.
  fact_id INTEGER,
  fit TEXT NOT NULL,
  PRIMARY KEY (correction_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_fact_fact ON correction_fact (kind, fact_id);

-- Rows of the fact tables that were written by corrections: in whose place, and what they say (JSON), to find one again.
CREATE TABLE revision (
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  base_id INTEGER NOT NULL,
  says TEXT NOT NULL,
  PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_base ON revision (kind, base_id);

-- Derived: how every row that corrections touch stands. Rows without one stand as coded.
CREATE TABLE verdict (
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  base_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'rejected', 'replaced', 'changed', 'added', 'withdrawn')),
  hidden INTEGER NOT NULL,
  conflict INTEGER NOT NULL,
  PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;

-- Facts that count, as corrected: what every question is answered from.
CREATE VIEW event_now AS SELECT event.* FROM event LEFT JOIN story_head ON story_head.coding_id = event.coding_id
  WHERE (event.coding_id IS NULL OR story_head.coding_id IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.kind = 'event' AND verdict.row_id = event.id AND verdict.hidden = 1);
CREATE VIEW claim_now AS SELECT claim.* FROM claim JOIN story_head ON story_head.coding_id = claim.coding_id
  WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.kind = 'claim' AND verdict.row_id = claim.id AND verdict.hidden = 1);
CREATE VIEW tie_now AS SELECT tie.* FROM tie JOIN story_head ON story_head.coding_id = tie.coding_id
  WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.kind = 'tie' AND verdict.row_id = tie.id AND verdict.hidden = 1);
CREATE VIEW trend_now AS SELECT trend.* FROM trend JOIN story_head ON story_head.coding_id = trend.coding_id
  WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.kind = 'trend' AND verdict.row_id = trend.id AND verdict.hidden = 1);

-- Derived: names that are one person's, and pairs of names that a story's list of persons joins and an analyst parts.
CREATE TABLE person_joined (
  name_folded TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  person INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_joined_person ON person_joined (person);
CREATE TABLE person_apart (
  a_folded TEXT NOT NULL,
  b_folded TEXT NOT NULL,
  PRIMARY KEY (a_folded, b_folded)
) STRICT, WITHOUT ROWID;

-- The user's own word on outlets. weight: what a report of theirs counts, 1 as usual.
CREATE TABLE outlet (
  name TEXT PRIMARY KEY,
  weight REAL NOT NULL DEFAULT 1 CHECK (weight >= 0),
  label TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A story erased for good: that there was one, not what it said.
CREATE TABLE tombstone (
  hash TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT, WITHOUT ROWID;
