-- What the log seals beside versions, the Merkle tree over its entries, and its signed checkpoints (docs/decisions/021).

-- What an entry sealed, with the random text that its hash covers too: so the log itself tells nothing of what is not public,
-- and a check can say what was there before.
CREATE TABLE log_seal (
  sequence bigint NOT NULL,
  subject text NOT NULL,
  nonce text NOT NULL,
  contents jsonb NOT NULL,
  CONSTRAINT log_seal_pkey PRIMARY KEY (sequence),
  CONSTRAINT log_seal_sequence_fkey FOREIGN KEY (sequence) REFERENCES log_entry (sequence) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX log_seal_subject_idx ON log_seal (subject);
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_seal FOR EACH STATEMENT EXECUTE FUNCTION log_entry_stays();

-- Hashes of the full subtrees (RFC 6962): level 0 are the entries, a node of level n covers 2^n of them.
CREATE TABLE log_node (
  level integer NOT NULL,
  place bigint NOT NULL,
  hash text NOT NULL,
  CONSTRAINT log_node_pkey PRIMARY KEY (level, place)
);
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_node FOR EACH STATEMENT EXECUTE FUNCTION log_entry_stays();

CREATE TABLE log_checkpoint (
  size bigint NOT NULL,
  note text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size)
);
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION log_entry_stays();

CREATE INDEX log_entry_kind_sequence_idx ON log_entry (kind, sequence);
