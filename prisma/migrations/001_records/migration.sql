CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE record_kind AS ENUM ('SOURCE', 'ORGANIZATION', 'GOAL', 'VENDOR', 'PROJECT', 'STANDARD', 'RISK', 'MITIGATION', 'RECOMMENDATION', 'LESSON', 'GLOSSARY_TERM', 'REFERENCE', 'MATRIX');
CREATE TYPE audience AS ENUM ('PUBLIC', 'UN_SYSTEM', 'OWNERS');
CREATE TYPE certainty AS ENUM ('STATED', 'INFERRED', 'UNCERTAIN');
CREATE TYPE action_kind AS ENUM ('LEGISLATIVE', 'EXECUTIVE');

CREATE TABLE record (
  id uuid NOT NULL DEFAULT uuidv7(),
  kind record_kind NOT NULL,
  slug text NOT NULL,
  source_key text,
  position integer NOT NULL DEFAULT 0,
  title text NOT NULL,
  sort_title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  keywords text NOT NULL DEFAULT '',
  body text NOT NULL DEFAULT '',
  audience audience NOT NULL DEFAULT 'PUBLIC',
  language text NOT NULL DEFAULT 'en',
  content jsonb NOT NULL,
  facet_keys text[] DEFAULT ARRAY[]::text[],
  facets text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  hash text NOT NULL,
  seed_hash text,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  archived_at timestamptz(6),
  archived_reason text,
  CONSTRAINT record_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX record_kind_slug_key ON record (kind, slug);
CREATE UNIQUE INDEX record_kind_source_key_key ON record (kind, source_key);
CREATE INDEX record_kind_position_id_idx ON record (kind, position, id);
CREATE INDEX record_kind_sort_title_id_idx ON record (kind, sort_title, id);
CREATE INDEX record_kind_updated_at_id_idx ON record (kind, updated_at, id);
CREATE INDEX record_facet_keys_idx ON record USING GIN (facet_keys);

CREATE TABLE link (
  id bigserial NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  relation text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  data jsonb,
  CONSTRAINT link_pkey PRIMARY KEY (id),
  CONSTRAINT link_from_id_fkey FOREIGN KEY (from_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT link_to_id_fkey FOREIGN KEY (to_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX link_from_id_relation_position_idx ON link (from_id, relation, position);
CREATE INDEX link_to_id_relation_idx ON link (to_id, relation);

CREATE TABLE facet_value (
  code serial NOT NULL,
  facet text NOT NULL,
  value text NOT NULL,
  label text,
  CONSTRAINT facet_value_pkey PRIMARY KEY (code)
);
CREATE UNIQUE INDEX facet_value_facet_value_key ON facet_value (facet, value);

CREATE TABLE citation (
  id bigserial NOT NULL,
  record_id uuid NOT NULL,
  source_id uuid NOT NULL,
  field text NOT NULL,
  statement text NOT NULL,
  place text NOT NULL,
  paragraph integer,
  as_at text,
  certainty certainty NOT NULL DEFAULT 'STATED',
  CONSTRAINT citation_pkey PRIMARY KEY (id),
  CONSTRAINT citation_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT citation_source_id_fkey FOREIGN KEY (source_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX citation_record_id_idx ON citation (record_id);
CREATE INDEX citation_source_id_paragraph_idx ON citation (source_id, paragraph);

CREATE TABLE paragraph (
  source_id uuid NOT NULL,
  number integer NOT NULL,
  text text NOT NULL,
  CONSTRAINT paragraph_pkey PRIMARY KEY (source_id, number),
  CONSTRAINT paragraph_source_id_fkey FOREIGN KEY (source_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE action (
  id uuid NOT NULL DEFAULT uuidv7(),
  recommendation_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  kind action_kind NOT NULL,
  printed boolean NOT NULL DEFAULT true,
  note text,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT action_pkey PRIMARY KEY (id),
  CONSTRAINT action_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT action_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES record (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX action_recommendation_id_organization_id_key ON action (recommendation_id, organization_id);
CREATE INDEX action_organization_id_idx ON action (organization_id);
