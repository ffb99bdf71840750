-- What is searched in other scripts, and signs that are no separators. docs/decisions/031-finding.md says more.

-- As before, and: compatibility forms are one letter (full-width letters, ligatures, Arabic presentation forms); accents and
-- vowel signs of every alphabet go, as do signs that nobody sees (soft hyphen, zero-width signs, marks of direction) and
-- the Arabic stretch; Arabic letters that are written either way are one; a point between digits belongs to the number.
CREATE OR REPLACE FUNCTION search_fold(txt text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(
  regexp_replace(
    public.unaccent('public.unaccent'::regdictionary, normalize(translate(regexp_replace(normalize(txt, NFKD),
      '[\u00ad\u034f\u0300-\u036f\u061c\u0640\u064b-\u065f\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]', '', 'g'),
      U&'\0649\0629\06cc\06a9\0671', U&'\064a\0647\064a\0643\0627'), NFKC)) COLLATE pg_catalog."pg_c_utf8",
    '([[:alpha:]][0-9]*)\.', '\1 ', 'g'),
  '(?<![0-9])\.|\.(?![0-9])|[^[:alnum:]. ]', ' ', 'g'));

-- Languages that are written without spaces are cut into pairs of neighbouring letters, so that a word is found inside a
-- sentence. `tail`: the last letter of a run stands alone too, so that every letter begins a word of the index.
CREATE FUNCTION search_segment(folded text, tail boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN folded !~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]' THEN folded ELSE (
  SELECT string_agg(CASE
      WHEN dense AND next_dense THEN letter || next || ' '
      WHEN dense AND before_dense AND NOT tail THEN ' '
      WHEN dense THEN letter || ' '
      WHEN next_dense THEN letter || ' '
      ELSE letter END, '' ORDER BY place)
  FROM (
    SELECT letter, place, dense, lead(letter) OVER w AS next, coalesce(lead(dense) OVER w, false) AS next_dense, coalesce(lag(dense) OVER w, false) AS before_dense
    FROM (SELECT letter, place, letter ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]' AS dense FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY AS l (letter, place)) letters
    WINDOW w AS (ORDER BY place)) each) END;

-- Stems by the script of the word. The Arabic one takes off the article with what is written together with it, and the
-- commonest endings (light stemming after Larkey, Ballesteros and Connell 2007).
CREATE OR REPLACE FUNCTION search_stem(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN word ~ '[\u0600-\u06ff]' THEN regexp_replace(regexp_replace(word, '^\u0648?(\u0627\u0644|\u0628\u0627\u0644|\u0643\u0627\u0644|\u0641\u0627\u0644|\u0644\u0644)(?=...)', ''),
    '^(.{3,}?)(\u0647\u0627|\u0627\u0646|\u0627\u062a|\u0648\u0646|\u064a\u064a\u0646|\u064a\u0646|\u064a\u0647|\u0647|\u064a)$', '\1')
  WHEN word ~ '[\u0400-\u04ff]' THEN coalesce((ts_lexize('pg_catalog.russian_stem', word))[1], word)
  ELSE coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word) END;

CREATE OR REPLACE FUNCTION search_vector(title text, summary text, keywords text, body text, filters text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('pg_catalog.simple', search_segment(search_fold(title), true)), 'A')
  || setweight(to_tsvector('public.search_words', search_segment(search_fold(left(summary, 20000)), true)), 'B')
  || setweight(to_tsvector('pg_catalog.simple', search_segment(search_fold(left(keywords, 20000)), true)), 'C')
  || setweight(to_tsvector('public.search_words', search_segment(search_fold(left(body, 200000)), true)), 'D')
  -- The one organization whose short name is a stop word.
  || CASE WHEN body ~ '\mWHO\M' OR summary ~ '\mWHO\M' THEN setweight(to_tsvector('pg_catalog.simple', 'who'), 'D') ELSE ''::tsvector END
  -- With weight A, so that the index over the titles holds the filters too.
  || (SELECT coalesce(string_agg('''' || replace(replace(f, '\', '\\'), '''', '''''') || ''':1A', ' '), '')::tsvector FROM unnest(filters) f);

-- Phrases of six languages are many: those that a record may have are found by their first word.
CREATE INDEX search_phrase_first_word_idx ON search_phrase (first_word);

-- Records, words and titles that are already there. Phrases get their lexemes from the job that renews them.
DELETE FROM search_phrase;
UPDATE search_index SET vector = search_vector(r.title, r.summary, r.keywords, r.body, search_filters(r.kind, r.audience, r.facet_keys))
  FROM record r WHERE r.id = search_index.id;
DELETE FROM search_word;
INSERT INTO search_word (word, frequency, stem, deletions)
  SELECT s.word, s.ndoc, search_stem(s.word), search_deletions(s.word) FROM ts_stat('SELECT vector FROM search_index') s
  WHERE left(s.word, 1) NOT IN ('=', '>', '"') AND length(s.word) <= 64 AND ts_lexize('public.search_words', s.word) <> '{}'
  ON CONFLICT (word) DO UPDATE SET frequency = excluded.frequency;
REINDEX INDEX record_folded_title_idx;
