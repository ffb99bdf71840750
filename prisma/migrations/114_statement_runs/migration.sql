-- In which versions a text stands (docs/decisions/041): found by a hash of its words, whatever its capitals, stops and spaces.

-- The words of a text: small letters (of those that ASCII has), everything between words one space. prisma/statement-words.ts says the same.
CREATE FUNCTION statement_words(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(lower(normalize(said, NFC) COLLATE "C"), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));

CREATE FUNCTION statement_hash(words text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(substr(sha256(convert_to(words, 'UTF8')), 1, 16), 'hex')::uuid;

-- What can be asked for of a content: every text of three words or more, whole and sentence by sentence.
CREATE FUNCTION statement_hashes(content jsonb) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT DISTINCT statement_hash(w.words)
  FROM (
    SELECT statement_words(part.said) AS words
    FROM (SELECT one #>> '{}' AS said FROM jsonb_path_query(content, 'strict $.**') AS one WHERE jsonb_typeof(one) = 'string') AS text
    CROSS JOIN LATERAL (SELECT text.said UNION SELECT regexp_split_to_table(text.said, '(?<=[.!?])[ \n\t]+')) AS part
  ) AS w
  WHERE w.words ~ '^[^ ]+ [^ ]+ [^ ]';
END;

CREATE TABLE statement_run (
  hash uuid NOT NULL,
  record_id uuid NOT NULL,
  first integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT statement_run_pkey PRIMARY KEY (hash, record_id, first),
  CONSTRAINT statement_run_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX statement_run_record_id_idx ON statement_run (record_id);

-- Runs of the versions of some records, as islands of numbers that follow each other.
CREATE FUNCTION statement_runs_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH said AS MATERIALIZED (
    SELECT h.hash, n.record_id, n.number, n.number - row_number() OVER (PARTITION BY h.hash, n.record_id ORDER BY n.number) AS island
    FROM added n CROSS JOIN LATERAL statement_hashes(n.content::jsonb) AS h (hash)
  ), runs AS MATERIALIZED (
    SELECT hash, record_id, min(number)::integer AS first, max(number)::integer AS last FROM said GROUP BY hash, record_id, island
  ), longer AS (
    UPDATE statement_run s SET last = r.last FROM runs r
    WHERE s.hash = r.hash AND s.record_id = r.record_id AND s.last = r.first - 1
    RETURNING r.hash, r.record_id, r.first
  )
  INSERT INTO statement_run (hash, record_id, first, last)
  SELECT r.hash, r.record_id, r.first, r.last FROM runs r
  WHERE NOT EXISTS (SELECT FROM longer l WHERE l.hash = r.hash AND l.record_id = r.record_id AND l.first = r.first)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER statement_runs_kept AFTER INSERT ON revision REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION statement_runs_kept();

-- The versions that are there already.
WITH said AS MATERIALIZED (
  SELECT h.hash, v.record_id, v.number, v.number - row_number() OVER (PARTITION BY h.hash, v.record_id ORDER BY v.number) AS island
  FROM revision v CROSS JOIN LATERAL statement_hashes(v.content::jsonb) AS h (hash)
)
INSERT INTO statement_run (hash, record_id, first, last)
SELECT hash, record_id, min(number), max(number) FROM said GROUP BY hash, record_id, island;
