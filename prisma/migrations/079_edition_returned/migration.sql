-- An edition that was taken out of use can be brought back by somebody else (docs/decisions/030). What was said of the last time stays.
ALTER TABLE instrument_edition
  ADD COLUMN returned_at timestamptz(6),
  ADD COLUMN returned_by uuid,
  ADD COLUMN returned_reason text,
  ADD CONSTRAINT instrument_edition_returned CHECK ((returned_at IS NULL) = (returned_by IS NULL) AND (returned_at IS NULL) = (returned_reason IS NULL) AND (returned_at IS NULL OR withdrawn_at IS NOT NULL));
CREATE OR REPLACE FUNCTION published_edition_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  withdrawal constant text[] := '{withdrawn_at,withdrawn_by,withdrawn_reason}';
  coming_back constant text[] := '{returned_at,returned_by,returned_reason}';
  out_of_use boolean;
  withdraws boolean;
  returns boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'a published edition is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.published_at IS NULL OR NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - withdrawal - coming_back) IS DISTINCT FROM (to_jsonb(OLD) - withdrawal - coming_back) THEN
    RAISE EXCEPTION 'a published edition never changes';
  END IF;
  out_of_use := OLD.withdrawn_at IS NOT NULL AND (OLD.returned_at IS NULL OR OLD.returned_at < OLD.withdrawn_at);
  withdraws := (NEW.withdrawn_at, NEW.withdrawn_by, NEW.withdrawn_reason) IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_by, OLD.withdrawn_reason);
  returns := (NEW.returned_at, NEW.returned_by, NEW.returned_reason) IS DISTINCT FROM (OLD.returned_at, OLD.returned_by, OLD.returned_reason);
  IF withdraws AND NOT returns AND NOT out_of_use AND NEW.withdrawn_at >= greatest(OLD.published_at, OLD.returned_at) AND NEW.withdrawn_by IS NOT NULL THEN RETURN NEW; END IF;
  IF returns AND NOT withdraws AND out_of_use AND NEW.returned_at >= OLD.withdrawn_at AND NEW.returned_by IS DISTINCT FROM OLD.withdrawn_by THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a published edition never changes';
END $$;

-- Who wrote the lines of a signed assessment stays as it was sealed.
CREATE FUNCTION signed_line_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM assessment a WHERE a.id = coalesce(NEW.assessment_id, OLD.assessment_id) AND a.state = 'SIGNED')
  THEN RAISE EXCEPTION 'the lines of a signed assessment never change'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER signed_line_stays BEFORE INSERT OR UPDATE OR DELETE ON assessment_line FOR EACH ROW EXECUTE FUNCTION signed_line_stays();
