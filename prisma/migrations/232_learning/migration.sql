-- Learning resources and events that people suggest, and steps of paths that they have done (docs/decisions/058).
CREATE TYPE learning_entry_kind AS ENUM ('RESOURCE', 'EVENT');
CREATE TYPE learning_entry_state AS ENUM ('PROPOSED', 'ACCEPTED', 'RETURNED');
CREATE TABLE learning_entry (
  id uuid NOT NULL DEFAULT uuidv7(),
  kind learning_entry_kind NOT NULL,
  content jsonb NOT NULL,
  audience audience NOT NULL,
  state learning_entry_state NOT NULL DEFAULT 'PROPOSED',
  reason text,
  person_id uuid NOT NULL,
  decided_by uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decided_at timestamptz(6),
  CONSTRAINT learning_entry_pkey PRIMARY KEY (id),
  CONSTRAINT learning_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT learning_entry_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Nobody decides on what they suggested.
  CONSTRAINT learning_entry_decided CHECK ((state = 'PROPOSED') = (decided_by IS NULL) AND decided_by IS DISTINCT FROM person_id)
);
CREATE INDEX learning_entry_kind_state_idx ON learning_entry (kind, state);
CREATE INDEX learning_entry_person_id_idx ON learning_entry (person_id);
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON learning_entry FOR EACH STATEMENT EXECUTE FUNCTION library_changed();

CREATE TABLE learning_step (
  person_id uuid NOT NULL,
  step text NOT NULL,
  CONSTRAINT learning_step_pkey PRIMARY KEY (person_id, step),
  CONSTRAINT learning_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX learning_step_step_idx ON learning_step (step);
