-- Requests with a key of their sender's choice (prisma/schema/request.prisma).
CREATE TABLE request_key (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  mutation text NOT NULL,
  key text NOT NULL,
  content_hash text NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, mutation, key)
);
