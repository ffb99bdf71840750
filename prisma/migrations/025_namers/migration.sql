-- What names a project or vendor is found by its content (prisma/rederive.ts), without reading the library.
CREATE INDEX record_projects_idx ON record USING GIN ((content->'projects')) WHERE kind = 'LESSON';
CREATE INDEX record_engagements_idx ON record USING GIN ((content->'engagements') jsonb_path_ops) WHERE kind = 'PROJECT';
