-- The characters of a record's filter values stand in the order of the keys, which is the order its author wrote them in; until
-- now they stood in the order of their codes, and pages showed them so.
CREATE OR REPLACE FUNCTION facet_characters(keys text[]) RETURNS text
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
  SELECT string_agg(facet_character(c.code), '' ORDER BY c.place) INTO result
    FROM (SELECT f.code, min(k.place) AS place FROM unnest(keys) WITH ORDINALITY k (key, place)
      JOIN facet_value f ON f.facet = split_part(k.key, ':', 1) AND f.value = substr(k.key, strpos(k.key, ':') + 1) GROUP BY f.code) c;
  RETURN coalesce(result, '');
END $$;
UPDATE record SET facets = facet_characters(facet_keys) WHERE cardinality(facet_keys) > 0;
