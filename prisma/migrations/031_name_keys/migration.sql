-- By what name a record is known, however it is spelt: case, accents, punctuation, blanks and the legal form of a firm
-- count for nothing. The same text always has the same key, so that an index can hold them. What a function calls is bound
-- when it is made: an index is also renewed where no schema is searched.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT replace(coalesce(nullif(regexp_replace(plain,
    '( (inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|gmbh|ag|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|asa|oy|oyj|kk|pty|pvt|pte|kg|ug|ev))+$', ''), ''), plain), ' ', '')
  FROM (SELECT trim(regexp_replace(replace(replace(translate(regexp_replace(lower(normalize(name, NFKD)), '[\u0300-\u036f.''’]', '', 'g'),
    'łøđðıß', 'lodois'), '&', ' and '), 'æ', 'ae'), '[^[:alnum:]]+', ' ', 'g')) AS plain) x;
END;

-- The names of a content, each with what kind of name it is.
CREATE FUNCTION record_names(content jsonb) RETURNS TABLE (how text, name text) LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT how, name FROM (
    VALUES ('NAME', content->>'name'), ('SHORT_NAME', content->>'shortName'), ('NAME', CASE WHEN jsonb_typeof(content->'title') = 'string' THEN content->>'title' END)) v (how, name) WHERE name IS NOT NULL
  UNION ALL SELECT 'FORMER_NAME', n FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(content->'formerNames') = 'array' THEN content->'formerNames' ELSE '[]' END) n
  UNION ALL SELECT 'ALSO_KNOWN_AS', n FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(content->'alsoKnownAs') = 'array' THEN content->'alsoKnownAs' ELSE '[]' END) n;
END;

CREATE FUNCTION record_name_keys(content jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT name_key(name)), '{}') FROM record_names(content);
END;

CREATE INDEX record_name_keys_idx ON record USING gin (record_name_keys(content)) WHERE kind IN ('VENDOR', 'ORGANIZATION', 'PROJECT');
