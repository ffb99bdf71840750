-- Questions between people and their answers (docs/decisions/040).

CREATE TYPE question_state AS ENUM ('OPEN', 'CLOSED', 'MERGED');

CREATE TABLE question (
  id uuid NOT NULL DEFAULT uuidv7(),
  person_id uuid NOT NULL,
  title text NOT NULL,
  language text NOT NULL DEFAULT 'en',
  audience audience NOT NULL DEFAULT 'UN_SYSTEM',
  record_id uuid,
  matrix_question text,
  state question_state NOT NULL DEFAULT 'OPEN',
  state_reason text,
  merged_into uuid,
  -- What follows from its posts (api/src/questions/changing.ts, "settle").
  answers integer NOT NULL DEFAULT 0,
  helped integer NOT NULL DEFAULT 0,
  hidden boolean NOT NULL DEFAULT false,
  words tsvector NOT NULL DEFAULT '',
  active_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT question_pkey PRIMARY KEY (id),
  CONSTRAINT question_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT question_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT question_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES question (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT question_about_one CHECK (record_id IS NULL OR matrix_question IS NULL),
  CONSTRAINT question_of_owners CHECK (audience <> 'OWNERS' OR record_id IS NOT NULL),
  CONSTRAINT question_merged CHECK ((state = 'MERGED') = (merged_into IS NOT NULL)),
  CONSTRAINT question_says_why CHECK (state = 'OPEN' OR btrim(coalesce(state_reason, '')) <> '')
);
CREATE INDEX question_person_id_idx ON question (person_id);
CREATE INDEX question_record_id_idx ON question (record_id);
CREATE INDEX question_matrix_question_idx ON question (matrix_question);
CREATE INDEX question_merged_into_idx ON question (merged_into);
CREATE INDEX question_active_at_id_idx ON question (active_at DESC, id);
CREATE INDEX question_words_idx ON question USING gin (words);

-- The text of a question, and its answers.
CREATE TABLE question_post (
  id uuid NOT NULL DEFAULT uuidv7(),
  question_id uuid NOT NULL,
  person_id uuid NOT NULL,
  asks boolean NOT NULL DEFAULT false,
  text text NOT NULL,
  -- The title of the question that it came from, where that was merged into this one.
  from_title text,
  helped_at timestamptz(6),
  helped_by uuid,
  hidden_at timestamptz(6),
  hidden_by uuid,
  hidden_reason text,
  appeal text,
  appeal_answer text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT question_post_pkey PRIMARY KEY (id),
  CONSTRAINT question_post_question_id_fkey FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT question_post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT question_post_helped_by_fkey FOREIGN KEY (helped_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT question_post_hidden_by_fkey FOREIGN KEY (hidden_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT question_post_helps CHECK (helped_at IS NULL OR NOT asks),
  CONSTRAINT question_post_says_why CHECK (hidden_at IS NULL OR btrim(coalesce(hidden_reason, '')) <> '')
);
CREATE INDEX question_post_question_id_asks_id_idx ON question_post (question_id, asks, id);
CREATE INDEX question_post_person_id_idx ON question_post (person_id);

CREATE TABLE question_citation (
  post_id uuid NOT NULL,
  record_id uuid NOT NULL,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT question_citation_pkey PRIMARY KEY (post_id, record_id),
  CONSTRAINT question_citation_post_id_fkey FOREIGN KEY (post_id) REFERENCES question_post (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT question_citation_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX question_citation_record_id_idx ON question_citation (record_id);

CREATE TABLE question_report (
  post_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason text NOT NULL,
  settled_at timestamptz(6),
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT question_report_pkey PRIMARY KEY (post_id, person_id),
  CONSTRAINT question_report_post_id_fkey FOREIGN KEY (post_id) REFERENCES question_post (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT question_report_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX question_report_person_id_idx ON question_report (person_id);

-- Who wants no mails of a question.
CREATE TABLE question_mute (
  question_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT question_mute_pkey PRIMARY KEY (question_id, person_id),
  CONSTRAINT question_mute_question_id_fkey FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT question_mute_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX question_mute_person_id_idx ON question_mute (person_id);

-- The drafts of lessons that came from a question.
CREATE TABLE question_lesson (
  question_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  CONSTRAINT question_lesson_pkey PRIMARY KEY (question_id, draft_id),
  CONSTRAINT question_lesson_question_id_fkey FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT question_lesson_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX question_lesson_draft_id_idx ON question_lesson (draft_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['question', 'question_post', 'question_citation', 'question_lesson'] LOOP
    EXECUTE format('CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION library_changed()', name);
  END LOOP;
END $$;
