-- Entries of other catalogues (docs/decisions/057): read from a file by a mapping, previewed, loaded whole, taken back whole.

-- As before; a foreign record is in no answer that did not ask for such records, so that it is none of the public ones: the kept
-- counts leave it out, and who asks says so (search/restriction.ts).
CREATE OR REPLACE FUNCTION search_filters(id uuid, kind record_kind, audience audience, facet_keys text[]) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN array(SELECT '=' || key FROM unnest(facet_keys) key WHERE key IS NOT NULL)
  || ('=kind:' || kind)
  || CASE WHEN kind = 'FOREIGN_RECORD' THEN ARRAY['>restricted', '>foreign']
       WHEN audience = 'PUBLIC' THEN ARRAY['>public']
       ELSE ARRAY['>restricted'] || array(SELECT '>owner:' || o.organization_id FROM record_owner o WHERE o.record_id = search_filters.id)
         || CASE WHEN audience = 'UN_SYSTEM' THEN ARRAY['>un'] ELSE '{}' END
     END;

-- How the files of a catalogue are read, under a name.
CREATE TABLE catalogue_mapping (
  name text NOT NULL,
  mapping jsonb NOT NULL,
  saved_by uuid,
  saved_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT catalogue_mapping_pkey PRIMARY KEY (name)
);

-- One file of a catalogue, from its preview to its end.
CREATE TABLE catalogue_run (
  id uuid NOT NULL DEFAULT uuidv7(),
  -- The names of the files.
  name text NOT NULL,
  -- The rows as they were read, packed (api/src/catalogues/reading.ts), until it is loaded or thrown away.
  file bytea,
  -- What loading it would do, as it was shown last; what it does is found out anew when it is loaded.
  preview jsonb,
  -- Null until it is loaded.
  mapping jsonb,
  -- The key of the catalogue, once it is loaded.
  catalogue text,
  version text NOT NULL DEFAULT '',
  as_at text NOT NULL DEFAULT '',
  -- [{ place, action: ADD | CHANGE | GONE | BACK, title, slug, recordId, version, changed, doubles }], once it is loaded.
  results jsonb,
  unchanged integer NOT NULL DEFAULT 0,
  -- Null where a command of the keeper did it.
  begun_by uuid,
  begun_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  loaded_by uuid,
  loaded_at timestamptz(6),
  undone_by uuid,
  undone_at timestamptz(6),
  undone_reason text,
  CONSTRAINT catalogue_run_pkey PRIMARY KEY (id),
  CONSTRAINT catalogue_run_loaded CHECK ((loaded_at IS NULL) = (results IS NULL) AND (loaded_at IS NULL OR (catalogue IS NOT NULL AND mapping IS NOT NULL))),
  CONSTRAINT catalogue_run_undone CHECK (undone_at IS NULL OR loaded_at IS NOT NULL)
);
CREATE INDEX catalogue_run_begun_at_idx ON catalogue_run (begun_at DESC);

-- What an organization says beside a foreign record, which itself nobody changes.
CREATE TABLE foreign_answer (
  id uuid NOT NULL DEFAULT uuidv7(),
  record_id uuid NOT NULL,
  record_kind record_kind NOT NULL DEFAULT 'FOREIGN_RECORD' CONSTRAINT foreign_answer_record_kind CHECK (record_kind = 'FOREIGN_RECORD'),
  organization_id uuid NOT NULL,
  organization_kind record_kind NOT NULL DEFAULT 'ORGANIZATION' CONSTRAINT foreign_answer_organization_kind CHECK (organization_kind = 'ORGANIZATION'),
  -- The version of the record that it answers.
  record_version integer NOT NULL,
  text text NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  withdrawn_by uuid,
  withdrawn_at timestamptz(6),
  CONSTRAINT foreign_answer_pkey PRIMARY KEY (id),
  CONSTRAINT foreign_answer_record_id_record_kind_fkey FOREIGN KEY (record_id, record_kind) REFERENCES record (id, kind) ON DELETE RESTRICT ON UPDATE NO ACTION,
  CONSTRAINT foreign_answer_organization_id_organization_kind_fkey FOREIGN KEY (organization_id, organization_kind) REFERENCES record (id, kind) ON DELETE RESTRICT ON UPDATE NO ACTION,
  CONSTRAINT foreign_answer_withdrawn CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX foreign_answer_record_id_idx ON foreign_answer (record_id);
CREATE INDEX foreign_answer_organization_id_idx ON foreign_answer (organization_id);
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON foreign_answer FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
