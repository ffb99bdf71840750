-- Tokens with which programs read (docs/decisions/041). Only the hash of a token is kept.
CREATE TYPE api_token_scope AS ENUM ('PUBLIC', 'PERSONAL', 'SERVICE');

CREATE TABLE api_token (
  id uuid NOT NULL DEFAULT uuidv7(),
  person_id uuid NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  scope api_token_scope NOT NULL,
  organization_id uuid,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT api_token_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL,
  revoked_at timestamptz(6),
  last_used_at timestamptz(6),
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_service CHECK ((scope = 'SERVICE') = (organization_id IS NOT NULL)),
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT api_token_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX api_token_token_hash_key ON api_token (token_hash);
CREATE INDEX api_token_person_id_idx ON api_token (person_id);

-- How often a token was used, by day.
CREATE TABLE api_token_use (
  token_id uuid NOT NULL,
  day date NOT NULL,
  requests integer NOT NULL,
  CONSTRAINT api_token_use_pkey PRIMARY KEY (token_id, day),
  CONSTRAINT api_token_use_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token (id) ON DELETE CASCADE ON UPDATE CASCADE
);
