-- Entries loaded from a table (docs/decisions/051): proposed by one person with all that was read, published whole or not at
-- all by a second one, and taken back as a whole.
CREATE TABLE import_run (
  id uuid NOT NULL DEFAULT uuidv7(),
  kind record_kind NOT NULL,
  -- The name of the file, or what the person called the pasted rows.
  name text NOT NULL,
  -- [{ row, action: ADD | CHANGE, title, slug, recordId, version, content }]
  rows jsonb NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decided_by text,
  decided_at timestamptz(6),
  -- Null while it waits.
  published boolean,
  -- Why it was declined.
  reason text,
  -- [{ row, recordId, slug, version }], of what was published.
  results jsonb,
  undone_by text,
  undone_at timestamptz(6),
  undone_reason text,
  CONSTRAINT import_run_pkey PRIMARY KEY (id),
  CONSTRAINT import_run_proposed_by CHECK (is_maker(proposed_by, false)),
  CONSTRAINT import_run_decided_by CHECK (decided_by IS NULL OR is_maker(decided_by, false)),
  CONSTRAINT import_run_undone_by CHECK (undone_by IS NULL OR is_maker(undone_by, false)),
  CONSTRAINT import_run_two_people CHECK (published IS NOT TRUE OR decided_by <> proposed_by),
  CONSTRAINT import_run_decided CHECK ((published IS NULL) = (decided_at IS NULL)),
  CONSTRAINT import_run_undone CHECK (undone_at IS NULL OR published)
);
CREATE INDEX import_run_proposed_at_idx ON import_run (proposed_at DESC);

-- How a table of a layout is read, remembered by its headings.
CREATE TABLE import_mapping (
  kind record_kind NOT NULL,
  layout text NOT NULL,
  mapping jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (kind, layout)
);
