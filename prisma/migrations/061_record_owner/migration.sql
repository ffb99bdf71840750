-- Whose record it is, as rows that name organizations. Until now it stood among the filter values as the address of the
-- organization ("owner:fao"), so that a renamed address would have closed or opened records. docs/decisions/025 says more.
CREATE TABLE record_owner (
  record_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION',
  CONSTRAINT record_owner_pkey PRIMARY KEY (record_id, organization_id),
  CONSTRAINT record_owner_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  CONSTRAINT record_owner_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- An organization that owns records cannot go: they would be nobody's, which everybody may change.
  CONSTRAINT record_owner_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind)
);
CREATE INDEX record_owner_organization_id_record_id_idx ON record_owner (organization_id, record_id);

-- The owners of the records that are there, by what their contents call them: source key, address or short name.
INSERT INTO record_owner (record_id, organization_id)
  SELECT DISTINCT r.id, o.id
  FROM record r
  CROSS JOIN LATERAL (SELECT CASE r.kind WHEN 'LESSON' THEN r.content->'organizations' WHEN 'VENDOR' THEN r.content->'organization' WHEN 'PROJECT' THEN r.content->'owners' WHEN 'SOURCE' THEN r.content->'owners' END AS names) c
  CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(c.names) WHEN 'array' THEN c.names WHEN 'string' THEN jsonb_build_array(c.names) ELSE '[]' END) AS each (name)
  CROSS JOIN LATERAL (
    SELECT id FROM (
      SELECT 1 AS rank, id FROM record WHERE kind = 'ORGANIZATION' AND source_key = each.name
      UNION ALL SELECT 2, id FROM record WHERE kind = 'ORGANIZATION' AND slug = each.name
      UNION ALL SELECT 3, id FROM record WHERE kind = 'ORGANIZATION' AND content->>'shortName' = each.name) known
    ORDER BY rank LIMIT 1) o;

-- Whom a record may be shown to and what it is filtered by, as lexemes that no word can be equal to. Owners stand by their id.
DROP FUNCTION search_filters(record_kind, audience, text[]);
CREATE FUNCTION search_filters(id uuid, kind record_kind, audience audience, facet_keys text[]) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN array(SELECT '=' || key FROM unnest(facet_keys) key WHERE key IS NOT NULL)
  || ('=kind:' || kind)
  || CASE audience
       WHEN 'PUBLIC' THEN ARRAY['>public']
       ELSE ARRAY['>restricted'] || array(SELECT '>owner:' || o.organization_id FROM record_owner o WHERE o.record_id = search_filters.id)
         || CASE WHEN audience = 'UN_SYSTEM' THEN ARRAY['>un'] ELSE '{}' END
     END;

-- As before, with owners by id.
CREATE OR REPLACE FUNCTION record_index() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  new_vector tsvector;
  new_facets text;
  kind_character text;
  changed uuid;
BEGIN
  IF current_setting('search.later', true) = 'on' THEN RETURN NULL; END IF;
  changed := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
  -- Only while somebody reads the outbox: one who stays away for a week must rebuild.
  IF EXISTS (SELECT FROM search_consumer WHERE seen_at > now() - interval '7 days') THEN
    INSERT INTO search_outbox (record_id) VALUES (changed);
    IF TG_OP = 'UPDATE' AND OLD.id <> NEW.id THEN INSERT INTO search_outbox (record_id) VALUES (OLD.id); END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_index WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.id <> NEW.id OR NEW.archived_at IS NOT NULL) THEN DELETE FROM search_index WHERE id = OLD.id; END IF;
  IF NEW.archived_at IS NOT NULL THEN RETURN NULL; END IF;
  new_vector := search_add_phrases(search_vector(NEW.title, NEW.summary, NEW.keywords, NEW.body, search_filters(NEW.id, NEW.kind, NEW.audience, NEW.facet_keys)));
  kind_character := facet_characters(ARRAY['kind:' || NEW.kind]);
  new_facets := replace(NEW.facets, kind_character, '') || kind_character;
  INSERT INTO search_index (id, place, facets, vector) VALUES (NEW.id, search_place(NEW.kind, NEW.position), new_facets, new_vector)
    ON CONFLICT (id) DO UPDATE SET place = excluded.place, facets = excluded.facets, vector = excluded.vector;
  INSERT INTO search_word (word, stem, deletions)
    SELECT word, search_stem(word), search_deletions(word) FROM search_words_of(new_vector) AS fresh (word)
    WHERE NOT EXISTS (SELECT FROM search_word known WHERE known.word = fresh.word)
    ORDER BY word
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Other owners of a record that is not for everybody: the index follows in the same transaction. Of records for everybody it holds none.
CREATE FUNCTION record_owner_index() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('search.later', true) = 'on' THEN RETURN NULL; END IF;
  UPDATE search_index i
    SET vector = search_add_phrases(search_vector(r.title, r.summary, r.keywords, r.body, search_filters(r.id, r.kind, r.audience, r.facet_keys)))
    FROM record r WHERE r.id = i.id AND r.audience <> 'PUBLIC' AND r.id IN (SELECT c.record_id FROM changed c);
  INSERT INTO search_outbox (record_id)
    SELECT r.id FROM record r WHERE r.audience <> 'PUBLIC' AND r.id IN (SELECT c.record_id FROM changed c)
      AND EXISTS (SELECT FROM search_consumer WHERE seen_at > now() - interval '7 days');
  RETURN NULL;
END $$;
CREATE TRIGGER record_owner_index_added AFTER INSERT ON record_owner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_owner_index();
CREATE TRIGGER record_owner_index_gone AFTER DELETE ON record_owner REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_owner_index();

-- Filter values only filter. Rows that are there lose the owners among them, and the index with them; positions of other lexemes stay.
SELECT set_config('search.later', 'on', true);
UPDATE record r SET facet_keys = fresh.keys, facets = facet_characters(fresh.keys)
  FROM (SELECT id, ARRAY(SELECT key FROM unnest(facet_keys) WITH ORDINALITY AS u (key, place) WHERE key NOT LIKE 'owner:%' ORDER BY place) AS keys FROM record) fresh
  WHERE fresh.id = r.id AND cardinality(fresh.keys) <> cardinality(r.facet_keys);
UPDATE search_index i SET facets = fresh.facets, vector = fresh.vector
  FROM (
    SELECT s.id, replace(r.facets, k.character, '') || k.character AS facets,
      CASE r.audience WHEN 'PUBLIC' THEN ts_delete(s.vector, ARRAY(SELECT w FROM unnest(tsvector_to_array(s.vector)) w WHERE w LIKE '=owner:%'))
        ELSE search_add_phrases(search_vector(r.title, r.summary, r.keywords, r.body, search_filters(r.id, r.kind, r.audience, r.facet_keys))) END AS vector
    FROM search_index s JOIN record r ON r.id = s.id
    CROSS JOIN LATERAL (SELECT facet_character(v.code) AS character FROM facet_value v WHERE v.facet = 'kind' AND v.value = r.kind::text) k
    WHERE r.audience <> 'PUBLIC' OR s.facets <> replace(r.facets, k.character, '') || k.character) fresh
  WHERE fresh.id = i.id;
SELECT set_config('search.later', 'off', true);
DELETE FROM facet_value WHERE facet = 'owner';
