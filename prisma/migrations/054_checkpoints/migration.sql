-- A row that is no checkpoint keeps no genuine one of the same size out (docs/decisions/021), and none is of a log that is not there yet.
ALTER TABLE log_checkpoint DROP CONSTRAINT log_checkpoint_pkey;
ALTER TABLE log_checkpoint ADD CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size, note);

CREATE FUNCTION log_checkpoint_fits() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- C2SP tlog-checkpoint: origin, size, root in base64, an empty line, signatures.
  IF NEW.note !~ E'^[^\n]+\n(0|[1-9][0-9]*)\n[A-Za-z0-9+/]{43}=\n([^\n]+\n)*\n(\u2014 [^\n]+\n)+$'
    OR split_part(NEW.note, E'\n', 2) IS DISTINCT FROM NEW.size::text
    OR NEW.size < 0 OR NEW.size > coalesce((SELECT max(place) + 1 FROM public.log_node WHERE level = 0), 0)
  THEN
    RAISE EXCEPTION 'This is no checkpoint of the log of % entries.', NEW.size USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_checkpoint_fits BEFORE INSERT ON log_checkpoint FOR EACH ROW EXECUTE FUNCTION log_checkpoint_fits();
