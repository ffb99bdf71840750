-- Second factors, renewed proof and lifetimes of sessions (prisma/schema/account.prisma; docs/decisions/022-privileged-people.md says more).

ALTER TABLE person ADD COLUMN two_factor_enabled boolean NOT NULL DEFAULT false, ADD COLUMN factors_withdrawn_at timestamptz(6);

CREATE TABLE two_factor (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz(6),
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  used_at timestamptz(6),
  CONSTRAINT two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX two_factor_user_id_key ON two_factor (user_id);

ALTER TABLE credential ADD COLUMN used_at timestamptz(6);
ALTER TABLE passkey ADD COLUMN used_at timestamptz(6);

CREATE TYPE session_end AS ENUM ('INACTIVE', 'TOTAL');
ALTER TABLE session
  ADD COLUMN second_factor_at timestamptz(6),
  ADD COLUMN proved_at timestamptz(6) NOT NULL DEFAULT now(),
  ADD COLUMN seen_at timestamptz(6) NOT NULL DEFAULT now(),
  ADD COLUMN ended session_end;
-- Who was signed in before proves anew what needs proof.
UPDATE session SET proved_at = created_at, seen_at = created_at;
