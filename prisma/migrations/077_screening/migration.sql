-- Vendors are compared with sanctions lists (docs/decisions/033).
CREATE TYPE screening_format AS ENUM ('UN_XML', 'OPENSANCTIONS_CSV');
CREATE TYPE screening_answer AS ENUM ('SAME', 'NOT_THE_SAME', 'UNDECIDED');

CREATE TABLE screening_list (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  format screening_format NOT NULL,
  listed_on date NOT NULL,
  hash text NOT NULL,
  entries integer NOT NULL,
  names integer NOT NULL,
  synthetic boolean NOT NULL DEFAULT false,
  loaded_by uuid,
  loaded_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  current boolean NOT NULL DEFAULT true,
  CONSTRAINT screening_list_pkey PRIMARY KEY (id)
);
CREATE INDEX screening_list_name_loaded_at_idx ON screening_list (name, loaded_at);
-- Two people who load at a time cannot both have the newest list of a name.
CREATE UNIQUE INDEX screening_list_one_current ON screening_list (name) WHERE current;

CREATE TABLE screening_entry (
  id uuid NOT NULL DEFAULT uuidv7(),
  list_id uuid NOT NULL,
  key text NOT NULL,
  kind text,
  programme text,
  names_hash text NOT NULL,
  CONSTRAINT screening_entry_pkey PRIMARY KEY (id),
  CONSTRAINT screening_entry_list_id_fkey FOREIGN KEY (list_id) REFERENCES screening_list (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT screening_entry_kind CHECK (kind IN ('PERSON', 'ORGANIZATION'))
);
CREATE UNIQUE INDEX screening_entry_list_id_key_key ON screening_entry (list_id, key);

CREATE TABLE screening_name (
  entry_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  CONSTRAINT screening_name_pkey PRIMARY KEY (entry_id, position),
  CONSTRAINT screening_name_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES screening_entry (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE screening_run (
  id uuid NOT NULL DEFAULT uuidv7(),
  list_id uuid NOT NULL,
  vendor_id uuid,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR',
  asked_by uuid,
  asked_as text,
  asked_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_at timestamptz(6),
  finished_at timestamptz(6),
  total integer NOT NULL DEFAULT 0,
  done integer NOT NULL DEFAULT 0,
  found integer NOT NULL DEFAULT 0,
  CONSTRAINT screening_run_pkey PRIMARY KEY (id),
  CONSTRAINT screening_run_list_id_fkey FOREIGN KEY (list_id) REFERENCES screening_list (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT screening_run_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE CASCADE,
  CONSTRAINT screening_run_vendor_kind CHECK (vendor_kind = 'VENDOR')
);
CREATE INDEX screening_run_list_id_asked_at_idx ON screening_run (list_id, asked_at);
CREATE INDEX screening_run_vendor_id_idx ON screening_run (vendor_id);
-- Of a list one run of all vendors at a time.
CREATE UNIQUE INDEX screening_run_one_open ON screening_run (list_id) WHERE vendor_id IS NULL AND finished_at IS NULL;

CREATE TABLE screening_check (
  run_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR',
  names_hash text NOT NULL,
  checked_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  candidates integer NOT NULL,
  CONSTRAINT screening_check_pkey PRIMARY KEY (run_id, vendor_id),
  CONSTRAINT screening_check_run_id_fkey FOREIGN KEY (run_id) REFERENCES screening_run (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT screening_check_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE CASCADE,
  CONSTRAINT screening_check_vendor_kind CHECK (vendor_kind = 'VENDOR')
);
CREATE INDEX screening_check_vendor_id_checked_at_idx ON screening_check (vendor_id, checked_at);

CREATE TABLE screening_candidate (
  id uuid NOT NULL DEFAULT uuidv7(),
  run_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR',
  entry_id uuid NOT NULL,
  list_name text NOT NULL,
  entry_key text NOT NULL,
  vendor_name text NOT NULL,
  listed_name text NOT NULL,
  score double precision NOT NULL,
  names_hash text NOT NULL,
  current boolean NOT NULL DEFAULT true,
  CONSTRAINT screening_candidate_pkey PRIMARY KEY (id),
  CONSTRAINT screening_candidate_run_id_fkey FOREIGN KEY (run_id) REFERENCES screening_run (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT screening_candidate_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE CASCADE,
  CONSTRAINT screening_candidate_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES screening_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT screening_candidate_vendor_kind CHECK (vendor_kind = 'VENDOR')
);
CREATE INDEX screening_candidate_vendor_id_list_name_entry_key_idx ON screening_candidate (vendor_id, list_name, entry_key);
CREATE INDEX screening_candidate_run_id_idx ON screening_candidate (run_id);
CREATE INDEX screening_candidate_entry_id_idx ON screening_candidate (entry_id);
CREATE INDEX screening_candidate_current_score_idx ON screening_candidate (current, score);

CREATE TABLE screening_word (
  candidate_id uuid NOT NULL,
  position integer NOT NULL,
  vendor_word text NOT NULL,
  listed_word text NOT NULL,
  why text NOT NULL,
  alike double precision NOT NULL,
  CONSTRAINT screening_word_pkey PRIMARY KEY (candidate_id, position),
  CONSTRAINT screening_word_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES screening_candidate (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE screening_decision (
  id uuid NOT NULL DEFAULT uuidv7(),
  vendor_id uuid NOT NULL,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR',
  list_name text NOT NULL,
  entry_key text NOT NULL,
  names_hash text NOT NULL,
  answer screening_answer NOT NULL,
  reason text NOT NULL,
  decided_by uuid NOT NULL,
  decided_as text NOT NULL,
  decided_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT screening_decision_pkey PRIMARY KEY (id),
  CONSTRAINT screening_decision_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE RESTRICT,
  CONSTRAINT screening_decision_vendor_kind CHECK (vendor_kind = 'VENDOR'),
  CONSTRAINT screening_decision_decided_as CHECK (decided_as IN ('PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR')),
  CONSTRAINT screening_decision_reason CHECK (reason <> '')
);
CREATE INDEX screening_decision_vendor_id_list_name_entry_key_decided_at_idx ON screening_decision (vendor_id, list_name, entry_key, decided_at);

CREATE FUNCTION screening_decision_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a decision of a screening never changes; a new one follows it';
END $$;
CREATE TRIGGER screening_decision_stays BEFORE UPDATE OR DELETE ON screening_decision FOR EACH ROW EXECUTE FUNCTION screening_decision_stays();

-- A list and a finished run stay as they are sealed in the log; that a list is the newest, or a candidate of the last check, is said anew.
CREATE FUNCTION screening_list_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'current') IS DISTINCT FROM (to_jsonb(OLD) - 'current') THEN RAISE EXCEPTION 'a list that was loaded never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER screening_list_stays BEFORE UPDATE ON screening_list FOR EACH ROW EXECUTE FUNCTION screening_list_stays();
CREATE FUNCTION screening_run_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN RAISE EXCEPTION 'a screening that is finished never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER screening_run_stays BEFORE UPDATE ON screening_run FOR EACH ROW EXECUTE FUNCTION screening_run_stays();
CREATE FUNCTION screening_candidate_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'current') IS DISTINCT FROM (to_jsonb(OLD) - 'current') THEN RAISE EXCEPTION 'a candidate of a screening never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER screening_candidate_stays BEFORE UPDATE ON screening_candidate FOR EACH ROW EXECUTE FUNCTION screening_candidate_stays();
