-- When its author changed the text of a question or an answer last.
ALTER TABLE question_post ADD COLUMN edited_at timestamptz(6);
