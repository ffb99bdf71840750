-- What this installation changed of the terms of search/terms: a term of its own, another version of a shipped one, or none
-- (content NULL) where a shipped one is not wanted. docs/decisions/031-finding.md says more.
CREATE TABLE term (
  id text NOT NULL,
  content jsonb,
  changed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by uuid,
  CONSTRAINT term_pkey PRIMARY KEY (id)
);
