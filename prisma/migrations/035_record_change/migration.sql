-- Which records changed their filter values, their place or their readers, for the counts that each process keeps in memory
-- (docs/decisions/029-counts-in-memory.md). A reader asks for what was written by transactions that were not over when it asked
-- last; the number of a row says which of two changes of one record is the later one. Without a record: everything is to be read anew.
CREATE TABLE record_change (
  id bigserial NOT NULL,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  record_id uuid,
  at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT record_change_pkey PRIMARY KEY (id)
);
CREATE INDEX record_change_tx_idx ON record_change (tx);

CREATE FUNCTION record_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO record_change (record_id) VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END $$;
CREATE TRIGGER record_counted AFTER INSERT OR DELETE ON record FOR EACH ROW EXECUTE FUNCTION record_counted();
CREATE TRIGGER record_counted_change AFTER UPDATE ON record FOR EACH ROW
  WHEN ((OLD.kind, OLD.audience, OLD.facets, OLD.position, OLD.archived_at IS NULL) IS DISTINCT FROM (NEW.kind, NEW.audience, NEW.facets, NEW.position, NEW.archived_at IS NULL))
  EXECUTE FUNCTION record_counted();

CREATE FUNCTION records_counted_anew() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO record_change DEFAULT VALUES;
  RETURN NULL;
END $$;
CREATE TRIGGER records_counted_anew AFTER TRUNCATE ON record FOR EACH STATEMENT EXECUTE FUNCTION records_counted_anew();

-- A filter value that is not in memory is looked up by itself, in any case.
CREATE INDEX facet_value_facet_value_lower_idx ON facet_value (facet, lower(value));
CREATE INDEX facet_value_facet_label_lower_idx ON facet_value (facet, lower(label)) WHERE label IS NOT NULL;
