-- Plain views for people who use SQL or a tool for figures (docs/reporting.md describes each column). They hold what everybody
-- may see, and nothing else: live public records without their restricted sections, confirmed entries without what is for some.
CREATE SCHEMA reporting;
COMMENT ON SCHEMA reporting IS 'What everybody may see of the library, as plain tables to read.';

-- The values of one filter of a record; restricted sections leave no filter values.
CREATE FUNCTION reporting.filter_values(keys text[], facet text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce((SELECT array_agg(substr(k.key, length(facet) + 2) ORDER BY k.place) FROM unnest(keys) WITH ORDINALITY k (key, place) WHERE starts_with(k.key, facet || ':')), '{}');

CREATE VIEW reporting.organization AS
  SELECT r.id, r.slug, '/organizations/' || r.slug AS address, r.content->>'shortName' AS short_name, r.content->>'name' AS name, r.content->>'kind' AS kind,
    EXISTS (SELECT FROM public.report_column c WHERE c.organization_id = r.id) AS participating, r.version, r.updated_at
  FROM public.record r WHERE r.kind = 'ORGANIZATION' AND r.audience = 'PUBLIC' AND r.archived_at IS NULL;

CREATE VIEW reporting.project AS
  SELECT r.id, r.slug, '/projects/' || r.slug AS address, r.title, r.summary,
    (reporting.filter_values(r.facet_keys, 'stage'))[1] AS stage,
    (reporting.filter_values(r.facet_keys, 'origin'))[1] AS origin,
    (reporting.filter_values(r.facet_keys, 'access'))[1] AS access,
    reporting.filter_values(r.facet_keys, 'use') AS uses,
    reporting.filter_values(r.facet_keys, 'platform') AS platforms,
    reporting.filter_values(r.facet_keys, 'country') AS countries,
    reporting.filter_values(r.facet_keys, 'goal')::integer[] AS goals,
    coalesce((SELECT array_agg(o.content->>'shortName' ORDER BY l.position) FROM public.link l JOIN public.record o ON o.id = l.to_id
      WHERE l.from_id = r.id AND l.relation = 'OWNER' AND o.audience = 'PUBLIC' AND o.archived_at IS NULL), '{}') AS owners,
    r.version, r.updated_at, r.verify_by
  FROM public.record r WHERE r.kind = 'PROJECT' AND r.audience = 'PUBLIC' AND r.archived_at IS NULL;

CREATE VIEW reporting.vendor AS
  SELECT r.id, r.slug, '/vendors/' || r.slug AS address, r.title AS name, r.summary,
    (reporting.filter_values(r.facet_keys, 'kind_of_vendor'))[1] AS kind,
    (reporting.filter_values(r.facet_keys, 'country'))[1] AS country,
    reporting.filter_values(r.facet_keys, 'service') AS services,
    reporting.filter_values(r.facet_keys, 'platform') AS platforms,
    r.version, r.updated_at, r.verify_by
  FROM public.record r WHERE r.kind = 'VENDOR' AND r.audience = 'PUBLIC' AND r.archived_at IS NULL;

CREATE VIEW reporting.engagement AS
  SELECT l.id, p.id AS project_id, p.slug AS project, p.title AS project_title, v.id AS vendor_id, v.slug AS vendor, v.title AS vendor_name,
    l.data->>'role' AS role, l.data->>'delivered' AS delivered,
    coalesce(ARRAY(SELECT jsonb_array_elements_text(l.data->'stack')), '{}') AS stack, l.data->>'period' AS period, l.data->>'outcome' AS outcome,
    (reporting.filter_values(p.facet_keys, 'stage'))[1] AS project_stage,
    l.data->>'certainty' AS certainty, l.data->>'note' AS note, l.data->>'asAt' AS as_at,
    coalesce((SELECT string_agg((c->>'source') || ': ' || (c->>'place'), '; ') FROM jsonb_array_elements(l.data->'cite') c), '') AS sources
  FROM public.link l
  JOIN public.record p ON p.id = l.from_id AND p.audience = 'PUBLIC' AND p.archived_at IS NULL
  JOIN public.record v ON v.id = l.to_id AND v.audience = 'PUBLIC' AND v.archived_at IS NULL
  WHERE l.relation = 'ENGAGEMENT';

CREATE VIEW reporting.lesson AS
  SELECT r.id, r.slug, '/lessons/' || r.slug AS address, r.title, r.summary,
    (reporting.filter_values(r.facet_keys, 'kind_of_lesson'))[1] AS kind,
    (reporting.filter_values(r.facet_keys, 'theme'))[1] AS theme,
    coalesce((SELECT array_agg(DISTINCT o.content->>'shortName') FROM public.link l JOIN public.record o ON o.id = l.to_id AND o.kind = 'ORGANIZATION'
      WHERE l.from_id = r.id AND o.audience = 'PUBLIC' AND o.archived_at IS NULL), '{}') AS organizations,
    coalesce((SELECT array_agg(DISTINCT p.slug) FROM public.link l JOIN public.record p ON p.id = l.to_id AND p.kind = 'PROJECT'
      WHERE l.from_id = r.id AND p.audience = 'PUBLIC' AND p.archived_at IS NULL), '{}') AS projects,
    r.version, r.updated_at, r.verify_by
  FROM public.record r WHERE r.kind = 'LESSON' AND r.audience = 'PUBLIC' AND r.archived_at IS NULL;

CREATE VIEW reporting.citation AS
  SELECT c.id, c.record_id, r.kind::text AS record_kind, r.slug AS record, c.field, c.statement, s.slug AS source, s.title AS source_title, c.place, c.paragraph, c.as_at, c.certainty::text AS certainty
  FROM public.citation c
  JOIN public.record r ON r.id = c.record_id AND r.audience = 'PUBLIC' AND r.archived_at IS NULL
  JOIN public.record s ON s.id = c.source_id AND s.audience = 'PUBLIC' AND s.archived_at IS NULL;

-- The cell of every action as it stood on a day, by what was recorded and confirmed by then; demonstration entries are left out.
CREATE FUNCTION reporting.uptake_on(day date)
RETURNS TABLE (action_id uuid, report text, recommendation text, organization text, kind text, counted boolean, acceptance text, implementation text, status text, effective_date date, target_date date)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT a.id, coalesce(s.content->>'symbol', s.slug), coalesce(r.content->>'label', r.content->>'number'), o.content->>'shortName', a.kind::text, a.printed, e.acceptance::text, e.implementation::text,
    CASE WHEN e.acceptance IS NULL THEN 'NO_INFORMATION' WHEN e.acceptance = 'ACCEPTED' THEN coalesce(e.implementation::text, 'NOT_STARTED') ELSE e.acceptance::text END, e.effective_date, e.target_date
  FROM public.action a
  JOIN public.record s ON s.id = a.report_id AND s.audience = 'PUBLIC' AND s.archived_at IS NULL
  JOIN public.record r ON r.id = a.recommendation_id AND r.audience = 'PUBLIC' AND r.archived_at IS NULL
  JOIN public.record o ON o.id = a.organization_id AND o.audience = 'PUBLIC' AND o.archived_at IS NULL
  LEFT JOIN LATERAL (
    SELECT u.acceptance, u.implementation, u.effective_date, u.target_date FROM public.uptake_entry u JOIN public.uptake_confirmation k ON k.entry_id = u.id AND k.confirmed_on <= day
    WHERE u.action_id = a.id AND NOT u.demo AND u.effective_date <= day AND u.entered_on <= day
      AND NOT EXISTS (SELECT FROM public.uptake_withdrawal w WHERE w.entry_id = u.id AND w.withdrawn_on <= day)
    ORDER BY u.effective_date DESC, u.sequence DESC LIMIT 1) e ON true
  ORDER BY s.position, r.position, a.position, a.id;
END;
CREATE VIEW reporting.uptake_now AS SELECT * FROM reporting.uptake_on((now() AT TIME ZONE 'UTC')::date);

-- A role to be given to people and tools: it reads these views and nothing else. Where this role may make no role, docs/reporting.md says how.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'atrium_reporting') THEN CREATE ROLE atrium_reporting NOLOGIN; END IF;
  GRANT USAGE ON SCHEMA reporting TO atrium_reporting;
  GRANT SELECT ON ALL TABLES IN SCHEMA reporting TO atrium_reporting;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA reporting TO atrium_reporting;
  ALTER ROLE atrium_reporting SET statement_timeout = '60s';
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  RAISE NOTICE 'The role atrium_reporting was not made: %', SQLERRM;
END $$;
