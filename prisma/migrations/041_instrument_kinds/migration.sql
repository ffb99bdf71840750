-- Keys of editions and assessments to records know of what kind those are (033). The kind is told by a column that can hold no other.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT * FROM (VALUES
      ('instrument_edition', 'organization', 'ORGANIZATION', 'RESTRICT'),
      ('assessment', 'organization', 'ORGANIZATION', 'RESTRICT'),
      -- An assessment outlives the project it is attached to.
      ('assessment', 'record', 'PROJECT', 'SET NULL (record_id)')
    ) AS t (child, role, kind, gone)
  LOOP
    EXECUTE format('ALTER TABLE %1$I ADD COLUMN %2$I record_kind NOT NULL DEFAULT %3$L, ADD CONSTRAINT %4$I CHECK (%2$I = %3$L)',
      c.child, c.role || '_kind', c.kind, c.child || '_' || c.role || '_kind');
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', c.child, c.child || '_' || c.role || '_id_fkey');
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I FOREIGN KEY (%3$I, %4$I) REFERENCES record (id, kind) ON DELETE %5$s',
      c.child, c.child || '_' || c.role || '_id_' || c.role || '_kind_fkey', c.role || '_id', c.role || '_kind', c.gone);
  END LOOP;
END $$;
