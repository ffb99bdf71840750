-- One row for each statement that changed what readers are shown. What the rows add up to (their number and the highest) names
-- the state of the library: it changes when a change is committed, not when it is made, so a copy that was kept under it is never stale.
CREATE TABLE library_change (
  id bigserial NOT NULL,
  CONSTRAINT library_change_pkey PRIMARY KEY (id)
);
INSERT INTO library_change DEFAULT VALUES;

CREATE FUNCTION library_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO library_change DEFAULT VALUES;
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['record', 'link', 'citation', 'paragraph', 'facet_value', 'action', 'report_column', 'revision', 'file', 'uptake_entry', 'uptake_confirmation', 'uptake_withdrawal', 'uptake_comment', 'campaign'] LOOP
    EXECUTE format('CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION library_changed()', watched);
  END LOOP;
END $$;
-- The names of people stand in what they wrote; what else is kept of them is shown to nobody.
CREATE TRIGGER library_changed AFTER UPDATE OF name, erased_at, suspended_at ON person FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
