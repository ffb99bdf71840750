-- What the secretariat takes over from a document is public once it is published, with its symbol and page, and marked as
-- not confirmed by the organization (docs/decisions/013).

-- "Partly accepted" and "partly implemented" say more of a decision; the two axes stay as they are.
ALTER TABLE uptake_entry ADD COLUMN in_part text, ADD COLUMN source_place text,
  ADD CONSTRAINT uptake_entry_in_part CHECK (in_part IS NULL
    OR (in_part = 'ACCEPTANCE' AND acceptance = 'ACCEPTED')
    OR (in_part IN ('IMPLEMENTATION', 'BOTH') AND implementation = 'IN_PROGRESS'));

-- The secretariat publishes an entry that it took from a document. The organization is told, and has until `answer_by` to
-- confirm it, to report itself, or to withdraw it; where nobody could be told, there is no such day, and silence says nothing.
CREATE TABLE uptake_publication (
  entry_id uuid NOT NULL,
  published_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
  published_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  published_by text NOT NULL,
  told integer NOT NULL,
  answer_by date,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT uptake_publication_pkey PRIMARY KEY (entry_id),
  CONSTRAINT uptake_publication_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES uptake_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT uptake_publication_published_by CHECK (is_maker(published_by, demo)),
  CONSTRAINT uptake_publication_silence CHECK ((told = 0) = (answer_by IS NULL) AND answer_by > published_on)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON uptake_publication FOR EACH ROW EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON uptake_publication FOR EACH STATEMENT EXECUTE FUNCTION uptake_append_only();
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON uptake_publication FOR EACH STATEMENT EXECUTE FUNCTION library_changed();

-- How far an entry stands on a day: CONFIRMED by a second person of the organization; UNOPPOSED, published from a document, and
-- the organization, which was told, let its period pass without any answer; DOCUMENT, published and waiting; else UNCONFIRMED.
CREATE FUNCTION uptake_standing(entry uptake_entry, known date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN EXISTS (SELECT FROM uptake_confirmation c WHERE c.entry_id = entry.id AND c.confirmed_on <= known) THEN 'CONFIRMED'
  ELSE coalesce((SELECT CASE WHEN p.answer_by < known AND NOT EXISTS (SELECT FROM uptake_entry own WHERE own.action_id = entry.action_id AND own.sequence > entry.sequence
      AND own.entered_as <> 'SECRETARIAT' AND NOT own.demo AND own.entered_on <= p.answer_by) THEN 'UNOPPOSED' ELSE 'DOCUMENT' END
    FROM uptake_publication p WHERE p.entry_id = entry.id AND p.published_on <= known), 'UNCONFIRMED') END;

-- The views for figures: what the pages count, and with documents where they are asked for.
DROP VIEW reporting.uptake_now;
DROP FUNCTION reporting.uptake_on(date);
CREATE FUNCTION reporting.uptake_on(day date, with_documents boolean DEFAULT false)
RETURNS TABLE (action_id uuid, report text, recommendation text, organization text, kind text, counted boolean, acceptance text, implementation text, status text, effective_date date, target_date date, standing text)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT a.id, coalesce(s.content->>'symbol', s.slug), coalesce(r.content->>'label', r.content->>'number'), o.content->>'shortName', a.kind::text, a.printed, e.acceptance::text, e.implementation::text,
    CASE WHEN e.acceptance IS NULL THEN 'NO_INFORMATION' WHEN e.acceptance = 'ACCEPTED' THEN coalesce(e.implementation::text, 'NOT_STARTED') ELSE e.acceptance::text END, e.effective_date, e.target_date, e.standing
  FROM public.action a
  JOIN public.record s ON s.id = a.report_id AND s.audience = 'PUBLIC' AND s.archived_at IS NULL
  JOIN public.record r ON r.id = a.recommendation_id AND r.audience = 'PUBLIC' AND r.archived_at IS NULL
  JOIN public.record o ON o.id = a.organization_id AND o.audience = 'PUBLIC' AND o.archived_at IS NULL
  LEFT JOIN LATERAL (
    SELECT u.acceptance, u.implementation, u.effective_date, u.target_date, public.uptake_standing(u, day) AS standing FROM public.uptake_entry u
    WHERE u.action_id = a.id AND NOT u.demo AND u.effective_date <= day AND u.entered_on <= day
      AND (public.uptake_standing(u, day) IN ('CONFIRMED', 'UNOPPOSED') OR (with_documents AND public.uptake_standing(u, day) = 'DOCUMENT'))
      AND NOT EXISTS (SELECT FROM public.uptake_withdrawal w WHERE w.entry_id = u.id AND w.withdrawn_on <= day)
    ORDER BY u.effective_date DESC, u.sequence DESC LIMIT 1) e ON true
  ORDER BY s.position, r.position, a.position, a.id;
END;
CREATE VIEW reporting.uptake_now AS SELECT * FROM reporting.uptake_on((now() AT TIME ZONE 'UTC')::date);
DO $$
BEGIN
  GRANT SELECT ON ALL TABLES IN SCHEMA reporting TO atrium_reporting;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA reporting TO atrium_reporting;
EXCEPTION WHEN insufficient_privilege OR undefined_object THEN
  RAISE NOTICE 'The role atrium_reporting is not there: %', SQLERRM;
END $$;

-- Whom to write to at an organization about its recommendations, where its people have no account here; deputies are asked where
-- the others do not answer. Kept by the secretariat and by the organization; for these two only.
CREATE TABLE uptake_contact (
  id uuid NOT NULL DEFAULT uuidv7(),
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT uptake_contact_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  address text NOT NULL,
  unit text,
  deputy boolean NOT NULL DEFAULT false,
  kept_by uuid NOT NULL,
  kept_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT uptake_contact_pkey PRIMARY KEY (id),
  CONSTRAINT uptake_contact_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE CASCADE
);
CREATE UNIQUE INDEX uptake_contact_organization_id_address_key ON uptake_contact (organization_id, address);
