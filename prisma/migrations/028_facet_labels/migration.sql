-- The transaction that wrote a filter value or its label last. A process that remembers labels asks for those written since
-- it looked: everything at or after the oldest transaction that was still under way then, so that none is missed.
ALTER TABLE facet_value ADD COLUMN labelled xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX facet_value_labelled_idx ON facet_value (labelled);

CREATE FUNCTION facet_labelled() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.labelled := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER facet_labelled BEFORE UPDATE OF label ON facet_value
  FOR EACH ROW WHEN (OLD.label IS DISTINCT FROM NEW.label) EXECUTE FUNCTION facet_labelled();
