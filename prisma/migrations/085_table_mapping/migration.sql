-- How an organization's own tables are read is remembered by their layout (docs/decisions/035).
CREATE TABLE table_mapping (
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION',
  purpose text NOT NULL,
  layout text NOT NULL,
  mapping jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT table_mapping_pkey PRIMARY KEY (organization_id, purpose, layout),
  CONSTRAINT table_mapping_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE CASCADE,
  CONSTRAINT table_mapping_organization_kind CHECK (organization_kind = 'ORGANIZATION')
);
CREATE INDEX table_mapping_purpose_layout_saved_at_idx ON table_mapping (purpose, layout, saved_at);
