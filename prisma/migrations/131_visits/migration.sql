-- Up to where somebody said that they have seen what is new (docs/decisions/048). Nothing else is kept of what they read.
CREATE TABLE visit_mark (
  person_id uuid NOT NULL,
  until bigint NOT NULL,
  at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT visit_mark_pkey PRIMARY KEY (person_id),
  CONSTRAINT visit_mark_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
