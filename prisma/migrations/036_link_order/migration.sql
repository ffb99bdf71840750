-- What names a record is read in its order and counted without reading all of it: a goal, a source or a large organization is
-- named by thousands (docs/decisions/007-speed.md).

ALTER TABLE link ADD COLUMN from_kind record_kind, ADD COLUMN from_position integer;
UPDATE link SET from_kind = r.kind, from_position = r.position FROM record r WHERE r.id = link.from_id;

-- Who writes many links gives the columns; for who writes one they are filled in.
CREATE FUNCTION link_fill_order() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  SELECT kind, position INTO NEW.from_kind, NEW.from_position FROM record WHERE id = NEW.from_id;
  RETURN NEW;
END $$;
CREATE TRIGGER link_fill_order BEFORE INSERT ON link FOR EACH ROW WHEN (NEW.from_kind IS NULL OR NEW.from_position IS NULL) EXECUTE FUNCTION link_fill_order();
ALTER TABLE link ALTER COLUMN from_kind SET NOT NULL, ALTER COLUMN from_position SET NOT NULL;

DROP INDEX link_to_id_relation_idx;
CREATE INDEX link_in_order_idx ON link (to_id, relation, from_kind, position, from_position, from_id);

-- How many records for everybody name a record, by relation and kind: changes, whose sum is the number. What a record says of
-- another in one relation, once or several times, is written and removed in one statement.
CREATE TABLE link_count (
  id bigserial NOT NULL,
  to_id uuid NOT NULL,
  relation text NOT NULL,
  kind record_kind NOT NULL,
  change integer NOT NULL,
  CONSTRAINT link_count_pkey PRIMARY KEY (id)
);
CREATE INDEX link_count_to_id_relation_kind_idx ON link_count (to_id, relation, kind);

CREATE FUNCTION link_count_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO link_count (to_id, relation, kind, change)
      SELECT l.to_id, l.relation, l.from_kind, count(DISTINCT l.from_id) FROM added l JOIN record r ON r.id = l.from_id
      WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3;
  ELSE
    -- Those of a record that is deleted were taken off with it (record_links_change).
    INSERT INTO link_count (to_id, relation, kind, change)
      SELECT l.to_id, l.relation, l.from_kind, -count(DISTINCT l.from_id) FROM gone l JOIN record r ON r.id = l.from_id
      WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER link_count_added AFTER INSERT ON link REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION link_count_change();
CREATE TRIGGER link_count_gone AFTER DELETE ON link REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION link_count_change();

-- A record that is shown to everybody from now on, or no longer, brings its links with it.
CREATE FUNCTION record_links_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before boolean := OLD.audience = 'PUBLIC' AND OLD.archived_at IS NULL;
  after boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN after := NEW.audience = 'PUBLIC' AND NEW.archived_at IS NULL; END IF;
  IF before <> after THEN
    INSERT INTO link_count (to_id, relation, kind, change)
      SELECT DISTINCT to_id, relation, from_kind, CASE WHEN after THEN 1 ELSE -1 END FROM link WHERE from_id = OLD.id;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER record_links_change AFTER UPDATE OF audience, archived_at ON record FOR EACH ROW
  WHEN (OLD.audience IS DISTINCT FROM NEW.audience OR OLD.archived_at IS DISTINCT FROM NEW.archived_at) EXECUTE FUNCTION record_links_change();
CREATE TRIGGER record_links_gone BEFORE DELETE ON record FOR EACH ROW EXECUTE FUNCTION record_links_change();

-- Counts all anew; after a bulk load that left the triggers out.
CREATE FUNCTION link_count_anew() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM link_count;
  INSERT INTO link_count (to_id, relation, kind, change)
    SELECT l.to_id, l.relation, l.from_kind, count(DISTINCT l.from_id) FROM link l JOIN record r ON r.id = l.from_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3;
$$;
SELECT link_count_anew();

-- What rests on a source, by place: the same for the places of citations. The places of the report alone are hundreds, those of
-- all others are few; what is counted stands in the order in which the page shows it.
CREATE TABLE place_count (
  id bigserial NOT NULL,
  source_id uuid NOT NULL,
  paragraph integer,
  place text NOT NULL,
  change integer NOT NULL,
  CONSTRAINT place_count_pkey PRIMARY KEY (id)
);
CREATE INDEX place_count_source_id_paragraph_place_idx ON place_count (source_id, paragraph, place);
CREATE FUNCTION place_count_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO place_count (source_id, paragraph, place, change)
      SELECT c.source_id, c.paragraph, c.place, count(*) FROM added c JOIN record r ON r.id = c.record_id
      WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3;
  ELSE
    INSERT INTO place_count (source_id, paragraph, place, change)
      SELECT c.source_id, c.paragraph, c.place, -count(*) FROM gone c JOIN record r ON r.id = c.record_id
      WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER place_count_added AFTER INSERT ON citation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION place_count_change();
CREATE TRIGGER place_count_gone AFTER DELETE ON citation REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION place_count_change();

CREATE FUNCTION record_places_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before boolean := OLD.audience = 'PUBLIC' AND OLD.archived_at IS NULL;
  after boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN after := NEW.audience = 'PUBLIC' AND NEW.archived_at IS NULL; END IF;
  IF before <> after THEN
    INSERT INTO place_count (source_id, paragraph, place, change)
      SELECT source_id, paragraph, place, CASE WHEN after THEN count(*) ELSE -count(*) END FROM citation WHERE record_id = OLD.id GROUP BY 1, 2, 3;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER record_places_change AFTER UPDATE OF audience, archived_at ON record FOR EACH ROW
  WHEN (OLD.audience IS DISTINCT FROM NEW.audience OR OLD.archived_at IS DISTINCT FROM NEW.archived_at) EXECUTE FUNCTION record_places_change();
CREATE TRIGGER record_places_gone BEFORE DELETE ON record FOR EACH ROW EXECUTE FUNCTION record_places_change();
CREATE FUNCTION place_count_anew() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM place_count;
  INSERT INTO place_count (source_id, paragraph, place, change)
    SELECT c.source_id, c.paragraph, c.place, count(*) FROM citation c JOIN record r ON r.id = c.record_id WHERE r.audience = 'PUBLIC' AND r.archived_at IS NULL GROUP BY 1, 2, 3;
$$;
SELECT place_count_anew();

-- What rests on a place stands in the order of the places; within one place in the order of the records.
DROP INDEX citation_source_id_paragraph_idx;
CREATE INDEX citation_in_order_idx ON citation (source_id, paragraph, place, record_id);
