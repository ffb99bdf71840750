-- The days of an organization are the days where it has its seat, not those of UTC (docs/decisions/055).

-- What an organization or the secretariat says of its time zone; without a row it is the one of its seat, as its record says, or UTC.
CREATE TABLE organization_zone (
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT organization_zone_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  zone text NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT organization_zone_pkey PRIMARY KEY (organization_id),
  CONSTRAINT organization_zone_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE CASCADE
);
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON organization_zone FOR EACH STATEMENT EXECUTE FUNCTION library_changed();

-- Its name in the IANA database, such as Europe/Rome.
CREATE FUNCTION organization_zone(organization uuid) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT coalesce((SELECT z.zone FROM organization_zone z WHERE z.organization_id = o.id), o.content->>'timeZone', 'UTC') FROM record o WHERE o.id = organization);

-- Which day is meant of an organization where a day is asked for: the day that it is in UTC stands for the day that it is there; any other is itself.
CREATE FUNCTION organization_day(organization uuid, asked date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN asked = (now() AT TIME ZONE 'UTC')::date THEN (now() AT TIME ZONE organization_zone(organization))::date ELSE asked END;
CREATE FUNCTION organization_today(organization uuid) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN (now() AT TIME ZONE organization_zone(organization))::date;

-- The views for figures count by the same days.
CREATE OR REPLACE FUNCTION reporting.uptake_on(day date, with_documents boolean DEFAULT false)
RETURNS TABLE (action_id uuid, report text, recommendation text, organization text, kind text, counted boolean, acceptance text, implementation text, status text, effective_date date, target_date date, standing text)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT a.id, coalesce(s.content->>'symbol', s.slug), coalesce(r.content->>'label', r.content->>'number'), o.content->>'shortName', a.kind::text, a.printed, e.acceptance::text, e.implementation::text,
    CASE WHEN e.acceptance IS NULL THEN 'NO_INFORMATION' WHEN e.acceptance = 'ACCEPTED' THEN coalesce(e.implementation::text, 'NOT_STARTED') ELSE e.acceptance::text END, e.effective_date, e.target_date, e.standing
  FROM public.action a
  JOIN public.record s ON s.id = a.report_id AND s.audience = 'PUBLIC' AND s.archived_at IS NULL
  JOIN public.record r ON r.id = a.recommendation_id AND r.audience = 'PUBLIC' AND r.archived_at IS NULL
  JOIN public.record o ON o.id = a.organization_id AND o.audience = 'PUBLIC' AND o.archived_at IS NULL
  CROSS JOIN LATERAL (SELECT public.organization_day(o.id, day) AS on_day OFFSET 0) d
  LEFT JOIN LATERAL (
    SELECT u.acceptance, u.implementation, u.effective_date, u.target_date, public.uptake_standing(u, d.on_day) AS standing FROM public.uptake_entry u
    WHERE u.action_id = a.id AND NOT u.demo AND u.effective_date <= d.on_day AND u.entered_on <= d.on_day
      AND (public.uptake_standing(u, d.on_day) IN ('CONFIRMED', 'UNOPPOSED') OR (with_documents AND public.uptake_standing(u, d.on_day) = 'DOCUMENT'))
      AND NOT EXISTS (SELECT FROM public.uptake_withdrawal w WHERE w.entry_id = u.id AND w.withdrawn_on <= d.on_day)
    ORDER BY u.effective_date DESC, u.sequence DESC LIMIT 1) e ON true
  ORDER BY s.position, r.position, a.position, a.id;
END;
