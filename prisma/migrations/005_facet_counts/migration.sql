-- How many public records have each facet value, so that a search for everything, or for a word that nearly every record
-- has, need not read every record. docs/decisions/006-search.md says more.

CREATE TABLE facet_count (
  id bigserial NOT NULL,
  "character" text COLLATE "C" NOT NULL,
  change integer NOT NULL,
  CONSTRAINT facet_count_pkey PRIMARY KEY (id)
);

-- What a statement changed in the index, as sums: rows are only added, so that two writers never wait for one counter.
CREATE FUNCTION search_index_count() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO facet_count ("character", change)
      SELECT c, count(*) FROM added, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY c;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO facet_count ("character", change)
      SELECT c, -count(*) FROM gone, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY c;
  ELSE
    INSERT INTO facet_count ("character", change)
      SELECT c, sum(n) FROM (
        SELECT c, 1 AS n FROM added, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery
        UNION ALL
        SELECT c, -1 FROM gone, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery
      ) changes GROUP BY c HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;

-- Counts everything anew and makes the triggers; also for a new table that takes the place of search_index.
CREATE FUNCTION search_index_count_anew() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM facet_count;
  INSERT INTO facet_count ("character", change)
    SELECT c, count(*) FROM search_index, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY c;
  CREATE OR REPLACE TRIGGER search_index_count_added AFTER INSERT ON search_index
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_index_count();
  CREATE OR REPLACE TRIGGER search_index_count_changed AFTER UPDATE ON search_index
    REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_index_count();
  CREATE OR REPLACE TRIGGER search_index_count_gone AFTER DELETE ON search_index
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search_index_count();
END $$;
SELECT search_index_count_anew();
