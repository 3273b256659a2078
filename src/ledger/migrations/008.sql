-- Derived: how often who did what to whom in the whole of a data set, in columns; see totals.ts.
CREATE TABLE coded_total (
  dataset_id INTEGER PRIMARY KEY REFERENCES dataset,
  columns BLOB NOT NULL
) STRICT;
