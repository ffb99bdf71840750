CREATE TYPE link_state AS ENUM ('LIVES', 'GONE', 'REFUSES', 'SILENT', 'NOT_ASKED');

-- What addresses outside answered when they were last asked (docs/decisions/058).
CREATE TABLE link_check (
  address text NOT NULL,
  state link_state NOT NULL,
  status integer,
  moved_to text,
  repository boolean NOT NULL DEFAULT false,
  licence text,
  changed_on date,
  archived boolean,
  checked_at timestamptz(6) NOT NULL,
  CONSTRAINT link_check_pkey PRIMARY KEY (address)
);
CREATE TRIGGER library_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON link_check FOR EACH STATEMENT EXECUTE FUNCTION library_changed();
