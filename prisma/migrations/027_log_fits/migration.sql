-- What is added to the log must fit it, whoever adds it (docs/decisions/021): an entry that does not would break the chain for
-- ever, since none is ever removed, and a hash of an entry that is not there would be signed. Fixed search paths: who may set
-- one of its own must not put other functions in the place of these.

CREATE FUNCTION log_entry_fits() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  last record;
BEGIN
  SELECT sequence, hash INTO last FROM public.log_entry ORDER BY sequence DESC LIMIT 1;
  -- The canonical JSON (RFC 8785) of prisma/entry.ts; the body is JSON itself.
  IF NEW.sequence IS DISTINCT FROM coalesce(last.sequence, 0) + 1
    OR NEW.previous IS DISTINCT FROM coalesce(last.hash, repeat('0', 64))
    OR jsonb_typeof(NEW.body::jsonb) <> 'object'
    OR NEW.hash IS DISTINCT FROM encode(sha256(convert_to(format('{"body":%s,"createdAt":"%s","kind":%s,"previous":%s,"sequence":%s}',
      to_json(NEW.body), to_char(NEW.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_json(NEW.kind), to_json(NEW.previous), NEW.sequence), 'UTF8')), 'hex')
  THEN
    RAISE EXCEPTION 'Entry % does not continue the log.', NEW.sequence USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_entry_fits BEFORE INSERT ON log_entry FOR EACH ROW EXECUTE FUNCTION log_entry_fits();

CREATE FUNCTION log_node_fits() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  expected text;
BEGIN
  -- RFC 6962, 2.1: a leaf over the hash of its entry, a node over the two below it.
  IF NEW.level = 0 THEN
    SELECT encode(sha256('\x00'::bytea || decode(e.hash, 'hex')), 'hex') INTO expected FROM public.log_entry e WHERE e.sequence = NEW.place + 1;
  ELSE
    SELECT encode(sha256('\x01'::bytea || decode(l.hash, 'hex') || decode(r.hash, 'hex')), 'hex') INTO expected
      FROM public.log_node l JOIN public.log_node r ON r.level = l.level AND r.place = l.place + 1 WHERE l.level = NEW.level - 1 AND l.place = NEW.place * 2;
  END IF;
  IF NEW.level < 0 OR NEW.place < 0 OR NEW.hash IS DISTINCT FROM expected THEN
    RAISE EXCEPTION 'The hash at level %, place % is not one of the tree over the log.', NEW.level, NEW.place USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_node_fits BEFORE INSERT ON log_node FOR EACH ROW EXECUTE FUNCTION log_node_fits();
