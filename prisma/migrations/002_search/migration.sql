-- Search: one index over every live record, kept by triggers in the transaction that writes the record.
-- docs/decisions/006-search.md says why it is built this way.

-- Words as they are written, without the stop words of English. Titles and keywords keep their stop words ("WHO").
CREATE TEXT SEARCH DICTIONARY search_words (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION search_words (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION search_words ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH search_words;

-- The folding of text and query alike: no accents, every sign that is not a letter or digit becomes a space, lower case.
-- The collation is named so that a database with another locale folds the same way.
CREATE FUNCTION search_fold(txt text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(public.unaccent('public.unaccent'::regdictionary, normalize(txt, NFC)) COLLATE pg_catalog."pg_c_utf8", '[^[:alnum:] ]', ' ', 'g'));

-- The title as it is compared with the beginning of a query.
CREATE FUNCTION search_title(title text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN left(btrim(regexp_replace(search_fold(title), ' +', ' ', 'g')), 200);

-- The character that stands for a facet value; surrogates are no characters.
CREATE FUNCTION facet_character(code integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN chr(CASE WHEN code + 256 < 55296 THEN code + 256 ELSE code + 256 + 2048 END);

-- The characters of facet keys ("facet:value"), in the order of their codes. Values that are new get a code.
CREATE FUNCTION facet_characters(keys text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  wrong text;
  result text;
BEGIN
  IF coalesce(cardinality(keys), 0) = 0 THEN RETURN ''; END IF;
  SELECT key INTO wrong FROM unnest(keys) key WHERE key IS NULL OR key !~ '^[^:]+:.' OR length(key) > 400 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The facet key "%" is not of the form "facet:value" (at most 400 characters).', wrong USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Asked first, because a conflicting insert would still use up a code; sorted, so that two writers cannot block each other.
  INSERT INTO facet_value (facet, value)
    SELECT DISTINCT split_part(key, ':', 1) AS facet, substr(key, strpos(key, ':') + 1) AS value FROM unnest(keys) key
    WHERE NOT EXISTS (SELECT FROM facet_value f WHERE f.facet = split_part(key, ':', 1) AND f.value = substr(key, strpos(key, ':') + 1))
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
  SELECT string_agg(facet_character(c.code), '' ORDER BY c.code) INTO result
    FROM (SELECT DISTINCT f.code FROM unnest(keys) key JOIN facet_value f ON f.facet = split_part(key, ':', 1) AND f.value = substr(key, strpos(key, ':') + 1)) c;
  RETURN coalesce(result, '');
END $$;

-- The word itself and the word without one of its letters: two words that share one of these are one edit apart,
-- or two neighbouring letters changed places. Empty for what no typo is looked for in.
CREATE FUNCTION search_deletions(word text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN length(word) BETWEEN 3 AND 32 AND word !~ '[0-9]'
  THEN array(SELECT word UNION SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i)
  ELSE '{}'::text[] END;

CREATE FUNCTION search_stem(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word);

-- Whom a record may be shown to and what it is filtered by, as lexemes that no word can be equal to.
CREATE FUNCTION search_filters(kind record_kind, audience audience, facet_keys text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array(SELECT '=' || key FROM unnest(facet_keys) key WHERE key IS NOT NULL)
  || ('=kind:' || kind)
  || CASE audience
       WHEN 'PUBLIC' THEN ARRAY['>public']
       ELSE ARRAY['>restricted'] || array(SELECT '>' || key FROM unnest(facet_keys) key WHERE key LIKE 'owner:%') || CASE WHEN audience = 'UN_SYSTEM' THEN ARRAY['>un'] ELSE '{}' END
     END;

-- Weights: A title, B summary, C keywords, D body. Surface words only: stems, completions, typos and synonyms are made
-- in the query, from search_word. Very long texts are cut, because a vector holds at most one megabyte.
CREATE FUNCTION search_vector(title text, summary text, keywords text, body text, filters text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('pg_catalog.simple', search_fold(title)), 'A')
  || setweight(to_tsvector('public.search_words', search_fold(left(summary, 20000))), 'B')
  || setweight(to_tsvector('pg_catalog.simple', search_fold(left(keywords, 20000))), 'C')
  || setweight(to_tsvector('public.search_words', search_fold(left(body, 200000))), 'D')
  -- The one organization whose short name is a stop word.
  || CASE WHEN body ~ '\mWHO\M' OR summary ~ '\mWHO\M' THEN setweight(to_tsvector('pg_catalog.simple', 'who'), 'D') ELSE ''::tsvector END
  -- With weight A, so that the index over the titles holds the filters too.
  || (SELECT coalesce(string_agg('''' || replace(replace(f, '\', '\\'), '''', '''''') || ''':1A', ' '), '')::tsvector FROM unnest(filters) f);

-- The order of an answer to an empty query: by kind, then as the source has it.
CREATE FUNCTION search_place(kind record_kind, "position" integer) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_position(ARRAY['PROJECT', 'ORGANIZATION', 'VENDOR', 'LESSON', 'STANDARD', 'GOAL', 'RECOMMENDATION', 'RISK', 'MITIGATION', 'GLOSSARY_TERM', 'REFERENCE', 'SOURCE', 'MATRIX']::record_kind[], kind)::bigint * 10000000000 + "position";

CREATE TABLE search_index (
  id uuid NOT NULL,
  place bigint NOT NULL,
  facets text NOT NULL,
  vector tsvector NOT NULL,
  pad text NOT NULL DEFAULT repeat(' ', 2100),
  CONSTRAINT search_index_pkey PRIMARY KEY (id)
) WITH (toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.02);
-- A row is only split when it is longer than 2 kB. The padding, which compresses to a few bytes, makes sure of it, so that
-- every vector lies apart and a count over many rows reads a narrow table.
ALTER TABLE search_index ALTER COLUMN facets SET STORAGE MAIN;
CREATE INDEX search_index_vector_idx ON search_index USING GIN (vector) WITH (fastupdate = off);
CREATE INDEX search_index_title_idx ON search_index USING GIN (ts_filter(vector, '{a}')) WITH (fastupdate = off);
CREATE INDEX search_index_short_idx ON search_index USING GIN (ts_filter(vector, '{a,b,c}')) WITH (fastupdate = off);
CREATE INDEX search_index_place_id_idx ON search_index (place, id);
CREATE INDEX record_folded_title_idx ON record (search_title(title) COLLATE "C") WHERE archived_at IS NULL;

CREATE TABLE search_word (
  word text COLLATE "C" NOT NULL,
  frequency integer NOT NULL DEFAULT 1,
  stem text COLLATE "C" NOT NULL,
  deletions text[] COLLATE "C",
  CONSTRAINT search_word_pkey PRIMARY KEY (word)
);
CREATE INDEX search_word_stem_idx ON search_word (stem);
CREATE INDEX search_word_deletions_idx ON search_word USING GIN (deletions) WITH (fastupdate = off);
CREATE INDEX search_word_word_idx ON search_word USING GIN (word gin_trgm_ops) WITH (fastupdate = off);

CREATE TABLE search_consumer (
  name text NOT NULL,
  seen_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT search_consumer_pkey PRIMARY KEY (name)
);

CREATE TABLE search_outbox (
  id bigserial NOT NULL,
  record_id uuid NOT NULL,
  CONSTRAINT search_outbox_pkey PRIMARY KEY (id)
);

-- Which words of a vector belong in search_word.
CREATE FUNCTION search_words_of(vector tsvector) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT word FROM unnest(tsvector_to_array(vector)) word
  WHERE left(word, 1) NOT IN ('=', '>') AND length(word) <= 64 AND ts_lexize('public.search_words', word) <> '{}';
END;

-- While search.later is on, the triggers leave the index alone: a transaction that writes many records sets it (SET LOCAL)
-- and calls indexRecords or rebuildIndex (search/reindex.ts) before it ends.
CREATE FUNCTION record_fill_facets() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('search.later', true) = 'on' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.facet_keys IS NOT DISTINCT FROM OLD.facet_keys AND NEW.facets = OLD.facets THEN RETURN NEW; END IF;
  NEW.facets := facet_characters(NEW.facet_keys);
  RETURN NEW;
END $$;
CREATE TRIGGER record_fill_facets BEFORE INSERT OR UPDATE OF facet_keys, facets ON record
  FOR EACH ROW EXECUTE FUNCTION record_fill_facets();

CREATE FUNCTION record_index() RETURNS trigger
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
  new_vector := search_vector(NEW.title, NEW.summary, NEW.keywords, NEW.body, search_filters(NEW.kind, NEW.audience, NEW.facet_keys));
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
CREATE TRIGGER record_index AFTER INSERT OR DELETE ON record
  FOR EACH ROW EXECUTE FUNCTION record_index();
CREATE TRIGGER record_index_change AFTER UPDATE ON record
  FOR EACH ROW
  WHEN ((OLD.id, OLD.kind, OLD.position, OLD.title, OLD.summary, OLD.keywords, OLD.body, OLD.audience, OLD.facet_keys, OLD.facets, OLD.archived_at)
    IS DISTINCT FROM (NEW.id, NEW.kind, NEW.position, NEW.title, NEW.summary, NEW.keywords, NEW.body, NEW.audience, NEW.facet_keys, NEW.facets, NEW.archived_at))
  EXECUTE FUNCTION record_index();

-- TRUNCATE fires no row triggers.
CREATE FUNCTION record_index_truncate() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_index;
  RETURN NULL;
END $$;
CREATE TRIGGER record_index_truncate AFTER TRUNCATE ON record FOR EACH STATEMENT EXECUTE FUNCTION record_index_truncate();

INSERT INTO facet_value (facet, value) SELECT 'kind', kind::text FROM unnest(enum_range(NULL::record_kind)) kind ORDER BY kind;
-- Records that are already there.
UPDATE record SET facets = facet_characters(facet_keys) WHERE facets <> facet_characters(facet_keys);
INSERT INTO search_index (id, place, facets, vector)
  SELECT id, search_place(kind, position), facet_characters(facet_keys) || facet_characters(ARRAY['kind:' || kind]), search_vector(title, summary, keywords, body, search_filters(kind, audience, facet_keys))
  FROM record WHERE archived_at IS NULL ON CONFLICT (id) DO NOTHING;
INSERT INTO search_word (word, frequency, stem, deletions)
  SELECT s.word, s.ndoc, search_stem(s.word), search_deletions(s.word) FROM ts_stat('SELECT vector FROM search_index') s
  WHERE left(s.word, 1) NOT IN ('=', '>') AND length(s.word) <= 64 AND ts_lexize('public.search_words', s.word) <> '{}'
  ON CONFLICT (word) DO UPDATE SET frequency = excluded.frequency;
