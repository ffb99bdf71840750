-- What a screening found, and of what, never changes: names of a list, checks, and the words by which a candidate was found.
CREATE FUNCTION screening_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a screening found never changes';
END $$;
CREATE TRIGGER screening_entry_stays BEFORE UPDATE ON screening_entry FOR EACH ROW EXECUTE FUNCTION screening_stays();
CREATE TRIGGER screening_name_stays BEFORE UPDATE ON screening_name FOR EACH ROW EXECUTE FUNCTION screening_stays();
CREATE TRIGGER screening_check_stays BEFORE UPDATE ON screening_check FOR EACH ROW EXECUTE FUNCTION screening_stays();
CREATE TRIGGER screening_word_stays BEFORE UPDATE ON screening_word FOR EACH ROW EXECUTE FUNCTION screening_stays();

-- Whether the seal of a run covers the moments of its checks and the words of its candidates too; those of runs before this migration do not.
ALTER TABLE screening_run ADD COLUMN sealed_whole boolean NOT NULL DEFAULT false;
