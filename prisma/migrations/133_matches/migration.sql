-- Who was told of what: an envisaged project and one with experience of the like, or somebody of the pool (docs/decisions/048).
CREATE TABLE match_told (
  envisaged_id uuid NOT NULL,
  experience_id uuid NOT NULL,
  person_id uuid NOT NULL,
  told_on date NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT match_told_pkey PRIMARY KEY (person_id, envisaged_id, experience_id),
  CONSTRAINT match_told_envisaged_id_fkey FOREIGN KEY (envisaged_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT match_told_experience_id_fkey FOREIGN KEY (experience_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT match_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX match_told_envisaged_id_idx ON match_told (envisaged_id);
CREATE INDEX match_told_experience_id_idx ON match_told (experience_id);
