-- A measure of an organization that serves one or more of its actions, of one or more reports, is entered once
-- (docs/decisions/045). Each change of it is a row of its own that is never changed; a second person confirms it.
CREATE TABLE uptake_activity (
  id uuid NOT NULL DEFAULT uuidv7(),
  sequence bigserial NOT NULL,
  -- The id of the first version.
  activity_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION',
  title text NOT NULL,
  lead text,
  starts_on date,
  ends_on date,
  indicator text,
  result text,
  -- [{ label, address }]
  evidence jsonb NOT NULL DEFAULT '[]',
  audience audience NOT NULL DEFAULT 'PUBLIC',
  -- Why it stands no more; null while it does.
  withdrawn text,
  entered_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  entered_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  entered_by text NOT NULL,
  entered_as text NOT NULL,
  idempotency_key text NOT NULL,
  CONSTRAINT uptake_activity_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_activity_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES uptake_activity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_activity_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT ON UPDATE NO ACTION,
  CONSTRAINT uptake_activity_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  CONSTRAINT uptake_activity_entered_by CHECK (is_maker(entered_by, false)),
  CONSTRAINT uptake_activity_says_what CHECK (btrim(title) <> ''),
  CONSTRAINT uptake_activity_says_why CHECK (btrim(withdrawn) <> ''),
  CONSTRAINT uptake_activity_ends CHECK (ends_on >= starts_on)
);
CREATE UNIQUE INDEX uptake_activity_sequence_key ON uptake_activity (sequence);
CREATE UNIQUE INDEX uptake_activity_entered_by_idempotency_key_key ON uptake_activity (entered_by, idempotency_key);
CREATE INDEX uptake_activity_latest_idx ON uptake_activity (activity_id, sequence DESC);
CREATE INDEX uptake_activity_organization_id_idx ON uptake_activity (organization_id);

-- The actions that a version serves.
CREATE TABLE uptake_activity_action (
  version_id uuid NOT NULL,
  action_id uuid NOT NULL,
  CONSTRAINT uptake_activity_action_pkey PRIMARY KEY (version_id, action_id),
  CONSTRAINT uptake_activity_action_version_id_fkey FOREIGN KEY (version_id) REFERENCES uptake_activity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_activity_action_action_id_fkey FOREIGN KEY (action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX uptake_activity_action_action_id_idx ON uptake_activity_action (action_id);

-- A second person of the organization stands by a version.
CREATE TABLE uptake_activity_confirmation (
  version_id uuid NOT NULL,
  confirmed_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  confirmed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_by text NOT NULL,
  CONSTRAINT uptake_activity_confirmation_pkey PRIMARY KEY (version_id),
  CONSTRAINT uptake_activity_confirmation_version_id_fkey FOREIGN KEY (version_id) REFERENCES uptake_activity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_activity_confirmation_confirmed_by CHECK (is_maker(confirmed_by, false))
);

CREATE FUNCTION uptake_activity_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Uptake is append-only: % of % is refused. Record a change of the activity.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_activity FOR EACH ROW EXECUTE FUNCTION uptake_activity_stays();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_activity_action FOR EACH ROW EXECUTE FUNCTION uptake_activity_stays();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_activity_confirmation FOR EACH ROW EXECUTE FUNCTION uptake_activity_stays();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_activity FOR EACH STATEMENT EXECUTE FUNCTION uptake_activity_stays();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_activity_action FOR EACH STATEMENT EXECUTE FUNCTION uptake_activity_stays();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_activity_confirmation FOR EACH STATEMENT EXECUTE FUNCTION uptake_activity_stays();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON uptake_activity FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON uptake_activity_action FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON uptake_activity_confirmation FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
