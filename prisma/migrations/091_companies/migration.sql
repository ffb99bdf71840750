-- What companies say of themselves, to whom they open it, and what they propose (docs/decisions/036).

CREATE TABLE company (
  id uuid NOT NULL DEFAULT uuidv7(),
  email text NOT NULL,
  confirmed_at timestamptz(6),
  statement jsonb NOT NULL DEFAULT '{}',
  edits integer NOT NULL DEFAULT 0,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT company_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX company_email_key ON company (email);

CREATE TABLE company_link (
  token_hash text NOT NULL,
  company_id uuid NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  CONSTRAINT company_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT company_link_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX company_link_company_id_idx ON company_link (company_id);

CREATE TABLE company_code (
  id uuid NOT NULL DEFAULT uuidv7(),
  company_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT company_code_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  code_hash text NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(6),
  CONSTRAINT company_code_pkey PRIMARY KEY (id),
  CONSTRAINT company_code_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT company_code_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX company_code_code_hash_key ON company_code (code_hash);
CREATE INDEX company_code_company_id_idx ON company_code (company_id);
CREATE INDEX company_code_organization_id_idx ON company_code (organization_id);

CREATE TABLE company_opening (
  id uuid NOT NULL DEFAULT uuidv7(),
  code_id uuid NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT company_opening_pkey PRIMARY KEY (id),
  CONSTRAINT company_opening_code_id_fkey FOREIGN KEY (code_id) REFERENCES company_code (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX company_opening_code_id_idx ON company_opening (code_id);
CREATE FUNCTION company_opening_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'that a statement was opened never changes';
END $$;
CREATE TRIGGER company_opening_stays BEFORE UPDATE ON company_opening FOR EACH ROW EXECUTE FUNCTION company_opening_stays();

CREATE TABLE company_proposal (
  id uuid NOT NULL DEFAULT uuidv7(),
  company_id uuid NOT NULL,
  vendor_id uuid,
  vendor_kind record_kind NOT NULL DEFAULT 'VENDOR' CONSTRAINT company_proposal_vendor_kind CHECK (vendor_kind = 'VENDOR'),
  name text NOT NULL,
  website text NOT NULL DEFAULT '',
  services text NOT NULL DEFAULT '',
  text text NOT NULL,
  source text NOT NULL DEFAULT '',
  proposed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  draft_id uuid,
  reason text,
  decided_by uuid,
  decided_at timestamptz(6),
  CONSTRAINT company_proposal_pkey PRIMARY KEY (id),
  CONSTRAINT company_proposal_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT company_proposal_vendor_id_vendor_kind_fkey FOREIGN KEY (vendor_id, vendor_kind) REFERENCES record (id, kind) ON DELETE RESTRICT,
  CONSTRAINT company_proposal_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX company_proposal_company_id_idx ON company_proposal (company_id);
CREATE INDEX company_proposal_vendor_id_idx ON company_proposal (vendor_id);
CREATE INDEX company_proposal_draft_id_idx ON company_proposal (draft_id);
