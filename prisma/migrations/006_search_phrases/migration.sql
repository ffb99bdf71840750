-- Phrases of synonyms as lexemes of the index: an index does not know the order of words, so that a phrase would make
-- Postgres read the vector of every record that has all its words. docs/decisions/006-search.md says more.

CREATE TABLE search_phrase (
  phrase text COLLATE "C" NOT NULL,
  query tsquery NOT NULL,
  first_word text COLLATE "C" NOT NULL,
  CONSTRAINT search_phrase_pkey PRIMARY KEY (phrase)
);

-- A phrase as a lexeme, with the weight of the best place it stands in: title, then summary or keywords, then body.
CREATE FUNCTION search_phrase_lexeme(phrase text, query tsquery, vector tsvector) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '''"' || replace(replace(phrase, '\', '\\'), '''', '''''') || ''':1' || CASE
  WHEN ts_filter(vector, '{a}') @@ query THEN 'A' WHEN ts_filter(vector, '{b,c}') @@ query THEN 'B' ELSE 'D' END;

-- The vector with the phrases it holds.
CREATE FUNCTION search_add_phrases(vector tsvector) RETURNS tsvector
LANGUAGE sql STABLE PARALLEL SAFE
RETURN vector || (SELECT coalesce(string_agg(search_phrase_lexeme(p.phrase, p.query, vector), ' '), '')::tsvector FROM search_phrase p
  WHERE p.first_word = ANY(tsvector_to_array(vector)) AND vector @@ p.query);

-- A lexeme of a phrase is no word.
CREATE OR REPLACE FUNCTION search_words_of(vector tsvector) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT word FROM unnest(tsvector_to_array(vector)) word
  WHERE left(word, 1) NOT IN ('=', '>', '"') AND length(word) <= 64 AND ts_lexize('public.search_words', word) <> '{}';
END;

-- As before, with phrases.
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
  new_vector := search_add_phrases(search_vector(NEW.title, NEW.summary, NEW.keywords, NEW.body, search_filters(NEW.kind, NEW.audience, NEW.facet_keys)));
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
