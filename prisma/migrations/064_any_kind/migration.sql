-- The order of an answer to an empty query: by kind, then as the source has it. A kind that came later and is not in the list
-- follows the others, so that a new one needs no change here.
CREATE OR REPLACE FUNCTION search_place(kind record_kind, "position" integer) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(
  array_position(ARRAY['PROJECT', 'ORGANIZATION', 'VENDOR', 'LESSON', 'STANDARD', 'GOAL', 'RECOMMENDATION', 'RISK', 'MITIGATION', 'GLOSSARY_TERM', 'REFERENCE', 'SOURCE', 'MATRIX']::record_kind[], kind),
  100 + array_position(enum_range(NULL::record_kind), kind))::bigint * 10000000000 + "position";

-- The kind of a record by that place.
CREATE OR REPLACE FUNCTION search_kind(place bigint) RETURNS record_kind
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN place / 10000000000 > 100 THEN (enum_range(NULL::record_kind))[place / 10000000000 - 100]
  ELSE (ARRAY['PROJECT', 'ORGANIZATION', 'VENDOR', 'LESSON', 'STANDARD', 'GOAL', 'RECOMMENDATION', 'RISK', 'MITIGATION', 'GLOSSARY_TERM', 'REFERENCE', 'SOURCE', 'MATRIX']::record_kind[])[place / 10000000000] END;
