-- Lists of records with notes, and requests for information to vendors (docs/decisions/035).

CREATE TYPE shortlist_sharing AS ENUM ('PRIVATE', 'ORGANIZATION', 'LINK');

CREATE TABLE shortlist (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  purpose text NOT NULL DEFAULT '',
  person_id uuid NOT NULL,
  organization_id uuid,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT shortlist_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  sharing shortlist_sharing NOT NULL DEFAULT 'PRIVATE',
  link text,
  edits integer NOT NULL DEFAULT 1,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT shortlist_pkey PRIMARY KEY (id),
  CONSTRAINT shortlist_shared CHECK ((sharing = 'ORGANIZATION') = (organization_id IS NOT NULL) AND (sharing = 'LINK') = (link IS NOT NULL)),
  CONSTRAINT shortlist_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT shortlist_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT
);
CREATE INDEX shortlist_person_id_idx ON shortlist (person_id);
CREATE INDEX shortlist_organization_id_idx ON shortlist (organization_id);

CREATE TABLE shortlist_item (
  shortlist_id uuid NOT NULL,
  record_id uuid NOT NULL,
  note text NOT NULL DEFAULT '',
  added_by uuid,
  added_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT shortlist_item_pkey PRIMARY KEY (shortlist_id, record_id),
  CONSTRAINT shortlist_item_shortlist_id_fkey FOREIGN KEY (shortlist_id) REFERENCES shortlist (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT shortlist_item_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX shortlist_item_record_id_idx ON shortlist_item (record_id);

CREATE TABLE information_request (
  id uuid NOT NULL DEFAULT uuidv7(),
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT information_request_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  subject text NOT NULL,
  text text NOT NULL,
  answer_by date NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT information_request_pkey PRIMARY KEY (id),
  CONSTRAINT information_request_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT
);
CREATE INDEX information_request_organization_id_idx ON information_request (organization_id);

CREATE TABLE information_request_vendor (
  id uuid NOT NULL DEFAULT uuidv7(),
  request_id uuid NOT NULL,
  vendor_id uuid NOT NULL,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR' CONSTRAINT information_request_vendor_kind CHECK (vendor_kind = 'VENDOR'),
  contacts integer NOT NULL,
  CONSTRAINT information_request_vendor_pkey PRIMARY KEY (id),
  CONSTRAINT information_request_vendor_request_id_fkey FOREIGN KEY (request_id) REFERENCES information_request (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT information_request_vendor_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX information_request_vendor_request_id_vendor_id_key ON information_request_vendor (request_id, vendor_id);
CREATE INDEX information_request_vendor_vendor_id_idx ON information_request_vendor (vendor_id);

CREATE TABLE information_link (
  token_hash text NOT NULL,
  request_vendor_id uuid NOT NULL,
  CONSTRAINT information_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT information_link_request_vendor_id_fkey FOREIGN KEY (request_vendor_id) REFERENCES information_request_vendor (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX information_link_request_vendor_id_idx ON information_link (request_vendor_id);

CREATE TABLE information_answer (
  id uuid NOT NULL DEFAULT uuidv7(),
  request_vendor_id uuid NOT NULL,
  name text NOT NULL,
  text text NOT NULL,
  answered_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT information_answer_pkey PRIMARY KEY (id),
  CONSTRAINT information_answer_request_vendor_id_fkey FOREIGN KEY (request_vendor_id) REFERENCES information_request_vendor (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX information_answer_request_vendor_id_idx ON information_answer (request_vendor_id);

-- What was asked and answered stays as it was said.
CREATE FUNCTION information_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was asked of vendors and answered never changes';
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['information_request', 'information_request_vendor', 'information_answer'] LOOP
    EXECUTE format('CREATE TRIGGER information_stays BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION information_stays()', name);
  END LOOP;
END $$;
