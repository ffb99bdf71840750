-- What a record's list can be narrowed by as from and to: numbers, and days as numbers of days since 1970-01-01. A value that is
-- known only roughly ("2019") has the span that it may be in. Derived from the content, as the filter values are.
CREATE TABLE record_range (
  record_id uuid NOT NULL,
  name text NOT NULL,
  low double precision NOT NULL,
  high double precision NOT NULL,
  CONSTRAINT record_range_pkey PRIMARY KEY (record_id, name, low, high),
  CONSTRAINT record_range_in_order CHECK (low <= high),
  CONSTRAINT record_range_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX record_range_name_low_high_record_id_idx ON record_range (name, low, high, record_id);
