-- A list that should never have been loaded is taken out of use, with who did it and why; what it found stays to be read.
ALTER TABLE screening_list ADD COLUMN withdrawn_at timestamptz(6), ADD COLUMN withdrawn_by uuid, ADD COLUMN withdrawn_reason text,
  ADD CONSTRAINT screening_list_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL) AND NOT (current AND withdrawn_at IS NOT NULL));
CREATE OR REPLACE FUNCTION screening_list_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL THEN RAISE EXCEPTION 'a list that was taken out of use never changes'; END IF;
  IF (to_jsonb(NEW) - '{current,withdrawn_at,withdrawn_by,withdrawn_reason}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{current,withdrawn_at,withdrawn_by,withdrawn_reason}'::text[]) THEN
    RAISE EXCEPTION 'a list that was loaded never changes';
  END IF;
  RETURN NEW;
END $$;
