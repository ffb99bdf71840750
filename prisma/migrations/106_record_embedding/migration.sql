-- What a service of embeddings made of a record's words (search/embed-records.ts). Derived: it may be emptied at any time.
CREATE TABLE record_embedding (
  record_id uuid NOT NULL,
  number bigserial NOT NULL,
  version integer NOT NULL,
  made_by text NOT NULL,
  vector bytea NOT NULL,
  CONSTRAINT record_embedding_pkey PRIMARY KEY (record_id),
  CONSTRAINT record_embedding_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX record_embedding_number_key ON record_embedding (number);

-- A vector of words that a record no longer has finds it no more, in the transaction that takes them away.
CREATE FUNCTION record_embedding_outdated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM record_embedding WHERE record_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER embedding_outdated AFTER UPDATE ON record FOR EACH ROW
  WHEN (OLD.version <> NEW.version OR OLD.title <> NEW.title OR OLD.summary <> NEW.summary OR OLD.keywords <> NEW.keywords OR OLD.body <> NEW.body OR OLD.archived_at IS DISTINCT FROM NEW.archived_at)
  EXECUTE FUNCTION record_embedding_outdated();
