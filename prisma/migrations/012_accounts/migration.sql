-- One person, one account (prisma/schema/account.prisma; docs/decisions/016-one-person-one-account.md says more).

-- What a service says belongs to the account at that service: a person may have several.
ALTER TABLE credential ADD COLUMN claims text, ADD COLUMN issuer text;
UPDATE credential c SET claims = p.claims FROM person p WHERE p.id = c.user_id AND c.provider_id <> 'credential' AND p.claims IS NOT NULL;
ALTER TABLE person DROP COLUMN claims;

-- Accounts whose address was never confirmed: whoever chose their password need not be who has the address. They are begun anew.
DELETE FROM person p WHERE NOT p.email_verified AND NOT p.demo AND p.erased_at IS NULL
  AND NOT EXISTS (SELECT FROM credential c WHERE c.user_id = p.id AND c.provider_id <> 'credential')
  AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id)
  AND NOT EXISTS (SELECT FROM draft d WHERE d.author_id = p.id);

CREATE TABLE sign_up (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  expires_at timestamptz(6) NOT NULL,
  used_at timestamptz(6)
);
CREATE UNIQUE INDEX sign_up_token_hash_key ON sign_up (token_hash);
CREATE INDEX sign_up_email_idx ON sign_up (email);
CREATE INDEX sign_up_expires_at_idx ON sign_up (expires_at);

CREATE TYPE sign_in_decision AS ENUM ('NEW_PERSON', 'SAME_PERSON', 'REFUSED');
CREATE TABLE sign_in_case (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  provider_id text NOT NULL,
  subject text NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  vouched boolean NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  seen_at timestamptz(6) NOT NULL DEFAULT now(),
  decision sign_in_decision,
  decided_at timestamptz(6),
  CONSTRAINT sign_in_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX sign_in_case_provider_id_subject_key ON sign_in_case (provider_id, subject);
CREATE INDEX sign_in_case_person_id_idx ON sign_in_case (person_id);

ALTER TABLE invitation ADD COLUMN withdrawn_at timestamptz(6);

-- A name is one line of at most 200 characters, and only a demonstration account is called one (prisma/content/person-name.ts).
UPDATE person SET name = btrim(regexp_replace(name, '[[:cntrl:]\u2028\u2029\s]+', ' ', 'g')) WHERE name ~ '[[:cntrl:]\u2028\u2029]' OR name <> btrim(name);
UPDATE person SET name = regexp_replace(name, '^(\s*demo\s*:\s*)+', '', 'i') WHERE NOT demo AND name ~* '^\s*demo\s*:';
UPDATE person SET name = coalesce(nullif(btrim(left(name, 200)), ''), left(email, 200)) WHERE char_length(name) > 200 OR name = '';
ALTER TABLE person ADD CONSTRAINT person_name_one_line CHECK (
  char_length(name) BETWEEN 1 AND 200 AND name !~ '[[:cntrl:]\u2028\u2029]' AND (demo OR name !~* '^\s*demo\s*:')
);
UPDATE passkey SET name = left(btrim(regexp_replace(name, '[[:cntrl:]\u2028\u2029]+', ' ', 'g')), 200) WHERE name IS NOT NULL;
ALTER TABLE passkey ADD CONSTRAINT passkey_name_one_line CHECK (char_length(name) <= 200 AND name !~ '[[:cntrl:]\u2028\u2029]');
