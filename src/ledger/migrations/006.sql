-- What the page needs: people found by any part of any of their names; tokens for callers from elsewhere; watches.

CREATE VIRTUAL TABLE person_words USING fts5 (names, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO person_words (person_words, rank) VALUES ('secure-delete', 1);
INSERT INTO person_words (rowid, names) SELECT id, names_folded FROM person;
CREATE TRIGGER person_words_i AFTER INSERT ON person BEGIN INSERT INTO person_words (rowid, names) VALUES (new.id, new.names_folded); END;
CREATE TRIGGER person_words_d AFTER DELETE ON person BEGIN DELETE FROM person_words WHERE rowid = old.id; END;

-- Only a token's hash is kept; the token itself is shown once.
CREATE TABLE token (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('read', 'correct', 'admin')),
  added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  revoked TEXT
) STRICT;

-- A view that somebody comes back to. `seen` is the last fact that had been added when it was last opened.
CREATE TABLE watch (
  id INTEGER PRIMARY KEY,
  -- Names the watch in the address of its feed, so that feeds cannot be guessed.
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- The search, as an address's query: kind=event&party=BLR.
  query TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
