-- Four eyes, line by line, and editions that say who published them and can be withdrawn (docs/decisions/030).

-- Who wrote a line of an assessment as it is now: nobody agrees with a line of their own. A line that has no row is of who began it.
CREATE TABLE assessment_line (
  assessment_id uuid NOT NULL,
  line text NOT NULL,
  written_by uuid NOT NULL,
  CONSTRAINT assessment_line_pkey PRIMARY KEY (assessment_id, line),
  CONSTRAINT assessment_line_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- What was agreed to stays as it was when the assessment was signed.
CREATE FUNCTION signed_review_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM assessment a WHERE a.id = coalesce(NEW.assessment_id, OLD.assessment_id) AND a.state = 'SIGNED')
  THEN RAISE EXCEPTION 'the review of a signed assessment never changes'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER signed_review_stays BEFORE INSERT OR UPDATE OR DELETE ON assessment_review FOR EACH ROW EXECUTE FUNCTION signed_review_stays();

-- Counts how often it was said who sees a signed assessment: a page that is older changes nothing.
ALTER TABLE assessment ADD COLUMN publications integer NOT NULL DEFAULT 0, ADD COLUMN published_by uuid;
CREATE OR REPLACE FUNCTION signed_assessment_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  open constant text[] := '{audience,record_id,published_at,published_by,publications,copied_from}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'SIGNED' THEN RAISE EXCEPTION 'a signed assessment is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.state = 'SIGNED' AND (to_jsonb(NEW) - open) IS DISTINCT FROM (to_jsonb(OLD) - open)
  THEN RAISE EXCEPTION 'a signed assessment never changes'; END IF;
  RETURN NEW;
END $$;

ALTER TABLE instrument_edition
  ADD COLUMN writers uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN withdrawn_at timestamptz(6),
  ADD COLUMN withdrawn_by uuid,
  ADD COLUMN withdrawn_reason text;
CREATE OR REPLACE FUNCTION published_edition_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  open constant text[] := '{withdrawn_at,withdrawn_by,withdrawn_reason}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'a published edition is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.published_at IS NOT NULL AND (OLD.withdrawn_at IS NOT NULL OR (to_jsonb(NEW) - open) IS DISTINCT FROM (to_jsonb(OLD) - open)) AND NEW IS DISTINCT FROM OLD
  THEN RAISE EXCEPTION 'a published edition never changes'; END IF;
  RETURN NEW;
END $$;
