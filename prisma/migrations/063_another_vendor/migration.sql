-- The name of which the writer of a new entry said that it is of another than the one that has it already.
ALTER TABLE draft ADD COLUMN another text;
