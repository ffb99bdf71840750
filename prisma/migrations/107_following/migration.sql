-- What people follow, and of what they were told (docs/decisions/039).

CREATE TYPE digest_frequency AS ENUM ('NOW', 'DAILY', 'WEEKLY', 'MONTHLY');
CREATE TYPE follow_origin AS ENUM ('PERSON', 'FOCAL_POINT');
CREATE TYPE change_of_record AS ENUM ('ADDED', 'CHANGED', 'ARCHIVED', 'RESTORED');

CREATE TABLE watch (
  id uuid NOT NULL DEFAULT uuidv7(),
  record_id uuid,
  address text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT watch_pkey PRIMARY KEY (id),
  CONSTRAINT watch_of_one CHECK ((record_id IS NULL) <> (address IS NULL)),
  CONSTRAINT watch_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX watch_record_id_key ON watch (record_id);
CREATE UNIQUE INDEX watch_address_key ON watch (address);

CREATE TABLE follow (
  id uuid NOT NULL DEFAULT uuidv7(),
  person_id uuid NOT NULL,
  watch_id uuid NOT NULL,
  name text NOT NULL DEFAULT '',
  frequency digest_frequency NOT NULL DEFAULT 'WEEKLY',
  paused boolean NOT NULL DEFAULT false,
  origin follow_origin NOT NULL DEFAULT 'PERSON',
  told_until bigint NOT NULL,
  told_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT follow_pkey PRIMARY KEY (id),
  CONSTRAINT follow_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT follow_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES watch (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX follow_person_id_watch_id_key ON follow (person_id, watch_id);
CREATE INDEX follow_watch_id_idx ON follow (watch_id);
CREATE INDEX follow_frequency_person_id_idx ON follow (frequency, person_id);

CREATE TABLE watch_hit (
  watch_id uuid NOT NULL,
  sequence bigint NOT NULL,
  record_id uuid NOT NULL,
  change change_of_record NOT NULL,
  CONSTRAINT watch_hit_pkey PRIMARY KEY (watch_id, sequence),
  CONSTRAINT watch_hit_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES watch (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT watch_hit_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX watch_hit_sequence_idx ON watch_hit (sequence);
CREATE INDEX watch_hit_record_id_idx ON watch_hit (record_id);

-- Where mails of a kind are ended with one click.
ALTER TABLE mail_outbox ADD COLUMN unsubscribe text;

CREATE TABLE follow_told (
  person_id uuid NOT NULL,
  sequence bigint NOT NULL,
  record_id uuid NOT NULL,
  mail_id uuid,
  line text,
  told_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT follow_told_pkey PRIMARY KEY (person_id, sequence),
  CONSTRAINT follow_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT follow_told_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT follow_told_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail_outbox (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX follow_told_mail_id_idx ON follow_told (mail_id);
CREATE INDEX follow_told_record_id_idx ON follow_told (record_id);
CREATE INDEX follow_told_told_at_idx ON follow_told (told_at);

CREATE TABLE follow_state (
  name text NOT NULL,
  until bigint NOT NULL,
  CONSTRAINT follow_state_pkey PRIMARY KEY (name)
);
