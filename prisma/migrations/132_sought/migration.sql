-- What is sought and read, as sums of days (docs/decisions/048). No row knows of anybody.
CREATE TABLE sought_day (
  on_day date NOT NULL,
  searches integer NOT NULL DEFAULT 0,
  nothing integer NOT NULL DEFAULT 0,
  CONSTRAINT sought_day_pkey PRIMARY KEY (on_day)
);

-- Searches without a result: a keyed hash, and the words once they were asked for on several days.
CREATE TABLE sought_words (
  hash text NOT NULL,
  words text,
  days integer NOT NULL DEFAULT 1,
  last_on date NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT sought_words_pkey PRIMARY KEY (hash)
);
CREATE INDEX sought_words_last_on_idx ON sought_words (last_on);

-- Pages of public records that were opened, and citation files of them that were taken.
CREATE TABLE read_day (
  on_day date NOT NULL,
  record_id uuid NOT NULL,
  reads integer NOT NULL DEFAULT 0,
  cites integer NOT NULL DEFAULT 0,
  CONSTRAINT read_day_pkey PRIMARY KEY (on_day, record_id),
  CONSTRAINT read_day_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX read_day_record_id_idx ON read_day (record_id);
