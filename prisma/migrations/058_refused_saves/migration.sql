-- Saves that were refused because somebody else had changed the same (prisma/schema/contribution.prisma): nothing that was typed is lost,
-- also where the refusal reached nobody because the page was being left.
CREATE TABLE draft_refusal (
  id uuid NOT NULL DEFAULT uuidv7(),
  draft_id uuid NOT NULL,
  edits integer NOT NULL,
  content jsonb NOT NULL,
  sources jsonb NOT NULL,
  reason text NOT NULL,
  clashes jsonb NOT NULL,
  written_by uuid NOT NULL,
  writer text NOT NULL,
  turn double precision NOT NULL DEFAULT 0,
  refused_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled_at timestamptz(6),
  CONSTRAINT draft_refusal_pkey PRIMARY KEY (id),
  CONSTRAINT draft_refusal_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT draft_refusal_written_by_fkey FOREIGN KEY (written_by) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX draft_refusal_draft_id_written_by_writer_key ON draft_refusal (draft_id, written_by, writer);
CREATE INDEX draft_refusal_written_by_idx ON draft_refusal (written_by);
