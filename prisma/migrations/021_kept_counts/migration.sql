-- Counts of the whole library are kept by kind of record, so that a list without filters, and "of N", read no record.
-- docs/decisions/007-speed.md says more.

ALTER TABLE facet_count ADD COLUMN kind record_kind;

-- The kind of a record, back from the place that search_place gave it.
CREATE FUNCTION search_kind(place bigint) RETURNS record_kind
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (ARRAY['PROJECT', 'ORGANIZATION', 'VENDOR', 'LESSON', 'STANDARD', 'GOAL', 'RECOMMENDATION', 'RISK', 'MITIGATION', 'GLOSSARY_TERM', 'REFERENCE', 'SOURCE', 'MATRIX']::record_kind[])[(place / 10000000000)::integer];

CREATE OR REPLACE FUNCTION search_index_count() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO facet_count (kind, "character", change)
      SELECT search_kind(place), c, count(*) FROM added, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY 1, 2;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO facet_count (kind, "character", change)
      SELECT search_kind(place), c, -count(*) FROM gone, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY 1, 2;
  ELSE
    INSERT INTO facet_count (kind, "character", change)
      SELECT kind, c, sum(n) FROM (
        SELECT search_kind(place) AS kind, c, 1 AS n FROM added, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery
        UNION ALL
        SELECT search_kind(place), c, -1 FROM gone, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery
      ) changes GROUP BY kind, c HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_index_count_anew() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM facet_count;
  INSERT INTO facet_count (kind, "character", change)
    SELECT search_kind(place), c, count(*) FROM search_index, string_to_table(facets, NULL) c WHERE vector @@ '''>public'''::tsquery GROUP BY 1, 2;
  CREATE OR REPLACE TRIGGER search_index_count_added AFTER INSERT ON search_index
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_index_count();
  CREATE OR REPLACE TRIGGER search_index_count_changed AFTER UPDATE ON search_index
    REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_index_count();
  CREATE OR REPLACE TRIGGER search_index_count_gone AFTER DELETE ON search_index
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search_index_count();
END $$;
SELECT search_index_count_anew();
ALTER TABLE facet_count ALTER COLUMN kind SET NOT NULL;
CREATE INDEX facet_count_kind_character_idx ON facet_count (kind, "character");

-- What is not for everybody is little, and is counted beside the kept counts.
CREATE INDEX record_restricted_idx ON record (kind, id) WHERE audience <> 'PUBLIC';

-- How many citations stand in live records for everybody: changes, whose sum is the number.
CREATE TABLE citation_count (
  id bigserial NOT NULL,
  change integer NOT NULL,
  CONSTRAINT citation_count_pkey PRIMARY KEY (id)
);

CREATE FUNCTION citation_count_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  number integer;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT count(*) INTO number FROM added c JOIN record r ON r.id = c.record_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL;
  ELSE
    -- Those of a record that is deleted were taken off with it (record_citations_change).
    SELECT -count(*) INTO number FROM gone c JOIN record r ON r.id = c.record_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL;
  END IF;
  IF number <> 0 THEN INSERT INTO citation_count (change) VALUES (number); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER citation_count_added AFTER INSERT ON citation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION citation_count_change();
CREATE TRIGGER citation_count_gone AFTER DELETE ON citation REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION citation_count_change();

-- A record that is shown to everybody from now on, or no longer, brings its citations with it.
CREATE FUNCTION record_citations_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before boolean := OLD.audience = 'PUBLIC' AND OLD.archived_at IS NULL;
  after boolean := false;
  number integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN after := NEW.audience = 'PUBLIC' AND NEW.archived_at IS NULL; END IF;
  IF before <> after THEN
    SELECT count(*) INTO number FROM citation WHERE record_id = OLD.id;
    IF number > 0 THEN INSERT INTO citation_count (change) VALUES (CASE WHEN after THEN number ELSE -number END); END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER record_citations_change AFTER UPDATE OF audience, archived_at ON record FOR EACH ROW
  WHEN (OLD.audience IS DISTINCT FROM NEW.audience OR OLD.archived_at IS DISTINCT FROM NEW.archived_at) EXECUTE FUNCTION record_citations_change();
CREATE TRIGGER record_citations_gone BEFORE DELETE ON record FOR EACH ROW EXECUTE FUNCTION record_citations_change();

-- Counts all anew; after a bulk load that left the triggers out.
CREATE FUNCTION citation_count_anew() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM citation_count;
  INSERT INTO citation_count (change) SELECT count(*) FROM citation c JOIN record r ON r.id = c.record_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL;
$$;
SELECT citation_count_anew();
