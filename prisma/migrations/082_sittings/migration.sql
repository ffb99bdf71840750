-- What a person has typed into the page on which an organization reports on all its actions, until it is recorded: theirs alone.
CREATE TABLE uptake_sitting (
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT uptake_sitting_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  report_id uuid NOT NULL,
  report_kind record_kind NOT NULL DEFAULT 'SOURCE' CONSTRAINT uptake_sitting_report_kind CHECK (report_kind = 'SOURCE'),
  typed jsonb NOT NULL,
  edits integer NOT NULL DEFAULT 1,
  saved_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT uptake_sitting_pkey PRIMARY KEY (person_id, organization_id, report_id),
  CONSTRAINT uptake_sitting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT uptake_sitting_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE CASCADE,
  CONSTRAINT uptake_sitting_report_id_report_kind_fkey FOREIGN KEY (report_id, report_kind) REFERENCES record (id, kind) ON DELETE CASCADE
);
