-- Earlier saves of a draft (prisma/schema/contribution.prisma): what a save is compared with, and what can be brought back.
CREATE TABLE draft_save (
  id uuid NOT NULL DEFAULT uuidv7(),
  draft_id uuid NOT NULL,
  edits integer NOT NULL,
  content jsonb NOT NULL,
  sources jsonb NOT NULL,
  reason text NOT NULL,
  sent jsonb,
  saved_by uuid,
  writer text,
  turn double precision NOT NULL DEFAULT 0,
  saved_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT draft_save_pkey PRIMARY KEY (id),
  CONSTRAINT draft_save_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT draft_save_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX draft_save_draft_id_edits_key ON draft_save (draft_id, edits);
CREATE INDEX draft_save_saved_by_idx ON draft_save (saved_by);

-- Open drafts begin with what they hold now.
INSERT INTO draft_save (draft_id, edits, content, sources, reason, saved_by, saved_at)
  SELECT id, edits, content, sources, reason, author_id, updated_at FROM draft WHERE state <> 'LIVE';
