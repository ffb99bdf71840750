-- Every process remembers what sources are called, for every page cites. A change of one is told as changes of filter values
-- are (record_change): whoever reads anything of the library hears of it with the same statement (api/src/sources/names.ts).
CREATE TRIGGER source_named AFTER UPDATE ON record FOR EACH ROW
  WHEN (NEW.kind = 'SOURCE' AND (OLD.slug, OLD.source_key, OLD.title, OLD.content) IS DISTINCT FROM (NEW.slug, NEW.source_key, NEW.title, NEW.content))
  EXECUTE FUNCTION record_counted();

-- What is searched by is part of what readers are shown: a kept page of the search must not outlive a change of it.
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON term FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
