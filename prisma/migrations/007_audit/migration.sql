-- What happened around accounts and data that is not public (prisma/schema/audit.prisma).
CREATE TABLE audit_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  at timestamptz(6) NOT NULL DEFAULT now(),
  kind text NOT NULL,
  outcome text NOT NULL CONSTRAINT audit_event_outcome CHECK (outcome IN ('DONE', 'REFUSED', 'FAILED')),
  actor uuid,
  subject text,
  detail text,
  client text,
  request_id text
);
CREATE INDEX audit_event_at_idx ON audit_event (at);
CREATE INDEX audit_event_kind_at_idx ON audit_event (kind, at);
