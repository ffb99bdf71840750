-- Uptake of recommendations; docs/decisions/013-uptake.md says why it is kept this way.

CREATE TYPE acceptance AS ENUM ('ACCEPTED', 'NOT_ACCEPTED', 'UNDER_CONSIDERATION', 'NOT_RELEVANT');
CREATE TYPE implementation AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'IMPLEMENTED');
CREATE TYPE uptake_source AS ENUM ('DIRECT', 'BOARD_DOCUMENT', 'TRACKING_SYSTEM_EXPORT');
CREATE TYPE frequency AS ENUM ('DAILY', 'WEEKLY');
CREATE TYPE notice_kind AS ENUM ('OPENED', 'REMINDER', 'ESCALATION');

CREATE TABLE report_column (
  report_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  position integer NOT NULL,
  for_information boolean NOT NULL DEFAULT false,
  CONSTRAINT report_column_pkey PRIMARY KEY (report_id, organization_id),
  CONSTRAINT report_column_report_id_fkey FOREIGN KEY (report_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT report_column_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- To which report an action belongs. A loader that does not say so means the report that the recommendation cites as its own.
ALTER TABLE action ADD COLUMN report_id uuid;
UPDATE action a SET report_id = s.id FROM record s, record r
  WHERE r.id = a.recommendation_id AND s.kind = 'SOURCE' AND s.source_key = coalesce(r.content->>'report', 'jiu-rep-2020-7');
ALTER TABLE action ALTER COLUMN report_id SET NOT NULL;
ALTER TABLE action ADD CONSTRAINT action_report_id_fkey FOREIGN KEY (report_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX action_report_id_idx ON action (report_id);
INSERT INTO report_column (report_id, organization_id, position, for_information)
  SELECT s.id, o.id, (o.content->>'annexIvColumn')::int, o.content->>'shortName' IN ('CEB', 'ITC')
  FROM record s JOIN record o ON o.kind = 'ORGANIZATION' AND o.content->>'annexIvColumn' IS NOT NULL
  WHERE s.kind = 'SOURCE' AND s.source_key = 'jiu-rep-2020-7';

CREATE TABLE uptake_entry (
  id uuid NOT NULL DEFAULT uuidv7(),
  sequence bigserial NOT NULL,
  action_id uuid NOT NULL,
  effective_date date NOT NULL,
  entered_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  entered_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  entered_by text NOT NULL,
  entered_as text NOT NULL,
  acceptance acceptance NOT NULL,
  implementation implementation,
  responsible_unit text,
  officer text,
  target_date date,
  comment text,
  comment_audience audience NOT NULL DEFAULT 'PUBLIC',
  decision_symbol text,
  financial_implication text,
  impact_seen text,
  source uptake_source NOT NULL DEFAULT 'DIRECT',
  source_reference text,
  evidence jsonb NOT NULL DEFAULT '[]',
  idempotency_key text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_entry_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_entry_action_id_fkey FOREIGN KEY (action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_entry_implementation_when_accepted CHECK ((acceptance = 'ACCEPTED') = (implementation IS NOT NULL)),
  CONSTRAINT uptake_entry_not_ahead CHECK (effective_date <= entered_on)
);
CREATE UNIQUE INDEX uptake_entry_sequence_key ON uptake_entry (sequence);
CREATE UNIQUE INDEX uptake_entry_entered_by_idempotency_key_key ON uptake_entry (entered_by, idempotency_key);
CREATE INDEX uptake_entry_latest_idx ON uptake_entry (action_id, demo, effective_date DESC, sequence DESC);
CREATE INDEX uptake_entry_entered_on_idx ON uptake_entry (entered_on);

CREATE TABLE uptake_confirmation (
  entry_id uuid NOT NULL,
  confirmed_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  confirmed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_by text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_confirmation_pkey PRIMARY KEY (entry_id),
  CONSTRAINT uptake_confirmation_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES uptake_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE uptake_withdrawal (
  entry_id uuid NOT NULL,
  withdrawn_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  withdrawn_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  withdrawn_by text NOT NULL,
  withdrawn_as text NOT NULL,
  reason text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_withdrawal_pkey PRIMARY KEY (entry_id),
  CONSTRAINT uptake_withdrawal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES uptake_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_withdrawal_says_why CHECK (btrim(reason) <> '')
);

CREATE TABLE uptake_comment (
  id uuid NOT NULL DEFAULT uuidv7(),
  action_id uuid NOT NULL,
  written_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  written_by text NOT NULL,
  written_as text NOT NULL,
  text text NOT NULL,
  audience audience NOT NULL DEFAULT 'OWNERS',
  idempotency_key text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_comment_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_comment_action_id_fkey FOREIGN KEY (action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_comment_not_public CHECK (audience <> 'PUBLIC')
);
CREATE UNIQUE INDEX uptake_comment_written_by_idempotency_key_key ON uptake_comment (written_by, idempotency_key);
CREATE INDEX uptake_comment_action_id_written_at_idx ON uptake_comment (action_id, written_at);

CREATE FUNCTION uptake_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' THEN
    IF OLD.demo THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'Uptake is append-only: % of % is refused. Report anew, or withdraw the entry with a reason.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_entry FOR EACH ROW EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_confirmation FOR EACH ROW EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_withdrawal FOR EACH ROW EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_comment FOR EACH ROW EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_entry FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_confirmation FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_comment FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();

CREATE TABLE campaign (
  id uuid NOT NULL DEFAULT uuidv7(),
  report_id uuid NOT NULL,
  title text NOT NULL,
  message text NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  closed_at timestamptz(6),
  reminder_days integer[],
  escalation_days integer,
  opened_by text NOT NULL,
  opened_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  idempotency_key text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT campaign_pkey PRIMARY KEY (id),
  CONSTRAINT campaign_report_id_fkey FOREIGN KEY (report_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT campaign_closes_after_opening CHECK (closes_on >= opens_on)
);
CREATE UNIQUE INDEX campaign_opened_by_idempotency_key_key ON campaign (opened_by, idempotency_key);
CREATE INDEX campaign_report_id_opens_on_idx ON campaign (report_id, opens_on);

CREATE TABLE campaign_organization (
  campaign_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  contact text,
  second_contact text,
  CONSTRAINT campaign_organization_pkey PRIMARY KEY (campaign_id, organization_id),
  CONSTRAINT campaign_organization_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT campaign_organization_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE campaign_notice (
  campaign_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  kind notice_kind NOT NULL,
  days integer NOT NULL,
  recipient text NOT NULL,
  queued_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT campaign_notice_pkey PRIMARY KEY (campaign_id, organization_id, kind, days),
  CONSTRAINT campaign_notice_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT campaign_notice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE uptake_subscription (
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id text NOT NULL,
  report_id uuid NOT NULL,
  organization_id uuid,
  recommendation_id uuid,
  frequency frequency NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  told_until timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(6),
  CONSTRAINT uptake_subscription_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_subscription_report_id_fkey FOREIGN KEY (report_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT uptake_subscription_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT uptake_subscription_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX uptake_subscription_user_id_idx ON uptake_subscription (user_id);
