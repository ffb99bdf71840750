-- What the secretariat or the Joint Inspection Unit finds of an organization's claim stands beside it, dated, and is never changed:
-- a later judgement follows (docs/decisions/013).
CREATE TYPE judgement AS ENUM ('VERIFIED', 'NOT_YET_VERIFIED', 'EVIDENCE_INSUFFICIENT', 'CLOSED');

CREATE TABLE uptake_judgement (
  id uuid NOT NULL DEFAULT uuidv7(),
  sequence bigserial NOT NULL,
  action_id uuid NOT NULL,
  -- The report that it was given of; null where nothing was reported.
  entry_id uuid,
  judgement judgement NOT NULL,
  priority boolean NOT NULL,
  reason text NOT NULL,
  voice text NOT NULL,
  reference text,
  effective_date date NOT NULL,
  judged_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  judged_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  judged_by text NOT NULL,
  idempotency_key text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_judgement_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_judgement_action_id_fkey FOREIGN KEY (action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_judgement_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES uptake_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_judgement_judged_by CHECK (is_maker(judged_by, demo)),
  CONSTRAINT uptake_judgement_voice CHECK (voice IN ('SECRETARIAT', 'JIU') AND (voice = 'SECRETARIAT' OR reference IS NOT NULL)),
  CONSTRAINT uptake_judgement_says_why CHECK (btrim(reason) <> ''),
  CONSTRAINT uptake_judgement_not_ahead CHECK (effective_date <= judged_on),
  -- What nobody claims cannot be verified.
  CONSTRAINT uptake_judgement_of_a_claim CHECK (judgement <> 'VERIFIED' OR entry_id IS NOT NULL)
);
CREATE UNIQUE INDEX uptake_judgement_sequence_key ON uptake_judgement (sequence);
CREATE UNIQUE INDEX uptake_judgement_judged_by_idempotency_key_key ON uptake_judgement (judged_by, idempotency_key);
CREATE INDEX uptake_judgement_latest_idx ON uptake_judgement (action_id, effective_date DESC, sequence DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_judgement FOR EACH ROW EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_judgement FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON uptake_judgement FOR EACH STATEMENT EXECUTE FUNCTION library_changed();

-- What somebody else reported, or what others stand by, is withdrawn by two people: one asks and says why, another one agrees or
-- declines. Of an entry one request waits at a time.
CREATE TABLE uptake_withdrawal_request (
  id uuid NOT NULL DEFAULT uuidv7(),
  entry_id uuid NOT NULL,
  reason text NOT NULL,
  asked_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  asked_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  asked_by text NOT NULL,
  asked_as text NOT NULL,
  agreed boolean,
  answer text,
  answered_at timestamptz(6),
  answered_by text,
  answered_as text,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_withdrawal_request_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_withdrawal_request_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES uptake_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_withdrawal_request_says_why CHECK (btrim(reason) <> ''),
  CONSTRAINT uptake_withdrawal_request_asked_by CHECK (is_maker(asked_by, demo)),
  CONSTRAINT uptake_withdrawal_request_answered CHECK ((agreed IS NULL) = (answered_at IS NULL) AND (agreed IS NULL) = (answered_by IS NULL) AND (agreed IS NULL) = (answered_as IS NULL)),
  CONSTRAINT uptake_withdrawal_request_second CHECK (agreed IS NOT TRUE OR answered_by <> asked_by)
);
CREATE INDEX uptake_withdrawal_request_entry_id_idx ON uptake_withdrawal_request (entry_id);
CREATE UNIQUE INDEX uptake_withdrawal_request_waiting ON uptake_withdrawal_request (entry_id) WHERE agreed IS NULL;
-- What was asked stays; it is answered once.
CREATE FUNCTION uptake_withdrawal_request_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  later text[] := '{agreed,answer,answered_at,answered_by,answered_as}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.demo THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'what was asked about an entry is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.agreed IS NOT NULL OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later) THEN
    RAISE EXCEPTION 'what was asked about an entry never changes, and is answered once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON uptake_withdrawal_request FOR EACH ROW EXECUTE FUNCTION uptake_withdrawal_request_stays();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_withdrawal_request FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON uptake_withdrawal_request FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
