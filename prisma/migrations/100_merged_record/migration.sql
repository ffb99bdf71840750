-- Where the entries are now that were made one with another: what refers to a record by its id follows it there.
CREATE VIEW merged_record AS SELECT r.id, merged_to(r.id) AS stays FROM record r WHERE r.merged_into IS NOT NULL;

-- A record and all that were made one with it, however often.
CREATE FUNCTION merged_with(record_id uuid) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH RECURSIVE ones (id) AS (SELECT record_id UNION SELECT r.id FROM ones o JOIN record r ON r.merged_into = o.id)
  SELECT array_agg(o.id) FROM ones o;
END;

-- Lessons, risks, mitigations, recommendations and references name projects (prisma/rederive.ts).
DROP INDEX record_projects_idx;
CREATE INDEX record_projects_idx ON record USING GIN ((content->'projects')) WHERE content ? 'projects';
