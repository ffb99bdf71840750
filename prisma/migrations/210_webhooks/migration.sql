-- Addresses of other programs that are told of what happens, and what was sent to them (docs/decisions/056).
CREATE TYPE webhook_topic AS ENUM ('RECORDS', 'UPTAKE', 'AGREEMENTS', 'STANDARDS');
CREATE TYPE webhook_pause AS ENUM ('PERSON', 'DEAD', 'GONE', 'PASSWORD');
CREATE TYPE webhook_state AS ENUM ('WAITING', 'DELIVERED', 'FAILED');

CREATE TABLE webhook (
  id uuid NOT NULL DEFAULT uuidv7(),
  person_id uuid NOT NULL,
  organization_id uuid,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT webhook_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  name text NOT NULL,
  address text NOT NULL,
  topics webhook_topic[],
  nonce text NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  paused_at timestamptz(6),
  paused_for webhook_pause,
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_paused CHECK ((paused_at IS NULL) = (paused_for IS NULL)),
  CONSTRAINT webhook_topics CHECK (cardinality(topics) > 0),
  CONSTRAINT webhook_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT webhook_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX webhook_person_id_idx ON webhook (person_id);
CREATE INDEX webhook_organization_id_idx ON webhook (organization_id);

CREATE TABLE webhook_delivery (
  id uuid NOT NULL DEFAULT uuidv7(),
  webhook_id uuid NOT NULL,
  event_key text NOT NULL,
  type text NOT NULL,
  subject_id uuid,
  sequence bigint,
  detail text,
  happened_at timestamptz(6) NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  state webhook_state NOT NULL DEFAULT 'WAITING',
  attempts integer NOT NULL DEFAULT 0,
  tried_at timestamptz(6),
  next_at timestamptz(6),
  status integer,
  fault text,
  took_ms integer,
  body text,
  sending_until timestamptz(6),
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX webhook_delivery_webhook_id_event_key_key ON webhook_delivery (webhook_id, event_key);
CREATE INDEX webhook_delivery_created_at_idx ON webhook_delivery (created_at);
