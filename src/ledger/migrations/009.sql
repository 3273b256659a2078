-- Derived: events of data sets that corrections are about, in the numbers of their columns, so that what is counted can leave out the ones that are hidden.
CREATE TABLE coded_corrected (
  -- The data set's number times 2^32, and the event's own number in it.
  id INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  day INTEGER NOT NULL,
  code INTEGER NOT NULL,
  ref INTEGER NOT NULL
) STRICT;
