-- Long-term agreements of organizations with vendors (docs/decisions/032).

CREATE TYPE agreement_use AS ENUM ('NOT_STATED', 'CLOSED', 'ON_REQUEST', 'OPEN');

CREATE TABLE agreement (
  id uuid NOT NULL DEFAULT uuidv7(),
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT agreement_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  vendor_id uuid NOT NULL,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR' CONSTRAINT agreement_vendor_kind CHECK (vendor_kind = 'VENDOR'),
  audience audience NOT NULL DEFAULT 'OWNERS',
  openings integer NOT NULL DEFAULT 0,
  opened_by uuid,
  opened_at timestamptz(6),
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT agreement_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT,
  CONSTRAINT agreement_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE RESTRICT
);
CREATE INDEX agreement_organization_id_idx ON agreement (organization_id);
CREATE INDEX agreement_vendor_id_idx ON agreement (vendor_id);

-- The terms as they hold from one day to another: the agreement as of any day is one row.
CREATE TABLE agreement_version (
  id uuid NOT NULL DEFAULT uuidv7(),
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  holds_from date,
  holds_until date,
  reason text NOT NULL DEFAULT '',
  number text NOT NULL,
  title text NOT NULL,
  scope text NOT NULL,
  unspsc text[] NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  ceiling numeric(18, 2),
  currency text,
  call_off text NOT NULL DEFAULT '',
  use agreement_use NOT NULL DEFAULT 'NOT_STATED',
  use_terms text NOT NULL DEFAULT '',
  contact text NOT NULL DEFAULT '',
  document_label text NOT NULL DEFAULT '',
  document_address text,
  document_file text,
  source text NOT NULL,
  written_by uuid,
  written_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT agreement_version_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_version_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT agreement_version_period CHECK (starts_on <= ends_on),
  CONSTRAINT agreement_version_ceiling CHECK ((ceiling IS NULL) = (currency IS NULL) AND (ceiling IS NULL OR ceiling >= 0)),
  CONSTRAINT agreement_version_first CHECK ((version = 1) = (holds_from IS NULL))
);
CREATE UNIQUE INDEX agreement_version_agreement_id_version_key ON agreement_version (agreement_id, version);
CREATE INDEX agreement_version_ends_on_idx ON agreement_version (ends_on);
CREATE INDEX agreement_version_unspsc_idx ON agreement_version USING gin (unspsc);
CREATE INDEX agreement_version_document_file_idx ON agreement_version (document_file);

CREATE TABLE agreement_drawing (
  id uuid NOT NULL DEFAULT uuidv7(),
  agreement_id uuid NOT NULL,
  drawn numeric(18, 2) NOT NULL,
  on_day date NOT NULL,
  source text NOT NULL,
  written_by uuid,
  written_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT agreement_drawing_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_drawing_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT agreement_drawing_drawn CHECK (drawn >= 0)
);
CREATE INDEX agreement_drawing_agreement_id_on_day_id_idx ON agreement_drawing (agreement_id, on_day DESC, id DESC);

CREATE TABLE agreement_request (
  id uuid NOT NULL DEFAULT uuidv7(),
  agreement_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT agreement_request_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  text text NOT NULL,
  asked_by uuid,
  asked_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  granted boolean,
  answer text,
  answered_by uuid,
  answered_at timestamptz(6),
  CONSTRAINT agreement_request_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_request_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT agreement_request_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT,
  CONSTRAINT agreement_request_answered CHECK ((granted IS NULL) = (answered_at IS NULL) AND (granted IS NULL) = (answer IS NULL))
);
CREATE INDEX agreement_request_agreement_id_idx ON agreement_request (agreement_id);
CREATE INDEX agreement_request_organization_id_idx ON agreement_request (organization_id);
-- An organization asks again once it was answered, not before.
CREATE UNIQUE INDEX agreement_request_waiting ON agreement_request (agreement_id, organization_id) WHERE granted IS NULL;

CREATE TABLE agreement_notice (
  agreement_id uuid NOT NULL,
  ends_on date NOT NULL,
  days integer NOT NULL,
  queued_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT agreement_notice_pkey PRIMARY KEY (agreement_id, ends_on, days),
  CONSTRAINT agreement_notice_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- What was agreed, drawn, asked and answered stays as it was said; of all this only demonstration data goes again.
CREATE FUNCTION agreement_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  -- What may be said later, once.
  later text[] := CASE TG_TABLE_NAME WHEN 'agreement' THEN '{audience,openings,opened_by,opened_at}'::text[]
    WHEN 'agreement_version' THEN '{holds_until}' WHEN 'agreement_request' THEN '{granted,answer,answered_by,answered_at}' ELSE '{}' END;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF TG_TABLE_NAME = 'agreement' THEN
      IF NOT OLD.demo THEN RAISE EXCEPTION 'an agreement is never deleted'; END IF;
    -- With the agreement that they belong to, which is gone by then.
    ELSIF EXISTS (SELECT FROM agreement a WHERE a.id = OLD.agreement_id AND NOT a.demo) THEN
      RAISE EXCEPTION 'what was said of an agreement is never deleted';
    END IF;
    RETURN OLD;
  END IF;
  IF (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
    OR (TG_TABLE_NAME = 'agreement_version' AND to_jsonb(OLD)->>'holds_until' IS NOT NULL AND NEW IS DISTINCT FROM OLD)
    OR (TG_TABLE_NAME = 'agreement_request' AND to_jsonb(OLD)->>'granted' IS NOT NULL AND NEW IS DISTINCT FROM OLD)
  THEN RAISE EXCEPTION 'what was said of an agreement never changes'; END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agreement', 'agreement_version', 'agreement_drawing', 'agreement_request'] LOOP
    EXECUTE format('CREATE TRIGGER agreement_stays BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION agreement_stays()', name);
    EXECUTE format('CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION library_changed()', name);
  END LOOP;
END $$;
