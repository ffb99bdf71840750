-- Accounts, drafts and their reviews, revisions and the log, mail, files (docs/decisions/008 to 012).

CREATE TYPE role AS ENUM ('MEMBER', 'FOCAL_POINT', 'PUBLISHER', 'PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR');
CREATE TYPE membership_origin AS ENUM ('GRANT', 'INVITATION', 'CLAIM', 'DOMAIN', 'DEMONSTRATION', 'SETTING');
CREATE TYPE draft_state AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'LIVE', 'WITHDRAWN');
CREATE TYPE review_state AS ENUM ('PENDING', 'ACCEPTED', 'RETURNED', 'CLOSED');

ALTER TABLE record ADD COLUMN verify_by date NOT NULL DEFAULT (CURRENT_DATE + 365);
ALTER TABLE record ADD COLUMN verified_at timestamptz(6);
CREATE INDEX record_verify_by_idx ON record (verify_by);

CREATE TABLE person (
  id uuid NOT NULL DEFAULT uuidv7(),
  pseudonym uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  demo boolean NOT NULL DEFAULT false,
  claims text,
  suspended_at timestamptz(6),
  erased_at timestamptz(6),
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX person_pseudonym_key ON person (pseudonym);
CREATE UNIQUE INDEX person_email_key ON person (email);

CREATE TABLE session (
  id uuid NOT NULL DEFAULT uuidv7(),
  token text NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX session_token_key ON session (token);
CREATE INDEX session_user_id_idx ON session (user_id);

CREATE TABLE credential (
  id uuid NOT NULL DEFAULT uuidv7(),
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(6),
  refresh_token_expires_at timestamptz(6),
  scope text,
  password text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT credential_pkey PRIMARY KEY (id),
  CONSTRAINT credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX credential_provider_id_account_id_key ON credential (provider_id, account_id);
CREATE INDEX credential_user_id_idx ON credential (user_id);

CREATE TABLE verification (
  id uuid NOT NULL DEFAULT uuidv7(),
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON verification (identifier);

CREATE TABLE passkey (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text,
  public_key text NOT NULL,
  user_id uuid NOT NULL,
  credential_id text NOT NULL,
  counter integer NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  aaguid text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX passkey_user_id_idx ON passkey (user_id);
CREATE INDEX passkey_credential_id_idx ON passkey (credential_id);

CREATE TABLE rate_limit (
  id uuid NOT NULL DEFAULT uuidv7(),
  key text NOT NULL,
  count integer NOT NULL,
  last_request bigint NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX rate_limit_key_key ON rate_limit (key);

CREATE TABLE membership (
  id uuid NOT NULL DEFAULT uuidv7(),
  person_id uuid NOT NULL,
  organization_id uuid,
  role role NOT NULL,
  deputy boolean NOT NULL DEFAULT false,
  origin membership_origin NOT NULL DEFAULT 'GRANT',
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT membership_pkey PRIMARY KEY (id),
  CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT membership_organization_check CHECK ((role IN ('SECRETARIAT', 'ADMINISTRATOR')) = (organization_id IS NULL))
);
CREATE INDEX membership_person_id_idx ON membership (person_id);
CREATE INDEX membership_organization_id_role_idx ON membership (organization_id, role);
-- One row for a role of a person in an organization, or in none.
CREATE UNIQUE INDEX membership_once ON membership (person_id, role, organization_id) NULLS NOT DISTINCT;

CREATE TABLE invitation (
  id uuid NOT NULL DEFAULT uuidv7(),
  email text NOT NULL,
  organization_id uuid,
  role role NOT NULL,
  deputy boolean NOT NULL DEFAULT false,
  token_hash text NOT NULL,
  invited_by uuid NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL,
  accepted_at timestamptz(6),
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
CREATE INDEX invitation_organization_id_idx ON invitation (organization_id);

CREATE TABLE draft (
  id uuid NOT NULL DEFAULT uuidv7(),
  record_id uuid,
  kind record_kind NOT NULL,
  content jsonb NOT NULL,
  sources jsonb NOT NULL DEFAULT '[]',
  reason text NOT NULL DEFAULT '',
  based_on integer NOT NULL DEFAULT 0,
  edits integer NOT NULL DEFAULT 1,
  round integer NOT NULL DEFAULT 0,
  state draft_state NOT NULL DEFAULT 'DRAFT',
  author_id uuid NOT NULL,
  organization_id uuid,
  editors uuid[],
  creation_key text,
  submission_key text,
  published_version integer,
  restores integer,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  submitted_at timestamptz(6),
  CONSTRAINT draft_pkey PRIMARY KEY (id),
  CONSTRAINT draft_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT draft_author_id_fkey FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX draft_author_id_creation_key_key ON draft (author_id, creation_key);
CREATE INDEX draft_record_id_idx ON draft (record_id);
CREATE INDEX draft_organization_id_idx ON draft (organization_id);
CREATE INDEX draft_state_updated_at_idx ON draft (state, updated_at);

CREATE TABLE review (
  id uuid NOT NULL DEFAULT uuidv7(),
  draft_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  round integer NOT NULL,
  state review_state NOT NULL DEFAULT 'PENDING',
  decisions jsonb NOT NULL DEFAULT '[]',
  comment text NOT NULL DEFAULT '',
  reviewer_id uuid,
  stepped_in boolean NOT NULL DEFAULT false,
  reminders integer NOT NULL DEFAULT 0,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decided_at timestamptz(6),
  CONSTRAINT review_pkey PRIMARY KEY (id),
  CONSTRAINT review_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT review_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX review_draft_id_round_organization_id_key ON review (draft_id, round, organization_id);
CREATE INDEX review_organization_id_state_idx ON review (organization_id, state);

CREATE TABLE draft_comment (
  id uuid NOT NULL DEFAULT uuidv7(),
  draft_id uuid NOT NULL,
  author_id uuid NOT NULL,
  field text,
  text text NOT NULL,
  key text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT draft_comment_pkey PRIMARY KEY (id),
  CONSTRAINT draft_comment_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX draft_comment_author_id_key_key ON draft_comment (author_id, key);
CREATE INDEX draft_comment_draft_id_created_at_idx ON draft_comment (draft_id, created_at);

CREATE TABLE mail_link (
  id uuid NOT NULL DEFAULT uuidv7(),
  token_hash text NOT NULL,
  purpose text NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  email text,
  pseudonym uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL,
  used_at timestamptz(6),
  CONSTRAINT mail_link_pkey PRIMARY KEY (id),
  CONSTRAINT mail_link_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX mail_link_token_hash_key ON mail_link (token_hash);
CREATE INDEX mail_link_record_id_created_at_idx ON mail_link (record_id, created_at);

CREATE TABLE revision (
  record_id uuid NOT NULL,
  number integer NOT NULL,
  content jsonb NOT NULL,
  nonce text NOT NULL,
  hash text NOT NULL,
  previous text,
  author uuid,
  organization text,
  reason text NOT NULL DEFAULT '',
  restores integer,
  sequence bigint NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT revision_pkey PRIMARY KEY (record_id, number),
  CONSTRAINT revision_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE log_entry (
  sequence bigint NOT NULL,
  created_at timestamptz(3) NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT log_entry_pkey PRIMARY KEY (sequence)
);
CREATE FUNCTION log_entry_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Entries of the log are never changed or removed.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION log_entry_stays();

CREATE TABLE mail_outbox (
  id uuid NOT NULL DEFAULT uuidv7(),
  event_key text NOT NULL,
  person_id uuid,
  address text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  sent_at timestamptz(6),
  CONSTRAINT mail_outbox_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX mail_outbox_event_key_key ON mail_outbox (event_key);
CREATE INDEX mail_outbox_created_at_idx ON mail_outbox (created_at);
CREATE INDEX mail_outbox_address_created_at_idx ON mail_outbox (address, created_at);

CREATE TABLE file (
  id uuid NOT NULL DEFAULT uuidv7(),
  hash text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size integer NOT NULL,
  picture boolean NOT NULL DEFAULT false,
  uploaded_by uuid NOT NULL,
  draft_id uuid,
  record_id uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT file_pkey PRIMARY KEY (id)
);
CREATE INDEX file_hash_idx ON file (hash);
CREATE INDEX file_uploaded_by_created_at_idx ON file (uploaded_by, created_at);
CREATE INDEX file_draft_id_idx ON file (draft_id);
CREATE INDEX file_record_id_idx ON file (record_id);
