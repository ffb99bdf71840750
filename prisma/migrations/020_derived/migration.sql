-- Which derivation made a record's derived columns (prisma/derive.ts); one that names another is derived again.
ALTER TABLE record ADD COLUMN derived_by text;
CREATE INDEX record_derived_by_id_idx ON record (derived_by, id);
-- Contents name organizations by their short names.
CREATE INDEX record_short_name_idx ON record ((content->>'shortName')) WHERE kind = 'ORGANIZATION';
