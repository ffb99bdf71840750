-- Instruments by edition, and their runs (docs/decisions/030).

-- An edition that is published never changes again: runs display by it for ever.
CREATE TABLE instrument_edition (
  id uuid NOT NULL DEFAULT uuidv7(),
  instrument text NOT NULL,
  edition text NOT NULL,
  title text NOT NULL,
  content jsonb NOT NULL,
  hash text NOT NULL,
  organization_id uuid,
  audience audience NOT NULL DEFAULT 'PUBLIC',
  based_on uuid,
  edits integer NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  published_at timestamptz(6),
  published_by uuid,
  CONSTRAINT instrument_edition_pkey PRIMARY KEY (id),
  CONSTRAINT instrument_edition_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT instrument_edition_based_on_fkey FOREIGN KEY (based_on) REFERENCES instrument_edition (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX instrument_edition_instrument_edition_key ON instrument_edition (instrument, edition);

CREATE FUNCTION published_edition_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'a published edition is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.published_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN RAISE EXCEPTION 'a published edition never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER published_edition_stays BEFORE UPDATE OR DELETE ON instrument_edition FOR EACH ROW EXECUTE FUNCTION published_edition_stays();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON instrument_edition FOR EACH STATEMENT EXECUTE FUNCTION library_changed();

CREATE TYPE assessment_state AS ENUM ('DRAFT', 'SHARED', 'SIGNED');

-- One run of an edition for one use case. A signed one is frozen: only where it is shown and what it is attached to may change.
CREATE TABLE assessment (
  id uuid NOT NULL DEFAULT uuidv7(),
  edition_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  title text NOT NULL,
  state assessment_state NOT NULL DEFAULT 'DRAFT',
  content jsonb NOT NULL,
  outcome jsonb NOT NULL,
  edits integer NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_by uuid,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  signed_by uuid,
  signed_as text,
  signed_at timestamptz(6),
  audience audience NOT NULL DEFAULT 'OWNERS',
  record_id uuid,
  published_at timestamptz(6),
  copied_from uuid,
  shipped text,
  CONSTRAINT assessment_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES instrument_edition (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT assessment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT assessment_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT assessment_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES assessment (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX assessment_shipped_key ON assessment (shipped);
CREATE INDEX assessment_organization_id_state_idx ON assessment (organization_id, state);
CREATE INDEX assessment_created_by_idx ON assessment (created_by);
CREATE INDEX assessment_record_id_idx ON assessment (record_id);

CREATE FUNCTION signed_assessment_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'SIGNED' THEN RAISE EXCEPTION 'a signed assessment is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.state = 'SIGNED' AND (to_jsonb(NEW) - '{audience,record_id,published_at,copied_from}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{audience,record_id,published_at,copied_from}'::text[])
  THEN RAISE EXCEPTION 'a signed assessment never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_assessment_stays BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION signed_assessment_stays();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION library_changed();

-- What a second person says of a line: it holds as long as the line reads as it read then.
CREATE TABLE assessment_review (
  id uuid NOT NULL DEFAULT uuidv7(),
  assessment_id uuid NOT NULL,
  line text NOT NULL,
  line_hash text NOT NULL,
  agrees boolean NOT NULL,
  text text NOT NULL DEFAULT '',
  written_by uuid NOT NULL,
  written_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT assessment_review_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_review_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX assessment_review_assessment_id_line_idx ON assessment_review (assessment_id, line);
