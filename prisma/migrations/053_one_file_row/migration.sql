-- The same bytes that a person uploads again for the same draft are counted in the row that is there.
ALTER TABLE file ADD COLUMN uploads integer NOT NULL DEFAULT 1;
