-- The pool of professionals (para. 209; docs/decisions/040).

CREATE TYPE professional_audience AS ENUM ('PUBLIC', 'UN_SYSTEM', 'ORGANIZATION');

CREATE TABLE professional (
  id uuid NOT NULL DEFAULT uuidv7(),
  person_id uuid NOT NULL,
  name text NOT NULL,
  about text NOT NULL DEFAULT '',
  technologies text[] NOT NULL DEFAULT '{}',
  tasks text[] NOT NULL DEFAULT '{}',
  sectors text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  countries text[] NOT NULL DEFAULT '{}',
  offers text[] NOT NULL DEFAULT '{}' CONSTRAINT professional_offers CHECK (offers <@ ARRAY['ADVICE', 'REVIEW', 'MISSION']),
  availability text NOT NULL DEFAULT '',
  audience professional_audience NOT NULL DEFAULT 'UN_SYSTEM',
  shows_address boolean NOT NULL DEFAULT false,
  consented_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  edits integer NOT NULL DEFAULT 1,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT professional_pkey PRIMARY KEY (id),
  CONSTRAINT professional_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX professional_person_id_key ON professional (person_id);
CREATE INDEX professional_confirmed_at_idx ON professional (confirmed_at);

CREATE TABLE professional_work (
  professional_id uuid NOT NULL,
  record_id uuid NOT NULL,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT professional_work_pkey PRIMARY KEY (professional_id, record_id),
  CONSTRAINT professional_work_professional_id_fkey FOREIGN KEY (professional_id) REFERENCES professional (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT professional_work_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX professional_work_record_id_idx ON professional_work (record_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['professional', 'professional_work'] LOOP
    EXECUTE format('CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION library_changed()', name);
  END LOOP;
END $$;

-- Who has no role any more is not shown: what everybody sees changes with the roles of those who are in the pool.
CREATE FUNCTION professional_role_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM professional WHERE person_id = coalesce(NEW.person_id, OLD.person_id)) THEN
    INSERT INTO library_change DEFAULT VALUES;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER professional_role_changed AFTER INSERT OR UPDATE OR DELETE ON membership FOR EACH ROW EXECUTE FUNCTION professional_role_changed();
